// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes HTML into a string. What was opened is closed in order, and text is always escaped, so a
// page is well-formed by construction.
//
//   HtmlOut out;
//   out.open("p", "class=\"lede\"").text("5 < 7").close();  // <p class="lede">5 &lt; 7</p>

#include <string>
#include <string_view>
#include <vector>

namespace attune {

/// `text` for HTML: control characters and direction overrides become spaces, bytes that are not
/// UTF-8 become U+FFFD, and & < > " ' become entities.
[[nodiscard]] std::string html_escaped(std::string_view text);

class HtmlOut {
 public:
  /// `tag` must be a literal; `attributes` are ours, never a customer's words.
  HtmlOut& open(std::string_view tag, std::string_view attributes = {});
  /// Closes the element opened last.
  HtmlOut& close();
  /// Any text, escaped.
  HtmlOut& text(std::string_view text);
  /// Words from outside, escaped and kept from turning the text around them: <bdi>…</bdi>.
  HtmlOut& foreign(std::string_view text);
  /// An element that holds only text.
  HtmlOut& element(std::string_view tag, std::string_view attributes, std::string_view text);
  /// Markup of our own, as it is.
  HtmlOut& markup(std::string_view markup);

  [[nodiscard]] std::size_t size() const { return out_.size(); }
  /// What was written; everything must be closed.
  [[nodiscard]] std::string take();

 private:
  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace attune

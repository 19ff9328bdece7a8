// SPDX-License-Identifier: Apache-2.0
#include "text/others/markup.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/ascii.h"
#include "text/byte_set.h"
#include "text/others/cells.h"

namespace attune {

namespace {

constexpr std::size_t kLongestTag = 2000;  ///< Bytes; what is longer is no tag.
constexpr std::size_t kLongestName = 12;
constexpr ByteSet kBegins("<&");

constexpr std::string_view kInlineTags =
    "|a|abbr|b|big|code|em|font|i|ins|label|mark|o:p|q|s|small|span|strong|sub|sup|u|wbr|";
constexpr std::string_view kOtherTags =
    "|article|base|blockquote|body|br|button|caption|center|col|colgroup|dd|del|div|dl|dt|fieldset|"
    "footer|form|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|img|input|li|link|main|meta|nav|ol|"
    "option|p|pre|script|section|select|style|table|tbody|td|tfoot|th|thead|tr|ul|video|";

constexpr auto kEntities = std::to_array<std::string_view>(
    {"&nbsp;", "&amp;", "&quot;", "&lt;", "&gt;", "&#160;", "&#34;", "&ndash;", "&mdash;", "&bull;",
     "&hellip;", "&ldquo;", "&rdquo;", "&zwnj;"});

bool listed(std::string_view list, std::string_view name) {
  if (name.empty()) return false;
  const std::string wanted = "|" + std::string(name) + "|";
  return list.find(wanted) != std::string_view::npos;
}

/// The name of the tag at `text[at]` ('<'), in small letters; empty where there is none, or where
/// its letters are of both cases: "<Style>" is somebody's own code.
std::string tag_name(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '/') ++i;
  std::string name;
  std::size_t capitals = 0, letters = 0;
  while (i < text.size() && name.size() <= kLongestName &&
         (is_letter(text[i]) || text[i] == ':' || (is_digit(text[i]) && !name.empty()))) {
    capitals += is_upper(text[i]) ? 1 : 0;
    letters += is_letter(text[i]) ? 1 : 0;
    name += to_lower(text[i++]);
  }
  if (capitals > 0 && capitals < letters) return "";
  const bool ends = i < text.size() && (text[i] == '>' || text[i] == '/' || is_blank(text[i]));
  return ends ? name : "";
}

class MarkupFinder {
 public:
  MarkupFinder(std::string_view text, std::vector<LeftOut>& out) : text_(text), out_(out) {}

  void run() {
    std::size_t at = 0;
    while ((at = kBegins.first_in(text_, at)) != std::string_view::npos) {
      const std::size_t end = text_[at] == '<' ? tag(at) : entity(at);
      if (end > at) out_.push_back({kind_, span(at, end)});
      at = std::max(at + 1, end);
    }
  }

 private:
  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  /// The end of the markup that begins with '<' at `at`; `at` where it is none.
  std::size_t tag(std::size_t at) {
    kind_ = Others::markup;
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("<!--")) return behind(at, "-->", 0);
    if (rest.starts_with("<!DOCTYPE") || rest.starts_with("<!doctype")) return close(at);
    const std::string name = tag_name(text_, at);
    if (!listed(kInlineTags, name) && !listed(kOtherTags, name)) return at;
    const std::size_t end = close(at);
    if (end == at || rest[1] == '/') return end;
    if (name == "style") return std::max(end, behind(at, "</style>", 1));
    if (name == "script") return std::max(end, behind(at, "</script>", 2));
    if (name == "blockquote") {
      const std::size_t closed = behind(at, "</blockquote>", 3);
      if (closed > at) kind_ = Others::quote;
      return std::max(end, closed);
    }
    return end;
  }

  [[nodiscard]] std::size_t close(std::size_t at) const {
    for (std::size_t i = at + 1; i < text_.size() && i < at + kLongestTag; ++i) {
      if (text_[i] == '>') return i + 1;
      if (text_[i] == '<') return at;
    }
    return at;
  }

  /// The place behind the next `mark`; `at` if there is none, which is looked for once.
  std::size_t behind(std::size_t at, std::string_view mark, std::size_t which) {
    if (absent_[which]) return at;
    const std::size_t found = text_.find(mark, at);
    absent_[which] = found == std::string_view::npos;
    return absent_[which] ? at : found + mark.size();
  }

  /// The end of an entity that stands for white space or a mark.
  [[nodiscard]] std::size_t entity(std::size_t at) {
    kind_ = Others::markup;
    for (const std::string_view name : kEntities) {
      if (text_.substr(at, name.size()) == name) return at + name.size();
    }
    return at;
  }

  std::string_view text_;
  std::vector<LeftOut>& out_;
  Others kind_ = Others::markup;
  std::array<bool, 4> absent_{};
};

}  // namespace

void find_markup(std::string_view text, std::vector<LeftOut>& out) {
  if (find_cells(text, out)) return;
  MarkupFinder(text, out).run();
}

bool is_inline_markup(std::string_view part) {
  if (part.starts_with('&')) return true;
  return part.starts_with('<') && listed(kInlineTags, tag_name(part, 0));
}

}  // namespace attune

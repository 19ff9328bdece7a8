// SPDX-License-Identifier: Apache-2.0
#include "report/html/html_care.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "report/html/html_sections.h"
#include "report/words.h"

namespace attune {

namespace {

constexpr std::size_t kShown = 6;        // Not in danger: shown at once; the rest is folded away.
constexpr std::size_t kLength = 420;     // Characters of one passage,
constexpr std::size_t kSignLength = 80;  // and of the words that gave it away.

/// "row 301 · 28 August 2026 · reads as danger: “I can't go on”"
std::string place_and_reason(const CareMessage& message) {
  std::string out = place_words(message);
  out += " · " + (message.date.empty() ? "no date" : day_words(message.date)) + " · reads as ";
  for (std::size_t i = 0; i < message.signs.size(); ++i) {
    const CareWords& sign = message.signs[i];
    if (i > 0) out += "; ";
    out += fmt::format("{}: “{}”", care_word(sign.kind), shortened(sign.text, kSignLength));
  }
  return out;
}

void care_message(HtmlOut& out, const CareMessage& message) {
  out.open("figure", "class=\"quote\"");
  out.element("blockquote", "dir=\"auto\"", shortened(message.passage.text, kLength));
  out.element("figcaption", "dir=\"auto\"", place_and_reason(message)).close();
}

void messages(HtmlOut& out, const Explanation& explanation, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) care_message(out, explanation.care[i]);
}

}  // namespace

void care_html(HtmlOut& out, const Explanation& explanation) {
  const std::size_t count = explanation.care.size();
  if (count == 0) return;
  open_section(out, "care", "Please read these first");
  out.element("p", {},
              fmt::format("{}. Nothing was decided about them: please read {} yourself, and answer "
                          "as one person to another.",
                          care_words(explanation), count == 1 ? "it" : "them"));
  const std::size_t danger = in_danger(explanation);
  if (danger > 0) {
    out.element(
        "h3", {},
        danger == 1 ? "Somebody may be in danger" : "Somebody may be in danger in each of these");
    messages(out, explanation, 0, danger);
    if (danger < count) out.element("h3", {}, "In a hard time, newest first");
  }
  const std::size_t shown = std::min(count, danger + kShown);
  messages(out, explanation, danger, shown);
  if (count > shown) {
    out.open("details").element("summary", {}, fmt::format("{} more", count_words(count - shown)));
    messages(out, explanation, shown, count);
    out.close();
  }
  out.close().close();
}

}  // namespace attune

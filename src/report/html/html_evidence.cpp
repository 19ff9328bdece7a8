// SPDX-License-Identifier: Apache-2.0
#include "report/html/html_evidence.h"

#include <fmt/format.h>

#include "report/words.h"

namespace attune {

namespace {

constexpr std::size_t kOnPaper = 4;  // The style sheet prints at least this many.

/// The items of the list, as many as fit.
struct Items {
  std::string markup;
  std::size_t count = 0;
};

Items items_of(const Topic& topic, std::size_t bytes) {
  Items items;
  for (const Quote& quote : topic.evidence) {
    HtmlOut item;
    item.open("li").element("q", "dir=\"auto\"", shortened(quote.text, kQuoteLength)).text(" ");
    item.element("small", {}, place_words(quote)).close();
    if (items.count > 0 && items.markup.size() + item.size() > bytes) break;
    items.markup += item.take();
    ++items.count;
  }
  return items;
}

}  // namespace

std::string place_words(const Quote& quote) {
  const std::string row = std::to_string(quote.row);
  if (quote.id.text.empty() || quote.id.text == row) return "row " + row;
  return fmt::format("row {}, message {}", row, shortened(quote.id.text, 60));
}

void evidence_html(HtmlOut& out, const Topic& topic, Unit unit, std::size_t bytes) {
  if (topic.evidence.empty()) return;
  const Items items = items_of(topic, bytes);
  out.open("details", "class=\"evidence\"");
  const std::string shown = count_words(items.count);
  const std::string all = count_words(topic.reach.count);
  const bool cut = items.count < topic.reach.count;
  if (items.count == 1 && !cut) {
    out.element("summary", {}, "The sentence behind this number");
  } else {
    out.element("summary", {},
                fmt::format("{} sentences behind this number",
                            cut ? shown + " of the " + all : "The " + shown));
  }
  if (cut) {
    out.element(
        "p", "class=\"quiet\"",
        fmt::format("Shown are {} of {}, one sentence for each {}. The others stand in your "
                    "file.",
                    shown, all, unit_word(unit, 1)));
  }
  out.open("ol").markup(items.markup).close();
  if (items.count > kOnPaper) {
    out.element("p", "class=\"paper quiet\"",
                fmt::format("On paper: the first of these {}. The page itself shows all.", shown));
  }
  out.close();
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "report/html/html_feelings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "report/svg.h"
#include "report/words.h"

namespace attune {

void groups_html(HtmlOut& out, const FeelingShares& groups, std::string_view caption,
                 FeelingsOf whose) {
  out.open("table", "class=\"bars\"").element("caption", "class=\"quiet\"", caption);
  out.open("tbody");
  double unsure = 0;
  for (std::size_t f = 0; f < kFeelingCount; ++f) {
    const FeelingShare& share = groups[f];
    unsure = std::max(unsure, share.unsure);
    out.open("tr").element("th", "scope=\"row\"", feeling_word(f)).open("td");
    bar_svg(out, share.share);
    out.close().open("td", "class=\"n\"").text(percent_words(share.share)).text(" ");
    std::string small = percent_words(share.interval);
    if (whose == FeelingsOf::topic) small += fmt::format(" [{}]", percent_words(share.all));
    out.element("small", {}, small).close().close();
  }
  out.close().close();
  out.element("p", "class=\"quiet\"",
              fmt::format("A message may read as several or none. Up to {} of them could be read "
                          "either way and count in part.",
                          percent_words(unsure)));
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "report/html/html_method.h"

#include <fmt/format.h>

#include "report/html/html_sections.h"
#include "report/words.h"

namespace attune {

namespace {

constexpr std::size_t kDigest = 12;  // Hex digits of the model's sha256 that are shown.

void fact(HtmlOut& out, std::string_view name, std::string_view value) {
  out.element("dt", {}, name).element("dd", {}, value);
}

/// The name without folders, whatever was handed in.
std::string file_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

void counts_html(HtmlOut& out, const Explanation& explanation) {
  out.open("dl", "class=\"facts\"");
  if (!explanation.files.empty()) {
    out.element("dt", {}, explanation.files.size() == 1 ? "File" : "Files").open("dd");
    for (std::size_t i = 0; i < explanation.files.size(); ++i) {
      if (i > 0) out.text(", ");
      out.foreign(file_name(explanation.files[i]));
    }
    out.close();
  }
  fact(out, "Records", count_words(explanation.read));
  fact(out, "Used", count_words(explanation.used));
  fact(out, "Rejected", count_words(explanation.rejected));
  fact(out, "Duplicates",
       count_words(explanation.duplicates) + (explanation.duplicates > 0 ? ", counted once" : ""));
  fact(out, "Not read",
       count_words(explanation.unread) +
           (explanation.unread > 0 ? " in a language attune does not know; outside every share"
                                   : ""));
  fact(out, "Counted by",
       explanation.unit == Unit::people
           ? fmt::format("people: {}; whoever writes often counts once",
                         count_words(explanation.units))
           : fmt::format("messages: {}; the file does not say who wrote them",
                         count_words(explanation.units)));
  const std::string period = period_words(explanation);
  fact(out, "Period", period.empty() ? "no dates" : period);
  out.close();
}

void assumed_html(HtmlOut& out, const Explanation& explanation) {
  if (explanation.assumed.empty()) return;
  out.element("h3", {}, "What was assumed").open("ul");
  for (const Assumption& assumption : explanation.assumed) {
    out.open("li").foreign(assumption.said);
    if (assumption.confidence < 1) {
      out.element("span", "class=\"quiet\"",
                  fmt::format(" ({} sure)", percent_words(assumption.confidence)));
    }
    out.close();
  }
  out.close();
}

void model_html(HtmlOut& out, const Explanation& explanation) {
  if (explanation.model_name.empty()) return;
  out.open("p").text("Model: ").foreign(explanation.model_name);
  if (!explanation.model_sha256.empty()) {
    out.text(", ").element("code", {}, explanation.model_sha256.substr(0, kDigest));
  }
  out.text(". The same file, model and version give this page again, byte for byte.").close();
}

void figures_help_html(HtmlOut& out, const Explanation& explanation) {
  const bool topics =
      !explanation.problems.empty() || !explanation.needs.empty() || !explanation.praise.empty();
  out.element("h3", {}, "How to read the figures");
  if (topics) {
    out.element(
        "p", {},
        fmt::format("A range such as 17–24 % is a 95 % interval (Wilson 1927): counted again "
                    "among other {} of the same kind, the share would seldom fall outside "
                    "it. The whiskers on a bar show the same range.",
                    unit_word(explanation.unit, 2)));
  }
  if (!explanation.problems.empty()) {
    out.element(
        "p", {},
        "Problems are ranked by the lower end of their reach, times severity, times how they "
        "grow or shrink (from half to double at most), times how much lower the ratings are "
        "that come with them (from 1, no lower for sure, to 2, half the scale; 1 where nobody "
        "rates). "
        "Each problem’s figures show the four. Where chance could swap two of them, the page says "
        "so. Ratings and words go together; what causes what, these data cannot say.");
    out.element("p", {}, severity_formula(explanation.unit));
  }
  if (!explanation.needs.empty()) {
    out.element("p", {},
                "Needs carry an opportunity from 0 to 20: importance plus what satisfaction leaves "
                "to wish for (Ulwick 2005), estimated from text alone. The unhappy write more: "
                "where a survey asked, take its numbers.");
  }
  out.element(
      "p", {},
      "Feelings are read from words alone. A share such as “annoyed: 8 in 10” is an estimate "
      "of how many of the messages a careful reader would call so: the average of calibrated "
      "probabilities, not a fact about anybody. Its range holds chance and how far off such "
      "shares were in files that had been read and counted by hand. Reasons are those that "
      "customers give, not proven causes.");
  out.open("p").text("Two voices speak here: attune in this type, ");
  out.element("span", "class=\"voice\"", "customers in this one").text(".").close();
}

}  // namespace

void method_html(HtmlOut& out, const Explanation& explanation) {
  open_section(out, "method", "How this was made");
  counts_html(out, explanation);
  assumed_html(out, explanation);
  figures_help_html(out, explanation);
  model_html(out, explanation);
  out.close().close();
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "text/others/label_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/ascii.h"

namespace attune {

namespace {

/// Words of those who speak for themselves: no label has one.
constexpr std::string_view kWriter = "|i|i'm|i've|i'd|my|me|mine|we|we've|our|us|im|ive|";
/// Labels with these say how what follows is meant.
constexpr std::string_view kJudging =
    "|pro|pros|con|cons|positive|positives|negative|negatives|like|liked|likes|dislike|disliked|"
    "dislikes|advantage|advantages|disadvantage|disadvantages|strengths|weaknesses|good|bad|best|"
    "worst|love|hate|";
/// Words of sites, of which a sentence has one to be a label.
constexpr std::string_view kSite =
    "|verified|unverified|posted|submitted|collected|promotion|incentivized|sweepstakes|sponsored|"
    "syndicated|reviewed|respondent|moderated|via|";
constexpr auto kSitePhrases = std::to_array<std::string_view>(
    {"found this helpful", "this helpful", "review helpful", "read more", "show more", "see more"});
/// Fields of a form that hold no message.
constexpr std::string_view kFields =
    "|name|email|e-mail|mail|phone|telephone|mobile|order|date|rating|stars|country|city|page|url|"
    "ip|"
    "browser|version|device|os|id|account|ticket|language|company|reference|postcode|address|"
    "number|";
/// Words of labels behind which a company speaks: one of each.
constexpr std::string_view kCompany =
    "|our|agent|owner|seller|support|company|staff|developer|manager|management|host|merchant|"
    "team|";
constexpr std::string_view kAnswer = "|reply|response|answer|comment|replied|responded|";
constexpr std::string_view kMonths =
    "|january|february|march|april|may|june|july|august|september|october|november|december|jan|"
    "feb|"
    "mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|"
    "sunday|";
/// Words of trouble, which many may have at once: what all say on the day of an outage is no label.
constexpr std::string_view kTrouble =
    "|not|no|never|cannot|can't|doesn't|don't|didn't|isn't|won't|wasn't|broken|broke|error|errors|"
    "fail|fails|failed|failure|down|late|slow|wrong|crash|crashes|crashed|lost|missing|damaged|"
    "delay|delayed|problem|problems|issue|issues|complaint|bug|bugs|cancelled|canceled|outage|";

bool listed(std::string_view list, std::string_view word) {
  std::string small = "|";
  for (const char c : word) small += to_lower(c);
  while (small.size() > 1 && !is_letter(small.back())) small.pop_back();
  return list.find(small + "|") != std::string_view::npos && small.size() > 1;
}

bool has_site_phrase(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), to_lower);
  return std::any_of(kSitePhrases.begin(), kSitePhrases.end(), [&](std::string_view phrase) {
    return small.find(phrase) != std::string::npos;
  });
}

}  // namespace

LabelWords label_words(std::string_view text) {
  LabelWords words;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && !is_letter(text[at]) && !is_digit(text[at])) ++at;
    std::size_t end = at;
    while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '\''))
      ++end;
    if (end == at) break;
    const std::string_view word = text.substr(at, end - at);
    ++words.count;
    words.writer = words.writer || listed(kWriter, word);
    words.judging = words.judging || listed(kJudging, word);
    words.site = words.site || listed(kSite, word);
    words.trouble = words.trouble || listed(kTrouble, word);
    words.company = words.company || listed(kCompany, word);
    words.answer = words.answer || listed(kAnswer, word);
    words.field = words.field || listed(kFields, word);
    at = end;
  }
  words.site = words.site || has_site_phrase(text);
  return words;
}

bool is_date_word(std::string_view word) {
  return word.size() >= 3 && listed(kMonths, word);
}

}  // namespace attune

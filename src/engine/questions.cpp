// SPDX-License-Identifier: Apache-2.0
// Idea: a question is worth asking where the answer would help and few give it unasked. So for each
// of the five things that may be unknown it is counted in how many of the problem's sentences a
// word stands that tells it ("since", "android", "they told me"); the one told least is asked for.
// On which device something happens matters only where sentences speak of an app or a site; what
// people were told, only where they speak of having asked.
//
// Applies to English. A word that tells is no proof: "since" may open a reason.
//
// Costs one walk over the sentences shown for at most the first few problems.
//
// Source: ours; the five are what a first-line support desk asks. Tested in questions_test.cpp.
#include "engine/questions.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/tokens.h"

namespace attune {

namespace {

constexpr double kMostlySaid = 0.5;     // Share of sentences from which nobody needs to ask.
constexpr double kBearsOnIt = 0.25;     // Share that speaks of a screen, or of having asked.
constexpr std::size_t kMostRead = 200;  // Sentences read of a problem.

constexpr auto kTellsWhen = std::to_array<std::string_view>(
    {"since",  "ago",      "yesterday", "today",   "monday",   "tuesday",  "wednesday", "thursday",
     "friday", "saturday", "sunday",    "january", "february", "march",    "april",     "june",
     "july",   "august",   "september", "october", "november", "december", "week",      "weeks",
     "month",  "months",   "morning",   "evening", "tonight",  "lately",   "recently",  "after"});
constexpr auto kTellsStep = std::to_array<std::string_view>(
    {"when",     "whenever", "while",  "trying",  "try",      "tried",  "click", "clicked",
     "press",    "tap",      "open",   "opening", "entering", "enter",  "after", "during",
     "checkout", "boarding", "opened", "scan",    "step",     "button", "upload"});
constexpr auto kTellsDevice = std::to_array<std::string_view>(
    {"android", "iphone",  "ios",     "ipad",   "samsung", "pixel",   "xiaomi",  "redmi",
     "oneplus", "laptop",  "tablet",  "chrome", "safari",  "firefox", "windows", "mac",
     "browser", "desktop", "version", "phone",  "mobile",  "device"});
constexpr auto kTellsReply = std::to_array<std::string_view>(
    {"told", "said", "says", "replied", "answered", "promised", "explained", "claimed", "claims",
     "informed", "assured", "response", "reply"});
constexpr auto kTellsRemedy = std::to_array<std::string_view>(
    {"should", "refund", "refunded", "replace", "replacement", "compensation", "please", "want",
     "need", "fix", "credit", "back", "instead", "expect", "wish"});
constexpr auto kOnAScreen = std::to_array<std::string_view>(
    {"login",   "screen",  "update",  "otp",    "crash",   "crashes", "crashing",
     "crashed", "load",    "loading", "server", "website", "freezes", "bug",
     "bugs",    "opening", "open",    "scan",   "upi",     "button"});
constexpr auto kHavingAsked = std::to_array<std::string_view>(
    {"call", "called", "calling", "support", "email", "emailed", "agent", "agents", "contact",
     "asked", "phone", "service", "chat", "ticket", "helpline", "customer", "hold", "told"});

/// How often each thing is told in the sentences of a problem.
class Told {
 public:
  explicit Told(const Topic& problem) {
    const std::size_t most = std::min(kMostRead, problem.evidence.size());
    for (std::size_t i = 0; i < most; ++i) count(problem.evidence[i].text);
  }

  [[nodiscard]] double share(Unknown unknown) const {
    return of_all(told_.at(static_cast<std::size_t>(unknown)));
  }

  /// True if knowing it would help.
  [[nodiscard]] bool bears(Unknown unknown) const {
    if (unknown == Unknown::device) return of_all(on_screen_) >= kBearsOnIt;
    if (unknown == Unknown::reply) return of_all(asked_) >= kBearsOnIt;
    return sentences_ > 0;
  }

 private:
  [[nodiscard]] double of_all(std::size_t count) const {
    return sentences_ == 0 ? 0 : static_cast<double>(count) / static_cast<double>(sentences_);
  }

  void count(std::string_view sentence) {
    tokenise(sentence, tokens_);
    ++sentences_;
    const auto tells = [&](const auto& words) {
      for (std::size_t i = 0; i < tokens_.size(); ++i) {
        if (std::find(words.begin(), words.end(), tokens_.word(i)) != words.end())
          return std::size_t{1};
      }
      return std::size_t{0};
    };
    told_[0] += tells(kTellsWhen);
    told_[1] += tells(kTellsStep);
    told_[2] += tells(kTellsDevice);
    told_[3] += tells(kTellsReply);
    told_[4] += tells(kTellsRemedy);
    on_screen_ += tells(kOnAScreen);
    asked_ += tells(kHavingAsked);
  }

  Tokens tokens_;
  std::array<std::size_t, kUnknownNames.size()> told_{};  ///< In the order of Unknown.
  std::size_t on_screen_ = 0;
  std::size_t asked_ = 0;
  std::size_t sentences_ = 0;
};

}  // namespace

std::vector<OpenQuestion> questions_about(const std::vector<Topic>& problems, std::size_t most) {
  std::vector<OpenQuestion> out;
  std::array<bool, kUnknownNames.size()> asked{};
  for (const Topic& problem : problems) {
    if (out.size() == most) break;
    const Told told(problem);
    // What few problems share is asked for before what all do.
    constexpr std::array<Unknown, kUnknownNames.size()> kOrder = {
        Unknown::device, Unknown::reply, Unknown::step, Unknown::beginning, Unknown::remedy};
    OpenQuestion question{.problem = problem.name, .theme = problem.theme, .said = kMostlySaid};
    for (const Unknown unknown : kOrder) {
      if (asked.at(static_cast<std::size_t>(unknown)) || !told.bears(unknown)) continue;
      const double said = told.share(unknown);
      if (said >= question.said) continue;
      question.asks = unknown;
      question.said = said;
    }
    if (question.said >= kMostlySaid) continue;
    asked.at(static_cast<std::size_t>(question.asks)) = true;
    out.push_back(std::move(question));
  }
  return out;
}

}  // namespace attune

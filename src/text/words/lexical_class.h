// SPDX-License-Identifier: Apache-2.0
#pragma once

// The classes that words of the lexicon (lexicon.h) can have. models/words/words.txt says what each
// means; every class has a reader, and a test looks for it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace attune {

enum class LexicalClass : std::uint8_t {
  abbreviation,
  subject,
  list_subject,
  contrast,
  joiner,
  subordinator,
  please,
  reason_joiner,
  function,
  phrase_opens,
  phrase_breaks,
  phrase_particle,
  phrase_light,
  phrase_negates,
  phrase_weak,
  phrase_judges,
  unspecific,
  evaluation,
  opinion_good,
  opinion_bad,
  opinion_negates,
  reply_you,
  reply_i,
  reply_we,
  reply_advises,
  reply_may_advise,
  reply_light,
  given,
  family,
  title,
  street,
  unit,
  place,
  no_person,
  cue_negator,
  cue_good,
  cue_bad,
  cue_booster,
  cue_downtoner,
  cue_but,
  cue_please,
  cue_thanks,
  cue_sorry,
  cue_greeting,
  cue_hedge,
  cue_could,
  cue_should,
  cue_would,
  cue_wish,
  cue_advise,
  cue_act,
  cue_more,
  cue_ask,
  cue_self,
  cue_other,
  cue_they,
  cue_always,
  cue_again,
  cue_money,
  cue_leave,
  cue_because,
  cue_when,
  cue_swear,
};
inline constexpr std::size_t kLexicalClassCount = 63;

/// As models/words/words.txt has it: "phrase-opens".
[[nodiscard]] std::string_view lexical_class_name(LexicalClass lexical_class);
[[nodiscard]] std::optional<LexicalClass> lexical_class_of(std::string_view name);

/// A set of classes, one bit each.
class LexicalClasses {
 public:
  void add(LexicalClass lexical_class) {
    bits_[index(lexical_class) / kWord] |= bit(lexical_class);
  }
  [[nodiscard]] bool has(LexicalClass lexical_class) const {
    return (bits_[index(lexical_class) / kWord] & bit(lexical_class)) != 0;
  }
  /// True if one class is in both.
  [[nodiscard]] bool shares(const LexicalClasses& others) const {
    std::uint64_t both = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) both |= bits_[i] & others.bits_[i];
    return both != 0;
  }
  friend bool operator==(const LexicalClasses&, const LexicalClasses&) = default;

 private:
  static constexpr std::size_t kWord = 64;
  static constexpr std::size_t index(LexicalClass lexical_class) {
    return static_cast<std::size_t>(lexical_class);
  }
  static constexpr std::uint64_t bit(LexicalClass lexical_class) {
    return std::uint64_t{1} << (index(lexical_class) % kWord);
  }
  std::array<std::uint64_t, (kLexicalClassCount + kWord) / kWord> bits_{};  // With room for more.
};

}  // namespace attune

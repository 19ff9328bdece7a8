// SPDX-License-Identifier: Apache-2.0
#pragma once

// Classes of words that tell how a text speaks, whatever it is about: praise and blame words,
// modals, hedges, greetings, thanks, question words, openings that order or advise. The politeness
// classes follow Danescu-Niculescu-Mizil et al. (2013), without a parser; the words are our own.
// A word has one class.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attune {

enum class Cue : std::uint8_t {
  none,
  good,
  bad,
  negator,
  booster,
  downtoner,
  but,
  please,
  thanks,
  sorry,
  greeting,
  hedge,
  could,
  should,
  would,
  wish,
  advise,
  act,
  more,
  ask,
  self,
  other,
  they,
  always,
  again,
  money,
  leave,
  because,
  when,
  swear,
  brand
};
inline constexpr std::size_t kCueCount = 31;

/// The hash under which cue words are looked up: FNV-1a of the folded word, digits levelled to 0.
[[nodiscard]] std::uint64_t cue_hash(std::string_view folded);

/// The class of a word, by cue_hash(); Cue::none for most words. O(1).
[[nodiscard]] Cue cue_of(std::uint64_t hash);

}  // namespace attune

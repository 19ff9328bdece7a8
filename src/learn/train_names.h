// SPDX-License-Identifier: Apache-2.0
#pragma once

// Trains the tagger of text/pii/names.h.

#include <cstdint>
#include <span>
#include <string_view>

#include "text/pii/names.h"
#include "text/pii/pii.h"

namespace attune::learn {

struct NameTraining {
  std::uint64_t seed = 1;
  std::size_t epochs = 10;
  std::size_t copies = 5;          ///< Of each example, all but the first with other names.
  std::size_t background = 40000;  ///< Of the background texts, at most, that are learned from.
  std::size_t sentences = 12;      ///< Copies of each sentence, each with other names and brands.
  float margin = 15;  ///< Head start of `none` in training: the more, the more names are found.
};

/// What names are learned from.
struct NameTexts {
  /// Kinds "person" and "address"; others are ignored.
  std::span<const PiiExample> examples;
  /// Plain texts, in which "[NAME]" (as in GoEmotions, Demszky et al. 2020) marks where a name was.
  /// Those places get names from our lists and from the examples, or brands and places that are no
  /// names. They also teach which words are common in small letters.
  std::span<const std::string_view> background;
  /// Written for this: "[NAME]" stands for a person, "[BRAND]" for a brand, product or place, some
  /// of which are called like people.
  std::span<const std::string_view> sentences;
  /// Texts that name no person.
  std::span<const std::string_view> nobody;
};

/// Same arguments, same model, byte for byte.
[[nodiscard]] NameModel train_names(const NameTexts& texts, const NameTraining& options = {});

}  // namespace attune::learn

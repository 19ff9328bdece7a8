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
  float margin = 15;  ///< Head start of `none` in training: the more, the more names are found.
};

/// Learns from `examples` (kinds "person" and "address"; others are ignored) and from `background`:
/// plain texts without names, in which "[NAME]" (as in GoEmotions, Demszky et al. 2020) marks where
/// a name was. Those places get names from our lists and from the examples, or brands and places
/// that are no names; and the texts teach which words are common in small letters. Same arguments,
/// same model, byte for byte.
[[nodiscard]] NameModel train_names(std::span<const PiiExample> examples,
                                    std::span<const std::string_view> background,
                                    const NameTraining& options = {});

}  // namespace attune::learn

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds names of people and postal addresses by a small sequence tagger: an averaged perceptron
// (Collins 2002) over word shape, affixes, neighbours, known given and family names, and how common
// a word is in small letters.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attune/reading.h"
#include "attune/result.h"
#include "text/pii/word_facts.h"
#include "text/tokens.h"

namespace attune {

/// Immutable once made; const calls are pure and safe from many threads.
class NameModel {
 public:
  NameModel(WordFacts facts, std::vector<std::int8_t> weights);

  /// Errors: not_found (no such file), bad_input (not a model, or cut short).
  [[nodiscard]] static Result<NameModel> load(const std::string& path);
  /// What load() reads.
  [[nodiscard]] std::string bytes() const;
  /// Errors: io.
  [[nodiscard]] Result<void> save(const std::string& path) const;

  /// Appends addresses, and then persons, to `out`: each in order and disjoint.
  void find(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out) const;

  [[nodiscard]] const WordFacts& facts() const { return facts_; }
  /// kNameLabels weights for each of kNameRows rows (text/pii/name_path.h).
  [[nodiscard]] const std::vector<std::int8_t>& weights() const { return weights_; }

 private:
  WordFacts facts_;
  std::vector<std::int8_t> weights_;
};

}  // namespace attune

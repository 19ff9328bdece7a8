// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a word means beside another word: from pairs of rows of the word table to lists of numbers.
// Each row has a small table of its own, so that the common words' tables stay in the cache.

#include <cstdint>
#include <span>
#include <vector>

namespace attune::phrases {

class PairIndex {
 public:
  /// The table of one row.
  struct Row {
    std::uint32_t slots = 0;  ///< Index of its first slot.
    std::uint32_t mask = 0;   ///< One less than their number, a power of two.
  };
  struct Entry {
    std::uint32_t beside = 0;  ///< Row of the other word, over 0.
    bool left = false;         ///< On which side it stands.
    std::uint32_t number = 0;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };

  /// Makes the table of a row. `entries` is sorted here.
  [[nodiscard]] Row add(std::vector<Entry>& entries);
  /// The numbers of all entries for (beside, left), in order; empty if there are none.
  [[nodiscard]] std::span<const std::uint32_t> find(Row row, std::uint32_t beside,
                                                    bool left) const {
    const std::uint32_t key = key_of(beside, left);
    for (std::uint32_t at = place(key) & row.mask;; at = (at + 1) & row.mask) {
      const Slot& slot = slots_[row.slots + at];
      if (slot.key == key) return {numbers_.data() + slot.first, slot.count};
      if (slot.key == 0) return {};
    }
  }

 private:
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  static std::uint32_t key_of(std::uint32_t beside, bool left) {
    return 2 * beside + (left ? 1 : 0);
  }
  static std::uint32_t place(std::uint32_t key) { return (key * 0x9E3779B1U) >> 16U; }

  std::vector<Slot> slots_ = std::vector<Slot>(1);  ///< The first is the table of an empty row.
  std::vector<std::uint32_t> numbers_;
};

}  // namespace attune::phrases

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sets, counts and numbers of 64-bit hashes in flat tables (open addressing, linear probing): 16 to
// 32 bytes an entry, and no customer's words in memory.

#include <cstdint>
#include <vector>

namespace attune {

class HashCounts {
 public:
  /// Adds one to the count of `hash` and returns the count before.
  std::uint32_t add(std::uint64_t hash) {
    if ((size_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = find(hash);
    if (slot.count == 0) ++size_;
    slot.hash = hash;
    return slot.count == UINT32_MAX ? slot.count : slot.count++;
  }

  /// How often `hash` was added.
  [[nodiscard]] std::uint32_t of(std::uint64_t hash) const {
    if (slots_.empty()) return 0;
    std::size_t at = static_cast<std::size_t>(hash) & (slots_.size() - 1);
    while (slots_[at].count > 0 && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at].count;
  }

  [[nodiscard]] std::size_t size() const { return size_; }

  /// Calls `visit(hash, count)` for each, in no order that means anything.
  template <class Visit>
  void for_each(const Visit& visit) const {
    for (const Slot& slot : slots_) {
      if (slot.count > 0) visit(slot.hash, slot.count);
    }
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t count = 0;
  };

  Slot& find(std::uint64_t hash) {
    std::size_t at = static_cast<std::size_t>(hash) & (slots_.size() - 1);
    while (slots_[at].count > 0 && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.count > 0) find(slot.hash) = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

/// Numbers hashes 0, 1 … in the order in which they are first met.
class HashNumbers {
 public:
  /// The number of `hash`, which is size() before the call where it is new.
  std::uint32_t number(std::uint64_t hash) {
    if ((std::size_t{size_} + 1) * 2 > slots_.size()) grow();
    Slot& slot = find(hash);
    if (slot.next_number == 0) slot = {hash, ++size_};
    return slot.next_number - 1;
  }

  [[nodiscard]] std::uint32_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t next_number = 0;  ///< Number + 1; 0: empty.
  };

  Slot& find(std::uint64_t hash) {
    std::size_t at = static_cast<std::size_t>(hash) & (slots_.size() - 1);
    while (slots_[at].next_number > 0 && slots_[at].hash != hash)
      at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 1024 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.next_number > 0) find(slot.hash) = slot;
    }
  }

  std::vector<Slot> slots_;
  std::uint32_t size_ = 0;
};

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Messages that are understood together: enough to keep all threads busy, and few where they are
// long, since a reading takes a multiple of its message's room.

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "attune/message.h"

namespace attune {

class Batch {
 public:
  static constexpr std::size_t kMost = 4096;
  static constexpr std::size_t kMostBytes = 4U << 20;  ///< The last one may go beyond.

  void add(Message&& message) {
    bytes_ += message.text.size() + message.context.size();
    for (const Attribute& attribute : message.attributes)
      bytes_ += attribute.name.size() + attribute.value.size();
    messages_.push_back(std::move(message));
  }
  void clear() {
    messages_.clear();
    bytes_ = 0;
  }

  [[nodiscard]] bool full() const { return messages_.size() >= kMost || bytes_ >= kMostBytes; }
  [[nodiscard]] std::size_t size() const { return messages_.size(); }
  [[nodiscard]] Message& operator[](std::size_t i) { return messages_[i]; }

  /// How many a thread takes at a time.
  [[nodiscard]] std::size_t chunk() const {
    return std::max<std::size_t>(1, messages_.size() / kChunks);
  }

 private:
  static constexpr std::size_t kChunks = 16;

  std::vector<Message> messages_;
  std::size_t bytes_ = 0;
};

}  // namespace attune

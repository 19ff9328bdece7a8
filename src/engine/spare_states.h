// SPDX-License-Identifier: Apache-2.0
#pragma once

// The scratch of threads that read messages, kept from chunk to chunk: a State knows the words that it
// has met, and would forget them if every chunk made its own.

#include <mutex>
#include <utility>
#include <vector>

#include "understand/understand.h"

namespace attune {

/// Safe from many threads. Which State a chunk gets changes its speed, never its answer.
class SpareStates {
 public:
  [[nodiscard]] Understander::State take() {
    const std::lock_guard lock(mutex_);
    if (spare_.empty()) return {};
    Understander::State state = std::move(spare_.back());
    spare_.pop_back();
    return state;
  }
  void give_back(Understander::State&& state) {
    const std::lock_guard lock(mutex_);
    spare_.push_back(std::move(state));
  }

 private:
  std::mutex mutex_;
  std::vector<Understander::State> spare_;
};

}  // namespace attune

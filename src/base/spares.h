// SPDX-License-Identifier: Apache-2.0
#pragma once

// Scratch of the threads that work on the chunks of one job, kept from chunk to chunk: what knows
// the words that it has met would forget them if every chunk made its own.

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace attune {

/// Safe from many threads. Which one a chunk gets may change its speed, never its answer.
template <class T>
class Spares {
 public:
  /// One that was given back, or a new one made of `arguments`.
  template <class... Arguments>
  [[nodiscard]] std::unique_ptr<T> take(Arguments&&... arguments) {
    {
      const std::lock_guard lock(mutex_);
      if (!spare_.empty()) {
        std::unique_ptr<T> one = std::move(spare_.back());
        spare_.pop_back();
        return one;
      }
    }
    return std::make_unique<T>(std::forward<Arguments>(arguments)...);
  }
  void give_back(std::unique_ptr<T> one) {
    const std::lock_guard lock(mutex_);
    spare_.push_back(std::move(one));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<T>> spare_;
};

}  // namespace attune

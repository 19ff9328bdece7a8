// SPDX-License-Identifier: Apache-2.0
#pragma once

// The only maker of threads. Work is cut into chunks whose borders depend on the work alone, never
// on the number of threads, so results that are merged in chunk order are the same at any thread
// count.

#include <cstddef>
#include <functional>

namespace attune {

class Pool {
 public:
  /// `threads` ≥ 1; 0 asks the machine.
  explicit Pool(std::size_t threads);

  [[nodiscard]] std::size_t threads() const { return threads_; }

  /// Calls `work(begin, end)` for every chunk of [0, n) of at most `chunk` items, in any order and
  /// from several threads, and returns when all are done. With one thread: in order, on the
  /// caller's. An exception from `work` is rethrown on the caller's thread, after all threads have
  /// stopped.
  void for_each_chunk(std::size_t n, std::size_t chunk,
                      const std::function<void(std::size_t begin, std::size_t end)>& work) const;

 private:
  std::size_t threads_;
};

}  // namespace attune

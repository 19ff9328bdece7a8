// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files that are being made under a name of their own. A signal that ends the program (an
// interrupt, a closed terminal) removes them first, so that no half file is left behind.

#include <cstddef>
#include <string>

namespace attune {

/// From now on SIGINT, SIGTERM, SIGHUP and SIGQUIT remove what is unfinished and then end the
/// program as they always do. A signal that is ignored stays so (nohup). Called once, by main.
void remove_unfinished_on_signals();

/// Keeps a path on the list for as long as it lives.
class Unfinished {
 public:
  Unfinished() = default;
  explicit Unfinished(const std::string& path);
  Unfinished(Unfinished&& other) noexcept;
  Unfinished& operator=(Unfinished&& other) noexcept;
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished();

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t place_ = kNone;  ///< None too where the list is full.
};

}  // namespace attune

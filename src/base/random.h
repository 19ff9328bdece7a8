// SPDX-License-Identifier: Apache-2.0
#pragma once

// Chance that is an argument: the same seed gives the same numbers on every machine.
// Generator: xoshiro256++ seeded by splitmix64 (Blackman and Vigna 2019). The standard library's
// distributions differ between implementations, so the few that attune needs are here.

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace attune {

class Random {
 public:
  explicit Random(std::uint64_t seed) {
    for (std::uint64_t& word : state_) {
      seed += 0x9E3779B97F4A7C15ULL;
      std::uint64_t z = seed;
      z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
      z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
      word = z ^ (z >> 31);
    }
  }

  std::uint64_t next() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t t = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  /// Uniform in [0, 1).
  double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

  /// Uniform in [0, n); n must be > 0. Lemire's (2019) multiplication, bias below 2^-32 for n <
  /// 2^32.
  std::uint64_t below(std::uint64_t n) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint64_t>((static_cast<Wide>(next()) * n) >> 64);
  }

  /// Standard normal (Box and Muller 1958).
  double normal() {
    constexpr double kTwoPi = 6.283185307179586;
    return std::sqrt(-2.0 * std::log(1.0 - uniform())) * std::cos(kTwoPi * uniform());
  }

 private:
  std::array<std::uint64_t, 4> state_{};
};

}  // namespace attune

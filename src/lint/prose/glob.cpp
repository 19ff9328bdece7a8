// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/glob.h"

namespace attune {

/// The usual greedy walk with one point of return for `*` and one for `**`.
bool glob_matches(std::string_view glob, std::string_view path) {
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t g = 0;
  std::size_t p = 0;
  std::size_t star_g = kNone;
  std::size_t star_p = 0;
  std::size_t deep_g = kNone;
  std::size_t deep_p = 0;
  while (p < path.size()) {
    if (glob.substr(g).starts_with("**")) {
      g += 2;
      if (g < glob.size() && glob[g] == '/') ++g;
      deep_g = g;
      deep_p = p;
      star_g = kNone;
    } else if (g < glob.size() && glob[g] == '*') {
      star_g = ++g;
      star_p = p;
    } else if (g < glob.size() && (glob[g] == path[p] || (glob[g] == '?' && path[p] != '/'))) {
      ++g;
      ++p;
    } else if (star_g != kNone && path[star_p] != '/') {
      g = star_g;
      p = ++star_p;
    } else if (deep_g != kNone) {
      g = deep_g;
      p = ++deep_p;
      star_g = kNone;
    } else {
      return false;
    }
  }
  while (g < glob.size() && (glob[g] == '*')) ++g;
  return g == glob.size();
}

}  // namespace attune

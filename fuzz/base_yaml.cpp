// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string_view>

#include "base/yaml.h"

namespace {

constexpr attune::YamlLimits kLimits = {1U << 16U, 1U << 16U, 2000, 16};

/// Counts what the document holds, aliases spelled out; no walk may go past the limits.
void walk(const YAML::Node& node, std::size_t depth, std::size_t& nodes) {
  if (++nodes > kLimits.nodes || depth > kLimits.depth) __builtin_trap();
  if (node.IsSequence()) {
    for (const auto& entry : node) walk(entry, depth + 1, nodes);
  } else if (node.IsMap()) {
    for (const auto& entry : node) {
      walk(entry.first, depth + 1, nodes);
      walk(entry.second, depth + 1, nodes);
    }
  }
}

}  // namespace

/// What is let through is as small as the limits say.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto loaded = attune::load_yaml({reinterpret_cast<const char*>(data), size}, kLimits);
  std::size_t nodes = 0;
  if (loaded) walk(*loaded, 0, nodes);
  return 0;
}

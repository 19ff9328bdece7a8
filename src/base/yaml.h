// SPDX-License-Identifier: Apache-2.0
#pragma once

// The only way to YAML from outside. A kilobyte of it can stand for gigabytes (an alias repeats
// what its anchor holds, also within itself), so the events are counted before a node is built.

#include <yaml-cpp/yaml.h>

#include <cstddef>
#include <string_view>

#include "attune/result.h"

namespace attune {

/// What one document may hold once every alias stands for a copy of its anchor.
struct YamlLimits {
  std::size_t bytes = 1U << 20U;        ///< Of the document as it is written.
  std::size_t spelled_out = 4U << 20U;  ///< Of its scalars, copies and all.
  std::size_t nodes = 100'000;          ///< Scalars, lists and maps.
  std::size_t depth = 32;               ///< Lists and maps within each other.
};

/// The first document of `yaml`. Refuses what is no YAML, is over `limits`, or refers to itself,
/// with the line and what to do.
[[nodiscard]] Result<YAML::Node> load_yaml(std::string_view yaml, const YamlLimits& limits = {});

}  // namespace attune

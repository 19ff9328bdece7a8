// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes the file of the linear heads (model_format.h) for a trainer.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "understand/heads/model_format.h"

namespace attune {

/// What a trainer hands over to be written. `keys` and `rows` run in parallel.
struct ModelParts {
  std::vector<HeadRecord> heads;
  std::vector<OutputRecord> outputs;
  std::vector<HeadTerm> terms;
  std::vector<std::string> samples;
  std::vector<std::uint64_t> keys;  ///< Distinct.
  std::vector<std::array<std::int8_t, kRowBytes>> rows;
};

/// The file's bytes. The expected sums of the samples are computed here. Deterministic.
[[nodiscard]] std::string write_model(const ModelParts& parts);

}  // namespace attune

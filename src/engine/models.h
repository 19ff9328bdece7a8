// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "attune/result.h"
#include "text/concepts.h"
#include "understand/struggles/struggle_heads.h"
#include "understand/understand.h"

namespace attune {

/// Everything that is loaded before the first message: const, shared by all threads.
struct Models {
  Understander understander;
  Concepts concepts;
  StruggleHeads struggles;
};

/// Reads all models below `folder`. Refuses what is absent or damaged, in a sentence.
[[nodiscard]] inline Result<Models> load_models(const std::string& folder) {
  auto understander = Understander::load(folder);
  if (!understander) return tl::unexpected<Error>(std::move(understander.error()));
  auto concepts = Concepts::load(folder + "/concepts/concepts.txt");
  if (!concepts) return tl::unexpected<Error>(std::move(concepts.error()));
  auto struggles = StruggleHeads::load(folder);
  if (!struggles) return tl::unexpected<Error>(std::move(struggles.error()));
  return Models{std::move(*understander), std::move(*concepts), std::move(*struggles)};
}

}  // namespace attune

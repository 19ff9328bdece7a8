// SPDX-License-Identifier: Apache-2.0
#pragma once

// Are the placeholders of a template fit for the reader? Each personal one must be a declared
// attribute with source, purpose and consent (contextual integrity, Nissenbaum 2004); what was
// watched, guessed or bought, what is sensitive, and more than two personal facts in one message
// are findings (Aguirre et al. 2015). A slot is judged by what it reveals and of whom: a card's
// brand, a switched-off endpoint, a parcel's weight and a key of translations tell of nobody.

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "lint/config.h"
#include "lint/prose/block.h"
#include "lint/rules.h"

namespace attune {

/// Remembers the personal facts of one document.
class SlotCheck {
 public:
  SlotCheck(const Rules& rules, const LintConfig& config) : rules_(rules), config_(config) {}

  /// What is wrong with `slot`, or null. The name of the rule is one of invasive-slot-…. Whether
  /// the message is a transactional one is asked only where it matters: a sign-in tells of a place.
  [[nodiscard]] const Rule* check(const TemplateSlot& slot,
                                  const std::function<bool()>& transactional);

 private:
  const Rules& rules_;
  const LintConfig& config_;
  std::unordered_set<std::string> seen_;
};

/// Does the name of a placeholder say that it holds something about a person?
[[nodiscard]] bool personal(std::string_view path);
/// … something that hardly anybody expects in a message: health, money, whereabouts, guesses?
[[nodiscard]] bool sensitive(std::string_view path);

}  // namespace attune

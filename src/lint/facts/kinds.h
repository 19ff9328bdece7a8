// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one table of all facts: what each must be, which claims it speaks of, and what it says of
// one. docs/facts-and-configuration.md and the schema of facts are held against it.

#include <span>
#include <string_view>

#include "lint/facts/claim.h"

namespace attune {

struct FactKind {
  std::string_view name;
  std::string_view wanted;     ///< For people, behind "give".
  std::string_view speaks_of;  ///< For people: the claims that it may clear.
  std::string_view silent_on;  ///< For people: claims near them that it says nothing of.
  bool keyed = false;          ///< A key names the thing that the value is of: "stock: {lamp: 3}".
  bool deniable = false;       ///< "none" makes false whatever it speaks of.
  bool one_text = false;       ///< All entries are read as one: the price with its period.
  bool (*fits)(std::string_view value) = nullptr;
  FactVerdict (*judge)(const FactEntry& entry, const Claim& claim) = nullptr;
  std::string_view example;  ///< A value,
  std::string_view cleared;  ///< … a sentence that it clears on 10 June 2026,
  std::string_view left;     ///< … and one that it does not.
};

[[nodiscard]] std::span<const FactKind> fact_kinds();

/// The kind called `name`, or null.
[[nodiscard]] const FactKind* fact_kind(std::string_view name);

}  // namespace attune

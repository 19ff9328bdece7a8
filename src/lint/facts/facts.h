// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the sender knows and the text cannot show: when the offer ends, how many are left, who was
// asked. A claim is a question until a fact answers it. docs/facts-and-configuration.md tells it to
// people; facts/kinds.h is the table of all facts.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "lint/facts/claim.h"

namespace YAML {  // NOLINT(readability-identifier-naming): the library's own
class Node;
}

namespace attune {

/// What each fact says, by its name.
using Facts = std::map<std::string, std::vector<FactEntry>, std::less<>>;

/// Reads a YAML map of facts. A value is one entry ("offer_ends: 2026-06-30"), a list has one of
/// each item, and a map one of each key: "stock: {lamp: 3, chair: 9}". "{claim: …, url: …}" is one
/// about its claim. A key such as "left" or "what" names no thing and is not what the value is
/// about; one such as "where" only says where it can be looked up. What is nested deeper is blank.
/// Refuses a name or value over a limit, with its line.
[[nodiscard]] Result<Facts> read_facts(std::string_view yaml);
/// The same of a map that stands in a document.
[[nodiscard]] Result<Facts> facts_of(const YAML::Node& map);

/// A sentence for each entry that can clear nothing as it is written ("offer_ends: yes"), with what
/// is wanted, and for each name that is no fact's, with the one that was meant.
[[nodiscard]] std::vector<std::string> doubts(const Facts& facts);

/// Is the claim true by the fact called `name`? A fact that says nothing of this very claim, or is
/// not what is wanted of it, leaves it unknown. Of several entries one that is true decides.
[[nodiscard]] FactVerdict judge(const Facts& facts, std::string_view name, const Claim& claim);

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#pragma once

// What looks like a person in one message and is none in the light of the file: the brand that a
// column names, and a word that many messages hold.

#include <string_view>
#include <vector>

#include "attune/reading.h"
#include "problems/corpus.h"

namespace attune {

/// Drops the persons of `found`, places in `text`, all of whose words `brand` holds.
void forget_brand(std::string_view brand, std::string_view text, std::vector<PiiSpan>& found);

/// Of all messages of `corpus`: drops persons that are words of any of its brands, and lone words
/// that are taken for a person in at least 10 messages and one in 20 of those that customers wrote:
/// nobody is named so often. Other kinds stay masked.
void forget_shared_persons(problems::Corpus& corpus);

}  // namespace attune

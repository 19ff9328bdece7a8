// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a key problem is called: what goes wrong in plain words, and how its people say it: "late
// or waiting: late parcel". A phrase of theirs is only used if it says that very thing, if several
// of them say it and few others do, so that a reader of the name expects the sentences behind it.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/struggle_kind.h"
#include "problems/groups/phrase_use.h"

namespace attune::problems {

/// "late or waiting", for StruggleKind::wait.
[[nodiscard]] std::string_view kind_words(StruggleKind kind);

/// How likely a phrase names each kind.
using PhraseKinds = std::function<StruggleScores(std::string_view)>;

/// What is known of a phrase.
struct PhraseFacts {
  const PhraseKinds& kinds;
  const std::function<PhraseCount(std::string_view)>& count;  ///< In the problem to be named.
};

/// The name of a problem that is mostly of `kind`. `phrases`: of its people, best first. The one is
/// taken that most clearly names the kind and is theirs. What only repeats the plain words, and
/// days, months and numbers, which are of one case, bar a phrase. Without one the plain words stand
/// alone.
[[nodiscard]] std::string key_name(StruggleKind kind, const std::vector<std::string>& phrases,
                                   const PhraseFacts& facts);

}  // namespace attune::problems

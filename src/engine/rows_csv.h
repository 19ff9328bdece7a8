// SPDX-License-Identifier: Apache-2.0
#pragma once

// `attune explain --csv`: the user's own rows back, every column as given, with what was understood
// added at the right: sentiment, theme, need, praise, cause. The files are read a second time, so
// memory does not grow with columns that no answer needs.

#include <string>

#include "attune/result.h"
#include "engine/explain.h"
#include "engine/read_corpus.h"

namespace attune {

/// The CSV (RFC 4180, LF). Cells that a spreadsheet would run are prefixed with an apostrophe.
/// `corpus` was read with ListenOptions::read_again.
[[nodiscard]] Result<std::string> rows_csv(const ReadCorpus& corpus, const Explained& explained,
                                           const CorpusOptions& options);

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads files into a corpus: listen, then understand, in batches, on all cores.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "attune/message.h"
#include "attune/result.h"
#include "base/pool.h"
#include "listen/listen.h"
#include "problems/corpus.h"
#include "understand/struggles/struggle_heads.h"
#include "understand/understand.h"

namespace attune {

struct CorpusOptions {
  ListenOptions listen;
  Reach reach = Reach::answers;  ///< How much of each message is read.
  std::vector<Attribute> where;  ///< Keep only records whose field or attribute has this value.
  std::optional<std::int64_t>
      since;       ///< Keep only records at or after this moment; undated ones go.
  std::string by;  ///< Field or attribute whose values are compared; empty: none.
  /// Hear struggles that are told without a complaint (quiet_struggles.h); null: they are not
  /// heard.
  const StruggleHeads* struggles = nullptr;
  /// Told now and then how many records have been read; empty: not told.
  std::function<void(std::uint64_t read)> progress;
};

/// A corpus and what it was read from: readable again if that was asked for.
struct ReadCorpus : problems::Corpus {
  std::vector<Source> sources;
};

/// Reads and understands. The same bytes in give the same corpus at any thread count.
[[nodiscard]] Result<ReadCorpus> read_corpus(std::span<const std::string> paths,
                                             const Understander& understander,
                                             const CorpusOptions& options, const Pool& pool);

}  // namespace attune

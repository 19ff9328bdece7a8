// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads files of phrases, whoever owns them: docs/phrases.md is the language.
//
//   [heading] word .97                  begins an entry; what heading and word mean, the owner says
//   = still <be>? waiting|waitin        an expression; any of several may match
//   ! before 3 not                      forbidden near a hit; & requires it. Indented: for the
//                                       expression above alone
//   + I am still waiting.               a text that must be found, and one that must not
//   - Are we still friends, waiting room?
//   set be = is are was
//   def cant = ( can't | can not )
//
// Guards: `before N x`, `inside x`, `after N x`, `sentence x`, `text x`, `question`, `negated`
// (`! inside <neg>` and `! before 3 <neg>`). Lines that begin with # are remarks. Sets and macros
// last from file to file; an entry ends with its file.

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "attune/result.h"
#include "phrases/book.h"
#include "phrases/words.h"

namespace attune::phrases {

/// The line that begins an entry.
struct Heading {
  std::string_view name;  ///< Between [ and ].
  std::string_view word;  ///< Behind it.
  float p = 0;            ///< In (0, 1).
};

/// What a line of the owner's own did.
enum class OwnLine : std::uint8_t {
  unknown,  ///< It is none.
  taken,
  ended  ///< Taken; the entry before it is at its end.
};

/// Whose entries a file holds.
class Owner {
 public:
  virtual ~Owner() = default;
  /// Begins an entry with its id; the place is good until the next is begun.
  [[nodiscard]] virtual Result<Entry*> begin(const Heading& heading) = 0;
  /// A line that is none of the common ones. `in_entry`: it stands in the last entry begun.
  [[nodiscard]] virtual Result<OwnLine> own_line(std::string_view line, bool in_entry) = 0;
};

/// Adds files to a book, one after the other.
class Reader {
 public:
  /// `classes` are those of the owner's book; both outlive the reader.
  Reader(Owner& owner, std::vector<TokenClass>& classes) : owner_(owner), words_(classes) {}

  /// Refuses a line that it does not understand: "NAME: line 7: what 'where': what to do".
  [[nodiscard]] Result<void> read(std::string_view name, std::string_view content);

 private:
  [[nodiscard]] Result<void> read_line(std::string_view line, bool indented);
  [[nodiscard]] Result<void> read_entry_line(std::string_view line, bool indented);
  [[nodiscard]] Result<void> read_own_line(std::string_view line);
  [[nodiscard]] Result<void> begin(std::string_view line);
  [[nodiscard]] Result<void> add_phrases(std::string_view line);
  [[nodiscard]] Result<void> add_guard(std::string_view line, Guard guard);

  Owner& owner_;
  Words words_;
  Entry* entry_ = nullptr;  ///< The one that is being read.
  std::unordered_set<std::string> ids_;
  std::size_t steps_ = 0;  ///< Of all phrases.
};

}  // namespace attune::phrases

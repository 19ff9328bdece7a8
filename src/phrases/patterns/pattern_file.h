// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads pattern data files. One pattern is a block of lines:
//
//   [struggle] still-waiting .93        kind, id, precision
//   = still <be>? waiting|waitin        an expression; any of several may match
//   = no reply ~3 from %mention
//   ! before 3 <neg>                    forbidden near the hit
//   & question                          required
//   + I am still waiting for my card.   a text that must hit, and one that must not
//   - Are we still friends, waiting room?
//
// Lines that begin with # are remarks; the last is "# end" (base/model_text.h), and sets.txt lists
// the files of its folder: "# files: sets.txt care.txt".
//
// Expressions are tokens in order: `word`, `pre*` (any word that begins so), `a|b|c*`, `<set>`,
// `{macro}`, `(two words | or three words)`, each with `?` behind it if it may be absent; `~3` lets
// up to three tokens of the same sentence lie between; `^` only where a clause can begin; `$` only
// where one can end; %any %num %mention %hashtag %link %email %emoji %caps %title; %q for "?".
// Guards: `before N x`, `after N x`, `sentence x`, `text x`, `question`, `negated`; `!` forbids,
// `&` requires. Shared words: `set be = is are was`, `def cant = (can't | can not)`.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attune/reading.h"
#include "attune/result.h"

namespace attune {

/// What a pattern speaks for. `reason_after` and `reason_before` are connectives: the reason
/// stands behind ("because") or ahead of them ("that's why"). `aspect`: a thing that customers
/// speak of. `mechanism`: how a reply shows empathy (models/empathy).
enum class PatternKind : std::uint8_t {
  need,
  struggle,
  praise,
  question,
  motivation,
  value,
  churn_threat,
  advocacy,
  suggestion,
  complaint,
  feeling,
  event,
  reason_after,
  reason_before,
  care,
  aspect,
  mechanism
};
inline constexpr std::size_t kPatternKindCount = 17;
inline constexpr std::array<std::string_view, kPatternKindCount> kPatternKindNames = {
    "need",         "struggle",      "praise",     "question",  "motivation", "value",
    "churn-threat", "advocacy",      "suggestion", "complaint", "feeling",    "event",
    "reason-after", "reason-before", "care",       "aspect",    "mechanism"};

/// A test of one token: any of these words, any of these beginnings, any of these token flags.
struct PatternClass {
  std::vector<std::string> words;
  std::vector<std::string> prefixes;
  std::uint32_t flags = 0;  ///< Bits of TokenFlag.
};

/// Bits that a token may have beside its letters.
struct TokenFlag {
  static constexpr std::uint32_t kWord = 1, kNumber = 2, kMention = 4, kHashtag = 8, kLink = 16,
                                 kEmail = 32, kEmoji = 64, kCapitals = 128, kTitle = 256;
};

/// One token of a sequence: its class, and how many tokens may lie before it.
struct PatternStep {
  std::uint32_t klass = 0;
  std::uint32_t gap = 0;
};

/// One way to match: an expression without its options.
struct PatternSequence {
  std::vector<PatternStep> steps;
  bool at_clause_start = false;
  bool at_clause_end = false;
};

enum class GuardPlace : std::uint8_t { before, inside, after, sentence, text, question };

struct PatternGuard {
  GuardPlace place = GuardPlace::before;
  bool required = false;  ///< Else forbidden.
  std::uint32_t reach = 0;
  std::uint32_t klass = 0;
};

struct PatternSpec {
  std::string id;
  std::uint64_t key = 0;  ///< Hash of the id: the same whatever stands around it in the book.
  PatternKind kind = PatternKind::need;
  Care care = Care::bereavement;  ///< Where kind is care.
  float p = 0;                    ///< Precision, [0, 1].
  std::vector<PatternSequence> sequences;
  std::vector<PatternGuard> guards;
  std::vector<std::string> hits;    ///< Texts that must hit.
  std::vector<std::string> misses;  ///< Texts that must not.
};

/// Everything that a folder of pattern files says.
struct PatternBook {
  std::vector<PatternClass> classes;
  std::vector<PatternSpec> patterns;
};

/// Adds files to a book, one after the other; sets and macros last from file to file.
class PatternReader {
 public:
  /// Refuses a line that it does not understand, with its number.
  [[nodiscard]] Result<void> read(std::string_view name, std::string_view content);
  [[nodiscard]] PatternBook take() { return std::move(book_); }

 private:
  struct Alternative;
  class Expression;

  [[nodiscard]] Result<void> read_line(std::string_view line);
  [[nodiscard]] Result<void> begin_pattern(std::string_view line);
  [[nodiscard]] Result<void> add_expression(std::string_view line);
  [[nodiscard]] Result<void> add_guard(std::string_view line, bool required);
  [[nodiscard]] Result<void> define(std::string_view line);
  [[nodiscard]] Result<void> collect(std::string_view alternatives, PatternClass& into) const;
  [[nodiscard]] Result<std::uint32_t> class_of(std::string_view alternatives);

  PatternBook book_;
  std::unordered_map<std::string, PatternClass> sets_;
  std::unordered_map<std::string, std::string> macros_;
  std::unordered_map<std::string, std::uint32_t> interned_;
};

}  // namespace attune

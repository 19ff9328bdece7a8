// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads files of patterns: phrases (docs/phrases.md) whose heading says what a hit speaks for.
//
//   [struggle] still-waiting .93        kind, id, precision
//   = still <be>? waiting|waitin
//   + I am still waiting for my card.
//
// A turn is written with a point too: [turn.good], [turn.bad] or [turn.neutral]. It says beside
// what its phrases mean, in plain words: "> very happy".
//
// Kinds of care are written with a point: [care.illness]. sets.txt lists the files of its folder:
// "# files: sets.txt care.txt" (base/model_text.h).

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "attune/reading.h"
#include "attune/result.h"
#include "phrases/book.h"
#include "phrases/reader.h"

namespace attune {

/// What a pattern speaks for. `reason_after` and `reason_before` are connectives: the reason
/// stands behind ("because") or ahead of them ("that's why"); `reason_lead`: one that the reason
/// model has not learned from ("as the zip broke"). `aspect`: a thing that customers speak of.
/// `mechanism`: how a reply shows empathy (models/empathy). `turn`: words that say another thing
/// than they mean ("couldn't be happier"), read as its plain words.
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
  mechanism,
  turn,
  reason_lead
};
inline constexpr std::size_t kPatternKindCount = 19;
inline constexpr std::array<std::string_view, kPatternKindCount> kPatternKindNames = {
    "need",    "struggle",     "praise",       "question",      "motivation",
    "value",   "churn-threat", "advocacy",     "suggestion",    "complaint",
    "feeling", "event",        "reason-after", "reason-before", "care",
    "aspect",  "mechanism",    "turn",         "reason-lead"};

/// A pattern: its phrases, and what they speak for.
struct PatternSpec : phrases::Entry {
  std::uint64_t key = 0;  ///< Hash of the id: the same whatever stands around it in the book.
  PatternKind kind = PatternKind::need;
  std::uint8_t care = 0;  ///< Where kind is care: which, as in kCareNames (attune/care.h).
  Polarity turned = Polarity::neutral;  ///< Where kind is turn: how it is meant …
  std::string plain;                    ///< … and the plain words that say so.
};

/// Everything that a folder of pattern files says.
using PatternBook = phrases::Book<PatternSpec>;

/// Adds files to a book, one after the other; sets and macros last from file to file.
class PatternReader : private phrases::Owner {
 public:
  PatternReader() : reader_(*this, book_.classes) {}
  PatternReader(const PatternReader&) = delete;
  PatternReader& operator=(const PatternReader&) = delete;

  /// Refuses a line that it does not understand, with its number and what to do.
  [[nodiscard]] Result<void> read(std::string_view name, std::string_view content) {
    return reader_.read(name, content);
  }
  /// The book; nothing is read after it.
  [[nodiscard]] PatternBook take() { return std::move(book_); }

 private:
  [[nodiscard]] Result<phrases::Entry*> begin(const phrases::Heading& heading) override;
  [[nodiscard]] Result<phrases::OwnLine> own_line(std::string_view line, bool in_entry) override;

  PatternBook book_;
  phrases::Reader reader_;
};

}  // namespace attune

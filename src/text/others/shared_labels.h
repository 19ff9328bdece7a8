// SPDX-License-Identifier: Apache-2.0
#pragma once

// What many texts of one file share at the same place: "✅ Trip Verified |", "Review title:",
// "[This review was collected as part of a promotion.]". A site or a form wrote it, not the
// customers.
//
//   const SharedLabels labels = SharedLabels::learn(texts);
//   labels.find(text, parts);
//
// People begin alike, too ("The app is", "Arrived broken."): so a label ends with a mark that parts
// it from the text (a bar, a colon, a bracket), and an end that is shared stands behind one. A
// sentence, or a few words with capitals, is one only if it speaks of posting or verifying, and
// never of its writer or of trouble.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/left_out.h"

namespace attune {

/// Where a label stands in a text: `line` is at the beginning of a line or in it, before a colon.
enum class LabelPlace : std::uint8_t { start, line, end };

struct SharedLabel {
  std::string words;  ///< As the first text has it, without white space around.
  LabelPlace place = LabelPlace::start;
  bool answers = false;  ///< "Our reply:": what follows is the company's, up to the next label.
  bool field = false;    ///< "Name:", "Order:": what follows on the line is a form's, no message.
};

/// A place in one text, and which label stands there.
struct FoundLabel {
  std::size_t label = 0;  ///< Index into all().
  Span span;
};

class SharedLabels {
 public:
  static constexpr std::size_t kFewestTexts = 20;  ///< That share a label,
  static constexpr double kShare = 0.3;            ///< and what part of all.

  SharedLabels() = default;
  /// Learns from `texts`, blank ones not among them; a sample of 4,000 is enough. A label that
  /// fewer share is one beside others with the same mark that together reach the share ("Not
  /// Verified |"). O(bytes within the first and last lines). Pure: the order of the texts decides
  /// spelling alone.
  [[nodiscard]] static SharedLabels learn(std::span<const std::string_view> texts);

  /// Writes the places of labels in `text` to `out` (overwritten), in order and disjoint. Total.
  void find(std::string_view text, std::vector<FoundLabel>& out) const;

  [[nodiscard]] bool empty() const { return labels_.empty(); }
  [[nodiscard]] const std::vector<SharedLabel>& all() const { return labels_; }

 private:
  std::vector<SharedLabel> labels_;
  std::vector<std::uint64_t> keys_;  ///< Parallel to labels_.
};

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Collects blocks of prose for the cutters of each markup, and finds the placeholders of templates
// in them.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/prose/block.h"

namespace attune {

using BlockSink = std::function<void(const CopyBlock&)>;

/// A piece of a template: its length (0: there is none), and the attribute that it prints (empty
/// for comments, conditions and loops).
struct Placeholder {
  std::size_t length = 0;
  std::string path;
};

/// Finds the pieces of templates in one text. Asking in ascending order looks at no byte twice in
/// vain: "<%<%<%…" holds no end, and that is found out once.
class PlaceholderFinder {
 public:
  explicit PlaceholderFinder(std::string_view text) : text_(text) {}
  /// The placeholder that begins at `at`.
  [[nodiscard]] Placeholder at(std::size_t at);

 private:
  /// No `close` begins in [from, to).
  struct Barren {
    std::string_view close;
    std::size_t from = 0;
    std::size_t to = 0;
  };
  [[nodiscard]] Placeholder between(std::size_t at, std::string_view open, std::string_view close);
  [[nodiscard]] Placeholder exactly(std::size_t at, std::string_view open, std::string_view close);
  [[nodiscard]] Placeholder curly(std::size_t at);
  [[nodiscard]] std::size_t find(std::string_view close, std::size_t from, std::size_t end);

  std::string_view text_;
  std::vector<Barren> barren_;  ///< One for each `close` that was looked for.
};

/// Collects a block.
class BlockWriter {
 public:
  explicit BlockWriter(const BlockSink& sink) : sink_(sink) {}
  /// Adds prose that stands at `source`; placeholders in it become one sign each.
  void text(std::string_view bytes, std::size_t source);
  /// Adds `bytes` for the place [begin, end) of the file: an entity, a tag that separates.
  void stand_in(std::string_view bytes, std::size_t begin, std::size_t end);
  void flush();
  void quoted(bool on) { block_.quoted = on; }

 private:
  void plain(std::string_view bytes, std::size_t source);

  const BlockSink& sink_;
  CopyBlock block_;
};

}  // namespace attune

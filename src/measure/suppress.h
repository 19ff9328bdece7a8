// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which cells of a table of people must not be shown? Cells under ten people (primary), and enough
// others that no hidden cell follows from the rows, columns and totals that are shown
// (complementary suppression; UK LLC and ONS LS use 10). Hidden cells can be told apart from 0 only
// by their mark, "<10": a shown cell is ≥ 10, or 0 where `show_zeros`.
//
// Promise: somebody who knows every shown number, all row and column totals that are shown, and the
// rule, cannot compute any hidden cell (no hidden cell is fixed by the linear equations, and for
// none do the equations together with "≥ 0" fix it either). Tested by attack in suppress_test.cpp.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune {

/// rows × columns counts, row-major. Totals are those of the table: rows sum to row totals, columns
/// to column totals, all to the grand total.
struct CountTable {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<std::uint64_t> counts;
};

struct SuppressOptions {
  std::uint64_t fewest = 10;  ///< Cells of 1 … fewest − 1 people are hidden.
  bool show_zeros = true;     ///< False: zeros are small too.
  bool row_totals = true;     ///< Whether the row totals are shown beside the table …
  bool column_totals = true;  ///< … and the column totals. Then the grand total is shown as well.
};

/// What to hide. All parallel to the table: hidden[row * columns + column].
struct Suppression {
  std::vector<bool> cells;
  std::vector<bool> row_totals;     ///< One per row; a total under `fewest` is hidden.
  std::vector<bool> column_totals;  ///< One per column.
  bool grand_total = false;
};

/// Deterministic. Hides the smallest cells that do, greedily; not always the fewest.
[[nodiscard]] Suppression suppress(const CountTable& table, const SuppressOptions& options);

/// For a plain list of disjoint groups with a shown total: which to hide. The special case of one
/// row. A list with no total shown needs no complement: pass `total_shown` false.
[[nodiscard]] std::vector<bool> suppress_list(const std::vector<std::uint64_t>& counts,
                                              bool total_shown, std::uint64_t fewest = 10);

/// For a share "count of of": both sides must be large enough or empty, since the one gives the
/// other away: true if count or of − count is in 1 … fewest − 1.
[[nodiscard]] bool share_is_small(std::uint64_t count, std::uint64_t of, std::uint64_t fewest = 10);

}  // namespace attune

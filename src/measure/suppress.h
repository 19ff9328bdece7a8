// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which cells of a table of people must not be shown? Cells under ten people (primary), and enough
// others that no hidden cell follows from the rows, columns and totals that are shown
// (complementary suppression; UK LLC and ONS LS use 10).
//
// Show every hidden cell by one and the same mark ("hidden: fewer than 10 people, or needed to
// protect such a cell"); "<10" beside it would tell the two kinds apart and give numbers away.
//
// Promise: somebody who knows every number shown, that rows and columns add up, and that a hidden
// cell holds at least one person (`show_zeros`) or none, cannot compute any hidden cell: each could
// be larger or smaller. Nor do the hidden cells of one row or column together hold fewer than ten
// people where its total is shown. Method: a cell is safe if and only if some cycle of unknown
// cells through it can be shifted by one (Gusfield 1988, with bounds); the cheapest cycle is
// hidden. suppress_test.cpp attacks random tables by elimination and by enumeration.

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

/// Deterministic. Hides the smallest cells that do, one cycle after another; not always the fewest.
/// In rows × columns each at most a few hundred: time grows with cells × hidden cells.
[[nodiscard]] Suppression suppress(const CountTable& table, const SuppressOptions& options);

/// For a plain list of disjoint groups with a shown total: which to hide. The special case of one
/// row. A list with no total shown needs no complement: pass `total_shown` false.
[[nodiscard]] std::vector<bool> suppress_list(const std::vector<std::uint64_t>& counts,
                                              bool total_shown, std::uint64_t fewest = 10);

/// For a share "count of of": both sides must be large enough or empty, since the one gives the
/// other away: true if count or of − count is in 1 … fewest − 1.
[[nodiscard]] bool share_is_small(std::uint64_t count, std::uint64_t of, std::uint64_t fewest = 10);

}  // namespace attune

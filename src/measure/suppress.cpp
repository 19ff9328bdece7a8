// SPDX-License-Identifier: Apache-2.0
//
// Idea. The table with its totals is a graph of rows and columns whose edges are cells. A hidden
// cell can be another number if and only if a cycle of unknown cells through it can be shifted, so
// each gets the cheapest one that lets it rise: a shortest path from one of its ends to the other,
// what is unknown already costing nothing. Rounds repeat until one hides nothing more.
//
// When it applies. One table of two dimensions. Tables that share cells or people with it are not
// seen. A shift by one is enough: what is promised is that no cell is exact, not how wide its range
// is. Greedy: each cycle is cheapest when it is chosen, all together need not be.
//
// What it costs. O(cells log cells) for each hidden cell and round; a round that is not the last
// hides at least one cell more.
//
// Source. D. Gusfield, A graph theoretic approach to statistical data security, SIAM J. Computing
// 17 (1988); E. W. Dijkstra, Numerische Mathematik 1 (1959).
//
// Tested in suppress_test.cpp: random tables attacked by elimination and by enumeration.
#include "measure/suppress.h"

#include <algorithm>
#include <limits>
#include <queue>

namespace attune {

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

/// The table with its totals as one more row and column. Every cell takes part in one row equation
/// and one column equation; so the cells are the edges of a graph between rows and columns, and a
/// change that keeps all equations is a sum of cycles. Around a cycle cells rise and fall in turn
/// (totals the other way round): a directed walk row → column is a rise, column → row a fall.
class Grid {
 public:
  Grid(const CountTable& table, const SuppressOptions& options)
      : rows_(table.rows + 1),
        columns_(table.columns + 1),
        fewest_(options.fewest),
        lower_(options.show_zeros ? 1 : 0),
        value_(rows_ * columns_, 0),
        state_(rows_ * columns_, State::shown) {
    for (std::size_t r = 0; r + 1 < rows_; ++r) {
      for (std::size_t c = 0; c + 1 < columns_; ++c) {
        const std::uint64_t count = table.counts[r * table.columns + c];
        for (const std::size_t i :
             {at(r, c), at(r, columns_ - 1), at(rows_ - 1, c), at(rows_ - 1, columns_ - 1)})
          value_[i] += count;
      }
    }
    for (std::size_t r = 0; r + 1 < rows_; ++r)
      if (!options.row_totals) state_[at(r, columns_ - 1)] = State::absent;
    for (std::size_t c = 0; c + 1 < columns_; ++c)
      if (!options.column_totals) state_[at(rows_ - 1, c)] = State::absent;
    if (!options.row_totals && !options.column_totals) state_.back() = State::absent;
    for (std::size_t i = 0; i < value_.size(); ++i)
      if (state_[i] == State::shown && value_[i] < fewest_ && value_[i] >= lower_)
        state_[i] = State::hidden;
  }

  void protect() {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t r = 0; r < rows_; ++r) changed = fill_line(at(r, 0), 1, columns_) || changed;
      for (std::size_t c = 0; c < columns_; ++c)
        changed = fill_line(at(0, c), columns_, rows_) || changed;
      for (std::size_t i = 0; i < value_.size(); ++i)
        changed = (state_[i] == State::hidden && loosen(i)) || changed;
    }
  }

  [[nodiscard]] bool hidden(std::size_t row, std::size_t column) const {
    return state_[at(row, column)] == State::hidden;
  }

 private:
  enum class State : std::uint8_t { shown, hidden, absent };  // Absent: nobody meant to show it.

  [[nodiscard]] std::size_t at(std::size_t row, std::size_t column) const {
    return row * columns_ + column;
  }
  [[nodiscard]] bool is_total(std::size_t i) const {
    return (i / columns_ + 1 == rows_) != (i % columns_ + 1 == columns_);
  }
  [[nodiscard]] bool in_margin(std::size_t i) const {
    return i / columns_ + 1 == rows_ || i % columns_ + 1 == columns_;
  }

  /// What hiding one more cell costs; totals are kept as long as cells will do.
  [[nodiscard]] double cost(std::size_t i) const {
    if (state_[i] != State::shown) return 0;
    if (value_[i] < lower_) return kNever;  // A shown zero hides nothing.
    const auto people = static_cast<double>(value_[i]) + 1;
    return in_margin(i) ? people + 4 * static_cast<double>(value_.back()) : people;
  }

  /// The hidden cells of a line whose other cells are all known must hold `fewest` people together.
  bool fill_line(std::size_t first, std::size_t step, std::size_t length) {
    bool changed = false;
    while (true) {
      std::uint64_t together = 0;
      std::size_t unknown = 0;
      std::size_t cheapest = value_.size();
      for (std::size_t k = 0; k < length; ++k) {
        const std::size_t i = first + k * step;
        const bool is_sum = k + 1 == length;
        if (state_[i] == State::absent || (state_[i] == State::hidden && is_sum)) return changed;
        if (is_sum) continue;
        if (state_[i] == State::hidden) {
          together += value_[i];
          ++unknown;
        } else if (cost(i) < kNever && (cheapest == value_.size() || cost(i) < cost(cheapest))) {
          cheapest = i;
        }
      }
      if (unknown == 0 || together >= fewest_ || cheapest == value_.size()) return changed;
      state_[cheapest] = State::hidden;
      changed = true;
    }
  }

  /// Whether the cell may be walked from its row to its column (`rise` of a plain cell).
  [[nodiscard]] bool may(std::size_t i, bool to_column) const {
    const bool rises = to_column != is_total(i);
    return rises || value_[i] > (state_[i] == State::absent ? 0 : lower_);
  }

  /// Hides the cheapest cycle that lets hidden cell `cell` rise; true if more had to be hidden.
  bool loosen(std::size_t cell) {
    const bool to_column = !is_total(cell);
    const std::size_t row = cell / columns_;
    const std::size_t column = rows_ + cell % columns_;
    const std::vector<std::size_t> path =
        cheapest_path(to_column ? column : row, to_column ? row : column, cell);
    bool changed = false;
    for (const std::size_t i : path) {
      if (state_[i] != State::shown) continue;
      state_[i] = State::hidden;
      changed = true;
    }
    return changed;
  }

  using Step = std::pair<double, std::size_t>;  // Cost so far, node.
  struct Search {
    std::vector<double> best;     // Cost of each node.
    std::vector<std::size_t> by;  // The cell it was reached by.
    std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
  };

  /// Walks every cell of a node's line on from it.
  void walk_on(const Step& from, std::size_t without, Search& search) const {
    const bool is_row = from.second < rows_;
    for (std::size_t k = 0; k < (is_row ? columns_ : rows_); ++k) {
      const std::size_t i = is_row ? at(from.second, k) : at(k, from.second - rows_);
      const std::size_t next = is_row ? rows_ + k : k;
      const double so_far = from.first + cost(i);
      if (i == without || !may(i, is_row) || so_far >= search.best[next]) continue;
      search.best[next] = so_far;
      search.by[next] = i;
      search.open.emplace(so_far, next);
    }
  }

  /// Cells on the cheapest walk between two nodes (rows first, then columns) without `without`
  /// (Dijkstra 1959).
  [[nodiscard]] std::vector<std::size_t> cheapest_path(std::size_t from, std::size_t to,
                                                       std::size_t without) const {
    Search search;
    search.best.assign(rows_ + columns_, kNever);
    search.by.assign(rows_ + columns_, value_.size());
    search.best[from] = 0;
    search.open.emplace(0, from);
    while (!search.open.empty()) {
      const Step step = search.open.top();
      search.open.pop();
      if (step.first <= search.best[step.second]) walk_on(step, without, search);
    }
    std::vector<std::size_t> path;
    if (search.best[to] == kNever) return path;
    for (std::size_t node = to; node != from;) {
      const std::size_t cell = search.by[node];
      path.push_back(cell);
      node = node < rows_ ? rows_ + cell % columns_ : cell / columns_;
    }
    return path;
  }

  std::size_t rows_, columns_;
  std::uint64_t fewest_, lower_;
  std::vector<std::uint64_t> value_;
  std::vector<State> state_;
};

}  // namespace

Suppression suppress(const CountTable& table, const SuppressOptions& options) {
  Grid grid(table, options);
  grid.protect();
  Suppression out;
  for (std::size_t r = 0; r < table.rows; ++r) {
    for (std::size_t c = 0; c < table.columns; ++c) out.cells.push_back(grid.hidden(r, c));
    out.row_totals.push_back(grid.hidden(r, table.columns));
  }
  for (std::size_t c = 0; c < table.columns; ++c)
    out.column_totals.push_back(grid.hidden(table.rows, c));
  out.grand_total = grid.hidden(table.rows, table.columns);
  return out;
}

std::vector<bool> suppress_list(const std::vector<std::uint64_t>& counts, bool total_shown,
                                std::uint64_t fewest) {
  const CountTable table{.rows = 1, .columns = counts.size(), .counts = counts};
  return suppress(table, {.fewest = fewest, .row_totals = total_shown, .column_totals = false})
      .cells;
}

bool share_is_small(std::uint64_t count, std::uint64_t of, std::uint64_t fewest) {
  const auto small = [&](std::uint64_t people) { return people > 0 && people < fewest; };
  return small(count) || small(of - std::min(count, of));
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#pragma once

// How one file is going to be read: its layout, and which column is what, from the mapping given
// and from a look at the first thousand rows. Everything guessed is said.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "attune/intake.h"
#include "attune/message.h"
#include "listen/plan/columns.h"
#include "listen/plan/dates.h"
#include "listen/plan/layout.h"
#include "listen/plan/mapping.h"

namespace attune {

struct Plan {
  Layout layout;
  std::array<std::vector<std::uint32_t>, kFieldCount> columns;  ///< Per field, into layout.columns.
  DayOrder order = DayOrder::unknown;
  std::vector<Asked> asked;  ///< Per column of the layout: what its name asks for.
  OrderVotes votes;          ///< What the looked-at dates said of their order.
  std::vector<Assumption> assumed;

  [[nodiscard]] const std::vector<std::uint32_t>& operator[](Field field) const {
    return columns.at(static_cast<std::size_t>(field));
  }
  /// The name of the field's (first) column, or "".
  [[nodiscard]] std::string_view name(Field field) const;
  /// Every field decided, so that a later run reads a like file in the same way.
  [[nodiscard]] Mapping mapping() const;
  /// Settles the order of day and month, and says how.
  void settle_order(const OrderVotes& all);
};

/// The beginning of a file.
struct Beginning {
  std::string_view text;  ///< Decoded.
  bool complete = false;  ///< It is all there is.
  std::string_view name;
};

/// bad_input where no column holds text (the message names the columns) or a column that `mapping`
/// names is not there.
[[nodiscard]] Result<Plan> make_plan(const Beginning& beginning, const Mapping& mapping,
                                     const Limits& limits);

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is a message for? A receipt, a code, a parcel on its way, a trial that ends: such mail is
// known by what it says, not by the name of its file. Its deadlines and warnings are news.

#include <optional>
#include <string_view>

#include "lint/prose/prose.h"
#include "lint/rules.h"

namespace attune {

/// The purpose of one file, looked for once, when it is first asked about. Borrowed.
class MailPurpose {
 public:
  MailPurpose(const Rules& rules, std::string_view source, Markup markup)
      : rules_(rules), source_(source), markup_(markup) {}

  /// Do at least as many of its phrases tell of a transaction or a service as sell, and one at
  /// all? Reads the first 32 KiB.
  [[nodiscard]] bool transactional();
  /// Do more of them sell?
  [[nodiscard]] bool sells();

 private:
  const PurposeWords& words();
  const Rules& rules_;
  std::string_view source_;
  Markup markup_;
  std::optional<PurposeWords> known_;
};

}  // namespace attune

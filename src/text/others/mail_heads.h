// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where mail that is answered to begins: "On … wrote:", a row of dashes that says so, "From: …
// Sent: … To: …".

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/others/segments.h"

namespace attune {

/// The place behind "On 5 May 2026 at 10:00, Pat <p@example.org> wrote:" if segment `i` begins it,
/// else 0. It names a mail address, or a year and an hour before a line's end, or ">" follows.
[[nodiscard]] std::uint32_t attribution_end(std::string_view text,
                                            const std::vector<Segment>& segments, std::size_t i);

/// "-----Original Message-----", "Begin forwarded message:", a long line of underscores before
/// heads.
[[nodiscard]] bool is_separator(std::string_view text, const std::vector<Segment>& segments,
                                std::size_t i);

struct MailHead {
  std::size_t segments = 0;  ///< 0: none begins here.
  std::uint32_t end = 0;     ///< Behind the heads; the words of a subject are not among them.
};

/// Three heads or more of a mail that begin with segment `i`. "From: Leeds, To: York, Date: 5 May"
/// is a journey: one has to hold an address, or say "Sent".
[[nodiscard]] MailHead mail_head(std::string_view text, const std::vector<Segment>& segments,
                                 std::size_t i);

/// True if a text that begins like a disclaimer says that it is confidential, and for whom.
[[nodiscard]] bool says_confidential(std::string_view text);

}  // namespace attune

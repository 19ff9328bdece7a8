// SPDX-License-Identifier: Apache-2.0
#pragma once

// The fixed phrases by which mail programs, shops and letter writers part their own words from
// those of others, in a dozen languages.

#include <cstdint>
#include <optional>
#include <string_view>

namespace attune {

enum class MailPhrase : std::uint8_t {
  closing,     ///< "Kind regards"
  thanks,      ///< "Many thanks": closes, and is meant.
  device,      ///< "Sent from my"
  original,    ///< "Original Message", between dashes
  forwarded,   ///< "Begin forwarded message"
  on_date,     ///< "On", before a date and "wrote:"
  reply,       ///< "Response from the owner"
  disclaimer,  ///< "This e-mail", if it goes on to be confidential
  warning,     ///< "If you are not the intended recipient": always a disclaimer
  translated,  ///< "(Translated by Google)"
  source,      ///< "(Original)"
  agent,       ///< "Agent", before a colon: a line of a chat
  customer,    ///< "Customer", before a colon
  from,        ///< Heads of a mail, before a colon.
  sent,
  date,
  to,
  subject
};

struct FoundPhrase {
  MailPhrase kind = MailPhrase::closing;
  std::uint32_t length = 0;  ///< Bytes, the colon of a head or speaker included.
};

/// The longest phrase that stands at `text[at]` and ends there with a word, whatever its ASCII
/// case. O(length of the phrases that begin with that letter).
[[nodiscard]] std::optional<FoundPhrase> mail_phrase_at(std::string_view text, std::size_t at);

/// The length of the verb that closes "On … wrote" if one stands at `text[at]`, else 0.
[[nodiscard]] std::uint32_t wrote_at(std::string_view text, std::size_t at);

/// True if `word`, whatever its ASCII case, names what mail is sent from: "iPhone", "Outlook".
[[nodiscard]] bool is_device(std::string_view word);

}  // namespace attune

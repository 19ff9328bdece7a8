// SPDX-License-Identifier: Apache-2.0
#pragma once

// The copy of a mail as it is sent (.eml, RFC 5322 and 2045): its subject, and those parts that
// people read, unpacked.

#include <functional>
#include <string_view>

#include "lint/prose/markup.h"
#include "lint/prose/placed_text.h"

namespace attune {

/// Gets the subject and each part of text or HTML, with the place of every byte in the file.
using MailSink = std::function<void(const PlacedText& text, Markup markup)>;

/// Reads `source` from `from` on. Total; attachments and encoded subjects are left out, and a file
/// without headers is one part of plain text. O(bytes · depth), at most eight parts deep.
void read_mail(std::string_view source, std::size_t from, const MailSink& sink);

}  // namespace attune

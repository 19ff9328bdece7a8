// SPDX-License-Identifier: Apache-2.0
#include "report/preview.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/calendar.h"
#include "report/words.h"
#include "text/harmless.h"

namespace attune {

namespace {

constexpr std::size_t kMostShown = 160;  ///< Characters of a message.

std::string record_text(const Message& message) {
  std::string out = fmt::format("\nrecord {}  id={}", message.row, message.id.text);
  if (!message.person.empty()) out += "  person=" + message.person;
  if (message.time) out += "  time=" + iso_date(day_of_seconds(*message.time));
  if (!message.brand.empty()) out += "  brand=" + message.brand;
  if (!message.channel.empty()) out += "  channel=" + message.channel;
  if (message.rating) out += fmt::format("  rating={}", *message.rating);
  return out + "\n  " + shortened(message.text, kMostShown) + "\n";
}

/// Each line harmless.
std::string harmless_lines(std::string_view text) {
  std::string safe;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    safe += for_terminal(text.substr(from, end - from)) + "\n";
    from = end + 1;
  }
  return safe;
}

}  // namespace

std::string preview_text(const Preview& preview) {
  std::string out;
  for (const Assumption& assumption : preview.intake.assumed)
    out += "assumed: " + assumption.said + "\n";
  for (const Message& message : preview.messages) out += record_text(message);
  return harmless_lines(out + fmt::format("\n{} records read, {} rejected; nothing was written.\n",
                                          preview.intake.read, preview.intake.rejected));
}

}  // namespace attune

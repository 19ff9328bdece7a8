// SPDX-License-Identifier: Apache-2.0
#include "listen/formats/plain_lines.h"

#include <fmt/core.h>
#include <simdjson.h>

namespace attune {

PlainReader::PlainReader(Window& window, const Layout& layout, const Limits& limits)
    : lines_(window, layout.end_of_line, limits.max_record_bytes),
      limits_(limits),
      columns_{"text"} {}

std::string PlainReader::why_rejected() const {
  const std::string_view line = lines_.record();
  if (lines_.too_long() || line.size() > limits_.max_field_bytes) {
    return fmt::format("longer than {} bytes", limits_.max_field_bytes);
  }
  if (line.find('\0') != std::string_view::npos) return "holds a NUL byte";
  return simdjson::validate_utf8(line.data(), line.size()) ? "" : "not valid UTF-8";
}

Result<const Record*> PlainReader::next() {
  auto got = lines_.next();
  if (!got) return tl::unexpected(got.error());
  if (!*got) return nullptr;
  ++record_.number;
  record_.line = lines_.number();
  record_.raw = lines_.record();
  record_.fault = why_rejected();
  cell_ = {.bytes = record_.raw, .kind = CellKind::text};
  record_.cells = {&cell_, 1};
  return &record_;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lint/values/catalogue.h"

/// The first byte chooses the format; every byte of every value must stand somewhere in the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t first = static_cast<std::size_t>(attune::Markup::json);
  const auto markup = static_cast<attune::Markup>(first + data[0] % (attune::kMarkups - first));
  const std::string_view source(reinterpret_cast<const char*>(data) + 1, size - 1);
  attune::CopyKeys keys;
  keys.keys = {"*"};
  const auto read = attune::read_catalogue(
      source, markup, keys, [&](std::string_view, const attune::PlacedText& value) {
        for (std::uint32_t at = 0; at < value.text.size(); ++at) {
          const attune::Span place = value.in_source({at, at + 1});
          if (place.empty() || place.end > source.size()) std::abort();
        }
      });
  if (!read && read.error().message.empty()) std::abort();
  return 0;
}

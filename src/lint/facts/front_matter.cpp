// SPDX-License-Identifier: Apache-2.0
#include "lint/facts/front_matter.h"

#include <algorithm>
#include <string>

#include "base/yaml.h"

namespace attune {

namespace {

constexpr std::size_t kReach = 65536;
constexpr std::string_view kBorder = "---";
constexpr std::string_view kKey = "facts:";
constexpr std::string_view kMark = "\xEF\xBB\xBF";

/// The line that begins at `at`, without its end and blanks before that.
std::string_view line_at(std::string_view text, std::size_t at) {
  const std::string_view line = text.substr(at, text.find('\n', at) - at);
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

}  // namespace

Span facts_place(std::string_view source) {
  const std::string_view text = source.substr(0, kReach);
  std::size_t at = text.starts_with(kMark) ? kMark.size() : 0;
  if (line_at(text, at) != kBorder) return {};
  std::size_t begin = 0;
  std::size_t end = 0;
  for (at = next_line(text, at); at < text.size(); at = next_line(text, at)) {
    const std::string_view line = line_at(text, at);
    if (line == kBorder) {
      if (begin != 0 && end == 0) end = at;
      return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
    const bool inner = line.empty() || line[0] == ' ' || line[0] == '#';
    if (begin != 0 && end == 0 && !inner) end = at;
    if (begin == 0 && line.starts_with(kKey)) begin = at;
  }
  return {};  // What nothing ends is no front matter.
}

Result<Facts> facts_at(std::string_view source, Span place) {
  // Empty lines stand for those before it, so that lines are told as they are in the file.
  const std::string_view before = source.substr(0, place.begin);
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const auto root = load_yaml(std::string(lines, '\n') + std::string(place.of(source)));
  if (!root) return tl::unexpected<Error>(root.error());
  if (!root->IsMap()) return fail(Fault::bad_input, "facts are a map of names");
  return facts_of((*root)["facts"]);
}

}  // namespace attune

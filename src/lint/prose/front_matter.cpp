// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/front_matter.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "lint/values/scalar.h"
#include "lint/values/yaml_values.h"

namespace attune {

namespace {

constexpr std::size_t kLongest = 65536;

/// The line at `at` without its end and the blanks before that.
std::string_view line_at(std::string_view source, std::size_t at) {
  std::string_view line = source.substr(at, source.find('\n', at) - at);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
    line.remove_suffix(1);
  return line;
}

std::size_t next_line(std::string_view source, std::size_t at) {
  const std::size_t end = source.find('\n', at);
  return end == std::string_view::npos ? source.size() : end + 1;
}

/// Bytes of the key of "subject: …" or `subject = "…"`; 0 if the line has none.
std::size_t key_of(std::string_view line, char mark) {
  std::size_t end = 0;
  const auto name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  };
  while (end < line.size() && name(line[end])) ++end;
  const std::size_t at = std::min(line.find_first_not_of(' ', end), line.size());
  const bool marked = at < line.size() && line[at] == mark &&
                      (at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t');
  return marked ? end : 0;
}

/// Does a line that is no key go on with what stands above?
bool goes_on(std::string_view line) {
  return line.empty() || line[0] == ' ' || line[0] == '\t' || line[0] == '#' || line[0] == '[' ||
         line[0] == ']' || line[0] == '}' || line == "-" || line.starts_with("- ");
}

/// Reads line by line: only what stands behind a key on its own line.
void read_lines(std::string_view source, const FrontMatter& found, const ValueSink& sink) {
  const char mark = found.yaml ? ':' : '=';
  for (std::size_t at = found.begin; at < found.end; at = next_line(source, at)) {
    const std::string_view line = line_at(source, at);
    const std::size_t key = key_of(line, mark);
    const std::size_t begin =
        key == 0 ? std::string_view::npos : line.find_first_not_of(" \t", line.find(mark) + 1);
    if (begin == std::string_view::npos) continue;
    std::string_view value = line.substr(begin);
    std::size_t quote = 0;
    if (value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0]) {
      quote = 1;
      value = value.substr(1, value.size() - 2);
    }
    PlacedText placed;
    placed.add(value, static_cast<std::uint32_t>(at + begin + quote));
    sink(line.substr(0, key), placed);
  }
}

}  // namespace

FrontMatter find_front_matter(std::string_view source, std::size_t from) {
  const std::string_view mark = line_at(source.substr(0, from + 16), from);
  if (mark != "---" && mark != "+++") return {};
  FrontMatter found;
  found.yaml = mark == "---";
  found.begin = next_line(source, from);
  std::size_t keys = 0;
  for (std::size_t at = found.begin; at < source.size() && at - from < kLongest;
       at = next_line(source, at)) {
    const std::string_view line = line_at(source, at);
    if (line == mark || (found.yaml && line == "...")) {
      found.end = at;
      found.body = next_line(source, at);
      return keys > 0 || found.begin == at ? found : FrontMatter{};
    }
    if (key_of(line, found.yaml ? ':' : '=') > 0) {
      ++keys;
    } else if (!goes_on(line)) {
      return {};
    }
  }
  return {};
}

void read_front_matter(std::string_view source, const FrontMatter& found, const CopyKeys& keys,
                       const ValueSink& sink) {
  std::vector<std::pair<std::string, PlacedText>> values;
  const ValueSink keep = [&](std::string_view path, const PlacedText& value) {
    if (keys.in_front_matter(path)) values.emplace_back(path, value);
  };
  if (!found.yaml || !read_yaml_values(source, found.begin, found.end, keep)) {
    values.clear();
    read_lines(source, found, keep);
  }
  for (const auto& [path, value] : values) sink(path, value);
}

}  // namespace attune

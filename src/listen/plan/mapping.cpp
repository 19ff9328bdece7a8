// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/mapping.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/files.h"

namespace attune {

namespace {

constexpr std::size_t kLargestMapping = 1U << 20;

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

/// Cuts `text` at `separators` that stand outside quotes.
std::vector<std::string_view> cut_outside_quotes(std::string_view text,
                                                 std::string_view separators) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (quoted || separators.find(text[at]) == std::string_view::npos) continue;
    parts.push_back(text.substr(from, at - from));
    from = at + 1;
  }
  parts.push_back(text.substr(from));
  return parts;
}

std::string unquoted(std::string_view name) {
  name = trimmed(name);
  if (name.size() < 2 || name.front() != '"' || name.back() != '"') return std::string(name);
  std::string out;
  name = name.substr(1, name.size() - 2);
  for (std::size_t at = 0; at < name.size(); ++at) {
    out += name[at];
    if (name[at] == '"' && at + 1 < name.size() && name[at + 1] == '"') ++at;
  }
  return out;
}

std::string quoted(const std::string& name) {
  const bool plain = name.find_first_of(",+=\"#\r\n") == std::string::npos && !name.empty() &&
                     trimmed(name).size() == name.size();
  if (plain) return name;
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

Result<void> take_pair(std::string_view pair, Mapping& mapping) {
  const std::size_t equals = pair.find('=');
  if (equals == std::string_view::npos) {
    return fail(Fault::bad_input,
                fmt::format("`{}` is no pair; write it as text=body,time=created_at", pair));
  }
  const std::string_view name = trimmed(pair.substr(0, equals));
  const auto* known = std::find(kFieldNames.begin(), kFieldNames.end(), name);
  if (known == kFieldNames.end()) {
    return fail(Fault::bad_input, fmt::format("there is no field `{}`; there are {}", name,
                                              fmt::join(kFieldNames, ", ")));
  }
  auto& columns = mapping.columns.at(static_cast<std::size_t>(known - kFieldNames.begin()));
  if (columns) return fail(Fault::bad_input, fmt::format("`{}` is given twice", name));
  columns.emplace();
  const auto parts = cut_outside_quotes(pair.substr(equals + 1), "+");
  for (const std::string_view part : parts) {
    std::string column = unquoted(part);
    if (!column.empty()) columns->push_back(std::move(column));
  }
  if (columns->size() > 1 && name != "text") {
    return fail(Fault::bad_input, fmt::format("`{}` takes one column; only text takes more", name));
  }
  return {};
}

}  // namespace

Result<Mapping> parse_mapping(std::string_view pairs) {
  Mapping mapping;
  for (std::string_view pair : cut_outside_quotes(pairs, ",\n")) {
    pair = trimmed(pair);
    if (pair.empty() || pair.front() == '#') continue;
    if (auto taken = take_pair(pair, mapping); !taken) return tl::unexpected(taken.error());
  }
  return mapping;
}

std::string write_mapping(const Mapping& mapping, char separator) {
  std::string out;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const auto& columns = mapping.columns.at(i);
    if (!columns) continue;
    out += kFieldNames.at(i);
    char join = '=';
    if (columns->empty()) out += join;
    for (const std::string& column : *columns) {
      out += join;
      out += quoted(column);
      join = '+';
    }
    out += separator;
  }
  if (separator == ',' && !out.empty()) out.pop_back();
  return out;
}

Result<Mapping> load_mapping(const std::string& path) {
  const auto text = read_file(path, kLargestMapping);
  if (!text) return tl::unexpected<Error>(text.error());
  // Remarks may hold quotes, so they go before the pairs are cut.
  std::string pairs;
  bool quoted_name = false;
  for (std::string_view rest = *text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
    const std::string_view line = rest.substr(0, end + 1);
    rest.remove_prefix(end + 1);
    if (!quoted_name && trimmed(line).starts_with('#')) continue;
    if (std::count(line.begin(), line.end(), '"') % 2 != 0) quoted_name = !quoted_name;
    pairs += line;
  }
  auto mapping = parse_mapping(pairs);
  if (!mapping) return within(path, mapping.error());
  return mapping;
}

}  // namespace attune

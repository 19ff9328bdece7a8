// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/block_writer.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "lint/prose/byte_scan.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::size_t kSoftLimit = 6000;   ///< A block ends at the next line or sentence.
constexpr std::size_t kHardLimit = 8000;   ///< … or at the next space.
constexpr std::size_t kTotalLimit = 8192;  ///< … or anywhere.
constexpr std::size_t kLongestPlaceholder = 400;
constexpr std::string_view kSlotSign = "\uFFFC";

/// Bytes that a placeholder can begin with.
constexpr std::array<bool, 256> opening_bytes() {
  std::array<bool, 256> table{};
  for (const char c : {'{', '<', '*', '%', '[', '$'}) table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr std::array<bool, 256> kOpens = opening_bytes();

/// The first byte from `at` on that may open a placeholder, or the end.
std::size_t next_opening(std::string_view bytes, std::size_t at) {
  at = skip_others(bytes, at, [](Bytes16 b) {
    return ((b | 0x20) == '{') | ((b | 1) == '%') | (b == '<') | (b == '*');
  });
  while (at < bytes.size() && !kOpens[static_cast<unsigned char>(bytes[at])]) ++at;
  return at;
}

bool name_byte(char c) {
  return (std::isalnum(static_cast<unsigned char>(c)) != 0) || c == '_' || c == '.' || c == '-';
}

/// "customer.first_name" out of " customer.first_name | default: 'there' ".
std::string path_in(std::string_view inside) {
  std::size_t begin = inside.find_first_not_of(" \t\n\r@$&=~-");
  const bool literal = begin < inside.size() && (inside[begin] == '"' || inside[begin] == '\'');
  if (literal) return "translation";  // "{{ 'mail.user.title' | t }}"
  begin = 0;
  while (begin < inside.size() && !name_byte(inside[begin])) ++begin;
  std::size_t end = begin;
  while (end < inside.size() && name_byte(inside[end])) ++end;
  return std::string(inside.substr(begin, end - begin));
}

}  // namespace

/// Where `close` begins in [from, end), wholly before `end`; npos if nowhere.
std::size_t PlaceholderFinder::find(std::string_view close, std::size_t from, std::size_t end) {
  auto barren = std::find_if(barren_.begin(), barren_.end(),
                             [&](const Barren& one) { return one.close == close; });
  if (barren == barren_.end()) barren = barren_.insert(barren, {close, from, from});
  if (from < barren->from || from > barren->to) *barren = {close, from, from};
  const std::size_t found = text_.substr(0, end).find(close, barren->to);
  const std::size_t looked_to = end - std::min(end, close.size() - 1);
  barren->to = std::max(barren->to, std::min(found, looked_to));
  return found;
}

/// A placeholder between `open` (at `at`) and `close`.
Placeholder PlaceholderFinder::between(std::size_t at, std::string_view open,
                                       std::string_view close) {
  const std::size_t inside = at + open.size();
  const std::size_t end = find(close, inside, std::min(text_.size(), at + kLongestPlaceholder));
  if (end == std::string_view::npos) return {};
  return {end + close.size() - at, path_in(text_.substr(inside, end - inside))};
}

/// "{name}" and the like: only where all between the marks is one name.
Placeholder PlaceholderFinder::exactly(std::size_t at, std::string_view open,
                                       std::string_view close) {
  Placeholder found = between(at, open, close);
  if (found.length != open.size() + found.path.size() + close.size() || found.path.empty() ||
      std::isdigit(static_cast<unsigned char>(found.path[0])) != 0) {
    return {};
  }
  return found;
}

Placeholder PlaceholderFinder::curly(std::size_t at) {
  const std::string_view text = text_.substr(at);
  if (text.starts_with("{%")) return {between(at, "{%", "%}").length, {}};
  if (text.starts_with("{#")) return {between(at, "{#", "#}").length, {}};
  if (text.starts_with("{{!--")) return {between(at, "{{!--", "--}}").length, {}};
  if (!text.starts_with("{{")) return exactly(at, "{", "}");
  const bool three = text.starts_with("{{{");
  Placeholder found = three ? between(at, "{{{", "}}}") : between(at, "{{", "}}");
  const std::size_t mark = three ? 3 : 2;
  const bool control =
      text.size() > mark && std::string_view("!#/^>~*").find(text[mark]) != std::string_view::npos;
  if (control || found.path == "else") found.path.clear();
  return found;
}

Placeholder PlaceholderFinder::at(std::size_t at) {
  const std::string_view text = text_.substr(at);
  if (text.size() < 3) return {};
  switch (text[0]) {
    case '{':
      return curly(at);
    case '<':
      if (text.starts_with("<%=")) return between(at, "<%=", "%>");
      if (text.starts_with("<%")) return {between(at, "<%", "%>").length, {}};
      return {};
    case '*':
      return text[1] == '|' ? between(at, "*|", "|*") : Placeholder{};
    case '%':
      return text[1] == '%' ? exactly(at, "%%", "%%") : Placeholder{};
    case '[':
      return text[1] == '[' ? between(at, "[[", "]]") : Placeholder{};
    case '$':
      return text[1] == '{' ? exactly(at, "${", "}") : Placeholder{};
    default:
      return {};
  }
}

void BlockWriter::text(std::string_view bytes, std::size_t source) {
  PlaceholderFinder placeholders(bytes);
  std::size_t from = 0;
  std::size_t at = 0;
  while ((at = next_opening(bytes, at)) < bytes.size()) {
    const Placeholder found = placeholders.at(at);
    if (found.length == 0) {
      ++at;
      continue;
    }
    plain(bytes.substr(from, at - from), source + from);
    const auto begin = static_cast<std::uint32_t>(source + at);
    const auto end = static_cast<std::uint32_t>(source + at + found.length);
    if (!found.path.empty()) {
      block_.slots.push_back(
          {{begin, end}, static_cast<std::uint32_t>(block_.text.size()), found.path});
      block_.stand_in(kSlotSign, {begin, end});
    }
    at += found.length;
    from = at;
  }
  plain(bytes.substr(from), source + from);
}

void BlockWriter::plain(std::string_view bytes, std::size_t source) {
  while (block_.text.size() + bytes.size() > kSoftLimit) {
    const std::size_t room = kSoftLimit - std::min(kSoftLimit, block_.text.size());
    const std::size_t most = kTotalLimit - std::min(kTotalLimit, block_.text.size());
    const std::string_view near = bytes.substr(0, most);  // A long line is not looked through.
    std::size_t end = near.find_first_of("\n.!?", room);
    if (end >= kHardLimit - std::min(kHardLimit, block_.text.size())) end = near.find(' ', room);
    if (end >= most) {
      end = std::min(most, bytes.size());
      while (end > 0 && !at_character(bytes, end)) --end;
    } else {
      ++end;
    }
    if (end == 0) end = bytes.empty() ? 0 : std::min<std::size_t>(bytes.size(), 4);
    block_.add(bytes.substr(0, end), static_cast<std::uint32_t>(source));
    bytes.remove_prefix(end);
    source += end;
    if (bytes.empty() && block_.text.size() < kTotalLimit) return;
    const bool quoted = block_.quoted;
    flush();
    block_.quoted = quoted;
  }
  block_.add(bytes, static_cast<std::uint32_t>(source));
}

void BlockWriter::stand_in(std::string_view bytes, std::size_t begin, std::size_t end) {
  if (block_.text.size() + bytes.size() > kTotalLimit) flush();
  block_.stand_in(bytes, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

void BlockWriter::flush() {
  if (!block_.blank()) sink_(block_);
  const bool quoted = block_.quoted;
  block_.clear();
  block_.quoted = quoted;
}

}  // namespace attune

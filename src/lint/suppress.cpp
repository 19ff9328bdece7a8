// SPDX-License-Identifier: Apache-2.0
#include "lint/suppress.h"

#include <algorithm>

namespace attune {

namespace {

constexpr std::string_view kMark = "attune-";
constexpr std::size_t kLongestComment = 600;
constexpr std::uint32_t kToEnd = ~std::uint32_t{0};

bool word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/// Where the comment's words end: a line end, or any mark that closes a comment.
std::size_t comment_end(std::string_view text) {
  std::size_t end = std::min(text.find('\n'), std::min(text.size(), kLongestComment));
  for (const std::string_view close : {"-->", "#}", "}}", "%}", "*/", "%>"})
    end = std::min(end, text.find(close));
  return end;
}

std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && word_byte(text[end])) ++end;
    const std::string_view name = text.substr(at, end - at);
    if (name == "--") break;
    if (!name.empty() && name != "all" && name[0] != '-') names.emplace_back(name);
    if (end < text.size() && std::string_view(" ,\t").find(text[end]) == std::string_view::npos)
      break;
    at = end + 1;
  }
  return names;
}

}  // namespace

bool names_rule(std::string_view name, std::string_view rule) {
  return rule.starts_with(name) && (rule.size() == name.size() || rule[name.size()] == '-');
}

Suppressions::Suppressions(std::string_view source) {
  std::size_t at = 0;
  while ((at = source.find(kMark, at)) != std::string_view::npos) {
    read_at(source, at);
    at += kMark.size();
  }
}

void Suppressions::read_at(std::string_view source, std::size_t at) {
  const std::string_view rest = source.substr(at + kMark.size(), kLongestComment);
  std::size_t verb_end = 0;
  while (verb_end < rest.size() && word_byte(rest[verb_end])) ++verb_end;
  const std::string_view verb = rest.substr(0, verb_end);
  if (verb != "disable" && verb != "enable" && verb != "disable-line" &&
      verb != "disable-next-line") {
    return;
  }
  const std::string_view words = rest.substr(verb_end, comment_end(rest.substr(verb_end)));
  const std::size_t first = words.find_first_not_of(" \t:");
  const auto names =
      first == std::string_view::npos ? std::vector<std::string>{} : names_in(words.substr(first));
  const std::size_t comment = at + kMark.size() + verb_end + words.size();
  const std::size_t before = source.rfind('\n', at);
  const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t line_end = std::min(source.find('\n', comment), source.size());
  // The comment's own words are not copy.
  ranges_.push_back({{}, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(comment)}});
  const auto add = [&](std::size_t begin, std::uint32_t end) {
    ranges_.push_back({names, {static_cast<std::uint32_t>(begin), end}});
  };
  if (verb == "enable") {
    enable(names, at);
  } else if (verb == "disable-line") {
    add(line, static_cast<std::uint32_t>(line_end));
  } else if (verb == "disable-next-line") {
    const std::size_t next =
        std::min(source.find('\n', std::min(line_end + 1, source.size())), source.size());
    add(line_end, static_cast<std::uint32_t>(next));
  } else {
    add(line, kToEnd);
  }
}

void Suppressions::enable(const std::vector<std::string>& rules, std::size_t at) {
  for (Range& range : ranges_) {
    if (range.span.end != kToEnd) continue;
    const bool same = rules.empty() || range.rules == rules ||
                      std::any_of(rules.begin(), rules.end(), [&](const std::string& rule) {
                        return range.rules.size() == 1 && names_rule(rule, range.rules[0]);
                      });
    if (same) range.span.end = static_cast<std::uint32_t>(at);
  }
}

bool Suppressions::covers(std::string_view rule, Span span) const {
  return std::any_of(ranges_.begin(), ranges_.end(), [&](const Range& range) {
    if (span.begin < range.span.begin || span.begin >= range.span.end) return false;
    return range.rules.empty() ||
           std::any_of(range.rules.begin(), range.rules.end(),
                       [&](const std::string& name) { return names_rule(name, rule); });
  });
}

}  // namespace attune

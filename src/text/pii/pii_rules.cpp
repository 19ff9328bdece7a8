// SPDX-License-Identifier: Apache-2.0
#include "text/pii/pii_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string>

#include "text/ascii.h"

namespace attune {

namespace {

using Words = std::span<const std::string_view>;

bool among(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The value of a token of one to three digits, else -1.
int small_number(std::string_view word) {
  if (word.empty() || word.size() > 3 || count_digits(word) != word.size()) {
    return -1;
  }
  int value = 0;
  std::from_chars(word.data(), word.data() + word.size(), value);
  return value;
}

std::string_view word_at(const Tokens& tokens, std::size_t i) {
  return i < tokens.size() ? tokens.word(i) : std::string_view();
}

constexpr auto kUnits = std::to_array<std::string_view>({"year", "years", "yr", "yrs"});

bool says_age_after(const Tokens& tokens, std::size_t i) {
  std::size_t next = i + 1;
  if (word_at(tokens, next) == "-") ++next;
  const std::string_view unit = word_at(tokens, next);
  if (unit == "yo" || (unit == "y" && word_at(tokens, next + 2) == "o")) return true;
  if (!among(unit, kUnits)) return false;
  if (word_at(tokens, next + 1) == "-") ++next;
  return word_at(tokens, next + 1) == "old" || word_at(tokens, next + 1) == "young";
}

constexpr auto kPeople = std::to_array<std::string_view>({"he", "she", "i"});

bool says_age_before(const Tokens& tokens, std::size_t i) {
  if (i == 0) return false;
  const std::string_view last = word_at(tokens, i - 1);
  const std::string_view other = i >= 2 ? word_at(tokens, i - 2) : std::string_view();
  if (last == "aged") return true;
  if (last == "of" && other == "age") return true;
  if (last == "age" || (other == "age" && (last == "is" || last == ":"))) return true;
  const bool turning = last == "turn" || last == "turned" || last == "turning" || last == "turns";
  const std::string_view next = word_at(tokens, i + 1);
  if (turning) return next.empty() || next == "." || next == "," || next == "!" || next == "years";
  const bool was = last == "was" || last == "is" || last == "am";
  return (was && i >= 2 && among(other, kPeople)) && (next.empty() || next == "." || next == ",");
}

}  // namespace

namespace {

bool mail_character(char c) {
  return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-' || c == '+';
}

/// Behind "[at]", "(at)", "{dot}" and the like at `at`, blanks around it included; else `at`.
std::size_t behind_mark(std::string_view text, std::size_t at, std::string_view word) {
  std::size_t i = at;
  while (i < text.size() && text[i] == ' ' && i - at < 2) ++i;
  if (i + word.size() + 2 > text.size() || std::string_view("[({").find(text[i]) > 2) return at;
  for (std::size_t k = 0; k < word.size(); ++k) {
    if (to_lower(text[i + 1 + k]) != word[k]) return at;
  }
  i += word.size() + 1;
  if (std::string_view("])}").find(text[i]) > 2) return at;
  ++i;
  while (i < text.size() && text[i] == ' ' && text.size() > i + 1 && mail_character(text[i + 1])) {
    ++i;
  }
  return i;
}

/// The end of a host's name that begins at `host`, its dots written out or as marks; `host` where
/// it has no dot.
std::size_t host_end(std::string_view text, std::size_t host) {
  std::size_t end = host;
  bool dotted = false;
  for (;;) {
    const std::size_t from = end;
    while (end < text.size() && mail_character(text[end])) dotted |= text[end++] == '.';
    const std::size_t next = behind_mark(text, end, "dot");
    if (end == from || next == end) break;
    dotted = true;
    end = next;
  }
  while (end > host && text[end - 1] == '.') --end;
  return dotted ? end : host;
}

/// The mail address whose "at" is written in the brackets that begin at `open`; empty where none
/// is.
Span hidden_mail_at(std::string_view text, std::size_t open) {
  std::size_t begin = open;
  if (begin > 0 && text[begin - 1] == ' ') --begin;
  const std::size_t host = behind_mark(text, begin, "at");
  if (host == begin) return {};
  const std::size_t name_end = begin;
  while (begin > 0 && mail_character(text[begin - 1])) --begin;
  const std::size_t end = host_end(text, host);
  if (begin == name_end || end == host) return {};
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// "pat[at]example[dot]com", "pat (at) example.com": mail hidden from machines.
void find_hidden_mail(std::string_view text, std::vector<PiiSpan>& out) {
  constexpr std::string_view kOpen = "[({";
  for (std::size_t open = text.find_first_of(kOpen); open != std::string_view::npos;
       open = text.find_first_of(kOpen, open + 1)) {
    const Span span = hidden_mail_at(text, open);
    if (span.begin == span.end) continue;
    out.push_back({"email", span});
    open = span.end - 1;
  }
}

}  // namespace

void find_net_addresses(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out) {
  find_hidden_mail(text, out);
  for (const Token& token : tokens.list) {
    if (token.kind == TokenKind::email) out.push_back({"email", token.span});
    if (token.kind == TokenKind::link) out.push_back({"url", token.span});
  }
}

void find_ages(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out) {
  (void)text;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.list[i].kind != TokenKind::number) continue;
    const int value = small_number(tokens.word(i));
    if (value < 14 || value > 110) continue;
    if (says_age_after(tokens, i) || says_age_before(tokens, i)) {
      out.push_back({"age", tokens.list[i].span});
    }
  }
}

namespace {

bool shaped(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (shape[i] == 'A' ? !is_upper(text[i]) : !is_digit(text[i])) return false;
  }
  return true;
}

constexpr auto kOutward =
    std::to_array<std::string_view>({"A9", "A99", "AA9", "AA99", "A9A", "AA9A"});

/// "SW1A 1AA", "M1 1AE", "B0J 2H0".
bool postcode_pair(std::string_view first, std::string_view second) {
  if (shaped(first, "A9A") && shaped(second, "9A9")) return true;
  return shaped(second, "9AA") &&
         std::any_of(kOutward.begin(), kOutward.end(),
                     [first](std::string_view shape) { return shaped(first, shape); });
}

constexpr auto kZipWords = std::to_array<std::string_view>(
    {"zip", "zipcode", "postcode", "postal", "pincode", "plz", "postleitzahl"});

/// The end of a postcode that begins with token `i`: "840 24", "3610-114", "B0J 2H0".
std::size_t postcode_end(std::string_view text, const Tokens& tokens, std::size_t i) {
  std::size_t end = i + 1;
  if (end + 1 < tokens.size() && word_at(tokens, end) == "-" && !tokens.list[end].space_before) {
    if (is_digit(word_at(tokens, end + 1)[0]) && !tokens.list[end + 1].space_before) end += 2;
  } else if (end < tokens.size()) {
    const std::string_view next = tokens.list[end].span.of(text);
    if (next.size() <= 4 && !next.empty() && is_digit(next[0])) ++end;
  }
  return end;
}

}  // namespace

void find_postcodes(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out) {
  std::size_t announced = 0;  // Tokens that are still close to a word like "zip".
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = tokens.list[i].span.of(text);
    const bool maybe = (to_lower(word[0]) == 'z' || to_lower(word[0]) == 'p');
    if (maybe && among(tokens.word(i), kZipWords)) {
      announced = 5;
      continue;
    }
    const bool capital = is_upper(word[0]) && word.size() <= 4;
    if (capital && i + 1 < tokens.size() && postcode_pair(word, tokens.list[i + 1].span.of(text))) {
      out.push_back({"zip", {tokens.list[i].span.begin, tokens.list[i + 1].span.end}});
      ++i;
      continue;
    }
    if (announced == 0) continue;
    --announced;
    if (count_digits(word) == 0 || word.size() < 3 || word.size() > 10) continue;
    const std::size_t end = postcode_end(text, tokens, i);
    out.push_back({"zip", {tokens.list[i].span.begin, tokens.list[end - 1].span.end}});
    announced = 0;
  }
}

}  // namespace attune

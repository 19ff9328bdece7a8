// SPDX-License-Identifier: Apache-2.0
#include "text/pii/pii_numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "text/ascii.h"
#include "text/pii/checksum.h"

namespace attune {

namespace {

/// Whether `text` begins with `small`, whatever the case.
bool starts_folded(std::string_view text, std::string_view small) {
  if (text.size() < small.size()) return false;
  return std::equal(small.begin(), small.end(), text.begin(),
                    [](char a, char b) { return a == to_lower(b); });
}

/// Digits with what people write between them: "+41 (0)69 979 80 58".
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string digits;               ///< Only the digits.
  std::vector<std::size_t> groups;  ///< Lengths of the groups of digits.
  std::string between;              ///< The first separator after each group.
  bool plus = false;
};

/// What the words before a number announce.
enum class Hint : std::uint8_t { none, card, phone, iban, id, ip, birth, not_personal };

struct HintWord {
  std::string_view word;
  Hint hint;
};

constexpr auto kHints = std::to_array<HintWord>({
    {"card", Hint::card},
    {"cc", Hint::card},
    {"visa", Hint::card},
    {"mastercard", Hint::card},
    {"amex", Hint::card},
    {"debit", Hint::card},
    {"credit", Hint::card},
    {"phone", Hint::phone},
    {"call", Hint::phone},
    {"tel", Hint::phone},
    {"telephone", Hint::phone},
    {"mobile", Hint::phone},
    {"cell", Hint::phone},
    {"fax", Hint::phone},
    {"text", Hint::phone},
    {"dial", Hint::phone},
    {"whatsapp", Hint::phone},
    {"contact", Hint::phone},
    {"reach", Hint::phone},
    {"sms", Hint::phone},
    {"ring", Hint::phone},
    {"answering", Hint::phone},
    {"registered", Hint::phone},
    {"messages", Hint::phone},
    {"telefon", Hint::phone},
    {"handy", Hint::phone},
    {"iban", Hint::iban},
    {"license", Hint::id},
    {"licence", Hint::id},
    {"passport", Hint::id},
    {"ssn", Hint::id},
    {"security", Hint::id},
    {"aadhaar", Hint::id},
    {"aadhar", Hint::id},
    {"pan", Hint::id},
    {"nino", Hint::id},
    {"insurance", Hint::id},
    {"routing", Hint::id},
    {"account", Hint::id},
    {"acct", Hint::id},
    {"itin", Hint::id},
    {"ip", Hint::ip},
    {"born", Hint::birth},
    {"birth", Hint::birth},
    {"birthday", Hint::birth},
    {"birthdate", Hint::birth},
    {"dob", Hint::birth},
    {"geboren", Hint::birth},
    {"order", Hint::not_personal},
    {"ticket", Hint::not_personal},
    {"case", Hint::not_personal},
    {"flight", Hint::not_personal},
    {"version", Hint::not_personal},
    {"build", Hint::not_personal},
    {"ref", Hint::not_personal},
    {"reference", Hint::not_personal},
    {"tracking", Hint::not_personal},
    {"amount", Hint::not_personal},
    {"rs", Hint::not_personal},
    {"inr", Hint::not_personal},
    {"usd", Hint::not_personal},
    {"model", Hint::not_personal},
    {"sku", Hint::not_personal},
    {"isbn", Hint::not_personal},
});

constexpr auto kOwners =
    std::to_array<std::string_view>({"my", "his", "her", "their", "our", "new", "home", "work"});

/// "my number is …": somebody's, of a phone.
bool own_number(const Tokens& tokens, std::size_t i) {
  return tokens.word(i) == "number" && i > 0 &&
         std::find(kOwners.begin(), kOwners.end(), tokens.word(i - 1)) != kOwners.end();
}

constexpr auto kLines = std::to_array<std::string_view>(
    {"office", "fax", "mobile", "cell", "home", "work", "tel", "phone", "landline", "whatsapp"});

/// "781 1704 office", "(37) 788-063-Fax": what line it is, right behind the byte `at`.
bool line_behind(const Tokens& tokens, std::size_t at) {
  const auto after = std::lower_bound(
      tokens.list.begin(), tokens.list.end(), at,
      [](const Token& token, std::size_t place) { return token.span.begin < place; });
  for (auto i = after; i != tokens.list.end() && i < after + 2; ++i) {
    const std::string_view word = i->folded.of(tokens.folded);
    if (std::find(kLines.begin(), kLines.end(), word) != kLines.end()) return true;
    if (word != "-" && word != "(" && word != "/") return false;
  }
  return false;
}

/// The nearest announcing word among the six tokens before the byte `at`.
Hint hint_before(const Tokens& tokens, std::size_t at) {
  const auto after = std::lower_bound(
      tokens.list.begin(), tokens.list.end(), at,
      [](const Token& token, std::size_t place) { return token.span.begin < place; });
  std::size_t i = static_cast<std::size_t>(after - tokens.list.begin());
  for (std::size_t steps = 0; steps < 6 && i > 0; ++steps) {
    --i;
    if (tokens.list[i].kind != TokenKind::word) continue;
    if (own_number(tokens, i)) return Hint::phone;
    for (const HintWord& entry : kHints) {
      if (entry.word == tokens.word(i)) return entry.hint;
    }
  }
  return Hint::none;
}

bool separator(char c) {
  return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '/';
}

bool opens(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_digit(c)) return true;
  return (c == '+' || c == '(') && at + 1 < text.size() && is_digit(text[at + 1]);
}

bool part_of_word(char c) {
  return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

Run read_run(std::string_view text, std::size_t at) {
  Run run;
  run.begin = at;
  run.plus = text[at] == '+';
  if (!is_digit(text[at])) ++at;
  while (at < text.size()) {
    const std::size_t start = at;
    while (at < text.size() && is_digit(text[at])) run.digits += text[at++];
    run.groups.push_back(at - start);
    run.end = at;
    std::size_t next = at;
    while (next < text.size() && next - at < 3 && separator(text[next])) ++next;
    if (next == at || next >= text.size() || !is_digit(text[next])) break;
    run.between += text[at];
    at = next;
  }
  return run;
}

bool ip_v4(const Run& run) {
  if (run.groups.size() != 4 || run.between != "...") return false;
  std::size_t at = 0;
  for (const std::size_t size : run.groups) {
    int value = 0;
    std::from_chars(run.digits.data() + at, run.digits.data() + at + size, value);
    if (size > 3 || value > 255) return false;
    at += size;
  }
  return true;
}

/// 2018-01-14, 9/25/1945, 25.12.2020, 2019-2021.
bool date(const Run& run) {
  const auto& g = run.groups;
  if (g.size() == 2) return g[0] == 4 && g[1] == 4 && run.between == "-";
  if (g.size() < 3 || run.plus) return false;
  const bool same = run.between[0] == run.between[1] && run.between[0] != ' ';
  const bool year_first = g[0] == 4 && g[1] <= 2 && g[2] <= 2;
  const bool year_last = g[0] <= 2 && g[1] <= 2 && (g[2] == 4 || (g.size() == 3 && g[2] == 2));
  return same && (year_first || year_last);
}

bool social_security(const Run& run) {
  return run.groups == std::vector<std::size_t>{3, 2, 4} && run.between[0] == run.between[1] &&
         (run.between[0] == '-' || run.between[0] == ' ');
}

bool phone_shaped(const Run& run) {
  const std::size_t n = run.digits.size();
  if (n < 7 || n > 15) return false;
  if (run.plus) return true;
  if (run.groups.size() == 1) {
    const bool mobile = n == 10 && run.digits[0] >= '6';  // India, and US numbers without marks.
    return mobile || (run.digits[0] == '0' && (n == 10 || n == 11));
  }
  const std::size_t longest = *std::max_element(run.groups.begin(), run.groups.end());
  const std::size_t shortest = *std::min_element(run.groups.begin(), run.groups.end());
  return run.groups.size() <= 6 && longest <= 8 &&
         (shortest >= 2 || run.digits[0] == '0' || n >= 10);
}

/// "100 200 300": short, only blanks between, no leading zero.
bool mere_row(const Run& run) {
  return !run.plus && run.digits.size() < 10 && run.digits[0] != '0' && run.groups.size() > 1 &&
         run.between.find_first_not_of(' ') == std::string::npos;
}

std::optional<std::string_view> kind_of(const Run& run, Hint hint, bool money) {
  const std::size_t n = run.digits.size();
  if (ip_v4(run) && hint != Hint::not_personal) return "ip";
  if (date(run) && hint == Hint::birth) return "birthdate";
  if (date(run) || money) return std::nullopt;
  if (hint != Hint::not_personal && luhn_valid(run.digits) && n >= 13) return "card";
  if (hint == Hint::card && n >= 11 && n <= 19) return "card";
  if (social_security(run)) return "id";
  if (hint == Hint::id && n >= 5 && n <= 18) return "id";
  if (hint == Hint::not_personal && !run.plus) return std::nullopt;
  if (hint == Hint::none && mere_row(run)) return std::nullopt;
  if (phone_shaped(run)) return "phone";
  if (hint == Hint::phone && n >= 7 && n <= 15) return "phone";
  return std::nullopt;
}

bool money_before(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  if (at == 0) return false;
  const std::string_view head = text.substr(0, at);
  return head.back() == '$' || head.ends_with("€") || head.ends_with("£") || head.ends_with("₹");
}

/// Where a search goes on that found no number at `at`: past all its digits.
std::size_t past_digits(std::string_view text, std::size_t at) {
  ++at;
  if (!is_digit(text[at - 1])) return at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

bool starts_number(std::string_view text, std::size_t at) {
  return opens(text, at) && (at == 0 || (!part_of_word(text[at - 1]) && text[at - 1] != '#'));
}

/// Where a phone number that ends at `at` ends with its extension: " ext. 45", "x45", " #45".
std::size_t extension_end(std::string_view text, std::size_t at) {
  constexpr auto kMarks =
      std::to_array<std::string_view>({"extension", "ext.", "ext", "durchwahl", "x", "#"});
  std::size_t next = at;
  while (next < text.size() && (text[next] == ' ' || text[next] == ',') && next - at < 2) ++next;
  for (const std::string_view mark : kMarks) {
    if (!starts_folded(text.substr(next), mark)) continue;
    std::size_t digits = next + mark.size();
    if (digits < text.size() && text[digits] == ' ') ++digits;
    std::size_t end = digits;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool whole = end >= text.size() || !part_of_word(text[end]);
    return end > digits && end - digits <= 6 && whole ? end : at;
  }
  return at;
}

void judge_run(std::string_view text, const Tokens& tokens, const Run& run,
               std::vector<PiiSpan>& out) {
  const bool whole = run.end >= text.size() || !part_of_word(text[run.end]) ||
                     extension_end(text, run.end) > run.end;
  if (run.digits.size() < 4 || !whole) return;
  Hint hint = run.digits.size() >= 5 ? hint_before(tokens, run.begin) : Hint::none;
  const bool weak = hint == Hint::none || hint == Hint::not_personal;
  if (weak && run.digits.size() >= 6 && line_behind(tokens, run.end)) hint = Hint::phone;
  if (const auto kind = kind_of(run, hint, money_before(text, run.begin))) {
    const std::size_t end = *kind == "phone" ? extension_end(text, run.end) : run.end;
    out.push_back(
        {*kind, {static_cast<std::uint32_t>(run.begin), static_cast<std::uint32_t>(end)}});
  }
}

void find_runs(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out) {
  for (std::size_t at = 0; at < text.size();) {
    if (!starts_number(text, at)) {
      at = past_digits(text, at);
      continue;
    }
    const Run run = read_run(text, at);
    judge_run(text, tokens, run, out);
    at = run.end;
  }
}

/// The end of the IBAN that begins at `at`, in groups or not; `at` where there is none.
std::size_t iban_end(std::string_view text, std::size_t at) {
  std::string joined;
  std::size_t best = at;
  for (std::size_t i = at; i < text.size() && joined.size() < 34;) {
    while (i < text.size() && (is_letter(text[i]) || is_digit(text[i]))) joined += text[i++];
    if (count_digits(joined) >= 10 && iban_valid(joined)) best = i;
    const bool gap = i + 1 < text.size() && (text[i] == ' ' || text[i] == '-' || text[i] == '.');
    if (!gap || (!is_letter(text[i + 1]) && !is_digit(text[i + 1]))) break;
    ++i;
  }
  return best;
}

/// "GB82 WEST 1234 …", "gb82-west-1234-…": two letters, two digits, and a checksum that is right.
void find_ibans(std::string_view text, std::vector<PiiSpan>& out) {
  for (std::size_t at = 0; at + 15 <= text.size(); ++at) {
    if (!is_digit(text[at + 2]) || !is_digit(text[at + 3])) continue;
    if (!is_letter(text[at]) || !is_letter(text[at + 1])) continue;
    if (at > 0 && (part_of_word(text[at - 1]) || is_digit(text[at - 1]))) continue;
    const std::size_t end = iban_end(text, at);
    if (end == at || (end < text.size() && part_of_word(text[end]))) continue;
    out.push_back({"iban", {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
    at = end - 1;
  }
}

/// The last of the tokens that hyphens join to token `i`: "D123-4567-8901".
std::size_t joined_by_hyphens(const Tokens& tokens, std::size_t i) {
  const auto joins = [&tokens](std::size_t at) {
    return at < tokens.size() && !tokens.list[at].space_before;
  };
  while (joins(i + 1) && joins(i + 2) && tokens.word(i + 1) == "-" &&
         count_digits(tokens.word(i + 2)) > 0) {
    i += 2;
  }
  return i;
}

/// Letters and digits mixed, and announced: licences, passports. Token by token.
void find_mixed(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens.list[i];
    const std::string_view word = token.span.of(text);
    if (token.kind != TokenKind::word || word.size() < 4 || !is_letter(word[0])) continue;
    const std::size_t last = joined_by_hyphens(tokens, i);
    const std::uint32_t end = tokens.list[last].span.end;
    const std::size_t digits = count_digits(text.substr(token.span.begin, end - token.span.begin));
    if (count_digits(word) < 2 || digits < 5) continue;
    const Hint hint = hint_before(tokens, token.span.begin);
    if (hint == Hint::iban && word.size() >= 15) out.push_back({"iban", token.span});
    if (hint == Hint::id) out.push_back({"id", {token.span.begin, end}});
    i = last;
  }
}

bool hex(char c) {
  const char low = to_lower(c);
  return is_digit(c) || (low >= 'a' && low <= 'f');
}

/// IPv6: three or more colons between groups of up to four hex digits.
void find_ip_v6(std::string_view text, std::vector<PiiSpan>& out) {
  for (std::size_t colon = text.find(':'); colon != std::string_view::npos;) {
    std::size_t begin = colon;
    while (begin > 0 && hex(text[begin - 1])) --begin;
    std::size_t end = begin;
    std::size_t colons = 0;
    while (end < text.size() && (hex(text[end]) || text[end] == ':')) {
      colons += text[end] == ':' ? 1 : 0;
      ++end;
    }
    while (end > begin && text[end - 1] == ':') --end;
    const bool alone = (begin == 0 || !part_of_word(text[begin - 1])) &&
                       (end >= text.size() || !part_of_word(text[end]));
    if (alone && colons >= 3 && end - begin >= 8 && end - begin <= 39) {
      out.push_back({"ip", {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    }
    colon = text.find(':', std::max(end, colon + 1));
  }
}

}  // namespace

void find_numbers(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out) {
  find_ip_v6(text, out);
  find_ibans(text, out);
  find_runs(text, tokens, out);
  find_mixed(text, tokens, out);
}

}  // namespace attune

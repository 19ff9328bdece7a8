// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/fold.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::array<std::string_view, 58> kNobody = {"a_google_user",
                                                      "google_user",
                                                      "google_nutzer",
                                                      "ein_google_nutzer",
                                                      "un_utilisateur_de_google",
                                                      "utilisateur_google",
                                                      "un_usuario_de_google",
                                                      "usuario_de_google",
                                                      "anonymous",
                                                      "anonymous_user",
                                                      "anonymous_customer",
                                                      "anon",
                                                      "anonym",
                                                      "anonymer_nutzer",
                                                      "anonyme",
                                                      "anonimo",
                                                      "anonimous",
                                                      "amazon_customer",
                                                      "kindle_customer",
                                                      "amazon_kunde",
                                                      "client_d_amazon",
                                                      "cliente_amazon",
                                                      "cliente_de_amazon",
                                                      "unknown",
                                                      "unknown_user",
                                                      "unbekannt",
                                                      "inconnu",
                                                      "desconocido",
                                                      "sconosciuto",
                                                      "guest",
                                                      "guest_user",
                                                      "gast",
                                                      "invite",
                                                      "invitado",
                                                      "deleted",
                                                      "deleted_user",
                                                      "removed",
                                                      "former_user",
                                                      "deactivated_user",
                                                      "user",
                                                      "customer",
                                                      "client",
                                                      "kunde",
                                                      "nutzer",
                                                      "reviewer",
                                                      "visitor",
                                                      "no_name",
                                                      "noname",
                                                      "not_provided",
                                                      "not_specified",
                                                      "not_given",
                                                      "not_available",
                                                      "private",
                                                      "test",
                                                      "someone",
                                                      "redacted",
                                                      "name",
                                                      "missing"};

/// The plain letters of an accented Latin letter (U+00C0 to U+017F, the common ones), or nothing.
std::string_view plain_letters(char32_t code) {
  struct Range {
    char32_t first, last;
    std::string_view plain;
  };
  // 'ä', 'ö', 'ü' keep German spellings apart from "a", "o", "u"; all else loses its accent.
  constexpr std::array<Range, 42> kRanges = {
      {{0xC4, 0xC4, "ae"},  {0xD6, 0xD6, "oe"},  {0xDC, 0xDC, "ue"},   {0xE4, 0xE4, "ae"},
       {0xF6, 0xF6, "oe"},  {0xFC, 0xFC, "ue"},  {0xDF, 0xDF, "ss"},   {0xC0, 0xC5, "a"},
       {0xC6, 0xC6, "ae"},  {0xC7, 0xC7, "c"},   {0xC8, 0xCB, "e"},    {0xCC, 0xCF, "i"},
       {0xD1, 0xD1, "n"},   {0xD2, 0xD8, "o"},   {0xD9, 0xDB, "u"},    {0xDD, 0xDD, "y"},
       {0xE0, 0xE5, "a"},   {0xE6, 0xE6, "ae"},  {0xE7, 0xE7, "c"},    {0xE8, 0xEB, "e"},
       {0xEC, 0xEF, "i"},   {0xF1, 0xF1, "n"},   {0xF2, 0xF8, "o"},    {0xF9, 0xFB, "u"},
       {0xFD, 0xFF, "y"},   {0x100, 0x105, "a"}, {0x106, 0x10D, "c"},  {0x10E, 0x111, "d"},
       {0x112, 0x11B, "e"}, {0x11C, 0x123, "g"}, {0x128, 0x131, "i"},  {0x139, 0x142, "l"},
       {0x143, 0x148, "n"}, {0x14C, 0x151, "o"}, {0x152, 0x153, "oe"}, {0x154, 0x159, "r"},
       {0x15A, 0x161, "s"}, {0x162, 0x167, "t"}, {0x168, 0x173, "u"},  {0x174, 0x175, "w"},
       {0x176, 0x178, "y"}, {0x179, 0x17E, "z"}}};
  const auto* range = std::find_if(kRanges.begin(), kRanges.end(), [&](const Range& known) {
    return code >= known.first && code <= known.last;
  });
  return range == kRanges.end() ? std::string_view{} : range->plain;
}

bool upper(char32_t c) {
  return c >= 'A' && c <= 'Z';
}
bool lower_or_digit(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

void separate(std::string& out) {
  if (!out.empty() && out.back() != '_') out += '_';
}

void fold_ascii(char32_t c, char32_t before, std::string& out) {
  if (upper(c)) {
    if (lower_or_digit(before)) separate(out);
    out += static_cast<char>(c + 32);
  } else if (lower_or_digit(c)) {
    out += static_cast<char>(c);
  } else {
    separate(out);
  }
}

void fold_letter(char32_t c, std::string& out) {
  if (c >= 0x300 && c <= 0x36F) return;  // A combining accent.
  const std::string_view plain = plain_letters(c);
  const bool punctuation = c < 0x180 || (c >= 0x2000 && c <= 0x206F) || c == 0xFFFD;
  if (!plain.empty()) {
    out += plain;
  } else if (punctuation) {
    separate(out);
  } else {
    append_utf8(out, c);
  }
}

/// Blanks, marks that nobody sees, dashes and dots.
bool says_nothing_alone(char32_t c) {
  constexpr std::u32string_view kMarks =
      U"\x7F\xA0\xAD\u1680\u180E\u205F\u3000\uFE0F\uFEFF"
      U"-._*/\xB7\u2212\u2022\u2026";
  return c <= 0x20 || (c >= 0x2000 && c <= 0x2015) || (c >= 0x2028 && c <= 0x202F) ||
         (c >= 0x2060 && c <= 0x206F) || kMarks.find(c) != std::u32string_view::npos;
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

std::string fold_name(std::string_view name) {
  std::string out;
  char32_t before = 0;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    at += point.length;
    if (point.code < 0x80) {
      fold_ascii(point.code, before, out);
    } else {
      fold_letter(point.code, out);
    }
    before = point.code;
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out;
}

bool says_nothing(std::string_view value) {
  constexpr std::array<std::string_view, 11> kNothing = {
      "null", "none", "nan", "nat", "n_a", "na", "nil", "undefined", "unknown", "k_a", "keine"};
  if (value.size() > 16) return false;
  const std::string folded = fold_name(value);
  return folded.empty() || among(kNothing, folded);
}

bool is_blank(std::string_view text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const CodePoint point = decode(rest, 0);
    if (!says_nothing_alone(point.code)) break;
    rest.remove_prefix(point.length);
  }
  constexpr std::array<std::string_view, 7> kNothing = {"null", "nan", "nat",      "n_a",
                                                        "na",   "k_a", "undefined"};
  if (rest.empty() || rest.size() > 16) return rest.empty();
  return among(kNothing, fold_name(rest));
}

bool is_placeholder_person(std::string_view value) {
  if (says_nothing(value)) return true;
  if (value.size() > 32) return false;
  const std::string folded = fold_name(value);
  // "0", "00000", "-1" and "*****" are nobody either.
  const bool zeros = folded.find_first_not_of("0x_") == std::string::npos;
  return zeros || value == "-1" || among(kNobody, folded);
}

}  // namespace attune

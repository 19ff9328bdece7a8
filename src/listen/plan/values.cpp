// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "listen/plan/fold.h"

namespace attune {

namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::optional<double> count_stars(std::string_view value) {
  constexpr std::string_view kStar = "\xE2\x98\x85", kGlow = "\xE2\xAD\x90";
  double stars = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const std::string_view rest = value.substr(at);
    if (rest.starts_with(kStar) || rest.starts_with(kGlow)) ++stars;
  }
  return stars > 0 ? std::optional<double>(stars) : std::nullopt;
}

/// True for what may follow the number: nothing, "/5", "out of 5", "stars".
bool may_follow(std::string_view rest) {
  if (rest.empty() || rest[0] == '/' || rest[0] == '%') return true;
  constexpr std::array<std::string_view, 14> kUnits = {
      "star",      "stars", "stern", "sterne", "etoile", "etoiles", "estrella",
      "estrellas", "of",    "out",   "von",    "sur",    "de",      "points"};
  const std::string folded = fold_name(rest.substr(0, 40));
  return rest[0] == ' ' && among(kUnits, folded.substr(0, folded.find('_')));
}

}  // namespace

std::optional<double> parse_rating(std::string_view value) {
  while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
  while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
  if (value.empty() || value.size() > 40) return std::nullopt;
  std::string plain(value);
  if (const std::size_t comma = plain.find(','); comma != std::string::npos) plain[comma] = '.';
  double number = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
  if (error != std::errc() || !std::isfinite(number)) return count_stars(value);
  const auto used = static_cast<std::size_t>(end - plain.data());
  if (!may_follow(value.substr(used))) return std::nullopt;
  return number;
}

std::optional<Role> parse_role(std::string_view value, std::string_view column) {
  constexpr std::array<std::string_view, 23> kCustomers = {
      "customer",  "user",      "end_user",    "enduser",  "consumer", "client",
      "visitor",   "contact",   "inbound",     "incoming", "in",       "buyer",
      "guest",     "requester", "reviewer",    "caller",   "seeker",   "kunde",
      "eingehend", "cliente",   "utilisateur", "human",    "lead"};
  constexpr std::array<std::string_view, 24> kBrands = {
      "brand",     "agent",    "admin",    "support",   "company",   "staff",
      "bot",       "employee", "operator", "assistant", "outbound",  "outgoing",
      "out",       "business", "system",   "owner",     "supporter", "mitarbeiter",
      "ausgehend", "agente",   "team",     "seller",    "teammate",  "representative"};
  if (value.empty() || value.size() > 32) return std::nullopt;
  const std::string word = fold_name(value);
  if (among(kCustomers, word)) return Role::customer;
  if (among(kBrands, word)) return Role::brand;
  constexpr std::array<std::string_view, 4> kYesWords = {"true", "yes", "1", "t"};
  constexpr std::array<std::string_view, 4> kNoWords = {"false", "no", "0", "f"};
  const bool yes = among(kYesWords, word);
  if (!yes && !among(kNoWords, word)) return std::nullopt;
  const std::string name = fold_name(column);
  const auto names = [&](std::string_view part) { return name.find(part) != std::string::npos; };
  const bool of_brand = names("agent") || names("outbound") || names("brand") || names("staff") ||
                        names("company") || names("admin");
  return yes == of_brand ? Role::brand : Role::customer;
}

std::vector<std::string> parse_purposes(std::string_view value) {
  constexpr std::string_view kBetween = ",;| \t\r\n[]\"";
  std::vector<std::string> purposes;
  for (std::size_t at = value.find_first_not_of(kBetween); at < value.size();) {
    const std::size_t end = std::min(value.find_first_of(kBetween, at), value.size());
    purposes.emplace_back(value.substr(at, end - at));
    at = value.find_first_not_of(kBetween, end);
  }
  return purposes;
}

}  // namespace attune

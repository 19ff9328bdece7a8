// SPDX-License-Identifier: Apache-2.0
#pragma once

// For tests: sentences of our own about a few things, made from parts.

#include <cstdint>
#include <string>
#include <vector>

#include "base/random.h"
#include "themes/discover.h"

namespace attune::planted {

using Parts = std::vector<std::vector<std::string>>;

inline const Parts kParcel{{"the parcel", "my parcel", "our parcel", "the package"},
                           {"never arrived at", "was not delivered to", "got lost on the way to"},
                           {"my door", "the office", "our house", "the neighbour", "the shop"},
                           {"", "today", "again", "this week", "as always"}};
inline const Parts kScreen{
    {"the screen", "this screen", "my screen", "a screen"},
    {"freezes and flickers", "flickers all the time", "went black", "freezes"},
    {"when i open settings", "after the update", "at startup", "on launch"},
    {"", "today", "again", "this week", "as always"}};
inline const Parts kInvoice{
    {"i was charged", "they charged me", "you charged us"},
    {"twice for the invoice", "a double fee on my invoice", "the wrong invoice amount"},
    {"in march", "this quarter", "by mistake", "without a word"},
    {"", "today", "again", "this week", "as always"}};
inline const Parts kStaff{
    {"your staff", "the waiter", "the lady at the desk", "everybody there"},
    {"was friendly and kind", "was so kind and patient", "were warm and kind"},
    {"to my mother", "with our kids", "all evening", "to us"},
    {"", "today", "again", "this week", "as always"}};
inline const Parts kPassword{{"i forgot my password", "password reset", "resetting my password"},
                             {"sends no email", "link is broken", "link expired at once"},
                             {"for my account", "for the login", "in the portal"},
                             {"", "today", "again", "this week", "as always"}};

/// `count` sentences; the same for the same seed.
inline std::vector<std::string> say(const Parts& parts, std::size_t count, std::uint64_t seed) {
  std::vector<std::string> texts;
  Random chance(seed);
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (const auto& part : parts) text += part[chance.below(part.size())] + " ";
    texts.push_back(text);
  }
  return texts;
}

inline void add(std::vector<std::string>& to, const std::vector<std::string>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

/// Each by a person of its own.
inline std::vector<ThemeItem> items(const std::vector<std::string>& texts) {
  std::vector<ThemeItem> out;
  for (std::uint32_t i = 0; i < texts.size(); ++i) out.push_back({texts[i], i, true});
  return out;
}

/// Id of each item's theme; empty: no home.
inline std::vector<std::string> ids(const Discovery& found) {
  std::vector<std::string> out;
  for (const std::int32_t theme : found.theme_of)
    out.push_back(theme < 0 ? "" : found.themes[static_cast<std::size_t>(theme)].id);
  return out;
}

}  // namespace attune::planted

// SPDX-License-Identifier: Apache-2.0
#include "themes/discover.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/random.h"

namespace attune {
namespace {

/// Sentences of our own about four things, `each` of every kind, no two alike where it can be.
std::vector<std::string> planted(std::size_t each) {
  const std::vector<std::vector<std::vector<std::string>>> topics{
      {{"the parcel", "my parcel", "our parcel", "the package"},
       {"never arrived at", "was not delivered to", "got lost on the way to"},
       {"my door", "the office", "our house", "the neighbour", "the shop"}},
      {{"the screen", "this screen", "my screen", "a screen"},
       {"freezes and flickers", "flickers all the time", "went black and froze", "freezes"},
       {"when i open settings", "after the update", "at startup", "on every launch"}},
      {{"i was charged", "they charged me", "you charged us"},
       {"twice for the invoice", "a double fee on my invoice", "the wrong invoice amount"},
       {"in march", "again", "this quarter", "by mistake", "without a word", "on monday"}},
      {{"your staff", "the waiter", "the lady at the desk", "everybody there"},
       {"was friendly and kind", "was so kind and patient", "were warm, kind and friendly"},
       {"to my mother", "with our kids", "all evening", "to us", "from the start"}}};
  std::vector<std::string> texts;
  Random chance(5);
  for (const auto& topic : topics) {
    for (std::size_t i = 0; i < each; ++i) {
      std::string text;
      for (const auto& part : topic) text += part[chance.below(part.size())] + " ";
      texts.push_back(text);
    }
  }
  return texts;
}

std::vector<ThemeItem> items_of(const std::vector<std::string>& texts) {
  std::vector<ThemeItem> items;
  for (std::uint32_t i = 0; i < texts.size(); ++i) items.push_back({texts[i], i, true});
  return items;
}

Discovery discovered(const std::vector<std::string>& texts, std::optional<std::size_t> k,
                     std::size_t threads = 1) {
  DiscoverOptions options;
  options.k = k;
  return discover(items_of(texts), options, Pool(threads));
}

/// Every item is in exactly one theme or has a reason.
void expect_nothing_lost(const Discovery& found, std::size_t items) {
  ASSERT_EQ(found.theme_of.size(), items);
  ASSERT_EQ(found.why.size(), items);
  std::vector<std::int32_t> theme_of(items, -1);
  for (std::size_t t = 0; t < found.themes.size(); ++t) {
    EXPECT_TRUE(std::is_sorted(found.themes[t].members.begin(), found.themes[t].members.end()));
    EXPECT_FALSE(found.themes[t].quotes.empty());
    EXPECT_FALSE(found.themes[t].name.empty());
    for (const std::uint32_t i : found.themes[t].members) {
      EXPECT_EQ(theme_of[i], -1) << i << " is in two themes";
      theme_of[i] = static_cast<std::int32_t>(t);
    }
  }
  EXPECT_EQ(theme_of, found.theme_of);
  for (std::size_t i = 0; i < items; ++i) {
    EXPECT_EQ(found.theme_of[i] == -1, found.why[i] != NoHome::has_home) << i;
  }
}

/// All that a reader could see of it, in one string.
std::string written(const Discovery& found) {
  std::string out;
  for (const FoundTheme& theme : found.themes) {
    out += theme.id + "|" + theme.name + "|" + std::to_string(theme.people);
    for (const std::string& word : theme.keywords) out += "," + word;
    for (const std::uint32_t q : theme.quotes) out += "," + std::to_string(q);
    for (const auto& [term, weight] : theme.signature) {
      out += "," + std::to_string(term) + ":" + std::to_string(weight);
    }
    out += "\n";
  }
  for (const std::int32_t t : found.theme_of) out += std::to_string(t) + " ";
  return out;
}

TEST(Discover, FindsPlantedTopics) {
  const Discovery found = discovered(planted(50), 4);
  expect_nothing_lost(found, 200);
  ASSERT_EQ(found.themes.size(), 4U);
  for (std::size_t topic = 0; topic < 4; ++topic) {
    std::map<std::int32_t, int> themes;
    for (std::size_t i = 0; i < 50; ++i) ++themes[found.theme_of[topic * 50 + i]];
    const auto most = std::max_element(themes.begin(), themes.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    EXPECT_GE(most->second, 47) << "topic " << topic;
  }
}

TEST(Discover, CountsTheTopicsWhereNobodySays) {
  const Discovery found = discovered(planted(60), std::nullopt);
  expect_nothing_lost(found, 240);
  EXPECT_GE(found.themes.size(), 3U);
  EXPECT_LE(found.themes.size(), 8U);
}

TEST(Discover, SameBytesAtAnyThreadCount) {
  const std::vector<std::string> texts = planted(120);
  const std::string alone = written(discovered(texts, std::nullopt, 1));
  EXPECT_EQ(alone, written(discovered(texts, std::nullopt, 1)));
  EXPECT_EQ(alone, written(discovered(texts, std::nullopt, 2)));
  EXPECT_EQ(alone, written(discovered(texts, std::nullopt, 7)));
}

TEST(Discover, SameGroupsInAnyOrder) {
  const std::vector<std::string> texts = planted(60);
  const Discovery forth = discovered(texts, 4);
  const Discovery back = discovered({texts.rbegin(), texts.rend()}, 4);
  ASSERT_EQ(forth.themes.size(), back.themes.size());
  std::map<std::int32_t, std::int32_t> same;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::int32_t there = back.theme_of[texts.size() - 1 - i];
    const auto [entry, fresh] = same.try_emplace(forth.theme_of[i], there);
    EXPECT_EQ(entry->second, there) << i;
  }
  for (std::size_t t = 0; t < forth.themes.size(); ++t) {
    EXPECT_EQ(forth.themes[t].id, back.themes[t].id);
    EXPECT_EQ(forth.themes[t].name, back.themes[t].name);
  }
}

TEST(Discover, AtMostKThemes) {
  for (const std::size_t k : {1U, 2U, 7U, 40U}) {
    const Discovery found = discovered(planted(30), k);
    expect_nothing_lost(found, 120);
    EXPECT_LE(found.themes.size(), k);
    EXPECT_GE(found.themes.size(), 1U);
  }
}

TEST(Discover, TinyInputsAreAnswered) {
  for (const std::size_t n : {0U, 1U, 2U, 3U, 30U}) {
    std::vector<std::string> texts = planted(30);
    texts.resize(n);
    for (const auto k : {std::optional<std::size_t>{}, std::optional<std::size_t>{5}}) {
      expect_nothing_lost(discovered(texts, k), n);
    }
  }
}

TEST(Discover, EmptyAndUnreadTextsSayWhy) {
  const std::vector<std::string> texts = planted(40);
  std::vector<ThemeItem> items = items_of(texts);
  items.push_back({"", 900, true});
  items.push_back({" \n\t", 901, true});
  items.push_back({"@shop https://example.org/x", 902, true});
  items.push_back({"das Paket kam nie an", 903, false});
  const Discovery found = discover(items, {}, Pool(1));
  expect_nothing_lost(found, items.size());
  const std::size_t n = texts.size();
  EXPECT_EQ(found.why[n], NoHome::too_short);
  EXPECT_EQ(found.why[n + 1], NoHome::too_short);
  EXPECT_EQ(found.why[n + 2], NoHome::too_short);
  EXPECT_EQ(found.why[n + 3], NoHome::unread_language);
  EXPECT_EQ(words(found.why[n + 3]), "unread language");
}

TEST(Discover, StrangersAreFew) {
  std::vector<std::string> texts = planted(40);
  Random chance(9);
  for (int i = 0; i < 300; ++i) {  // as many words that nobody shares
    std::string text;
    for (int w = 0; w < 6; ++w) text += "q" + std::to_string(chance.below(1U << 30)) + "z ";
    texts.push_back(text);
  }
  const Discovery found = discovered(texts, 6);
  expect_nothing_lost(found, texts.size());
  const auto homeless = std::count(found.theme_of.begin(), found.theme_of.end(), -1);
  EXPECT_LE(static_cast<double>(homeless), 0.15 * static_cast<double>(texts.size()));
}

TEST(Discover, IdenticalTextsStandTogether) {
  const Discovery found = discovered(std::vector<std::string>(50, "The app is slow today"), {});
  expect_nothing_lost(found, 50);
  ASSERT_EQ(found.themes.size(), 1U);
  EXPECT_EQ(found.themes[0].members.size(), 50U);
  EXPECT_EQ(found.themes[0].people, 50U);
  EXPECT_EQ(found.themes[0].quotes.size(), 1U);
}

TEST(Discover, NearDuplicatesAreOneQuote) {
  std::vector<std::string> texts = planted(30);
  for (int i = 0; i < 40; ++i) {
    texts.push_back("@shop" + std::to_string(i) + " Order " + std::to_string(1000 + i) +
                    " WAS NOT delivered to my door!!! https://t.example/" + std::to_string(i));
  }
  const Discovery found = discovered(texts, 4);
  expect_nothing_lost(found, texts.size());
  std::set<std::int32_t> themes(found.theme_of.begin() + 120, found.theme_of.end());
  ASSERT_EQ(themes.size(), 1U);
  ASSERT_NE(*themes.begin(), -1);
  const auto& quotes = found.themes[static_cast<std::size_t>(*themes.begin())].quotes;
  EXPECT_LE(std::count_if(quotes.begin(), quotes.end(), [](std::uint32_t q) { return q >= 120; }),
            1);
}

TEST(Discover, OnePersonIsQuotedOnceAndCountedOnce) {
  const std::vector<std::string> texts = planted(40);
  std::vector<ThemeItem> items = items_of(texts);
  for (std::size_t i = 0; i < items.size(); i += 2) items[i].person = 7777;
  const Discovery found = discover(items, {.k = 4}, Pool(1));
  for (const FoundTheme& theme : found.themes) {
    std::set<std::uint32_t> quoted;
    for (const std::uint32_t q : theme.quotes) {
      EXPECT_TRUE(quoted.insert(items[q].person).second) << theme.name;
    }
    std::set<std::uint32_t> people;
    for (const std::uint32_t i : theme.members) people.insert(items[i].person);
    EXPECT_EQ(theme.people, people.size());
  }
}

TEST(Discover, OneLoudPersonIsNoTheme) {
  std::vector<std::string> texts = planted(40);
  std::vector<ThemeItem> items = items_of(texts);
  for (std::size_t i = 120; i < 160; ++i) items[i].person = 5;
  const Discovery found = discover(items, {}, Pool(1));
  expect_nothing_lost(found, items.size());
  for (const FoundTheme& theme : found.themes) EXPECT_GE(theme.people, 3U);
}

TEST(Discover, NamesAreDistinctAndHoldNoHandlesLinksOrDigits) {
  std::vector<std::string> texts = planted(40);
  for (std::string& text : texts) {
    text.insert(0, "@brand 24 ");
    text += " #fail www.example.org me@ex.org";
  }
  const Discovery found = discovered(texts, 12);
  std::set<std::string> names;
  std::set<std::string> ids;
  for (const FoundTheme& theme : found.themes) {
    EXPECT_TRUE(names.insert(theme.name).second) << theme.name;
    EXPECT_TRUE(ids.insert(theme.id).second) << theme.id;
    EXPECT_EQ(theme.id.size(), 18U);
    EXPECT_EQ(theme.name.find_first_of("@#/0123456789<>"), std::string::npos) << theme.name;
    EXPECT_EQ(theme.name.find("example"), std::string::npos) << theme.name;
    EXPECT_LE(theme.keywords.size(), 5U);
  }
}

TEST(Discover, BeyondTheSampleEveryTextFindsItsTheme) {
  const std::vector<std::string> kinds = planted(40);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 12000; ++i) {  // distinct by a word of their own
    std::string& text = texts.emplace_back(kinds[i % kinds.size()]);
    for (std::size_t left = i + 26; left > 0; left /= 26)
      text += static_cast<char>('a' + left % 26);
  }
  const Discovery found = discovered(texts, 4, 2);
  expect_nothing_lost(found, texts.size());
  std::map<std::pair<std::size_t, std::int32_t>, int> together;
  for (std::size_t i = 0; i < texts.size(); ++i) ++together[{i % 160 / 40, found.theme_of[i]}];
  int right = 0;
  for (std::size_t topic = 0; topic < 4; ++topic) {
    int most = 0;
    for (std::int32_t t = 0; t < 4; ++t) most = std::max(most, together[{topic, t}]);
    right += most;
  }
  EXPECT_GE(right, 11400);
}

TEST(Discover, LongTextsAndBrokenBytesDoNoHarm) {
  std::vector<std::string> texts = planted(30);
  std::string longest;
  for (int i = 0; i < 5000; ++i) longest += texts[static_cast<std::size_t>(i) % texts.size()];
  texts.push_back(longest);
  texts.push_back(std::string("\xff\xfe\x80 parcel \xc3", 12));
  texts.push_back(std::string("a\0b parcel\0", 11));
  expect_nothing_lost(discovered(texts, 4), texts.size());
}

}  // namespace
}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "lint/facts/facts.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/near_name.h"
#include "base/yaml.h"
#include "lint/facts/kinds.h"
#include "lint/facts/values.h"
#include "lint/facts/words.h"
#include "text/harmless.h"

namespace attune {

namespace {

constexpr std::size_t kLongestText = 1000;  ///< Of a name or a value.
constexpr std::size_t kMostEntries = 1000;  ///< Of one fact; each is asked of each claim.

/// Keys of a map that name the part that the value plays, and no thing that it is about,
constexpr auto kPartKeys = std::to_array<std::string_view>(
    {"left", "remaining", "ends", "date", "until", "count", "number", "value", "what", "who",
     "name", "text", "people", "class", "price", "amount"});
/// … and those whose value only says where the others can be looked up.
constexpr auto kPlaceKeys = std::to_array<std::string_view>(
    {"where", "at", "on", "url", "link", "source", "from", "since", "by", "when"});

std::string text_of(const YAML::Node& node) {
  return node && node.IsScalar() ? node.as<std::string>() : std::string();
}

/// "{claim: 9 of 10 dentists, url: https://…}"; blank where one of them lacks.
FactEntry sourced(const YAML::Node& map) {
  FactEntry entry{text_of(map["claim"]), text_of(map["url"])};
  return entry.about.empty() || entry.value.empty() ? FactEntry{} : entry;
}

std::vector<FactEntry> entries_of_map(const YAML::Node& map) {
  if (map["claim"]) return {sourced(map)};
  std::vector<FactEntry> entries;
  std::vector<FactEntry> places;
  for (const auto& item : map) {
    const std::string key = lower(item.first.as<std::string>());
    const bool place = among(kPlaceKeys, key);
    const bool named = !place && !among(kPartKeys, key);
    (place ? places : entries).push_back({named ? key : "", text_of(item.second)});
  }
  return entries.empty() ? places : entries;
}

std::vector<FactEntry> entries_of(const YAML::Node& node) {
  if (node.IsMap()) return entries_of_map(node);
  if (!node.IsSequence()) return {{"", text_of(node)}};
  std::vector<FactEntry> entries;
  for (const auto& item : node)
    entries.push_back(item.IsMap() ? sourced(item) : FactEntry{"", text_of(item)});
  return entries;
}

Result<void> check_size(const std::string& name, const std::vector<FactEntry>& entries) {
  const bool long_text = std::any_of(entries.begin(), entries.end(), [](const FactEntry& entry) {
    return entry.about.size() > kLongestText || entry.value.size() > kLongestText;
  });
  if (name.size() > kLongestText || long_text) {
    return fail(Fault::bad_input,
                fmt::format("a fact's name or value is over {} bytes; shorten it", kLongestText));
  }
  if (entries.size() > kMostEntries) {
    return fail(Fault::bad_input,
                fmt::format("the fact holds over {} entries; give those that the message speaks of",
                            kMostEntries));
  }
  return {};
}

/// Does an entry speak of what the claim is about? One that names no thing does.
bool meant(const FactEntry& entry, const Claim& claim) {
  if (entry.about.empty()) return true;
  const std::vector<std::string> said =
      plain_words(claim.around.empty() ? claim.sentence : claim.around);
  const std::vector<std::string> key = plain_words(entry.about);
  return std::all_of(key.begin(), key.end(), [&](const std::string& part) {
    return std::any_of(said.begin(), said.end(),
                       [&](const std::string& word) { return word.starts_with(part); });
  });
}

FactVerdict judge_entry(const FactKind& kind, const FactEntry& entry, const Claim& claim) {
  const bool denies = kind.deniable && says_no(entry.value);
  if ((kind.keyed || denies) && !meant(entry, claim)) return FactVerdict::unknown;
  return denies ? FactVerdict::false_claim : kind.judge(entry, claim);
}

/// All entries as one text: a price with its period.
FactEntry joined(const std::vector<FactEntry>& entries) {
  if (entries.size() == 1) return entries[0];
  FactEntry all;
  for (const FactEntry& entry : entries) all.value += entry.about + " " + entry.value + " ";
  return all;
}

std::string unknown_name(const std::string& name) {
  std::vector<std::string_view> known;
  for (const FactKind& kind : fact_kinds()) known.push_back(kind.name);
  const std::string near = did_you_mean(name, known);
  return fmt::format("the fact \"{}\" is not known and clears nothing{}", for_terminal(name),
                     near.empty() ? "; docs/facts-and-configuration.md lists them" : near);
}

}  // namespace

Result<Facts> read_facts(std::string_view yaml) {
  const auto root = load_yaml(yaml);
  if (!root) return tl::unexpected<Error>(root.error());
  return facts_of(*root);
}

Result<Facts> facts_of(const YAML::Node& map) {
  if (!map.IsMap() && !map.IsNull()) return fail(Fault::bad_input, "facts are a map of names");
  Facts facts;
  try {
    for (const auto& item : map) {
      const auto name = item.first.as<std::string>();
      std::vector<FactEntry> entries = entries_of(item.second);
      if (auto ok = check_size(name, entries); !ok)
        return within(fmt::format("line {}", item.first.Mark().line + 1), ok.error());
      facts[name] = std::move(entries);
    }
    return facts;
  } catch (const YAML::Exception& error) {
    return fail(Fault::bad_input,
                fmt::format("line {}: not understood as facts", error.mark.line + 1));
  }
}

std::vector<std::string> doubts(const Facts& facts) {
  std::vector<std::string> sentences;
  for (const auto& [name, given] : facts) {
    const FactKind* const kind = fact_kind(name);
    if (kind == nullptr) {
      sentences.push_back(unknown_name(name));
      continue;
    }
    const std::vector<FactEntry> entries = kind->one_text ? std::vector{joined(given)} : given;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (says_no(entries[i].value) || kind->fits(entries[i].value)) continue;
      const std::string which = entries.size() > 1 ? fmt::format(", entry {},", i + 1) : "";
      sentences.push_back(fmt::format("the fact \"{}\"{} clears nothing as it stands; give {}",
                                      name, which, kind->wanted));
    }
  }
  return sentences;
}

FactVerdict judge(const Facts& facts, std::string_view name, const Claim& claim) {
  const auto given = facts.find(name);
  const FactKind* const kind = given == facts.end() ? nullptr : fact_kind(name);
  if (kind == nullptr) return FactVerdict::unknown;
  if (kind->one_text) return judge_entry(*kind, joined(given->second), claim);
  FactVerdict found = FactVerdict::unknown;
  for (const FactEntry& entry : given->second) {
    const FactVerdict one = judge_entry(*kind, entry, claim);
    if (one == FactVerdict::true_claim) return one;
    if (one != FactVerdict::unknown) found = one;
  }
  return found;
}

}  // namespace attune

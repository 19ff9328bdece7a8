// SPDX-License-Identifier: Apache-2.0
// The page of facts and .attune.yaml and the schemas for editors say what the parsers know: both
// ways.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

#include "lint/config.h"
#include "lint/facts/front_matter.h"
#include "lint/facts/kinds.h"
#include "lint/facts/values.h"

namespace attune {
namespace {

using Json = nlohmann::json;
using Names = std::set<std::string>;

std::string doc(const std::string& name) {
  std::ostringstream bytes;
  bytes << std::ifstream(ATTUNE_SOURCE_DIR "/docs/" + name).rdbuf();
  return bytes.str();
}

Names names_of(const Json& map) {
  Names names;
  for (const auto& item : map.items()) names.insert(item.key());
  return names;
}

Names keys_within(std::string_view place) {
  Names names;
  for (const ConfigKey& key : config_keys()) {
    if (key.within == place) names.emplace(key.name);
  }
  return names;
}

TEST(Schema, HoldsTheKeysOfTheConfigurationAndNoOthers) {
  const Json schema = Json::parse(doc("attune-yaml.schema.json"));
  const Json& top = schema["properties"];
  EXPECT_EQ(names_of(top), keys_within(""));
  const Json& attribute = top["attributes"]["additionalProperties"];
  EXPECT_EQ(names_of(attribute["properties"]), keys_within("attributes"));
  const Json& path = top["paths"]["additionalProperties"]["anyOf"][1];
  EXPECT_EQ(names_of(path["properties"]), keys_within("paths"));
  for (const Json* map : {&schema, &attribute, &path})
    EXPECT_EQ((*map)["additionalProperties"], false);
}

TEST(Schema, HoldsTheKindsOfRules) {
  const Json schema = Json::parse(doc("attune-yaml.schema.json"));
  std::string pattern = "^(all";
  for (const std::string_view kind : kRuleKinds) pattern += fmt::format("|{}", kind);
  EXPECT_EQ(schema["definitions"]["rules"]["propertyNames"]["pattern"], pattern + ")(-[a-z]+)*$");
}

TEST(Schema, HoldsTheFactsAndNoOthers) {
  const Json schema = Json::parse(doc("facts.schema.json"));
  Names known;
  for (const FactKind& kind : fact_kinds()) {
    const std::string name(kind.name);
    known.insert(name);
    EXPECT_EQ(schema["properties"][name]["description"],
              fmt::format("Give {}. Speaks of {}. Silent on {}.", kind.wanted, kind.speaks_of,
                          kind.silent_on));
  }
  EXPECT_EQ(names_of(schema["properties"]), known);
  EXPECT_EQ(schema["additionalProperties"], false);
  Names classes(kServingClasses.begin(), kServingClasses.end());
  classes.insert(kSellingClasses.begin(), kSellingClasses.end());
  EXPECT_EQ(schema["definitions"]["class"]["enum"].get<Names>(), classes);
}

TEST(FactsPage, HasARowForEachFactAndEachKey) {
  const std::string page = doc("facts-and-configuration.md");
  for (const FactKind& kind : fact_kinds()) {
    const std::string row = fmt::format("| `{}` | {} | {} | {} | `{}` |", kind.name, kind.wanted,
                                        kind.speaks_of, kind.silent_on, kind.example);
    EXPECT_NE(page.find(row), std::string::npos) << row;
  }
  for (const ConfigKey& key : config_keys()) {
    const std::string name =
        key.within.empty() ? std::string(key.name) : fmt::format("{}: … {}", key.within, key.name);
    EXPECT_NE(page.find("| `" + name + "` |"), std::string::npos) << name;
  }
}

/// The code of the page behind "```yaml NAME".
std::string sample(const std::string& name) {
  const std::string page = doc("facts-and-configuration.md");
  const std::string opens = "```yaml " + name + "\n";
  const std::size_t begin = page.find(opens) + opens.size();
  return page.substr(begin, page.find("```", begin) - begin);
}

TEST(FactsPage, ItsSamplesAreUnderstood) {
  const auto facts = read_facts(sample("facts"));
  ASSERT_TRUE(facts.has_value());
  EXPECT_TRUE(doubts(*facts).empty());
  const std::string matter = sample("front matter");
  EXPECT_TRUE(facts_at(matter, facts_place(matter)).has_value());
  const auto config = read_config(sample("configuration"));
  ASSERT_TRUE(config.has_value()) << config.error().message;
  EXPECT_EQ(config->paths.size(), 3U);
  EXPECT_EQ(config->given.size(), 1U);
}

}  // namespace
}  // namespace attune

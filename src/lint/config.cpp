// SPDX-License-Identifier: Apache-2.0
#include "lint/config.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "base/near_name.h"
#include "base/yaml.h"
#include "lint/rule_names.h"
#include "text/harmless.h"

namespace attune {

namespace {

/// A key of a map, and what reads its value.
template <class Into>
struct Key {
  std::string_view name;
  Result<void> (*read)(const YAML::Node& value, Into& into);
};

Result<std::string> word(const YAML::Node& value) {
  if (!value.IsScalar()) return fail(Fault::bad_input, "one value, not a list or a map");
  return value.as<std::string>();
}

/// Reads a map by its keys. Refuses what they do not hold, with the one that was meant.
template <class Into, std::size_t N>
Result<void> read_keys(const YAML::Node& map, const std::array<Key<Into>, N>& keys, Into& into) {
  std::vector<std::string_view> known;
  known.reserve(N);
  for (const Key<Into>& key : keys) known.push_back(key.name);
  const std::string all = fmt::format("{}", fmt::join(known, ", "));
  if (!map.IsMap()) return fail(Fault::bad_input, "a map of " + all);
  for (const auto& entry : map) {
    const auto name = entry.first.as<std::string>();
    const auto* const key = std::find_if(keys.begin(), keys.end(),
                                         [&](const Key<Into>& one) { return one.name == name; });
    if (key == keys.end()) {
      const std::string meant = did_you_mean(name, known);
      return fail(Fault::bad_input,
                  fmt::format("line {}: unknown key \"{}\"{}", entry.first.Mark().line + 1,
                              for_terminal(name), meant.empty() ? "; known are " + all : meant));
    }
    if (auto done = key->read(entry.second, into); !done) return within(name, done.error());
  }
  return {};
}

Result<void> read_text(const YAML::Node& value, std::string& into) {
  auto text = word(value);
  if (!text) return tl::unexpected<Error>(text.error());
  into = std::move(*text);
  return {};
}

Result<void> read_flag(const YAML::Node& value, bool& into) {
  if (value.IsScalar() && YAML::convert<bool>::decode(value, into)) return {};
  return fail(Fault::bad_input, "true or false");
}

Result<void> read_words(const YAML::Node& value, std::vector<std::string>& into) {
  const bool list =
      value.IsSequence() &&
      std::all_of(value.begin(), value.end(), [](const auto& one) { return one.IsScalar(); });
  if (!list && !value.IsScalar()) return fail(Fault::bad_input, "words, or a list of them");
  if (!list) into.push_back(value.as<std::string>());
  for (const auto& one : value) into.push_back(one.template as<std::string>());
  return {};
}

Result<RuleChoice> read_choice(const std::string& rule, const YAML::Node& node) {
  RuleChoice made{rule, false, Severity::warning};
  const std::string value = node.IsScalar() ? node.as<std::string>() : "";
  made.off = value == "off" || value == "false" || value == "no";
  if (made.off) return made;
  const auto* const found = std::find(kSeverityNames.begin(), kSeverityNames.end(), value);
  if (found == kSeverityNames.end()) {
    return fail(Fault::bad_input, fmt::format("{}: off, suggestion, warning or error, not \"{}\"",
                                              for_terminal(rule), for_terminal(value)));
  }
  made.severity = static_cast<Severity>(found - kSeverityNames.begin());
  return made;
}

Result<void> read_rules(const YAML::Node& value, std::vector<RuleChoice>& into) {
  if (!value.IsMap()) return fail(Fault::bad_input, "a map of rules");
  for (const auto& entry : value) {
    auto made = read_choice(entry.first.as<std::string>(), entry.second);
    if (!made) return tl::unexpected<Error>(made.error());
    into.push_back(std::move(*made));
  }
  return {};
}

using Attribute = DeclaredAttribute;
constexpr std::array<Key<Attribute>, 4> kAttributeKeys = {{
    {"source", [](const YAML::Node& value, Attribute& to) { return read_text(value, to.source); }},
    {"purpose",
     [](const YAML::Node& value, Attribute& to) { return read_text(value, to.purpose); }},
    {"consent",
     [](const YAML::Node& value, Attribute& to) { return read_text(value, to.consent); }},
    {"sensitive",
     [](const YAML::Node& value, Attribute& to) { return read_flag(value, to.sensitive); }},
}};

constexpr std::array<Key<PathChoice>, 3> kPathKeys = {{
    {"ignore", [](const YAML::Node& value, PathChoice& to) { return read_flag(value, to.ignore); }},
    {"rules", [](const YAML::Node& value, PathChoice& to) { return read_rules(value, to.rules); }},
    {"allow", [](const YAML::Node& value, PathChoice& to) { return read_words(value, to.allow); }},
}};

Result<void> read_attributes(const YAML::Node& value, LintConfig& config) {
  if (!value.IsMap() && !value.IsNull()) return fail(Fault::bad_input, "a map of attributes");
  config.declares = true;
  for (const auto& entry : value) {
    const auto name = entry.first.as<std::string>();
    Attribute& made = config.attributes[name];
    if (entry.second.IsNull()) continue;
    if (auto done = read_keys(entry.second, kAttributeKeys, made); !done)
      return within(for_terminal(name), done.error());
  }
  return {};
}

Result<void> read_paths(const YAML::Node& value, LintConfig& config) {
  if (!value.IsMap()) return fail(Fault::bad_input, "a map of paths, such as \"mails/**\"");
  for (const auto& entry : value) {
    PathChoice made;
    made.glob = entry.first.as<std::string>();
    const std::string one = entry.second.IsScalar() ? entry.second.as<std::string>() : "";
    made.ignore = one == "off" || one == "ignore";
    if (!made.ignore) {
      if (auto done = read_keys(entry.second, kPathKeys, made); !done)
        return within(for_terminal(made.glob), done.error());
    }
    config.paths.push_back(std::move(made));
  }
  return {};
}

Result<void> read_ignored(const YAML::Node& value, LintConfig& config) {
  std::vector<std::string> globs;
  if (auto done = read_words(value, globs); !done) return done;
  for (std::string& glob : globs) config.paths.push_back({std::move(glob), true, {}, {}});
  return {};
}

/// The path of a file, or the facts themselves.
Result<void> read_given(const YAML::Node& value, LintConfig& config) {
  if (value.IsScalar()) return read_text(value, config.facts);
  auto facts = facts_of(value);
  if (!facts) return tl::unexpected<Error>(facts.error());
  config.given = std::move(*facts);
  return {};
}

Result<void> read_address(const YAML::Node& value, LintConfig& config) {
  auto address = word(value);
  if (address) address = page_address(*address);
  if (!address) return tl::unexpected<Error>(address.error());
  config.rules_url = std::move(*address);
  return {};
}

constexpr std::array<Key<CopyKeys>, 4> kCopyKeys = {{
    {"front_matter",
     [](const YAML::Node& value, CopyKeys& to) { return read_words(value, to.front_matter); }},
    {"catalogues",
     [](const YAML::Node& value, CopyKeys& to) { return read_words(value, to.catalogues); }},
    {"keys", [](const YAML::Node& value, CopyKeys& to) { return read_words(value, to.keys); }},
    {"not_keys",
     [](const YAML::Node& value, CopyKeys& to) { return read_words(value, to.not_keys); }},
}};

Result<void> read_copy_keys(const YAML::Node& value, LintConfig& config) {
  return read_keys(value, kCopyKeys, config.copy);
}

constexpr std::array<Key<LintConfig>, 9> kKeys = {{
    {"rules", [](const YAML::Node& value, LintConfig& to) { return read_rules(value, to.rules); }},
    {"allow", [](const YAML::Node& value, LintConfig& to) { return read_words(value, to.allow); }},
    {"attributes", read_attributes},
    {"paths", read_paths},
    {"ignore", read_ignored},
    {"copy", read_copy_keys},
    {"facts", read_given},
    {"baseline",
     [](const YAML::Node& value, LintConfig& to) { return read_text(value, to.baseline); }},
    {"rules_url", read_address},
}};

Result<void> check_names(const std::vector<RuleChoice>& choices, const RuleBook& book) {
  for (const RuleChoice& choice : choices) {
    const std::string unknown = no_such_rule(choice.rule, book);
    if (!unknown.empty()) return fail(Fault::bad_input, unknown);
  }
  return {};
}

}  // namespace

Result<std::string> page_address(std::string_view value) {
  const std::size_t host = value.starts_with("https://") ? 8 : value.starts_with("http://") ? 7 : 0;
  const bool plain = std::all_of(value.begin(), value.end(), [](char c) {
    return c > ' ' && c < '\x7F' &&
           std::string_view("#\"<>\\^`{|}").find(c) == std::string_view::npos;
  });
  if (host > 0 && value.size() > host && value[host] != '/' && plain) return std::string(value);
  return fail(Fault::bad_input,
              "the address of a page, such as https://docs.example.com/rules.html, without #");
}

Result<LintConfig> read_config(std::string_view yaml) {
  const auto loaded = load_yaml(yaml);
  if (!loaded) return tl::unexpected<Error>(loaded.error());
  const YAML::Node& root = *loaded;
  try {
    LintConfig config;
    if (root.IsNull()) return config;
    if (auto ok = read_keys(root, kKeys, config); !ok) return tl::unexpected<Error>(ok.error());
    return config;
  } catch (const YAML::Exception& error) {
    return fail(Fault::bad_input, "not understood, line " + std::to_string(error.mark.line + 1));
  }
}

Result<void> check_rules(const LintConfig& config, const RuleBook& book) {
  if (auto ok = check_names(config.rules, book); !ok) return within("rules", ok.error());
  for (const PathChoice& path : config.paths) {
    if (auto ok = check_names(path.rules, book); !ok)
      return within("paths: " + for_terminal(path.glob) + ": rules", ok.error());
  }
  return {};
}

std::vector<ConfigKey> config_keys() {
  std::vector<ConfigKey> all;
  all.reserve(kKeys.size() + kAttributeKeys.size() + kCopyKeys.size() + kPathKeys.size());
  for (const auto& key : kKeys) all.push_back({"", key.name});
  for (const auto& key : kAttributeKeys) all.push_back({"attributes", key.name});
  for (const auto& key : kCopyKeys) all.push_back({"copy", key.name});
  for (const auto& key : kPathKeys) all.push_back({"paths", key.name});
  return all;
}

std::optional<LintConfig> for_path(const LintConfig& config, std::string_view path) {
  LintConfig made = config;
  for (const PathChoice& choice : config.paths) {
    if (!glob_matches(choice.glob, path)) continue;
    if (choice.ignore) return std::nullopt;
    made.rules.insert(made.rules.end(), choice.rules.begin(), choice.rules.end());
    made.allow.insert(made.allow.end(), choice.allow.begin(), choice.allow.end());
  }
  return made;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "lint/config.h"

#include <algorithm>

#include "base/yaml.h"

namespace attune {

namespace {

Result<RuleChoice> choice(const std::string& rule, const std::string& value) {
  RuleChoice made{rule, false, Severity::warning};
  if (value == "off" || value == "false" || value == "no") {
    made.off = true;
    return made;
  }
  for (std::size_t s = 0; s < kSeverityNames.size(); ++s) {
    if (value == kSeverityNames[s]) {
      made.severity = static_cast<Severity>(s);
      return made;
    }
  }
  return fail(Fault::bad_input,
              "rules: " + rule + ": off, suggestion, warning or error, not \"" + value + "\"");
}

Result<std::vector<RuleChoice>> read_rules(const YAML::Node& node) {
  std::vector<RuleChoice> rules;
  for (const auto& entry : node) {
    auto made = choice(entry.first.as<std::string>(), entry.second.as<std::string>());
    if (!made) return tl::unexpected<Error>(made.error());
    rules.push_back(std::move(*made));
  }
  return rules;
}

std::vector<std::string> read_words(const YAML::Node& node) {
  std::vector<std::string> words;
  if (node.IsScalar()) words.push_back(node.as<std::string>());
  if (node.IsSequence()) {
    for (const auto& entry : node) words.push_back(entry.as<std::string>());
  }
  return words;
}

DeclaredAttribute read_attribute(const YAML::Node& node) {
  DeclaredAttribute made;
  if (!node.IsMap()) return made;
  made.source = node["source"].as<std::string>("");
  made.purpose = node["purpose"].as<std::string>("");
  made.consent = node["consent"].as<std::string>("");
  made.sensitive = node["sensitive"].as<bool>(false);
  return made;
}

Result<PathChoice> read_path(const std::string& glob, const YAML::Node& node) {
  PathChoice made;
  made.glob = glob;
  if (node.IsScalar()) {
    made.ignore = node.as<std::string>() == "off" || node.as<std::string>() == "ignore";
    return made;
  }
  made.ignore = node["ignore"].as<bool>(false);
  if (node["allow"]) made.allow = read_words(node["allow"]);
  if (node["rules"]) {
    auto rules = read_rules(node["rules"]);
    if (!rules) return within("paths: " + glob, rules.error());
    made.rules = std::move(*rules);
  }
  return made;
}

/// The keys whose value is a path or an address; false for any other.
Result<bool> read_name(const std::string& key, const YAML::Node& value, LintConfig& config) {
  if (key == "facts") {
    config.facts = value.as<std::string>();
  } else if (key == "baseline") {
    config.baseline = value.as<std::string>();
  } else if (key == "rules_url") {
    auto address = page_address(value.as<std::string>());
    if (!address) return within(key, address.error());
    config.rules_url = std::move(*address);
  } else {
    return false;
  }
  return true;
}

Result<void> read_key(const std::string& key, const YAML::Node& value, LintConfig& config) {
  if (key == "rules") {
    auto rules = read_rules(value);
    if (!rules) return tl::unexpected<Error>(rules.error());
    config.rules = std::move(*rules);
  } else if (key == "allow") {
    config.allow = read_words(value);
  } else if (key == "attributes") {
    config.declares = true;
    for (const auto& entry : value)
      config.attributes[entry.first.as<std::string>()] = read_attribute(entry.second);
  } else if (key == "paths") {
    for (const auto& entry : value) {
      auto made = read_path(entry.first.as<std::string>(), entry.second);
      if (!made) return tl::unexpected<Error>(made.error());
      config.paths.push_back(std::move(*made));
    }
  } else if (key == "ignore") {
    for (std::string& glob : read_words(value)) {
      config.paths.push_back({std::move(glob), true, {}, {}});
    }
  } else if (auto taken = read_name(key, value, config); !taken || !*taken) {
    if (!taken) return tl::unexpected<Error>(taken.error());
    return fail(Fault::bad_input, "unknown key \"" + key +
                                      "\"; known are rules, allow, attributes, paths, ignore, "
                                      "facts, baseline, rules_url");
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
    if (!root.IsMap()) return fail(Fault::bad_input, "a configuration is a map");
    for (const auto& entry : root) {
      if (auto ok = read_key(entry.first.as<std::string>(), entry.second, config); !ok)
        return tl::unexpected<Error>(ok.error());
    }
    return config;
  } catch (const YAML::Exception& error) {
    return fail(Fault::bad_input, "not understood, line " + std::to_string(error.mark.line + 1));
  }
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

/// The usual greedy walk with one point of return for `*` and one for `**`.
bool glob_matches(std::string_view glob, std::string_view path) {
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t g = 0;
  std::size_t p = 0;
  std::size_t star_g = kNone;
  std::size_t star_p = 0;
  std::size_t deep_g = kNone;
  std::size_t deep_p = 0;
  while (p < path.size()) {
    if (glob.substr(g).starts_with("**")) {
      g += 2;
      if (g < glob.size() && glob[g] == '/') ++g;
      deep_g = g;
      deep_p = p;
      star_g = kNone;
    } else if (g < glob.size() && glob[g] == '*') {
      star_g = ++g;
      star_p = p;
    } else if (g < glob.size() && (glob[g] == path[p] || (glob[g] == '?' && path[p] != '/'))) {
      ++g;
      ++p;
    } else if (star_g != kNone && path[star_p] != '/') {
      g = star_g;
      p = ++star_p;
    } else if (deep_g != kNone) {
      g = deep_g;
      p = ++deep_p;
      star_g = kNone;
    } else {
      return false;
    }
  }
  while (g < glob.size() && (glob[g] == '*')) ++g;
  return g == glob.size();
}

}  // namespace attune

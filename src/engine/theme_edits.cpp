// SPDX-License-Identifier: Apache-2.0
#include "engine/theme_edits.h"

#include "base/files.h"
#include "base/yaml.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::size_t kMostBytes = 1U << 20U;
constexpr std::size_t kMostEdits = 10000;

std::vector<std::string> read_list(const YAML::Node& node) {
  std::vector<std::string> out;
  if (node.IsScalar()) out.push_back(node.as<std::string>());
  if (!node.IsSequence()) return out;
  for (const auto& entry : node) out.push_back(entry.as<std::string>());
  return out;
}

/// The text under `key`, or "".
std::string read_text(const YAML::Node& node, const char* key) {
  const YAML::Node value = node[key];
  return value.IsDefined() && value.IsScalar() ? value.as<std::string>() : std::string();
}

std::vector<std::string> read_list(const YAML::Node& node, const char* key) {
  const YAML::Node value = node[key];
  return value.IsDefined() ? read_list(value) : std::vector<std::string>();
}

Result<void> read_merges(const YAML::Node& node, ThemeEdits& edits) {
  for (const auto& entry : node) {
    ThemeEdits::Merge merge;
    if (entry.IsMap()) merge = {read_text(entry, "into"), read_list(entry, "from")};
    if (merge.into.empty() || merge.from.empty()) {
      return fail(Fault::bad_input, "merge: each entry needs `into` (a theme) and `from` (themes)");
    }
    edits.merges.push_back(std::move(merge));
  }
  return {};
}

Result<ThemeEdits::Part> read_part(const YAML::Node& node) {
  ThemeEdits::Part part;
  if (node.IsMap()) part = {read_text(node, "name"), read_list(node, "words")};
  if (part.name.empty() || part.words.empty()) {
    return fail(Fault::bad_input,
                "split: each part needs a `name` and `words` that its texts hold");
  }
  return part;
}

Result<void> read_splits(const YAML::Node& node, ThemeEdits& edits) {
  for (const auto& entry : node) {
    ThemeEdits::Split split;
    if (entry.IsMap()) split.theme = read_text(entry, "theme");
    if (split.theme.empty() || !entry["into"].IsDefined() || !entry["into"].IsSequence() ||
        entry["into"].size() == 0) {
      return fail(Fault::bad_input, "split: each entry needs `theme` and `into` (a list of parts)");
    }
    for (const auto& part : entry["into"]) {
      auto made = read_part(part);
      if (!made) return tl::unexpected<Error>(made.error());
      split.into.push_back(std::move(*made));
    }
    edits.splits.push_back(std::move(split));
  }
  return {};
}

Result<void> read_key(const std::string& key, const YAML::Node& value, ThemeEdits& edits) {
  if (value.size() > kMostEdits) return fail(Fault::bad_input, key + ": too many entries");
  if (key == "rename") {
    if (!value.IsMap()) {
      return fail(Fault::bad_input, "rename: a map of themes to their new names");
    }
    for (const auto& entry : value) {
      edits.renames.push_back({entry.first.as<std::string>(),
                               entry.second.IsScalar() ? entry.second.as<std::string>() : ""});
    }
    return {};
  }
  if (key == "merge" || key == "split") {
    if (!value.IsSequence()) return fail(Fault::bad_input, key + ": a list");
    return key == "merge" ? read_merges(value, edits) : read_splits(value, edits);
  }
  if (key == "pin") {
    edits.pins = read_list(value);
    return {};
  }
  return fail(Fault::bad_input,
              "unknown key \"" + key + "\"; known are rename, merge, split and pin");
}

}  // namespace

Result<ThemeEdits> read_theme_edits(std::string_view yaml) {
  if (first_invalid(yaml) != std::string_view::npos) return fail(Fault::bad_input, "not UTF-8");
  const auto loaded = load_yaml(yaml);
  if (!loaded) return tl::unexpected<Error>(loaded.error());
  const YAML::Node& root = *loaded;
  try {
    ThemeEdits edits;
    if (root.IsNull()) return edits;
    if (!root.IsMap()) {
      return fail(Fault::bad_input, "edits are a map with rename, merge, split and pin");
    }
    for (const auto& entry : root) {
      if (auto ok = read_key(entry.first.as<std::string>(), entry.second, edits); !ok)
        return tl::unexpected<Error>(ok.error());
    }
    return edits;
  } catch (const YAML::Exception& error) {
    return fail(Fault::bad_input, "not understood, line " + std::to_string(error.mark.line + 1));
  }
}

Result<ThemeEdits> load_theme_edits(const std::string& path) {
  const auto bytes = read_file(path, kMostBytes);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  auto edits = read_theme_edits(*bytes);
  if (!edits) return within(path, std::move(edits.error()));
  return edits;
}

}  // namespace attune

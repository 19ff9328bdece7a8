// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lint_settings.h"

#include <filesystem>
#include <utility>

#include "attune/lint.h"
#include "base/files.h"
#include "base/hash.h"
#include "lint/document.h"

namespace attune {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 64U << 20U;
constexpr std::string_view kConfigName = ".attune.yaml";

/// The nearest configuration in `folder` or above it, or "".
std::string nearest_config(fs::path folder) {
  std::error_code error;
  folder = fs::absolute(folder, error);
  while (!error) {
    const fs::path path = folder / kConfigName;
    if (fs::is_regular_file(path, error)) return path.string();
    error.clear();
    if (folder == folder.parent_path()) break;
    folder = folder.parent_path();
  }
  return {};
}

std::string below(const std::string& folder, const std::string& path) {
  if (path.empty() || fs::path(path).is_absolute() || folder.empty()) return path;
  return (fs::path(folder) / path).string();
}

std::string entry(const Finding& finding, std::string_view words) {
  return hex64(fingerprint(finding, words)) + " " + std::string(finding.rule) + " " +
         shown(finding.file);
}

/// Could entry() have made this line?
bool is_entry(std::string_view line) {
  constexpr std::size_t kHash = 16;
  return line.size() > kHash && line[kHash] == ' ' &&
         line.find_first_not_of("0123456789abcdef") == kHash;
}

Result<void> load_config(const std::string& path, const RuleBook& book, LintSettings& settings) {
  if (path.empty()) return {};
  const std::string name(file_name(path));
  const auto bytes = read_file(path, kMostBytes);
  if (!bytes) return tl::unexpected<Error>({Fault::bad_input, bytes.error().message});
  auto config = read_config(*bytes);
  if (!config) return within(name, config.error());
  if (auto known = check_rules(*config, book); !known) return within(name, known.error());
  settings.config = std::move(*config);
  std::error_code error;
  settings.folder = fs::absolute(path, error).parent_path().string();
  return {};
}

/// Facts that stand in the file at `path`, with what is to be said of them.
void take_facts(const std::string& path, Facts facts, LintSettings& settings) {
  for (const std::string& sentence : doubts(facts))
    settings.warnings.push_back(std::string(file_name(path)) + ": " + sentence);
  settings.facts = std::move(facts);
}

Result<void> load_facts(const std::string& path, LintSettings& settings) {
  const auto bytes = read_file(path, kMostBytes);
  if (!bytes) return tl::unexpected<Error>({Fault::bad_input, bytes.error().message});
  auto facts = read_facts(*bytes);
  if (!facts) return within(std::string(file_name(path)), facts.error());
  take_facts(path, std::move(*facts), settings);
  settings.facts_file = path;
  return {};
}

}  // namespace

std::string LintSettings::relative(const std::string& path) const {
  if (folder.empty()) return path;
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  const fs::path made = whole.lexically_relative(folder);
  return error || made.empty() ? path : made.generic_string();
}

Result<std::shared_ptr<const LintSettings>> SettingsFinder::of(const std::string& path) {
  std::string config = options_.config;
  if (config.empty()) {
    const std::string folder = fs::path(path).parent_path().string();
    auto [known, fresh] = config_of_folder_.try_emplace(folder);
    if (fresh) known->second = nearest_config(folder.empty() ? "." : folder);
    config = known->second;
  }
  const auto known = settings_.find(config);
  if (known != settings_.end()) return known->second;
  auto loaded = load(config);
  if (loaded) settings_.emplace(config, *loaded);
  return loaded;
}

Result<std::shared_ptr<const LintSettings>> SettingsFinder::load(const std::string& config_path) {
  auto settings = std::make_shared<LintSettings>();
  if (auto ok = load_config(config_path, book_, *settings); !ok)
    return tl::unexpected<Error>(ok.error());
  if (!options_.rules_url.empty()) {
    auto address = page_address(options_.rules_url);
    if (!address) return within("--rules-url", address.error());
    settings->config.rules_url = std::move(*address);
  }
  const std::string facts =
      options_.facts.empty() ? below(settings->folder, settings->config.facts) : options_.facts;
  if (!facts.empty()) {
    if (auto ok = load_facts(facts, *settings); !ok) return tl::unexpected<Error>(ok.error());
  } else if (!settings->config.given.empty()) {
    take_facts(config_path, std::move(settings->config.given), *settings);
  }
  settings->baseline = options_.baseline.empty()
                           ? below(settings->folder, settings->config.baseline)
                           : options_.baseline;
  if (auto ok = load_baseline(settings->baseline); !ok) return tl::unexpected<Error>(ok.error());
  return std::shared_ptr<const LintSettings>(std::move(settings));
}

Result<void> SettingsFinder::load_baseline(const std::string& path) {
  std::error_code error;
  if (path.empty() || baselines_.contains(path) || !options_.write_baseline.empty()) return {};
  const auto bytes = read_file(path, kMostBytes);
  if (!bytes) return tl::unexpected<Error>({Fault::bad_input, bytes.error().message});
  Excuses& excuses = baselines_[path];
  std::size_t at = 0;
  while (at < bytes->size()) {
    const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
    ++excuses[bytes->substr(at, end - at)];
    at = end + 1;
  }
  return {};
}

bool SettingsFinder::known(const LintSettings& settings, const Finding& finding,
                           std::string_view words) {
  if (!options_.write_baseline.empty()) {
    ++written_[entry(finding, words)];
    return true;
  }
  const auto baseline = baselines_.find(settings.baseline);
  if (baseline == baselines_.end()) return false;
  const auto excuse = baseline->second.find(entry(finding, words));
  if (excuse == baseline->second.end() || excuse->second == 0) return false;
  --excuse->second;
  return true;
}

bool SettingsFinder::listed(const LintSettings& settings, const Finding& finding,
                            std::string_view words) const {
  const auto baseline = baselines_.find(settings.baseline);
  return baseline != baselines_.end() && baseline->second.contains(entry(finding, words));
}

std::string SettingsFinder::baseline_text() const {
  std::string text;
  for (const auto& [line, count] : written_) {
    for (std::uint64_t i = 0; i < count; ++i) text.append(line).append("\n");
  }
  return text;
}

Result<void> may_write_baseline(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return {};
  const auto bytes = read_file(path, kMostBytes);
  if (!bytes) return tl::unexpected<Error>({Fault::bad_input, bytes.error().message});
  for (std::string_view left = *bytes; !left.empty();) {
    const std::string_view line = left.substr(0, left.find('\n'));
    left.remove_prefix(std::min(line.size() + 1, left.size()));
    if (is_entry(line)) continue;
    return fail(Fault::bad_input, "--write-baseline " + path +
                                      ": this file is no baseline and would be lost; name another");
  }
  return {};
}

Result<std::shared_ptr<const LintSettings>> find_settings(const LintOptions& options,
                                                          const RuleBook& book,
                                                          const std::string& path) {
  return SettingsFinder(options, book).of(path);
}

}  // namespace attune

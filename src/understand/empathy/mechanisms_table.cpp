// SPDX-License-Identifier: Apache-2.0
// models/empathy/weights.tsv: reads and writes what each piece of evidence is worth.

#include <algorithm>
#include <charconv>

#include "base/model_text.h"
#include "understand/empathy/mechanisms.h"

namespace attune {

namespace {

/// The last rows of the table, behind the features: among companies, among peers.
constexpr std::array<std::string_view, 2> kThresholdRows = {"threshold", "threshold~"};

}  // namespace

Result<Mechanisms> Mechanisms::load(const std::string& folder) {
  auto made = untrained(folder);
  if (!made) return made;
  const std::string path = folder + "/weights.tsv";
  const auto table = read_model_text(path);
  if (!table) return tl::unexpected<Error>(table.error());
  if (auto done = made->read_table(*table); !done) return within(path, done.error());
  return made;
}

Result<void> Mechanisms::read_table(std::string_view table) {
  for (std::vector<float>& row : weights_.of) row.assign(names_.size(), 0);
  std::size_t feature = 0;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(line.size() + 1, table.size()));
    if (line.empty() || line.front() == '#') continue;
    if (auto done = read_row(line, feature++); !done) return done;
  }
  if (feature != names_.size() + kThresholdRows.size())
    return fail(Fault::bad_input, "features are missing");
  return {};
}

Result<void> Mechanisms::read_row(std::string_view line, std::size_t feature) {
  const std::string name(line.substr(0, line.find('\t')));
  const bool threshold = feature >= names_.size();
  const std::string_view wanted =
      threshold ? kThresholdRows.at(std::min<std::size_t>(feature - names_.size(), 1))
                : std::string_view(names_[feature]);
  if (feature >= names_.size() + kThresholdRows.size() || name != wanted)
    return fail(Fault::bad_input, "not the features of these patterns: " + name);
  line.remove_prefix(name.size());
  for (std::size_t o = 0; o < kMechanismOutputs; ++o) {
    if (line.empty()) return fail(Fault::bad_input, "too few numbers for " + name);
    float& to =
        threshold ? weights_.thresholds.at(feature - names_.size())[o] : weights_.of[o][feature];
    const auto [next, error] = std::from_chars(line.data() + 1, line.data() + line.size(), to);
    if (error != std::errc()) return fail(Fault::bad_input, "no number at " + name);
    line.remove_prefix(static_cast<std::size_t>(next - line.data()));
  }
  return {};
}

std::string Mechanisms::table() const {
  std::string out = "# SPDX-License-Identifier: Apache-2.0\n# feature";
  for (const std::string_view name : kMechanisms)
    out += "\t" + std::string(name) + " >= 1\t" + std::string(name) + " >= 2";
  const auto add = [&](float value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::fixed, 3);
    out += "\t" + std::string(digits.data(), end.ptr);
  };
  for (std::size_t f = 0; f < names_.size(); ++f) {
    out += "\n" + names_[f];
    for (const std::vector<float>& row : weights_.of) add(row[f]);
  }
  for (std::size_t r = 0; r < kThresholdRows.size(); ++r) {
    out += "\n" + std::string(kThresholdRows[r]);
    for (const float threshold : weights_.thresholds[r]) add(threshold);
  }
  return out + "\n# end\n";
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/copy_quality.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "base/files.h"
#include "lint/document.h"
#include "lint/rule_names.h"
#include "measure/interval.h"

namespace attune {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostBytes = 1U << 28U;
constexpr float kHalf = 0.5F;

struct LabelledLine {
  std::string text;
  bool presses = false;
  std::string kind;
};

struct Counts {
  std::uint64_t honest = 0, warned = 0, scored = 0, pressing = 0, found = 0, named = 0;
};

Result<LabelledLine> read_line(std::string_view bytes) {
  const Json line = Json::parse(bytes, nullptr, false);
  if (!line.is_object()) return fail(Fault::bad_input, "not a JSON object");
  const auto text = line.find("text");
  if (text == line.end() || !text->is_string()) return fail(Fault::bad_input, "no \"text\"");
  const auto label = line.find("manipulative");
  if (label == line.end() || !label->is_number_integer())
    return fail(Fault::bad_input, "no \"manipulative\" of 0 or 1");
  LabelledLine read{text->get<std::string>(), label->get<int>() == 1, ""};
  const auto kind = line.find("kind");
  if (kind != line.end() && kind->is_string()) read.kind = kind->get<std::string>();
  return read;
}

class Judging {
 public:
  Judging(const Rules& rules, const CopyModel& model)
      : rules_(rules), model_(model), asked_(model.asked()) {}

  void take(const LabelledLine& line) {
    std::vector<Finding> loud;
    LintContext context{rules_, config_, nullptr, &asked_};
    context.eager = true;
    LintSinks sinks;
    sinks.finding = [&](const Finding& finding) {
      if (finding.severity != Severity::suggestion) loud.push_back(finding);
    };
    lint_document({line.text, "", Markup::plain}, context, sinks, state_);
    bool named = false;
    for (const Finding& finding : loud) {
      RuleRecord& record = quality_.rules[std::string(finding.rule)];
      const bool right = line.presses && !line.kind.empty() && names_rule(line.kind, finding.rule);
      named = named || right;
      ++(right ? record.named : line.presses ? record.pressed : record.wrong);
    }
    if (line.presses) {
      ++counts_.pressing;
      counts_.found += loud.empty() ? 0 : 1;
      counts_.named += named ? 1 : 0;
    } else {
      ++counts_.honest;
      counts_.warned += loud.empty() ? 0 : 1;
      counts_.scored += manipulation_p(model_.read(line.text), loud) >= kHalf ? 1 : 0;
    }
  }

  CopyQuality told() {
    quality_.warned = share_of(counts_.warned, counts_.honest);
    quality_.scored = share_of(counts_.scored, counts_.honest);
    quality_.found = share_of(counts_.found, counts_.pressing);
    quality_.named = share_of(counts_.named, counts_.pressing);
    return std::move(quality_);
  }

 private:
  const Rules& rules_;
  const CopyModel& model_;
  const ManipulationModel asked_;
  const LintConfig config_;
  LintState state_;
  Counts counts_;
  CopyQuality quality_;
};

}  // namespace

Result<CopyQuality> judge_copy(std::span<const std::string> files, const Rules& rules,
                               const CopyModel& model) {
  Judging judging(rules, model);
  for (const std::string& file : files) {
    const auto bytes = read_file(file, kMostBytes);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < bytes->size();) {
      const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
      const std::string_view line = std::string_view(*bytes).substr(at, end - at);
      at = end + 1;
      ++number;
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      const auto read = read_line(line);
      if (!read) return within(file + ": line " + std::to_string(number), Error(read.error()));
      judging.take(*read);
    }
  }
  return judging.told();
}

}  // namespace attune

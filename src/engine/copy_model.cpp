// SPDX-License-Identifier: Apache-2.0
#include "engine/copy_model.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "text/clauses.h"
#include "text/tokens.h"
#include "understand/features.h"
#include "understand/model.h"

namespace attune {

namespace {

constexpr std::array<std::string_view, 3> kMechanisms = {"emotional-reactions", "interpretations",
                                                         "explorations"};

struct Scratch {
  Tokens tokens;
  Features features;
  Scores scores;
};

}  // namespace

struct CopyModel::Parts {
  Model model;
  std::size_t manipulation = 0;
  std::array<std::size_t, kRuleKinds.size()> kinds{};
  std::array<std::array<std::size_t, 2>, 3> levels{};  ///< At least 1, at least 2.

  void score(std::string_view text, Scratch& scratch) const {
    tokenise(text, scratch.tokens);
    extract(scratch.tokens, scratch.features);
    model.score(scratch.features, scratch.scores);
  }
  [[nodiscard]] std::array<float, 3> level_p(std::size_t mechanism, const Scratch& scratch) const {
    const float any = model.probability(levels[mechanism][0], scratch.scores);
    const float strong = std::min(any, model.probability(levels[mechanism][1], scratch.scores));
    return {1 - any, any - strong, strong};
  }
};

CopyModel::CopyModel(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
CopyModel::CopyModel(CopyModel&&) noexcept = default;
CopyModel& CopyModel::operator=(CopyModel&&) noexcept = default;
CopyModel::~CopyModel() = default;

Result<CopyModel> CopyModel::load(const std::string& path) {
  auto model = Model::load(path);
  if (!model) return tl::unexpected<Error>(model.error());
  auto parts = std::unique_ptr<Parts>(new Parts{std::move(*model)});
  std::string missing;
  const auto find = [&](const std::string& name) {
    const auto output = parts->model.output(name);
    if (!output) missing = name;
    return output.value_or(0);
  };
  parts->manipulation = find("manipulation");
  for (std::size_t k = 0; k < kRuleKinds.size(); ++k)
    parts->kinds[k] = find(std::string(kRuleKinds[k]));
  for (std::size_t m = 0; m < kMechanisms.size(); ++m) {
    parts->levels[m][0] = find(std::string(kMechanisms[m]) + "-1");
    parts->levels[m][1] = find(std::string(kMechanisms[m]) + "-2");
  }
  if (!missing.empty()) return fail(Fault::bad_input, path + ": no output called " + missing);
  return CopyModel(std::move(parts));
}

CopyReading CopyModel::read(std::string_view text) const {
  Scratch scratch;
  parts_->score(text, scratch);
  CopyReading reading;
  reading.manipulation_p = parts_->model.probability(parts_->manipulation, scratch.scores);
  for (std::size_t k = 0; k < kRuleKinds.size(); ++k)
    reading.kinds[k] = parts_->model.probability(parts_->kinds[k], scratch.scores);
  return reading;
}

ManipulationModel CopyModel::asked() const {
  return [this](std::string_view text) { return read(text); };
}

Empathy CopyModel::empathy(std::string_view reply) const {
  Scratch whole;
  parts_->score(reply, whole);
  std::vector<ClauseRange> clauses;
  split_clauses(reply, whole.tokens, clauses);
  Empathy empathy;
  const std::array<Mechanism*, 3> mechanisms = {&empathy.emotional_reactions,
                                                &empathy.interpretations, &empathy.explorations};
  Scratch part;
  for (std::size_t m = 0; m < mechanisms.size(); ++m) {
    Mechanism& mechanism = *mechanisms[m];
    mechanism.p = parts_->level_p(m, whole);
    mechanism.level = static_cast<int>(std::max_element(mechanism.p.begin(), mechanism.p.end()) -
                                       mechanism.p.begin());
    if (mechanism.level == 0) continue;
    Span best;
    float best_p = -1;
    for (const ClauseRange& clause : clauses) {
      parts_->score(clause.span.of(reply), part);
      const float p = 1 - parts_->level_p(m, part)[0];
      if (p >= 0.5F) mechanism.spans.push_back(clause.span);
      if (p > best_p) best = clause.span;
      best_p = std::max(best_p, p);
    }
    if (mechanism.spans.empty() && !best.empty()) mechanism.spans.push_back(best);
  }
  return empathy;
}

}  // namespace attune

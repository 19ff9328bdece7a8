// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/copy_model.h"

#include <algorithm>
#include <utility>

#include "text/tokens.h"
#include "text/words/lexicon.h"
#include "understand/empathy/mechanisms.h"
#include "understand/heads/features.h"
#include "understand/heads/model.h"
#include "understand/heads/signals.h"

namespace attune {

namespace {

/// Most copy is honest, unlike what the model learnt from: of labels and buttons of shops about one
/// in five presses, of sentences one in twelve.
constexpr std::size_t kTokensOfALabel = 10;
constexpr float kHonestLabelOdds = 1.4F;
constexpr float kHonestOdds = 2.5F;

struct Scratch {
  Tokens tokens;
  PatternState patterns;
  Features features;
  Scores scores;
};

}  // namespace

struct CopyModel::Parts {
  Model model;
  Patterns signals;
  Mechanisms mechanisms;
  std::size_t manipulation = 0;
  std::array<std::size_t, kCopyKinds> kinds{};

  void score(std::string_view text, Scratch& scratch) const {
    tokenise(text, scratch.tokens);
    extract(scratch.tokens, scratch.features);
    add_signals(signals, scratch.tokens, scratch.patterns, scratch.features);
    model.score(scratch.features, scratch.scores);
  }
};

CopyModel::CopyModel(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
CopyModel::CopyModel(CopyModel&&) noexcept = default;
CopyModel& CopyModel::operator=(CopyModel&&) noexcept = default;
CopyModel::~CopyModel() = default;

Result<CopyModel> CopyModel::load(const std::string& models_dir) {
  const std::string path = models_dir + "/copy/copy.model";
  auto model = Model::load(path);
  if (!model) return tl::unexpected<Error>(model.error());
  if (const auto words = check_words(models_dir); !words)
    return tl::unexpected<Error>(words.error());
  auto signals = Patterns::load(models_dir + "/copy/signals");
  if (!signals) return tl::unexpected<Error>(signals.error());
  auto mechanisms = Mechanisms::load(models_dir + "/empathy");
  if (!mechanisms) return tl::unexpected<Error>(mechanisms.error());
  auto parts = std::unique_ptr<Parts>(
      new Parts{std::move(*model), std::move(*signals), std::move(*mechanisms)});
  std::string missing;
  const auto find = [&](const std::string& name) {
    const auto output = parts->model.output(name);
    if (!output) missing = name;
    return output.value_or(0);
  };
  parts->manipulation = find("manipulation");
  for (std::size_t k = 0; k < kCopyKinds; ++k) parts->kinds[k] = find(std::string(kRuleKinds[k]));
  if (!missing.empty()) return fail(Fault::bad_input, path + ": no output called " + missing);
  return CopyModel(std::move(parts));
}

CopyReading CopyModel::read(std::string_view text) const {
  Scratch scratch;
  parts_->score(text, scratch);
  CopyReading reading;
  reading.honest_odds = scratch.tokens.size() <= kTokensOfALabel ? kHonestLabelOdds : kHonestOdds;
  reading.manipulation_p = parts_->model.probability(parts_->manipulation, scratch.scores);
  for (std::size_t k = 0; k < kCopyKinds; ++k)
    reading.kinds[k] = parts_->model.probability(parts_->kinds[k], scratch.scores);
  return reading;
}

ManipulationModel CopyModel::asked() const {
  return [this](std::string_view text) { return read(text); };
}

Empathy CopyModel::empathy(std::string_view reply, std::string_view context) const {
  const Mechanisms& judge = parts_->mechanisms;
  MechanismState state;
  judge.read(reply, context, state);
  Empathy empathy;
  const std::array<Mechanism*, 3> mechanisms = {&empathy.emotional_reactions,
                                                &empathy.interpretations, &empathy.explorations};
  for (std::size_t m = 0; m < mechanisms.size(); ++m) {
    Mechanism& mechanism = *mechanisms[m];
    const float any = logistic(judge.logit(m, 1, state));
    const float strong = std::min(any, logistic(judge.logit(m, 2, state)));
    mechanism.p = {1 - any, any - strong, strong};
    mechanism.level = judge.level(m, state);
    if (mechanism.level == 0) continue;
    mechanism.spans = judge.spans(m, state);
    if (mechanism.spans.empty() && !state.tokens.list.empty())  // How it is built, not a word.
      mechanism.spans.push_back(
          {state.tokens.list.front().span.begin, state.tokens.list.back().span.end});
  }
  return empathy;
}

}  // namespace attune

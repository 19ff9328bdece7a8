// SPDX-License-Identifier: Apache-2.0
#include "learn/trainer.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "learn/calibrate.h"
#include "learn/train_data.h"
#include "learn/train_heads.h"
#include "learn/train_matrix.h"
#include "understand/heads/model_writer.h"

namespace attune::learn {

namespace {

/// The second storey: one output's regression over unseen head logits.
class OutputTrainer {
 public:
  OutputTrainer(const Recipe& recipe, const std::vector<Example>& examples,
                const HeadWeights& heads)
      : recipe_(recipe), examples_(examples), heads_(heads) {}

  [[nodiscard]] Result<OutputReport> add(const OutputPlan& plan, ModelParts& parts) const {
    const auto label = head_index(plan.label);
    std::vector<std::uint32_t> inputs;
    for (const std::string& name : plan.heads) {
      const auto head = head_index(name);
      if (head >= recipe_.heads.size()) return unknown(plan, name);
      inputs.push_back(head);
    }
    if (label >= recipe_.heads.size()) return unknown(plan, plan.label);
    const SmallData data = collect(plan, label, inputs);
    const auto yes = static_cast<std::size_t>(std::ranges::count(data.yes, 1));
    if (yes == 0 || yes == data.rows()) {
      return fail(Fault::bad_input, "recipe: output \"" + plan.name + "\" has no texts that say " +
                                        (yes == 0 ? "yes" : "no"));
    }
    const std::vector<double> weights = fit_small(data, plan.ridge);
    return write(plan, data, inputs, weights, parts);
  }

 private:
  [[nodiscard]] std::uint32_t head_index(const std::string& name) const {
    const auto found = std::ranges::find(recipe_.heads, name, &HeadPlan::name);
    return static_cast<std::uint32_t>(found - recipe_.heads.begin());
  }

  static tl::unexpected<Error> unknown(const OutputPlan& plan, const std::string& name) {
    return fail(Fault::bad_input,
                "recipe: output \"" + plan.name + "\" names an unknown head \"" + name + "\"");
  }

  [[nodiscard]] SmallData collect(const OutputPlan& plan, std::uint32_t label,
                                  const std::vector<std::uint32_t>& inputs) const {
    SmallData data;
    data.width = inputs.size();
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      const std::string& tag = recipe_.sources[examples_[i].source].tag;
      if (std::ranges::find(plan.tags, tag) == plan.tags.end()) continue;
      for (const Label& one : examples_[i].labels) {
        if (one.head != label) continue;
        for (const std::uint32_t head : inputs) {
          data.values.push_back(heads_.unseen[i * heads_.heads + head]);
        }
        data.yes.push_back(one.yes ? 1 : 0);
        data.weights.push_back(one.weight);
      }
    }
    return data;
  }

  [[nodiscard]] static OutputReport write(const OutputPlan& plan, const SmallData& data,
                                          const std::vector<std::uint32_t>& inputs,
                                          const std::vector<double>& weights, ModelParts& parts) {
    OutputReport report{plan.name, data.rows(), 0, 0, 0, 0, 0};
    report.yes = static_cast<std::size_t>(std::ranges::count(data.yes, 1));
    const double share = static_cast<double>(report.yes) / static_cast<double>(data.rows());
    const double shift = plan.prior > 0 ? prior_shift(share, plan.prior) : 0;
    std::vector<Judged> judged = judge(data, weights, shift);
    if (plan.prior > 0) {
      for (Judged& one : judged) {
        one.weight =
            static_cast<float>(one.yes ? plan.prior / share : (1 - plan.prior) / (1 - share));
      }
    }
    const Cut cut = best_cut(judged);
    report.f1 = cut.f1;
    report.threshold = cut.threshold;
    report.calibration_error = calibration_error(judged);
    double hits = 0;
    double told = 0;
    for (const Judged& one : judged) {
      hits += one.p >= .5F && one.yes ? 1 : 0;
      told += one.p >= .5F ? 1 : 0;
    }
    report.f1_at_half = 2 * hits / (told + static_cast<double>(report.yes));

    OutputRecord record;
    record.name = stored_name(plan.name);
    record.first_term = static_cast<std::uint32_t>(parts.terms.size());
    record.terms = static_cast<std::uint32_t>(inputs.size());
    record.bias = static_cast<float>(weights.back() + shift);
    record.threshold = cut.threshold;
    record.unsure_low = .4F;
    record.unsure_high = .6F;
    for (std::size_t k = 0; k < inputs.size(); ++k) {
      parts.terms.push_back({inputs[k], static_cast<float>(weights[k])});
    }
    parts.outputs.push_back(record);
    return report;
  }

  static std::vector<Judged> judge(const SmallData& data, const std::vector<double>& weights,
                                   double shift) {
    std::vector<Judged> judged;
    for (std::size_t i = 0; i < data.rows(); ++i) {
      double sum = weights.back() + shift;
      for (std::size_t k = 0; k < data.width; ++k) {
        sum += weights[k] * static_cast<double>(data.values[i * data.width + k]);
      }
      judged.push_back({static_cast<float>(1 / (1 + std::exp(-sum))), data.yes[i] != 0});
    }
    return judged;
  }

  const Recipe& recipe_;
  const std::vector<Example>& examples_;
  const HeadWeights& heads_;
};

/// Rounds the weights of every head to int8, with one scale a head: the largest of all but the
/// outermost 1/20,000 becomes 127. The idf is folded in, so that use is one walk.
void write_rows(const Recipe& recipe, const TrainMatrix& matrix, const HeadWeights& heads,
                ModelParts& parts) {
  const std::size_t columns = matrix.columns.size();
  parts.rows.resize(columns);
  for (std::size_t j = 0; j < columns; ++j) {
    parts.keys.push_back(matrix.columns[j].key);
    std::memcpy(parts.rows[j].data() + kRowHeads, &matrix.columns[j].norm, sizeof(std::uint16_t));
  }
  for (std::size_t h = 0; h < heads.heads; ++h) {
    if (h >= kRowHeads) {
      parts.heads.push_back({stored_name(recipe.heads[h].name), 0, 0});
      continue;
    }
    std::vector<float> folded(columns);
    std::vector<float> sizes(columns);
    for (std::size_t j = 0; j < columns; ++j) {
      folded[j] = heads.weights[j * heads.heads + h] * matrix.columns[j].idf();
      sizes[j] = std::abs(folded[j]);
    }
    const auto at = sizes.begin() + static_cast<std::ptrdiff_t>(columns - 1 - columns / 20000);
    std::ranges::nth_element(sizes, at);
    const float scale = std::max(*at, 1e-9F) / 127.0F;
    parts.heads.push_back({stored_name(recipe.heads[h].name), scale, heads.bias[h]});
    for (std::size_t j = 0; j < columns; ++j) {
      const long rounded = std::lround(folded[j] / scale);
      parts.rows[j][h] = static_cast<std::int8_t>(std::clamp(rounded, -127L, 127L));
    }
  }
}

/// Heads with weights come first and fit a row; places for what others say stand behind them.
Result<void> check_heads(const Recipe& recipe) {
  if (recipe.heads.size() > kMaxHeads) {
    return fail(Fault::bad_input, "recipe: more than " + std::to_string(kMaxHeads) + " heads");
  }
  for (std::size_t h = 0; h < recipe.heads.size(); ++h) {
    if (recipe.heads[h].from != HeadPlan::From::features || h < kRowHeads) continue;
    return fail(Fault::bad_input, "recipe: head \"" + recipe.heads[h].name +
                                      "\" does not fit a row; " + "at most " +
                                      std::to_string(kRowHeads) +
                                      " heads can have weights, and they must come first");
  }
  return {};
}

}  // namespace

Result<TrainReport> train(const Recipe& recipe, const std::vector<std::string>& folders,
                          const Pool& pool, const Patterns* patterns) {
  if (auto fits = check_heads(recipe); !fits) return tl::unexpected(std::move(fits.error()));
  auto examples = read_examples(recipe, folders);
  if (!examples) return tl::unexpected(std::move(examples.error()));
  std::optional<Patterns> signals;
  if (!recipe.signals.empty()) {
    auto loaded = Patterns::load(find_below(folders, recipe.signals));
    if (!loaded) return tl::unexpected(std::move(loaded.error()));
    signals = std::move(*loaded);
  }
  std::optional<Concepts> concepts;
  if (!recipe.concepts.empty()) {
    auto loaded = Concepts::load(find_below(folders, recipe.concepts));
    if (!loaded) return tl::unexpected(std::move(loaded.error()));
    concepts = std::move(*loaded);
  }
  std::optional<Turns> turns;
  if (recipe.turns && patterns != nullptr) {
    auto read = Turns::of(*patterns);
    if (!read) return tl::unexpected(std::move(read.error()));
    turns = std::move(*read);
  }
  const TrainMatrix matrix = make_matrix(*examples, recipe.min_count, recipe.max_rows,
                                         {.signals = signals ? &*signals : nullptr,
                                          .concepts = concepts ? &*concepts : nullptr,
                                          .book = patterns,
                                          .turns = turns ? &*turns : nullptr},
                                         pool);
  HeadWeights heads = train_heads(recipe, *examples, matrix, pool);
  hear_others(recipe, *examples, patterns, heads);

  TrainReport report;
  report.examples = examples->size();
  report.features = matrix.columns.size();
  ModelParts parts;
  write_rows(recipe, matrix, heads, parts);
  const OutputTrainer outputs(recipe, *examples, heads);
  for (const OutputPlan& plan : recipe.outputs) {
    auto added = outputs.add(plan, parts);
    if (!added) return tl::unexpected(std::move(added.error()));
    report.outputs.push_back(std::move(*added));
  }
  parts.samples = recipe.samples;
  report.model = write_model(parts);
  return report;
}

}  // namespace attune::learn

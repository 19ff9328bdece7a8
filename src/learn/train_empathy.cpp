// SPDX-License-Identifier: Apache-2.0
#include "learn/train_empathy.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/hash.h"
#include "learn/train_data.h"
#include "understand/empathy/mechanisms.h"

namespace attune::learn {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kFolds = 5;
constexpr int kSweeps = 200;
constexpr double kEnough = 1e-4;  ///< The largest step that ends the descent.
constexpr double kBiasRidge = 1e-3;
/// Thresholds that are tried, in log-odds.
constexpr int kSteps = 17;
constexpr double kLowest = -2;
constexpr double kStep = 0.25;

constexpr std::array<const char*, 3> kFields = {"emotional_reactions", "interpretations",
                                                "explorations"};

struct Reply {
  std::vector<float> evidence;
  std::array<int, 3> levels{};
  std::size_t fold = 0;
  std::size_t manner = 0;
  bool peers = false;  ///< Does it teach what evidence is worth among peers, or in general?
};

/// The replies as columns, for descent along one feature at a time.
class Table {
 public:
  Table(const std::vector<Reply>& replies, const std::vector<std::string>& features)
      : replies_(replies) {
    columns_.resize(features.size());
    for (const std::string& name : features) {
      constants_.push_back(name.starts_with("bias") ? 1 : 0);
    }
    for (std::uint32_t r = 0; r < replies.size(); ++r) {
      for (std::size_t f = 0; f < features.size(); ++f) {
        if (replies[r].evidence[f] != 0) columns_[f].push_back({r, replies[r].evidence[f]});
      }
    }
  }

  struct Task {
    std::size_t mechanism = 0;
    int level = 1;
    std::size_t without = kFolds;  ///< The fold left out, if any.
    double ridge = 2;
  };

  [[nodiscard]] std::vector<float> fit(const Mechanisms& model, const Task& task) const {
    std::vector<double> w(columns_.size(), 0);
    std::vector<double> z(replies_.size(), 0);
    const std::vector<double> start = first_beliefs(model, task);
    for (std::size_t f = 0; f < columns_.size(); ++f) {
      w[f] = start[f];
      for (const Cell& cell : columns_[f]) z[cell.reply] += w[f] * cell.value;
    }
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      double most = 0;
      for (std::size_t f = 0; f < columns_.size(); ++f) {
        if (!model.bears_on(f, task.mechanism)) continue;
        const double step = step_along(f, task, w[f] - start[f], z);
        w[f] += step;
        most = std::max(most, std::fabs(step));
        for (const Cell& cell : columns_[f]) z[cell.reply] += step * cell.value;
      }
      if (most < kEnough) break;
    }
    return {w.begin(), w.end()};
  }

 private:
  struct Cell {
    std::uint32_t reply = 0;
    float value = 0;
  };

  /// What the author of a pattern thought of it: the log-odds of its precision, for the levels that
  /// its id names ("ip2-must": interpretations, strong). The ridge draws towards these.
  [[nodiscard]] std::vector<double> first_beliefs(const Mechanisms& model, const Task& task) const {
    constexpr std::array<std::string_view, 3> kPrefixes = {"er", "ip", "ex"};
    std::vector<double> beliefs(columns_.size(), 0);
    for (std::size_t p = 0; p < model.patterns().size(); ++p) {
      const PatternSpec& spec = model.patterns().at(p);
      if (!spec.id.starts_with(kPrefixes[task.mechanism]) || spec.id.size() < 3) continue;
      const int named = spec.id[2] - '0';
      if (named != 0 && named < task.level) continue;
      beliefs[p] = std::log(spec.p / (1 - spec.p));
      beliefs[columns_.size() / 2 + p] = beliefs[p];  // Among peers as well.
    }
    return beliefs;
  }

  /// A Newton step under the quadratic that lies over the loss everywhere.
  [[nodiscard]] double step_along(std::size_t f, const Task& task, double weight,
                                  const std::vector<double>& z) const {
    const double ridge = constants_[f] != 0 ? kBiasRidge : task.ridge;
    double slope = ridge * weight;
    double bend = ridge;
    for (const Cell& cell : columns_[f]) {
      const Reply& reply = replies_[cell.reply];
      if (reply.fold == task.without) continue;
      const double yes = reply.levels[task.mechanism] >= task.level ? 1 : 0;
      slope += (1 / (1 + std::exp(-z[cell.reply])) - yes) * cell.value;
      bend += 0.25 * cell.value * cell.value;
    }
    return -slope / bend;
  }

  const std::vector<Reply>& replies_;
  std::vector<std::vector<Cell>> columns_;
  std::vector<char> constants_;  ///< One a feature: does every reply have it?
};

double dot(const std::vector<float>& w, const std::vector<float>& x) {
  double sum = 0;
  for (std::size_t i = 0; i < w.size(); ++i) sum += static_cast<double>(w[i]) * x[i];
  return sum;
}

double threshold_at(int step) {
  return kLowest + kStep * step;
}

using Counts = std::array<std::array<int, 3>, 3>;  ///< [true level][told level]

double macro_f1(const Counts& counts) {
  double sum = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    int told = 0;
    int true_ones = 0;
    for (std::size_t o = 0; o < 3; ++o) {
      told += counts[o][k];
      true_ones += counts[k][o];
    }
    if (counts[k][k] > 0) sum += 2.0 * counts[k][k] / (told + true_ones);
  }
  return sum / 3;
}

/// Logits of one mechanism for replies that the weights have not seen, and what they come to.
struct Unseen {
  std::vector<double> any;
  std::vector<double> strong;

  /// Macro-F1 among peers or among companies, mean over the manners of answering: none may be
  /// served at the cost of another.
  [[nodiscard]] double f1(const std::vector<Reply>& replies, std::size_t m, bool peers, int t1,
                          int t2) const {
    std::map<std::size_t, Counts> manners;
    for (std::size_t r = 0; r < replies.size(); ++r) {
      const Reply& reply = replies[r];
      if (reply.peers != peers) continue;
      const std::size_t told =
          strong[r] > threshold_at(t2) ? 2 : (any[r] > threshold_at(t1) ? 1 : 0);
      manners[reply.manner][static_cast<std::size_t>(reply.levels[m])][told] += 1;
    }
    double sum = 0;
    for (const auto& [manner, counts] : manners) sum += macro_f1(counts);
    return sum / static_cast<double>(std::max<std::size_t>(1, manners.size()));
  }

  /// The middle of the best three by three thresholds: a ridge is worth more than a peak.
  [[nodiscard]] std::pair<int, int> best(const std::vector<Reply>& replies, std::size_t m,
                                         bool peers) const {
    std::array<std::array<double, kSteps>, kSteps> grid{};
    for (int a = 0; a < kSteps; ++a) {
      for (int b = 0; b < kSteps; ++b) grid[a][b] = f1(replies, m, peers, a, b);
    }
    std::pair<int, int> best = {1, 1};
    double most = -1;
    for (int a = 1; a + 1 < kSteps; ++a) {
      for (int b = 1; b + 1 < kSteps; ++b) {
        double sum = 0;
        for (int i = -1; i <= 1; ++i) {
          for (int j = -1; j <= 1; ++j) sum += grid[a + i][b + j];
        }
        if (sum > most) best = {a, b};
        most = std::max(most, sum);
      }
    }
    return best;
  }
};

/// Where a reply stands in the recipe.
struct Place {
  std::size_t manner = 0;
  bool peers = false;
};

Result<void> add_file(const std::string& path, const Mechanisms& model, const Place& place,
                      std::vector<Reply>& replies) {
  const auto lines = read_text_file(path);
  if (!lines) return tl::unexpected<Error>(lines.error());
  MechanismState state;
  std::string_view rest = *lines;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.empty()) continue;
    const Json row = Json::parse(line, nullptr, false);
    if (!row.is_object() || !row.contains("text") || !row["text"].is_string())
      return fail(Fault::bad_input, path + ": not a reply: " + std::string(line));
    const std::string text = row["text"];
    Reply reply;
    model.read(text, row.value("context", std::string()), place.peers ? 1.0F : 0.0F, state);
    reply.evidence = state.evidence;
    for (std::size_t m = 0; m < kFields.size(); ++m)
      reply.levels[m] = std::clamp(row.value(kFields[m], 0), 0, 2);
    reply.fold = hash64(text) % kFolds;
    reply.manner = place.manner;
    reply.peers = place.peers;
    replies.push_back(std::move(reply));
  }
  return {};
}

/// What a line of the report is about.
struct Told {
  std::size_t mechanism = 0;
  bool peers = false;
  const std::vector<Reply>& replies;
};

OutputReport report_of(const Told& told_of, int level, double threshold,
                       const std::vector<double>& logits) {
  const auto& [m, peers, replies] = told_of;
  OutputReport report;
  report.name =
      std::string(kMechanisms[m]) + "-" + std::to_string(level) + (peers ? ", peers" : "");
  report.threshold = static_cast<float>(1 / (1 + std::exp(-threshold)));
  std::size_t told = 0;
  std::size_t right = 0;
  double p_sum = 0;
  for (std::size_t r = 0; r < replies.size(); ++r) {
    if (replies[r].peers != peers) continue;
    report.texts += 1;
    const bool yes = replies[r].levels[m] >= level;
    const bool says = logits[r] > threshold;
    report.yes += yes ? 1U : 0U;
    told += says ? 1U : 0U;
    right += yes && says ? 1U : 0U;
    p_sum += 1 / (1 + std::exp(-logits[r]));
  }
  const double both = static_cast<double>(told + report.yes);
  report.f1 = both > 0 ? 2 * static_cast<double>(right) / both : 0;
  // Calibration in the large: how far the mean probability is from the share.
  report.calibration_error = std::fabs(p_sum - static_cast<double>(report.yes)) /
                             static_cast<double>(std::max<std::size_t>(1, report.texts));
  return report;
}

}  // namespace

bool is_mechanism_recipe(std::string_view json) {
  const Json recipe = Json::parse(json, nullptr, false, true);
  return recipe.is_object() && recipe.contains("mechanisms");
}

namespace {

/// Adds the replies of the files that `group` lists.
Result<void> add_group(const Json& group, bool peers, const Mechanisms& model,
                       const std::vector<std::string>& folders, std::vector<Reply>& replies) {
  if (!group.is_array()) return fail(Fault::bad_input, "a group of sources is a list of files");
  const std::size_t manner = replies.empty() ? 0 : replies.back().manner + 1;
  for (const Json& file : group) {
    if (!file.is_string()) return fail(Fault::bad_input, "a source is a file name");
    if (auto done = add_file(find_below(folders, file), model, {manner, peers}, replies); !done)
      return done;
  }
  return {};
}

Result<std::vector<Reply>> read_sources(const Json& recipe, const Mechanisms& model,
                                        const std::vector<std::string>& folders) {
  std::vector<Reply> replies;
  for (const Json& group : recipe["sources"]) {
    if (auto done = add_group(group, false, model, folders, replies); !done)
      return tl::unexpected<Error>(done.error());
  }
  if (auto done = add_group(recipe["peers"], true, model, folders, replies); !done)
    return tl::unexpected<Error>(done.error());
  return replies;
}

/// Adds weights and thresholds of mechanism `m` to `weights`, and how they do to `report`.
void learn(std::size_t m, const Mechanisms& model, const std::vector<Reply>& replies, double ridge,
           std::pair<Mechanisms::Weights&, TrainReport&> into) {
  auto& [weights, report] = into;
  const Table table(replies, model.names());
  Unseen unseen;
  for (const int level : {1, 2}) {
    std::vector<double>& logits = level == 1 ? unseen.any : unseen.strong;
    logits.resize(replies.size());
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
      const std::vector<float> w = table.fit(model, {m, level, fold, ridge});
      for (std::size_t r = 0; r < replies.size(); ++r) {
        if (replies[r].fold == fold) logits[r] = dot(w, replies[r].evidence);
      }
    }
    weights.of[2 * m + static_cast<std::size_t>(level) - 1] =
        table.fit(model, {m, level, kFolds, ridge});
  }
  for (const bool peers : {false, true}) {
    const auto [any, strong] = unseen.best(replies, m, peers);
    weights.thresholds[peers ? 1 : 0][2 * m] = static_cast<float>(threshold_at(any));
    weights.thresholds[peers ? 1 : 0][2 * m + 1] = static_cast<float>(threshold_at(strong));
    const Told told = {m, peers, replies};
    report.outputs.push_back(report_of(told, 1, threshold_at(any), unseen.any));
    report.outputs.push_back(report_of(told, 2, threshold_at(strong), unseen.strong));
  }
}

}  // namespace

Result<TrainReport> train_mechanisms(std::string_view json,
                                     const std::vector<std::string>& folders) {
  const Json recipe = Json::parse(json, nullptr, false, true);
  if (!recipe.is_object() || !recipe.contains("mechanisms") || !recipe.contains("sources") ||
      !recipe.contains("peers") || !recipe["mechanisms"].is_string() ||
      !recipe["sources"].is_array())
    return fail(Fault::bad_input, "a mechanism recipe names a folder, sources and peers");
  auto model = Mechanisms::untrained(find_below(folders, recipe["mechanisms"]));
  if (!model) return tl::unexpected<Error>(model.error());
  const auto replies = read_sources(recipe, *model, folders);
  if (!replies) return tl::unexpected<Error>(replies.error());
  const double ridge = recipe.value("ridge", 4.0);
  Mechanisms::Weights weights;
  TrainReport report;
  report.examples = replies->size();
  report.features = model->names().size();
  for (std::size_t m = 0; m < kMechanisms.size(); ++m)
    learn(m, *model, *replies, ridge, {weights, report});
  model->set(std::move(weights));
  report.model = model->table();
  return report;
}

}  // namespace attune::learn

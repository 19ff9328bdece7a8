// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "listen/plan/fold.h"
#include "listen/plan/questions.h"

namespace attune {

namespace {

constexpr std::uint64_t kRowsLookedAt = 1000;
constexpr std::size_t kColumnsNamed = 30;

bool is_json(const Layout& layout) {
  return layout.kind == Layout::Kind::json_lines || layout.kind == Layout::Kind::json_array;
}

std::string percent(double confidence) {
  return fmt::format("{:.0f} % sure", std::floor(confidence * 100 + .5));
}

Sample look(const Beginning& beginning, const Layout& layout, const Limits& limits) {
  Sample sample;
  Window window(beginning.text);
  const auto reader = make_reader(window, layout, limits);
  while (sample.rows < kRowsLookedAt) {
    auto got = reader->next();
    if (!got || *got == nullptr) break;
    if ((*got)->fault.empty()) sample.look_at(**got, reader->columns());
  }
  for (std::size_t i = sample.columns.size(); i < reader->columns().size(); ++i) {
    sample.columns.push_back(reader->columns()[i]);
  }
  sample.facts.resize(sample.columns.size());
  return sample;
}

std::string list_columns(const std::vector<std::string>& columns) {
  std::string list;
  for (std::size_t i = 0; i < columns.size() && i < kColumnsNamed; ++i) {
    list += fmt::format("{}`{}`", i == 0 ? "" : ", ", columns[i]);
  }
  if (columns.size() > kColumnsNamed)
    list += fmt::format(" and {} more", columns.size() - kColumnsNamed);
  return list.empty() ? "none" : list;
}

/// Makes one file's plan, step by step.
class Planner {
 public:
  Planner(const Beginning& beginning, const Mapping& mapping, const Limits& limits)
      : beginning_(beginning), mapping_(mapping), limits_(limits) {}

  Result<Plan> make() {
    auto found = find_layout(beginning_.text, beginning_.complete, beginning_.name, limits_);
    if (!found) return tl::unexpected(found.error());
    plan_.layout = std::move(found->layout);
    plan_.assumed = std::move(found->assumed);
    unnest_if_mapped();
    sample_ = look(beginning_, plan_.layout, limits_);
    if (auto given = take_given(); !given) return tl::unexpected(given.error());
    take_guessed();
    if (plan_[Field::text].empty() && sample_.columns.empty()) {
      return fail(
          Fault::bad_input,
          fmt::format("no record can be read in its first {} bytes: they are damaged, or the "
                      "first is longer than that",
                      beginning_.text.size()));
    }
    if (plan_[Field::text].empty()) {
      return fail(Fault::bad_input,
                  fmt::format("no column seems to hold what people wrote; the columns are {}. Say "
                              "which one it is: --map text=COLUMN",
                              list_columns(sample_.columns)));
    }
    finish();
    return std::move(plan_);
  }

 private:
  /// "tweets.text", where `tweets` is an array of objects, means its elements.
  void unnest_if_mapped() {
    if (!is_json(plan_.layout) || !mapping_[Field::text]) return;
    const Sample sample = look(beginning_, plan_.layout, limits_);
    for (const std::string& name : *mapping_[Field::text]) {
      for (std::size_t i = 0; i < sample.columns.size(); ++i) {
        if (sample.facts[i].object_arrays > 0 && name.starts_with(sample.columns[i] + ".")) {
          plan_.layout.unnest = sample.columns[i];
        }
      }
    }
  }

  Result<std::uint32_t> column_named(const std::string& name) {
    auto& columns = sample_.columns;
    auto at = std::find(columns.begin(), columns.end(), name);
    if (at == columns.end()) {
      const std::string folded = fold_name(name);
      at = std::find_if(columns.begin(), columns.end(),
                        [&](const std::string& other) { return fold_name(other) == folded; });
    }
    if (at != columns.end()) return static_cast<std::uint32_t>(at - columns.begin());
    if (is_json(plan_.layout) && !beginning_.complete) {  // It may come later.
      columns.push_back(name);
      sample_.facts.emplace_back();
      return static_cast<std::uint32_t>(columns.size() - 1);
    }
    return fail(Fault::bad_input, fmt::format("there is no column `{}`; the columns are {}", name,
                                              list_columns(columns)));
  }

  Result<void> take_given() {
    for (std::size_t field = 0; field < kFieldCount; ++field) {
      const auto& names = mapping_.columns.at(field);
      if (!names) continue;
      for (const std::string& name : *names) {
        auto column = column_named(name);
        if (!column) return tl::unexpected(column.error());
        plan_.columns.at(field).push_back(*column);
      }
    }
    return {};
  }

  Guess guess(const Sample& sample) const {
    std::vector<bool> taken(sample.columns.size());
    for (const auto& columns : plan_.columns) {
      for (const std::uint32_t column : columns) taken[column] = true;
    }
    return guess_columns(sample, taken);
  }

  /// Where the words of people stand in an array inside each record (a thread), reads its elements.
  void prefer_elements(Guess& best) {
    if (!is_json(plan_.layout) || mapping_[Field::text] || best[Field::text].confidence > .6)
      return;
    const Sample whole = sample_;
    for (std::size_t i = 0; i < whole.columns.size(); ++i) {
      if (whole.facts[i].object_arrays * 2 < whole.rows || whole.rows == 0) continue;
      Layout layout = plan_.layout;
      layout.unnest = whole.columns[i];
      Sample inner = look(beginning_, layout, limits_);
      Guess other = guess(inner);
      if (other[Field::text].confidence <= best[Field::text].confidence) continue;
      plan_.layout = layout;
      sample_ = std::move(inner);
      best = std::move(other);
    }
    if (plan_.layout.unnest.empty()) return;
    plan_.assumed.push_back({"format",
                             fmt::format("each element of `{}` is a message", plan_.layout.unnest),
                             best[Field::text].confidence});
  }

  void take_guessed() {
    Guess best = guess(sample_);
    prefer_elements(best);
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      const auto field = static_cast<Field>(i);
      // Whoever names the text names all of it: no title joins it then.
      const bool title_too = field == Field::title && mapping_[Field::text];
      if (mapping_.columns.at(i) || title_too || best[field].columns.empty()) continue;
      plan_.columns.at(i) = best[field].columns;
      if (plan_.layout.kind == Layout::Kind::plain) continue;
      say_guess(field, best[field]);
    }
    if (!mapping_[Field::text]) say_other_texts(best);
  }

  void say_guess(Field field, const Choice& choice) {
    const std::string_view name = kFieldNames.at(static_cast<std::size_t>(field));
    const std::string& column = sample_.columns[choice.columns.front()];
    std::string said =
        field == Field::title
            ? fmt::format("`{}` joins the text as its last line ({})", column,
                          percent(choice.confidence))
            : fmt::format("{} from column `{}` ({})", name, column, percent(choice.confidence));
    plan_.assumed.push_back({std::string(name), std::move(said), choice.confidence});
  }

  void say_other_texts(const Guess& best) {
    std::vector<std::string> names;
    std::string all = plan_[Field::text].empty() ? "" : sample_.columns[plan_[Field::text].front()];
    for (const std::uint32_t column : best.other_texts) {
      const auto has = [&](const std::vector<std::uint32_t>& columns) {
        return std::find(columns.begin(), columns.end(), column) != columns.end();
      };
      if (column >= sample_.columns.size() || names.size() >= 5) continue;
      if (std::any_of(plan_.columns.begin(), plan_.columns.end(), has)) continue;
      names.push_back(fmt::format("`{}`", sample_.columns[column]));
      all += "+" + sample_.columns[column];
    }
    if (names.empty()) return;
    plan_.assumed.push_back(
        {"text",
         fmt::format("{} also hold{} words of people, perhaps; to read all: --map text={}",
                     fmt::join(names, ", "), names.size() == 1 ? "s" : "", all),
         .5});
  }

  void finish() {
    plan_.layout.columns = sample_.columns;
    plan_.layout.questions.resize(sample_.columns.size());
    heed_questions();
    if (plan_[Field::time].empty()) return;
    plan_.votes = sample_.facts[plan_[Field::time].front()].order;
    plan_.order = plan_.votes.order();
  }

  /// What the columns ask for, and how their answers are read because of it.
  void heed_questions() {
    for (std::size_t i = 0; i < plan_.layout.columns.size(); ++i) {
      const std::string& question = plan_.layout.questions[i];
      plan_.asked.push_back(asked_by(question.empty() ? plan_.layout.columns[i] : question));
    }
    for (const std::uint32_t column : plan_[Field::text]) {
      const std::string_view how = answers_words(plan_.asked[column]);
      if (how.empty()) continue;
      plan_.assumed.push_back(
          {"question", fmt::format("`{}` asks {}", plan_.layout.columns[column], how), .9});
    }
  }

  const Beginning& beginning_;
  const Mapping& mapping_;
  const Limits& limits_;
  Plan plan_;
  Sample sample_;
};

}  // namespace

std::string_view Plan::name(Field field) const {
  const auto& chosen = (*this)[field];
  return chosen.empty() ? std::string_view{} : layout.columns[chosen.front()];
}

Mapping Plan::mapping() const {
  Mapping mapping;
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    auto& names = mapping.columns.at(field).emplace();
    for (const std::uint32_t column : columns.at(field)) names.push_back(layout.columns[column]);
  }
  return mapping;
}

void Plan::settle_order(const OrderVotes& all) {
  const std::uint64_t told = all.day_first + all.month_first;
  if (told + all.either == 0) return;
  order = all.order();
  double sure = .99;
  std::string why = "as dates in the column show";
  if (order == DayOrder::unknown) {
    // 3/4/2015 is American, unless the file comes from where lists need a semicolon.
    const bool american = all.separator == '/' && layout.delimiter != ';';
    order = american ? DayOrder::month_first : DayOrder::day_first;
    sure = .6;
    why = "though no date in the column tells; check one";
  } else if (all.day_first > 0 && all.month_first > 0) {
    const auto most = static_cast<double>(std::max(all.day_first, all.month_first));
    sure = most / static_cast<double>(told);
    why = "as most dates in the column show; others are rejected";
  }
  const std::string_view read =
      order == DayOrder::day_first ? "day before month" : "month before day";
  assumed.push_back({"dates",
                     fmt::format("dates in `{}` are read {}, {} ({})", name(Field::time), read, why,
                                 percent(sure)),
                     sure});
}

Result<Plan> make_plan(const Beginning& beginning, const Mapping& mapping, const Limits& limits) {
  return Planner(beginning, mapping, limits).make();
}

}  // namespace attune

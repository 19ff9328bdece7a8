// SPDX-License-Identifier: Apache-2.0
#include "learn/recipe.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "attune/reading.h"

namespace attune::learn {

namespace {

using Json = nlohmann::json;

/// "emotions", "kinds" and "feelings" stand for all their names.
std::vector<std::string> names_of(const Json& value) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (name == "emotions") {
      names.insert(names.end(), kEmotions.begin(), kEmotions.end());
    } else if (name == "kinds") {
      names.insert(names.end(), kKindNames.begin(), kKindNames.begin() + 8);
    } else if (name == "feelings") {
      names.insert(names.end(), kFeelingNames.begin(), kFeelingNames.end());
    } else {
      names.push_back(name);
    }
  };
  if (value.is_string()) {
    add(value.get<std::string>());
  } else {
    for (const Json& one : value) add(one.get<std::string>());
  }
  return names;
}

LabelRule read_rule(const Json& json) {
  LabelRule rule;
  rule.field = json.value("field", "");
  rule.weight = json.value("weight", 1.0F);
  if (json.contains("each")) {
    rule.test = LabelRule::Test::each;
    rule.heads = names_of(json.at("each"));
    return rule;
  }
  rule.heads = names_of(json.at("head"));
  if (json.contains("value")) {
    rule.value = json.at("value").get<int>() != 0;
  } else if (json.contains("above")) {
    rule.test = LabelRule::Test::number;
    rule.above = json.at("above").get<double>();
    rule.below = json.at("below").get<double>();
    rule.full = json.value("full", 0.0);
  } else {
    rule.test = LabelRule::Test::among;
    rule.yes = names_of(json.at("yes"));
    rule.rest_is_no = !json.contains("no");
    if (!rule.rest_is_no) rule.no = names_of(json.at("no"));
  }
  return rule;
}

SourcePlan read_source(const Json& json) {
  SourcePlan source;
  source.file = json.at("file").get<std::string>();
  source.tag = json.value("tag", source.file);
  source.text = json.value("text", "text");
  source.labels_from = json.value("labels_from", "");
  source.take = json.value("take", std::size_t{0});
  source.clauses = json.value("clauses", false);
  const std::string cut = json.value("cut", "whole");
  if (cut == "sentences") source.cut = SourcePlan::Cut::sentences;
  if (cut == "aspects") source.cut = SourcePlan::Cut::aspects;
  for (const Json& rule : json.at("labels")) source.labels.push_back(read_rule(rule));
  return source;
}

void read_heads(const Json& json, Recipe& recipe) {
  for (const std::string& name : names_of(json.at("name"))) {
    HeadPlan head;
    head.name = json.value("prefix", "") + name;
    const std::string from = json.value("from", "features");
    if (from != "features") {
      head.from = from == "clauses" ? HeadPlan::From::clauses
                  : from == "rules" ? HeadPlan::From::rules
                                    : HeadPlan::From::length;
      head.of = name;
    }
    head.cost = from == "features" ? json.value("C", 1.0) : 0.0;
    head.bayes_cost = json.value("bayes_C", 0.0);
    recipe.heads.push_back(head);
  }
}

void read_outputs(const Json& json, Recipe& recipe) {
  for (const std::string& name : names_of(json.at("name"))) {
    OutputPlan output;
    output.name = json.value("prefix", "") + name;
    output.label = json.value("label", name);
    output.heads = json.contains("heads") ? names_of(json.at("heads")) : std::vector{name};
    // "{}" stands for the output's own name.
    for (std::string& head : output.heads) {
      if (const auto at = head.find("{}"); at != std::string::npos) head.replace(at, 2, name);
    }
    output.tags = names_of(json.at("fit_on"));
    output.ridge = json.value("ridge", 1.0);
    output.prior = json.value("prior", 0.0);
    recipe.outputs.push_back(output);
  }
}

Recipe read(const Json& json) {
  Recipe recipe;
  recipe.name = json.at("name").get<std::string>();
  recipe.seed = json.value("seed", recipe.seed);
  recipe.folds = json.value("folds", recipe.folds);
  recipe.epochs = json.value("epochs", recipe.epochs);
  recipe.min_count = json.value("min_count", recipe.min_count);
  recipe.max_rows = json.value("max_rows", recipe.max_rows);
  for (const Json& source : json.at("sources")) recipe.sources.push_back(read_source(source));
  for (const Json& head : json.at("heads")) read_heads(head, recipe);
  for (const Json& output : json.at("outputs")) read_outputs(output, recipe);
  for (const Json& sample : json.at("samples")) recipe.samples.push_back(sample);
  recipe.signals = json.value("signals", std::string());
  recipe.turns = json.value("turns", false);
  recipe.concepts = json.value("concepts", std::string());
  return recipe;
}

/// The first head name that stands twice, or nothing.
std::string repeated_head(const Recipe& recipe) {
  std::set<std::string> seen;
  for (const HeadPlan& head : recipe.heads) {
    if (!seen.insert(head.name).second) return head.name;
  }
  return "";
}

}  // namespace

Result<Recipe> parse_recipe(std::string_view json) {
  try {
    Recipe recipe = read(Json::parse(json, nullptr, true, true));
    if (recipe.folds < 2) return fail(Fault::bad_input, "recipe: folds must be 2 or more");
    if (const std::string twice = repeated_head(recipe); !twice.empty()) {
      return fail(Fault::bad_input, "recipe: two heads are named \"" + twice + "\"");
    }
    return recipe;
  } catch (const std::exception& error) {
    return fail(Fault::bad_input, std::string("recipe: ") + error.what());
  }
}

}  // namespace attune::learn

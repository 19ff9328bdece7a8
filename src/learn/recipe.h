// SPDX-License-Identifier: Apache-2.0
#pragma once

// A training recipe: which texts, what each of them teaches, and which heads and outputs come of
// it. A JSON file that a person can read (train/heads.json); this is its meaning in types.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"

namespace attune::learn {

/// How a record's field becomes labels of heads. A record without the field teaches nothing.
struct LabelRule {
  enum class Test : std::uint8_t {
    given,   ///< The same answer for every record: `value`.
    among,   ///< Yes where the field holds one of `yes`, no where one of `no`.
    each,    ///< One head for every name in `heads`: yes where the field holds that name.
    number,  ///< Yes where the field is over `above`, no where it is under `below`.
  };
  Test test = Test::given;
  std::vector<std::string> heads;
  std::string field;
  std::vector<std::string> yes;
  std::vector<std::string> no;
  bool rest_is_no = false;  ///< What is not yes is no.
  bool value = false;
  double above = 0;
  double below = 0;
  float weight = 1;
  /// With Test::number, how far from the middle of `below` and `above` a record weighs 1; less
  /// nearer to it, up to 1.5 beyond. 0: all weigh the same.
  double full = 0;
};

struct SourcePlan {
  /// What one record gives: itself, its sentences, or its stretches that speak of one aspect
  /// polarity only (fields `aspect_terms`).
  enum class Cut : std::uint8_t { whole, sentences, aspects };
  std::string file;  ///< Below the data folder; `.gz` is unpacked.
  std::string tag;   ///< Outputs name the tags that they are fitted on.
  std::string text = "text";
  /// A file of labels for texts that may not stand beside them: records with `line`, the number of
  /// the line in `file` that they speak of, from 1. Lines without one teach nothing. Empty: the
  /// records hold their labels themselves.
  std::string labels_from;
  Cut cut = Cut::whole;
  bool clauses = false;  ///< Heads of HeadPlan::From::clauses are wanted for these texts.
  std::size_t take = 0;  ///< At most so many, by hash of the text; 0: all.
  std::vector<LabelRule> labels;
};

/// One linear head over the features, or a place for what another reader says: the outputs weigh
/// both alike.
struct HeadPlan {
  enum class From : std::uint8_t {
    features,
    clauses,  ///< The largest logit of head `of` among the clauses of a text.
    rules,    ///< rule_logit() of what the patterns say of kind `of` (kinds.h).
    length,   ///< Natural logarithm of the number of clauses: the largest of many is larger.
  };
  std::string name;
  From from = From::features;
  std::string of;
  double cost = 1;        ///< C of the logistic regression; 0: left out.
  double bayes_cost = 0;  ///< C of the NB-weighted one (Wang and Manning 2012); 0: left out.
};

/// One probability that is told: a small regression over head logits, fitted out of fold.
struct OutputPlan {
  std::string name;
  std::string label;               ///< The head whose labels it is fitted to.
  std::vector<std::string> heads;  ///< Its inputs.
  std::vector<std::string> tags;   ///< Fitted on sources with these tags.
  double ridge = 1;
  double prior = 0;  ///< The share of yes where it will be used; 0: as in the data.
};

struct Recipe {
  std::string name;
  std::uint64_t seed = 1;
  std::size_t folds = 5;
  std::size_t epochs = 15;
  std::size_t min_count = 3;  ///< Texts in which a feature must stand to be kept.
  std::size_t max_rows = 150000;
  std::vector<SourcePlan> sources;
  std::vector<HeadPlan> heads;
  std::vector<OutputPlan> outputs;
  std::vector<std::string> samples;  ///< Re-run at load.
  std::string signals;   ///< Folder of patterns whose hits are features too (signals.h); or empty.
  bool turns = false;    ///< Texts are read as they are meant (understand/turns).
  std::string concepts;  ///< File of concepts whose hits are features too (signals.h); or empty.
};

/// Reads a recipe; the error names the place that is wrong.
[[nodiscard]] Result<Recipe> parse_recipe(std::string_view json);

}  // namespace attune::learn

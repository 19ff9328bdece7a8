// SPDX-License-Identifier: Apache-2.0
#include "learn/span_recipe.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "learn/train_aspects.h"
#include "learn/train_data.h"
#include "learn/train_names.h"
#include "learn/train_reasons.h"
#include "text/utf8.h"

namespace attune::learn {

namespace {

using Json = nlohmann::json;
using Records = std::vector<Json>;

Result<Records> read_records(const std::string& file, const std::vector<std::string>& folders) {
  std::filesystem::path path = file;
  for (const std::string& folder : folders) {
    path = std::filesystem::path(folder) / file;
    if (std::filesystem::exists(path)) break;
  }
  const auto lines = read_text_file(path.string());
  if (!lines) return tl::unexpected(lines.error());
  Records records;
  std::string_view rest = *lines;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (line.empty()) continue;
    Json record = Json::parse(line, nullptr, false);
    if (!record.is_object() || !record.contains("text")) {
      return fail(Fault::bad_input,
                  file + ": line " + std::to_string(number) + " is not a JSON object with a text");
    }
    records.push_back(std::move(record));
  }
  return records;
}

Result<Records> read_all(const Json& files, const std::vector<std::string>& folders) {
  Records all;
  for (const Json& file : files) {
    auto records = read_records(file.get<std::string>(), folders);
    if (!records) return tl::unexpected(std::move(records.error()));
    std::ranges::move(*records, std::back_inserter(all));
  }
  return all;
}

/// The byte at which character `count` of `text` begins.
std::uint32_t byte_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) at += decode(text, at).length;
  return static_cast<std::uint32_t>(at);
}

/// A record's `start` and `end`, which count characters, in bytes.
Span span_in(std::string_view text, const Json& mark) {
  return {byte_of(text, mark.at("start").get<std::size_t>()),
          byte_of(text, mark.at("end").get<std::size_t>())};
}

SpanReport reasons(const Json& recipe, const Records& records, const Patterns& patterns) {
  SpanReport report;
  std::vector<ReasonExample> examples;
  for (const Json& record : records) {
    ReasonExample example{record.at("text").get<std::string>(), std::nullopt};
    const auto because = record.find("because");
    if (because != record.end() && because->is_string()) {
      const auto words = because->get<std::string>();
      const std::size_t at = example.text.find(words);
      if (at == std::string::npos) continue;
      example.because =
          Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
      ++report.spans;
    }
    examples.push_back(std::move(example));
  }
  ReasonTraining options;
  options.seed = recipe.value("seed", options.seed);
  options.rounds = recipe.value("rounds", options.rounds);
  report.texts = examples.size();
  report.model = train_reasons(patterns, examples, options).bytes();
  return report;
}

SpanReport aspects(const Json& recipe, const Records& records, const Patterns& patterns) {
  SpanReport report;
  std::vector<AspectExample> examples;
  for (const Json& record : records) {
    AspectExample example{record.at("text").get<std::string>(), {}};
    for (const Json& term : record.at("aspect_terms")) {
      const auto polarity = term.at("polarity").get<std::string>();
      const Polarity told = polarity == "positive"   ? Polarity::positive
                            : polarity == "negative" ? Polarity::negative
                                                     : Polarity::neutral;
      example.terms.push_back({span_in(example.text, term), told, 1});
      ++report.spans;
    }
    examples.push_back(std::move(example));
  }
  AspectTraining options;
  options.seed = recipe.value("seed", options.seed);
  report.texts = examples.size();
  report.model = train_aspects(patterns, examples, options).bytes();
  return report;
}

std::vector<std::string> texts_of(const Records& records) {
  std::vector<std::string> texts;
  texts.reserve(records.size());
  for (const Json& record : records) texts.push_back(record.at("text").get<std::string>());
  return texts;
}

/// The texts that names are learned from, apart from the marked ones.
struct PlainTexts {
  Records background;
  Records sentences;
  Records nobody;
};

SpanReport names(const Json& recipe, const Records& records, const PlainTexts& plain) {
  SpanReport report;
  const std::vector<std::string> marked = texts_of(records);
  std::vector<PiiExample> examples;
  for (std::size_t i = 0; i < records.size(); ++i) {
    PiiExample example{marked[i], {}, {}};
    for (const Json& mark : records[i].at("spans")) {
      const auto type = mark.at("type").get<std::string>();
      const Span span = span_in(marked[i], mark);
      if (type == "PERSON") example.gold.push_back({"person", span});
      if (type == "STREET_ADDRESS") example.gold.push_back({"address", span});
    }
    report.spans += example.gold.size();
    examples.push_back(std::move(example));
  }
  const std::vector<std::string> texts[] = {texts_of(plain.background), texts_of(plain.sentences),
                                            texts_of(plain.nobody)};
  std::vector<std::string_view> views[3];
  report.texts = marked.size();
  for (std::size_t i = 0; i < 3; ++i) {
    views[i].assign(texts[i].begin(), texts[i].end());
    report.texts += texts[i].size();
  }
  NameTraining options;
  options.seed = recipe.value("seed", options.seed);
  options.margin = recipe.value("margin", options.margin);
  report.model =
      train_names(
          {.examples = examples, .background = views[0], .sentences = views[1], .nobody = views[2]},
          options)
          .bytes();
  return report;
}

Result<SpanReport> train(const Json& recipe, const std::vector<std::string>& folders,
                         const Patterns& patterns) {
  const auto trainer = recipe.at("trainer").get<std::string>();
  const auto records = read_all(recipe.at("files"), folders);
  if (!records) return tl::unexpected(records.error());
  if (trainer == "reasons") return reasons(recipe, *records, patterns);
  if (trainer == "aspects") return aspects(recipe, *records, patterns);
  if (trainer == "names") {
    PlainTexts plain;
    for (const auto& [key, into] : {std::pair{"background", &plain.background},
                                    {"sentences", &plain.sentences},
                                    {"nobody", &plain.nobody}}) {
      auto texts = read_all(recipe.value(key, Json::array()), folders);
      if (!texts) return tl::unexpected(std::move(texts.error()));
      *into = std::move(*texts);
    }
    return names(recipe, *records, plain);
  }
  return fail(Fault::bad_input, "recipe: no trainer is named \"" + trainer + "\"");
}

}  // namespace

bool is_span_recipe(std::string_view json) {
  const Json recipe = Json::parse(json, nullptr, false, true);
  return recipe.is_object() && recipe.contains("trainer");
}

Result<SpanReport> train_spans(std::string_view json, const std::vector<std::string>& folders,
                               const Patterns& patterns) {
  try {
    return train(Json::parse(json, nullptr, true, true), folders, patterns);
  } catch (const std::exception& error) {
    return fail(Fault::bad_input, std::string("recipe: ") + error.what());
  }
}

}  // namespace attune::learn

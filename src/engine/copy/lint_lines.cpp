// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lint_lines.h"

#include <simdjson.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "lint/document.h"
#include "text/language/language_names.h"
#include "text/utf8.h"

namespace attune {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kChunk = 64;  ///< Lines that one thread takes at a time.
constexpr std::size_t kBatch = 4096;
constexpr std::uint64_t kMostReasons = 20;
constexpr int kMostDepth = 64;  ///< Of objects and lists within each other.

struct Input {
  RecordId id;
  std::string text;
  std::string context;
  bool care = false;
};

struct Answer {
  std::string json;
  LintTotals totals;
};

/// The number that the key "id" of `object` has, digit for digit.
std::string number_as_given(std::string_view object) {
  simdjson::ondemand::parser parser;
  const simdjson::padded_string padded(object);
  simdjson::ondemand::document document;
  std::string_view token;
  if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return {};
  if (document["id"].raw_json_token().get(token) != simdjson::SUCCESS) return {};
  return std::string(token.substr(0, token.find_last_not_of(" \t\r\n") + 1));
}

RecordId id_of(const Json& line, std::string_view bytes, std::uint64_t record) {
  const auto id = line.find("id");
  if (id == line.end() || id->is_null()) return std::to_string(record);
  if (id->is_string()) return id->get<std::string>();
  return {id->is_number() ? number_as_given(bytes) : id->dump(), true};
}

/// A reader in a hard time: {"care":["bereavement"]}.
bool in_care(const Json& line) {
  const auto recipient = line.find("recipient");
  if (recipient == line.end() || !recipient->is_object()) return false;
  const auto care = recipient->find("care");
  if (care == recipient->end()) return false;
  return (care->is_boolean() && care->get<bool>()) || (care->is_array() && !care->empty());
}

Result<Input> parse(std::string_view bytes, std::uint64_t record) {
  if (first_invalid(bytes) != std::string_view::npos) return fail(Fault::bad_input, "not UTF-8");
  bool deep = false;  // What is too deep is dropped as it is met: an id is written as it came.
  const auto keep = [&](int depth, Json::parse_event_t /*event*/, Json& /*value*/) {
    deep = deep || depth > kMostDepth;
    return !deep;
  };
  const Json line = Json::parse(bytes, keep, false);
  if (deep) {
    return fail(Fault::bad_input, "over " + std::to_string(kMostDepth) +
                                      " objects and lists within each other; write it flatter");
  }
  if (!line.is_object()) return fail(Fault::bad_input, "not a JSON object");
  const auto text = line.find("text");
  if (text != line.end() && !text->is_string())
    return fail(Fault::bad_input, "\"text\" is not a string");
  Input input;
  input.id = id_of(line, bytes, record);
  if (text != line.end()) input.text = text->get<std::string>();
  const auto context = line.find("context");
  if (context != line.end() && context->is_string()) input.context = context->get<std::string>();
  input.care = in_care(line);
  return input;
}

Answer answer(const Input& input, const LinesContext& context, const ManipulationModel& model,
              LintState& state) {
  LineFindings line;
  line.id = input.id;
  LintContext lint{context.rules, context.config, context.facts, &model, context.today};
  lint.selection = context.selection;
  lint.eager = true;
  lint.care = input.care;
  lint.trouble = !input.context.empty() && context.rules.in_trouble(input.context, state.check);
  Answer made;
  LintSinks sinks;
  sinks.finding = [&](const Finding& finding) {
    made.totals.count(finding.severity);
    line.findings.push_back(finding);
  };
  sinks.cleared = [&](const Cleared&) { ++made.totals.cleared; };
  const ForeignCopy foreign = lint_document({input.text, "", Markup::plain}, lint, sinks, state);
  if (foreign.whole) {
    line.not_checked = language_name(foreign.language);
    made.totals.not_checked.add({"", line.not_checked, ""});
  } else {
    line.manipulation_p = manipulation_p(context.model.read(input.text), line.findings);
  }
  if (!input.context.empty()) line.empathy = context.model.empathy(input.text, input.context);
  JsonOut out;
  write_line(line, out);
  made.json = out.take();
  return made;
}

void add(const LintTotals& from, LintTotals& to) {
  to.errors += from.errors;
  to.warnings += from.warnings;
  to.suggestions += from.suggestions;
  to.cleared += from.cleared;
  for (const auto& [kind, texts] : from.not_checked.kinds) to.not_checked.kinds[kind] += texts;
}

void reject(std::uint64_t number, const Error& error, LinesOutcome& outcome) {
  if (++outcome.rejected <= kMostReasons)
    outcome.reasons.push_back("line " + std::to_string(number) + " was rejected: " + error.message);
}

}  // namespace

LinesOutcome lint_lines(std::string_view jsonl, const LinesContext& context, const Pool& pool,
                        const FindingWriter::Out& out) {
  const ManipulationModel model = context.model.asked();
  LinesOutcome outcome;
  outcome.totals.files = 1;
  std::vector<Input> inputs;
  std::vector<Answer> answers;
  const auto work = [&] {
    answers.assign(inputs.size(), {});
    pool.for_each_chunk(inputs.size(), kChunk, [&](std::size_t begin, std::size_t end) {
      LintState state;
      for (std::size_t i = begin; i < end; ++i)
        answers[i] = answer(inputs[i], context, model, state);
    });
    for (const Answer& made : answers) {
      add(made.totals, outcome.totals);
      out(made.json);
    }
    inputs.clear();
  };
  if (jsonl.starts_with(kByteOrderMark)) jsonl.remove_prefix(kByteOrderMark.size());
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < jsonl.size();) {
    const std::size_t end = std::min(jsonl.find('\n', at), jsonl.size());
    const std::string_view bytes = jsonl.substr(at, end - at);
    at = end + 1;
    ++number;
    if (bytes.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    ++outcome.read;
    if (auto input = parse(bytes, outcome.read)) {
      inputs.push_back(std::move(*input));
    } else {
      reject(number, input.error(), outcome);
    }
    if (inputs.size() >= kBatch) work();
  }
  work();
  if (const std::string said = not_checked_sentence(outcome.totals, "text"); !said.empty())
    outcome.warnings.push_back(said + ": the rules are for English");
  return outcome;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "learn/train_data.h"

#include <simdjson.h>
#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "base/hash.h"
#include "text/clauses.h"
#include "text/tokens.h"

namespace attune::learn {

namespace {

namespace dom = simdjson::dom;

/// A field as words: a text is one, a list of texts several, a number its shortest form.
struct Field {
  bool given = false;  ///< The record has it.
  std::vector<std::string> words;
  std::optional<double> number;

  [[nodiscard]] bool holds(const std::string& word) const {
    return std::ranges::find(words, word) != words.end();
  }
};

/// How much a record teaches under `rule`.
float weight_of(const LabelRule& rule, const Field& field) {
  if (rule.full <= 0 || !field.number) return rule.weight;
  const double from_middle = std::abs(*field.number - (rule.above + rule.below) / 2);
  return rule.weight * static_cast<float>(std::min(1.5, from_middle / rule.full));
}

void add_word(Field& field, dom::element value) {
  std::string_view text;
  double number = 0;
  if (value.get(text) == simdjson::SUCCESS) {
    field.words.emplace_back(text);
  } else if (value.get(number) == simdjson::SUCCESS) {
    field.number = number;
    field.words.push_back(std::to_string(static_cast<long long>(number)));
  }
}

Field read_field(dom::object record, const std::string& name) {
  Field field;
  dom::element value;
  if (record[name].get(value) != simdjson::SUCCESS) return field;
  field.given = true;
  dom::array list;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const dom::element one : list) add_word(field, one);
  } else {
    add_word(field, value);
  }
  return field;
}

/// The records of JSON Lines by the number of the line that they speak of (field `line`, from 1).
Result<std::map<std::uint64_t, std::string>> by_line(std::string_view lines) {
  std::map<std::uint64_t, std::string> found;
  simdjson::dom::parser parser;
  for (std::size_t number = 1; !lines.empty(); ++number) {
    const std::size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
    if (line.empty()) continue;
    std::uint64_t of = 0;
    if (parser.parse(line.data(), line.size())["line"].get(of) != simdjson::SUCCESS) {
      return fail(Fault::bad_input,
                  "line " + std::to_string(number) + " does not say of which \"line\" it is");
    }
    found[of] = line;
  }
  return found;
}

/// A stretch of a record's text, with the field values that it replaces.
struct Piece {
  std::string text;
  std::optional<Field> polarity;
};

bool ends_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  return c == '\n' || ((c == '.' || c == '!' || c == '?') &&
                       (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n'));
}

std::vector<Piece> sentences(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!ends_sentence(text, at) && at + 1 < text.size()) continue;
    const std::string_view piece = text.substr(begin, at + 1 - begin);
    if (piece.size() >= 20 && piece.size() <= 400) pieces.push_back({std::string(piece), {}});
    begin = at + 1;
  }
  return pieces;
}

/// Borders of stretches: after a comma, semicolon or full stop, and before "but", "although",
/// "and".
std::vector<std::size_t> stretch_borders(std::string_view text) {
  std::vector<std::size_t> borders = {0};
  for (std::size_t at = 1; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    const bool mark = text[at - 1] == ',' || text[at - 1] == ';' || ends_sentence(text, at - 1);
    const bool word = rest.starts_with(" but ") || rest.starts_with(" although ") ||
                      rest.starts_with(" and ") || rest.starts_with(" though ");
    if (mark || word) borders.push_back(at);
  }
  borders.push_back(text.size());
  return borders;
}

/// Stretches whose aspects all have one polarity. Offsets in these files count characters; texts
/// that are not ASCII are left out.
std::vector<Piece> aspect_stretches(std::string_view text, dom::object record) {
  std::vector<Piece> pieces;
  dom::array terms;
  const bool ascii = std::ranges::all_of(text, [](char c) { return (c & 0x80) == 0; });
  if (!ascii || record["aspect_terms"].get(terms) != simdjson::SUCCESS) return pieces;
  const auto borders = stretch_borders(text);
  for (std::size_t b = 0; b + 1 < borders.size(); ++b) {
    std::set<std::string> polarities;
    for (const dom::element term : terms) {
      std::uint64_t start = 0;
      std::string_view polarity;
      if (term["start"].get(start) != simdjson::SUCCESS || start < borders[b] ||
          start >= borders[b + 1] || term["polarity"].get(polarity) != simdjson::SUCCESS) {
        continue;
      }
      polarities.emplace(polarity);
    }
    if (polarities.size() != 1) continue;
    Field field;
    field.given = true;
    field.words.push_back(*polarities.begin());
    pieces.push_back({std::string(text.substr(borders[b], borders[b + 1] - borders[b])), field});
  }
  return pieces;
}

std::vector<Piece> pieces_of(const SourcePlan& source, std::string_view text, dom::object record) {
  switch (source.cut) {
    case SourcePlan::Cut::sentences:
      return sentences(text);
    case SourcePlan::Cut::aspects:
      return aspect_stretches(text, record);
    case SourcePlan::Cut::whole:
      break;
  }
  return {{std::string(text), {}}};
}

std::optional<bool> answer(const LabelRule& rule, const Field& field, const std::string& head) {
  if (rule.test == LabelRule::Test::given) return rule.value;
  if (!field.given) return std::nullopt;
  switch (rule.test) {
    case LabelRule::Test::each:
      return field.holds(head);
    case LabelRule::Test::number:
      if (field.number && *field.number > rule.above) return true;
      if (field.number && *field.number < rule.below) return false;
      return std::nullopt;
    case LabelRule::Test::given:
    case LabelRule::Test::among:
      break;
  }
  const auto any = [&](const std::vector<std::string>& names) {
    return std::ranges::any_of(names, [&](const auto& name) { return field.holds(name); });
  };
  if (any(rule.yes)) return true;
  if (rule.rest_is_no || any(rule.no)) return false;
  return std::nullopt;
}

class Reader {
 public:
  explicit Reader(const Recipe& recipe) : recipe_(recipe) {
    for (const HeadPlan& head : recipe.heads) {
      heads_.emplace(head.name, static_cast<std::uint32_t>(heads_.size()));
    }
  }

  [[nodiscard]] Result<void> check_heads() const {
    const auto known = [&](const std::string& head) { return heads_.contains(head); };
    for (const SourcePlan& source : recipe_.sources) {
      for (const LabelRule& rule : source.labels) {
        const auto unknown = std::ranges::find_if_not(rule.heads, known);
        if (unknown == rule.heads.end()) continue;
        return fail(Fault::bad_input, source.file + ": no head is named \"" + *unknown + "\"");
      }
    }
    return {};
  }

  /// `labels` are the lines of SourcePlan::labels_from; empty where it names none.
  [[nodiscard]] Result<void> read(std::uint32_t source, std::string_view lines,
                                  std::string_view labels) {
    const auto labelled = by_line(labels);
    if (!labelled) {
      return within(recipe_.sources[source].labels_from, Error(labelled.error()));
    }
    simdjson::dom::parser parser;
    simdjson::dom::parser label_parser;
    std::vector<Example> found;
    std::size_t number = 0;
    while (!lines.empty()) {
      const std::size_t end = lines.find('\n');
      const std::string_view line = lines.substr(0, end);
      lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
      ++number;
      if (line.empty()) continue;
      dom::object record;
      if (parser.parse(line.data(), line.size()).get(record) != simdjson::SUCCESS) {
        return fail(Fault::bad_input, "line " + std::to_string(number) + " is not a JSON object");
      }
      if (recipe_.sources[source].labels_from.empty()) {
        add(source, record, record, found);
        continue;
      }
      dom::object fields;
      const auto other = labelled->find(number);
      if (other == labelled->end()) continue;
      if (label_parser.parse(other->second).get(fields) == simdjson::SUCCESS) {
        add(source, record, fields, found);
      }
    }
    keep(recipe_.sources[source].take, found);
    return {};
  }

  std::vector<Example> take() {
    add_clauses();
    return std::move(examples_);
  }

 private:
  /// Adds what `record` gives, labelled by what stands in `fields`.
  void add(std::uint32_t source, dom::object record, dom::object fields,
           std::vector<Example>& found) const {
    const SourcePlan& plan = recipe_.sources[source];
    std::string_view text;
    if (record[plan.text].get(text) != simdjson::SUCCESS) return;
    for (Piece& piece : pieces_of(plan, text, record)) {
      Example example;
      example.source = source;
      example.fold = static_cast<std::uint32_t>(hash64(piece.text, recipe_.seed) % recipe_.folds);
      for (const LabelRule& rule : plan.labels) {
        label(rule,
              rule.field == "polarity" && piece.polarity ? *piece.polarity
                                                         : read_field(fields, rule.field),
              example);
      }
      example.text = std::move(piece.text);
      if (!example.labels.empty()) found.push_back(std::move(example));
    }
  }

  void label(const LabelRule& rule, const Field& field, Example& example) const {
    for (const std::string& head : rule.heads) {
      if (const auto yes = answer(rule, field, head)) {
        example.labels.push_back({heads_.at(head), *yes, weight_of(rule, field)});
      }
    }
  }

  void add_clauses() {
    Tokens tokens;
    std::vector<ClauseRange> clauses;
    const std::size_t whole = examples_.size();
    for (std::uint32_t i = 0; i < whole; ++i) {
      if (!recipe_.sources[examples_[i].source].clauses) continue;
      const std::string text = examples_[i].text;
      tokenise(text, tokens);
      split_clauses(text, tokens, clauses);
      for (const ClauseRange& clause : clauses) {
        if (clauses.size() == 1) break;
        Example example;
        example.text = std::string(clause.span.of(text));
        example.parent = i;
        example.source = examples_[i].source;
        example.fold = examples_[i].fold;
        examples_.push_back(std::move(example));
      }
    }
  }

  /// Keeps `most` of `found`, those with the smallest hashes, in their order.
  void keep(std::size_t most, std::vector<Example>& found) {
    std::uint64_t limit = ~std::uint64_t{0};
    const auto hash = [&](const Example& e) { return hash64(e.text, recipe_.seed + 1); };
    if (most != 0 && found.size() > most) {
      std::vector<std::uint64_t> hashes;
      hashes.reserve(found.size());
      for (const Example& example : found) hashes.push_back(hash(example));
      std::ranges::nth_element(hashes, hashes.begin() + static_cast<std::ptrdiff_t>(most) - 1);
      limit = hashes[most - 1];
    }
    for (Example& example : found) {
      if (hash(example) <= limit) examples_.push_back(std::move(example));
    }
  }

  const Recipe& recipe_;
  std::map<std::string, std::uint32_t> heads_;
  std::vector<Example> examples_;
};

}  // namespace

Result<std::string> read_text_file(const std::string& path) {
  // gzread also reads what is not packed.
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return fail(Fault::not_found, path + ": cannot be opened");
  std::string out;
  std::string buffer(1 << 18, '\0');
  int got = 0;
  while ((got = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0) {
    out.append(buffer, 0, static_cast<std::size_t>(got));
  }
  const bool whole = gzclose(file) == Z_OK && got == 0;
  if (!whole) return fail(Fault::io, path + ": cannot be read to its end");
  return out;
}

Result<std::vector<Example>> read_examples(const Recipe& recipe,
                                           const std::vector<std::string>& folders) {
  Reader reader(recipe);
  if (auto known = reader.check_heads(); !known) {
    return within(recipe.name, std::move(known.error()));
  }
  for (std::uint32_t s = 0; s < recipe.sources.size(); ++s) {
    const SourcePlan& source = recipe.sources[s];
    const auto lines = read_text_file(find_below(folders, source.file));
    if (!lines) return tl::unexpected(lines.error());
    std::string labels;
    if (!source.labels_from.empty()) {
      auto other = read_text_file(find_below(folders, source.labels_from));
      if (!other) return tl::unexpected(other.error());
      labels = std::move(*other);
    }
    if (auto read = reader.read(s, *lines, labels); !read) {
      return within(recipe.sources[s].file, std::move(read.error()));
    }
  }
  return reader.take();
}

std::string find_below(const std::vector<std::string>& folders, const std::string& name) {
  for (const std::string& folder : folders) {
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    std::error_code error;
    if (std::filesystem::exists(path, error)) return path.string();
  }
  return name;
}

}  // namespace attune::learn

// SPDX-License-Identifier: Apache-2.0
#include "attune/signature.h"

#include <array>
#include <cstdio>
#include <memory>

#include "attune/care.h"
#include "base/calendar.h"
#include "base/hash.h"
#include "base/json_out.h"
#include "engine/copy/copy_model.h"
#include "engine/copy/lint_files.h"
#include "engine/copy/lint_lines.h"
#include "engine/explain.h"
#include "engine/models.h"
#include "engine/rows_csv.h"
#include "engine/signature/measure_values.h"
#include "engine/signature/message_values.h"
#include "engine/theme_files.h"
#include "lint/output/output.h"
#include "listen/listen.h"
#include "report/html/html.h"
#include "report/json/json.h"
#include "report/json/read_memory.h"
#include "report/json/read_round.h"
#include "report/json/reading_json.h"
#include "report/markdown.h"
#include "report/terminal.h"
#include "text/pii/pii.h"

namespace attune {

namespace {

using Paths = std::vector<std::string>;

const Paths& earlier_files() {
  static const Paths kPaths = {"tests/signature/earlier.csv"};
  return kPaths;
}
const Paths& example_files() {
  static const Paths kPaths = {"examples/harbour-lane.csv"};
  return kPaths;
}
const Paths& mixed_files() {
  static const Paths kPaths = {"tests/signature/kinds.csv", "tests/signature/mixed.jsonl",
                               "tests/signature/plain.txt"};
  return kPaths;
}
const std::string kCopyFolder = "tests/signature/copy";

/// A file that nobody sees: what is written to path() can be read back, and is then gone.
class Unseen {
 public:
  Unseen() : file_(std::tmpfile()) {}
  [[nodiscard]] std::string path() const {
    return file_ ? "/dev/fd/" + std::to_string(::fileno(file_.get())) : "";
  }
  [[nodiscard]] std::string bytes() {
    std::string all;
    if (!file_) return all;
    std::array<char, 4096> piece{};
    std::rewind(file_.get());
    while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), file_.get()))
      all.append(piece.data(), got);
    return all;
  }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
};

/// Appends what `files` hold to `listened`, and their texts to `texts`.
Result<void> hear(const Paths& files, std::string& listened, std::vector<std::string>& texts) {
  Unseen rejects;
  JsonOut out;
  const auto intake =
      listen(files, {.rejects_path = rejects.path(), .keep_attributes = true}, [&](Message&& one) {
        message_values(out, one);
        texts.push_back(std::move(one.text));
      });
  if (!intake) return tl::unexpected<Error>(intake.error());
  intake_values(out, *intake);
  listened += out.take() + rejects.bytes();
  return {};
}

std::string read_texts(const std::vector<std::string>& texts, const PiiFinder& finder) {
  JsonOut out;
  Tokens tokens;
  for (const std::string& text : texts) text_values(out, text, finder, tokens);
  return out.take();
}

std::string understand_texts(const std::vector<std::string>& texts,
                             const Understander& understander) {
  JsonOut out;
  Understander::State state;
  Reading reading;
  CareSigns care;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    understander.read(texts[i], state, reading, care);
    reading_json(out, std::to_string(i), reading, care);
  }
  return out.take();
}

/// The rooms that need a whole corpus.
class Answers {
 public:
  Answers(const Models& models, const Pool& pool) : models_(models), pool_(pool) {}

  /// Two rounds, the second with the first one's memory and a theme renamed by hand; and whole
  /// messages.
  Result<std::string> themes() {
    return corpus_of(earlier_files()).and_then([&](const problems::Corpus& earlier) {
      return corpus_of(example_files()).and_then([&](const problems::Corpus& now) {
        return themes_of(earlier, now);
      });
    });
  }

  /// The explanation of the earlier round, of the example beside it, and of the mixed files
  /// unmasked; fills `report` with the ways in which they are shown.
  Result<std::string> explain(std::string& report) {
    auto earlier = explained(earlier_files(), {}, report);
    if (!earlier) return earlier;
    const auto before = parse_round(*earlier);
    if (!before) return tl::unexpected<Error>(before.error());
    ExplainOptions by_channel;
    by_channel.corpus.by = "channel";
    by_channel.before = &*before;
    auto example = explained(example_files(), by_channel, report);
    if (!example) return example;
    auto mixed = explained(mixed_files(), {.show_personal = true}, report);
    if (!mixed) return mixed;
    return *earlier + *example + *mixed;
  }

 private:
  Result<ReadCorpus> corpus_of(const Paths& files, CorpusOptions options = {}) {
    Unseen rejects;
    options.listen.rejects_path = rejects.path();
    options.struggles = &models_.struggles;
    return read_corpus(files, models_.understander, options, pool_);
  }

  Result<std::string> themes_of(const problems::Corpus& earlier, const problems::Corpus& now) {
    ThemesOptions options{.concepts = &models_.concepts};
    std::string bytes;
    const auto add = [&](const problems::Corpus& corpus) -> Result<std::string> {
      const auto found = find_themes(corpus, options, pool_);
      if (!found) return tl::unexpected<Error>(found.error());
      std::string json =
          themes_json(found->themes, found->assignments, found->events, &found->memory);
      bytes += json;
      return json;
    };
    auto first = add(earlier);
    if (!first) return first;
    const auto memory = read_theme_memory(*first);
    if (!memory) return tl::unexpected<Error>(memory.error());
    ThemeEdits edits;
    if (!memory->themes.empty()) edits.renames = {{memory->themes[0].id, "a name by hand"}};
    options.previous = &*memory;
    options.edits = &edits;
    if (auto second = add(now); !second) return second;
    options = {.unit = ThemeUnit::message, .k = 6, .concepts = &models_.concepts};
    if (auto whole = add(now); !whole) return whole;
    return bytes;
  }

  Result<std::string> explained(const Paths& files, ExplainOptions options, std::string& report) {
    options.corpus.listen.read_again = true;
    const auto corpus = corpus_of(files, options.corpus);
    if (!corpus) return tl::unexpected<Error>(corpus.error());
    const Explained made = attune::explain(*corpus, models_, options, pool_);
    Unseen rejects;
    options.corpus.listen.rejects_path = rejects.path();
    const auto rows = rows_csv(*corpus, made, options.corpus);
    if (!rows) return tl::unexpected<Error>(rows.error());
    report += explanation_terminal(made.explanation, {.colour = true});
    report += explanation_html(made.explanation) + explanation_markdown(made.explanation) + *rows;
    return explanation_json(made.explanation);
  }

  const Models& models_;
  const Pool& pool_;
};

/// The copy in every format, by a configuration and facts; then single texts.
Result<std::string> lint(const std::string& models_dir, const Pool& pool) {
  const auto rules = Rules::load(models_dir + "/rules");
  if (!rules) return tl::unexpected<Error>(rules.error());
  const auto model = CopyModel::load(models_dir);
  if (!model) return tl::unexpected<Error>(model.error());
  const ManipulationModel asked = model->asked();
  LintOptions options{.config = kCopyFolder + "/attune.yaml",
                      .facts = kCopyFolder + "/facts.yaml",
                      .today = days_of({.year = 2026, .month = 6, .day = 1})};
  std::string bytes;
  const auto out = [&](std::string_view piece) { bytes += piece; };
  for (const LintFormat format : {LintFormat::text, LintFormat::json, LintFormat::sarif,
                                  LintFormat::rdjson, LintFormat::github}) {
    options.format = format;
    const auto found = lint_files({kCopyFolder}, options, {*rules, &asked}, pool, out);
    if (!found) return tl::unexpected<Error>(found.error());
  }
  const auto lines = read_copy("tests/signature/lines.jsonl");
  if (!lines) return tl::unexpected<Error>(lines.error());
  const LinesOutcome outcome =
      lint_lines(*lines, {*rules, *model, {}, nullptr, options.today}, pool, out);
  for (const std::string& reason : outcome.reasons) bytes += reason + "\n";
  return bytes;
}

}  // namespace

Result<std::vector<RoomOutput>> signature(const std::string& models_dir, std::size_t threads) {
  const Pool pool(threads);
  const auto models = load_models(models_dir);
  if (!models) return tl::unexpected<Error>(models.error());
  const auto finder = PiiFinder::load(models_dir);
  if (!finder) return tl::unexpected<Error>(finder.error());
  std::string listened;
  std::vector<std::string> texts;
  for (const Paths* files : {&earlier_files(), &mixed_files(), &example_files()}) {
    if (auto ok = hear(*files, listened, texts); !ok) return tl::unexpected<Error>(ok.error());
  }
  Answers answers(*models, pool);
  auto themes = answers.themes();
  if (!themes) return tl::unexpected<Error>(themes.error());
  std::string report;
  auto explained = answers.explain(report);
  if (!explained) return tl::unexpected<Error>(explained.error());
  auto linted = lint(models_dir, pool);
  if (!linted) return tl::unexpected<Error>(linted.error());
  return std::vector<RoomOutput>{{"listen", std::move(listened)},
                                 {"text", read_texts(texts, *finder)},
                                 {"understand", understand_texts(texts, models->understander)},
                                 {"themes", std::move(*themes)},
                                 {"measure", measure_values(pool)},
                                 {"explain", std::move(*explained)},
                                 {"report", std::move(report)},
                                 {"lint", std::move(*linted)}};
}

std::string signature_lines(std::span<const RoomOutput> rooms) {
  std::string lines;
  for (const RoomOutput& room : rooms)
    lines += std::string(room.room) + " " + hex64(hash64(room.bytes)) + "\n";
  return lines + "all " + hex64(hash64(lines)) + "\n";
}

}  // namespace attune

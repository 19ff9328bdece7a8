// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "base/calendar.h"
#include "base/files.h"
#include "cli/door.h"
#include "cli/verbs.h"
#include "engine/explain.h"
#include "engine/rows_csv.h"
#include "report/html/html.h"
#include "report/json/json.h"
#include "report/json/read_round.h"
#include "report/markdown.h"
#include "report/terminal.h"
#include "report/words.h"

namespace attune {

namespace {

Result<std::vector<Attribute>> filters(const Arguments& arguments) {
  std::vector<Attribute> where;
  for (const std::string& given : arguments.values("where")) {
    const std::size_t equals = given.find('=');
    if (equals == std::string::npos || equals == 0) {
      return fail(Fault::bad_input,
                  "--where takes FIELD=VALUE, such as brand=Acme, not \"" + given + "\"");
    }
    where.push_back({.name = given.substr(0, equals), .value = given.substr(equals + 1)});
  }
  return where;
}

Result<std::optional<std::int64_t>> since(const Arguments& arguments) {
  if (!arguments.has("since")) return std::optional<std::int64_t>{};
  const std::string given = arguments.value("since");
  const std::optional<Date> date = date_of_iso(given);
  if (!date)
    return fail(Fault::bad_input, "--since takes a day such as 2026-03-01, not \"" + given + "\"");
  return std::optional<std::int64_t>{days_of(*date) * kDaySeconds};
}

Result<ExplainOptions> explain_options(const Arguments& arguments, const Door& door) {
  ExplainOptions options{.corpus = {.listen = door.listen}, .seed = door.seed};
  options.show_personal = arguments.has("show-pii");
  options.corpus.listen.read_again = arguments.has("csv");
  auto where = filters(arguments);
  if (!where) return tl::unexpected<Error>(std::move(where.error()));
  options.corpus.where = std::move(*where);
  auto from = since(arguments);
  if (!from) return tl::unexpected<Error>(std::move(from.error()));
  options.corpus.since = *from;
  auto top = arguments.number("top", 1, options.top);
  if (!top) return tl::unexpected<Error>(std::move(top.error()));
  options.top = *top;
  options.corpus.by = arguments.value("by");
  const bool private_column =
      options.corpus.by == "id" || options.corpus.by == "person" || options.corpus.by == "text";
  if (private_column) {
    return fail(Fault::bad_input,
                "--by compares groups of people: name a column such as brand or "
                "channel, not \"" +
                    options.corpus.by + "\"");
  }
  return options;
}

/// Ten records as they would be read.
int dry_run(const Door& door) {
  const auto shown = preview(door.files, door.listen);
  if (!shown) return refuse(shown.error());
  std::string out;
  for (const Assumption& assumption : shown->intake.assumed)
    out += "assumed: " + assumption.said + "\n";
  for (const Message& message : shown->messages) {
    out += fmt::format("\nrecord {}  id={}", message.row, message.id.text);
    if (!message.person.empty()) out += "  person=" + message.person;
    if (message.time) out += "  time=" + iso_date(day_of_seconds(*message.time));
    if (!message.brand.empty()) out += "  brand=" + message.brand;
    if (!message.channel.empty()) out += "  channel=" + message.channel;
    if (message.rating) out += fmt::format("  rating={}", *message.rating);
    out += "\n  " + shortened(message.text, 160) + "\n";
  }
  out += fmt::format("\n{} records read, {} rejected; nothing was written.\n", shown->intake.read,
                     shown->intake.rejected);
  std::string safe;
  for (std::size_t from = 0; from < out.size();) {
    const std::size_t end = std::min(out.find('\n', from), out.size());
    safe += for_terminal(std::string_view(out).substr(from, end - from)) + "\n";
    from = end + 1;
  }
  put(safe);
  say_intake(shown->intake);
  return kDone;
}

/// Writes the files that were asked for.
Result<void> write_files(const Arguments& arguments, const ReadCorpus& corpus,
                         const Explained& explained, const CorpusOptions& options) {
  const auto write = [&](std::string_view flag, const auto& make) -> Result<void> {
    if (!arguments.has(flag)) return {};
    Result<std::string> bytes = make();
    if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
    return replace_file(arguments.value(flag), *bytes);
  };
  const Explanation& explanation = explained.explanation;
  return write("html", [&] { return Result<std::string>(explanation_html(explanation)); })
      .and_then([&] {
        return write("md", [&] { return Result<std::string>(explanation_markdown(explanation)); });
      })
      .and_then([&] { return write("csv", [&] { return rows_csv(corpus, explained, options); }); })
      .and_then([&] {
        return write("save-map", [&] {
          return Result<std::string>(corpus.intake.mappings.empty()
                                         ? ""
                                         : write_mapping(corpus.intake.mappings.front(), '\n'));
        });
      });
}

bool colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0');
}

}  // namespace

int run_explain(const Arguments& arguments) {
  auto door = open_door(arguments);
  if (!door) return refuse(door.error(), kUsage);
  auto options = explain_options(arguments, *door);
  if (!options) return refuse(options.error(), kUsage);
  if (arguments.has("dry-run")) return dry_run(*door);

  std::optional<EarlierRound> before;
  if (arguments.has("compare-with")) {
    auto read = read_round(arguments.value("compare-with"));
    if (!read) return refuse(read.error());
    before = std::move(*read);
    options->before = &*before;
  }
  const auto models = load_models(models_dir(arguments));
  if (!models) return refuse(models.error());
  Progress progress;
  options->corpus.progress = std::ref(progress);
  const auto corpus = read_corpus(door->files, models->understander, options->corpus, door->pool);
  if (!corpus) return refuse(corpus.error());
  if (!corpus->missing.empty()) return refuse({Fault::bad_input, corpus->missing.front()}, kUsage);
  const Explained explained = explain(*corpus, *models, *options, door->pool);
  if (const auto written = write_files(arguments, *corpus, explained, options->corpus); !written) {
    return refuse(written.error());
  }
  say_intake(corpus->intake);
  put(arguments.has("json") ? explanation_json(explained.explanation)
                            : explanation_terminal(explained.explanation, {.colour = colour()}));
  return kDone;
}

}  // namespace attune

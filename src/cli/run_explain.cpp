// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <optional>

#include "attune/engine.h"
#include "attune/render.h"
#include "base/calendar.h"
#include "base/files.h"
#include "cli/door.h"
#include "cli/verbs.h"

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

Result<ExplainRequest> request_of(const Arguments& arguments, const Door& door) {
  ExplainRequest request{.input = door.input, .seed = door.seed};
  request.show_personal = arguments.has("show-pii");
  request.rows = arguments.has("csv");
  request.compare_with = arguments.value("compare-with");
  auto where = filters(arguments);
  if (!where) return tl::unexpected<Error>(std::move(where.error()));
  request.where = std::move(*where);
  auto from = since(arguments);
  if (!from) return tl::unexpected<Error>(std::move(from.error()));
  request.since = *from;
  auto top = arguments.number("top", 1, request.top);
  if (!top) return tl::unexpected<Error>(std::move(top.error()));
  request.top = *top;
  request.by = arguments.value("by");
  if (request.by == "id" || request.by == "person" || request.by == "text") {
    return fail(Fault::bad_input,
                "--by compares groups of people: name a column such as brand or "
                "channel, not \"" +
                    request.by + "\"");
  }
  return request;
}

/// Ten records as they would be read.
int dry_run(const Door& door) {
  const auto preview = look_at(door.input);
  if (!preview) return refuse(preview.error());
  put(render(*preview));
  say_intake(preview->intake);
  return kDone;
}

/// Writes the files that were asked for.
Result<void> write_files(const Arguments& arguments, const ExplainAnswer& answer) {
  const auto write = [&](std::string_view flag, const auto& make) -> Result<void> {
    if (!arguments.has(flag)) return {};
    return replace_file(arguments.value(flag), make());
  };
  const std::vector<Mapping>& mappings = answer.intake.mappings;
  return write("html", [&] { return render(answer.explanation, Form::html); })
      .and_then(
          [&] { return write("md", [&] { return render(answer.explanation, Form::markdown); }); })
      .and_then([&] { return write("csv", [&] { return answer.rows; }); })
      .and_then([&] {
        return write("save-map", [&] {
          return mappings.empty() ? std::string() : mapping_file(mappings.front());
        });
      });
}

Form form_of(const Arguments& arguments) {
  if (arguments.has("json")) return Form::json;
  return colour_wanted() ? Form::coloured : Form::terminal;
}

}  // namespace

int run_explain(const Arguments& arguments) {
  const auto door = open_door(arguments);
  if (!door) return refuse(door.error(), kUsage);
  auto request = request_of(arguments, *door);
  if (!request) return refuse(request.error(), kUsage);
  if (arguments.has("dry-run")) return dry_run(*door);

  const auto engine = Engine::load(models_dir(arguments), door->threads);
  if (!engine) return refuse(engine.error());
  Progress progress;
  request->progress = std::ref(progress);
  const auto answer = engine->explain(*request);
  if (!answer) return refuse(answer.error());
  if (!answer->missing.empty()) return refuse({Fault::bad_input, answer->missing.front()}, kUsage);
  if (const auto written = write_files(arguments, *answer); !written)
    return refuse(written.error());
  say_intake(answer->intake);
  put(render(answer->explanation, form_of(arguments)));
  return kDone;
}

}  // namespace attune

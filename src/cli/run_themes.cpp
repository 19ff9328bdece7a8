// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include "attune/engine.h"
#include "attune/render.h"
#include "cli/door.h"
#include "cli/verbs.h"

namespace attune {

namespace {

Result<ThemesRequest> request_of(const Arguments& arguments, const Door& door) {
  ThemesRequest request{
      .input = door.input, .seed = door.seed, .show_personal = arguments.has("show-pii")};
  const std::string unit = arguments.value("unit", "clause");
  if (unit != "clause" && unit != "message")
    return fail(Fault::bad_input, "--unit takes clause or message, not \"" + unit + "\"");
  request.unit = unit == "message" ? ThemeUnit::message : ThemeUnit::clause;
  const auto k = arguments.number("k", 1, 0);
  if (!k) return tl::unexpected<Error>(k.error());
  if (arguments.has("k")) request.k = *k;
  request.previous = arguments.value("previous");
  request.edits = arguments.value("edit");
  return request;
}

}  // namespace

int run_themes(const Arguments& arguments) {
  const auto door = open_door(arguments);
  if (!door) return refuse(door.error(), kUsage);
  auto request = request_of(arguments, *door);
  if (!request) return refuse(request.error(), kUsage);
  const auto engine = Engine::load(models_dir(arguments), door->threads);
  if (!engine) return refuse(engine.error());
  Progress progress;
  request->progress = std::ref(progress);
  const auto answer = engine->themes(*request);
  if (!answer) return refuse(answer.error());
  say_intake(answer->intake);
  if (!answer->refused.empty()) return refuse({Fault::bad_input, answer->refused}, kUsage);
  put(render(*answer, arguments.has("json") ? Form::json : Form::terminal));
  return kDone;
}

}  // namespace attune

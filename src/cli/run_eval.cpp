// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/json_out.h"
#include "cli/door.h"
#include "cli/verbs.h"
#include "engine/quality.h"

namespace attune {

namespace {

std::string json(const Evaluation& evaluation) {
  JsonOut out;
  out.begin_object().key("task").string(evaluation.task).key("measure").string(evaluation.measure);
  out.key("texts")
      .number(static_cast<std::uint64_t>(evaluation.texts))
      .key("value")
      .number(evaluation.value);
  out.key("interval").begin_array().number(evaluation.low).number(evaluation.high).end_array();
  out.key("trivial").number(evaluation.trivial).key("calibration_error");
  if (evaluation.calibration_error < 0) {
    out.null();
  } else {
    out.number(evaluation.calibration_error);
  }
  out.key("model_bytes").number(static_cast<std::uint64_t>(evaluation.model_bytes)).end_object();
  out.newline();
  return out.take();
}

std::string text(const Evaluation& evaluation) {
  std::string out = fmt::format(
      "{}: {} {:.3f} (95 % interval {:.3f} to {:.3f}) on {} texts; the best answer that ignores "
      "the text: {:.3f}",
      evaluation.task, evaluation.measure, evaluation.value, evaluation.low, evaluation.high,
      evaluation.texts, evaluation.trivial);
  if (evaluation.calibration_error >= 0)
    out += fmt::format("; calibration error {:.3f}", evaluation.calibration_error);
  out += fmt::format("; model {:.1f} MB", static_cast<double>(evaluation.model_bytes) / 1e6);
  if (evaluation.texts_per_second > 0)
    out += fmt::format(", {:.0f} texts/s", evaluation.texts_per_second);
  return out + "\n";
}

}  // namespace

int run_eval(const Arguments& arguments) {
  if (arguments.files().size() != 2) {
    std::string tasks;
    for (const std::string_view task : quality_tasks()) tasks += " " + std::string(task);
    return refuse({Fault::bad_input, "name a task and a file with labels; tasks:" + tasks}, kUsage);
  }
  const auto seed = arguments.number("seed", 0, 1);
  if (!seed) return refuse(seed.error(), kUsage);
  const auto understander = Understander::load(models_dir(arguments));
  if (!understander) return refuse(understander.error());
  const auto all =
      judge(arguments.files()[0], arguments.files()[1], *understander, {.seed = *seed});
  if (!all) return refuse(all.error());
  for (const Evaluation& one : *all) put(arguments.has("json") ? json(one) : text(one));
  return kDone;
}

}  // namespace attune

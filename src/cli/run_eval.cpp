// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "attune/engine.h"
#include "base/json_out.h"
#include "cli/door.h"
#include "cli/verbs.h"

namespace attune {

namespace {

constexpr double kFairShift = .02;  ///< A head should not move by more when the writer is another.

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
  out.key("model_bytes").number(static_cast<std::uint64_t>(evaluation.model_bytes));
  if (!evaluation.groups.empty()) {
    out.key("groups").begin_array();
    for (const GroupError& one : evaluation.groups) {
      out.begin_object().key("group").string(one.group);
      out.key("texts").number(static_cast<std::uint64_t>(one.texts));
      out.key("wrong").number(static_cast<std::uint64_t>(one.wrong)).end_object();
    }
    out.end_array();
  }
  out.end_object();
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
  out += "\n";
  for (const GroupError& one : evaluation.groups) {
    out += fmt::format("  {}: wrong on {} of {} texts ({:.0f} %)\n",
                       one.group.empty() ? "(none)" : one.group, one.wrong, one.texts,
                       100 * static_cast<double>(one.wrong) / static_cast<double>(one.texts));
  }
  return out;
}

/// The heads that move most, axis by axis; all heads with --json.
int show_swaps(const Arguments& arguments, const Engine& engine) {
  auto shifts = engine.judge_swaps(arguments.files()[1]);
  if (!shifts) return refuse(shifts.error());
  if (arguments.has("json")) {
    for (const SwapShift& one : *shifts) {
      JsonOut out;
      out.begin_object().key("axis").string(one.axis).key("head").string(one.head);
      out.key("pairs").number(static_cast<std::uint64_t>(one.pairs)).key("mean").number(one.mean);
      out.key("bias").number(one.bias).end_object();
      out.newline();
      put(out.take());
    }
    return kDone;
  }
  std::ranges::stable_sort(*shifts, std::ranges::greater(), &SwapShift::mean);
  std::ranges::stable_sort(*shifts, {}, &SwapShift::axis);
  std::map<std::string, std::size_t> shown;
  for (const SwapShift& one : *shifts) {
    if (one.mean <= kFairShift && shown[one.axis] > 0) continue;
    ++shown[one.axis];
    put(fmt::format(
        "swapped {}: {} moves by {:.3f} on average ({:+.3f} to the second), {} pairs{}\n", one.axis,
        one.head, one.mean, one.bias, one.pairs, one.mean > kFairShift ? "; more than .02" : ""));
  }
  return kDone;
}

}  // namespace

int run_eval(const Arguments& arguments) {
  const std::string task = arguments.files().empty() ? "" : arguments.files().front();
  if (task == "copy" && arguments.files().size() > 1) return run_eval_copy(arguments);
  if (arguments.files().size() != 2) {
    std::string tasks;
    for (const std::string_view known : judged_tasks()) tasks += " " + std::string(known);
    tasks += " swaps names copy";
    return refuse({Fault::bad_input, "name a task and a file with labels; tasks:" + tasks}, kUsage);
  }
  if (task == "names") return run_eval_names(arguments);
  const auto seed = arguments.number("seed", 0, 1);
  if (!seed) return refuse(seed.error(), kUsage);
  const auto engine = Engine::load(models_dir(arguments), 1);
  if (!engine) return refuse(engine.error());
  if (task == "swaps") return show_swaps(arguments, *engine);
  const auto all =
      engine->judge(task, arguments.files()[1], {.seed = *seed, .by = arguments.value("by")});
  if (!all) return refuse(all.error());
  for (const Evaluation& one : *all) put(arguments.has("json") ? json(one) : text(one));
  return kDone;
}

}  // namespace attune

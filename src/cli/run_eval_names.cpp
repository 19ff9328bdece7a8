// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "attune/engine.h"
#include "base/json_out.h"
#include "cli/door.h"
#include "cli/verbs.h"

namespace attune {

namespace {

double part(std::uint64_t count, std::uint64_t of) {
  return of == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(of);
}

std::string json(const NameQuality& quality) {
  const Share& agreed = quality.agreed;
  JsonOut out;
  out.begin_object().key("task").string("names").key("measure").string("agreement");
  out.key("texts").number(quality.texts).key("themes").number(quality.themes);
  out.key("value").number(agreed.value()).key("interval").begin_array();
  out.number(agreed.interval.low).number(agreed.interval.high).end_array();
  out.key("matched").number(part(quality.matched, quality.texts));
  out.key("trivial").number(part(quality.largest, quality.texts)).end_object();
  out.newline();
  return out.take();
}

std::string text(const NameQuality& quality) {
  const Share& agreed = quality.agreed;
  return fmt::format(
      "names: agreement {:.3f} (95 % interval {:.3f} to {:.3f}) on {} held-out texts of {} themes; "
      "{:.3f} share a word with any name; always the largest theme: {:.3f}\n",
      agreed.value(), agreed.interval.low, agreed.interval.high, quality.texts, quality.themes,
      part(quality.matched, quality.texts), part(quality.largest, quality.texts));
}

}  // namespace

int run_eval_names(const Arguments& arguments) {
  const auto seed = arguments.number("seed", 0, 1);
  if (!seed) return refuse(seed.error(), kUsage);
  const auto engine = Engine::load(models_dir(arguments), 0);
  if (!engine) return refuse(engine.error());
  const auto quality = engine->judge_names(std::span(arguments.files()).subspan(1), *seed);
  if (!quality) return refuse(quality.error());
  put(arguments.has("json") ? json(*quality) : text(*quality));
  return kDone;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "attune/linter.h"
#include "base/json_out.h"
#include "cli/door.h"
#include "cli/verbs.h"

namespace attune {

namespace {

void add_share(std::string_view name, const Share& share, JsonOut& out) {
  out.key(name).begin_array().number(share.count).number(share.of).end_array();
}

std::string json(const CopyQuality& quality, const std::string& set) {
  JsonOut out;
  out.begin_object().key("task").string("copy").key("set").string(set);
  add_share("warned", quality.warned, out);
  add_share("scored", quality.scored, out);
  add_share("found", quality.found, out);
  add_share("named", quality.named, out);
  out.key("rules").begin_object();
  for (const auto& [rule, record] : quality.rules) {
    out.key(rule).begin_array();
    out.number(record.named).number(record.pressed).number(record.wrong).end_array();
  }
  out.end_object().end_object();
  out.newline();
  return out.take();
}

std::string line(std::string_view what, const Share& share) {
  return fmt::format("copy: {} {:.3f} (95 % interval {:.3f} to {:.3f}) of {} lines\n", what,
                     share.value(), share.interval.low, share.interval.high, share.of);
}

std::string text(const CopyQuality& quality) {
  return line("honest, with a warning:", quality.warned) +
         line("honest, manipulation_p of .5 or more:", quality.scored) +
         line("pressing, found:", quality.found) +
         line("pressing, found and rightly named:", quality.named);
}

/// The files' names without folders and endings.
std::string names_of(std::span<const std::string> files) {
  std::string all;
  for (const std::string& file : files) {
    std::string name = file.substr(file.find_last_of('/') + 1);
    name = name.substr(0, name.find('.'));
    all += (all.empty() ? "" : ", ") + name;
  }
  return all;
}

}  // namespace

int run_eval_copy(const Arguments& arguments) {
  const auto files = std::span(arguments.files()).subspan(1);
  const auto linter = Linter::load(models_dir(arguments), 1);
  if (!linter) return refuse(linter.error());
  const auto quality = linter->judge(files);
  if (!quality) return refuse(quality.error());
  put(arguments.has("json") ? json(*quality, names_of(files)) : text(*quality));
  return kDone;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "attune/engine.h"
#include "base/files.h"
#include "cli/door.h"
#include "cli/verbs.h"

namespace attune {

namespace {

std::string heads_table(const TrainReport& report, std::size_t bytes) {
  std::string out = fmt::format(
      "{} examples, {} features, {} bytes\n\n{:<24} {:>7} {:>7} {:>6} {:>9} {:>6}\n",
      report.examples, report.features, bytes, "output", "texts", "yes", "F1", "threshold", "ECE");
  for (const OutputReport& output : report.outputs) {
    out += fmt::format("{:<24} {:>7} {:>7} {:>6.3f} {:>9.3f} {:>6.3f}\n", output.name, output.texts,
                       output.yes, output.f1, output.threshold, output.calibration_error);
  }
  return out + "\nFigures are of texts that the heads did not see (cross-fitting).\n";
}

/// Does the recipe name a file that is called so? It may be one that is learnt from.
bool names_file(const std::string& recipe, std::string_view name) {
  constexpr std::size_t kMostBytes = 1U << 20U;
  const auto bytes = read_file(recipe, kMostBytes);
  if (!bytes) return false;  // Whoever reads it says why not.
  const std::string end = std::string(name) + '"';
  return bytes->find('"' + end) != std::string::npos || bytes->find('/' + end) != std::string::npos;
}

}  // namespace

int run_train(const Arguments& arguments) {
  if (arguments.files().size() != 1)
    return refuse({Fault::bad_input, "name one recipe, such as train/heads.json"}, kUsage);
  if (!arguments.has("out"))
    return refuse({Fault::bad_input, "--out says where the model goes"}, kUsage);
  const auto threads = threads_of(arguments);
  if (!threads) return refuse(threads.error(), kUsage);
  const std::string out = arguments.value("out");
  if (names_file(arguments.files()[0], file_name(out))) {
    return refuse({Fault::bad_input,
                   "--out " + out + ": the recipe names a file that is called so; name another"},
                  kUsage);
  }
  const auto report =
      train(arguments.files()[0], arguments.values("data"), models_dir(arguments), *threads);
  if (!report) return refuse(report.error());
  if (const auto written = replace_file(out, report->model); !written)
    return refuse(written.error());
  if (report->heads) put(heads_table(*report->heads, report->model.size()));
  if (report->spans) {
    put(fmt::format("{} texts, {} marked spans, {} bytes\n", report->spans->texts,
                    report->spans->spans, report->model.size()));
  }
  return kDone;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "cli/outputs.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "attune/engine.h"
#include "base/new_file.h"
#include "cli/door.h"

namespace attune {

namespace {

namespace fs = std::filesystem;

/// What makes two names the same file: links and spellings do not count. Of a file that is yet to
/// be made, the folder and the name do.
struct Identity {
  std::optional<std::pair<dev_t, ino_t>> there;
  std::string place;  ///< Without links.
};

bool same(const Identity& a, const Identity& b) {
  if (a.there || b.there) return a.there == b.there;
  return a.place == b.place;
}

std::string place_of(const std::string& path) {
  std::error_code error;
  const std::string place = fs::weakly_canonical(fs::absolute(path, error), error).string();
  return error ? path : place;
}

/// None for what no output can destroy: folders, pipes, devices.
std::optional<Identity> identity(const struct stat& about, std::string place) {
  if (!S_ISREG(about.st_mode)) return std::nullopt;
  return Identity{.there = {{about.st_dev, about.st_ino}}, .place = std::move(place)};
}

std::optional<Identity> identity(const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) == 0) return identity(about, place_of(path));
  return Identity{.there = {}, .place = place_of(path)};
}

std::optional<Identity> identity_of_descriptor(int number) {
  struct stat about {};
  if (::fstat(number, &about) != 0) return std::nullopt;
  return identity(about, {});
}

struct Output {
  std::string said;  ///< "--html report.html"
  std::string flag;  ///< "--html": what to give another path.
  std::string path;
  Identity identity;
  bool beside = false;  ///< The rejects of a file: nobody has named them.
};

struct Input {
  std::string said;  ///< "reviews.csv" or "--map columns.map"
  std::string path;
  std::optional<Identity> identity;
  std::string folder;  ///< Any file in it may be read; "" where the input is a file.
};

std::string dashed(const Flag& flag) {
  return "--" + std::string(flag.name);
}

void add_output(std::vector<Output>& all, Output output, const std::optional<Identity>& identity) {
  if (!identity) return;
  output.identity = *identity;
  all.push_back(std::move(output));
}

std::vector<Output> outputs_of(const Verb& verb, const Arguments& arguments) {
  std::vector<Output> all;
  for (const Flag& flag : verb.flags) {
    if (flag.takes != Takes::output && flag.takes != Takes::spare) continue;
    for (const std::string& path : arguments.values(flag.name)) {
      add_output(all, {.said = dashed(flag) + " " + path, .flag = dashed(flag), .path = path},
                 identity(path));
    }
    if (flag.takes != Takes::spare || arguments.has(flag.name)) continue;
    for (const std::string& file : arguments.files()) {
      const std::string path = rejects_beside(file);
      if (file == "-") continue;
      add_output(
          all,
          {.said = "the rejects of " + file, .flag = dashed(flag), .path = path, .beside = true},
          identity(path));
    }
  }
  add_output(all, {.said = "standard output", .flag = "standard output", .path = "-"},
             identity_of_descriptor(STDOUT_FILENO));
  return all;
}

/// "-" is standard input.
Input input_of(std::string said, const std::string& path) {
  std::error_code ignored;
  const bool folder = fs::is_directory(path, ignored);
  return {.said = std::move(said),
          .path = path,
          .identity = path == "-" ? identity_of_descriptor(STDIN_FILENO) : identity(path),
          .folder = folder ? place_of(path) + "/" : ""};
}

std::vector<Input> inputs_of(const Verb& verb, const Arguments& arguments) {
  std::vector<Input> all;
  for (const std::string& file : arguments.files()) {
    all.push_back(input_of(file == "-" ? "standard input" : file, file));
    all.back().folder.clear();  // Of a folder, only copy is read: see may_write_baseline().
  }
  for (const Flag& flag : verb.flags) {
    if (flag.takes != Takes::input && flag.takes != Takes::stream) continue;
    std::vector<std::string> given = arguments.values(flag.name);
    if (flag.name == "models" && given.empty()) given.push_back(models_dir(arguments));
    for (const std::string& path : given) {
      all.push_back(input_of(dashed(flag) + " " + path, path));
    }
  }
  return all;
}

std::string another_place(const Output& output) {
  return output.flag == "standard output" ? "send it to another file"
                                          : "give " + output.flag + " another path";
}

bool would_destroy(const Output& output, const Input& input) {
  const Identity& written = output.identity;
  if (!written.there) return false;
  if (!input.folder.empty()) return written.place.starts_with(input.folder);
  if (!input.identity || !same(*input.identity, written)) return false;
  return !output.beside || !is_rejects_file(input.path);  // Those of an earlier run are our own.
}

Result<void> keep_inputs(const std::vector<Output>& outputs, const std::vector<Input>& inputs) {
  for (const Output& output : outputs) {
    for (const Input& input : inputs) {
      if (!would_destroy(output, input)) continue;
      return fail(Fault::bad_input, fmt::format("{} would overwrite {}, which is read; {}",
                                                output.said, input.said, another_place(output)));
    }
  }
  return {};
}

Result<void> keep_outputs_apart(const std::vector<Output>& outputs) {
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!same(outputs[i].identity, outputs[j].identity)) continue;
      if (outputs[i].beside && outputs[j].beside) continue;  // A file that is given twice.
      if (is_open_already(outputs[j].path) && outputs[i].path == "-") continue;  // /dev/stdout
      return fail(Fault::bad_input, fmt::format("{} and {} are the same file; {}", outputs[j].said,
                                                outputs[i].said, another_place(outputs[j])));
    }
  }
  return {};
}

}  // namespace

Result<void> check_outputs(const Verb& verb, const Arguments& arguments) {
  const std::vector<Output> outputs = outputs_of(verb, arguments);
  if (!outputs.empty()) {
    if (auto kept = keep_inputs(outputs, inputs_of(verb, arguments)); !kept) return kept;
    if (auto apart = keep_outputs_apart(outputs); !apart) return apart;
  }
  for (const Flag& flag : verb.flags) {
    if (flag.takes != Takes::output || !arguments.has(flag.name)) continue;
    if (auto can = can_replace(arguments.value(flag.name)); !can) {
      return within(dashed(flag), std::move(can.error()));
    }
  }
  return {};
}

}  // namespace attune

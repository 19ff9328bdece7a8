// SPDX-License-Identifier: Apache-2.0
#include "cli/outputs.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/new_file.h"
#include "cli/door.h"

namespace attune {

namespace {

namespace fs = std::filesystem;

/// What makes two names the same file: links and spellings do not count. Of a file that is yet to
/// be made, the folder and the name do.
struct Identity {
  std::optional<std::pair<dev_t, ino_t>> there;
  std::string place;

  friend bool operator==(const Identity&, const Identity&) = default;
};

/// None for what no output can destroy: folders, pipes, devices.
std::optional<Identity> identity(const struct stat& about) {
  if (!S_ISREG(about.st_mode)) return std::nullopt;
  return Identity{.there = {{about.st_dev, about.st_ino}}, .place = {}};
}

std::optional<Identity> identity(const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) == 0) return identity(about);
  std::error_code error;
  const std::string place = fs::weakly_canonical(fs::absolute(path, error), error).string();
  return Identity{.there = {}, .place = error ? path : place};
}

std::optional<Identity> identity_of_descriptor(int number) {
  struct stat about {};
  if (::fstat(number, &about) != 0) return std::nullopt;
  return identity(about);
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
  bool below = false;  ///< In a folder that is given: it may be read.
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
      const std::string path = rejects_path_of(file);
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

/// The files below a folder: each of them may be read.
void add_folder(std::vector<Input>& all, const Input& folder) {
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder.path, error), end; !error && it != end;
       it.increment(error)) {
    const std::string path = it->path().string();
    all.push_back({.said = folder.said, .path = path, .identity = identity(path), .below = true});
  }
}

std::vector<Input> inputs_of(const Verb& verb, const Arguments& arguments) {
  std::vector<Input> all;
  for (const std::string& file : arguments.files()) {
    const bool standard = file == "-";
    all.push_back({.said = standard ? "standard input" : file,
                   .path = file,
                   .identity = standard ? identity_of_descriptor(STDIN_FILENO) : identity(file)});
  }
  for (const Flag& flag : verb.flags) {
    if (flag.takes != Takes::input && flag.takes != Takes::stream) continue;
    std::vector<std::string> given = arguments.values(flag.name);
    if (flag.name == "models" && given.empty()) given.push_back(models_dir(arguments));
    for (const std::string& path : given) {
      const Input input{dashed(flag) + " " + path, path,
                        path == "-" ? identity_of_descriptor(STDIN_FILENO) : identity(path)};
      std::error_code ignored;
      if (flag.value == "DIR" && fs::is_directory(path, ignored)) add_folder(all, input);
      all.push_back(input);
    }
  }
  return all;
}

std::string another_place(const Output& output) {
  return output.flag == "standard output" ? "send it to another file"
                                          : "give " + output.flag + " another path";
}

Result<void> keep_inputs(const std::vector<Output>& outputs, const std::vector<Input>& inputs) {
  for (const Output& output : outputs) {
    for (const Input& input : inputs) {
      if (!input.identity || !input.identity->there || *input.identity != output.identity) continue;
      if (input.below && output.path == "-")
        continue;  // A log among the data, say: opened already.
      if (output.beside && holds_rejects(input.path)) continue;  // Of an earlier run: our own.
      return fail(Fault::bad_input, fmt::format("{} would overwrite {}, which is read; {}",
                                                output.said, input.said, another_place(output)));
    }
  }
  return {};
}

Result<void> keep_outputs_apart(const std::vector<Output>& outputs) {
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (outputs[i].identity != outputs[j].identity) continue;
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

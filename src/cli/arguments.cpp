// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

namespace attune {

namespace {

std::string dashed(const Flag& flag) {
  return "--" + std::string(flag.name);
}

/// Is this a value of `flag`, or the flag that follows one whose value was forgotten? Words that
/// begin with a dash are given as --by=-10%, files as ./-name.
bool may_be_value(const Flag& flag, std::string_view value, std::span<const std::string> words) {
  if (!value.starts_with('-')) return true;
  if (flag.takes == Takes::stream) return value == "-";
  if (flag.takes != Takes::words) return false;
  const bool number = value.size() > 1 && value[1] >= '0' && value[1] <= '9';
  return number || std::ranges::find(words, dashed(flag) + "=" + std::string(value)) != words.end();
}

std::string needs(const Flag& flag) {
  return fmt::format("{} needs its {}", dashed(flag), flag.value);
}

/// How to write a value that begins with a dash.
std::string instead(const Flag& flag, const std::string& value) {
  const bool output = flag.takes == Takes::output || flag.takes == Takes::spare;
  if (output && value == "-") return "standard output is /dev/stdout";
  return "if that is meant, write " + (flag.takes == Takes::words ? dashed(flag) + "=" : "./") +
         value;
}

/// Refuses an empty value, a flag in its place, and values of which only one would count.
Result<void> check_values(const Flag& flag, const std::vector<std::string>& given,
                          std::span<const std::string> words) {
  for (const std::string& value : given) {
    if (value.empty()) return fail(Fault::bad_input, needs(flag) + ", and it is empty");
    if (may_be_value(flag, value, words)) continue;
    return fail(Fault::bad_input,
                fmt::format("{}, not \"{}\" ({})", needs(flag), value, instead(flag, value)));
  }
  if (given.size() > 1 && !flag.repeats) {
    return fail(Fault::bad_input,
                fmt::format("{} is given more than once (\"{}\" and \"{}\"); give it once",
                            dashed(flag), given[0], given[1]));
  }
  return {};
}

Result<void> check_files(const std::vector<std::string>& files) {
  for (const std::string& file : files) {
    if (file.empty()) {
      return fail(Fault::bad_input, "the name of a file is empty; was a variable not set?");
    }
  }
  if (std::count(files.begin(), files.end(), "-") > 1) {
    return fail(Fault::bad_input, "standard input (-) can be read only once");
  }
  return {};
}

/// What is wrong with `words`, that the library calls `fault`.
Error not_understood(const Verb& verb, std::span<const std::string> words, const char* fault) {
  for (const Flag& flag : verb.flags) {
    const bool without = (!words.empty() && words.back() == dashed(flag)) ||
                         std::ranges::find(words, dashed(flag) + "=") != words.end();
    if (flag.takes != Takes::nothing && without) return {Fault::bad_input, needs(flag)};
  }
  return {Fault::bad_input, fmt::format("{} (see attune {} --help)", fault, verb.name)};
}

}  // namespace

Result<Arguments> Arguments::parse(const Verb& verb, std::span<const std::string> words) {
  CLI::App app;
  app.set_help_flag();
  Arguments out;
  bool help = false;
  app.add_flag("--help,-h", help);
  app.add_option("files", out.files_);
  std::map<std::string_view, bool> switches;
  for (const Flag& flag : verb.flags) {
    const std::string name = dashed(flag);
    if (flag.takes == Takes::nothing) {
      app.add_flag(name, switches[flag.name]);
    } else {
      app.add_option(name, out.flags_[std::string(flag.name)])
          ->expected(1)
          ->take_all()
          ->allow_extra_args(false);
    }
  }
  std::vector<std::string> reversed(words.rbegin(), words.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    return tl::unexpected(not_understood(verb, words, error.what()));
  }
  for (const Flag& flag : verb.flags) {
    const auto given = out.flags_.find(flag.name);
    if (help || given == out.flags_.end()) continue;
    if (auto ok = check_values(flag, given->second, words); !ok) return tl::unexpected(ok.error());
  }
  if (auto ok = check_files(out.files_); !ok) return tl::unexpected(ok.error());
  std::erase_if(out.flags_, [](const auto& flag) { return flag.second.empty(); });
  for (const auto& [name, on] : switches) {
    if (on) out.flags_[std::string(name)] = {"true"};
  }
  out.help_ = help;
  return out;
}

bool Arguments::has(std::string_view flag) const {
  return flags_.find(flag) != flags_.end();
}

const std::vector<std::string>& Arguments::values(std::string_view flag) const {
  static const std::vector<std::string> kNone;
  const auto at = flags_.find(flag);
  return at == flags_.end() ? kNone : at->second;
}

std::string Arguments::value(std::string_view flag, const std::string& otherwise) const {
  const std::vector<std::string>& given = values(flag);
  return given.empty() ? otherwise : given.back();
}

Result<std::uint64_t> Arguments::number(std::string_view flag, std::uint64_t least,
                                        std::uint64_t otherwise) const {
  if (!has(flag)) return otherwise;
  const std::string text = value(flag);
  std::uint64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size() || number < least) {
    return fail(Fault::bad_input, "--" + std::string(flag) + " takes a whole number of at least " +
                                      std::to_string(least) + ", not \"" + text + "\"");
  }
  return number;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <charconv>

namespace attune {

Result<Arguments> Arguments::parse(const Verb& verb, std::span<const std::string> words) {
  CLI::App app;
  app.set_help_flag();
  Arguments out;
  bool help = false;
  app.add_flag("--help,-h", help);
  app.add_option("files", out.files_);
  std::map<std::string_view, bool> switches;
  for (const Flag& flag : verb.flags) {
    const std::string name = "--" + std::string(flag.name);
    if (flag.value.empty()) {
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
    return fail(Fault::bad_input,
                std::string(error.what()) + " (see attune " + std::string(verb.name) + " --help)");
  }
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

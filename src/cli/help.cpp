// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"

#include <fmt/format.h>

namespace attune {

namespace {

constexpr std::string_view kStatus =
    "Exit status: 0 done, 2 wrong usage, 3 input, model or output refused (the message says what, "
    "where and "
    "what to do).";

std::string spelled(const Flag& flag) {
  return flag.value.empty() ? fmt::format("--{}", flag.name)
                            : fmt::format("--{} {}", flag.name, flag.value);
}

/// `text` in lines of at most `width` bytes, each but the first indented.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  std::string out;
  std::size_t column = indent;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t space = std::min(text.find(' ', from), text.size());
    if (column > indent && column + 1 + (space - from) > width) {
      out += '\n';
      out.append(indent, ' ');
      column = indent;
    } else if (from > 0) {
      out += ' ';
      ++column;
    }
    out += text.substr(from, space - from);
    column += space - from;
    from = space + 1;
  }
  return out;
}

}  // namespace

std::string overview() {
  std::string out =
      "attune listens to what customers say and names the one or two problems worth solving.\n\n";
  for (const Verb& verb : verbs()) {
    out += fmt::format("  attune {:<11} {}\n", verb.name, verb.summary);
  }
  return out + "\nattune VERB --help says more; attune --version names the build.\n";
}

std::string help_of(const Verb& verb) {
  constexpr std::size_t kIndent = 24;
  constexpr std::size_t kWidth = 80;
  std::string out = fmt::format("attune {} {} [flags]\n\n{}\n{}\n\n", verb.name, verb.files,
                                verb.summary, wrapped(verb.detail, 0, kWidth));
  for (const Flag& flag : verb.flags) {
    std::string name = "  " + spelled(flag);
    name += name.size() + 1 < kIndent ? std::string(kIndent - name.size(), ' ')
                                      : "\n" + std::string(kIndent, ' ');
    out += name + wrapped(flag.help, kIndent, kWidth) + "\n";
  }
  return out + fmt::format("\nExample: {}\n\n{}\n", verb.example, wrapped(kStatus, 0, kWidth));
}

std::string commands_markdown() {
  std::string out =
      "# Commands\n\nMade from the table in `src/cli/verbs.cpp`; a test fails where the two "
      "differ.\n\n" +
      std::string(kStatus) + "\n";
  for (const Verb& verb : verbs()) {
    out += fmt::format(
        "\n## attune {} {}\n\n{}\n\n{}\n\n    {}\n\n| flag | what it does |\n| --- | --- |\n",
        verb.name, verb.files, verb.summary, verb.detail, verb.example);
    for (const Flag& flag : verb.flags) {
      std::string name = spelled(flag);
      for (std::size_t bar = name.find('|'); bar != std::string::npos;
           bar = name.find('|', bar + 2)) {
        name.insert(bar, 1, '\\');
      }
      out += fmt::format("| `{}` | {} |\n", name, flag.help);
    }
  }
  return out;
}

}  // namespace attune

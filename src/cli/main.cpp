// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include "base/unfinished.h"
#include "cli/arguments.h"
#include "cli/door.h"
#include "cli/help.h"
#include "cli/verbs.h"

namespace attune {
namespace {

int run(const std::vector<std::string>& words) {
  if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    put(overview());
    return words.empty() ? kUsage : kDone;
  }
  if (words[0] == "--version") {
    put("attune " ATTUNE_VERSION "\n");
    return kDone;
  }
  if (words[0] == "--commands-markdown") {
    put(commands_markdown());
    return kDone;
  }
  for (const Verb& verb : verbs()) {
    if (verb.name != words[0]) continue;
    const auto arguments = Arguments::parse(verb, std::span(words).subspan(1));
    if (!arguments) return refuse(arguments.error(), kUsage);
    if (!arguments->help()) return verb.run(*arguments);
    put(help_of(verb));
    return kDone;
  }
  return refuse(
      {Fault::bad_input, "there is no verb \"" + words[0] + "\"; attune --help lists them"},
      kUsage);
}

}  // namespace
}  // namespace attune

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  attune::remove_unfinished_on_signals();
  try {
    return attune::run({argv + 1, argv + argc});
  } catch (const std::bad_alloc&) {
    return attune::refuse({attune::Fault::unavailable, "out of memory; try a part of the file"});
  } catch (const std::exception& error) {
    return attune::refuse(
        {attune::Fault::internal,
         std::string("this is a fault of attune's, please report it: ") + error.what()});
  }
}

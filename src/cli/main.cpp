// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include "base/unfinished.h"
#include "cli/arguments.h"
#include "cli/door.h"
#include "cli/help.h"
#include "cli/outputs.h"
#include "cli/verbs.h"

namespace attune {
namespace {

/// Where a standard descriptor is closed, the next file to be opened would take its number, and
/// what is printed would go there. What holds its place refuses to be read and written.
void hold_standard_places() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(number, F_GETFD) >= 0 || errno != EBADF) continue;
    const int held = ::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (held != number) ::close(held);  // Not to be: the lowest free number is taken.
  }
}

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
    if (arguments->help()) {
      put(help_of(verb));
      return kDone;
    }
    const auto apart = check_outputs(verb, *arguments);
    if (!apart) {
      return refuse(apart.error(), apart.error().fault == Fault::bad_input ? kUsage : kRefused);
    }
    return verb.run(*arguments);
  }
  return refuse(
      {Fault::bad_input, "there is no verb \"" + words[0] + "\"; attune --help lists them"},
      kUsage);
}

}  // namespace
}  // namespace attune

int main(int argc, char** argv) {
  attune::hold_standard_places();
  std::signal(SIGPIPE, SIG_IGN);  // Both are faults of a write, which are handled there.
  std::signal(SIGXFSZ, SIG_IGN);
  attune::remove_unfinished_on_signals();
  try {
    return attune::after_output(attune::run({argv + 1, argv + argc}));
  } catch (const std::bad_alloc&) {
    return attune::refuse({attune::Fault::unavailable, "out of memory; try a part of the file"});
  } catch (const std::exception& error) {
    return attune::refuse(
        {attune::Fault::internal,
         std::string("this is a fault of attune's, please report it: ") + error.what()});
  }
}

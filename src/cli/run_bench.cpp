// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "attune/signature.h"
#include "cli/door.h"
#include "cli/verbs.h"

namespace attune {

namespace {

/// The bytes behind one line of the signature.
int show_room(std::span<const RoomOutput> rooms, const std::string& name) {
  const auto room = std::ranges::find(rooms, name, &RoomOutput::room);
  if (room == rooms.end()) {
    std::string names;
    for (const RoomOutput& one : rooms) names += " " + std::string(one.room);
    return refuse({Fault::bad_input, "--show takes one of" + names + ", not \"" + name + "\""},
                  kUsage);
  }
  put(room->bytes);
  return kDone;
}

}  // namespace

int run_bench(const Arguments& arguments) {
  if (!arguments.has("signature") || !arguments.files().empty()) {
    return refuse({Fault::bad_input, "say what is asked for: --signature, and no file"}, kUsage);
  }
  const auto threads = threads_of(arguments);
  if (!threads) return refuse(threads.error(), kUsage);
  const auto rooms = signature(models_dir(arguments), *threads);
  if (!rooms) {
    return refuse(
        within("the corpus is read from the top folder of attune's source", rooms.error()).value());
  }
  if (arguments.has("show")) return show_room(*rooms, arguments.value("show"));
  put(signature_lines(*rooms));
  return kDone;
}

}  // namespace attune

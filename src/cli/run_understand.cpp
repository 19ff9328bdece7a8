// SPDX-License-Identifier: Apache-2.0
#include "cli/door.h"
#include "cli/verbs.h"
#include "engine/understand_files.h"

namespace attune {

int run_understand(const Arguments& arguments) {
  auto door = open_door(arguments);
  if (!door) return refuse(door.error(), kUsage);
  const auto understander = Understander::load(models_dir(arguments));
  if (!understander) return refuse(understander.error());
  const auto intake = understand_files(door->files, *understander, door->listen, door->pool,
                                       [](std::string_view lines) { return put(lines); });
  if (!intake) return refuse(intake.error());
  say_intake(*intake);
  return kDone;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "attune/engine.h"
#include "cli/door.h"
#include "cli/verbs.h"

namespace attune {

int run_understand(const Arguments& arguments) {
  const auto door = open_door(arguments);
  if (!door) return refuse(door.error(), kUsage);
  const auto engine = Engine::load(models_dir(arguments), door->threads);
  if (!engine) return refuse(engine.error());
  const auto intake =
      engine->understand(door->input, [](std::string_view lines) { return put(lines); });
  if (!intake) return refuse(intake.error());
  say_intake(*intake);
  return kDone;
}

}  // namespace attune

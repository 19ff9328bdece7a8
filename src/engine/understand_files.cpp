// SPDX-License-Identifier: Apache-2.0
#include "engine/understand_files.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "attune/care.h"
#include "base/spares.h"
#include "engine/batch.h"
#include "report/json/reading_json.h"

namespace attune {

Result<Intake> understand_files(std::span<const std::string> paths,
                                const Understander& understander, const ListenOptions& options,
                                const Pool& pool,
                                const std::function<bool(std::string_view)>& sink) {
  Batch batch;
  std::vector<JsonOut> pages;  // One a chunk; kept, and with them their room.
  Spares<Understander::State> spare;
  bool wanted = true;
  const auto flush = [&] {
    const std::size_t chunk = batch.chunk();
    pages.resize((batch.size() + chunk - 1) / chunk);
    pool.for_each_chunk(batch.size(), chunk, [&](std::size_t begin, std::size_t end) {
      auto state = spare.take();
      JsonOut& out = pages[begin / chunk];
      out.clear();
      Reading reading;
      CareSigns care;
      for (std::size_t i = begin; i < end; ++i) {
        understander.read(batch[i].text, *state, reading, care);
        reading_json(out, batch[i].id, reading, care);
      }
      spare.give_back(std::move(state));
    });
    for (const JsonOut& page : pages) wanted = wanted && sink(page.written());
    batch.clear();
  };
  ListenOptions until = options;
  until.stop = [&wanted] { return !wanted; };
  auto intake = listen(paths, until, [&](Message&& message) {
    batch.add(std::move(message));
    if (batch.full()) flush();
  });
  if (wanted) flush();
  return intake;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "engine/understand_files.h"

#include <utility>
#include <vector>

#include "base/spares.h"
#include "report/json.h"

namespace attune {

namespace {

constexpr std::size_t kBatch = 4096;
constexpr std::size_t kChunk = 256;

}  // namespace

Result<Intake> understand_files(std::span<const std::string> paths,
                                const Understander& understander, const ListenOptions& options,
                                const Pool& pool,
                                const std::function<void(std::string_view)>& sink) {
  std::vector<Message> batch;
  std::vector<JsonOut> pages;  // One a chunk; kept, and with them their room.
  Spares<Understander::State> spare;
  const auto flush = [&] {
    pages.resize((batch.size() + kChunk - 1) / kChunk);
    pool.for_each_chunk(batch.size(), kChunk, [&](std::size_t begin, std::size_t end) {
      auto state = spare.take();
      JsonOut& out = pages[begin / kChunk];
      out.clear();
      Reading reading;
      for (std::size_t i = begin; i < end; ++i) {
        understander.read(batch[i].text, *state, reading);
        reading_json(out, batch[i].id, reading);
      }
      spare.give_back(std::move(state));
    });
    for (const JsonOut& page : pages) sink(page.written());
    batch.clear();
  };
  auto intake = listen(paths, options, [&](Message&& message) {
    batch.push_back(std::move(message));
    if (batch.size() == kBatch) flush();
  });
  flush();
  return intake;
}

}  // namespace attune

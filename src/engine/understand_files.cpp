// SPDX-License-Identifier: Apache-2.0
#include "engine/understand_files.h"

#include <vector>

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
  std::vector<std::string> lines;
  const auto flush = [&] {
    lines.assign((batch.size() + kChunk - 1) / kChunk, {});
    pool.for_each_chunk(batch.size(), kChunk, [&](std::size_t begin, std::size_t end) {
      Understander::State state;
      JsonOut out;
      for (std::size_t i = begin; i < end; ++i) {
        reading_json(out, batch[i].id, understander.read(batch[i].text, state));
      }
      lines[begin / kChunk] = out.take();
    });
    for (const std::string& chunk : lines) sink(chunk);
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

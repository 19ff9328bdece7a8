// SPDX-License-Identifier: Apache-2.0
// Replays the corpora of the fuzzers of this room.
#include <fstream>
#include <iterator>

#include "listen/listen_testing.h"
#include "listen_bodies.h"

namespace attune {
namespace {

void replay(const std::string& name, void (*body)(std::string_view)) {
  const std::filesystem::path folder =
      std::filesystem::path(ATTUNE_SOURCE_DIR) / "fuzz" / "corpus" / name;
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    body(bytes);
    body(std::string_view(bytes).substr(0, bytes.size() / 2));
    ++files;
  }
  EXPECT_GT(files, 0U);
}

TEST(Replay, Csv) {
  replay("listen_csv", fuzz::csv);
}
TEST(Replay, Jsonl) {
  replay("listen_jsonl", fuzz::jsonl);
}
TEST(Replay, Dates) {
  replay("listen_dates", fuzz::dates);
}

}  // namespace
}  // namespace attune

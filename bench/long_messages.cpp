// SPDX-License-Identifier: Apache-2.0
// One long message of many shapes, at 1, 2, 4 and 8 times a size: its reading, and a report of it
// among forty short ones. The first shape is ordinary prose, the baseline of all others. Run by
// bench/linear.py, which judges whether twice the bytes take twice the time.
#include <benchmark/benchmark.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/explain.h"
#include "engine/theme_files.h"

namespace attune {
namespace {

constexpr std::int64_t kSmallest = 32 << 10;
constexpr std::int64_t kLargest = 8 * kSmallest;

struct Shape {
  std::string_view name;
  std::string_view begin;
  std::string_view again;  ///< Repeated,
  std::string_view then;   ///< and from the middle on this, unless it is empty.
};

constexpr std::string_view kProse =
    "The app crashed again this morning when I tried to pay. I waited two hours for an answer, and "
    "nobody called me back. Please add a way to see my order. The staff were kind, but the parcel "
    "came late. ";

constexpr Shape kShapes[] = {
    {"prose", "", kProse, ""},
    {"because", "", "The app crashed because of the update, and I want it fixed! ", ""},
    {"because alone", "The app crashed ", "because ", ""},
    {"because, then tags", "The app crashed. ", "because ", "#a "},
    {"because, then blanks", "The app crashed ", "because ", " "},
    {"because in one sentence", "", "the app crashed because of the update and ", ""},
    {"as, and no mark", "", "as the zip broke ", ""},
    {"addresses", "", "a@b.c ", ""},
    {"phones", "", "+1 555 010 ", ""},
    {"links", "", "https://a.bc/d?e=f ", ""},
    {"cards", "", "4111 1111 1111 1111, ", ""},
    {"people", "", "John, Mary, Peter Miller, ", ""},
    {"hard times", "", "my mum died. ", ""},
    {"hard times in one sentence", "", "I am depressed and he has cancer ", ""},
    {"praise in one sentence", "", "great food, bad service, slow wifi, nice room, ", ""},
    {"open quotes", "", "he said \"I am not happy ", ""},
    {"not", "", "not ", ""},
    {"struggles", "", "The app crashed. We went to London by train. ", ""},
    {"needs", "", "Please add dark mode. I wish I could pay by card. ", ""},
    {"leaving", "", "I will cancel. The app crashed. ", ""},
    {"one word", "", "a", ""},
    {"tags", "", "#a ", ""},
    {"mentions", "", "@shop ", ""},
    {"lines", "", "the app crashed\n", ""},
    {"marks", "", "!", ""},
    {"questions behind marks", "", "why ", "!"},
    {"commas", "", ", ", ""},
    {"initials", "", "a.", ""},
    {"emoji", "", "\xF0\x9F\x98\xA1 ", ""},
    {"no blanks", "", "\xE8\xBF\x99\xE4\xB8\xAA\xE5\xBA\x94\xE7\x94\xA8", ""},
    {"blacked out", "", "XX/XX/XXXX ", ""},
};

std::string text_of(const Shape& shape, std::size_t bytes) {
  std::string text(shape.begin);
  while (text.size() < (shape.then.empty() ? bytes : bytes / 2)) text += shape.again;
  while (text.size() < bytes) text += shape.then;
  return text;
}

const Models& models() {
  static const Result<Models> kLoaded = load_models(ATTUNE_SOURCE_DIR "/models");
  if (!kLoaded) {
    std::fputs((kLoaded.error().message + "\n").c_str(), stderr);
    std::exit(3);
  }
  return *kLoaded;
}

void read(benchmark::State& state, const Shape& shape) {
  const std::string text = text_of(shape, static_cast<std::size_t>(state.range(0)));
  Understander::State scratch;
  Reading reading;
  for (auto _ : state) models().understander.read(text, scratch, reading);
  state.SetComplexityN(state.range(0));
}

/// A file of forty short messages and a long one; goes away with its owner.
class Export {
 public:
  explicit Export(const std::string& text)
      : path_((std::filesystem::temp_directory_path() / "attune-XXXXXX").string()) {
    ::close(::mkstemp(path_.data()));
    std::ofstream file(path_);
    file << "text\n";
    for (int i = 0; i < 40; ++i) file << "the app crashed again because of update " << i << '\n';
    file << '"';
    for (const char c : text) file << (c == '"' ? "\"\"" : std::string(1, c));
    file << "\"\n";
  }
  Export(const Export&) = delete;
  Export& operator=(const Export&) = delete;
  ~Export() { std::remove(path_.c_str()); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void report(benchmark::State& state, const Shape& shape) {
  const Export file(text_of(shape, static_cast<std::size_t>(state.range(0))));
  const Pool pool(1);
  for (auto _ : state) {
    auto corpus = read_corpus(std::vector{file.path()}, models().understander, {}, pool);
    if (!corpus) return state.SkipWithError(corpus.error().message.c_str());
    benchmark::DoNotOptimize(explain(*corpus, models(), {}, pool));
    benchmark::DoNotOptimize(find_themes(*corpus, {}, pool));
  }
  state.SetComplexityN(state.range(0));
}

void add(const std::string& verb, const std::function<void(benchmark::State&, const Shape&)>& run) {
  for (const Shape& shape : kShapes) {
    benchmark::RegisterBenchmark((verb + ": " + std::string(shape.name)).c_str(),
                                 [run, &shape](benchmark::State& state) { run(state, shape); })
        ->RangeMultiplier(2)
        ->Range(kSmallest, kLargest)
        ->Unit(benchmark::kMillisecond)
        ->Complexity(benchmark::oN);
  }
}

}  // namespace
}  // namespace attune

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  attune::add("read", attune::read);
  attune::add("report", attune::report);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

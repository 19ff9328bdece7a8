// SPDX-License-Identifier: Apache-2.0
// One long file of many shapes, at 1, 2, 4 and 8 times a size, checked by the linter's rules. The
// first shape is ordinary prose, the baseline of all others. What is linear takes twice the time
// for twice the bytes; Google Benchmark prints the law that fits (BigO) and how well (RMS).
//
//   tools/build bench && build/bench/bin/attune_long_copy [--benchmark_filter=html]

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "lint/document.h"
#include "lint/prose/prose.h"
#include "lint/rules.h"

namespace attune {
namespace {

constexpr std::int64_t kSmallest = 512 << 10;
constexpr std::int64_t kLargest = 8 * kSmallest;

struct Shape {
  std::string_view name;
  Markup markup;
  std::string_view begin;
  std::string_view again;  ///< Repeated; "@@" is the number of the repetition.
};

constexpr std::string_view kProse =
    "The parcel comes on Tuesday between nine and noon; please call us if that does not suit you. "
    "Our shop in Leeds is open until six. You can send it back within thirty days.\n\n";

constexpr Markup kPlain = Markup::plain;
constexpr Markup kMarkdown = Markup::markdown;
constexpr Markup kHtml = Markup::html;

constexpr Shape kShapes[] = {
    {"prose", kPlain, "", kProse},
    {"words on one line", kPlain, "", "word "},
    {"one word", kPlain, "", "x"},
    {"digits", kPlain, "", "1,"},
    {"emoji", kPlain, "", "\U0001F600"},
    {"joined emoji", kPlain, "", "\U0001F600\u200D "},
    {"curly apostrophes", kPlain, "", "a\u2019"},
    {"addresses", kPlain, "", "a.b-"},
    {"links", kPlain, "", "http://"},
    {"open quotations", kPlain, "", "\u201Ca "},
    {"quotations of buttons", kPlain, "", "button \"act now\" "},
    {"denials", kPlain, "", "never act now, "},
    {"findings on one line", kPlain, "", "Act now, only 3 left! "},
    {"findings behind CR", kPlain, "", "Act now\r"},
    {"line ends", kPlain, "", "\n"},
    {"placeholders", kPlain, "", "{{ customer.f@@ }} "},
    {"open placeholders {{", kPlain, "", "{{"},
    {"open placeholders <%", kPlain, "", "<%"},
    {"open placeholders [[", kPlain, "", "[["},
    {"comments that switch off", kPlain, "", "attune-disable-next-line r@@\nAct now!\n"},
    {"brackets", kMarkdown, "", "["},
    {"links without an end", kMarkdown, "", "[a]("},
    {"stars", kMarkdown, "", "*"},
    {"code marks", kMarkdown, "", "`a ``b "},
    {"open comments", kMarkdown, "", "<!-- -- "},
    {"open tags", kMarkdown, "", "<a "},
    {"lists in lists", kMarkdown, "", "- "},
    {"quotations in quotations", kMarkdown, "", ">"},
    {"a long table", kMarkdown, "", "| a | b |\n"},
    {"one long row", kMarkdown, "", "| a "},
    {"front matter", kMarkdown, "---\n", "a: b\n"},
    {"minified", kHtml, "", "<p>Hello there, how are you. </p>"},
    {"minified with findings", kHtml, "", "<p>Act now.</p>"},
    {"</", kHtml, "", "</"},
    {"<%", kHtml, "", "<%"},
    {"entities", kHtml, "", "&#8217;"},
    {"entities without an end", kHtml, "", "&#8217"},
    {"attributes", kHtml, "<a ", "title "},
    {"tags without an end", kHtml, "", "<img alt=\"a b\" "},
    {"quotes in tags", kHtml, "", "<a \""},
    {"open code", kHtml, "", "<code>x</cod "},
    {"open comments", kHtml, "", "<!--"},
    {"open template comments", kHtml, "", "{{!-- "},
    {"quotations", kHtml, "", "<q>"},
};

const Rules& rules() {
  static const Rules loaded = *Rules::load(ATTUNE_SOURCE_DIR "/models/rules");
  return loaded;
}

std::string copy_of(const Shape& shape, std::int64_t size) {
  std::string copy(shape.begin);
  for (int number = 0; copy.size() < static_cast<std::size_t>(size); ++number) {
    const std::size_t mark = shape.again.find("@@");
    copy.append(shape.again.substr(0, mark));
    if (mark == std::string_view::npos) continue;
    copy.append(std::to_string(number)).append(shape.again.substr(mark + 2));
  }
  return copy;
}

void lint(benchmark::State& state, const Shape& shape) {
  const std::string copy = copy_of(shape, state.range(0));
  const LintConfig config;
  LintState scratch;
  LintSinks sinks;
  std::size_t found = 0;
  sinks.finding = [&](const Finding&) { ++found; };
  for (auto run : state)
    lint_document({copy, "f", shape.markup}, {rules(), config}, sinks, scratch);
  benchmark::DoNotOptimize(found);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * state.range(0));
  state.SetComplexityN(state.range(0));
}

void register_shapes() {
  constexpr std::string_view kMarkups[] = {"plain", "markdown", "html"};
  for (const Shape& shape : kShapes) {
    const std::string name = std::string(kMarkups[static_cast<std::size_t>(shape.markup)]) + ": " +
                             std::string(shape.name);
    benchmark::RegisterBenchmark(name.c_str(),
                                 [&shape](benchmark::State& state) { lint(state, shape); })
        ->RangeMultiplier(2)
        ->Range(kSmallest, kLargest)
        ->Complexity()
        ->Unit(benchmark::kMillisecond);
  }
}

}  // namespace
}  // namespace attune

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  attune::register_shapes();
  benchmark::RunSpecifiedBenchmarks();
}

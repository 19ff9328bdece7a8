// SPDX-License-Identifier: Apache-2.0
// Both matchers of phrases on both shipped books, cut included: which serves which is decided in
// docs/decisions/0005-two-matchers.md. Texts: the lines of examples/harbour-lane.csv for patterns,
// the examples of the rules for rules. Run by hand: build/bench/bin/attune_matchers.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "lint/rules.h"
#include "phrases/patterns/patterns.h"
#include "phrases/patterns/trie_matcher.h"
#include "phrases/rules/anchor_matcher.h"

namespace attune {
namespace {

using phrases::Book;
using phrases::Border;
using phrases::Entry;
using phrases::Wording;

/// A book for both matchers: without wordings of named tokens alone, and with stretches for
/// clauses.
template <class Owned>
Book<Entry> plain(const Book<Owned>& book) {
  Book<Entry> made;
  made.classes = book.classes;
  for (const Owned& entry : book.entries) {
    Entry one = entry;
    std::erase_if(one.phrases, [&](const Wording& wording) {
      return std::all_of(wording.steps.begin(), wording.steps.end(),
                         [&](const auto& step) { return book.classes[step.klass].flags != 0; });
    });
    for (Wording& wording : one.phrases) {
      if (wording.begins == Border::clause) wording.begins = Border::stretch;
      if (wording.ends == Border::clause) wording.ends = Border::stretch;
    }
    made.entries.push_back(std::move(one));
  }
  return made;
}

struct Job {
  Book<Entry> book;
  std::vector<std::string> texts;
};

template <class T>
T must(Result<T> result) {
  if (result) return std::move(*result);
  std::fputs((result.error().message + "\n").c_str(), stderr);
  std::exit(1);
}

Job patterns_job() {
  Job job{plain(must(Patterns::load(ATTUNE_SOURCE_DIR "/models/patterns")).book()), {}};
  std::ifstream in(ATTUNE_SOURCE_DIR "/examples/harbour-lane.csv");
  for (std::string line; std::getline(in, line);) job.texts.push_back(line);
  return job;
}

Job rules_job() {
  const Rules rules = must(Rules::load(ATTUNE_SOURCE_DIR "/models/rules"));
  Job job{plain<Rule>(rules.book()), {}};
  for (const Rule& rule : rules.book().entries) {
    job.texts.insert(job.texts.end(), rule.hits.begin(), rule.hits.end());
    job.texts.insert(job.texts.end(), rule.misses.begin(), rule.misses.end());
  }
  return job;
}

const Job& job_of(std::int64_t number) {
  static const Job jobs[] = {patterns_job(), rules_job()};
  return jobs[number];
}

void note(benchmark::State& state, const Job& job, std::size_t hits) {
  std::size_t bytes = 0;
  for (const std::string& text : job.texts) bytes += text.size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  state.counters["hits"] = static_cast<double>(hits);
  state.counters["texts"] = static_cast<double>(job.texts.size());
}

void trie(benchmark::State& state) {
  const Job& job = job_of(state.range(0));
  const auto matcher = must(phrases::TrieMatcher::compile(job.book));
  Tokens tokens;
  phrases::TrieScratch scratch;
  std::size_t hits = 0;
  for (auto _ : state) {
    hits = 0;
    for (const std::string& text : job.texts) {
      tokenise(text, tokens);
      matcher.find(tokens, scratch);
      hits += scratch.hits().size();
    }
  }
  note(state, job, hits);
}

void anchors(benchmark::State& state) {
  const Job& job = job_of(state.range(0));
  const auto matcher = must(phrases::AnchorMatcher::compile(job.book));
  phrases::AnchorScratch scratch;
  std::size_t hits = 0;
  for (auto _ : state) {
    hits = 0;
    for (const std::string& text : job.texts) {
      matcher.match(text, scratch);
      hits += scratch.hits().size();
    }
  }
  note(state, job, hits);
}

/// The find alone: patterns and all else in understand share one cut.
void trie_find(benchmark::State& state) {
  const Job& job = job_of(state.range(0));
  const auto matcher = must(phrases::TrieMatcher::compile(job.book));
  std::vector<Tokens> cut(job.texts.size());
  for (std::size_t i = 0; i < cut.size(); ++i) tokenise(job.texts[i], cut[i]);
  std::vector<phrases::TrieScratch> scratch(cut.size());  // Each with its lexicon's memory.
  std::size_t hits = 0;
  for (auto _ : state) {
    hits = 0;
    for (std::size_t i = 0; i < cut.size(); ++i) {
      matcher.find(cut[i], scratch[i]);
      hits += scratch[i].hits().size();
    }
  }
  note(state, job, hits);
}

void anchors_find(benchmark::State& state) {
  const Job& job = job_of(state.range(0));
  const auto matcher = must(phrases::AnchorMatcher::compile(job.book));
  phrases::AnchorScratch scratch;
  std::vector<std::vector<phrases::CopyWord>> cut(job.texts.size());
  for (std::size_t i = 0; i < cut.size(); ++i)
    phrases::scan_words(job.texts[i], matcher.table(), scratch.tokens, cut[i]);
  std::size_t hits = 0;
  for (auto _ : state) {
    hits = 0;
    for (const auto& words : cut) {
      matcher.find(words, scratch);
      hits += scratch.hits().size();
    }
  }
  note(state, job, hits);
}

void compile_trie(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(phrases::TrieMatcher::compile(job_of(state.range(0)).book));
}
void compile_anchors(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(phrases::AnchorMatcher::compile(job_of(state.range(0)).book));
}

void books(benchmark::internal::Benchmark* one) {
  one->ArgName("book")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
}

BENCHMARK(trie)->Apply(books);
BENCHMARK(anchors)->Apply(books);
BENCHMARK(trie_find)->Apply(books);
BENCHMARK(anchors_find)->Apply(books);
BENCHMARK(compile_trie)->Apply(books);
BENCHMARK(compile_anchors)->Apply(books);

}  // namespace
}  // namespace attune

BENCHMARK_MAIN();

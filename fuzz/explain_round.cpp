// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "problems/rounds.h"
#include "report/json/read_round.h"

/// Whatever bytes are given as an earlier answer: a refusal in words, or a round whose counts hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  const auto round = attune::parse_round(json);
  if (!round) {
    if (round.error().message.empty()) std::abort();
    return 0;
  }
  attune::Explanation now;
  now.units = 3;
  attune::problems::PassageWords words;
  for (const attune::TopicPrint& print : round->problems) {
    if (print.by_words > round->units) std::abort();
    auto& passage = words.words.emplace_back();
    for (const auto& [term, weight] : print.terms) passage.push_back(term);
    words.unit.push_back(static_cast<std::uint32_t>(words.unit.size() % 3));
  }
  const attune::RoundComparison compared = attune::problems::compare_with(*round, now, words);
  for (const attune::TopicChange& change : compared.problems) {
    if (change.before.count > change.before.of || change.now.count > change.now.of) std::abort();
  }
  return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string_view>

#include "lint/config.h"
#include "lint/facts/facts.h"
#include "lint/facts/front_matter.h"
#include "lint/rule_file.h"
#include "lint/suppress.h"

/// The small files that people write for the linter: configuration, facts, rules, comments.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0: {
      const auto config = attune::read_config(text);
      if (config) (void)attune::for_path(*config, "a/b.html");
      break;
    }
    case 1: {
      (void)attune::facts_at(text, attune::facts_place(text));
      const auto facts = attune::read_facts(text);
      if (!facts) break;
      (void)attune::doubts(*facts);
      // What was read as a fact is judged, and judges: both are bytes from outside.
      for (const auto& [name, entries] : *facts) {
        for (const auto& [about, value] : entries)
          (void)attune::judge(*facts, name, {value, about, value, 20000});
      }
      break;
    }
    case 2: {
      attune::RuleReader reader;
      (void)reader.read("f", text);
      break;
    }
    default:
      (void)attune::Suppressions(text).covers("guilt-debt", {0, 1});
  }
  return 0;
}

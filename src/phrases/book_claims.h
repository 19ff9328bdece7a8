// SPDX-License-Identifier: Apache-2.0
#pragma once

// What holds of every book of phrases, whatever bytes it was read from: said once for the fuzzer
// and for the tests that replay its corpus.

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "phrases/limits.h"
#include "phrases/patterns/trie_matcher.h"
#include "phrases/plain_book.h"
#include "phrases/rules/anchor_matcher.h"

namespace attune::phrases {

inline bool within_limits(const Entry& entry, std::size_t classes) {
  const auto known = [&](std::uint32_t klass) { return klass < classes; };
  const bool wordings =
      std::all_of(entry.phrases.begin(), entry.phrases.end(), [&](const Wording& wording) {
        const auto& steps = wording.steps;
        return !steps.empty() && steps.size() <= BookLimits::kLongestPhrase && wording.line >= 1 &&
               wording.line <= entry.lines &&
               (steps[0].gap == 0 || wording.begins != Border::none) &&
               std::all_of(steps.begin(), steps.end(), [&](const Step& step) {
                 return known(step.klass) && step.gap <= BookLimits::kWidestGap;
               });
      });
  return wordings && entry.p > 0 && entry.p < 1 && !entry.id.empty() &&
         std::all_of(entry.guards.begin(), entry.guards.end(), [&](const Guard& guard) {
           return known(guard.klass) && guard.reach <= BookLimits::kFarthestReach &&
                  guard.line <= entry.lines;
         });
}

inline bool hits_lie_in(std::span<const Hit> hits, std::size_t tokens, std::size_t entries) {
  return std::all_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return hit.entry < entries && hit.first < hit.last && hit.last <= tokens;
  });
}

/// Reads `file`, compiles what was read, and looks for it in `text`. The claim that does not hold,
/// or nothing. A refusal tells its line.
inline std::string_view broken_claim(std::string_view file, std::string_view text) {
  PlainBookReader reader;
  if (const auto done = reader.read("f", file); !done) {
    const std::string& message = done.error().message;
    const bool told = message.starts_with("f: line ") && message.size() < 2000;
    return told ? std::string_view() : "a refusal tells file and line, in short";
  }
  const Book<Entry> book = reader.take();
  for (const Entry& entry : book.entries) {
    if (!within_limits(entry, book.classes.size())) return "what is read is within the limits";
  }
  Tokens tokens;
  tokenise(text, tokens);
  TrieScratch trie_scratch;
  if (const auto trie = TrieMatcher::compile(book)) {
    trie->find(tokens, trie_scratch);
    if (!hits_lie_in(trie_scratch.hits(), tokens.size(), book.entries.size()))
      return "hits of the trie lie in the text";
  }
  AnchorScratch anchor_scratch;
  if (const auto anchors = AnchorMatcher::compile(book)) {
    anchors->match(text, anchor_scratch);
    if (!hits_lie_in(anchor_scratch.hits(), anchor_scratch.words.size(), book.entries.size()))
      return "hits of the anchors lie in the text";
  }
  return {};
}

}  // namespace attune::phrases

// SPDX-License-Identifier: Apache-2.0
#include "engine/praise.h"

#include <algorithm>
#include <string_view>

#include "base/spares.h"
#include "problems/feelings/topic_feelings.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::size_t kChunk = 64;  // Passages a thread takes at a time.
constexpr std::size_t kNear = 300;  // Bytes on either side of the words quoted.

/// `span` and the rest of the sentences that it begins and ends in, as far as they are near:
/// without full stops a text of any length is one sentence.
std::string_view sentences_around(std::string_view text, Span span) {
  constexpr std::string_view kEnds = ".!?\n";
  std::size_t from = span.begin > kNear ? span.begin - kNear : 0;
  while (!at_character(text, from)) ++from;
  const std::string_view before = text.substr(from, span.begin - from);
  const std::size_t stop = before.find_last_of(kEnds);
  const std::size_t begin = stop == std::string_view::npos ? from : from + stop + 1;
  // The words quoted mostly hold the sign that ends them.
  const std::size_t last = std::max<std::size_t>(span.end, 1) - 1;
  const std::string_view behind = cut(text.substr(last), kNear);
  const std::size_t end = std::min(behind.find_first_of(kEnds), behind.size() - 1);
  return text.substr(begin, last + end + 1 - begin);
}

}  // namespace

void drop_negative(const problems::Corpus& corpus, const Understander& understander,
                   const Pool& pool, std::vector<problems::Passage>& passages) {
  Spares<Understander::State> spare;
  std::vector<std::uint8_t> negative(passages.size(), 0);
  pool.for_each_chunk(passages.size(), kChunk, [&](std::size_t begin, std::size_t end) {
    auto state = spare.take();
    Reading reading;
    const auto reads_negative = [&](std::string_view words) {
      understander.read(words, *state, reading, Reach::feelings);
      return reading.sentiment.label == Polarity::negative || problems::feels_bad(reading.emotions);
    };
    for (std::size_t i = begin; i < end; ++i) {
      const problems::Passage& passage = passages[i];
      const std::string_view text = corpus.messages[passage.message].text;
      const std::string_view words = passage.span.of(text);
      if (words.size() == text.size()) continue;  // It was read: as positive.
      if (corpus.messages[passage.message].asked == Asked::good) continue;
      const std::string_view sentences = sentences_around(text, passage.span);
      negative[i] = reads_negative(words) || (sentences != words && reads_negative(sentences));
    }
    spare.give_back(std::move(state));
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (negative[i] != 0) continue;
    if (kept != i) passages[kept] = std::move(passages[i]);
    ++kept;
  }
  passages.resize(kept);
}

}  // namespace attune

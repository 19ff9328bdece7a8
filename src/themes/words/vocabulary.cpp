// SPDX-License-Identifier: Apache-2.0
#include "themes/words/vocabulary.h"

#include <algorithm>
#include <bit>

#include "base/hash_counts.h"
#include "base/spares.h"

namespace attune {

namespace {

constexpr std::size_t kChunk = 512;
constexpr std::uint32_t kPassageWords = 32;

struct Counted {
  std::uint64_t hash = 0;
  std::uint32_t texts = 0;
  TermKind kind = TermKind::content;
};

std::vector<std::vector<Term>> read_all(std::span<const std::string_view> texts,
                                        const Concepts* concepts, const Pool& pool) {
  std::vector<std::vector<Term>> read(texts.size());
  Spares<TermReader> readers;
  pool.for_each_chunk(texts.size(), kChunk, [&](std::size_t begin, std::size_t end) {
    auto reader = readers.take(concepts);
    for (std::size_t i = begin; i < end; ++i) read[i] = reader->read(texts[i]).list;
    readers.give_back(std::move(reader));
  });
  return read;
}

std::vector<Counted> count_texts(const std::vector<std::vector<Term>>& read) {
  HashNumbers numbers;
  std::vector<Counted> list;
  std::vector<std::size_t> last;  // Per number: the text that had it last.
  for (std::size_t i = 0; i < read.size(); ++i) {
    for (const Term& term : read[i]) {
      const std::uint32_t number = numbers.number(term.hash);
      if (number == list.size()) {
        list.emplace_back();
        last.push_back(read.size());
      }
      if (last[number] == i) continue;
      last[number] = i;
      list[number] = {term.hash, list[number].texts + 1, term.kind};
    }
  }
  return list;
}

Vocabulary choose(std::vector<Counted> counted, std::size_t fewest, std::size_t most) {
  std::erase_if(counted, [&](const Counted& c) { return c.texts < fewest; });
  std::sort(counted.begin(), counted.end(), [](const Counted& a, const Counted& b) {
    return a.texts != b.texts ? a.texts > b.texts : a.hash < b.hash;
  });
  if (counted.size() > most) counted.resize(most);
  std::sort(counted.begin(), counted.end(),
            [](const Counted& a, const Counted& b) { return a.hash < b.hash; });
  Vocabulary vocabulary;
  for (const Counted& c : counted) {
    vocabulary.hashes.push_back(c.hash);
    vocabulary.texts.push_back(c.texts);
    vocabulary.kinds.push_back(c.kind);
  }
  vocabulary.numbers = HashIndex(vocabulary.hashes);
  return vocabulary;
}

void add_row(SparseMatrix& to, std::vector<std::uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t next = i;
    while (next < numbers.size() && numbers[next] == numbers[i]) ++next;
    to.columns.push_back(numbers[i]);
    to.values.push_back(static_cast<float>(next - i));
    i = next;
  }
  to.starts.push_back(static_cast<std::uint32_t>(to.columns.size()));
}

}  // namespace

HashIndex::HashIndex(std::span<const std::uint64_t> hashes) {
  slots_.resize(std::bit_ceil(2 * hashes.size() + 2));
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    std::size_t at = hashes[i] & mask;
    while (slots_[at].number != kNone) at = (at + 1) & mask;
    slots_[at] = {hashes[i], static_cast<std::uint32_t>(i)};
  }
}

void Vocabulary::count(const Terms& terms,
                       std::vector<std::pair<std::uint32_t, float>>& out) const {
  out.clear();
  for (const Term& term : terms.list) {
    const std::uint32_t number = numbers.find(term.hash);
    if (number != HashIndex::kNone) out.emplace_back(number, 1.0F);
  }
  std::sort(out.begin(), out.end());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (kept > 0 && out[kept - 1].first == out[i].first) {
      out[kept - 1].second += 1.0F;
    } else {
      out[kept++] = out[i];
    }
  }
  out.resize(kept);
}

TermCorpus read_terms(std::span<const std::string_view> texts, std::size_t fewest, std::size_t most,
                      const Concepts* concepts, const Pool& pool) {
  const std::vector<std::vector<Term>> read = read_all(texts, concepts, pool);
  TermCorpus corpus;
  corpus.vocabulary = choose(count_texts(read), fewest, most);
  corpus.counts.cols = corpus.passages.cols = corpus.vocabulary.size();
  std::vector<std::uint32_t> text;
  std::vector<std::uint32_t> passage;
  for (const std::vector<Term>& terms : read) {
    text.clear();
    passage.clear();
    std::uint32_t current = 0;
    for (const Term& term : terms) {
      const std::uint32_t number = corpus.vocabulary.numbers.find(term.hash);
      if (number == HashIndex::kNone) continue;
      if (term.word / kPassageWords != current && !passage.empty()) {
        add_row(corpus.passages, passage);
        passage.clear();
      }
      current = term.word / kPassageWords;
      text.push_back(number);
      passage.push_back(number);
    }
    if (!passage.empty()) add_row(corpus.passages, passage);
    add_row(corpus.counts, text);
  }
  return corpus;
}

}  // namespace attune

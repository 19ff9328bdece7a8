// SPDX-License-Identifier: Apache-2.0
#include "learn/train_matrix.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "text/clauses.h"
#include "text/tokens.h"
#include "understand/heads/features.h"
#include "understand/heads/signals.h"

namespace attune::learn {

namespace {

constexpr std::size_t kChunk = 512;

/// The keys of one text, block by block, each with its count.
struct Counted {
  std::uint64_t key = 0;
  std::uint8_t block = 0;
  std::uint32_t count = 0;
};
using Texts = std::vector<std::vector<Counted>>;

std::vector<Counted> count_keys(Features& features) {
  std::vector<Counted> counted;
  for (std::size_t b = 0; b < kBlocks; ++b) {
    auto& keys = features.keys[b];
    std::ranges::sort(keys);
    for (std::size_t i = 0; i < keys.size();) {
      std::size_t end = i;
      while (end < keys.size() && keys[end] == keys[i]) ++end;
      counted.push_back(
          {keys[i], static_cast<std::uint8_t>(b), static_cast<std::uint32_t>(end - i)});
      i = end;
    }
  }
  return counted;
}

/// Reads a text as the heads will get it: in plain words where it holds a turn.
class PlainReader {
 public:
  explicit PlainReader(const MoreFeatures& more) : more_(more) {}

  /// `said`, or the plain words that it means (good until the next call).
  [[nodiscard]] const Tokens& of(std::string_view text, const Tokens& said) {
    if (more_.turns == nullptr) return said;
    split_clauses(text, said, clauses_);
    more_.book->match(said, state_);
    const Parse parse{text, said, clauses_, *more_.book, state_.hits()};
    return more_.turns->read(parse, plain_) ? plain_.tokens : said;
  }

 private:
  const MoreFeatures& more_;
  std::vector<ClauseRange> clauses_;
  PatternState state_;
  PlainText plain_;
};

Texts count_texts(const std::vector<Example>& examples, const MoreFeatures& more,
                  const Pool& pool) {
  Texts texts(examples.size());
  pool.for_each_chunk(examples.size(), kChunk, [&](std::size_t begin, std::size_t end) {
    Tokens said;
    Features features;
    PatternState state;
    PlainReader plain(more);
    for (std::size_t i = begin; i < end; ++i) {
      tokenise(examples[i].text, said);
      const Tokens& tokens = plain.of(examples[i].text, said);
      extract(tokens, features);
      if (more.signals != nullptr) add_signals(*more.signals, tokens, state, features);
      if (more.concepts != nullptr) add_concepts(*more.concepts, tokens, features);
      texts[i] = count_keys(features);
    }
  });
  return texts;
}

struct Frequency {
  std::uint64_t key = 0;
  std::uint32_t texts = 0;
  std::uint8_t block = 0;
};

std::vector<Frequency> frequencies(const Texts& texts, std::size_t min_count) {
  std::vector<std::pair<std::uint64_t, std::uint8_t>> all;
  for (const auto& text : texts) {
    for (const Counted& one : text) all.emplace_back(one.key, one.block);
  }
  std::ranges::sort(all);
  std::vector<Frequency> found;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    while (end < all.size() && all[end].first == all[i].first) ++end;
    if (end - i >= min_count) {
      found.push_back({all[i].first, static_cast<std::uint32_t>(end - i), all[i].second});
    }
    i = end;
  }
  return found;
}

/// The most frequent first (ties by key): what is wanted often then lies together.
std::vector<Column> choose_columns(const Texts& texts, std::size_t min_count, std::size_t most) {
  std::vector<Frequency> found = frequencies(texts, min_count);
  std::ranges::stable_sort(found, std::ranges::greater(), &Frequency::texts);
  if (found.size() > most) found.resize(most);
  std::vector<Column> columns;
  for (const Frequency& one : found) {
    const double idf = 1 + std::log((1.0 + static_cast<double>(texts.size())) / (1.0 + one.texts));
    columns.push_back(
        {one.key, static_cast<std::uint16_t>(std::lround(idf * idf * 256)), one.block});
  }
  return columns;
}

using Index = std::unordered_map<std::uint64_t, std::uint32_t>;

void add_row(const std::vector<Counted>& text, const Index& index, TrainMatrix& matrix) {
  std::array<double, kBlocks> norm{};
  const std::size_t first = matrix.column.size();
  for (const Counted& one : text) {
    const auto found = index.find(one.key);
    if (found == index.end()) continue;
    const Column& column = matrix.columns[found->second];
    norm[one.block] += one.count * (column.norm / 256.0);
    matrix.column.push_back(found->second);
    matrix.value.push_back(static_cast<float>(one.count) * column.idf());
  }
  for (std::size_t i = first; i < matrix.column.size(); ++i) {
    const std::size_t block = matrix.columns[matrix.column[i]].block;
    const double scale = static_cast<double>(kBlockLengths[block]) / std::sqrt(norm[block]);
    matrix.value[i] = static_cast<float>(matrix.value[i] * scale);
  }
  matrix.begin.push_back(matrix.column.size());
}

}  // namespace

float Column::idf() const {
  return std::sqrt(static_cast<float>(norm) / 256.0F);
}

TrainMatrix make_matrix(const std::vector<Example>& examples, std::size_t min_count,
                        std::size_t max_columns, const MoreFeatures& more, const Pool& pool) {
  const Texts texts = count_texts(examples, more, pool);
  TrainMatrix matrix;
  matrix.columns = choose_columns(texts, min_count, max_columns);
  Index index;
  for (const Column& column : matrix.columns) {
    index.emplace(column.key, static_cast<std::uint32_t>(index.size()));
  }
  matrix.begin.push_back(0);
  for (const auto& text : texts) add_row(text, index, matrix);
  return matrix;
}

}  // namespace attune::learn

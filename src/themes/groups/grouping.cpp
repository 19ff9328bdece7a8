// SPDX-License-Identifier: Apache-2.0
#include "themes/groups/grouping.h"

#include <algorithm>
#include <cmath>

#include "base/spares.h"
#include "themes/groups/consensus.h"
#include "themes/groups/group_count.h"

namespace attune {

namespace {

constexpr std::size_t kMostTerms = 12000;

using Counts = std::vector<std::pair<std::uint32_t, float>>;

Matrix first_rows(const Matrix& rows, std::size_t count) {
  Matrix out(std::min(count, rows.rows), rows.cols);
  std::copy_n(rows.values.begin(), out.values.size(), out.values.begin());
  return out;
}

void add_row(SparseMatrix& to, const Counts& counts) {
  for (const auto& [term, count] : counts) {
    to.columns.push_back(term);
    to.values.push_back(count);
  }
  to.starts.push_back(static_cast<std::uint32_t>(to.columns.size()));
}

}  // namespace

Grouping::Grouping(std::span<const std::string_view> texts, std::span<const std::uint64_t> keys,
                   const GroupingOptions& options, const Pool& pool)
    : concepts_(options.concepts),
      corpus_(read_terms(texts, texts.size() > 50 ? 2 : 1, kMostTerms, concepts_, pool)) {
  const std::optional<std::size_t> k = options.k;
  space_.emplace(corpus_, options.effort.dimensions, options.seed, pool);
  const Matrix rows = space_->place(corpus_.counts, pool);
  const Matrix clustered = first_rows(rows, options.effort.clustered);
  const std::size_t runs_k = k ? *k : std::min(options.most, likely_groups(texts.size()));
  const Consensus consensus(clustered, keys.first(clustered.rows),
                            {.k = runs_k, .most_runs = options.effort.runs, .seed = options.seed},
                            pool);
  const std::size_t count = k ? *k : chosen_groups(consensus.distances(), runs_k);
  std::vector<std::uint32_t> group_of = consensus.groups(count, pool);
  const std::size_t found = *std::max_element(group_of.begin(), group_of.end()) + 1;
  const std::vector<Nearest> nearest =
      nearest_centres(rows, centres_of(clustered, group_of, found), pool);
  for (std::size_t i = group_of.size(); i < rows.rows; ++i) group_of.push_back(nearest[i].cluster);
  words_.emplace(corpus_, rows, std::move(group_of), found, pool);
}

void Grouping::anchor(std::span<const std::uint32_t> groups, std::size_t count,
                      std::span<const Anchor> anchors, const Pool& pool) {
  TermCorpus corpus = corpus_;
  std::vector<std::uint32_t> group_of(groups.begin(), groups.end());
  Counts counts;
  for (const Anchor& anchor : anchors) {
    counts.clear();
    for (const auto& [hash, times] : anchor.terms) {
      const std::uint32_t number = corpus.vocabulary.numbers.find(hash);
      if (number != HashIndex::kNone) counts.emplace_back(number, times * anchor.weight);
    }
    std::sort(counts.begin(), counts.end());
    add_row(corpus.counts, counts);
    group_of.push_back(anchor.group);
  }
  const Matrix rows = space_->place(corpus.counts, pool);
  words_.emplace(corpus, rows, std::move(group_of), count);
}

std::vector<Place> Grouping::place(std::span<const std::string_view> texts,
                                   std::span<const std::uint32_t> known, const Pool& pool) const {
  std::vector<Place> places(texts.size());
  Spares<TermReader> readers;
  pool.for_each_chunk(texts.size(), 512, [&](std::size_t begin, std::size_t end) {
    auto reader = readers.take(concepts_);
    Counts counts;
    std::vector<float> vector(dimensions());
    std::vector<float> scores(groups());
    for (std::size_t i = begin; i < end; ++i) {
      const bool settled = i < known.size() && known[i] < groups();
      if (settled) places[i].group = known[i];
      if (i < learnt()) {
        read_row(corpus_.counts, i, counts);
      } else {
        corpus_.vocabulary.count(reader->read(texts[i]), counts);
      }
      if (counts.empty()) continue;
      space_->place(counts, vector);
      const std::uint32_t group = settled ? known[i] : words_->most_likely(counts, vector, scores);
      places[i] = {group, dot(vector, words_->centres().row(group)), true};
    }
    readers.give_back(std::move(reader));
  });
  return places;
}

std::vector<Nearest> Grouping::nearest(std::span<const std::string_view> texts,
                                       std::span<const std::uint32_t> among,
                                       const Pool& pool) const {
  Matrix centres(among.size(), dimensions());
  for (std::size_t i = 0; i < among.size(); ++i) {
    std::copy_n(words_->centres().row(among[i]).begin(), centres.cols, centres.row(i).begin());
  }
  return nearest_centres(vectors(texts), centres, pool);
}

Matrix Grouping::vectors(std::span<const std::string_view> texts) const {
  Matrix out(texts.size(), dimensions());
  TermReader reader(concepts_);
  Counts counts;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    corpus_.vocabulary.count(reader.read(texts[i]), counts);
    space_->place(counts, out.row(i));
  }
  return out;
}

std::vector<std::pair<std::uint32_t, float>> Grouping::telling(std::uint32_t group,
                                                               std::size_t most) const {
  std::vector<std::pair<float, std::uint32_t>> weighted;
  for (std::uint32_t t = 0; t < corpus_.vocabulary.size(); ++t) {
    const float lift = words_->lift(t, group);
    if (lift <= 0.0F) continue;
    const float common = std::sqrt(static_cast<float>(corpus_.vocabulary.texts[t]));
    weighted.emplace_back(-lift * common, t);
  }
  std::sort(weighted.begin(), weighted.end());
  std::vector<std::pair<std::uint32_t, float>> out;
  for (std::size_t i = 0; i < std::min(most, weighted.size()); ++i) {
    out.emplace_back(weighted[i].second, -weighted[i].first);
  }
  return out;
}

std::vector<std::pair<std::uint64_t, float>> Grouping::signature(std::uint32_t group,
                                                                 std::size_t length) const {
  std::vector<std::pair<std::uint64_t, float>> out;
  for (const auto& [term, weight] : telling(group, length)) {
    out.emplace_back(corpus_.vocabulary.hashes[term], weight);
  }
  return out;
}

std::vector<std::pair<std::uint64_t, float>> Grouping::terms(std::uint32_t group,
                                                             std::size_t most) const {
  std::vector<std::pair<std::uint64_t, float>> out;
  for (const auto& [term, weight] : telling(group, most)) {
    out.emplace_back(corpus_.vocabulary.hashes[term], words_->count(term, group));
  }
  return out;
}

}  // namespace attune

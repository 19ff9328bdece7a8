// SPDX-License-Identifier: Apache-2.0
#include "understand/aspects/aspects.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "base/hash.h"
#include "base/mapped_file.h"
#include "understand/aspects/scorer.h"

namespace attune {

namespace {

constexpr std::string_view kMagic = "attune-aspects-1\n";
/// The training set speaks neutrally of half its terms, customers of fewer: a shift of log odds.
constexpr float kNeutralShift = 0.5F;
constexpr std::size_t kNumbers =
    2 * std::size_t{AspectWeights::kTable} * AspectWeights::kTags + AspectWeights::kMoves;

void append(std::string& out, const std::vector<std::int16_t>& steps) {
  for (const std::int16_t step : steps) {
    const auto value = static_cast<std::uint16_t>(step);
    out += static_cast<char>(value & 0xFFU);
    out += static_cast<char>(value >> 8U);
  }
}

void take(std::string_view& in, std::vector<float>& weights) {
  for (float& weight : weights) {
    const auto low = static_cast<unsigned char>(in[0]);
    const auto high = static_cast<unsigned char>(in[1]);
    weight =
        static_cast<float>(static_cast<std::int16_t>(low | (high << 8U))) / AspectScorer::kSteps;
    in.remove_prefix(2);
  }
}

/// The polarity of the term and its probability.
std::pair<Polarity, float> judge(const AspectView& view, const AspectScorer& scorer,
                                 std::uint32_t first, std::uint32_t last,
                                 std::vector<std::uint32_t>& ids) {
  ids.clear();
  view.polarity_features(first, last, ids);
  const AspectState::Sums sums = scorer.polarity(ids);
  std::array<float, AspectWeights::kTags> z{};
  for (std::uint32_t t = 0; t < AspectWeights::kTags; ++t) {
    z[t] = static_cast<float>(sums[t]) / AspectScorer::kSteps;
  }
  z[static_cast<std::size_t>(Polarity::neutral)] -= kNeutralShift;
  const auto best = std::max_element(z.begin(), z.end());
  float total = 0;
  for (const float one : z) total += std::exp(one - *best);
  return {static_cast<Polarity>(best - z.begin()), 1 / total};
}

/// Adds the things of other trades that the tagger has not met: hits of aspect patterns, the
/// longest from each place, where it saw nothing.
void mark_listed(const Parse& parse, std::vector<AspectTag>& tags) {
  std::uint32_t free = 0;
  for (std::size_t h = 0; h < parse.hits.size(); ++h) {
    const PatternHit& hit = parse.hits[h];
    if (parse.patterns.at(hit.entry).kind != PatternKind::aspect || hit.first < free) continue;
    std::uint32_t last = hit.last;
    for (std::size_t g = h + 1; g < parse.hits.size() && parse.hits[g].first == hit.first; ++g) {
      if (parse.patterns.at(parse.hits[g].entry).kind == PatternKind::aspect) {
        last = std::max(last, parse.hits[g].last);
      }
    }
    free = last;
    const bool seen = std::any_of(tags.begin() + hit.first, tags.begin() + last,
                                  [](AspectTag tag) { return tag != tag_outside; });
    if (seen || (last < tags.size() && tags[last] == tag_inside)) continue;
    for (std::uint32_t i = hit.first; i < last; ++i)
      tags[i] = i == hit.first ? tag_begin : tag_inside;
  }
}

}  // namespace

Aspects::Aspects(const AspectWeights& weights)
    : scorer_(std::make_unique<const AspectScorer>(weights)) {}
Aspects::Aspects(Aspects&&) noexcept = default;
Aspects& Aspects::operator=(Aspects&&) noexcept = default;
Aspects::~Aspects() = default;

Result<Aspects> Aspects::load(const std::string& file) {
  auto mapped = MappedFile::open(file);
  if (!mapped) return tl::unexpected(std::move(mapped.error()));
  const std::string_view bytes = mapped->text();
  if (!bytes.starts_with(kMagic) || bytes.size() != kMagic.size() + 2 * kNumbers) {
    return fail(Fault::bad_input, file + ": not an aspect model of this version");
  }
  std::string_view rest = bytes.substr(kMagic.size());
  AspectWeights weights;
  take(rest, weights.tags);
  take(rest, weights.polarity);
  take(rest, weights.moves);
  return Aspects(weights);
}

std::string Aspects::bytes() const {
  std::string out(kMagic);
  out.reserve(kMagic.size() + 2 * kNumbers);
  append(out, scorer_->tag_steps());
  append(out, scorer_->polarity_steps());
  append(out, scorer_->move_steps());
  return out;
}

std::uint64_t Aspects::fingerprint() const {
  std::uint64_t hash = 0;
  for (const auto& steps : {scorer_->tag_steps(), scorer_->polarity_steps()}) {
    const auto bytes = std::as_bytes(std::span(steps));
    hash = hash64({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, hash + 1);
  }
  return hash;
}

std::vector<std::vector<Aspect>> Aspects::find(const Parse& parse) const {
  std::vector<std::vector<Aspect>> out(parse.clauses.size());
  AspectState state;
  find(parse, state,
       [&](std::size_t clause, const Aspect& aspect) { out[clause].push_back(aspect); });
  return out;
}

void Aspects::find(const Parse& parse, AspectState& state,
                   const std::function<void(std::size_t, const Aspect&)>& found) const {
  const AspectView view(parse, state.buffers);
  scorer_->tag(view, parse.tokens, state);
  std::vector<AspectTag>& tags = state.tags;
  mark_listed(parse, tags);
  std::size_t clause = 0;
  for (std::uint32_t i = 0; i < tags.size();) {
    if (tags[i] == tag_outside) {
      ++i;
      continue;
    }
    while (i >= parse.clauses[clause].last) ++clause;
    // A term ends where its clause ends.
    std::uint32_t end = i + 1;
    while (end < parse.clauses[clause].last && tags[end] == tag_inside) ++end;
    const auto [polarity, p] = judge(view, *scorer_, i, end, state.ids);
    found(clause,
          {{parse.tokens.list[i].span.begin, parse.tokens.list[end - 1].span.end}, polarity, p});
    i = end;
  }
}

}  // namespace attune

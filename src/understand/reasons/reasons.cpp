// SPDX-License-Identifier: Apache-2.0
#include "understand/reasons/reasons.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string_view>

#include "base/hash.h"
#include "base/mapped_file.h"
#include "understand/reasons/scorer.h"

namespace attune {

namespace {

constexpr std::string_view kMagic = "attune-because-1\n";

/// A text has a reason if the spans that would be told, each with the rivals that overlap it by
/// half, have together at least kLeast. A text that gives one reason may well give others; one
/// with less than kLeastMore is not told beside a better. Chosen out of fold on our own sentences
/// (F1 at half overlap; models/because/CARD.md).
constexpr float kLeast = 0.24F;
constexpr float kLeastMore = 0.03F;
constexpr std::size_t kMostReasons = 3;
/// Spans that are compared with each other.
constexpr std::size_t kRivals = 24;

float overlap(Span a, Span b) {
  const std::uint32_t from = std::max(a.begin, b.begin);
  const std::uint32_t to = std::min(a.end, b.end);
  if (from >= to) return 0;
  const auto common = static_cast<float>(to - from);
  return common / (static_cast<float>(a.size() + b.size()) - common);
}

/// The candidates worth comparing, most probable first.
std::vector<ScoredReason> rivals(std::vector<ScoredReason>& all) {
  const std::size_t kept = std::min(kRivals, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(),
                    [](const ScoredReason& a, const ScoredReason& b) {
                      return a.p != b.p ? a.p > b.p : a.span < b.span;
                    });
  return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept)};
}

/// Rivals that overlap by half (intersection over union), a bit each; in whole numbers.
std::vector<std::uint32_t> friends(const std::vector<ScoredReason>& top) {
  std::vector<std::uint32_t> masks(top.size(), 0);
  for (std::size_t i = 0; i < top.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      const Span a = top[i].span;
      const Span b = top[j].span;
      const std::uint32_t from = std::max(a.begin, b.begin);
      const std::uint32_t to = std::min(a.end, b.end);
      if (from >= to || 3 * std::uint64_t{to - from} < std::uint64_t{a.size()} + b.size()) continue;
      masks[i] |= 1U << j;
      masks[j] |= 1U << i;
    }
  }
  return masks;
}

/// A span's probability with that of the rivals that overlap it by half.
float support(std::uint32_t mask, const std::vector<ScoredReason>& top) {
  float p = 0;
  for (; mask != 0; mask &= mask - 1) p += top[static_cast<std::size_t>(std::countr_zero(mask))].p;
  return p;
}

/// The spans with most support (what an evaluation at half overlap rewards), best first, none
/// touching another; at most one a clause.
std::vector<Evidence> choose(std::vector<ScoredReason>& all, std::size_t clauses) {
  const std::vector<ScoredReason> top = rivals(all);
  const std::vector<std::uint32_t> masks = friends(top);
  const std::size_t most = std::min(kMostReasons, clauses);
  std::vector<Evidence> chosen;
  const auto taken = [&](const ScoredReason& one) {
    return std::any_of(chosen.begin(), chosen.end(),
                       [&](const Evidence& other) { return overlap(one.span, other.span) > 0; });
  };
  float all_told = 0;
  while (chosen.size() < most) {
    Evidence best;
    for (std::size_t i = 0; i < top.size(); ++i) {
      const float p = taken(top[i]) ? 0 : support(masks[i], top);
      if (p > best.p) best = Evidence{top[i].span, p};
    }
    if (best.span.empty() || (!chosen.empty() && best.p < kLeastMore)) break;
    chosen.push_back(best);
    all_told += best.p;
  }
  if (all_told < kLeast) chosen.clear();
  return chosen;
}

/// How much a clause asks for a reason.
float wants_reason(const Parse& parse, const ClauseRange& clause, const ClauseScores* kinds) {
  float most = pattern_score(parse, PatternKind::feeling, clause.first, clause.last);
  for (std::size_t k = 0; kinds != nullptr && k < 8; ++k) most = std::max(most, kinds->p[k]);
  return most;
}

/// How well a clause goes with a reason: best one that the reason lies in without filling it, then
/// a near one that asks for a reason.
float claim_on(const Parse& parse, const ClauseRange& clause, const ClauseScores* kinds,
               Span reason) {
  const Span span = clause.span;
  const float wants = wants_reason(parse, clause, kinds);
  if (span.end <= reason.begin || span.begin >= reason.end) {
    const std::uint32_t distance =
        span.end <= reason.begin ? reason.begin - span.end : span.begin - reason.end;
    return wants + 1 - std::min(0.9F, static_cast<float>(distance) / 100.0F);
  }
  const bool within = reason.begin >= span.begin && reason.end <= span.end;
  const bool fills = static_cast<float>(reason.size()) >= 0.85F * static_cast<float>(span.size());
  return wants + (within && !fills ? 2.0F : 0.0F);
}

}  // namespace

Reasons::Reasons(const std::vector<float>& weights)
    : scorer_(std::make_unique<const ReasonScorer>(weights)) {}
Reasons::Reasons(Reasons&&) noexcept = default;
Reasons& Reasons::operator=(Reasons&&) noexcept = default;
Reasons::~Reasons() = default;

Result<Reasons> Reasons::load(const std::string& file) {
  auto mapped = MappedFile::open(file);
  if (!mapped) return tl::unexpected(std::move(mapped.error()));
  const std::string_view bytes = mapped->text();
  if (!bytes.starts_with(kMagic) || bytes.size() != kMagic.size() + std::size_t{2} * kTable) {
    return fail(Fault::bad_input, file + ": not a reason model of this version");
  }
  std::vector<float> weights(kTable);
  for (std::size_t i = 0; i < kTable; ++i) {
    const std::size_t at = kMagic.size() + 2 * i;
    const auto low = static_cast<unsigned char>(bytes[at]);
    const auto high = static_cast<unsigned char>(bytes[at + 1]);
    weights[i] =
        static_cast<float>(static_cast<std::int16_t>(low | (high << 8U))) / ReasonScorer::kSteps;
  }
  return Reasons(weights);
}

std::string Reasons::bytes() const {
  std::string out(kMagic);
  for (const std::int16_t step : scorer_->steps()) {
    const auto value = static_cast<std::uint16_t>(step);
    out += static_cast<char>(value & 0xFFU);
    out += static_cast<char>(value >> 8U);
  }
  return out;
}

std::uint64_t Reasons::fingerprint() const {
  const auto bytes = std::as_bytes(std::span(scorer_->steps()));
  return hash64({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::vector<Evidence> Reasons::spans(const Parse& parse) const {
  ReasonState state;
  return spans(parse, state);
}

std::vector<Evidence> Reasons::spans(const Parse& parse, ReasonState& state) const {
  if (parse.tokens.list.empty()) return {};
  const ReasonView view(parse, state.buffers);
  // A rival may lend its probability to two spans that do not touch.
  scorer_->score(view, parse, kLeast / 2, state);
  if (state.all.empty()) return {};
  return choose(state.all, parse.clauses.size());
}

std::vector<std::optional<Evidence>> Reasons::find(const Parse& parse,
                                                   std::span<const ClauseScores> kinds) const {
  ReasonState state;
  return find(parse, kinds, state);
}

std::vector<std::optional<Evidence>> Reasons::find(const Parse& parse,
                                                   std::span<const ClauseScores> kinds,
                                                   ReasonState& state) const {
  std::vector<std::optional<Evidence>> out(parse.clauses.size());
  for (const Evidence& reason : spans(parse, state)) {
    std::size_t owner = 0;
    float most = -1;
    for (std::size_t c = 0; c < parse.clauses.size(); ++c) {
      if (out[c]) continue;
      const ClauseScores* scores = c < kinds.size() ? &kinds[c] : nullptr;
      const float claim = claim_on(parse, parse.clauses[c], scores, reason.span);
      if (claim > most) {
        most = claim;
        owner = c;
      }
    }
    if (!out[owner]) out[owner] = reason;
  }
  return out;
}

}  // namespace attune

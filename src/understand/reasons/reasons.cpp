// SPDX-License-Identifier: Apache-2.0
// Idea: whether a text gives a reason, and which, is one choice among spans and "none", so that
// spans compete and the probabilities add up to 1. Spans that overlap by half mean the same reason,
// so each is told with the probability of all of those. What a connective leads in beyond doubt
// (connectives.cpp) needs no such choice and stands first.
//
// Applies to English texts of any length; of a letter with many grievances only the likeliest are
// told, at most one a clause. The clause that a reason is given for is the one that holds it
// without being it, else a near one that struggles, needs or praises.
//
// Costs O(tokens + borders) for the scores (scorer.cpp), and 24² comparisons to choose.
//
// Source: conditional log-linear models (Berger, Della Pietra and Della Pietra 1996) over spans as
// in semi-Markov fields (Sarawagi and Cohen 2004); the choice by expected overlap is minimum Bayes
// risk (Goel and Byrne 2000). Tested in rules_test.cpp and connectives_test.cpp; figures in
// models/because/CARD.md.
#include "understand/reasons/reasons.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>

#include "base/hash.h"
#include "base/mapped_file.h"
#include "text/disjoint_spans.h"
#include "understand/reasons/connectives.h"
#include "understand/reasons/owners.h"
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

/// Least precision of a connective that the model does not contradict.
constexpr float kBeforeModel = 0.8F;

/// The candidates worth comparing, most probable first. They come to stand first in `all`.
std::span<const ScoredReason> rivals(std::vector<ScoredReason>& all) {
  const std::size_t kept = std::min(kRivals, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(),
                    [](const ScoredReason& a, const ScoredReason& b) {
                      return a.p != b.p ? a.p > b.p : a.span < b.span;
                    });
  return std::span(all).first(kept);
}

/// Rivals that overlap by half (intersection over union), a bit each; in whole numbers.
std::array<std::uint32_t, kRivals> friends(std::span<const ScoredReason> top) {
  std::array<std::uint32_t, kRivals> masks{};
  for (std::size_t i = 0; i < top.size(); ++i) {
    const Span a = top[i].span;
    for (std::size_t j = 0; j <= i; ++j) {
      const Span b = top[j].span;
      // Under 0 where they do not touch. No branch: it would be guessed wrong half the time.
      const std::int64_t common =
          std::int64_t{std::min(a.end, b.end)} - std::int64_t{std::max(a.begin, b.begin)};
      const bool half = 3 * common >= std::int64_t{a.size()} + std::int64_t{b.size()};
      masks[i] |= static_cast<std::uint32_t>(half) << j;
      masks[j] |= static_cast<std::uint32_t>(half) << i;
    }
  }
  return masks;
}

/// A span's probability with that of the rivals that overlap it by half.
float support(std::uint32_t mask, std::span<const ScoredReason> top) {
  float p = 0;
  for (; mask != 0; mask &= mask - 1) p += top[static_cast<std::size_t>(std::countr_zero(mask))].p;
  return p;
}

/// The spans with most support (what an evaluation at half overlap rewards), best first, none
/// touching another; at most one a clause.
std::vector<Evidence> choose(std::vector<ScoredReason>& all, std::size_t clauses) {
  const std::span<const ScoredReason> top = rivals(all);
  const std::array<std::uint32_t, kRivals> masks = friends(top);
  const std::size_t most = std::min(kMostReasons, clauses);
  std::vector<Evidence> chosen;
  const auto taken = [&](const ScoredReason& one) {
    return std::any_of(chosen.begin(), chosen.end(),
                       [&](const Evidence& other) { return overlap(one.span, other.span); });
  };
  float all_told = 0;
  while (chosen.size() < most) {
    Evidence best;
    for (std::size_t i = 0; i < top.size(); ++i) {
      const float p = taken(top[i]) ? 0 : support(masks[i], top);
      if (p > best.p) best = {.span = top[i].span, .p = p};
    }
    if (best.span.empty() || (!chosen.empty() && best.p < kLeastMore)) break;
    chosen.push_back(best);
    all_told += best.p;
  }
  if (all_told < kLeast) chosen.clear();
  return chosen;
}

/// The bytes of a led reason, with the mark that closes a quotation opened in it.
Span bytes_of(const Parse& parse, const LedReason& reason) {
  const std::vector<Token>& tokens = parse.tokens.list;
  Span span{.begin = tokens[reason.first].span.begin, .end = tokens[reason.last - 1].span.end};
  const std::string_view words = span.of(parse.text);
  const bool open = std::count(words.begin(), words.end(), '"') % 2 == 1;
  if (open && span.end < parse.text.size() && parse.text[span.end] == '"') ++span.end;
  return span;
}

bool by_p(const Evidence& a, const Evidence& b) {
  return a.p > b.p;
}

/// Adds the led reasons to those that the model tells. Of two that overlap the likelier stays, but
/// what a connective says with kBeforeModel or more stands before all that the model finds.
void settle(const Parse& parse, const std::vector<LedReason>& led, std::vector<Evidence>& told) {
  std::vector<Evidence> all;
  all.reserve(led.size() + told.size());
  for (const LedReason& reason : led) {
    all.push_back({.span = bytes_of(parse, reason), .p = reason.p, .led = true});
  }
  const auto sure = [](const Evidence& one) { return one.p >= kBeforeModel; };
  const auto doubtful = std::stable_partition(all.begin(), all.end(), sure) - all.begin();
  all.insert(all.end(), told.begin(), told.end());
  std::stable_sort(all.begin(), all.begin() + doubtful, by_p);
  std::stable_sort(all.begin() + doubtful, all.end(), by_p);
  told.clear();
  DisjointSpans taken;
  for (const Evidence& one : all) {
    if (taken.take(one.span)) told.push_back(one);
  }
}

/// How much a clause asks for a reason.
float wants_reason(const Parse& parse, const ClauseRange& clause, const ClauseScores* kinds) {
  float most = pattern_score(parse, PatternKind::feeling, clause.first, clause.last);
  for (std::size_t k = 0; kinds != nullptr && k < 8; ++k) most = std::max(most, kinds->p[k]);
  return most;
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
  // Where several spans may be told, a rival may lend its probability to two that do not touch.
  scorer_->score(view, parse, parse.clauses.size() == 1 ? kLeast : kLeast / 2, state);
  std::vector<Evidence> told;
  if (!state.all.empty()) told = choose(state.all, parse.clauses.size());
  led_reasons(parse, view.candidates(), state.sums, state.led);
  if (!state.led.empty()) settle(parse, state.led, told);
  return told;
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
  const std::vector<Evidence> told = spans(parse, state);
  if (told.empty()) return out;
  std::vector<float> wants(out.size());
  for (std::size_t c = 0; c < wants.size(); ++c) {
    wants[c] = wants_reason(parse, parse.clauses[c], c < kinds.size() ? &kinds[c] : nullptr);
  }
  ReasonOwners owners(parse.clauses, std::move(wants));
  for (const Evidence& reason : told) {
    if (const auto owner = owners.take(reason.span)) out[*owner] = reason;
  }
  return out;
}

}  // namespace attune

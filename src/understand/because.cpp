// SPDX-License-Identifier: Apache-2.0
#include "understand/because.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

#include "understand/reason_features.h"

namespace attune {

namespace {

constexpr std::string_view kMagic = "attune-because-1\n";
constexpr float kSteps = 512;

/// A text has a reason if the most probable span, with the rivals that overlap it by half, has at
/// least this much; a text that gives one reason may well give others, so these need less. Chosen
/// out of fold on our own sentences (F1 at half overlap .62; .58 with two reasons at .12 and .15).
constexpr float kLeast = 0.10F;
constexpr float kLeastMore = 0.07F;
constexpr std::size_t kMostReasons = 3;
/// Spans that are compared with each other.
constexpr std::size_t kRivals = 24;

float sum_of(const std::vector<float>& weights, const FeatureIds& ids) {
  float sum = 0;
  for (const std::uint32_t id : ids) sum += weights[id];
  return sum;
}

struct Scored {
  Span span;
  float p = 0;
};

/// Every candidate with its probability. They and "none" add up to 1.
std::vector<Scored> score_all(const std::vector<float>& weights, const ReasonView& view,
                              const Parse& parse) {
  FeatureIds ids;
  const auto sum = [&] {
    const float total = sum_of(weights, ids);
    ids.clear();
    return total;
  };
  std::vector<float> begin(view.begins().size());
  std::vector<float> end(view.ends().size());
  std::vector<float> inside(parse.tokens.size() + 1, 0);
  for (std::size_t i = 0; i < begin.size(); ++i) {
    view.begin_features(view.begins()[i], ids);
    begin[i] = sum();
  }
  for (std::size_t i = 0; i < end.size(); ++i) {
    view.end_features(view.ends()[i], ids);
    end[i] = sum();
  }
  for (std::uint32_t i = 0; i < parse.tokens.size(); ++i) {
    view.token_features(i, ids);
    inside[i + 1] = inside[i] + sum();
  }
  view.none_features(ids);
  const float none = sum();
  std::vector<Scored> all;
  all.reserve(view.candidates().size());
  float most = none;
  for (const ReasonView::Candidate& c : view.candidates()) {
    view.pair_features(c, ids);
    const float z =
        begin[c.begin_border] + end[c.end_border] + inside[c.last] - inside[c.first] + sum();
    most = std::max(most, z);
    all.push_back({view.span_of(c), z});
  }
  double total = std::exp(static_cast<double>(none - most));
  for (Scored& one : all) {
    one.p = std::exp(one.p - most);
    total += one.p;
  }
  for (Scored& one : all) one.p = static_cast<float>(one.p / total);
  return all;
}

float overlap(Span a, Span b) {
  const std::uint32_t from = std::max(a.begin, b.begin);
  const std::uint32_t to = std::min(a.end, b.end);
  if (from >= to) return 0;
  const auto common = static_cast<float>(to - from);
  return common / (static_cast<float>(a.size() + b.size()) - common);
}

/// The candidates worth comparing, most probable first.
std::vector<Scored> rivals(std::vector<Scored> all) {
  const std::size_t kept = std::min(kRivals, all.size());
  std::partial_sort(
      all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(),
      [](const Scored& a, const Scored& b) { return a.p != b.p ? a.p > b.p : a.span < b.span; });
  all.resize(kept);
  return all;
}

/// A span's probability with that of the rivals that overlap it by half.
float support(const Scored& one, const std::vector<Scored>& top) {
  float p = 0;
  for (const Scored& other : top) p += overlap(one.span, other.span) >= 0.5F ? other.p : 0;
  return p;
}

/// The spans with most support (what an evaluation at half overlap rewards), best first, none
/// touching another.
std::vector<Evidence> choose(std::vector<Scored> all) {
  const std::vector<Scored> top = rivals(std::move(all));
  std::vector<Evidence> chosen;
  const auto taken = [&](const Scored& one) {
    return std::any_of(chosen.begin(), chosen.end(),
                       [&](const Evidence& other) { return overlap(one.span, other.span) > 0; });
  };
  while (chosen.size() < kMostReasons) {
    Evidence best;
    for (const Scored& one : top) {
      const float p = taken(one) ? 0 : support(one, top);
      if (p > best.p) best = Evidence{one.span, p};
    }
    if (best.span.empty() || best.p < (chosen.empty() ? kLeast : kLeastMore)) break;
    chosen.push_back(best);
  }
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

Result<Reasons> Reasons::load(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(Fault::not_found, file + ": cannot be opened");
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  if (!bytes.starts_with(kMagic) || bytes.size() != kMagic.size() + std::size_t{2} * kTable) {
    return fail(Fault::bad_input, file + ": not a reason model of this version");
  }
  std::vector<float> weights(kTable);
  for (std::size_t i = 0; i < kTable; ++i) {
    const std::size_t at = kMagic.size() + 2 * i;
    const auto low = static_cast<unsigned char>(bytes[at]);
    const auto high = static_cast<unsigned char>(bytes[at + 1]);
    weights[i] = static_cast<float>(static_cast<std::int16_t>(low | (high << 8U))) / kSteps;
  }
  return Reasons(std::move(weights));
}

std::string Reasons::bytes() const {
  std::string out(kMagic);
  for (const float weight : weights_) {
    const float step = std::clamp(std::round(weight * kSteps), -32767.0F, 32767.0F);
    const auto value = static_cast<std::uint16_t>(static_cast<std::int16_t>(step));
    out += static_cast<char>(value & 0xFFU);
    out += static_cast<char>(value >> 8U);
  }
  return out;
}

std::vector<Evidence> Reasons::spans(const Parse& parse) const {
  if (parse.tokens.list.empty()) return {};
  const ReasonView view(parse);
  return choose(score_all(weights_, view, parse));
}

std::vector<std::optional<Evidence>> Reasons::find(const Parse& parse,
                                                   std::span<const ClauseScores> kinds) const {
  std::vector<std::optional<Evidence>> out(parse.clauses.size());
  for (const Evidence& reason : spans(parse)) {
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

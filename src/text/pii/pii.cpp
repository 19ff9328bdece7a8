// SPDX-License-Identifier: Apache-2.0
#include "text/pii/pii.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/ascii.h"
#include "text/disjoint_spans.h"
#include "text/pii/addresses.h"
#include "text/pii/names.h"
#include "text/pii/pii_numbers.h"
#include "text/pii/pii_rules.h"

namespace attune {

namespace {

constexpr auto kOrder =
    std::to_array<std::string_view>({"email", "url", "iban", "card", "ip", "id", "address",
                                     "birthdate", "phone", "age", "zip", "person"});

/// Who wins where two claims overlap: the surer first.
std::size_t rank_of(std::string_view kind) {
  const auto at = std::find(kOrder.begin(), kOrder.end(), kind);
  return static_cast<std::size_t>(at - kOrder.begin());
}

/// Keeps the surest of overlapping spans; leaves the rest in order. O(n log n).
void settle(std::vector<PiiSpan>& found) {
  std::stable_sort(found.begin(), found.end(), [](const PiiSpan& a, const PiiSpan& b) {
    const std::size_t first = rank_of(a.kind);
    const std::size_t second = rank_of(b.kind);
    return first != second ? first < second : a.span < b.span;
  });
  DisjointSpans taken;
  std::erase_if(found, [&taken](const PiiSpan& claim) { return !taken.take(claim.span); });
  std::sort(found.begin(), found.end(),
            [](const PiiSpan& a, const PiiSpan& b) { return a.span < b.span; });
}

float share_of_union(const Span& a, const Span& b) {
  if (!overlap(a, b)) return 0;
  const auto inner = static_cast<float>(std::min(a.end, b.end) - std::max(a.begin, b.begin));
  const auto outer = static_cast<float>(std::max(a.end, b.end) - std::min(a.begin, b.begin));
  return inner / outer;
}

}  // namespace

PiiFinder::PiiFinder() = default;

PiiFinder::PiiFinder(std::shared_ptr<const NameModel> names) : names_(std::move(names)) {}

Result<PiiFinder> PiiFinder::load(const std::string& models) {
  auto model = NameModel::load(models + "/pii/names.bin");
  if (!model) return tl::unexpected<Error>(model.error());
  return PiiFinder(std::make_shared<const NameModel>(std::move(*model)));
}

void PiiFinder::find(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out) const {
  out.clear();
  bool digits = false;
  for (const char c : text) digits |= is_digit(c);
  find_net_addresses(text, tokens, out);
  if (digits) {
    find_numbers(text, tokens, out);
    find_ages(text, tokens, out);
    find_postcodes(text, tokens, out);
  }
  if (names_) names_->find(text, tokens, out);
  if (digits || text.find("corner of") != std::string_view::npos) find_addresses(text, tokens, out);
  if (out.size() > 1) settle(out);
}

std::string mask(std::string_view text, std::span<const PiiSpan> spans, Span part) {
  std::string out;
  out.reserve(part.end - part.begin);
  std::uint32_t at = part.begin;
  for (const PiiSpan& pii : spans) {
    if (pii.span.end <= at || pii.span.begin >= part.end) continue;
    const std::uint32_t begin = std::max(pii.span.begin, at);
    out.append(text.substr(at, begin - at));
    out += '[';
    out.append(pii.kind);
    out += ']';
    at = std::min(pii.span.end, part.end);
  }
  out.append(text.substr(at, part.end - at));
  return out;
}

std::string mask(std::string_view text, std::span<const PiiSpan> spans) {
  return mask(text, spans, {0, static_cast<std::uint32_t>(text.size())});
}

double PiiScore::f2() const {
  const double right = 5.0 * static_cast<double>(found);
  const double all = right + 4.0 * static_cast<double>(missed) + static_cast<double>(wrong);
  return found == 0 ? 0.0 : right / all;
}

PiiScore evaluate_pii(const PiiFinder& finder, std::span<const PiiExample> examples) {
  PiiScore score;
  Tokens tokens;
  std::vector<PiiSpan> found;
  for (const PiiExample& example : examples) {
    tokenise(example.text, tokens);
    finder.find(example.text, tokens, found);
    const auto agrees = [](const Span& span, const std::vector<PiiSpan>& others) {
      return std::any_of(others.begin(), others.end(), [&span](const PiiSpan& other) {
        return share_of_union(span, other.span) >= .5F;
      });
    };
    for (const PiiSpan& gold : example.gold) {
      ++(agrees(gold.span, found) ? score.found : score.missed);
    }
    for (const PiiSpan& claim : found) {
      const bool loose =
          std::any_of(example.loose.begin(), example.loose.end(),
                      [&claim](const Span& span) { return overlap(span, claim.span); });
      if (!loose && !agrees(claim.span, example.gold)) ++score.wrong;
    }
  }
  return score;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "understand/patterns.h"

#include <algorithm>

#include "understand/pattern_tables.h"

namespace attune {

namespace {

/// Live nodes at one token; far above what a book of thousands of patterns reaches on real text.
constexpr std::size_t kMostLive = 1U << 14U;

constexpr std::uint32_t kStop = 1U << 16U;         ///< The token ends a sentence.
constexpr std::uint32_t kClauseStart = 1U << 17U;  ///< A clause can begin at it.
constexpr std::uint32_t kClauseEnd = 1U << 18U;    ///< A clause can end before it.

std::uint32_t flags_of(const Token& token) {
  std::uint32_t flags = 0;
  switch (token.kind) {
    case TokenKind::word:
      flags = TokenFlag::kWord;
      break;
    case TokenKind::number:
      flags = TokenFlag::kNumber;
      break;
    case TokenKind::mention:
      flags = TokenFlag::kMention;
      break;
    case TokenKind::hashtag:
      flags = TokenFlag::kHashtag;
      break;
    case TokenKind::link:
      flags = TokenFlag::kLink;
      break;
    case TokenKind::email:
      flags = TokenFlag::kEmail;
      break;
    case TokenKind::symbol:
      flags = TokenFlag::kEmoji;
      break;
    case TokenKind::punctuation:
      break;
  }
  if (token.capitals) flags |= TokenFlag::kCapitals;
  if (token.title) flags |= TokenFlag::kTitle;
  return flags;
}

/// Words behind which a clause can begin without a mark.
bool joins_clauses(std::string_view word) {
  return word == "and" || word == "but" || word == "so" || word == "or" || word == "because" ||
         word == "also" || word == "then" || word == "anyway" || word == "plus" || word == "btw" ||
         word == "hi" || word == "hello" || word == "hey" || word == "well" || word == "yes" ||
         word == "no" || word == "ok" || word == "okay" || word == "honestly" || word == "now";
}

}  // namespace

Patterns::Patterns(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
Patterns::Patterns(Patterns&&) noexcept = default;
Patterns& Patterns::operator=(Patterns&&) noexcept = default;
Patterns::~Patterns() = default;

std::size_t Patterns::size() const {
  return tables_->book.patterns.size();
}
const PatternSpec& Patterns::at(std::size_t i) const {
  return tables_->book.patterns[i];
}
const PatternBook& Patterns::book() const {
  return tables_->book;
}

Result<Patterns> Patterns::compile(PatternBook book) {
  auto tables = Tables::build(std::move(book));
  if (!tables) return tl::unexpected(tables.error());
  return Patterns(std::move(*tables));
}

void Patterns::match(const Tokens& tokens, PatternState& state) const {
  state.hits_.clear();
  state.live_.clear();
  classify(tokens, state);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) step(i, state);
  std::sort(state.hits_.begin(), state.hits_.end(), [](const PatternHit& a, const PatternHit& b) {
    return std::tie(a.first, a.last, a.pattern) < std::tie(b.first, b.last, b.pattern);
  });
  state.hits_.erase(std::unique(state.hits_.begin(), state.hits_.end()), state.hits_.end());
  keep_allowed(state);
}

void Patterns::classify(const Tokens& tokens, PatternState& state) const {
  const std::size_t n = tokens.size();
  state.rows_.resize(n);
  state.flags_.resize(n + 1);
  bool clause_start = true;
  for (std::size_t i = 0; i < n; ++i) {
    const Token& token = tokens.list[i];
    const std::string_view word = tokens.word(i);
    state.rows_[i] = tables_->words.row_of(word);
    std::uint32_t flags = flags_of(token);
    const bool wordlike = (flags & (TokenFlag::kWord | TokenFlag::kNumber)) != 0;
    if (ends_sentence(word)) flags |= kStop;
    if (clause_start) flags |= kClauseStart;
    if (!wordlike) flags |= kClauseEnd;
    clause_start = !wordlike || joins_clauses(word);
    if (joins_clauses(word)) flags |= kClauseEnd;
    state.flags_[i] = flags;
  }
  state.flags_[n] = kStop | kClauseEnd;
}

void Patterns::step(std::uint32_t token, PatternState& state) const {
  const Tables& t = *tables_;
  const std::uint32_t row = state.rows_[token];
  const std::uint32_t flags = state.flags_[token];
  state.next_.clear();
  for (const PatternState::Live live : state.live_) {
    const Node& node = t.nodes[live.node];
    for (std::uint32_t e = node.first_edge; e < node.last_edge; ++e) {
      const Edge& edge = t.edges[e];
      if (edge.gap >= live.age && t.has(row, flags, edge.klass)) {
        advance(edge.to, live.start, token, state);
      }
    }
    if (live.age < node.most_gap && (flags & kStop) == 0 && state.next_.size() < kMostLive) {
      state.next_.push_back({live.node, live.start, live.age + 1});
    }
  }
  for (const std::uint32_t to : t.starts(row)) advance(to, token, token, state);
  if ((flags & kClauseStart) != 0) {
    for (const std::uint32_t to : t.clause_starts(row)) advance(to, token, token, state);
  }
  for (const FlagStart& start : t.flag_starts) {
    if ((flags & start.flags) == 0 || t.in_row(row, start.klass)) continue;
    if (!start.at_clause_start || (flags & kClauseStart) != 0)
      advance(start.to, token, token, state);
  }
  std::swap(state.live_, state.next_);
}

void Patterns::advance(std::uint32_t to, std::uint32_t start, std::uint32_t token,
                       PatternState& state) const {
  const Node& node = tables_->nodes[to];
  for (std::uint32_t o = node.first_output; o < node.last_output; ++o) {
    const Output& output = tables_->outputs[o];
    if (output.at_clause_end && (state.flags_[token + 1] & kClauseEnd) == 0) continue;
    state.hits_.push_back({output.pattern, start, token + 1});
  }
  if (node.first_edge < node.last_edge && state.next_.size() < kMostLive) {
    state.next_.push_back({to, start, 0});
  }
}

void Patterns::keep_allowed(PatternState& state) const {
  const Tables& t = *tables_;
  const auto n = static_cast<std::uint32_t>(state.rows_.size());
  const auto has = [&](std::uint32_t i, std::uint32_t klass) {
    return t.has(state.rows_[i], state.flags_[i], klass);
  };
  const auto stop = [&](std::uint32_t i) { return (state.flags_[i] & kStop) != 0; };
  const auto holds = [&](const PatternHit& hit, const PatternGuard& guard) {
    std::uint32_t from = hit.first;
    std::uint32_t to = hit.last;
    if (guard.place == GuardPlace::text) {
      from = 0;
      to = n;
    }
    if (guard.place == GuardPlace::before || guard.place == GuardPlace::sentence ||
        guard.place == GuardPlace::question) {
      const std::uint32_t reach = guard.place == GuardPlace::before ? guard.reach : n;
      while (from > 0 && hit.first - from < reach && !stop(from - 1)) --from;
      if (guard.place == GuardPlace::before) to = hit.first;
    }
    if (guard.place == GuardPlace::after || guard.place == GuardPlace::sentence ||
        guard.place == GuardPlace::question) {
      const std::uint32_t reach = guard.place == GuardPlace::after ? guard.reach : n;
      while (to < n && to - hit.last < reach && !stop(to)) ++to;
      if (guard.place == GuardPlace::after) from = hit.last;
    }
    if (guard.place == GuardPlace::question) {
      while (to < n && stop(to)) {
        if (has(to++, t.question_class)) return true;
      }
      return false;
    }
    for (std::uint32_t i = from; i < to; ++i) {
      if (has(i, guard.klass)) return true;
    }
    return false;
  };
  const auto refused = [&](const PatternHit& hit) {
    const std::vector<PatternGuard>& guards = at(hit.pattern).guards;
    return std::any_of(guards.begin(), guards.end(), [&](const PatternGuard& guard) {
      return holds(hit, guard) != guard.required;
    });
  };
  state.hits_.erase(std::remove_if(state.hits_.begin(), state.hits_.end(), refused),
                    state.hits_.end());
}

float pattern_score(const Parse& parse, PatternKind kind, std::uint32_t first, std::uint32_t last) {
  float miss = 1;
  std::uint32_t before = ~0U;
  for (const PatternHit& hit : parse.hits) {
    if (hit.first < first || hit.last > last) continue;
    const PatternSpec& spec = parse.patterns.at(hit.pattern);
    if (spec.kind != kind || hit.pattern == before) continue;
    before = hit.pattern;
    miss *= 1 - spec.p;
  }
  return 1 - miss;
}

float pattern_score(const Parse& parse, PatternKind kind) {
  return pattern_score(parse, kind, 0, static_cast<std::uint32_t>(parse.tokens.size()));
}

}  // namespace attune

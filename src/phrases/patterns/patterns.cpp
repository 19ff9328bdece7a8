// SPDX-License-Identifier: Apache-2.0
#include "phrases/patterns/patterns.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "phrases/patterns/pattern_tables.h"
#include "text/clause_words.h"

namespace attune {

namespace {

/// Live nodes at one token; far above what a book of thousands of patterns reaches on real text.
constexpr std::size_t kMostLive = 1U << 14U;

constexpr std::size_t kAhead = 6;  ///< Tokens.

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
  if (state.book_ != tables_->words.fingerprint()) {
    state.words_.clear();
    state.book_ = tables_->words.fingerprint();
  }
  state.rows_.resize(n);
  state.flags_.resize(n + 1);
  state.signatures_.resize(n + 1);
  state.stops_.clear();
  bool clause_start = true;
  for (std::size_t i = 0; i < n; ++i) {
    const Token& token = tokens.list[i];
    if (i + kAhead < n) state.words_.prefetch(tokens.list[i + kAhead].number);
    const PatternState::Word& known =
        state.words_.of(tokens.numbers, token.number, [&](PatternState::Word& made) {
          made.row = tables_->words.row_of(tokens.word(i));
          made.signature = tables_->row_signatures[made.row];
          made.joins_clauses = joins_clauses(tokens.word(i));
        });
    state.rows_[i] = known.row;
    state.signatures_[i] = known.signature;
    std::uint32_t flags = flags_of(token);
    const bool wordlike = (flags & (TokenFlag::kWord | TokenFlag::kNumber)) != 0;
    const bool stops = (tokens.traits(i).clause_bits & ClauseWord::kEndsSentence) != 0;
    if (stops) {
      flags |= kStop;
      state.stops_.push_back({.token = static_cast<std::uint32_t>(i)});
    }
    if (clause_start) flags |= kClauseStart;
    if (!wordlike) flags |= kClauseEnd;
    clause_start = !wordlike || known.joins_clauses;
    if (known.joins_clauses) flags |= kClauseEnd;
    state.flags_[i] = flags;
  }
  state.flags_[n] = kStop | kClauseEnd;
  state.signatures_[n] = kAnyWord;
}

void Patterns::step(std::uint32_t token, PatternState& state) const {
  const bool stops = (state.flags_[token] & kStop) != 0;
  const std::uint64_t signature = state.signatures_[token];
  state.next_.clear();
  for (PatternState::Live live : state.live_) {
    if ((live.signature & signature) != 0) follow(live, token, state);
    if (live.age < live.most_gap && !stops && state.next_.size() < kMostLive) {
      ++live.age;
      state.next_.push_back(live);
    }
  }
  start(token, state);
  std::swap(state.live_, state.next_);
}

void Patterns::follow(const PatternState::Live& live, std::uint32_t token,
                      PatternState& state) const {
  const Tables& t = *tables_;
  const std::uint32_t row = state.rows_[token];
  const std::uint32_t flags = state.flags_[token];
  const std::uint64_t signature = state.signatures_[token];
  const Node& node = t.nodes[live.node];
  for (std::uint32_t e = node.first_edge; e < node.last_edge; ++e) {
    const Edge& edge = t.edges[e];
    if ((edge.bit & signature) != 0 && edge.gap >= live.age && t.has(row, flags, edge.klass)) {
      advance(edge.to, live.start, token, state);
    }
  }
}

void Patterns::start(std::uint32_t token, PatternState& state) const {
  const Tables& t = *tables_;
  const std::uint32_t row = state.rows_[token];
  const std::uint32_t flags = state.flags_[token];
  const std::uint64_t next = state.signatures_[token + 1];
  const auto take = [&](const Start& start) {
    if ((start.needs & next) != 0) advance(start.to, token, token, state);
  };
  for (const Start& start : t.starts.of(row)) take(start);
  if ((flags & kClauseStart) != 0) {
    for (const Start& start : t.clause_starts.of(row)) take(start);
  }
  for (const FlagStart& start : t.flag_starts) {
    if ((flags & start.flags) == 0 || t.in_row(row, start.klass)) continue;
    if (!start.at_clause_start || (flags & kClauseStart) != 0)
      advance(start.to, token, token, state);
  }
}

void Patterns::advance(std::uint32_t to, std::uint32_t start, std::uint32_t token,
                       PatternState& state) const {
  const Node& node = tables_->nodes[to];
  for (std::uint32_t o = node.first_output; o < node.last_output; ++o) {
    const Output& output = tables_->outputs[o];
    if (output.at_clause_end && (state.flags_[token + 1] & kClauseEnd) == 0) continue;
    state.hits_.push_back({output.pattern, start, token + 1});
  }
  if (node.first_edge == node.last_edge || state.next_.size() >= kMostLive) return;
  // Most nodes die at the next token: those that could neither take it nor wait are not kept.
  if (node.most_gap == 0 && (node.signature & state.signatures_[token + 1]) == 0) return;
  state.next_.push_back({node.signature, to, start, 0, node.most_gap});
}

/// Looks at the surroundings of hits. A sentence may be as long as the text and hold as many hits,
/// so its bounds are searched for by halving, and what a class says of it is remembered.
class Patterns::Judge {
 public:
  Judge(const Tables& tables, PatternState& state)
      : t_(tables), state_(state), n_(static_cast<std::uint32_t>(state.rows_.size())) {
    ++state_.texts_;
    state_.stretches_.resize(t_.class_flags.size());
    mark_questions();
  }

  [[nodiscard]] bool refuses(const PatternHit& hit) const {
    const std::vector<PatternGuard>& guards = t_.book.patterns[hit.pattern].guards;
    return std::any_of(guards.begin(), guards.end(), [&](const PatternGuard& guard) {
      return holds(hit, guard) != guard.required;
    });
  }

 private:
  using Stops = std::vector<PatternState::Stop>;

  [[nodiscard]] bool holds(const PatternHit& hit, const PatternGuard& guard) const {
    switch (guard.place) {
      case GuardPlace::before:
        return any(back(hit.first, guard.reach), hit.first, guard.klass);
      case GuardPlace::inside:
        return any(hit.first, hit.last, guard.klass);
      case GuardPlace::after:
        return any(hit.last, ahead(hit.last, guard.reach), guard.klass);
      case GuardPlace::sentence:
        return any_of_many(sentence_begin(hit.first), sentence_end(hit.last), guard.klass);
      case GuardPlace::text:
        return any_of_many(0, n_, guard.klass);
      case GuardPlace::question:
        break;
    }
    const auto mark = stop_from(hit.last);
    return mark != state_.stops_.end() && mark->asks;
  }

  void mark_questions() const {
    bool asks = false;
    for (std::size_t k = state_.stops_.size(); k-- > 0;) {
      const std::uint32_t token = state_.stops_[k].token;
      const bool run = k + 1 < state_.stops_.size() && state_.stops_[k + 1].token == token + 1;
      asks = t_.has(state_.rows_[token], 0, t_.question_class) || (run && asks);
      state_.stops_[k].asks = asks;
    }
  }

  [[nodiscard]] Stops::const_iterator stop_from(std::uint32_t at) const {
    return std::ranges::lower_bound(std::as_const(state_.stops_), at, {},
                                    &PatternState::Stop::token);
  }
  [[nodiscard]] std::uint32_t sentence_begin(std::uint32_t at) const {
    const auto stop = stop_from(at);
    return stop == state_.stops_.begin() ? 0 : std::prev(stop)->token + 1;
  }
  [[nodiscard]] std::uint32_t sentence_end(std::uint32_t at) const {
    const auto stop = stop_from(at);
    return stop == state_.stops_.end() ? n_ : stop->token;
  }

  [[nodiscard]] bool stop(std::uint32_t i) const { return (state_.flags_[i] & kStop) != 0; }
  /// Up to `reach` tokens before `at`, in its sentence.
  [[nodiscard]] std::uint32_t back(std::uint32_t at, std::uint32_t reach) const {
    std::uint32_t from = at;
    while (from > 0 && at - from < reach && !stop(from - 1)) --from;
    return from;
  }
  [[nodiscard]] std::uint32_t ahead(std::uint32_t at, std::uint32_t reach) const {
    std::uint32_t to = at;
    while (to < n_ && to - at < reach && !stop(to)) ++to;
    return to;
  }
  [[nodiscard]] bool any(std::uint32_t from, std::uint32_t to, std::uint32_t klass) const {
    for (std::uint32_t i = from; i < to; ++i) {
      if (t_.has(state_.rows_[i], state_.flags_[i], klass)) return true;
    }
    return false;
  }
  /// The same of a stretch that the hits after this one will ask about too.
  [[nodiscard]] bool any_of_many(std::uint32_t from, std::uint32_t to, std::uint32_t klass) const {
    PatternState::Stretch& known = state_.stretches_[klass];
    if (known.text != state_.texts_ || known.from != from || known.to != to) {
      known = {.text = state_.texts_, .from = from, .to = to, .holds = any(from, to, klass)};
    }
    return known.holds;
  }

  const Tables& t_;
  PatternState& state_;
  std::uint32_t n_;
};

void Patterns::keep_allowed(PatternState& state) const {
  if (state.hits_.empty()) return;
  const Judge judge(*tables_, state);
  state.hits_.erase(std::remove_if(state.hits_.begin(), state.hits_.end(),
                                   [&](const PatternHit& hit) { return judge.refuses(hit); }),
                    state.hits_.end());
}

std::span<const PatternHit> hits_from(std::span<const PatternHit> hits, std::uint32_t first) {
  const auto at = std::ranges::lower_bound(hits, first, {}, &PatternHit::first);
  return hits.subspan(static_cast<std::size_t>(at - hits.begin()));
}

float pattern_score(const Parse& parse, PatternKind kind, std::uint32_t first, std::uint32_t last) {
  float miss = 1;
  std::uint32_t before = ~0U;
  for (const PatternHit& hit : hits_from(parse.hits, first)) {
    if (hit.first >= last) break;
    if (hit.last > last) continue;
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

// SPDX-License-Identifier: Apache-2.0
//
// Idea. Phrases that begin alike are walked together: all are merged into a trie over token
// classes, with gaps where Aho and Corasick have failure links, and from each token the trie is
// walked into its depth. A byte trie tells the classes of a token, once for each word of the
// thread's lexicon. Which nodes go on by a token of some classes was worked out before, a bit for
// each set of classes that nodes go on by: most ways end without a look at their edges.
//
// When it applies. All hits are wanted, in every way that they fit; phrases may be of named tokens
// alone ("%emoji %emoji"); the text is cut already, for others read it too.
//
// What it costs. O(tokens) for a given book: the steps from a token are bounded, and so are hits of
// a sentence in what their guards ask. 3 ms for the 713 lines of the example, four times what
// anchors take (docs/decisions/0005-two-matchers.md); 5 ms to compile the shipped patterns.
//
// Source. A. V. Aho, M. J. Corasick, Efficient string matching: an aid to bibliographic search,
// CACM 18 (1975), for the trie that is walked once; the gaps are ours.
//
// Tested in patterns_test.cpp by a naive twin on generated books and texts, and in
// matchers_test.cpp against AnchorMatcher.
#include "phrases/patterns/trie_matcher.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "phrases/patterns/trie_tables.h"
#include "phrases/timer.h"
#include "text/clause_words.h"

namespace attune::phrases {

namespace {

/// Steps from one token; far above what a book of thousands of patterns takes on real text.
constexpr std::size_t kMostSteps = 1U << 14U;

constexpr std::size_t kAhead = 6;  ///< Tokens.

std::uint32_t flags_of(const Token& token, std::string_view word) {
  std::uint32_t flags = 0;
  switch (token.kind) {
    case TokenKind::word:
      flags = TokenBit::kWord;
      break;
    case TokenKind::number:
      flags = TokenBit::kNumber;
      if (word.find(':') != std::string_view::npos) flags |= TokenBit::kClock;
      if (is_timer(word)) flags |= TokenBit::kTimer;
      break;
    case TokenKind::mention:
      flags = TokenBit::kMention;
      break;
    case TokenKind::hashtag:
      flags = TokenBit::kHashtag;
      break;
    case TokenKind::link:
      flags = TokenBit::kLink;
      break;
    case TokenKind::email:
      flags = TokenBit::kEmail;
      break;
    case TokenKind::symbol:
      flags = word == "\uFFFC" ? TokenBit::kSlot : TokenBit::kEmoji;
      break;
    case TokenKind::punctuation:
      break;
  }
  if (token.capitals) flags |= TokenBit::kCapitals;
  if (token.title) flags |= TokenBit::kInitial;
  if (token.title && !token.capitals) flags |= TokenBit::kTitle;
  return flags | TokenBit::kToken;
}

/// Words behind which a clause can begin without a mark.
bool joins_clauses(std::string_view word) {
  return word == "and" || word == "but" || word == "so" || word == "or" || word == "because" ||
         word == "also" || word == "then" || word == "anyway" || word == "plus" || word == "btw" ||
         word == "hi" || word == "hello" || word == "hey" || word == "well" || word == "yes" ||
         word == "no" || word == "ok" || word == "okay" || word == "honestly" || word == "now";
}

bool by_place(const Hit& a, const Hit& b) {
  return std::tie(a.first, a.last, a.entry) < std::tie(b.first, b.last, b.entry);
}

}  // namespace

TrieMatcher::TrieMatcher(std::unique_ptr<const TrieTables> tables) : tables_(std::move(tables)) {}
TrieMatcher::TrieMatcher(TrieMatcher&&) noexcept = default;
TrieMatcher& TrieMatcher::operator=(TrieMatcher&&) noexcept = default;
TrieMatcher::~TrieMatcher() = default;

Result<TrieMatcher> TrieMatcher::compile(const BookView& book) {
  auto tables = TrieTables::build(book);
  if (!tables) return tl::unexpected(tables.error());
  return TrieMatcher(std::move(*tables));
}

void TrieMatcher::find(const Tokens& tokens, TrieScratch& state) const {
  state.hits_.clear();
  classify(tokens, state);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    state.steps_ = kMostSteps;
    start(i, state);
  }
  std::sort(state.hits_.begin(), state.hits_.end(), by_place);
  state.hits_.erase(std::unique(state.hits_.begin(), state.hits_.end()), state.hits_.end());
  keep_allowed(state);
  name_entries(state);
}

void TrieMatcher::classify(const Tokens& tokens, TrieScratch& state) const {
  const std::size_t n = tokens.size();
  if (state.book_ != tables_->words.fingerprint()) {
    state.words_.clear();
    state.book_ = tables_->words.fingerprint();
  }
  state.rows_.resize(n + 1);
  state.flags_.resize(n + 1);
  state.until_.resize(n + 1);
  state.stops_.clear();
  bool stretch_start = true;
  bool clause_start = true;
  for (std::size_t i = 0; i < n; ++i) {
    const Token& token = tokens.list[i];
    if (i + kAhead < n) state.words_.prefetch(tokens.list[i + kAhead].number);
    const TrieScratch::Word& known =
        state.words_.of(tokens.numbers, token.number, [&](TrieScratch::Word& made) {
          made.row = tables_->words.row_of(tokens.word(i));
          made.joins_clauses = joins_clauses(tokens.word(i));
        });
    state.rows_[i] = known.row;
    std::uint32_t flags = flags_of(token, tokens.word(i));
    const bool wordlike = (flags & (TokenBit::kWord | TokenBit::kNumber)) != 0;
    const bool stops = (tokens.traits(i).clause_bits & ClauseWord::kEndsSentence) != 0;
    if (stops) {
      flags |= kStop;
      state.stops_.push_back({.token = static_cast<std::uint32_t>(i)});
    }
    if (stretch_start) flags |= kStretchStart;
    if (clause_start) flags |= kClauseStart;
    if (!wordlike) flags |= kClauseEnd;
    if (!wordlike && (flags & TokenBit::kSlot) == 0) flags |= kStretchEnd;
    stretch_start = !wordlike;
    clause_start = !wordlike || known.joins_clauses;
    if (known.joins_clauses) flags |= kClauseEnd;
    state.flags_[i] = flags;
  }
  state.rows_[n] = tables_->gates.no_row();
  state.flags_[n] = kStop | kClauseEnd | kStretchEnd;
  find_stops(n, state);
}

/// Fills until_: the next stop from each token on.
void TrieMatcher::find_stops(std::size_t n, TrieScratch& state) {
  auto until = static_cast<std::uint32_t>(n);
  for (std::size_t i = n + 1; i-- > 0;) {
    if ((state.flags_[i] & kStop) != 0) until = static_cast<std::uint32_t>(i);
    state.until_[i] = until;
  }
}

bool TrieMatcher::fits(const Needs& needs, std::uint32_t token, const TrieScratch& state) const {
  return tables_->gates.passes(state.rows_[token], needs.gate) ||
         (state.flags_[token] & needs.flags) != 0;
}

bool TrieMatcher::goes_on(const Needs& needs, std::uint32_t token, std::uint32_t most_gap,
                          const TrieScratch& state) const {
  const std::uint32_t last = last_behind(token, most_gap, state);
  for (std::uint32_t next = token + 1; next <= last; ++next) {
    if (fits(needs, next, state)) return true;
  }
  return false;
}

void TrieMatcher::start(std::uint32_t token, TrieScratch& state) const {
  const TrieTables& t = *tables_;
  const std::uint32_t row = state.rows_[token];
  const std::uint32_t flags = state.flags_[token];
  const auto take = [&](const Start& start) {
    if (start.ends || goes_on(start.needs, token, start.most_gap, state)) {
      advance(start.to, token, token, state);
    }
  };
  for (const Start& start : t.starts.of(row)) take(start);
  if ((flags & kClauseStart) != 0) {
    for (const Start& start : t.clause_starts.of(row)) take(start);
  }
  if (t.has_stretches && (flags & kStretchStart) != 0) {
    for (const Start& start : t.stretch_starts.of(row)) take(start);
  }
  if ((flags & t.flags_that_start) != 0) start_flagged(token, state);
  if (!t.near_starts.empty()) start_near(token, state);
}

void TrieMatcher::start_flagged(std::uint32_t token, TrieScratch& state) const {
  const TrieTables& t = *tables_;
  const std::uint32_t flags = state.flags_[token];
  for (const FlagStart& start : t.flag_starts) {
    if ((flags & start.flags) == 0 || t.in_row(state.rows_[token], start.klass)) continue;
    if ((flags & start.border) == start.border) advance(start.to, token, token, state);
  }
}

void TrieMatcher::start_near(std::uint32_t token, TrieScratch& state) const {
  for (const NearStart& start : tables_->near_starts) {
    if (!tables_->has(state.rows_[token], state.flags_[token], start.klass)) continue;
    std::uint32_t from = token;
    while (from > 0 && token - from < start.gap && (state.flags_[from] & start.border) == 0) --from;
    if ((state.flags_[from] & start.border) != 0) advance(start.to, token, token, state);
  }
}

void TrieMatcher::advance(std::uint32_t to, std::uint32_t start, std::uint32_t token,
                          TrieScratch& state) const {
  if (state.steps_ == 0) return;
  --state.steps_;
  const TrieTables& t = *tables_;
  const Node& node = t.nodes[to];
  for (std::uint32_t o = node.first_output; o < node.last_output; ++o) {
    const Output& output = t.outputs[o];
    if ((state.flags_[token + 1] & output.border) != output.border) continue;
    state.hits_.push_back({output.part, start, token + 1});
  }
  const std::uint32_t last = last_behind(token, node.most_gap, state);
  for (std::uint32_t next = token + 1; next <= last; ++next) {
    if (!fits(node.needs, next, state)) continue;
    const std::uint32_t gap = next - token - 1;
    // A gate of one class says of the one edge what its row would.
    const bool sure = t.gates.exact() && node.last_edge - node.first_edge == 1;
    for (std::uint32_t e = node.first_edge; e < node.last_edge; ++e) {
      const Edge& edge = t.edges[e];
      const bool fitting =
          sure || (edge.gap >= gap && t.has(state.rows_[next], state.flags_[next], edge.klass));
      if (fitting) advance(edge.to, start, next, state);
    }
  }
}

/// Looks at the surroundings of hits. A sentence may be as long as the text and hold as many hits,
/// so its bounds are searched for by halving, and what a class says of it is remembered.
class TrieMatcher::Judge {
 public:
  Judge(const TrieTables& tables, TrieScratch& state)
      : t_(tables), state_(state), n_(static_cast<std::uint32_t>(state.rows_.size() - 1)) {
    ++state_.texts_;
    state_.stretches_.resize(t_.class_flags.size());
    mark_questions();
  }

  [[nodiscard]] bool refuses(const Hit& hit) const {
    const std::vector<GateGuard>& guards = t_.parts[hit.entry].guards;
    return std::any_of(guards.begin(), guards.end(),
                       [&](const GateGuard& one) { return holds(hit, one) != one.guard.required; });
  }

 private:
  using Stops = std::vector<TrieScratch::Stop>;

  [[nodiscard]] bool holds(const Hit& hit, const GateGuard& one) const {
    const Guard& guard = one.guard;
    switch (guard.place) {
      case GuardPlace::before:
        return any(back(hit.first, guard.reach), hit.first, one);
      case GuardPlace::inside:
        return any(hit.first, hit.last, one);
      case GuardPlace::after:
        return any(hit.last, ahead(hit.last, guard.reach), one);
      case GuardPlace::sentence:
        return any_of_many(sentence_begin(hit.first), sentence_end(hit.last), one);
      case GuardPlace::text:
        return any_of_many(0, n_, one);
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
                                    &TrieScratch::Stop::token);
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
  [[nodiscard]] bool any(std::uint32_t from, std::uint32_t to, const GateGuard& of) const {
    for (std::uint32_t i = from; i < to; ++i) {
      if (t_.has(state_.rows_[i], state_.flags_[i], of)) return true;
    }
    return false;
  }
  /// The same of a stretch that the hits after this one will ask about too.
  [[nodiscard]] bool any_of_many(std::uint32_t from, std::uint32_t to, const GateGuard& of) const {
    TrieScratch::Stretch& known = state_.stretches_[of.guard.klass];
    if (known.text != state_.texts_ || known.from != from || known.to != to) {
      known = {.text = state_.texts_, .from = from, .to = to, .holds = any(from, to, of)};
    }
    return known.holds;
  }

  const TrieTables& t_;
  TrieScratch& state_;
  std::uint32_t n_;
};

void TrieMatcher::keep_allowed(TrieScratch& state) const {
  if (state.hits_.empty()) return;
  const Judge judge(*tables_, state);
  state.hits_.erase(std::remove_if(state.hits_.begin(), state.hits_.end(),
                                   [&](const Hit& hit) { return judge.refuses(hit); }),
                    state.hits_.end());
}

/// Up to here a hit names the part of an entry that it comes from.
void TrieMatcher::name_entries(TrieScratch& state) const {
  if (!tables_->parted) return;
  for (Hit& hit : state.hits_) hit.entry = tables_->parts[hit.entry].entry;
  std::sort(state.hits_.begin(), state.hits_.end(), by_place);
  state.hits_.erase(std::unique(state.hits_.begin(), state.hits_.end()), state.hits_.end());
}

}  // namespace attune::phrases

// SPDX-License-Identifier: Apache-2.0
#include "understand/understand.h"

#include <algorithm>

#include "base/hash.h"
#include "phrases/patterns/patterns.h"
#include "text/clauses.h"
#include "text/language/language.h"
#include "text/pii/pii.h"
#include "text/tokens.h"
#include "text/words/lexicon.h"
#include "understand/aspects/aspects.h"
#include "understand/aspects/scorer.h"
#include "understand/care.h"
#include "understand/care_heads.h"
#include "understand/heads/heads.h"
#include "understand/heads/word_cache.h"
#include "understand/kinds.h"
#include "understand/reasons/reasons.h"
#include "understand/reasons/scorer.h"
#include "understand/turns/turns.h"

namespace attune {

namespace {

/// From which mean of the two votes on a text should count as a suggestion: the best for F1 on each
/// of our own sets lies from .25 to .4, since where only one votes the mean is half a vote.
constexpr float kSuggested = 0.33F;
/// A text of more bytes gives the room that it took back: threads that each met one would else keep
/// a hundred times its size.
constexpr std::size_t kLongText = 128U << 10;

/// Scratch of the readers of clauses.
struct ClauseState {
  std::vector<ClauseScores> kinds;
  ReasonState reasons;
  AspectState aspects;
};

}  // namespace

struct Understander::State::Scratch {
  Scores scores;  // First, with care: they are aligned for vector instructions.
  CareHeads::State care;
  Tokens tokens;
  WordScores words;
  std::vector<ClauseRange> clauses;
  PatternState patterns;
  PlainText plain;
  WordScores plain_words;  ///< Apart, since plain tokens number their words by themselves.
  ClauseState state;
  std::uint64_t models = 0;  ///< Fingerprint of the models that the words were looked up in.
};

struct Understander::Parts {
  Heads heads;
  Patterns patterns;
  Turns turns;
  Reasons reasons;
  Aspects aspects;
  CareHeads care;
  PiiFinder personal;
  KindScores kind_cuts{};         ///< Log odds of the thresholds of the kinds.
  std::uint64_t fingerprint = 0;  ///< Of all weights.
};

Understander::State::State() : scratch_(std::make_unique<Scratch>()) {}
Understander::State::~State() = default;
Understander::State::State(State&&) noexcept = default;
Understander::State& Understander::State::operator=(State&&) noexcept = default;

Understander::Understander(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Understander::Understander(Understander&&) noexcept = default;
Understander& Understander::operator=(Understander&&) noexcept = default;
Understander::~Understander() = default;

Result<Understander> Understander::load(const std::string& models_dir) {
  auto heads = Heads::load(models_dir + "/heads/heads.model");
  if (!heads) return tl::unexpected(std::move(heads.error()));
  if (const auto words = check_words(models_dir); !words)
    return tl::unexpected<Error>(words.error());
  auto patterns = Patterns::load(models_dir + "/patterns");
  if (!patterns) return tl::unexpected(std::move(patterns.error()));
  auto turns = Turns::of(*patterns);
  if (!turns) return tl::unexpected(std::move(turns.error()));
  auto reasons = Reasons::load(models_dir + "/because/because.weights");
  if (!reasons) return tl::unexpected(std::move(reasons.error()));
  auto aspects = Aspects::load(models_dir + "/aspects/aspects.weights");
  if (!aspects) return tl::unexpected(std::move(aspects.error()));
  auto care = CareHeads::load(models_dir);
  if (!care) return tl::unexpected(std::move(care.error()));
  auto personal = PiiFinder::load(models_dir);
  if (!personal) return tl::unexpected(std::move(personal.error()));
  const std::uint64_t fingerprint =
      hash_pair(hash_pair(heads->model().checksum(), care->checksum()),
                hash_pair(reasons->fingerprint(), aspects->fingerprint()));
  KindScores cuts{};
  std::ranges::transform(heads->kind_thresholds(), cuts.begin(), log_odds);
  return Understander(std::make_unique<const Parts>(
      Parts{std::move(*heads), std::move(*patterns), std::move(*turns), std::move(*reasons),
            std::move(*aspects), std::move(*care), std::move(*personal), cuts, fingerprint | 1U}));
}

namespace {

/// Reads the kinds of clauses and text. Leaves the scores of the whole text in `scratch`.
class KindReader {
 public:
  KindReader(const Heads& heads, const KindScores& cuts, ClauseScorer& scorer, Scores& scores)
      : heads_(heads), cuts_(cuts), scorer_(scorer), scores_(scores) {}

  [[nodiscard]] std::vector<ClauseScores> read(const Parse& parse) {
    std::vector<ClauseScores> rules = rule_scores(parse);
    std::vector<ClauseScores> clauses;
    clauses.reserve(rules.size());
    ClauseLogits most;
    for (std::size_t c = 0; c < rules.size(); ++c) {
      scorer_.score_clause({.first = parse.clauses[c].first, .last = parse.clauses[c].last});
      const ClauseLogits own = heads_.clause_logits(scores_);
      if (c == 0) {
        most = own;
      } else {
        most.raise(own);
      }
      clauses.push_back(judged(own, rules[c]));
    }
    if (rules.size() == 1) return clauses;  // The one clause is the whole text.
    scorer_.score_text();
    if (rules.empty()) most = heads_.clause_logits(scores_);
    settle_kinds(judged(most, rule_scores(rules)), clauses);
    return clauses;
  }

 private:
  [[nodiscard]] ClauseScores judged(const ClauseLogits& clauses, const ClauseScores& rules) {
    KindScores heard{};
    for (std::size_t k = 0; k < kToldKinds; ++k) heard[k] = rule_logit(rules.p[k]);
    const KindScores p = heads_.kinds(scores_, clauses, heard);
    ClauseScores out;
    for (std::size_t k = 0; k < kToldKinds; ++k) {
      out.p[k] = cut_at_half_by(p[k], cuts_[k]);
    }
    return out;
  }

  const Heads& heads_;
  const KindScores& cuts_;
  ClauseScorer& scorer_;
  Scores& scores_;
};

/// Clauses with their kinds.
void read_kinds(const Parse& parse, std::vector<ClauseScores> kinds, ClauseState& state,
                std::vector<Clause>& clauses) {
  state.kinds = std::move(kinds);
  clauses.resize(parse.clauses.size());
  for (std::size_t c = 0; c < clauses.size(); ++c) {
    const ClauseScores& scores = state.kinds[c];
    clauses[c].span = parse.clauses[c].span;
    kinds_of(scores, clauses[c].kinds);
    clauses[c].p = std::max(0.0F, scores.p[static_cast<std::size_t>(clauses[c].kinds[0])]);
    clauses[c].because.reset();
    clauses[c].aspects.clear();
  }
}

/// The reasons given for them.
void add_reasons(const Parse& parse, const Reasons& reasons, ClauseState& state,
                 std::vector<Clause>& clauses) {
  const std::vector<std::optional<Evidence>> why = reasons.find(parse, state.kinds, state.reasons);
  for (std::size_t c = 0; c < clauses.size(); ++c) clauses[c].because = why[c];
}

/// What they are about.
void add_aspects(const Parse& parse, const Aspects& aspects, ClauseState& state,
                 std::vector<Clause>& clauses) {
  aspects.find(parse, state.aspects, [&clauses](std::size_t clause, const Aspect& aspect) {
    clauses[clause].aspects.push_back(aspect);
  });
}

}  // namespace

Reading Understander::read(std::string_view text, State& state) const {
  Reading reading;
  read(text, state, reading);
  return reading;
}

void Understander::read(std::string_view text, State& state, Reading& reading, Reach reach) const {
  read(text, state, reading, nullptr, reach);
}

void Understander::read(std::string_view text, State& state, Reading& reading, CareSigns& care,
                        Reach reach) const {
  care.clear();
  read(text, state, reading, &care, reach);
}

void Understander::read(std::string_view text, State& state, Reading& reading, CareSigns* care,
                        Reach reach) const {
  if (state.scratch_->models != parts_->fingerprint) {
    state.scratch_ = std::make_unique<State::Scratch>();
    state.scratch_->models = parts_->fingerprint;
  }
  read(text, *state.scratch_, reading, care, reach);
  if (text.size() > kLongText) state = State();
}

void Understander::read(std::string_view text, State::Scratch& scratch, Reading& reading,
                        CareSigns* care, Reach reach) const {
  const Heads& heads = parts_->heads;
  if (reach >= Reach::feelings) reading = {};
  tokenise(text, scratch.tokens);
  if (reach != Reach::language) {
    scratch.patterns.expect(scratch.tokens);
    expect_words(scratch.tokens, scratch.words.words);
  }
  if (reach != Reach::feelings) {
    const Language language = detect_language(text, scratch.tokens);
    reading.language = language.code;
    reading.language_p = language.p;
    parts_->personal.find(text, scratch.tokens, reading.pii);
  }
  if (reach == Reach::language) return;
  split_clauses(text, scratch.tokens, scratch.clauses);
  parts_->patterns.match(scratch.tokens, scratch.patterns);
  const Parse parse{text, scratch.tokens, scratch.clauses, parts_->patterns,
                    scratch.patterns.hits()};
  if (reach != Reach::feelings) scratch.state.reasons.expect(scratch.tokens);
  const bool turned = parts_->turns.read(parse, scratch.plain);
  const Parse meant = turned ? scratch.plain.parse(parse) : parse;
  WordScores& words = turned ? scratch.plain_words : scratch.words;
  ClauseScorer scorer(heads.model(), meant.tokens, words, scratch.scores);
  std::vector<ClauseScores> kinds =
      KindReader(heads, parts_->kind_cuts, scorer, scratch.scores).read(meant);
  if (turned) scratch.plain.settle(meant, kinds);
  read_kinds(parse, std::move(kinds), scratch.state, reading.clauses);
  heads.fill(scratch.scores, reading);
  if (turned) scratch.plain.settle(scratch.state.kinds, reading);
  if (reach == Reach::feelings) {
    reading.suggestion_p = Reading().suggestion_p;
    return;
  }
  const auto says_something = [](const Clause& clause) {
    return clause.kinds.front() != Kind::context;
  };
  if (reach == Reach::everything) scratch.state.aspects.expect(scratch.tokens);
  if (reach == Reach::everything || std::ranges::any_of(reading.clauses, says_something)) {
    add_reasons(parse, parts_->reasons, scratch.state, reading.clauses);
  }
  if (reach == Reach::everything) {
    add_aspects(parse, parts_->aspects, scratch.state, reading.clauses);
  }
  // Rules win where language is conventional, the head where it is not: each has half a vote.
  reading.suggestion_p = cut_at_half(
      (reading.suggestion_p + pattern_score(parse, PatternKind::suggestion)) / 2, kSuggested);
  if (care != nullptr) {
    *care = find_care(parse);
    parts_->care.judge(parse, scratch.care, *care);
  }
}

std::string_view Understander::model_name() const {
  return "heads";
}

std::string Understander::model_sha256() const {
  return parts_->heads.model().sha256();
}

std::size_t Understander::model_bytes() const {
  return parts_->heads.model().bytes();
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "understand/empathy/mechanisms.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/hash.h"
#include "base/model_text.h"
#include "text/clause_words.h"
#include "text/words/lexicon.h"
#include "text/words/stem.h"

namespace attune {

namespace {

/// The last rows of the table, behind the features: among companies, among peers.
constexpr std::array<std::string_view, 2> kThresholdRows = {"threshold", "threshold~"};

/// Words shorter than this are no content; longer ones are compared by so many first letters.
constexpr std::size_t kContentBytes = 4;
constexpr std::size_t kStemBytes = 5;
constexpr std::size_t kBriefReply = 14;  ///< In tokens.

/// How the sentence of a hit speaks: it says, asks, or advises.
constexpr std::size_t kModes = 3;
constexpr std::array<std::string_view, kModes> kModeMarks = {"", "?", "!"};
/// Patterns that tell who speaks to whom, and for no mechanism.
constexpr std::string_view kRegister = "re-";
constexpr std::string_view kOfPeers = "re-peers";
constexpr char kPeersMark = '~';  ///< Behind the names of evidence among peers.
/// So many more words of private life than of trade, or fewer: no peers; so many or more: peers.
constexpr float kFar = 2;
constexpr float kClose = 4;

/// What the reply is like as a whole, behind the features of the patterns.
struct Shape {
  enum : std::size_t {
    brief,
    length,
    asks,
    asks_twice,
    only_asks,
    ends_asking,
    asks_back,
    says_i,
    never_says_i,
    i_rate,
    says_we,
    numbers,
    takes_up,
    takes_up_two,
    takes_up_three,
    you_statements,
    i_statements,
    bias,
    count
  };
};
constexpr std::uint32_t kFeels = 1;
constexpr std::uint32_t kUnderstands = 2;
constexpr std::uint32_t kAsks = 4;
struct ShapeName {
  std::string_view name;
  std::uint32_t bears_on;  ///< Mechanisms, as bits.
};
constexpr std::array<ShapeName, Shape::count> kShapeNames = {{
    {"is-short", kFeels | kUnderstands | kAsks},
    {"length", kFeels | kUnderstands | kAsks},
    {"asks", kAsks},
    {"asks-twice", kAsks},
    {"only-asks", kUnderstands | kAsks},
    {"ends-asking", kAsks},
    {"asks-with-their-word", kAsks},
    {"says-i", kFeels | kUnderstands},
    {"never-says-i", kUnderstands},
    {"i-rate", kFeels | kUnderstands},
    {"says-we", kUnderstands},
    {"numbers", kUnderstands},
    {"takes-up-a-word", kUnderstands},
    {"takes-up-two-words", kUnderstands},
    {"takes-up-three-words", kUnderstands},
    {"you-statements", kFeels | kUnderstands},
    {"i-statements", kUnderstands},
    {"bias", kFeels | kUnderstands | kAsks},
}};

bool is(std::string_view w, LexicalClass lexical_class) {
  return Lexicon::get().has(w, lexical_class);
}
bool is_you(std::string_view w) {
  return w.starts_with("you") || is(w, LexicalClass::reply_you);
}
bool is_i(std::string_view w) {
  return w == "i" || w.starts_with("i'") || is(w, LexicalClass::reply_i);
}
bool is_we(std::string_view w) {
  return w == "we" || w.starts_with("we'") || is(w, LexicalClass::reply_we);
}

/// Words of advice, and words that are advice behind a "you".
bool advising(std::string_view w) {
  return is(w, LexicalClass::reply_advises);
}
bool may_advise(std::string_view w) {
  return is(w, LexicalClass::reply_may_advise);
}

std::uint64_t stem_of(std::string_view word) {
  return hash64(opening_of(word, kStemBytes));
}

bool is_content(const Token& token, std::string_view word) {
  return token.kind == TokenKind::word && word.size() >= kContentBytes &&
         !is(word, LexicalClass::reply_light);
}

}  // namespace

Mechanisms::Mechanisms(Patterns patterns) : patterns_(std::move(patterns)) {
  half_ = kModes * patterns_.size() + Shape::count;
  names_.reserve(2 * half_);
  for (const std::string_view mode : kModeMarks) {
    for (std::size_t p = 0; p < patterns_.size(); ++p)
      names_.push_back(patterns_.at(p).id + std::string(mode));
  }
  for (const ShapeName& shape : kShapeNames) names_.emplace_back(shape.name);
  for (std::size_t f = 0; f < half_; ++f) names_.push_back(names_[f] + kPeersMark);
}

bool Mechanisms::bears_on(std::size_t feature, std::size_t m) const {
  const std::size_t hits = kModes * patterns_.size();
  if (feature % half_ >= hits) return (kShapeNames[feature % half_ - hits].bears_on >> m & 1U) != 0;
  if (names_[feature].starts_with(kRegister)) return false;
  // Whether somebody was understood shows in everything that is said; the others speak for
  // themselves.
  constexpr std::array<std::string_view, 3> kPrefixes = {"er", "ip", "ex"};
  return m == 1 || names_[feature].starts_with(kPrefixes[m]);
}

Result<Mechanisms> Mechanisms::untrained(const std::string& folder) {
  auto patterns = Patterns::load(folder);
  if (!patterns) return tl::unexpected<Error>(patterns.error());
  return Mechanisms(std::move(*patterns));
}

void Mechanisms::note_sentences(MechanismState& state) const {
  state.sentence.assign(state.tokens.size(), 0);
  state.asks.assign(1, 0);
  state.advises.assign(1, 0);
  bool ended = false;
  bool you = false;
  for (std::size_t i = 0; i < state.tokens.size(); ++i) {
    const std::string_view word = state.tokens.word(i);
    const bool stop = ends_sentence(word);
    if (ended && !stop) {
      state.asks.push_back(0);
      state.advises.push_back(0);
      you = false;
    }
    if (advising(word) || (you && may_advise(word))) state.advises.back() = 1;
    if (is_you(word)) you = true;
    ended = stop;
    state.sentence[i] = static_cast<std::uint32_t>(state.asks.size() - 1);
    if (stop && word.find('?') != std::string_view::npos) state.asks.back() = 1;
  }
}

void Mechanisms::note_context(std::string_view context, MechanismState& state) const {
  state.theirs.clear();
  tokenise(context, state.context);
  patterns_.match(state.context, state.patterns);
  state.closeness = closeness(state.patterns.hits());
  for (std::size_t i = 0; i < state.context.size(); ++i) {
    const std::string_view word = state.context.word(i);
    if (is_content(state.context.list[i], word)) state.theirs.push_back(stem_of(word));
  }
  std::sort(state.theirs.begin(), state.theirs.end());
}

/// Words of private life less words of trade.
int Mechanisms::closeness(std::span<const PatternHit> hits) const {
  int sum = 0;
  for (const PatternHit& hit : hits) {
    const std::string& id = patterns_.at(hit.entry).id;
    if (id.starts_with(kRegister)) sum += id.starts_with(kOfPeers) ? 1 : -1;
  }
  return sum;
}

std::size_t Mechanisms::feature_of(const PatternHit& hit, const MechanismState& state) const {
  const std::uint32_t sentence = state.sentence[hit.last - 1];
  const std::size_t mode = state.asks[sentence] != 0 ? 1 : state.advises[sentence] != 0 ? 2 : 0;
  return mode * patterns_.size() + hit.entry;
}

void Mechanisms::note_hits(MechanismState& state) const {
  for (const PatternHit& hit : state.patterns.hits()) {
    state.evidence[hit.entry] = 1;
    state.evidence[feature_of(hit, state)] = 1;
  }
}

/// What the words of a reply come to, before they are brought to [0, 1].
struct Mechanisms::Counts {
  std::size_t i_words = 0;
  std::size_t we_words = 0;
  std::size_t numbers = 0;
  bool asks_back = false;
  std::vector<std::uint64_t> taken;  ///< Stems of the other's words that statements take up.
  std::vector<char> you_in;          ///< One a sentence.
  std::vector<char> i_in;
};

Mechanisms::Counts Mechanisms::count(const MechanismState& state) {
  Counts counts;
  counts.you_in.assign(state.asks.size(), 0);
  counts.i_in.assign(state.asks.size(), 0);
  for (std::size_t i = 0; i < state.tokens.size(); ++i) {
    const std::string_view word = state.tokens.word(i);
    const std::uint32_t sentence = state.sentence[i];
    if (is_you(word)) counts.you_in[sentence] = 1;
    if (is_i(word)) {
      counts.i_words += 1;
      counts.i_in[sentence] = 1;
    }
    counts.we_words += is_we(word) ? 1U : 0U;
    counts.numbers += state.tokens.list[i].kind == TokenKind::number ? 1U : 0U;
    if (!is_content(state.tokens.list[i], word)) continue;
    const std::uint64_t stem = stem_of(word);
    if (!std::binary_search(state.theirs.begin(), state.theirs.end(), stem)) continue;
    std::vector<std::uint64_t>& taken = counts.taken;
    if (state.asks[sentence] != 0)
      counts.asks_back = true;
    else if (std::find(taken.begin(), taken.end(), stem) == taken.end())
      taken.push_back(stem);
  }
  return counts;
}

void Mechanisms::note_shape(MechanismState& state) const {
  const Counts counts = count(state);
  const std::size_t n = state.tokens.size();
  std::size_t questions = 0;
  std::size_t you_statements = 0;
  std::size_t i_statements = 0;
  for (std::size_t s = 0; s < state.asks.size(); ++s) {
    questions += state.asks[s] != 0 ? 1U : 0U;
    you_statements += state.asks[s] == 0 && counts.you_in[s] != 0 ? 1U : 0U;
    i_statements += state.asks[s] == 0 && counts.i_in[s] != 0 ? 1U : 0U;
  }
  const auto share = [](std::size_t of, std::size_t most) {
    return most == 0 ? 0 : static_cast<float>(std::min(of, most)) / static_cast<float>(most);
  };
  float* const shape = &state.evidence[kModes * patterns_.size()];
  shape[Shape::brief] = n <= kBriefReply ? 1 : 0;
  shape[Shape::length] = std::min(1.0F, std::log2(1 + static_cast<float>(n)) / 8);
  shape[Shape::asks] = questions >= 1 ? 1 : 0;
  shape[Shape::asks_twice] = questions >= 2 ? 1 : 0;
  shape[Shape::only_asks] = questions == state.asks.size() ? 1 : 0;
  shape[Shape::ends_asking] = state.asks.back() != 0 ? 1 : 0;
  shape[Shape::asks_back] = counts.asks_back ? 1 : 0;
  shape[Shape::says_i] = share(counts.i_words, 4);
  shape[Shape::never_says_i] = 1 - share(counts.i_words, 1);
  shape[Shape::i_rate] = share(counts.i_words * 10, n);
  shape[Shape::says_we] = share(counts.we_words, 3);
  shape[Shape::numbers] = share(counts.numbers, 2);
  shape[Shape::takes_up] = !counts.taken.empty() ? 1 : 0;
  shape[Shape::takes_up_two] = counts.taken.size() >= 2 ? 1 : 0;
  shape[Shape::takes_up_three] = counts.taken.size() >= 3 ? 1 : 0;
  shape[Shape::you_statements] = share(you_statements, 2);
  shape[Shape::i_statements] = share(i_statements, 3);
  shape[Shape::bias] = 1;
}

void Mechanisms::read(std::string_view reply, std::string_view context,
                      MechanismState& state) const {
  read_words(reply, context, state);
  const auto near = (static_cast<float>(state.closeness) - kFar) / (kClose - kFar);
  read_among(std::clamp(near, 0.0F, 1.0F), state);
}

void Mechanisms::read(std::string_view reply, std::string_view context, float peers,
                      MechanismState& state) const {
  read_words(reply, context, state);
  read_among(peers, state);
}

void Mechanisms::read_words(std::string_view reply, std::string_view context,
                            MechanismState& state) const {
  note_context(context, state);
  tokenise(reply, state.tokens);
  patterns_.match(state.tokens, state.patterns);
  state.closeness += closeness(state.patterns.hits());
}

void Mechanisms::read_among(float peers, MechanismState& state) const {
  state.peers = peers;
  state.evidence.assign(names_.size(), 0);
  note_sentences(state);
  note_hits(state);
  note_shape(state);
  for (std::size_t f = 0; f < half_; ++f) {
    state.evidence[half_ + f] = peers * state.evidence[f];
    state.evidence[f] *= 1 - peers;
  }
}

float Mechanisms::logit(std::size_t m, std::size_t level, const MechanismState& state) const {
  const std::vector<float>& weights = weights_.of[2 * m + level - 1];
  float sum = 0;
  for (std::size_t f = 0; f < weights.size(); ++f) sum += weights[f] * state.evidence[f];
  return sum;
}

int Mechanisms::level(std::size_t m, const MechanismState& state) const {
  const auto shown = [&](std::size_t level) {
    const std::size_t o = 2 * m + level - 1;
    const auto& [elsewhere, among_peers] = weights_.thresholds;
    return logit(m, level, state) > std::lerp(elsewhere[o], among_peers[o], state.peers);
  };
  if (shown(2)) return 2;
  return shown(1) ? 1 : 0;
}

float Mechanisms::weight_of(std::size_t m, const PatternHit& hit,
                            const MechanismState& state) const {
  const std::size_t mode = feature_of(hit, state);
  const std::vector<float>& weights = weights_.of[2 * m];
  const auto worth = [&](std::size_t feature) {
    return std::lerp(weights[feature], weights[half_ + feature], state.peers);
  };
  return worth(hit.entry) + (mode == hit.entry ? 0 : worth(mode));
}

std::vector<Span> Mechanisms::spans(std::size_t m, const MechanismState& state) const {
  std::vector<Span> out;
  for (const PatternHit& hit : state.patterns.hits()) {
    if (weight_of(m, hit, state) <= 0) continue;
    const Span span = {state.tokens.list[hit.first].span.begin,
                       state.tokens.list[hit.last - 1].span.end};
    if (!out.empty() && span.begin < out.back().end)
      out.back().end = std::max(out.back().end, span.end);
    else
      out.push_back(span);
  }
  return out;
}

// models/empathy/weights.tsv: what each piece of evidence is worth.

Result<Mechanisms> Mechanisms::load(const std::string& folder) {
  auto made = untrained(folder);
  if (!made) return made;
  const std::string path = folder + "/weights.tsv";
  const auto table = read_model_text(path);
  if (!table) return tl::unexpected<Error>(table.error());
  if (auto done = made->read_table(*table); !done) return within(path, done.error());
  return made;
}

Result<void> Mechanisms::read_table(std::string_view table) {
  for (std::vector<float>& row : weights_.of) row.assign(names_.size(), 0);
  std::size_t feature = 0;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(line.size() + 1, table.size()));
    if (line.empty() || line.front() == '#') continue;
    if (auto done = read_row(line, feature++); !done) return done;
  }
  if (feature != names_.size() + kThresholdRows.size())
    return fail(Fault::bad_input, "features are missing");
  return {};
}

Result<void> Mechanisms::read_row(std::string_view line, std::size_t feature) {
  const std::string name(line.substr(0, line.find('\t')));
  const bool threshold = feature >= names_.size();
  const std::string_view wanted =
      threshold ? kThresholdRows.at(std::min<std::size_t>(feature - names_.size(), 1))
                : std::string_view(names_[feature]);
  if (feature >= names_.size() + kThresholdRows.size() || name != wanted)
    return fail(Fault::bad_input, "not the features of these patterns: " + name);
  line.remove_prefix(name.size());
  for (std::size_t o = 0; o < kMechanismOutputs; ++o) {
    if (line.empty()) return fail(Fault::bad_input, "too few numbers for " + name);
    float& to =
        threshold ? weights_.thresholds.at(feature - names_.size())[o] : weights_.of[o][feature];
    const auto [next, error] = std::from_chars(line.data() + 1, line.data() + line.size(), to);
    if (error != std::errc()) return fail(Fault::bad_input, "no number at " + name);
    line.remove_prefix(static_cast<std::size_t>(next - line.data()));
  }
  return {};
}

std::string Mechanisms::table() const {
  std::string out = "# SPDX-License-Identifier: Apache-2.0\n# feature";
  for (const std::string_view name : kMechanisms)
    out += "\t" + std::string(name) + " >= 1\t" + std::string(name) + " >= 2";
  const auto add = [&](float value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::fixed, 3);
    out += "\t" + std::string(digits.data(), end.ptr);
  };
  for (std::size_t f = 0; f < names_.size(); ++f) {
    out += "\n" + names_[f];
    for (const std::vector<float>& row : weights_.of) add(row[f]);
  }
  for (std::size_t r = 0; r < kThresholdRows.size(); ++r) {
    out += "\n" + std::string(kThresholdRows[r]);
    for (const float threshold : weights_.thresholds[r]) add(threshold);
  }
  return out + "\n# end\n";
}

}  // namespace attune

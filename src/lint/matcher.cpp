// SPDX-License-Identifier: Apache-2.0
#include "lint/matcher.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <unordered_set>

#include "base/hash.h"
#include "lint/word_table.h"
#include "text/clauses.h"

namespace attune {

namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};
constexpr std::uint32_t kSentenceReach = 60;
constexpr std::uint32_t kTextReach = 200;
constexpr std::uint32_t kLongestSentence = 120;

constexpr std::array<char, 256> lower_letters() {
  std::array<char, 256> table{};
  for (int c = 'a'; c <= 'z'; ++c) {
    table[static_cast<std::size_t>(c)] = static_cast<char>(c);
    table[static_cast<std::size_t>(c - 'a' + 'A')] = static_cast<char>(c);
  }
  return table;
}
constexpr std::array<char, 256> kLower = lower_letters();

/// Folds a run of letters into a number, one letter at a time.
constexpr std::uint64_t kRunStart = 0xCBF29CE484222325ULL;
constexpr std::uint64_t run_step(std::uint64_t hash, char letter) {
  return (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;
}
std::uint64_t run_hash(std::string_view letters) {
  std::uint64_t hash = kRunStart;
  for (const char letter : letters) hash = run_step(hash, letter);
  return hash;
}

bool left_out(const Token& token, std::string_view word, const std::string_view text) {
  if (token.kind != TokenKind::punctuation) return false;
  if (word.size() == 1 &&
      std::string_view("*_`\"()[]~#<>|'").find(word[0]) != std::string_view::npos)
    return true;
  if (word == "-") {  // A dash between spaces separates; a hyphen joins.
    const bool space_after = token.span.end >= text.size() || text[token.span.end] == ' ';
    return !(token.space_before && space_after);
  }
  return word == "\u201C" || word == "\u201D" || word == "\u2018" || word == "\u2019" ||
         word == "\u00AB" || word == "\u00BB";
}

std::uint32_t flags_of(const Token& token, std::string_view word) {
  std::uint32_t flags = WordFlag::kAny;
  if (token.kind == TokenKind::word) flags |= WordFlag::kWord;
  if (token.kind == TokenKind::number) flags |= WordFlag::kNumber;
  if (token.kind == TokenKind::link || token.kind == TokenKind::email) flags |= WordFlag::kLink;
  if (token.title) flags |= WordFlag::kTitle;
  if (token.capitals) flags |= WordFlag::kCapitals;
  if (word == "\uFFFC") {
    flags |= WordFlag::kSlot;
  } else if (token.kind == TokenKind::symbol) {
    flags |= WordFlag::kEmoji;
  }
  return flags;
}

}  // namespace

struct RuleMatcher::Tables {
  struct Anchor {
    std::uint32_t rule = 0;
    std::uint32_t phrase = 0;
    std::uint32_t step = 0;
  };

  const RuleBook* book;
  WordTable words;
  std::vector<std::vector<Anchor>> anchors;  ///< By row of the word table.
  std::bitset<65536> starts;                 ///< By the first letters of a run.
  std::unordered_set<std::uint64_t> runs;    ///< Hashes of whole runs of letters.
  std::vector<std::string> beginnings;       ///< Anchors that are beginnings of words.
  std::bitset<65536> beginning_starts;
  std::vector<std::string> signs;  ///< Anchors without letters: emoji, "3am".
  std::bitset<256> sign_starts;

  explicit Tables(const RuleBook& rules) : book(&rules), words(rules.classes) {}

  static std::size_t start_key(std::string_view letters) {
    std::uint32_t key = 0;
    for (std::size_t i = 0; i < letters.size() && i < 4; ++i)
      key = key << 8U | static_cast<unsigned char>(letters[i]);
    return key * 2654435761U >> 16U;
  }
  static std::size_t start_key(std::uint32_t packed) { return packed * 2654435761U >> 16U; }

  void watch(const WordClass& klass) {
    for (const std::string& word : klass.words) {
      const std::string_view letters = leading_letters(word);
      if (letters.empty()) {
        signs.push_back(word);
        sign_starts.set(static_cast<unsigned char>(word[0]));
        continue;
      }
      starts.set(start_key(letters));
      runs.insert(run_hash(letters));
    }
    for (const std::string& prefix : klass.prefixes) {
      if (std::find(beginnings.begin(), beginnings.end(), prefix) == beginnings.end())
        beginnings.push_back(prefix);
    }
  }

  [[nodiscard]] bool begins(std::string_view text, std::size_t at) const {
    return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& prefix) {
      if (at + prefix.size() > text.size()) return false;
      for (std::size_t i = 0; i < prefix.size(); ++i) {
        if (kLower[static_cast<unsigned char>(text[at + i])] != prefix[i]) return false;
      }
      return true;
    });
  }

  [[nodiscard]] bool sign(std::string_view text) const {
    return std::any_of(signs.begin(), signs.end(),
                       [&](const std::string& sign) { return text.starts_with(sign); });
  }

  /// The step of a phrase that is met least often; kNone if none is fixed.
  [[nodiscard]] std::uint32_t rarest(const RulePhrase& phrase, bool scanned) const {
    std::uint32_t best = kNone;
    double least = 1e9;
    for (std::uint32_t s = 0; s < phrase.steps.size(); ++s) {
      const std::uint32_t klass = phrase.steps[s].klass;
      const double common = words.commonness(klass);
      const bool usable = words.fixed(klass) && (!scanned || words.spelt(klass));
      if (!usable || common >= least) continue;
      least = common;
      best = s;
    }
    return best;
  }
};

/// Matches one phrase around one word.
class RuleMatcher::Walk {
 public:
  Walk(const RuleMatcher& matcher, const std::vector<RuleWord>& words, const RulePhrase& phrase)
      : matcher_(matcher), words_(words), phrase_(phrase) {}

  /// Words [first, last) where step `step` stands at `at`; kNone if it does not fit.
  [[nodiscard]] RuleHit around(std::uint32_t step, std::uint32_t at) const {
    const std::uint32_t last = right(step, at);
    if (last == kNone) return {kNone, 0, 0};
    const std::uint32_t first = left(step, at);
    if (first == kNone) return {kNone, 0, 0};
    return {0, first, last + 1};
  }

 private:
  /// Where the last step falls, or kNone.
  [[nodiscard]] std::uint32_t right(std::uint32_t step, std::uint32_t at) const {
    if (step + 1 == phrase_.steps.size()) return at_end(at) ? at : kNone;
    const PhraseStep& next = phrase_.steps[step + 1];
    for (std::uint32_t g = 0; g <= next.gap && at + 1 + g < words_.size(); ++g) {
      const std::uint32_t to = at + 1 + g;
      if (g > 0 && words_[to].sentence != words_[at].sentence) break;
      if (!matcher_.is(words_[to], next.klass)) continue;
      const std::uint32_t last = right(step + 1, to);
      if (last != kNone) return last;
    }
    return kNone;
  }
  [[nodiscard]] std::uint32_t left(std::uint32_t step, std::uint32_t at) const {
    if (step == 0) return at_start(at) ? at : kNone;
    const std::uint32_t gap = phrase_.steps[step].gap;
    for (std::uint32_t g = 0; g <= gap && at >= 1 + g; ++g) {
      const std::uint32_t to = at - 1 - g;
      if (g > 0 && words_[to].sentence != words_[at].sentence) break;
      if (!matcher_.is(words_[to], phrase_.steps[step - 1].klass)) continue;
      const std::uint32_t first = left(step - 1, to);
      if (first != kNone) return first;
    }
    return kNone;
  }
  [[nodiscard]] bool at_start(std::uint32_t at) const {
    return !phrase_.at_start || at == 0 || words_[at - 1].sentence != words_[at].sentence ||
           (words_[at - 1].flags & (WordFlag::kWord | WordFlag::kNumber)) == 0;
  }
  [[nodiscard]] bool at_end(std::uint32_t at) const {
    return !phrase_.at_end || at + 1 >= words_.size() ||
           words_[at + 1].sentence != words_[at].sentence ||
           (words_[at + 1].flags & (WordFlag::kWord | WordFlag::kNumber | WordFlag::kSlot)) == 0;
  }

  const RuleMatcher& matcher_;
  const std::vector<RuleWord>& words_;
  const RulePhrase& phrase_;
};

RuleMatcher::RuleMatcher(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
RuleMatcher::RuleMatcher(RuleMatcher&&) noexcept = default;
RuleMatcher& RuleMatcher::operator=(RuleMatcher&&) noexcept = default;
RuleMatcher::~RuleMatcher() = default;

Result<RuleMatcher> RuleMatcher::compile(const RuleBook& book, bool scanned) {
  auto tables = std::make_unique<Tables>(book);
  for (std::uint32_t r = 0; r < book.rules.size(); ++r) {
    const Rule& rule = book.rules[r];
    for (std::uint32_t p = 0; p < rule.phrases.size(); ++p) {
      const std::uint32_t step = tables->rarest(rule.phrases[p], scanned);
      if (step == kNone) return fail(Fault::bad_input, rule.id + ": a phrase without a fixed word");
      const std::uint32_t klass = rule.phrases[p].steps[step].klass;
      for (const std::uint32_t row : tables->words.rows(klass)) {
        if (row >= tables->anchors.size()) tables->anchors.resize(row + 1);
        tables->anchors[row].push_back({r, p, step});
      }
      if (scanned) tables->watch(book.classes[klass]);
    }
  }
  for (const std::string& beginning : tables->beginnings) {
    const std::string_view letters = beginning;
    if (letters.size() < 4)
      return fail(Fault::bad_input, "too short to look for: " + beginning + "*");
    tables->beginning_starts.set(Tables::start_key(letters));
  }
  return RuleMatcher(std::move(tables));
}

bool RuleMatcher::is(const RuleWord& word, std::uint32_t klass) const {
  return tables_->words.in(word.id, klass) ||
         (word.flags & tables_->book->classes[klass].flags) != 0;
}

bool RuleMatcher::may_hit(std::string_view text) const {
  const Tables& tables = *tables_;
  std::size_t at = 0;
  while (at < text.size()) {
    char letter = kLower[static_cast<unsigned char>(text[at])];
    if (letter == 0) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (tables.sign_starts[byte] && tables.sign(text.substr(at))) return true;
      ++at;
      continue;
    }
    const std::size_t start = at;
    std::uint32_t packed = 0;
    std::uint64_t hash = kRunStart;
    while (letter != 0) {
      if (at - start < 4) packed = packed << 8U | static_cast<unsigned char>(letter);
      hash = run_step(hash, letter);
      letter = ++at < text.size() ? kLower[static_cast<unsigned char>(text[at])] : '\0';
    }
    const std::size_t key = Tables::start_key(packed);
    if (tables.starts[key] && tables.runs.contains(hash)) return true;
    if (tables.beginning_starts[key] && tables.begins(text, start)) return true;
  }
  return false;
}

void RuleMatcher::cut(std::string_view text, MatchState& state) const {
  tokenise(text, state.tokens);
  state.words.clear();
  std::uint32_t sentence = 0;
  std::uint32_t length = 0;
  std::uint32_t end_before = 0;
  bool ended = false;
  for (std::size_t t = 0; t < state.tokens.size(); ++t) {
    const Token& token = state.tokens.list[t];
    const std::string_view word = state.tokens.word(t);
    const std::string_view between = text.substr(end_before, token.span.begin - end_before);
    const bool new_line = token.space_before && between.find('\n') != std::string_view::npos;
    end_before = token.span.end;
    const bool ends = ends_sentence(word) && word != ";";
    if ((ended && !ends) || new_line || length >= kLongestSentence) {
      ++sentence;
      length = 0;
    }
    ended = ends;
    if (left_out(token, word, text)) {
      continue;
    }
    ++length;
    state.words.push_back({token.span, tables_->words.row(word), flags_of(token, word), sentence});
  }
}

void RuleMatcher::match(std::string_view text, MatchState& state) const {
  cut(text, state);
  state.hits.clear();
  const auto& anchors = tables_->anchors;
  for (std::uint32_t w = 0; w < state.words.size(); ++w) {
    const std::uint32_t row = state.words[w].id;
    if (row == 0 || row >= anchors.size()) continue;
    for (const Tables::Anchor& anchor : anchors[row]) {
      const Rule& rule = tables_->book->rules[anchor.rule];
      const RulePhrase& phrase = rule.phrases[anchor.phrase];
      RuleHit hit = Walk(*this, state.words, phrase).around(anchor.step, w);
      if (hit.rule == kNone) continue;
      hit.rule = anchor.rule;
      if (allowed(rule, phrase.line, hit, state.words)) state.hits.push_back(hit);
    }
  }
  auto& hits = state.hits;
  std::sort(hits.begin(), hits.end(), [](const RuleHit& a, const RuleHit& b) {
    if (a.rule != b.rule) return a.rule < b.rule;
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  std::size_t kept = 0;
  for (const RuleHit& hit : hits) {
    if (kept > 0 && hits[kept - 1].rule == hit.rule && hit.first < hits[kept - 1].last) continue;
    hits[kept++] = hit;
  }
  hits.resize(kept);
}

bool RuleMatcher::allowed(const Rule& rule, std::uint32_t line, const RuleHit& hit,
                          const std::vector<RuleWord>& words) const {
  const std::uint32_t sentence = words[hit.first].sentence;
  const std::uint32_t last_sentence = words[hit.last - 1].sentence;
  for (const Guard& guard : rule.guards) {
    if (guard.line != 0 && guard.line != line) continue;
    const bool text = guard.place == GuardScope::text;
    std::uint32_t back = guard.reach;
    std::uint32_t forth = guard.reach;
    if (guard.place == GuardScope::before) forth = 0;
    if (guard.place == GuardScope::after) back = 0;
    if (guard.reach == 0) back = forth = text ? kTextReach : kSentenceReach;
    const bool inner = guard.reach == 0;
    std::uint32_t from = hit.first - std::min(hit.first, back);
    const auto to = static_cast<std::uint32_t>(
        std::min<std::size_t>(words.size(), std::size_t{hit.last} + forth));
    bool found = false;
    for (; from < to && !found; ++from) {
      if (!inner && from == hit.first) from = hit.last;
      if (from >= to) break;
      const RuleWord& word = words[from];
      if (!text && (word.sentence < sentence || word.sentence > last_sentence)) continue;
      found = is(word, guard.klass);
    }
    if (found != guard.required) return false;
  }
  return true;
}

}  // namespace attune

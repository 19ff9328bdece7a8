// SPDX-License-Identifier: Apache-2.0
#include "phrases/patterns/pattern_file.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/hash.h"

namespace attune {

namespace {

constexpr int kMostNested = 32;  ///< Brackets within brackets.
/// Expansions of one expression; more means that the expression should be two.
constexpr std::size_t kMostSequences = 4096;
constexpr std::uint32_t kMostGap = 12;

/// In the order of GuardPlace.
constexpr std::array<std::string_view, 6> kPlaces = {"before",   "inside", "after",
                                                     "sentence", "text",   "question"};

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r'))
    s.remove_suffix(1);
  return s;
}

/// Takes the first word off `s`.
std::string_view take_word(std::string_view& s) {
  s = trim(s);
  const std::size_t end = std::min(s.find_first_of(" \t"), s.size());
  const std::string_view word = s.substr(0, end);
  s = trim(s.substr(end));
  return word;
}

std::optional<std::uint32_t> whole_number(std::string_view s) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
  if (error != std::errc() || end != s.data() + s.size()) return std::nullopt;
  return value;
}

std::optional<std::uint32_t> flag_named(std::string_view name) {
  if (name == "%any") return TokenFlag::kWord | TokenFlag::kNumber;
  if (name == "%num") return TokenFlag::kNumber;
  if (name == "%mention") return TokenFlag::kMention;
  if (name == "%hashtag") return TokenFlag::kHashtag;
  if (name == "%link") return TokenFlag::kLink;
  if (name == "%email") return TokenFlag::kEmail;
  if (name == "%emoji") return TokenFlag::kEmoji;
  if (name == "%caps") return TokenFlag::kCapitals;
  if (name == "%title") return TokenFlag::kTitle;
  return std::nullopt;
}

void sort_unique(std::vector<std::string>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

tl::unexpected<Error> wrong(std::string_view what, std::string_view where) {
  return fail(Fault::bad_input, std::string(what) + " '" + std::string(where) + "'");
}

}  // namespace

/// A sequence in the making: steps, and a gap that waits for the next step.
struct PatternReader::Alternative {
  PatternSequence sequence;
  std::uint32_t pending = 0;
};

/// Expands one expression into its sequences (recursive descent over its words).
class PatternReader::Expression {
 public:
  using Set = std::vector<Alternative>;

  Expression(PatternReader& reader, std::string_view text) : reader_(reader) {
    while (!(text = trim(text)).empty()) add(take_word(text));
  }

  [[nodiscard]] Result<Set> expand() {
    auto set = alternatives();
    if (set && at_ < words_.size()) return wrong("stray", words_[at_]);
    return set;
  }

 private:
  /// Brackets may touch the words in them.
  void add(std::string_view word) {
    if (word.front() == '(' && word.size() > 1) {
      words_.push_back(word.substr(0, 1));
      word.remove_prefix(1);
    }
    const std::size_t close = word.find(')');
    if (close != std::string_view::npos && close > 0) {
      words_.push_back(word.substr(0, close));
      word.remove_prefix(close);
    }
    words_.push_back(word);
  }

  [[nodiscard]] bool at_close() const { return words_[at_] == ")" || words_[at_] == ")?"; }

  /// Alternatives of one word each become one class, so that long lists cost one way to read.
  [[nodiscard]] Result<Set> alternatives() {
    Set all;
    std::string single;
    do {
      if (lone_word()) {
        single += (single.empty() ? "" : "|") + std::string(words_[at_++]);
        continue;
      }
      auto one = sequence();
      if (!one) return one;
      all.insert(all.end(), one->begin(), one->end());
    } while (at_ < words_.size() && words_[at_] == "|" && ++at_ > 0);
    if (single.empty()) return all;
    auto test = token_test(single);
    if (test) test->insert(test->end(), all.begin(), all.end());
    return test;
  }

  /// A plain word between bars or brackets.
  [[nodiscard]] bool lone_word() const {
    const auto bar = [&](std::size_t i) {
      return i >= words_.size() || words_[i] == "|" || words_[i] == ")" || words_[i] == ")?";
    };
    if (at_ >= words_.size() || bar(at_) || !bar(at_ + 1)) return false;
    const std::string_view word = words_[at_];
    return word != "^" && word != "$" && word.front() != '~' && word != "(" &&
           (word.size() == 1 || word.back() != '?');
  }

  [[nodiscard]] Result<Set> sequence() {
    Set set(1);
    while (at_ < words_.size() && words_[at_] != "|" && !at_close()) {
      auto next = item();
      if (!next) return next;
      set = joined(set, *next);
      if (set.size() > kMostSequences) return wrong("too many ways to read", words_[0]);
    }
    return set;
  }

  [[nodiscard]] Result<Set> item() {
    const std::string_view word = words_[at_++];
    if (word == "(") return group();
    Alternative made;
    if (word == "^") {
      made.sequence.at_clause_start = true;
    } else if (word == "$") {
      made.sequence.at_clause_end = true;
    } else if (word.front() == '~') {
      const auto gap = whole_number(word.substr(1));
      if (!gap || *gap > kMostGap) return wrong("not a gap:", word);
      made.pending = *gap;
    } else {
      return token_test(word);
    }
    return Set{made};
  }

  [[nodiscard]] Result<Set> group() {
    if (open_ == kMostNested) return wrong("brackets nest too deeply after", words_[0]);
    ++open_;
    auto set = alternatives();
    --open_;
    if (!set) return set;
    if (at_ >= words_.size() || !at_close()) return wrong("a bracket is open after", words_[0]);
    if (words_[at_++] == ")?") set->push_back({});
    return set;
  }

  [[nodiscard]] Result<Set> token_test(std::string_view word) {
    const bool optional = word.size() > 1 && word.back() == '?';
    if (optional) word.remove_suffix(1);
    const auto klass = reader_.class_of(word);
    if (!klass) return tl::unexpected(klass.error());
    Alternative made;
    made.sequence.steps.push_back({*klass, 0});
    Set set{made};
    if (optional) set.push_back({});
    return set;
  }

  static Set joined(const Set& left, const Set& right) {
    Set out;
    out.reserve(left.size() * right.size());
    for (const Alternative& a : left) {
      for (const Alternative& b : right) out.push_back(joined(a, b));
    }
    return out;
  }

  static Alternative joined(const Alternative& a, const Alternative& b) {
    Alternative out = a;
    PatternSequence& sequence = out.sequence;
    sequence.at_clause_start = sequence.at_clause_start || b.sequence.at_clause_start;
    sequence.at_clause_end = sequence.at_clause_end || b.sequence.at_clause_end;
    for (PatternStep step : b.sequence.steps) {
      step.gap += out.pending;
      out.pending = 0;
      sequence.steps.push_back(step);
    }
    out.pending += b.pending;
    return out;
  }

  PatternReader& reader_;
  std::vector<std::string_view> words_;
  std::size_t at_ = 0;
  int open_ = 0;  ///< Brackets around it.
};

Result<void> PatternReader::read(std::string_view name, std::string_view content) {
  std::size_t number = 0;
  while (!content.empty()) {
    ++number;
    const std::size_t end = std::min(content.find('\n'), content.size());
    const std::string_view line = trim(content.substr(0, end));
    content.remove_prefix(std::min(end + 1, content.size()));
    if (line.empty() || line.front() == '#') continue;
    if (auto done = read_line(line); !done) {
      return within(std::string(name) + ":" + std::to_string(number), done.error());
    }
  }
  return {};
}

Result<void> PatternReader::read_line(std::string_view line) {
  if (line.front() == '[') return begin_pattern(line);
  if (line.starts_with("set ") || line.starts_with("def ")) return define(line);
  if (book_.patterns.empty()) return wrong("no pattern begun before", line);
  const std::string_view rest = trim(line.substr(1));
  switch (line.front()) {
    case '=':
      return add_expression(rest);
    case '!':
      return add_guard(rest, false);
    case '&':
      return add_guard(rest, true);
    case '+':
      book_.patterns.back().hits.emplace_back(rest);
      return {};
    case '-':
      book_.patterns.back().misses.emplace_back(rest);
      return {};
    default:
      return wrong("not a line of a pattern file:", line);
  }
}

Result<void> PatternReader::begin_pattern(std::string_view line) {
  const std::size_t close = line.find(']');
  if (close == std::string_view::npos) return wrong("no ] in", line);
  std::string_view kind = line.substr(1, close - 1);
  std::string_view rest = line.substr(close + 1);
  PatternSpec spec;
  if (kind.starts_with("care.")) {
    const auto care = std::find(kCareNames.begin(), kCareNames.end(), kind.substr(5));
    if (care == kCareNames.end()) return wrong("no such care kind:", kind);
    spec.care = static_cast<Care>(care - kCareNames.begin());
    kind = "care";
  }
  const auto found = std::find(kPatternKindNames.begin(), kPatternKindNames.end(), kind);
  if (found == kPatternKindNames.end()) return wrong("no such kind:", kind);
  spec.kind = static_cast<PatternKind>(found - kPatternKindNames.begin());
  spec.id = take_word(rest);
  spec.key = hash64(spec.id);
  const std::string_view precision = take_word(rest);
  const auto hundredths = precision.size() == 3 && precision.front() == '.'
                              ? whole_number(precision.substr(1))
                              : std::nullopt;
  if (spec.id.empty() || !hundredths) return wrong("wants [kind] id .NN, not", line);
  spec.p = static_cast<float>(*hundredths) / 100.0F;
  book_.patterns.push_back(std::move(spec));
  return {};
}

Result<void> PatternReader::add_expression(std::string_view line) {
  std::string spread;
  while (!line.empty()) {
    const std::size_t open = std::min(line.find('{'), line.size());
    spread += line.substr(0, open);
    line.remove_prefix(open);
    if (line.empty()) break;
    const std::size_t close = line.find('}');
    if (close == std::string_view::npos) return wrong("no } in", line);
    const auto macro = macros_.find(std::string(line.substr(1, close - 1)));
    if (macro == macros_.end()) return wrong("no such macro:", line.substr(0, close + 1));
    spread += macro->second;
    line.remove_prefix(close + 1);
  }
  auto set = Expression(*this, spread).expand();
  if (!set) return tl::unexpected(set.error());
  for (Alternative& one : *set) {
    if (one.sequence.steps.empty()) return wrong("matches nothing at all:", spread);
    std::uint32_t& first_gap = one.sequence.steps.front().gap;
    // "( i | ^ ) ~2 x": behind a clause's start the gap has nothing to lie behind.
    if (one.sequence.at_clause_start) first_gap = 0;
    if (first_gap > 0 || one.pending > 0) {
      return wrong("a gap must lie between words:", spread);
    }
    book_.patterns.back().sequences.push_back(std::move(one.sequence));
  }
  return {};
}

Result<void> PatternReader::add_guard(std::string_view line, bool required) {
  PatternGuard guard;
  guard.required = required;
  std::string_view rest = line;
  const std::string_view place = take_word(rest);
  if (place == "question") {
    guard.place = GuardPlace::question;
    book_.patterns.back().guards.push_back(guard);
    return {};
  }
  if (place == "negated") {
    if (auto done = add_guard("inside <neg>", required); !done) return done;
    return add_guard("before 3 <neg>", required);
  }
  const auto known = std::find(kPlaces.begin(), kPlaces.end(), place);
  if (known == kPlaces.end()) return wrong("no such guard:", line);
  guard.place = static_cast<GuardPlace>(known - kPlaces.begin());
  if (guard.place == GuardPlace::before || guard.place == GuardPlace::after) {
    const auto reach = whole_number(take_word(rest));
    if (!reach) return wrong("how many tokens?", line);
    guard.reach = *reach;
  }
  const auto klass = class_of(rest);
  if (!klass) return tl::unexpected(klass.error());
  guard.klass = *klass;
  book_.patterns.back().guards.push_back(guard);
  return {};
}

Result<void> PatternReader::define(std::string_view line) {
  std::string_view rest = line;
  const bool is_set = take_word(rest) == "set";
  const std::string name(take_word(rest));
  if (take_word(rest) != "=" || rest.empty()) return wrong("wants NAME = …, not", line);
  if (!is_set) {
    macros_[name] = std::string(rest);
    return {};
  }
  // A set may be continued on another line of the same name.
  PatternClass made = sets_[name];
  while (!rest.empty()) {
    if (auto done = collect(take_word(rest), made); !done) return done;
  }
  sets_[name] = std::move(made);
  return {};
}

Result<void> PatternReader::collect(std::string_view alternatives, PatternClass& into) const {
  while (!alternatives.empty()) {
    const std::size_t bar = std::min(alternatives.find('|'), alternatives.size());
    const std::string_view one = alternatives.substr(0, bar);
    alternatives.remove_prefix(std::min(bar + 1, alternatives.size()));
    if (one == "%q") {
      into.words.emplace_back("?");
    } else if (one.size() > 1 && one.front() == '%') {
      const auto flag = flag_named(one);
      if (!flag) return wrong("no such mark:", one);
      into.flags |= *flag;
    } else if (one.size() > 2 && one.front() == '<' && one.back() == '>') {
      const auto set = sets_.find(std::string(one.substr(1, one.size() - 2)));
      if (set == sets_.end()) return wrong("no such set:", one);
      const PatternClass& other = set->second;
      into.words.insert(into.words.end(), other.words.begin(), other.words.end());
      into.prefixes.insert(into.prefixes.end(), other.prefixes.begin(), other.prefixes.end());
      into.flags |= other.flags;
    } else if (one.size() > 1 && one.back() == '*') {
      into.prefixes.emplace_back(one.substr(0, one.size() - 1));
    } else if (!one.empty()) {
      into.words.emplace_back(one);
    }
  }
  return {};
}

Result<std::uint32_t> PatternReader::class_of(std::string_view alternatives) {
  if (const auto known = interned_.find(std::string(alternatives)); known != interned_.end()) {
    return known->second;
  }
  PatternClass made;
  if (auto done = collect(alternatives, made); !done) return tl::unexpected(done.error());
  sort_unique(made.words);
  sort_unique(made.prefixes);
  if (made.words.empty() && made.prefixes.empty() && made.flags == 0) {
    return wrong("no words in", alternatives);
  }
  const auto index = static_cast<std::uint32_t>(book_.classes.size());
  interned_.emplace(std::string(alternatives), index);
  book_.classes.push_back(std::move(made));
  return index;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "text/others/shared_labels.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/hash.h"
#include "text/ascii.h"
#include "text/others/label_words.h"

namespace attune {

namespace {

constexpr std::size_t kReach = 120;        ///< Bytes from a text's beginning or end.
constexpr std::size_t kMostHeads = 40;     ///< Colons in one text.
constexpr std::size_t kMostHeadWords = 4;  ///< Before a colon inside a line.
constexpr std::size_t kMostMarks = 3;      ///< In the first line.
constexpr std::size_t kMostWords = 8;      ///< Of a label that a mark ends;
constexpr std::size_t kMostDashWords = 5;  ///< a dash parts sentences, too.
constexpr std::size_t kFewestSentenceWords = 2;
constexpr double kMemberShare = 0.01;  ///< Of all texts, for one label of several.
constexpr std::uint64_t kFewestMembers = 5;
constexpr double kWholeShare = 0.9;  ///< Of the texts of a shorter label, for a longer one.

enum class Mark : std::uint8_t { bar, bracket, colon, dash, sentence, capitals };

struct Candidate {
  Span span;
  LabelPlace place = LabelPlace::start;
  Mark mark = Mark::bar;
};

std::string_view mark_symbol(std::string_view text, std::size_t at) {
  for (const std::string_view symbol :
       {"\xC2\xBB", "\xC2\xB7", "\xE2\x80\xA2", "\xE2\x86\x92", "|"}) {
    if (text.substr(at, symbol.size()) == symbol) return symbol;
  }
  return {};
}

std::string_view dash_symbol(std::string_view text, std::size_t at) {
  for (const std::string_view symbol : {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
    if (text.substr(at, symbol.size()) == symbol) return symbol;
  }
  return {};
}

/// May a candidate be a label at all, whoever shares it?
bool may_be_label(std::string_view words, Mark mark) {
  const LabelWords found = label_words(words);
  if (found.writer && !(found.company && found.answer)) return false;
  switch (mark) {
    case Mark::capitals:
    case Mark::sentence:
      return found.site && !found.trouble && found.count >= kFewestSentenceWords;
    case Mark::colon:
      return !found.judging && !found.trouble && found.count > 0 && found.count <= kMostWords;
    case Mark::dash:
      return !found.judging && !found.trouble && found.count > 0 && found.count <= kMostDashWords;
    case Mark::bar:
      return !found.judging && found.count <= kMostWords;
    case Mark::bracket:
      return !found.trouble && (found.site || found.count <= kMostWords);
  }
  return false;
}

class Candidates {
 public:
  Candidates(std::string_view text, std::vector<Candidate>& out) : text_(text), out_(out) {}

  void run() {
    out_.clear();
    std::size_t begin = 0, end = text_.size();
    while (begin < end && is_blank(text_[begin])) ++begin;
    while (end > begin && is_blank(text_[end - 1])) --end;
    if (begin == end) return;
    text_ = text_.substr(0, end);
    first_ = begin;
    const std::size_t line = std::min(text_.find('\n', begin), end);
    starts(begin, std::min(line, begin + kReach));
    capitals();
    heads();
    ends(end);
  }

 private:
  void add(std::size_t begin, std::size_t end, LabelPlace place, Mark mark) {
    out_.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, place, mark});
  }

  [[nodiscard]] bool parts(std::size_t at) const {
    return at >= text_.size() || is_blank(text_[at]);
  }

  /// The mark that ends a label at `at`, and its length; 0 where there is none.
  [[nodiscard]] std::pair<Mark, std::size_t> mark_at(std::size_t at, std::size_t begin) const {
    const char c = text_[at];
    if (c == ':' && parts(at + 1)) return {Mark::colon, 1};
    if ((c == ']' || c == ')') && (text_[begin] == '[' || text_[begin] == '('))
      return {Mark::bracket, 1};
    if ((c == '.' || c == '!') && parts(at + 1)) return {Mark::sentence, 1};
    if (const auto bar = mark_symbol(text_, at); !bar.empty()) return {Mark::bar, bar.size()};
    if (const auto dash = dash_symbol(text_, at); !dash.empty()) return {Mark::dash, dash.size()};
    return {Mark::bar, 0};
  }

  void starts(std::size_t begin, std::size_t end) {
    std::size_t marks = 0;
    for (std::size_t at = begin; at < end && marks < kMostMarks; ++at) {
      const auto [mark, length] = mark_at(at, begin);
      if (length == 0) continue;
      add(begin, at + length, LabelPlace::start, mark);
      ++marks;
      if (mark == Mark::sentence) return;
    }
    // A line of its own is one as a sentence is.
    if (end < text_.size() && text_[end] == '\n')
      add(begin, end, LabelPlace::start, Mark::sentence);
  }

  /// Up to four words with a capital first, before a colon: "Review title:". A few at each colon,
  /// since where a label begins inside a line only its share tells.
  void heads() {
    std::size_t seen = 0;
    for (std::size_t at = text_.find(':', first_);
         at != std::string_view::npos && seen < kMostHeads; at = text_.find(':', at + 1)) {
      if (!parts(at + 1)) continue;
      ++seen;
      head(at);
    }
  }

  void head(std::size_t colon) {
    if (colon == first_) return;
    std::size_t words = 0;
    for (std::size_t i = colon - 1; i > first_ && words < kMostHeadWords && !is_blank(text_[i]);) {
      while (i > first_ && !is_blank(text_[i - 1])) --i;
      if (i == first_) return;  // That is a beginning.
      ++words;
      const bool new_line = text_[i - 1] == '\n';
      if (new_line || is_upper(text_[i])) add(i, colon + 1, LabelPlace::line, Mark::colon);
      if (new_line || i < 2 || ends_words(text_[i - 2])) return;
      i -= 2;
    }
  }

  static bool ends_words(char c) {
    return c == '.' || c == '!' || c == '?' || c == ':' || c == ',' || c == ';' || c == '|';
  }

  /// The first two to four words, where all have a capital and one is a site's.
  void capitals() {
    std::size_t at = first_, words = 0;
    bool site = false;
    while (at < text_.size() && is_upper(text_[at]) && words < kMostHeadWords) {
      std::size_t end = at;
      while (end < text_.size() && is_letter(text_[end])) ++end;
      if (end < text_.size() && text_[end] != ' ') return;
      site = site || label_words(text_.substr(at, end - at)).site;
      if (++words >= 2 && site) add(first_, end, LabelPlace::start, Mark::capitals);
      at = std::min(end + 1, text_.size());
    }
  }

  /// From the text's end back to what parts it from an end that is shared.
  void ends(std::size_t end) {
    const std::size_t from = std::max(first_ + 1, end > kReach ? end - kReach : 0);
    std::size_t bars = 0;
    for (std::size_t at = end - 1; at > from; --at) {
      if (closed_at(at, end)) return;
      if (bars == 0 && !mark_symbol(text_, at).empty()) {
        add(at, end, LabelPlace::end, Mark::bar);
        ++bars;
      }
    }
  }

  /// Adds the end that a line, a bracket or a sentence parts at `at`; nothing before it is one.
  bool closed_at(std::size_t at, std::size_t end) {
    const char c = text_[at], last = text_[end - 1];
    if ((c == '[' && last == ']') || (c == '(' && last == ')')) {
      add(at, end, LabelPlace::end, Mark::bracket);
      return true;
    }
    const bool sentence =
        at + 2 < end && (c == '.' || c == '!' || c == '?') && text_[at + 1] == ' ';
    if (c != '\n' && !sentence) return false;
    std::size_t begin = at + 1;
    while (is_blank(text_[begin])) ++begin;  // The text ends with what is no blank.
    add(begin, end, LabelPlace::end, Mark::sentence);
    return true;
  }

  std::string_view text_;
  std::vector<Candidate>& out_;
  std::size_t first_ = 0;
};

/// What two labels that are the same have in common: small letters, one space for several, 0 for a
/// row of digits, a month or a day.
class Key {
 public:
  explicit Key(LabelPlace place) : key_(1, static_cast<char>('a' + static_cast<int>(place))) {}

  void add(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      std::size_t end = at;
      while (end < words.size() && is_letter(words[end])) ++end;
      if (end == at) {
        put(words[end++]);
      } else if (is_date_word(words.substr(at, end - at))) {
        put('0');
      } else {
        for (const char c : words.substr(at, end - at)) key_ += to_lower(c);
      }
      at = end;
    }
  }

  [[nodiscard]] std::uint64_t hash() {
    while (key_.back() == ' ') key_.pop_back();
    return hash64(key_);
  }

 private:
  void put(char c) {
    if (is_digit(c)) c = '0';
    if (is_blank(c)) c = ' ';
    if ((c != '0' && c != ' ') || key_.back() != c) key_ += c;
  }

  std::string key_;
};

std::uint64_t key_of(std::string_view words, LabelPlace place) {
  Key key(place);
  key.add(words);
  return key.hash();
}

struct Tally {
  std::uint64_t texts = 0;
  std::uint64_t last = 0;  ///< Text, from 1.
  Candidate first;
  std::string_view words;
};

using Tallies = std::map<std::uint64_t, Tally>;

Tallies count(std::span<const std::string_view> texts) {
  Tallies tallies;
  std::vector<Candidate> candidates;
  for (std::size_t t = 0; t < texts.size(); ++t) {
    Candidates(texts[t], candidates).run();
    for (const Candidate& candidate : candidates) {
      const std::string_view words = candidate.span.of(texts[t]);
      Tally& tally = tallies[key_of(words, candidate.place)];
      if (tally.texts == 0) tally.first = candidate, tally.words = words;
      if (tally.last == t + 1) continue;
      tally.last = t + 1;
      ++tally.texts;
    }
  }
  return tallies;
}

/// How many texts begin with a label of several that one mark ends.
std::uint64_t family(const Tallies& tallies, Mark mark, std::uint64_t fewest) {
  std::uint64_t texts = 0;
  for (const auto& [key, tally] : tallies) {
    const bool member = tally.first.place == LabelPlace::start && tally.first.mark == mark &&
                        tally.texts >= fewest && may_be_label(tally.words, mark);
    texts += member ? tally.texts : 0;
  }
  return texts;
}

/// "Verified Purchase The": a longer row of capitals that most of its beginning's texts do not
/// have.
bool only_goes_on(const Tallies& tallies, const Tally& tally) {
  if (tally.first.mark != Mark::capitals) return false;
  return std::any_of(tallies.begin(), tallies.end(), [&](const auto& other) {
    return other.second.first.mark == Mark::capitals &&
           other.second.words.size() < tally.words.size() &&
           tally.words.starts_with(other.second.words) &&
           static_cast<double>(tally.texts) < kWholeShare * static_cast<double>(other.second.texts);
  });
}

/// A label with what it says of the words behind it.
SharedLabel label_of(std::string_view words, const Candidate& first) {
  SharedLabel label{std::string(words), first.place};
  const LabelWords found = label_words(words);
  label.answers = first.mark == Mark::colon && found.company && found.answer;
  label.field = first.mark == Mark::colon && found.field && found.count <= kMostHeadWords;
  return label;
}

std::string_view trimmed(std::string_view words) {
  while (!words.empty() && is_blank(words.back())) words.remove_suffix(1);
  return words;
}

}  // namespace

SharedLabels SharedLabels::learn(std::span<const std::string_view> texts) {
  SharedLabels learnt;
  if (texts.size() < kFewestTexts) return learnt;
  const Tallies tallies = count(texts);
  const auto all = static_cast<double>(texts.size());
  const auto enough =
      std::max<std::uint64_t>(kFewestTexts, static_cast<std::uint64_t>(kShare * all));
  const auto fewest =
      std::max<std::uint64_t>(kFewestMembers, static_cast<std::uint64_t>(kMemberShare * all));
  const bool bars = family(tallies, Mark::bar, fewest) >= enough;
  for (const auto& [key, tally] : tallies) {
    const Candidate& first = tally.first;
    const bool member = bars && first.mark == Mark::bar && first.place == LabelPlace::start;
    if (tally.texts < (member ? fewest : enough) || !may_be_label(tally.words, first.mark) ||
        only_goes_on(tallies, tally))
      continue;
    learnt.labels_.push_back(label_of(trimmed(tally.words), first));
    learnt.keys_.push_back(key);
  }
  return learnt;
}

void SharedLabels::find(std::string_view text, std::vector<FoundLabel>& out) const {
  out.clear();
  if (labels_.empty()) return;
  std::vector<Candidate> candidates;
  Candidates(text, candidates).run();
  for (const Candidate& candidate : candidates) {
    const std::uint64_t key = key_of(candidate.span.of(text), candidate.place);
    const auto at = std::find(keys_.begin(), keys_.end(), key);
    if (at == keys_.end()) continue;
    const FoundLabel found{static_cast<std::size_t>(at - keys_.begin()), candidate.span};
    out.push_back(found);
  }
  // Of several at one place the longest.
  std::stable_sort(out.begin(), out.end(), [](const FoundLabel& a, const FoundLabel& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::uint32_t end = 0;
  std::erase_if(out, [&end](const FoundLabel& label) {
    const bool inside = label.span.begin < end;
    if (!inside) end = label.span.end;
    return inside;
  });
}

}  // namespace attune

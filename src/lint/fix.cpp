// SPDX-License-Identifier: Apache-2.0
#include "lint/fix.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kEllipsis = "\u2026";
constexpr std::size_t kWordsLeft = 2;  ///< So many must stay, or nothing is left to say.

/// With these a sentence leans on the one before it.
constexpr std::array<std::string_view, 28> kLeaning = {
    "and",   "because", "before", "but",   "else",   "he",    "his",       "if",    "it",   "its",
    "or",    "other",   "she",    "since", "so",     "that",  "otherwise", "their", "them", "then",
    "these", "they",    "this",   "those", "unless", "until", "which",     "why"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_space(char c) {
  return kSpace.find(c) != std::string_view::npos;
}

/// In small letters, with plain apostrophes and single spaces.
std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.code == U'\u2019') {
      out += '\'';
    } else if (is_space(text[at])) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      for (std::uint32_t i = 0; i < point.length; ++i) out += lower(text[at + i]);
    }
    at += point.length;
  }
  return out;
}

/// Is it a letter that a sentence begins with?
bool begins_sentence(char32_t code) {
  return (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0x52F && code != 0xD7);
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool within = false;
  for (const char c : text) {
    const bool part = (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
    words += part && !within ? 1 : 0;
    within = part || (within && !is_space(c));
  }
  return words;
}

/// Looks at one block.
class Deletions {
 public:
  Deletions(const CopyBlock& block, std::string_view source)
      : block_(block), text_(block.text), source_(source) {}

  std::vector<std::optional<Span>> all(const std::vector<Span>& hits) const {
    std::vector<std::optional<Span>> made(hits.size());
    std::string rest;
    std::size_t from = 0;
    for (const Span hit : hits) {
      rest.append(text_.substr(from, hit.begin - std::min<std::size_t>(from, hit.begin))) += ' ';
      from = std::max<std::size_t>(from, hit.end);
    }
    rest += text_.substr(std::min(from, text_.size()));
    if (block_.quoted || in_a_tag() || count_words(rest) < kWordsLeft) return made;
    std::transform(hits.begin(), hits.end(), made.begin(), [&](Span hit) { return one(hit); });
    return made;
  }

 private:
  /// Is the block the value of an attribute?
  [[nodiscard]] bool in_a_tag() const {
    const std::size_t begin = block_.pieces.front().source;
    if (begin > 0 && (source_[begin - 1] == '"' || source_[begin - 1] == '\'')) return true;
    constexpr std::size_t kReach = 4000;
    const std::size_t from = begin - std::min(begin, kReach);
    const std::string_view before = source_.substr(from, begin - from);
    const std::size_t mark = before.find_last_of("<>");
    return mark != std::string_view::npos && before[mark] == '<';
  }

  [[nodiscard]] std::optional<Span> one(Span hit) const {
    const std::size_t marks = marks_after(hit.end);
    if (marks == hit.end || !begins(hit.begin) || !ends(marks)) return std::nullopt;
    if (auto cut = with_space_after(hit.begin, marks)) return cut;
    return with_space_before(hit.begin, marks);
  }

  /// Behind the full stops and exclamation marks from `at` on.
  [[nodiscard]] std::size_t marks_after(std::size_t at) const {
    while (at < text_.size()) {
      if (text_[at] == '!' || text_[at] == '.') {
        ++at;
      } else if (text_.substr(at).starts_with(kEllipsis)) {
        at += kEllipsis.size();
      } else {
        break;
      }
    }
    return at;
  }
  /// Does a sentence begin at `at`, and none before it asks for an answer?
  [[nodiscard]] bool begins(std::size_t at) const {
    const std::size_t before =
        at == 0 ? std::string_view::npos : text_.find_last_not_of(kSpace, at - 1);
    if (before == std::string_view::npos) return true;
    if (before + 1 == at) return false;
    const std::string_view space = text_.substr(before + 1, at - before - 1);
    const bool line = block_.line_ends && space.find_first_of("\r\n") != std::string_view::npos;
    const bool stop = text_[before] == '.' || text_[before] == '!' ||
                      text_.substr(0, before + 1).ends_with(kEllipsis);
    return stop || (line && text_[before] != '?' && text_[before] != ':');
  }
  /// Does the sentence end at `at`, and the next one stand by itself?
  [[nodiscard]] bool ends(std::size_t at) const {
    if (at == text_.size()) return true;
    const std::size_t next = std::min(text_.find_first_not_of(kSpace, at), text_.size());
    if (next == text_.size()) return true;
    if (next == at || !begins_sentence(decode(text_, next).code)) return false;
    const std::string_view rest = text_.substr(next);
    const std::string word = folded(rest.substr(0, rest.find_first_of(" \t\r\n,.!?:;'")));
    return std::find(kLeaning.begin(), kLeaning.end(), word) == kLeaning.end();
  }

  /// The place of text [begin, end), where it stands there byte for byte.
  [[nodiscard]] std::optional<Span> plain(std::size_t begin, std::size_t end) const {
    const Span span =
        block_.in_source({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (span.of(source_) != text_.substr(begin, end - begin)) return std::nullopt;
    return span;
  }
  /// The sentence goes with what parts it from the next one; where that is on another line, only if
  /// it begins its own, which the next one takes over.
  [[nodiscard]] std::optional<Span> with_space_after(std::size_t begin, std::size_t end) const {
    const std::size_t next = text_.find_first_not_of(kSpace, end);
    if (next == std::string_view::npos) return std::nullopt;
    const std::string_view space = text_.substr(end, next - end);
    const bool lines = space.find_first_of("\r\n") != std::string_view::npos;
    const std::size_t before = text_.substr(0, begin).find_last_not_of(" \t");
    const bool first =
        before == std::string_view::npos || text_[before] == '\n' || text_[before] == '\r';
    if (lines && !first) return std::nullopt;
    const auto whole = plain(begin, next + 1);
    if (!whole) return std::nullopt;
    return Span{whole->begin, whole->end - 1};
  }
  /// The sentence goes with the spaces before it.
  [[nodiscard]] std::optional<Span> with_space_before(std::size_t begin, std::size_t end) const {
    const std::size_t before = text_.substr(0, begin).find_last_not_of(" \t");
    if (before == std::string_view::npos || before + 1 == begin || is_space(text_[before]))
      return std::nullopt;
    const auto whole = plain(before, end);
    if (!whole) return std::nullopt;
    return Span{whole->begin + 1, whole->end};
  }

  const CopyBlock& block_;
  std::string_view text_;
  std::string_view source_;
};

}  // namespace

bool is_stock_sentence(std::string_view text, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return false;
  const std::string words = folded(text);
  return std::any_of(sentences.begin(), sentences.end(),
                     [&](const std::string& sentence) { return folded(sentence) == words; });
}

std::vector<std::optional<Span>> deletions(const CopyBlock& block, std::string_view source,
                                           const std::vector<Span>& hits) {
  if (hits.empty() || block.pieces.empty()) return std::vector<std::optional<Span>>(hits.size());
  return Deletions(block, source).all(hits);
}

}  // namespace attune

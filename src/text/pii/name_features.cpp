// SPDX-License-Identifier: Apache-2.0
#include "text/pii/name_features.h"

#include <algorithm>
#include <utility>

#include "text/ascii.h"
#include "text/short_hash.h"
#include "text/words/stem.h"

namespace attune {

namespace {

Shape shape_of_number(std::string_view word) {
  if (count_digits(word) != word.size()) return Shape::digits_and_letters;
  return word.size() <= 2   ? Shape::short_number
         : word.size() <= 4 ? Shape::number
                            : Shape::long_number;
}

/// "MileagePlus", "PCs", but not "McDonald", "O'Neill" or "DeMarco".
bool camel(std::string_view word) {
  if (word.size() > 2 && is_upper(word[1])) return true;
  const std::size_t from = word.find('\'') < 3 ? 3 : word.starts_with("Mac") ? 4 : 3;
  for (std::size_t i = from; i < word.size(); ++i) {
    if (is_upper(word[i]) && is_letter(word[i - 1])) return true;
  }
  return false;
}

Shape shape_of_word(const Token& token, std::string_view word, bool digits) {
  if (digits) return Shape::digits_and_letters;
  if (token.capitals) return Shape::capitals;
  if (token.title) {
    return word.size() == 1 ? Shape::letter : camel(word) ? Shape::mixed : Shape::title;
  }
  return token.uppers ? Shape::mixed : Shape::lower;
}

Shape shape_of(const Token& token, std::string_view word, bool digits) {
  switch (token.kind) {
    case TokenKind::word:
      return shape_of_word(token, word, digits);
    case TokenKind::number:
      return shape_of_number(word);
    case TokenKind::punctuation:
      break;
    default:
      return Shape::other;
  }
  switch (word[0]) {
    case '.':
      return Shape::full_stop;
    case ',':
      return Shape::comma;
    case ':':
      return Shape::colon;
    case '-':
      return Shape::dash;
    case '"':
      return Shape::quote;
    default:
      return Shape::punctuation;
  }
}

bool ends_sentence(std::string_view word) {
  if (word.size() == 1) return std::string_view(".!?:\"(>*").find(word[0]) < 8;
  return word == "\xE2\x80\x9C" || word == "\xE2\x80\xA6";  // An opening quote, an ellipsis.
}

std::uint32_t mix(std::uint32_t feature, std::uint64_t a, std::uint64_t b = 0) {
  std::uint64_t x = (a ^ (static_cast<std::uint64_t>(feature) << 56U)) * 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 29U) ^ b) * 0xD6E8FEB86659FD93ULL;
  return static_cast<std::uint32_t>(x >> 32U);
}

/// All that is known of a token except its letters.
std::uint64_t class_of(const NameToken& token) {
  return static_cast<std::uint64_t>(token.shape) | (std::uint64_t{token.facts} << 8U) |
         (std::uint64_t{token.lists} << 16U) | (std::uint64_t{token.opens} << 24U);
}

std::string_view tail(std::string_view word, std::size_t size) {
  return word.size() <= size ? word : word.substr(word.size() - size);
}

/// "my name is …", "called …", "Ms. …".
bool announces_name(const NameToken& last, const NameToken& before) {
  if (last.word == "is") return before.word == "name";
  if (last.word == ".") return (before.lists & NameList::kTitle) != 0;
  return (last.lists & NameList::kTitle) != 0 || last.word == "named" || last.word == "called" ||
         last.word == "name";
}

/// True for "Kiosks", "Unfriendly", "Rebooked": a common word with an affix.
bool derived(std::string_view word, const WordFacts& facts) {
  return is_derived(word, [&facts](std::string_view rest) {
    return (facts.find(rest) & WordFacts::kCommon) != 0;
  });
}

}  // namespace

NameToken see(std::string_view text, const Tokens& source, const Token& token,
              const WordFacts& facts) {
  NameToken made;
  made.word = token.folded.of(source.folded);
  const WordTraits& traits = source.numbers.traits(token.number);
  made.possessive = traits.possessive;
  if (traits.possessive) made.word.remove_suffix(2);
  made.shape = shape_of(token, token.span.of(text), traits.digits);
  if (token.kind != TokenKind::word) return made;
  made.hash = traits.name_hash;
  made.facts = facts.find(made.hash);
  made.lists = traits.name_lists;
  const bool unknown = made.facts == 0 && made.lists == 0 && made.shape == Shape::title;
  if (unknown && derived(made.word, facts)) {
    made.facts = WordFacts::kCommon | WordFacts::kDerived;
  }
  return made;
}

bool NameView::prepare(std::string_view text, const Tokens& source, const WordFacts& facts) {
  tokens.clear();
  std::size_t words = 0;
  std::size_t loud = 0;
  std::size_t small = 0;
  std::size_t known = 0;
  for (const Token& token : source.list)
    facts.expect(source.numbers.traits(token.number).name_hash);
  for (const Token& token : source.list) {
    tokens.push_back(see(text, source, token, facts));
    const NameToken& made = tokens.back();
    const bool lower = made.shape == Shape::lower;
    words += token.kind == TokenKind::word ? 1 : 0;
    loud += token.capitals ? 1 : 0;
    small += lower ? 1 : 0;
    known += lower && (made.facts & WordFacts::kCommon) != 0 ? 1 : 0;
  }
  shouting = loud * 2 > words;
  strange = small >= 4 && known * 2 < small;
  look_around(text, source);
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const NameToken& token) { return token.candidate; });
}

void NameView::look_around(std::string_view text, const Tokens& source) {
  lines = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    NameToken& token = tokens[i];
    const std::uint32_t before = i == 0 ? 0 : source.list[i - 1].span.end;
    const std::string_view gap = text.substr(before, source.list[i].span.begin - before);
    token.line = i == 0 || (gap != " " && gap.find('\n') != std::string_view::npos);
    lines += token.line ? 1 : 0;
    const bool titled = i >= 2 && tokens[i - 1].shape == Shape::full_stop &&
                        (tokens[i - 2].lists & NameList::kTitle) != 0;  // "Mr. Becker"
    token.opens = token.line || (ends_sentence(tokens[i - 1].word) && !titled);
  }
  numbers = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    NameToken& token = tokens[i];
    token.candidate = stands_out(i);
    if (!token.candidate) continue;
    numbers = numbers || token.shape == Shape::short_number || token.shape == Shape::number ||
              token.shape == Shape::long_number;
  }
}

bool NameView::small_stands_out(std::size_t i) const {
  const NameToken& token = tokens[i];
  const Shape last = at(i, -1).shape;
  if ((token.lists & (NameList::kStreet | NameList::kUnit)) != 0) {
    return last != Shape::lower && last <= Shape::digits_and_letters;
  }
  if ((token.facts & WordFacts::kCommon) != 0 || token.word.size() < 2) return false;
  const bool after_given = last == Shape::lower && (at(i, -1).lists & NameList::kGiven) != 0 &&
                           (at(i, -1).facts & WordFacts::kCommon) == 0;
  if (after_given) return true;  // "marta holloway"
  return (token.lists & NameList::kPerson) != 0 || announces_name(at(i, -1), at(i, -2));
}

bool NameView::stands_out(std::size_t i) const {
  const NameToken& token = tokens[i];
  const bool common = (token.facts & WordFacts::kCommon) != 0;
  const bool named = (token.lists & NameList::kPerson) != 0;
  const Shape next = at(i, 1).shape;
  const Shape last = at(i, -1).shape;
  const bool thing = (token.lists & (NameList::kPlace | NameList::kOther)) != 0 && !named;
  if (thing && next != Shape::title && last != Shape::title) return false;
  switch (token.shape) {
    case Shape::title:
      return named || !common || !token.opens;
    case Shape::capitals:
      return (!common && !shouting) || named;
    case Shape::letter:
      return token.word != "i" && token.word != "a";
    case Shape::lower:
      return small_stands_out(i);
    case Shape::short_number:
    case Shape::number:
    case Shape::long_number:
    case Shape::digits_and_letters:
      return next == Shape::title || last == Shape::title || next == Shape::capitals ||
             at(i, 2).shape == Shape::title || at(i, -2).shape == Shape::title;
    default:
      return false;
  }
}

const NameToken& NameView::at(std::size_t i, int offset) const {
  static const NameToken outside;
  const std::size_t place = i + static_cast<std::size_t>(offset);
  return place < tokens.size() ? tokens[place] : outside;
}

std::uint32_t NameView::kind(std::size_t i) const {
  return mix(30, static_cast<std::uint64_t>(tokens[i].shape), tokens[i].lists);
}

void NameView::features(std::size_t i, std::uint32_t* hashes) const {
  const NameToken& token = tokens[i];
  const NameToken& last = at(i, -1);
  const NameToken& next = at(i, 1);
  const auto word_of = [](const NameToken& one) {
    return one.word.empty() ? 1 : one.hash != 0 ? one.hash : short_hash(one.word);
  };
  const std::uint64_t word = word_of(token);
  const std::uint64_t last_word = word_of(last);
  const std::uint64_t next_word = word_of(next);
  const std::uint64_t kind = class_of(token) | (std::uint64_t{shouting} << 25U);
  const auto shape = static_cast<std::uint64_t>(token.shape);
  const std::uint64_t shape_and_facts = shape | (std::uint64_t{token.facts} << 8U);
  std::uint32_t* out = hashes;
  *out++ = mix(0, 0);
  *out++ = mix(1, word);
  *out++ = mix(2, shape_and_facts, std::uint64_t{token.opens} | (shouting ? 2U : 0U));
  *out++ = mix(3, short_hash(tail(token.word, 3)), shape);
  *out++ = mix(4, short_hash(tail(token.word, 2)), shape);
  *out++ = mix(5, short_hash(token.word.substr(0, 3)), shape);
  *out++ = mix(6, token.lists);
  *out++ = mix(7, kind);
  *out++ = mix(8, last_word);
  *out++ = mix(9, next_word);
  *out++ = mix(10, word_of(at(i, -2)));
  *out++ = mix(11, word_of(at(i, 2)));
  *out++ = mix(12, class_of(last));
  *out++ = mix(13, class_of(next));
  *out++ = mix(14, class_of(last), kind);
  *out++ = mix(15, class_of(next), kind);
  *out++ = mix(16, static_cast<std::uint64_t>(last.shape) | (shape << 8U),
               static_cast<std::uint64_t>(next.shape));
  *out++ = mix(17, last_word, word_of(at(i, -2)));
  *out++ = mix(18, last_word, shape_and_facts);
  *out++ = mix(19, next_word, shape_and_facts);
  *out++ = mix(20, shape,
               std::uint64_t{token.line} | (next.line ? 2U : 0U) | (next.word.empty() ? 4U : 0U));
}

}  // namespace attune

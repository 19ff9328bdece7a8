// SPDX-License-Identifier: Apache-2.0
#include "text/language/language_words.h"

#include <algorithm>

#include "text/language/language_lists.h"
#include "text/short_hash.h"

namespace attune {

namespace {

constexpr std::size_t kSlots = 8192;  // A power of two, nearly twice the number of words.
constexpr std::size_t kLongest = 24;  // Bytes; longer words are in no list.

}  // namespace

std::size_t language_count() {
  return language_lists().size();
}

std::string_view language_code(std::size_t i) {
  return language_lists()[i].code;
}

std::size_t language_number(std::string_view code) {
  const auto lists = language_lists();
  const auto at = std::find_if(lists.begin(), lists.end(),
                               [code](const LanguageList& list) { return list.code == code; });
  return static_cast<std::size_t>(at - lists.begin());
}

const LanguageWords& LanguageWords::get() {
  static const LanguageWords table;
  return table;
}

LanguageWords::LanguageWords() : slots_(kSlots) {
  LanguageSet language = kEnglish;
  for (const LanguageList& list : language_lists()) {
    std::string_view rest = list.words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) add(rest.substr(0, end), language);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    language <<= 1;
  }
}

void LanguageWords::add(std::string_view word, LanguageSet language) {
  const std::uint64_t key = short_hash(word);
  std::size_t at = (key >> 8) & (kSlots - 1);
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & (kSlots - 1);
  slots_[at].key = key;
  slots_[at].languages |= language;
}

LanguageSet LanguageWords::find(std::string_view folded) const {
  if (folded.empty() || folded.size() > kLongest) return 0;
  const std::uint64_t key = short_hash(folded);
  std::size_t at = (key >> 8) & (kSlots - 1);
  while (slots_[at].key != 0) {
    if (slots_[at].key == key) return slots_[at].languages;
    at = (at + 1) & (kSlots - 1);
  }
  return 0;
}

}  // namespace attune

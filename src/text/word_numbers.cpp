// SPDX-License-Identifier: Apache-2.0
#include "text/word_numbers.h"

#include <algorithm>
#include <cstring>

#include "base/hash.h"
#include "text/clause_words.h"
#include "text/pii/name_list.h"
#include "text/short_hash.h"
#include "text/words/lexicon.h"

namespace attune {

namespace {

constexpr std::size_t kMostKept = 1U << 14U;  // Words that are kept from text to text.
constexpr std::size_t kFirstSlots = 256;

WordTraits traits_of(std::string_view folded, TokenKind kind) {
  const Lexicon& lexicon = Lexicon::get();
  const WordEntry* const known = lexicon.find(folded);
  WordTraits traits;
  traits.hash = hash64(folded);
  traits.clause_bits = clause_bits_of(folded, known != nullptr ? known->classes : LexicalClasses{});
  unsigned char all = 0;
  for (const char c : folded) {
    all |= static_cast<unsigned char>(c);
    traits.digits = traits.digits || (c >= '0' && c <= '9');
  }
  traits.ascii = all < 0x80;
  traits.possessive = folded.size() > 2 && folded.ends_with("'s");
  if (kind != TokenKind::word) return traits;
  traits.languages = known != nullptr ? known->languages : 0;
  const std::string_view name = folded.substr(0, folded.size() - (traits.possessive ? 2 : 0));
  traits.name_hash = short_hash(name);
  const WordEntry* const named = traits.possessive ? lexicon.find(name) : known;
  traits.name_lists = named != nullptr ? name_lists_of(named->classes) : 0;
  return traits;
}

}  // namespace

void WordNumbers::begin_text() {
  if (entries_.size() <= kMostKept) return;
  if (entries_.size() > 4 * kMostKept) std::vector<Entry>().swap(entries_);  // One huge text.
  entries_.clear();
  letters_.clear();
  slots_.assign(2 * kMostKept, 0);
}

bool WordNumbers::same(const Entry& entry, std::string_view folded) const {
  if (entry.size != folded.size()) return false;
  if (folded.size() <= 8) return entry.head == short_load(folded.data(), folded.size());
  return std::memcmp(letters_.data() + entry.letters, folded.data(), folded.size()) == 0;
}

std::uint32_t WordNumbers::number(std::string_view folded, TokenKind kind) {
  // Links and addresses are seldom met twice.
  if (folded.size() > kLongest || kind == TokenKind::link || kind == TokenKind::email) {
    return add(folded, kind, 0);
  }
  if (2 * entries_.size() >= slots_.size()) grow();
  const std::uint64_t hash = short_hash(folded) ^ (static_cast<std::uint64_t>(kind) << 56U);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (hash >> 8U) & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[slots_[at] - 1];
    if (entry.hash == hash && entry.kind == kind && same(entry, folded)) return slots_[at] - 1;
  }
  const std::uint32_t made = add(folded, kind, hash);
  slots_[at] = made + 1;
  return made;
}

std::uint32_t WordNumbers::add(std::string_view folded, TokenKind kind, std::uint64_t hash) {
  Entry entry;
  entry.kind = kind;
  entry.traits = traits_of(folded, kind);
  entry.key = hash_pair(entry.traits.hash, static_cast<std::uint64_t>(kind)) | 1U;
  if (hash != 0) {
    entry.hash = hash;
    entry.size = static_cast<std::uint8_t>(folded.size());
    entry.letters = static_cast<std::uint32_t>(letters_.size());
    if (folded.size() <= 8) {
      entry.head = short_load(folded.data(), folded.size());
    } else {
      letters_.insert(letters_.end(), folded.begin(), folded.end());
    }
  }
  entries_.push_back(entry);
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

void WordNumbers::grow() {
  slots_.assign(std::max(kFirstSlots, 2 * slots_.size()), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].hash == 0) continue;  // Of no use to look up.
    std::size_t at = (entries_[i].hash >> 8U) & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace attune

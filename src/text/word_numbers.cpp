// SPDX-License-Identifier: Apache-2.0
#include "text/word_numbers.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/hash.h"
#include "text/clause_words.h"
#include "text/pii/name_list.h"
#include "text/words/lexicon.h"

namespace attune {

namespace {

// Words that are kept from text to text; few enough for half the slots.
constexpr std::size_t kMostKept = 30'000;
constexpr std::size_t kSlots = 1U << 16U;
constexpr std::size_t kFirstSlots = 256;
constexpr std::size_t kHead = 8;  // Letters that stand in the table itself.

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
  if (entries_.size() - free_.size() <= kMostKept) return;
  if (entries_.size() > 4 * kMostKept) {  // One huge text.
    std::vector<Entry>().swap(entries_);
    forget_all();
  } else {
    forget_rare();
  }
}

void WordNumbers::forget_all() {
  entries_.clear();
  free_.clear();
  letters_.clear();
  fill_slots(kSlots);
}

/// Keeps the words that were met twice, under their numbers.
void WordNumbers::forget_rare() {
  std::vector<bool> common(entries_.size());
  for (const Slot& slot : slots_) {
    if (slot.again) common[slot.number - 1] = true;
  }
  std::vector<char> letters;
  free_.clear();
  for (std::size_t i = entries_.size(); i-- > 0;) {  // The lowest numbers are given again first.
    Entry& entry = entries_[i];
    if (!common[i]) {
      entry = {};
      free_.push_back(static_cast<std::uint32_t>(i));
    } else if (entry.size > kHead) {
      const auto* const from = letters_.data() + entry.letters;
      entry.letters = static_cast<std::uint32_t>(letters.size());
      letters.insert(letters.end(), from, from + entry.size);
    }
  }
  letters_ = std::move(letters);
  if (entries_.size() - free_.size() > kMostKept * 3 / 4) return forget_all();
  fill_slots(kSlots);
}

std::uint32_t WordNumbers::number(std::string_view folded, TokenKind kind,
                                  std::uint64_t announced) {
  // Links and addresses are seldom met twice.
  if (folded.size() > kLongest || kind == TokenKind::link || kind == TokenKind::email) {
    return add(folded, kind, 0);
  }
  if (2 * (entries_.size() - free_.size()) >= slots_.size()) grow();
  const bool is_short = folded.size() <= kHead;
  const std::uint64_t head = is_short ? short_load(folded.data(), folded.size()) : announced;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = home(announced); slots_[at].number != 0; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.head != head || slot.size != folded.size() || slot.kind != kind) continue;
    const Entry& entry = entries_[slot.number - 1];
    __builtin_prefetch(&entry);
    const bool same =
        is_short || std::memcmp(letters_.data() + entry.letters, folded.data(), folded.size()) == 0;
    if (!same) continue;
    if (!slot.again) slot.again = true;
    return slot.number - 1;
  }
  const std::uint32_t made = add(folded, kind, announced);
  put(made);
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
    if (folded.size() <= kHead) {
      entry.head = short_load(folded.data(), folded.size());
    } else {
      entry.head = hash;
      entry.letters = static_cast<std::uint32_t>(letters_.size());
      letters_.insert(letters_.end(), folded.begin(), folded.end());
    }
  }
  if (free_.empty()) {
    entries_.push_back(entry);
    return static_cast<std::uint32_t>(entries_.size() - 1);
  }
  const std::uint32_t number = free_.back();
  free_.pop_back();
  entries_[number] = entry;
  return number;
}

/// Makes entry `number` one that is found.
WordNumbers::Slot& WordNumbers::put(std::uint32_t number) {
  const Entry& entry = entries_[number];
  std::size_t at = home(entry.hash);
  while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {.head = entry.head, .number = number + 1, .size = entry.size, .kind = entry.kind};
  return slots_[at];
}

void WordNumbers::fill_slots(std::size_t slots) {
  slots_.assign(slots, {});
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].hash != 0) put(static_cast<std::uint32_t>(i));
  }
}

void WordNumbers::grow() {
  const std::vector<Slot> old = std::move(slots_);
  slots_.assign(std::max(kFirstSlots, 2 * old.size()), {});
  for (const Slot& slot : old) {
    if (slot.number != 0) put(slot.number - 1).again = slot.again;
  }
}

}  // namespace attune

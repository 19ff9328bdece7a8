// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/cues.h"

#include <algorithm>
#include <array>

#include "text/words/lexicon.h"

namespace attune {

namespace {

struct CueClass {
  Cue cue;
  LexicalClass lexical_class;
};

constexpr CueClass kClasses[] = {
    {Cue::good, LexicalClass::cue_good},
    {Cue::bad, LexicalClass::cue_bad},
    {Cue::negator, LexicalClass::cue_negator},
    {Cue::booster, LexicalClass::cue_booster},
    {Cue::downtoner, LexicalClass::cue_downtoner},
    {Cue::but, LexicalClass::cue_but},
    {Cue::please, LexicalClass::cue_please},
    {Cue::thanks, LexicalClass::cue_thanks},
    {Cue::sorry, LexicalClass::cue_sorry},
    {Cue::greeting, LexicalClass::cue_greeting},
    {Cue::hedge, LexicalClass::cue_hedge},
    {Cue::could, LexicalClass::cue_could},
    {Cue::should, LexicalClass::cue_should},
    {Cue::would, LexicalClass::cue_would},
    {Cue::wish, LexicalClass::cue_wish},
    {Cue::advise, LexicalClass::cue_advise},
    {Cue::act, LexicalClass::cue_act},
    {Cue::more, LexicalClass::cue_more},
    {Cue::ask, LexicalClass::cue_ask},
    {Cue::self, LexicalClass::cue_self},
    {Cue::other, LexicalClass::cue_other},
    {Cue::they, LexicalClass::cue_they},
    {Cue::always, LexicalClass::cue_always},
    {Cue::again, LexicalClass::cue_again},
    {Cue::money, LexicalClass::cue_money},
    {Cue::leave, LexicalClass::cue_leave},
    {Cue::because, LexicalClass::cue_because},
    {Cue::when, LexicalClass::cue_when},
    {Cue::swear, LexicalClass::cue_swear},
};

constexpr std::size_t kSlots = 4096;

std::size_t slot_of(std::uint64_t hash) {
  return static_cast<std::size_t>(hash >> 40) & (kSlots - 1);
}

struct Table {
  std::array<std::uint64_t, kSlots> keys{};
  std::array<Cue, kSlots> cues{};

  Table() {
    LexicalClasses any;
    for (const CueClass& one : kClasses) any.add(one.lexical_class);
    for (const WordEntry& entry : Lexicon::get().entries()) {
      if (entry.classes.shares(any)) add(cue_hash(entry.word), cue_in(entry.classes));
    }
  }

  static Cue cue_in(const LexicalClasses& classes) {
    const auto* const one = std::ranges::find_if(
        kClasses, [&](const CueClass& candidate) { return classes.has(candidate.lexical_class); });
    return one->cue;
  }

  void add(std::uint64_t hash, Cue cue) {
    std::size_t at = slot_of(hash);
    while (cues[at] != Cue::none && keys[at] != hash) at = (at + 1) & (kSlots - 1);
    if (cues[at] != Cue::none) return;
    keys[at] = hash;
    cues[at] = cue;
  }
};

}  // namespace

std::uint64_t cue_hash(std::string_view folded) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a (Fowler, Noll, Vo)
  for (char c : folded) {
    if (c >= '0' && c <= '9') c = '0';
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  return hash;
}

Cue cue_of(std::uint64_t hash) {
  static const Table table;
  std::size_t at = slot_of(hash);
  while (table.cues[at] != Cue::none) {
    if (table.keys[at] == hash) return table.cues[at];
    at = (at + 1) & (kSlots - 1);
  }
  return Cue::none;
}

}  // namespace attune

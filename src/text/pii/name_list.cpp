// SPDX-License-Identifier: Apache-2.0
#include "text/pii/name_list.h"

#include <utility>

namespace attune {

std::uint8_t name_lists_of(const LexicalClasses& classes) {
  constexpr std::pair<LexicalClass, std::uint8_t> kLists[] = {
      {LexicalClass::given, NameList::kGiven},    {LexicalClass::family, NameList::kFamily},
      {LexicalClass::title, NameList::kTitle},    {LexicalClass::street, NameList::kStreet},
      {LexicalClass::unit, NameList::kUnit},      {LexicalClass::place, NameList::kPlace},
      {LexicalClass::no_person, NameList::kOther}};
  std::uint8_t bits = 0;
  for (const auto& [lexical_class, bit] : kLists) bits |= classes.has(lexical_class) ? bit : 0;
  return bits;
}

}  // namespace attune

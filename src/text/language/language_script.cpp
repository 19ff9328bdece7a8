// SPDX-License-Identifier: Apache-2.0
#include "text/language/language_script.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace attune {

namespace {

struct Range {
  char32_t first;
  char32_t last;
  Script script;
};

// Unicode 15 blocks, in order; marks and letters of a block count alike.
constexpr auto kRanges = std::to_array<Range>({
    {0x41, 0x5A, Script::latin},       {0x61, 0x7A, Script::latin},
    {0xC0, 0x24F, Script::latin},      {0x370, 0x3FF, Script::greek},
    {0x400, 0x52F, Script::cyrillic},  {0x531, 0x58F, Script::armenian},
    {0x591, 0x5F4, Script::hebrew},    {0x620, 0x6FF, Script::arabic},
    {0x750, 0x77F, Script::arabic},    {0x900, 0x97F, Script::devanagari},
    {0x980, 0x9FF, Script::bengali},   {0xA00, 0xA7F, Script::gurmukhi},
    {0xA80, 0xAFF, Script::gujarati},  {0xB80, 0xBFF, Script::tamil},
    {0xC00, 0xC7F, Script::telugu},    {0xC80, 0xCFF, Script::kannada},
    {0xD00, 0xD7F, Script::malayalam}, {0xD80, 0xDFF, Script::sinhala},
    {0xE00, 0xE7F, Script::thai},      {0xE80, 0xEFF, Script::lao},
    {0x1000, 0x109F, Script::burmese}, {0x10A0, 0x10FF, Script::georgian},
    {0x1100, 0x11FF, Script::hangul},  {0x1200, 0x137F, Script::ethiopic},
    {0x1780, 0x17FF, Script::khmer},   {0x1E00, 0x1EFF, Script::latin},
    {0x1F00, 0x1FFF, Script::greek},   {0x3041, 0x30FF, Script::kana},
    {0x3400, 0x4DBF, Script::han},     {0x4E00, 0x9FFF, Script::han},
    {0xAC00, 0xD7AF, Script::hangul},  {0xF900, 0xFAFF, Script::han},
    {0xFB1D, 0xFB4F, Script::hebrew},  {0xFB50, 0xFDFF, Script::arabic},
    {0xFE70, 0xFEFC, Script::arabic},  {0xFF66, 0xFF9D, Script::kana},
    {0x20000, 0x2FFFF, Script::han},
});

struct Letters {
  std::u32string_view letters;
  std::string_view languages;  ///< Codes, one blank between two.
};

constexpr auto kLetters = std::to_array<Letters>({
    {U"ß", "de"},
    {U"ä", "de sv fi et sk"},
    {U"ö", "de sv fi et hu tr is"},
    {U"ü", "de tr hu et es"},
    {U"åø", "nb nn da"},
    {U"å", "sv fi"},
    {U"æ", "nb nn da is"},
    {U"ðþ", "is"},
    {U"ýþð", "tr"},  // Turkish that was read as Latin-1.,
    {U"ñ", "es gl eu tl"},
    {U"¿¡", "es"},
    {U"ãõ", "pt"},
    {U"õ", "et"},
    {U"ç", "fr pt tr ca sq"},
    {U"éêâôàè", "fr"},
    {U"êâôà", "pt"},
    {U"ùœëîû", "fr"},
    {U"éàèòùì", "it"},
    {U"àèòï", "ca"},
    {U"áéíóú", "es pt gl cs sk hu is"},
    {U"ëç", "sq"},
    {U"ëïé", "nl"},
    {U"ëêô", "af"},
    {U"őű", "hu"},
    {U"ığş", "tr"},
    {U"ěřů", "cs"},
    {U"ýčšž", "cs sk"},
    {U"ľĺŕôť", "sk"},
    {U"ťď", "cs sk"},
    {U"čšž", "sl hr bs sr lt lv"},
    {U"ćđ", "hr bs sr"},
    {U"łąężźśń", "pl"},
    {U"ćó", "pl"},
    {U"țșăţş", "ro"},
    {U"âî", "ro"},
    {U"ąęėįųū", "lt"},
    {U"āēīūķļņģ", "lv"},
    {U"đơưăâêôạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ", "vi"},
    {U"ыэ", "ru be"},
    {U"ёъщ", "ru"},
    {U"іїєґ", "uk"},
    {U"іў", "be kk"},
    {U"ў", "be"},
    {U"ъщ", "bg"},
    {U"ѓќѕј", "mk"},
    {U"ђћјљњџ", "sr"},
    {U"љњџ", "mk"},
    {U"әғқңөұүһ", "kk"},
    {U"پچگژکی", "fa"},
    {U"ٹڈڑےںہھگچپکی", "ur"},
    {U"ةى", "ar"},
});

using LetterTable = std::vector<std::pair<char32_t, LanguageSet>>;

LanguageSet set_of(std::string_view codes) {
  LanguageSet set = 0;
  while (!codes.empty()) {
    const std::size_t end = std::min(codes.find(' '), codes.size());
    const std::size_t number = language_number(codes.substr(0, end));
    if (number < language_count()) set |= LanguageSet{1} << number;
    codes.remove_prefix(std::min(end + 1, codes.size()));
  }
  return set;
}

LetterTable letter_table() {
  LetterTable table;
  for (const Letters& row : kLetters) {
    const LanguageSet set = set_of(row.languages);
    for (const char32_t letter : row.letters) {
      const auto at =
          std::lower_bound(table.begin(), table.end(), letter,
                           [](const auto& entry, char32_t wanted) { return entry.first < wanted; });
      if (at != table.end() && at->first == letter) {
        at->second |= set;
      } else {
        table.insert(at, {letter, set});
      }
    }
  }
  return table;
}

}  // namespace

Script script_of(char32_t code) {
  const auto above =
      std::upper_bound(kRanges.begin(), kRanges.end(), code,
                       [](char32_t wanted, const Range& range) { return wanted < range.first; });
  if (above == kRanges.begin() || code == 0xD7 || code == 0xF7) return Script::none;
  const Range& range = *(above - 1);
  return code <= range.last ? range.script : Script::none;
}

Script main_script(std::string_view text) {
  std::array<std::size_t, kScriptCount> count{};
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const Script script = script_of(point.code);
    count[static_cast<std::size_t>(script)] += script >= Script::kana ? 3 : 1;
    at += point.length;
  }
  count[0] = 0;
  auto& kana = count[static_cast<std::size_t>(Script::kana)];
  auto& han = count[static_cast<std::size_t>(Script::han)];
  if (kana > 0 && kana * 12 >= han) kana += std::exchange(han, 0);
  const auto most = std::max_element(count.begin(), count.end());
  return *most == 0 ? Script::none : static_cast<Script>(most - count.begin());
}

LanguageSet languages_of_letter(char32_t code) {
  static const LetterTable kTable = letter_table();
  const auto at =
      std::lower_bound(kTable.begin(), kTable.end(), code,
                       [](const auto& entry, char32_t wanted) { return entry.first < wanted; });
  return at != kTable.end() && at->first == code ? at->second : 0;
}

}  // namespace attune

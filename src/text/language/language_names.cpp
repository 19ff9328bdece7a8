// SPDX-License-Identifier: Apache-2.0
#include "text/language/language_names.h"

#include <algorithm>
#include <array>

namespace attune {

namespace {

struct Name {
  std::string_view code;
  std::string_view name;
};

constexpr auto kNames = std::to_array<Name>({
    {"af", "Afrikaans"},   {"am", "Amharic"},    {"ar", "Arabic"},
    {"az", "Azerbaijani"}, {"be", "Belarusian"}, {"bg", "Bulgarian"},
    {"bn", "Bengali"},     {"bs", "Bosnian"},    {"ca", "Catalan"},
    {"cs", "Czech"},       {"cy", "Welsh"},      {"da", "Danish"},
    {"de", "German"},      {"el", "Greek"},      {"en", "English"},
    {"es", "Spanish"},     {"et", "Estonian"},   {"eu", "Basque"},
    {"fa", "Persian"},     {"fi", "Finnish"},    {"fr", "French"},
    {"ga", "Irish"},       {"gl", "Galician"},   {"gu", "Gujarati"},
    {"he", "Hebrew"},      {"hi", "Hindi"},      {"hr", "Croatian"},
    {"hu", "Hungarian"},   {"hy", "Armenian"},   {"id", "Indonesian"},
    {"is", "Icelandic"},   {"it", "Italian"},    {"ja", "Japanese"},
    {"ka", "Georgian"},    {"kk", "Kazakh"},     {"km", "Khmer"},
    {"kn", "Kannada"},     {"ko", "Korean"},     {"lo", "Lao"},
    {"lt", "Lithuanian"},  {"lv", "Latvian"},    {"mk", "Macedonian"},
    {"ml", "Malayalam"},   {"mr", "Marathi"},    {"ms", "Malay"},
    {"mt", "Maltese"},     {"my", "Burmese"},    {"nb", "Norwegian"},
    {"ne", "Nepali"},      {"nl", "Dutch"},      {"nn", "Norwegian Nynorsk"},
    {"pa", "Punjabi"},     {"pl", "Polish"},     {"pt", "Portuguese"},
    {"ro", "Romanian"},    {"ru", "Russian"},    {"si", "Sinhala"},
    {"sk", "Slovak"},      {"sl", "Slovenian"},  {"sq", "Albanian"},
    {"sr", "Serbian"},     {"sv", "Swedish"},    {"sw", "Swahili"},
    {"ta", "Tamil"},       {"te", "Telugu"},     {"th", "Thai"},
    {"tl", "Filipino"},    {"tr", "Turkish"},    {"uk", "Ukrainian"},
    {"ur", "Urdu"},        {"uz", "Uzbek"},      {"vi", "Vietnamese"},
    {"zh", "Chinese"},
});

}  // namespace

std::string_view language_name(std::string_view code) {
  const auto* const found =
      std::find_if(kNames.begin(), kNames.end(), [&](const Name& one) { return one.code == code; });
  return found == kNames.end() ? code : found->name;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "text/pii/name_belief.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/pii/name_evidence.h"

namespace attune {

namespace {

/// "XXXX": blotted out.
bool blotted(std::string_view word) {
  return word.size() > 1 && word.find_first_not_of('x') == std::string_view::npos;
}

/// Nobody is called by these alone: "God", "Monday", "Paris", "Mr", "the", "XXXX", "BG".
bool speaks_for_itself(const NameToken& token) {
  if (token.word.starts_with("i'")) return false;
  const bool named = (token.lists & NameList::kPerson) != 0;
  if ((token.lists & (NameList::kOther | NameList::kTitle)) != 0) return false;
  if ((token.lists & NameList::kPlace) != 0 && !named) return false;
  if (token.shape == Shape::capitals && token.word.size() < 4) return named;
  if (token.shape == Shape::lower || token.shape == Shape::capitals) {
    return named || (token.facts & WordFacts::kCommon) == 0;
  }
  return token.shape == Shape::title;
}

bool numeric(const NameToken& token) {
  return token.shape >= Shape::short_number && token.shape <= Shape::digits_and_letters;
}

template <class Words>
bool among(std::string_view word, const Words& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view word_at(const NameView& view, std::size_t i) {
  return i < view.tokens.size() ? view.tokens[i].word : std::string_view();
}

constexpr auto kTravel = std::to_array<std::string_view>(
    {"flight",     "flights", "fly",        "flying", "flew",   "trip",    "bags",
     "bag",        "travel",  "going",      "go",     "get",    "back",    "way",
     "drive",      "delay",   "connection", "out",    "landed", "plane",   "moved",
     "come",       "made",    "heading",    "headed", "arrive", "arrived", "traveling",
     "travelling", "route",   "road",       "got",    "leaving"});

bool travel_before(const NameView& view, std::size_t i) {
  for (std::size_t back = 2; back <= 4; ++back) {
    if (among(word_at(view, i - back), kTravel)) return true;
  }
  return i >= 2 && view.tokens[i - 2].shape >= Shape::short_number &&
         view.tokens[i - 2].shape <= Shape::digits_and_letters;
}

constexpr auto kSaints = std::to_array<std::string_view>(
    {"san",    "santa", "st",    "saint", "fort", "el",  "los", "las",
     "port",   "lake",  "mount", "new",   "sao",  "são", "rio", "puerto",
     "buenos", "villa", "north", "south", "east", "west"});

constexpr auto kWhere = std::to_array<std::string_view>(
    {"in", "at", "near", "via", "into", "from", "between", "of", "to", "the"});

/// One word in a place where towns stand: "San Jose", "from Lusaka", "out of Jackson, Wyoming".
bool stands_like_a_town(const NameView& view, std::size_t i) {
  const std::string_view last = word_at(view, i - 1);
  const bool also_place = (view.tokens[i].lists & NameList::kPlace) != 0;
  if (also_place && among(last, kWhere)) return true;
  if (among(last, kSaints) || (last == "." && among(word_at(view, i - 2), kSaints))) return true;
  const bool country = i + 2 < view.tokens.size() && word_at(view, i + 1) == "," &&
                       (view.tokens[i + 2].lists & NameList::kPlace) != 0;
  if (country) return true;
  if (!among(last, kWhere)) return false;
  const bool listed = (view.tokens[i].lists & NameList::kPerson) != 0;
  if (last == "to" || last == "of") return travel_before(view, i);
  if (last == "the") return listed && view.tokens[i].shape == Shape::lower;  // "on the fritz"
  return !listed;
}

constexpr auto kThings = std::to_array<std::string_view>(
    {"app", "apps", "application", "card", "account", "customer", "support", "service", "lounge",
     "airport", "airlines", "airways", "team", "bank", "wallet", "website", "update"});

/// A lone unknown word that is a whole message ("Awesnap"), or that a thing follows ("Junio app").
bool stands_like_a_brand(const NameView& view, std::size_t i) {
  if ((view.tokens[i].lists & NameList::kPerson) != 0) return false;
  if (among(word_at(view, i + 1), kThings)) return true;
  const auto next = i + 1 < view.tokens.size() ? view.tokens[i + 1].shape : Shape::other;
  const bool alone = next == Shape::other || next == Shape::punctuation || next == Shape::full_stop;
  return view.tokens[i].opens && alone && i == 0;
}

constexpr auto kTravelNumbers = std::to_array<std::string_view>(
    {"flight",   "flights", "flt",    "row",   "seat",   "seats",  "gate",
     "terminal", "airbus",  "boeing", "route", "number", "hrs",    "hours",
     "class",    "ticket",  "case",   "conf",  "iphone", "version"});

/// "flight 1142 Denver", "Row 31", "Feb 11": numbers beside capitals that are no address.
bool speaks_of_travel(const NameView& view, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin == 0 ? 0 : begin - 1; i < end; ++i) {
    const NameToken& token = view.tokens[i];
    if ((token.lists & NameList::kOther) != 0 || among(token.word, kTravelNumbers)) return true;
    if (token.word == "am" || token.word == "pm") return true;
  }
  return false;
}

constexpr auto kEnds = std::to_array<std::string_view>(
    {"gatan",   "gata",  "gade",  "gate",   "vägen",  "vegen",  "veien", "vej",  "vejen", "straße",
     "strasse", "gasse", "weg",   "allee",  "platz",  "straat", "laan",  "tie",  "katu",  "kuja",
     "polku",   "tänav", "braut", "stræde", "vænget", "tunet",  "ring",  "damm", "bakken"});

/// "Drottninggatan", "Lindenstraße", "Puruntie": streets in one word.
bool street_in_one_word(const NameToken& token) {
  return token.shape == Shape::title && token.word.size() >= 7 &&
         std::any_of(kEnds.begin(), kEnds.end(),
                     [&token](std::string_view end) { return token.word.ends_with(end); });
}

constexpr auto kLeads = std::to_array<std::string_view>(
    {"address",    "addresses", "live",    "lives",   "living", "located", "location",  "send",
     "sent",       "meet",      "meeting", "meets",   "moved",  "deliver", "delivered", "office",
     "offices",    "home",      "house",   "station", "drops",  "arrived", "corner",    "street",
     "restaurant", "taxi",      "ship",    "shipped", "mail",   "resides", "side",      "located"});

/// Words that lead to an address, close before it; or a line of its own.
bool leads_to_address(const NameView& view, std::size_t begin) {
  if (view.tokens[begin].line || view.lines >= 4) return true;
  for (std::size_t i = begin; i-- > 0 && begin - i <= 8;) {
    if (among(view.tokens[i].word, kLeads)) return true;
  }
  return among(view.tokens[begin].word, kLeads);
}

constexpr auto kBefore = std::to_array<std::string_view>({"at", "in", "to", "is", ":"});

/// "at Puruntie 82.", "Where is it? To Via Franscini 71": capitals and a small number that nothing
/// counts, where a place is expected.
bool names_a_house(const NameView& view, std::size_t begin, std::size_t end) {
  if (end < begin + 2 || !among(word_at(view, begin - 1), kBefore)) return false;
  if (end < view.tokens.size() && view.tokens[end].shape == Shape::lower) return false;
  for (std::size_t i = begin; i + 1 < end; ++i) {
    const NameToken& token = view.tokens[i];
    const bool place = (token.lists & (NameList::kPlace | NameList::kOther)) != 0;
    if (place || token.shape == Shape::lower || token.shape == Shape::capitals) return false;
  }
  return view.tokens[end - 1].shape == Shape::short_number ||
         view.tokens[end - 1].shape == Shape::number;
}

bool any_listed(const NameView& view, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const NameToken& token = view.tokens[i];
    if ((token.lists & NameList::kPerson) != 0 && token.shape != Shape::lower) return true;
  }
  return false;
}

constexpr auto kArticles = std::to_array<std::string_view>(
    {"the",   "a",   "an",   "this",    "that", "your", "our", "their", "my",  "his",
     "her",   "its", "new",  "current", "old",  "any",  "no",  "some",  "all", "every",
     "using", "use", "used", "via",     "on",   "in",   "at",  "from"});

constexpr auto kPrepositions = std::to_array<std::string_view>({"via", "on", "in", "at", "from"});

/// "the Garuda aircraft", "your Explorer": after these an unknown name is a thing's.
bool follows_article(const NameView& view, std::size_t i) {
  return among(word_at(view, i - 1), kArticles);
}

constexpr auto kSurnameEnds = std::to_array<std::string_view>(
    {"sson",   "sen",   "sdóttir", "ová",   "ova",   "eva",   "ski",  "ska",     "cki",    "cka",
     "ić",     "vić",   "vich",    "vitch", "enko",  "chuk",  "escu", "opoulos", "idis",   "akis",
     "stein",  "berg",  "mann",    "meyer", "meier", "bauer", "hoff", "feld",    "gaard",  "lund",
     "qvist",  "quist", "ström",   "strom", "gren",  "nen",   "čić",  "ák",      "ek",     "ček",
     "ický",   "ský",   "wicz",    "ez",    "inho",  "eira",  "oğlu", "oglu",    "shvili", "dze",
     "dottir", "son",   "ini",     "etti",  "elli",  "ucci",  "oux",  "eau"});

bool ends_like_a_surname(std::string_view word) {
  return word.size() >= 6 &&
         std::any_of(kSurnameEnds.begin(), kSurnameEnds.end(),
                     [word](std::string_view end) { return word.ends_with(end); });
}

/// What the words of a run are by themselves.
struct RunWords {
  std::size_t words = 0;     ///< That are neither marks nor numbers.
  std::size_t given = 0;     ///< Known given names, that are no common words.
  std::size_t family = 0;    ///< Known family names, that are no common words.
  std::size_t common = 0;    ///< Also common in small letters.
  std::size_t plain = 0;     ///< Common, and not known as names.
  std::size_t things = 0;    ///< Known places, brands, days; and not known as names.
  std::size_t doubtful = 0;  ///< Known as names, and as places or brands as well.
  std::size_t capitals = 0;  ///< Written in capitals.
  std::size_t small = 0;     ///< Written in small letters.
  std::size_t camel = 0;     ///< "SilverKris".
  std::size_t surname = 0;   ///< End like family names: "-sson", "-ová", "-ski".
  std::size_t shorts = 0;    ///< "KC": two or three capitals, and no known name.
  bool opens = false;        ///< The first word is a known given name.
  bool initial = false;      ///< A letter between two words: "Ella H. Snider".
};

std::size_t one_if(bool holds) {
  return holds ? 1 : 0;
}

/// Also common in small letters. Derived words behind the first are not, but for plurals: "Snider"
/// may be a name, "Guitars" is common.
bool common_in_run(const NameToken& token, bool first) {
  if ((token.facts & WordFacts::kCommon) == 0) return false;
  const bool derived = (token.facts & WordFacts::kDerived) != 0;
  return !derived || first || token.word.ends_with('s');
}

/// Counts what the lists of names, places and words know of a word.
void count_lists(RunWords& run, const NameToken& token, bool common) {
  const bool named = (token.lists & NameList::kPerson) != 0;
  const bool thing = (token.lists & (NameList::kPlace | NameList::kOther)) != 0;
  const bool given = (token.lists & NameList::kGiven) != 0;
  const bool family = (token.lists & NameList::kFamily) != 0;
  run.given += one_if(!common && given);
  run.family += one_if(!common && family);
  run.common += one_if(common);
  run.plain += one_if(common && !named);
  run.things += one_if(thing && !named);
  run.doubtful += one_if(thing && named);
  run.surname += one_if(!named && !common && ends_like_a_surname(token.word));
}

/// Counts how a word is written.
void count_shape(RunWords& run, const NameToken& token) {
  const bool named = (token.lists & NameList::kPerson) != 0;
  const bool capitals = token.shape == Shape::capitals;
  run.capitals += one_if(capitals);
  run.shorts += one_if(!named && capitals && token.word.size() <= 3);
  run.small += one_if(token.shape == Shape::lower);
  run.camel += one_if(token.shape == Shape::mixed);
}

RunWords words_of(const NameView& view, std::size_t begin, std::size_t end) {
  RunWords run;
  for (std::size_t i = begin; i < end; ++i) {
    const NameToken& token = view.tokens[i];
    if (token.shape > Shape::mixed) continue;
    if (token.shape == Shape::letter) {
      run.initial = run.initial || (i > begin && i + 1 < end);
      continue;
    }
    if (run.words == 0) run.opens = (token.lists & NameList::kGiven) != 0;
    ++run.words;
    count_lists(run, token, common_in_run(token, i == begin));
    count_shape(run, token);
  }
  return run;
}

constexpr auto kProducts = std::to_array<std::string_view>(
    {"harps",   "harp",    "guitar",     "guitars",  "strings",   "pedal",  "pedals",
     "amp",     "amps",    "cable",      "cables",   "stand",     "stands", "pick",
     "picks",   "perfume", "perfumes",   "perfumed", "shampoo",   "lotion", "cream",
     "soap",    "phones",  "headphones", "model",    "signature", "sound",  "tone",
     "style",   "edition", "terminal",   "street",   "airport",   "hotel",  "store",
     "stores",  "shop",    "brand",      "products", "product",   "songs",  "album",
     "credit",  "loan",    "mortgage",   "shoes",    "bag",       "bags",   "watch",
     "watches", "beats",   "lipstick",   "makeup",   "wine",      "beer",   "whisky"});

bool written_large(const NameToken& token) {
  return token.shape == Shape::title || token.shape == Shape::capitals ||
         token.shape == Shape::mixed;
}

/// "the David Gilmour sound", "my Elizabeth Arden", "the Tom Bradley terminal": somebody's name
/// that a thing has.
bool named_after(const NameView& view, std::size_t begin, std::size_t end) {
  if (follows_article(view, begin) && !among(word_at(view, begin - 1), kPrepositions)) return true;
  const bool more =
      end < view.tokens.size() && !view.tokens[end].opens && !view.tokens[end - 1].possessive;
  if (!more) return false;
  return among(word_at(view, end), kThings) || among(word_at(view, end), kProducts) ||
         written_large(view.tokens[end]);
}

/// "Gibson Johnny Smith", "Les Paul Jr": a word written large right before, inside a sentence.
bool goes_on_before(const NameView& view, std::size_t begin) {
  if (begin == 0 || view.tokens[begin].opens) return false;
  const NameToken& last = view.tokens[begin - 1];
  return written_large(last) && last.word != "i" && (last.facts & WordFacts::kVeryCommon) == 0 &&
         (last.lists & NameList::kTitle) == 0;
}

struct NamePair {
  std::string_view first;
  std::string_view second;
};

constexpr auto kEponyms = std::to_array<NamePair>(
    {{"wells", "fargo"},     {"thomas", "cook"},     {"paul", "mitchell"},
     {"perry", "ellis"},     {"calvin", "klein"},    {"elizabeth", "arden"},
     {"tommy", "hilfiger"},  {"ralph", "lauren"},    {"jack", "daniels"},
     {"jack", "daniel"},     {"ernie", "ball"},      {"les", "paul"},
     {"harley", "davidson"}, {"johnnie", "walker"},  {"jim", "beam"},
     {"jim", "dunlop"},      {"tom", "ford"},        {"kate", "spade"},
     {"marc", "jacobs"},     {"bobbi", "brown"},     {"michael", "kors"},
     {"jan", "marini"},      {"hugo", "boss"},       {"estee", "lauder"},
     {"estée", "lauder"},    {"johnson", "johnson"}, {"trader", "joe"},
     {"papa", "john"},       {"charles", "schwab"},  {"jp", "morgan"},
     {"morgan", "stanley"},  {"merrill", "lynch"},   {"goldman", "sachs"},
     {"edward", "jones"},    {"raymond", "james"},   {"ally", "bank"},
     {"mary", "kay"},        {"laura", "mercier"},   {"peter", "thomas"},
     {"burt", "bees"},       {"ben", "jerry"},       {"dr", "martens"},
     {"sam", "adams"},       {"rolls", "royce"},     {"aston", "martin"},
     {"mercedes", "benz"},   {"ted", "baker"},       {"paul", "smith"},
     {"vera", "wang"},       {"vera", "bradley"},    {"jimmy", "choo"},
     {"jimmy", "johns"},     {"laura", "ashley"},    {"carolina", "herrera"},
     {"oscar", "renta"},     {"john", "deere"},      {"john", "lewis"},
     {"marks", "spencer"},   {"barnes", "noble"},    {"neiman", "marcus"},
     {"dolce", "gabbana"},   {"tom", "bradley"},     {"mr", "cooper"},
     {"uncle", "ben"},       {"kenneth", "cole"},    {"giorgio", "armani"},
     {"christian", "dior"},  {"louis", "vuitton"},   {"alexander", "mcqueen"},
     {"stella", "artois"},   {"jose", "cuervo"},     {"captain", "morgan"},
     {"dean", "markley"},    {"sam", "ash"},         {"robin", "hood"},
     {"guitar", "center"},   {"paul", "reed"},       {"seymour", "duncan"},
     {"peter", "pan"},       {"harry", "potter"},    {"dr", "pepper"},
     {"mr", "clean"},        {"mr", "coffee"},       {"aunt", "jemima"}});

/// "Elizabeth Arden", "a Gibson Les Paul", "Mr. Cooper": people's names that are brands by now.
bool brand_of_a_name(const NameView& view, std::size_t begin, std::size_t end) {
  std::size_t from = begin == 0 ? 0 : begin - 1;
  if (from > 0 && view.tokens[from].shape == Shape::full_stop) --from;
  std::string_view last;
  for (std::size_t i = from; i < std::min(end + 1, view.tokens.size()); ++i) {
    const std::string_view word = view.tokens[i].word;
    if (view.tokens[i].shape > Shape::mixed) continue;
    const auto is = [&](const NamePair& pair) { return pair.first == last && pair.second == word; };
    if (std::any_of(kEponyms.begin(), kEponyms.end(), is)) return true;
    last = word;
  }
  return false;
}

/// How much it takes to believe a lone word.
NameEvidence wanted_of_one(const RunWords& run, const NameToken& word) {
  const bool capitals = word.shape == Shape::capitals;
  const bool often = (word.facts & WordFacts::kVeryCommon) != 0;
  const bool virtue = run.common > run.plain && (word.lists & NameList::kGiven) != 0;
  if (run.small > 0) return NameEvidence::sure;
  if (virtue) return often ? NameEvidence::acting : NameEvidence::human;  // "Grace", "Faith"
  if (run.doubtful > 0 || run.camel > 0 || run.plain > 0) return NameEvidence::sure;
  if (run.common > 0) return NameEvidence::sure;
  if (capitals) return run.given > 0 ? NameEvidence::human : NameEvidence::sure;
  if (run.given > run.family) return NameEvidence::some;
  return run.given + run.family > 0 ? NameEvidence::human : NameEvidence::sure;
}

constexpr std::size_t kMostWords = 4;  ///< Of a name; more are a headline.

/// "Ella H. Snider": an initial between words that are not small, and not all common.
bool held_by_initial(const RunWords& run) {
  return run.initial && run.small == 0 && run.common < run.words;
}

/// A known given name first, and one more that is known or ends like a surname, or no common word.
bool given_and_more(const RunWords& run, std::size_t known) {
  return run.given > 0 && run.opens && (known > 1 || run.common == 0);
}

/// How much it takes to believe several words.
NameEvidence wanted_of_many(const RunWords& run, bool tagged) {
  if (run.capitals == run.words && run.given == 0) return NameEvidence::announced;
  if (run.things > 0 || run.camel > 0) return NameEvidence::sure;
  if (run.common > 0 && run.given == 0) return NameEvidence::announced;
  const std::size_t known = run.given + run.family + run.surname;
  if (held_by_initial(run)) return NameEvidence::none;
  if (run.small > 0) return known > 1 ? NameEvidence::some : NameEvidence::sure;
  if (run.doubtful > 0 || run.shorts > 0) return NameEvidence::human;
  if (given_and_more(run, known)) return NameEvidence::none;
  if (tagged && run.surname > 0 && run.words <= 3) return NameEvidence::none;
  if (known == 0) return tagged ? NameEvidence::human : NameEvidence::sure;
  return NameEvidence::some;
}

}  // namespace

bool believable_address(const NameView& view, std::size_t begin, std::size_t end) {
  const auto first = view.tokens.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = view.tokens.begin() + static_cast<std::ptrdiff_t>(end);
  const bool street = std::any_of(first, last, [](const NameToken& token) {
    return (token.lists & (NameList::kStreet | NameList::kUnit)) != 0 || street_in_one_word(token);
  });
  if (!std::any_of(first, last, numeric)) return false;
  if (street) return !speaks_of_travel(view, begin, begin + 1);
  if (first->shape == Shape::lower) return false;
  const bool led = leads_to_address(view, begin) || names_a_house(view, begin, end);
  return led && end > begin + 1 && !speaks_of_travel(view, begin, end);
}

namespace {

/// Whether words where names are announced, or hardly anything else stands, can be a name.
bool fits(const RunWords& run, NameEvidence found) {
  const bool small = run.small == run.words;
  if (found == NameEvidence::announced) {
    const bool small_and_plain = small && run.plain > 0;
    return run.things < run.words && !small_and_plain && (run.words == 1 || run.plain < run.words);
  }
  if (small) return run.given > 0;
  return run.things + run.camel == 0 && (run.common == 0 || run.given > 0);
}

}  // namespace

bool stands_like_a_thing(const NameView& view, std::size_t i) {
  if (follows_article(view, i) || brand_of_a_name(view, i, i + 1)) return true;
  const bool bare = !view.tokens[i].possessive && i + 1 < view.tokens.size();
  if (!bare) return false;
  const NameToken& next = view.tokens[i + 1];  // "Taylor guitars", but "Taylor said"
  return (next.shape == Shape::lower && among(next.word, kThings)) || next.shape == Shape::title;
}

bool believable_person(const NameView& view, std::size_t begin, std::size_t end, Tagged tagged) {
  const auto first = view.tokens.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = view.tokens.begin() + static_cast<std::ptrdiff_t>(end);
  if (!std::any_of(first, last, speaks_for_itself)) return false;
  const auto hidden = [](const NameToken& token) { return blotted(token.word); };
  if (std::any_of(first, last, hidden)) return false;
  const RunWords run = words_of(view, begin, end);
  if (run.words > kMostWords || among(first->word, kSaints)) return false;
  const bool full = run.given > 0 && run.given + run.family > 1;
  if (view.strange && !full && !any_listed(view, begin, end)) return false;
  const NameEvidence wanted =
      run.words > 1 ? wanted_of_many(run, tagged == Tagged::yes) : wanted_of_one(run, *first);
  const NameEvidence found =
      evidence_around(view, begin, end, std::min(wanted, NameEvidence::sure));
  if (found == NameEvidence::none && wanted != NameEvidence::none) return false;
  if (brand_of_a_name(view, begin, end)) return false;
  if (found >= NameEvidence::sure) return fits(run, found);
  if (named_after(view, begin, end) || found < wanted) return false;
  if (found < NameEvidence::human && goes_on_before(view, begin)) return false;
  return run.words > 1 || !(stands_like_a_town(view, begin) || stands_like_a_brand(view, begin));
}

}  // namespace attune

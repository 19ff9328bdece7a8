// SPDX-License-Identifier: Apache-2.0
//
// Idea. Brands, products and people are written alike, and lists of names hold many brands: what
// tells them apart is what is said around them. Each function below is one kind of place where
// names of people stand: an announcement, a greeting, a signature, somebody's role, what only
// people do.
//
// When it applies. To runs of words that the tagger (names.h) takes for a person; it is asked for
// few texts, and every kind looks at no more than eight tokens.
//
// Tested in names_test.cpp.
#include "text/pii/name_evidence.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attune {

namespace {

template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The run, and its neighbours by their distance.
class Place {
 public:
  Place(const NameView& view, std::size_t begin, std::size_t end)
      : view_(view), begin_(begin), end_(end) {}

  /// The word `distance` (>= 1) tokens before the run; empty where there is none.
  [[nodiscard]] std::string_view before(std::size_t distance) const {
    return distance <= begin_ ? view_.tokens[begin_ - distance].word : std::string_view();
  }
  /// The word `distance` (>= 1) tokens behind the run; empty where there is none.
  [[nodiscard]] std::string_view after(std::size_t distance) const {
    const std::size_t i = end_ + distance - 1;
    return i < view_.tokens.size() ? view_.tokens[i].word : std::string_view();
  }
  /// The token `distance` (>= 1) before the run, or an empty one.
  [[nodiscard]] const NameToken& token_before(std::size_t distance) const {
    static const NameToken nothing;
    return distance <= begin_ ? view_.tokens[begin_ - distance] : nothing;
  }
  /// Nothing before it on its line but marks: "> X".
  [[nodiscard]] bool first_of_line() const {
    std::size_t i = begin_;
    while (!view_.tokens[i].line && view_.tokens[i - 1].shape >= Shape::full_stop) --i;
    return view_.tokens[i].line;
  }
  [[nodiscard]] bool opens() const { return view_.tokens[begin_].opens; }
  /// Nothing behind it on its line but marks, links and numbers.
  [[nodiscard]] bool last_of_line() const {
    for (std::size_t i = end_; i < view_.tokens.size() && !view_.tokens[i].line; ++i) {
      if (view_.tokens[i].shape <= Shape::mixed) return false;
    }
    return true;
  }
  [[nodiscard]] std::size_t size() const { return end_ - begin_; }
  /// "Hannah, Derek and Anna": next to another given name.
  [[nodiscard]] bool beside_given() const {
    const bool joined_before = before(1) == "," || before(1) == "and" || before(1) == "&";
    const bool joined_after = after(1) == "," || after(1) == "and" || after(1) == "&";
    return (joined_before && begin_ >= 2 && given(begin_ - 2)) ||
           (joined_after && end_ + 1 < view_.tokens.size() && given(end_ + 1));
  }
  /// "Hannah, Derek and Anna": one of at least three words in a row, two of them given names.
  [[nodiscard]] bool in_a_row_of_names() const {
    if (size() != 1) return false;
    std::size_t names = given(begin_) ? 1 : 0;
    std::size_t all = 1;
    for (std::size_t i = begin_; i >= 2 && joins(i - 1) && titled(i - 2); i -= 2, ++all) {
      names += given(i - 2) ? 1 : 0;
    }
    for (std::size_t i = begin_; i + 2 < view_.tokens.size() && joins(i + 1) && titled(i + 2);
         i += 2, ++all) {
      names += given(i + 2) ? 1 : 0;
    }
    return all >= 3 && names >= 2;
  }
  /// The place of what a row of names stands behind: of "founders:" in "founders: A, B and C"; the
  /// first token where there is nothing.
  [[nodiscard]] std::size_t before_row() const {
    std::size_t i = begin_;
    for (int names = 0; names < 6 && i >= 2 && joins(i - 1) && titled(i - 2); ++names) i -= 2;
    return i == 0 ? 0 : i - 1;
  }
  [[nodiscard]] std::string_view word(std::size_t i) const { return view_.tokens[i].word; }
  [[nodiscard]] bool in_capitals() const {
    return view_.tokens[begin_].shape == Shape::capitals || view_.shouting;
  }
  [[nodiscard]] std::size_t lines() const { return view_.lines; }
  [[nodiscard]] bool possessive() const { return view_.tokens[end_ - 1].possessive; }

 private:
  [[nodiscard]] bool joins(std::size_t i) const {
    const std::string_view word = view_.tokens[i].word;
    return word == "," || word == "and" || word == "&" || word == "/";
  }
  [[nodiscard]] bool titled(std::size_t i) const {
    const NameToken& token = view_.tokens[i];
    return token.shape == Shape::title && (token.lists & NameList::kPlace) == 0;
  }
  [[nodiscard]] bool given(std::size_t i) const {
    const NameToken& token = view_.tokens[i];
    return token.shape == Shape::title && (token.lists & ~NameList::kTitle) == NameList::kGiven &&
           (token.facts & WordFacts::kCommon) == 0;
  }

  const NameView& view_;
  std::size_t begin_;
  std::size_t end_;
};

constexpr auto kRoles =
    std::to_array<std::string_view>({"agent",       "rep",         "representative",
                                     "manager",     "supervisor",  "operator",
                                     "advisor",     "adviser",     "assistant",
                                     "associate",   "clerk",       "cashier",
                                     "waiter",      "waitress",    "bartender",
                                     "barista",     "hostess",     "receptionist",
                                     "technician",  "driver",      "courier",
                                     "stylist",     "hairdresser", "nurse",
                                     "doctor",      "dentist",     "captain",
                                     "pilot",       "steward",     "stewardess",
                                     "attendant",   "officer",     "colleague",
                                     "boss",        "teacher",     "lawyer",
                                     "plumber",     "electrician", "husband",
                                     "wife",        "son",         "daughter",
                                     "brother",     "sister",      "mother",
                                     "father",      "mom",         "mum",
                                     "dad",         "uncle",       "aunt",
                                     "cousin",      "nephew",      "niece",
                                     "grandmother", "grandfather", "grandma",
                                     "grandpa",     "friend",      "boyfriend",
                                     "girlfriend",  "fiancé",      "fiancee",
                                     "roommate",    "neighbour",   "neighbor",
                                     "president",   "senator",     "governor",
                                     "professor",   "sergeant",    "author",
                                     "singer",      "songwriter",  "guitarist",
                                     "drummer",     "actor",       "actress",
                                     "director",    "lady",        "gentleman",
                                     "guy",         "girl",        "woman",
                                     "man",         "employee",    "kid",
                                     "kids",        "child",       "spouse",
                                     "guardian",    "producer",    "composer",
                                     "writer",      "founder",     "founders",
                                     "ceo",         "chairman",    "minister",
                                     "mayor",       "judge",       "novelist",
                                     "poet",        "bassist",     "comedian",
                                     "coach",       "trainer",     "salesperson",
                                     "salesman",    "specialist",  "consultant",
                                     "owner",       "landlord"});

constexpr auto kPronouns = std::to_array<std::string_view>(
    {"he", "she", "his", "her", "him", "himself", "herself", "hers", "he's", "she's"});

constexpr auto kLabels = std::to_array<std::string_view>(
    {"name",      "contact", "customer", "holder", "author",         "agent",   "attn",
     "attention", "from",    "to",       "client", "passenger",      "guest",   "patient",
     "recipient", "sender",  "signed",   "by",     "representative", "manager", "host",
     "driver",    "user",    "employee", "buyer",  "seller"});

constexpr auto kFarewells = std::to_array<std::string_view>(
    {"regards",     "sincerely",    "cheers",       "yours",     "truly",   "faithfully", "best",
     "wishes",      "love",         "respectfully", "grüßen",    "grüße",   "gruß",       "saludos",
     "atentamente", "cordialement", "cordiali",     "saluti",    "groeten", "groet",      "hilsen",
     "hälsningar",  "greetings",    "thanks",       "signed",    "gracias", "merci",      "danke",
     "abraços",     "abraço",       "cumprimentos", "gratefully"});

constexpr auto kGreetings = std::to_array<std::string_view>(
    {"hi",        "hello",   "hey",     "dear",    "hola",    "hallo",    "bonjour",
     "ciao",      "olá",     "liebe",   "lieber",  "hej",     "hei",      "morning",
     "afternoon", "evening", "howdy",   "querida", "querido", "estimado", "estimada",
     "cher",      "chère",   "gentile", "beste"});

constexpr auto kThanks =
    std::to_array<std::string_view>({"thanks", "thank", "sorry", "kudos", "props", "bravo", "bless",
                                     "congrats", "congratulations", "bye", "goodbye", "welcome"});

constexpr auto kTells = std::to_array<std::string_view>(
    {"said",     "says",   "told",       "asked",      "replied",  "answered", "explained",
     "promised", "hung",   "apologized", "apologised", "assured",  "insisted", "helped",
     "took",     "went",   "gave",       "responded",  "informed", "advised",  "listened",
     "wrote",    "called", "greeted",    "smiled",     "made",     "did",      "knew",
     "knows",    "came",   "couldn't",   "wouldn't",   "lives",    "lived",    "moved",
     "married",  "died",   "retired",    "works",      "worked",   "loves",    "wants",
     "wanted",   "thinks", "thought",    "began",      "spent",    "sent",     "listed",
     "sang",     "plays",  "played"});

constexpr auto kStates = std::to_array<std::string_view>({"was", "had", "who", "will"});

constexpr auto kCharacters = std::to_array<std::string_view>(
    {"helpful",   "kind",          "rude",          "friendly",    "nice",          "patient",
     "polite",    "professional",  "courteous",     "attentive",   "knowledgeable", "lovely",
     "sweet",     "wonderful",     "amazing",       "awesome",     "fantastic",     "great",
     "super",     "excellent",     "brilliant",     "outstanding", "incredible",    "dismissive",
     "arrogant",  "condescending", "unhelpful",     "respectful",  "reliable",      "impulsive",
     "talented",  "clever",        "funny",         "tall",        "jealous",       "honest",
     "efficient", "caring",        "understanding", "thorough",    "welcoming",     "pleasant",
     "gracious",  "born",          "able",          "star",        "gem",           "delight",
     "pleasure"});

constexpr auto kDegrees = std::to_array<std::string_view>(
    {"very", "so",     "really", "extremely", "super",  "incredibly", "absolutely",
     "just", "always", "quite",  "truly",     "simply", "such",       "a",
     "an",   "the",    "more",   "most",      "also",   "both"});

constexpr auto kPosts = std::to_array<std::string_view>(
    {"counter", "desk",     "phone",    "support",    "customer", "billing",  "reception",
     "gate",    "chat",     "line",     "front",      "shop",     "store",    "service",
     "care",    "helpline", "sales",    "returns",    "repairs",  "accounts", "claims",
     "bar",     "register", "checkout", "restaurant", "hotel"});

constexpr auto kMeetings = std::to_array<std::string_view>(
    {"spoke",    "speak",     "spoken",     "speaking",    "talk",        "talked",   "talking",
     "chat",     "chatted",   "chatting",   "ask",         "asked",       "met",      "told",
     "meet",     "thanks",    "thank",      "kudos",       "shout",       "call",     "email",
     "e-mail",   "message",   "letter",     "dealt",       "dealing",     "assisted", "helped",
     "served",   "handled",   "connected",  "transferred", "written",     "directed", "posted",
     "reviewed", "signed",    "addressed",  "booking",     "under",       "said",     "starring",
     "sung",     "performed", "led",        "reservation", "tell",        "gave",     "reach",
     "called",   "placed",    "introduced", "interview",   "interviewed", "sister",   "brother",
     "mother",   "father",    "wife",       "husband"});

constexpr auto kLinks =
    std::to_array<std::string_view>({"to", "with", "by", "for", "from", "out", "is", "was", "as",
                                     "of", "goes", "it", "me", "calls", "us", "you", "under"});

bool dash(std::string_view word) {
  return word == "-" || word == "–" || word == "—" || word == "^" || word == "~" || word == "/" ||
         word == "--" || word == "*";
}

bool stop(std::string_view word) {
  return word.empty() || word == "," || word == "!" || word == "." || word == "-" || word == ":" ||
         word == "–" || word == ";" || word == "?";
}

/// "my grandmother was called X", "a guy called X".
bool of_people(const Place& place) {
  for (std::size_t back = 2; back <= 3; ++back) {
    if (among(place.before(back), kRoles) || among(place.before(back), kPronouns)) return true;
  }
  return false;
}

constexpr auto kCompanies = std::to_array<std::string_view>(
    {"company",  "companies",    "app",        "apps",   "game",    "agency",  "collector",
     "firm",     "bank",         "business",   "brand",  "store",   "product", "service",
     "website",  "site",         "lender",     "lounge", "airline", "hotel",   "shop",
     "program",  "organization", "restaurant", "song",   "band",    "dog",     "cat",
     "category", "feature",      "plan",       "mode",   "section", "account", "place",
     "city",     "town",         "street",     "legal",  "trade"});

/// "a company named X", "an app called X", "Company name: X".
bool names_a_company(const Place& place) {
  const std::string_view last = place.before(1);
  if (last != "named" && last != "called" && last != "name" && last != ":" && last != "is") {
    return false;
  }
  for (std::size_t back = 2; back <= 4; ++back) {
    if (among(place.before(back), kCompanies)) return true;
  }
  return false;
}

constexpr auto kOwners = std::to_array<std::string_view>({"my", "his", "her"});

constexpr auto kHolds = std::to_array<std::string_view>({"on", "in", "of", "for", "is"});

/// "What is the name on it? User: X": a name is asked for in the sentence before.
bool asked_for_name(const Place& place) {
  for (std::size_t back = 2; back <= 12; ++back) {
    if (place.before(back) == ".") return false;
    if (place.before(back) == "name" && among(place.before(back + 1), kOwners)) {
      return true;
    }
    if (place.before(back) == "name" && among(place.before(back - 1), kHolds)) return true;
  }
  return false;
}

constexpr auto kSaysName =
    std::to_array<std::string_view>({"named", "name's", "heiße", "llamo", "appelle", "speaking"});
constexpr auto kIs = std::to_array<std::string_view>({"is", "was", "ist", "es", ":"});
constexpr auto kNameWords = std::to_array<std::string_view>({"name", "names", "nombre", "holder"});
constexpr auto kCall = std::to_array<std::string_view>({"call", "calls", "called"});
constexpr auto kThem = std::to_array<std::string_view>({"him", "her", "it"});
constexpr auto kGivenAs = std::to_array<std::string_view>({"to", "is", "as", "under"});

/// "the name on it to X", "user: X".
bool given_as_name(const Place& place) {
  const std::string_view last = place.before(1);
  const bool given = among(last, kGivenAs) || (last == ":" && place.before(2) == "user");
  return given && asked_for_name(place);
}

/// "X speaking", "X here".
bool introduces_itself(const Place& place) {
  if (place.after(1) == "speaking") return true;
  return place.after(1) == "here" && (place.opens() || place.before(1) == ",");
}

/// "my name is X", "a lady named X", "the name on it to X", "they call me X".
bool introduced(const Place& place) {
  const std::string_view last = place.before(1);
  const std::string_view other = place.before(2);
  if (last == "name") return place.token_before(2).possessive || among(other, kOwners);
  if (among(last, kSaysName)) return true;
  if (among(last, kIs) && among(other, kNameWords)) return true;
  if (last == "chiamo" && other == "mi") return true;
  if (last == "me" && among(other, kCall)) return true;
  if (last == "called" && of_people(place)) return true;
  if (other == "named" && among(last, kThem)) return true;
  if (last == "?" && other == "name") return true;
  return given_as_name(place) || introduces_itself(place);
}

constexpr auto kHonorifics = std::to_array<std::string_view>(
    {"mr", "mrs", "ms", "miss", "mister", "dr", "prof", "mme", "mlle", "monsieur", "madame",
     "señor", "señora", "sra", "herr", "frau", "capt", "sgt", "rev"});

/// "Mr. X", "Miss X", but not "I miss X".
bool honoured(const Place& place) {
  const NameToken& title = place.token_before(place.before(1) == "." ? 2 : 1);
  if (!among(title.word, kHonorifics)) return false;
  if (title.shape == Shape::capitals && !place.in_capitals()) return false;  // "DR strings"
  return title.shape != Shape::lower || (title.word != "miss" && title.word != "sir");
}

/// "the agent X", "my wife, X", but not "Boss X": in small letters, or at the start of a sentence.
bool has_role(const Place& place) {
  const bool apart = place.before(1) == ",";
  const NameToken& role = place.token_before(apart ? 2 : 1);
  const bool title = (role.lists & NameList::kTitle) != 0 && role.word != "miss";
  if (role.possessive || (!title && !among(role.word, kRoles))) return false;
  if (role.shape != Shape::lower && (!role.opens || role.line)) return false;
  if (!apart) return !place.opens();
  const std::string_view owner = place.before(3);
  return owner == "my" || owner == "the" || owner == "our" || owner == "your" || owner == "his" ||
         owner == "her";
}

/// "Captain X", "Producer X": a role written like a part of the name, or of a brand.
bool has_title(const Place& place) {
  const NameToken& role = place.token_before(1);
  if (role.shape != Shape::title || role.word == "boss" || role.possessive) return false;
  return (role.lists & NameList::kTitle) != 0 || among(role.word, kRoles);
}

constexpr auto kPeople = std::to_array<std::string_view>(
    {"founders", "cofounders", "children",   "kids",        "sons",    "daughters", "friends",
     "members",  "managers",   "agents",     "colleagues",  "authors", "brothers",  "sisters",
     "parents",  "hosts",      "owners",     "directors",   "nurses",  "teachers",  "employees",
     "waiters",  "guests",     "passengers", "technicians", "drivers", "staff",     "partners",
     "players",  "siblings",   "cousins",    "students"});

/// "our founders: X, Y and Z", "my friends X and Y".
bool among_people(const Place& place) {
  if (place.size() != 1) return false;
  std::size_t i = place.before_row();
  if (i > 0 && (place.word(i) == ":" || place.word(i) == ",")) --i;
  return among(place.word(i), kPeople);
}

/// "Name: X", "Contact: X", "Attn: X" at the start of a line.
bool labelled(const Place& place) {
  return place.before(1) == ":" && among(place.before(2), kLabels) && place.last_of_line();
}

/// "Regards, X", "… for you. -X", "^X": the last of its line.
bool signs(const Place& place) {
  if (!place.last_of_line()) return false;
  const std::string_view last = place.before(1);
  const std::string_view other = place.before(2);
  if (last == "," || place.first_of_line()) {
    const std::string_view farewell = last == "," ? other : last;
    return among(farewell, kFarewells) && (last == "," || place.first_of_line());
  }
  if (among(last, kFarewells) && last != "thanks" && last != "love" && last != "best") return true;
  const bool ended = other.empty() || other == "." || other == "!" || other == "?" ||
                     other == ")" || other == "'" || other == "…";
  return dash(last) && (ended || last != "-") && last != "/" && last != "*";
}

/// "Hi X,", "Dear X": spoken to, and a pause or nothing behind.
bool greeted(const Place& place) {
  return among(place.before(1), kGreetings) && stop(place.after(1));
}

/// "Hi X,": the same, where companies seldom are.
bool hailed(const Place& place) {
  const std::string_view last = place.before(1);
  const std::string_view next = place.after(1);
  return (last == "hi" || last == "hello" || last == "hey") && (next == "," || next == "!") &&
         place.size() == 1;
}

/// "Thanks, X!", "We're sorry, X.": spoken to in passing.
bool spoken_to(const Place& place) {
  const std::string_view last = place.before(1);
  if (among(last, kGreetings)) return true;
  if (!stop(place.after(1))) return false;
  if (among(last, kThanks) || (last == "you" && place.before(2) == "thank")) return true;
  if (last != ",") return place.opens() && place.after(1) == ",";
  const std::string_view other = place.before(2);
  return among(other, kThanks) || among(other, kGreetings) || other == "that" || other == "this" ||
         other == "now" || other == "welcome" || other == "you" || other == "here" ||
         other == "it" || other == "yes" || other == "no" || place.after(1) == "!" ||
         place.after(1) == "?";
}

constexpr auto kOwned = std::to_array<std::string_view>(
    {"wife",    "husband",   "kid",      "kids",     "son",     "daughter", "mother",   "father",
     "mom",     "dad",       "brother",  "sister",   "friend",  "house",    "birthday", "address",
     "phone",   "email",     "e-mail",   "number",   "boss",    "manager",  "answer",   "help",
     "voice",   "extension", "desk",     "shift",    "name",    "killer",   "killers",  "death",
     "funeral", "wedding",   "attitude", "kindness", "patience"});

/// "X's kid", "X's address": what people have.
bool owns(const Place& place) {
  return place.possessive() && among(place.after(1), kOwned);
}

/// "…", says X: who speaks.
bool quoted(const Place& place) {
  const std::string_view last = place.before(1);
  if (last != "said" && last != "says" && last != "replied" && last != "asked") return false;
  const std::string_view other = place.before(2);
  return other == "\"" || other == "”" || other == "!" || other == "," || other == "?" ||
         other == "'";
}

/// A line of its own in a text of several, a line with a name or a trade and a number further down:
/// the head of a letter or a form.
bool heads_a_form(const Place& place) {
  return place.lines() >= 3 && place.first_of_line() && place.last_of_line() && place.size() >= 2;
}

/// "X and her team", "X said he would …".
bool taken_up(const Place& place) {
  for (std::size_t ahead = 1; ahead <= 8; ++ahead) {
    const std::string_view word = place.after(ahead);
    if (word.empty() || word == "." || word == "!" || word == "?") return false;
    if (among(word, kPronouns)) return true;
  }
  return false;
}

constexpr auto kLives = std::to_array<std::string_view>(
    {"lives", "lived", "married", "died", "retired", "began", "smiled", "wrote", "sang", "cried"});

/// "X was so patient", "X on the phone", "X from billing", "X and I".
bool acts_like_people(const Place& place) {
  const std::string_view next = place.after(1);
  std::size_t ahead = 2;
  if (next == "was" || next == "is") {
    while (among(place.after(ahead), kDegrees)) ++ahead;
    return among(place.after(ahead), kCharacters);
  }
  if (next == "at" || next == "in" || next == "from" || next == "on") {
    while (among(place.after(ahead), kDegrees)) ++ahead;
    return among(place.after(ahead), kPosts);
  }
  if (among(next, kLives)) return true;
  if (next == "helped" || next == "assisted" || next == "told" || next == "served") {
    return place.after(2) == "me" || place.after(2) == "us";
  }
  if (next == "and") return place.after(2) == "i" || among(place.after(2), kPronouns);
  if (next == ":" && place.opens() && place.after(2) == "\"") return true;
  if (place.before(1) == "i'm" && place.size() >= 2) return true;
  return place.before(1) == "and" && (place.before(2) == "me" || place.before(2) == "i");
}

/// "spoke to X", "a letter from X", "written by X", "X told me", "I'm X", "this is X".
bool dealt_with(const Place& place) {
  const std::string_view last = place.before(1);
  const std::string_view other = place.before(2);
  if (among(place.after(1), kTells)) return true;
  if (among(last, kMeetings) || last == "add") return true;
  if (among(last, kLinks) && (among(other, kMeetings) || among(place.before(3), kMeetings))) {
    return true;
  }
  if (last == "i'm" || last == "im" || last == "soy" || last == "is") return true;
  if (last == "am" || last == "bin" || last == "ben")
    return other == "i" || other == "ik" || other == "ich";
  if (place.first_of_line() && place.after(1) == ":") return true;
  if (place.opens() && among(place.after(1), kStates)) return true;
  if (place.beside_given()) return true;
  return last == "called" || last == ":";
}

}  // namespace

bool greets(std::string_view folded) {
  return among(folded, kGreetings) || among(folded, kThanks) || among(folded, kHonorifics);
}

NameEvidence evidence_around(const NameView& view, std::size_t begin, std::size_t end,
                             NameEvidence least) {
  const Place place(view, begin, end);
  if (names_a_company(place)) return NameEvidence::none;
  if (introduced(place) || honoured(place)) return NameEvidence::announced;
  if (least > NameEvidence::sure) return NameEvidence::none;
  if (place.in_a_row_of_names() || among_people(place) || has_role(place) || labelled(place) ||
      signs(place) || hailed(place) || quoted(place)) {
    return NameEvidence::sure;
  }
  if (least > NameEvidence::acting) return NameEvidence::none;
  if (acts_like_people(place)) return NameEvidence::acting;
  if (least > NameEvidence::human) return NameEvidence::none;
  if (greeted(place) || taken_up(place) || owns(place) || heads_a_form(place) || has_title(place)) {
    return NameEvidence::human;
  }
  if (least > NameEvidence::some) return NameEvidence::none;
  return spoken_to(place) || dealt_with(place) ? NameEvidence::some : NameEvidence::none;
}

}  // namespace attune

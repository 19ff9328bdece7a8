// SPDX-License-Identifier: Apache-2.0
#include "problems/content_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "text/tokens.h"

namespace attune {

namespace {

constexpr std::size_t kFewestMessages = 200;  // Below: no word counts as the trade's own.
constexpr double kCommon = 0.08;              // Share of messages that hold a trade's own word,
constexpr double kJudged = 0.04;           // and of its uses that stand right behind a judgement.
constexpr std::size_t kMostRead = 20'000;  // Messages looked at to find them.
constexpr std::size_t kReach = 3;          // "waste of my money": words that "waste" covers.

/// Words that judge, and those that go with them, without saying what is judged.
// clang-format off
constexpr auto kJudging = std::to_array<std::string_view>({
    "a", "about", "absolute", "absolutely", "absurd", "abysmal", "actually", "again", "ago",
    "airline", "airlines", "all", "almost", "also", "although", "always", "amazed", "amazing",
    "amazingly", "an", "and", "angry", "annoyed", "annoying", "another", "any", "anybody",
    "anymore", "anyone", "anything", "app", "appalling", "application", "appreciate",
    "appreciated", "appreciation", "apps", "are", "arse", "as", "ass", "at", "atrocious",
    "awesome", "awful", "bad", "badly", "bahut", "bakwas", "basically", "be", "beautiful",
    "because", "been", "before", "being", "bekaar", "bekar", "best", "better", "beyond", "bhai",
    "bhi", "bhot", "bogus", "bohot", "brilliant", "bro", "bs", "btw", "bullshit", "but", "by",
    "can", "can't", "cannot", "cant", "cheat", "cheater", "cheaters", "cheating", "cheats",
    "cheers", "class", "come", "coming", "company", "complete", "completely", "congrats",
    "congratulations", "cool", "could", "couldn't", "crap", "crappy", "crossed", "damn", "day",
    "days", "dear", "definitely", "deserve", "deserves", "did", "didn't", "disappoint",
    "disappointed", "disappointing", "disappointment", "disappoints", "disgrace", "disgraceful",
    "disgust", "disgusting", "dislike", "disliked", "dissatisfied", "dnt", "do", "does", "doesn't",
    "don't", "dont", "dont't", "down", "download", "downloaded", "downloading", "dreadful",
    "ekdum", "else", "embarrassing", "enjoy", "enjoyed", "epic", "etc", "even", "ever", "every",
    "everybody", "everyone", "everything", "excellent", "exceptional", "experience", "experiences",
    "extremely", "failure", "fake", "fantastic", "far", "favorite", "favourite", "feel", "feels",
    "felt", "fine", "fingers", "flown", "fly", "flying", "folks", "for", "forever", "fraud",
    "fraude", "frauds", "fraudulent", "from", "froud", "frustrated", "frustrating", "frustration",
    "fuck", "fucking", "full", "fun", "furious", "fyi", "garbage", "gave", "get", "gets",
    "getting", "ghatiya", "give", "giving", "glad", "go", "god", "goes", "going", "gone", "gonna",
    "good", "got", "grateful", "great", "guys", "had", "haha", "hahaha", "hai", "hain", "happy",
    "has", "hate", "hated", "hating", "have", "having", "he", "heard", "hell", "hello", "her",
    "here", "hey", "hi", "highly", "him", "his", "ho", "honestly", "hopeless", "horrendous",
    "horrible", "how", "however", "hu", "i", "i'd", "i'll", "i'm", "i've", "if", "im", "impressed",
    "impressive", "in", "incompetence", "incompetent", "incredible", "install", "installed",
    "installing", "into", "is", "isn't", "it", "it's", "its", "ive", "job", "joke", "jokes",
    "just", "ka", "kar", "kare", "karna", "karo", "ke", "keep", "ki", "kind", "knew", "know", "ko",
    "koi", "kr", "kudos", "kya", "later", "laughable", "less", "let", "let's", "lets", "life",
    "like", "liked", "literally", "lmao", "lol", "look", "looking", "looks", "loot", "looters",
    "lot", "lousy", "love", "loved", "lovely", "luv", "mad", "madam", "made", "mai", "main",
    "make", "makes", "making", "mat", "may", "maybe", "me", "mein", "mess", "might", "minus",
    "month", "months", "more", "morning", "most", "much", "must", "my", "na", "nah", "nahi",
    "need", "needed", "needs", "negative", "never", "nhi", "nice", "night", "no", "nobody",
    "nonsense", "nope", "not", "nothing", "now", "of", "off", "oh", "ok", "omg", "on", "one",
    "only", "or", "other", "our", "out", "outstanding", "over", "overall", "pain", "pathetic",
    "people", "per", "perfect", "please", "pleaseee", "pls", "plss", "plz", "poor", "ppl",
    "pretty", "product", "products", "props", "quite", "rate", "rating", "really", "recommend",
    "review", "reviews", "ridiculous", "rock", "rocks", "rubbish", "sab", "sad", "sadly", "said",
    "say", "saying", "says", "scam", "scammer", "scammers", "scams", "se", "see", "seeing", "seen",
    "seriously", "shambles", "shame", "shameful", "she", "shit", "should", "shouldn't", "simply",
    "since", "sir", "smh", "so", "someone", "something", "soon", "sorry", "spam", "star", "stars",
    "still", "stuff", "such", "suck", "sucked", "sucking", "sucks", "super", "superb", "sure",
    "take", "takes", "taking", "team", "tell", "terrible", "than", "thank", "thankful", "thanks",
    "thanku", "thankyou", "that", "that's", "thats", "the", "their", "them", "then", "there",
    "there's", "these", "they", "they're", "thing", "things", "think", "third", "this", "thnks",
    "thnx", "those", "though", "thx", "till", "time", "times", "tnx", "to", "today", "tomorrow",
    "tonight", "too", "total", "totally", "trash", "tried", "truly", "try", "trying", "ty", "tysm",
    "u", "ugh", "unacceptable", "unbelievable", "unfortunately", "unhappy", "uninstall",
    "uninstalled", "unreal", "unsatisfied", "until", "up", "upset", "ur", "us", "use", "used",
    "useful", "useless", "using", "very", "via", "want", "wanted", "wants", "was", "wasn't",
    "wast", "waste", "wasted", "wasting", "way", "we", "we're", "we've", "week", "weeks",
    "welcome", "well", "went", "were", "what", "what's", "whats", "when", "which", "while", "who",
    "why", "will", "with", "won't", "wonderful", "wonderfully", "worest", "work", "world", "worse",
    "worst", "worth", "worthless", "would", "wouldn't", "wow", "wrest", "wrost", "wtf", "y'all",
    "yaar", "yah", "yall", "yar", "yay", "ye", "yeah", "year", "years", "yeh", "yep", "yes",
    "yesterday", "yet", "yha", "you", "you'll", "you're", "you've", "your", "zero"});
// clang-format on

/// Judgements that stand right before what they judge: "worst app", "great flight".
constexpr auto kEvaluations = std::to_array<std::string_view>(
    {"amazing",  "awesome",   "awful", "bad",      "best",    "better",    "excellent", "fake",
     "favorite", "favourite", "fraud", "good",     "great",   "horrible",  "love",      "lovely",
     "nice",     "pathetic",  "poor",  "terrible", "useless", "wonderful", "worse",     "worst"});

bool in(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool judges(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords(kJudging.begin(), kJudging.end());
  return kWords.contains(word);
}

struct Use {
  std::uint32_t messages = 0;
  std::uint32_t uses = 0;
  std::uint32_t judged = 0;
  std::uint32_t last = kNobody;  // Message that held it last.
};

void count_words(const Tokens& tokens, std::uint32_t message,
                 std::unordered_map<std::string, Use>& uses) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.list[i].kind != TokenKind::word || judges(tokens.word(i))) continue;
    Use& use = uses[std::string(tokens.word(i))];
    ++use.uses;
    use.judged += i > 0 && in(kEvaluations, tokens.word(i - 1)) ? 1 : 0;
    use.messages += use.last != message ? 1 : 0;
    use.last = message;
  }
}

}  // namespace

Judging::Judging(const Corpus& corpus) {
  Tokens tokens;
  for (const std::string& brand : corpus.brands) {
    tokenise(brand, tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) own_.emplace(tokens.word(i));
  }
  const std::size_t step = corpus.messages.size() / kMostRead + 1;
  std::unordered_map<std::string, Use> uses;
  std::size_t read = 0;
  for (std::size_t m = 0; m < corpus.messages.size(); m += step) {
    if (!Corpus::counts(corpus.messages[m])) continue;
    ++read;
    tokenise(corpus.messages[m].text, tokens);
    count_words(tokens, static_cast<std::uint32_t>(m), uses);
  }
  if (read < kFewestMessages) return;
  for (const auto& [word, use] : uses) {
    if (use.messages >= kCommon * static_cast<double>(read) && use.judged >= kJudged * use.uses) {
      own_.insert(word);
    }
  }
}

bool Judging::says_what(std::string_view text) {
  tokenise(text, tokens_);
  std::size_t wasted = 0;  // Words that a "waste" before them still covers.
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const TokenKind kind = tokens_.list[i].kind;
    if (kind != TokenKind::word && kind != TokenKind::hashtag) continue;
    const std::string_view word = tokens_.word(i);
    const bool covered = wasted > 0 && (word == "money" || word == "time");
    wasted = word.starts_with("wast") || word == "worth" ? kReach : wasted - (wasted > 0 ? 1 : 0);
    if (!covered && word.size() > 1 && !judges(word) && !own_.contains(std::string(word))) {
      return true;
    }
  }
  return false;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "problems/topics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "measure/interval.h"
#include "measure/trend.h"
#include "problems/causes/causes.h"
#include "problems/feelings/feeling_shares.h"
#include "problems/feelings/topic_feelings.h"
#include "problems/groups/key_themes.h"
#include "problems/passages.h"
#include "problems/ranking/rating_scale.h"
#include "problems/verdicts/severity.h"

namespace attune::problems {

namespace {

constexpr std::size_t kMostCauses = 3;
constexpr std::size_t kMostFeelings = 5;
constexpr std::uint64_t kFewestPeople = 3;  // Who make a topic.
/// Standard deviation of log(counted / true): with it, 16 of the 18 intervals of the most frequent
/// problems hold what readers counted (docs/decisions/0007-key-problems.md).
constexpr double kReadingError = 0.3;

/// How many topics a manager can take in grows slowly with how much was said: 9 for 400 passages,
/// 22 for 6,000, 47 for 60,000.
std::size_t topics_for(std::size_t passages) {
  const auto wanted =
      static_cast<std::size_t>(std::lround(1.2 * std::cbrt(static_cast<double>(passages))));
  return std::clamp<std::size_t>(wanted, 6, 60);
}

/// What one unit says of one topic.
struct UnitWords {
  double unlikely = 1;                          // Product of 1 - p over its clauses.
  std::array<float, kFeelingCount> feelings{};  // Each group at its likeliest.
  float harm = 0;
  float strong = 0;
  std::int32_t first_day = kNoDay;
  int balance = 0;  // Messages that read as positive less those that read as negative.
  bool again = false;
  bool leaving = false;
  float best_p = -1;
  std::uint32_t best = 0;  // The passage with the surest clause.
};

bool speaks_of_leaving(const Corpus& corpus, const CorpusMessage& message) {
  for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
    if (corpus.clauses[c].is(Kind::churn_threat)) return true;
  }
  return false;
}

/// One more passage of a unit.
struct Said {
  std::uint32_t index = 0;
  float p = 1;           // That it speaks of the topic, if it struggles at all.
  float harm = 0;        // That it tells of harm.
  bool leaving = false;  // Its message speaks of leaving.
};

/// Takes in what a unit says in one more passage.
void add_passage(const Corpus& corpus, const Passage& passage, const Said& said, UnitWords& words) {
  const CorpusMessage& message = corpus.messages[passage.message];
  for (const std::uint32_t clause : passage.clauses) {
    const float p = corpus.clauses[clause].p * said.p;
    words.unlikely *= 1 - static_cast<double>(p);
    if (p <= words.best_p) continue;
    words.best_p = p;
    words.best = said.index;
  }
  for (std::size_t f = 0; f < kFeelingCount; ++f) {
    const float p = static_cast<float>(message.feelings[f]) / 255;
    words.feelings[f] = std::max(words.feelings[f], p);
  }
  words.harm = std::max(words.harm, said.harm);
  words.strong = std::max(words.strong, message.intensity);
  words.balance += static_cast<int>(message.sentiment) - 1;
  words.leaving = words.leaving || said.leaving;
  if (message.day == kNoDay) return;
  words.again = words.again || (words.first_day != kNoDay && words.first_day != message.day);
  if (words.first_day == kNoDay) words.first_day = message.day;
}

/// All passages of one kind of clause.
struct KindPassages {
  Kind kind;
  std::vector<Passage> passages;
  std::vector<StruggleScores> kinds;  // What struggles each names; none for needs and praise.
};

/// Makes one topic from the passages of one theme.
class TopicMaker {
 public:
  TopicMaker(const TopicSource& source, const KindPassages& said, const TopicOptions& options)
      : source_(source),
        corpus_(source.corpus),
        passages_(said.passages),
        kinds_(said.kinds),
        kind_(said.kind),
        options_(options),
        all_(emotion_sums(source.corpus)),
        scale_(rating_scale(source.corpus)) {}

  FoundTopic make(const KeyTheme& key) {
    const FoundTheme& theme = key.theme;
    FoundTopic found;
    found.topic.theme = theme.id;
    found.topic.name = theme.name;
    found.topic.keywords = theme.keywords;
    for (const FoundTheme& facet : key.facets) {
      found.topic.facets.push_back(
          {.theme = facet.id, .name = facet.name, .reach = share_of(facet.people, corpus_.units)});
    }
    gather(key);
    mentions(found);
    if (options_.first_look) return found;
    feelings(theme.members, found.topic);
    for (const std::uint32_t item : quotes_of(theme)) found.topic.quotes.push_back(quote(item));
    evidence(found.topic);
    reasons(theme.members, found.topic);
    return found;
  }

  /// The message of every dated passage of the topic last made.
  [[nodiscard]] const std::vector<std::uint32_t>& dated() const { return dated_; }

 private:
  void gather(const KeyTheme& key) {
    units_.clear();
    dated_.clear();
    std::uint32_t last = kNobody;
    bool leaving = false;
    for (std::size_t i = 0; i < key.theme.members.size(); ++i) {
      const std::uint32_t index = key.theme.members[i];  // In order of the messages.
      const CorpusMessage& message = corpus_.messages[passages_[index].message];
      if (passages_[index].message != last) leaving = speaks_of_leaving(corpus_, message);
      last = passages_[index].message;
      const float harm = kinds_.empty() ? 0 : harm_of(kinds_[index]);
      add_passage(corpus_, passages_[index],
                  {.index = index, .p = key.p[i], .harm = harm, .leaving = leaving},
                  units_[message.unit]);
      if (message.day != kNoDay) dated_.push_back(last);
    }
  }

  void reasons(const std::vector<std::uint32_t>& members, Topic& topic) const {
    std::vector<std::uint32_t> clauses;
    std::size_t unexplained = 0;
    for (const std::uint32_t index : members) {
      const Passage& passage = passages_[index];
      const bool explained =
          std::any_of(passage.clauses.begin(), passage.clauses.end(),
                      [&](std::uint32_t c) { return corpus_.clauses[c].because.has_value(); });
      unexplained += explained ? 0 : 1;
      clauses.insert(clauses.end(), passage.clauses.begin(), passage.clauses.end());
    }
    topic.unexplained = static_cast<double>(unexplained) / static_cast<double>(members.size());
    topic.causes = causes_of(corpus_, source_.judging, topic, clauses,
                             {.most = kMostCauses,
                              .show_personal = options_.show_personal,
                              .concepts = options_.concepts});
  }

  void mentions(FoundTopic& found) const {
    double severity = 0;
    double strong = 0;
    std::size_t content = 0;
    for (const auto& [unit, words] : units_) {
      strong += static_cast<double>(words.strong);
      content += words.balance > 0 ? 1 : 0;
      found.mentions.push_back({.unit = unit,
                                .p = static_cast<float>(1 - words.unlikely),
                                .severity = severity_of({.feelings = words.feelings,
                                                         .harm = words.harm,
                                                         .again = words.again,
                                                         .leaving = words.leaving})});
      severity += static_cast<double>(found.mentions.back().severity);
    }
    found.topic.reach = kind_ == Kind::struggle
                            ? read_share_of(units_.size(), corpus_.units, kReadingError)
                            : share_of(units_.size(), corpus_.units);
    const auto units = static_cast<double>(std::max<std::size_t>(units_.size(), 1));
    found.intensity = strong / units;
    found.content = static_cast<double>(content) / units;
    found.topic.severity = units_.empty() ? 0 : severity_on_scale(severity / units);
    found.topic.severity_grade = severity_grade(found.topic.severity);
  }

  void feelings(const std::vector<std::uint32_t>& members, Topic& topic) const {
    EmotionSums sums;
    std::vector<std::uint32_t> messages;
    for (const std::uint32_t index : members) {  // In order of the messages, so equal ones meet.
      const std::uint32_t message = passages_[index].message;
      if (!messages.empty() && message == messages.back()) continue;
      messages.push_back(message);
      sums.add(corpus_.messages[message]);
    }
    topic.messages = messages.size();
    topic.groups = feeling_shares(corpus_, messages);
    for (std::size_t f = 0; f < kFeelingCount; ++f) topic.groups[f].all = all_.group_share(f);
    topic.feelings = topic_feelings(sums, all_, kind_, kMostFeelings);
  }

  /// False for a passage of a message whose tone or rating says the opposite: it may well belong to
  /// the topic, but nobody would choose it to show what a problem is.
  [[nodiscard]] bool reads_as_meant(std::uint32_t index) const {
    const CorpusMessage& message = corpus_.messages[passages_[index].message];
    const bool praise = kind_ == Kind::praise;
    const bool rated = message.rating != kNoRating && scale_.known();
    if (rated && static_cast<double>(message.rating) == (praise ? scale_.low : scale_.high))
      return false;
    return message.sentiment != (praise ? Polarity::negative : Polarity::positive);
  }

  [[nodiscard]] bool in_hard_time(std::uint32_t index) const {
    return corpus_.messages[passages_[index].message].care;
  }

  /// The quotes that read as meant. A report is forwarded, so nobody in a hard time is quoted where
  /// somebody else says the same; then the surest words of another do.
  [[nodiscard]] std::vector<std::uint32_t> quotes_of(const FoundTheme& theme) const {
    std::vector<std::uint32_t> meant = theme.quotes;
    std::erase_if(meant, [&](std::uint32_t item) { return !reads_as_meant(item); });
    std::vector<std::uint32_t> calm = meant;
    std::erase_if(calm, [&](std::uint32_t item) { return in_hard_time(item); });
    if (!calm.empty()) return calm;
    float surest = -1;
    for (const auto& [unit, words] : units_) {
      if (words.best_p <= surest || in_hard_time(words.best) || !reads_as_meant(words.best))
        continue;
      surest = words.best_p;
      calm = {words.best};
    }
    return calm.empty() ? meant : calm;
  }

  void evidence(Topic& topic) const {
    std::vector<std::pair<float, std::uint32_t>> best;
    for (const auto& [unit, words] : units_) best.emplace_back(-words.best_p, words.best);
    if (best.size() > options_.most_evidence) {
      std::sort(best.begin(), best.end());
      best.resize(options_.most_evidence);
    }
    std::sort(best.begin(), best.end(),
              [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& [p, passage] : best) topic.evidence.push_back(quote(passage));
  }

  [[nodiscard]] Quote quote(std::uint32_t index) const {
    const Passage& passage = passages_[index];
    return quote_of(corpus_.messages[passage.message], passage.span, options_.show_personal);
  }

  TopicSource source_;
  const Corpus& corpus_;
  const std::vector<Passage>& passages_;
  const std::vector<StruggleScores>& kinds_;
  Kind kind_;
  const TopicOptions& options_;
  EmotionSums all_;
  RatingScale scale_;
  std::map<std::uint32_t, UnitWords> units_;
  std::vector<std::uint32_t> dated_;
};

/// The messages of which there is no passage.
std::vector<ThemeItem> who_do_not(const Corpus& corpus, const std::vector<Passage>& passages) {
  std::vector<ThemeItem> others;
  std::size_t next = 0;
  for (std::uint32_t m = 0; m < corpus.messages.size(); ++m) {
    while (next < passages.size() && passages[next].message < m) ++next;
    const bool struggles = next < passages.size() && passages[next].message == m;
    const CorpusMessage& message = corpus.messages[m];
    if (!struggles && Corpus::counts(message))
      others.push_back({.text = message.text, .person = message.unit});
  }
  return others;
}

/// The themes of items of one kind. Struggles have kinds of their own; needs and praise have none.
std::vector<KeyTheme> themes_of(const TopicSource& source, const KindPassages& said,
                                const TopicOptions& options, const Pool& pool) {
  const std::vector<Passage>& passages = said.passages;
  std::vector<ThemeItem> items;
  items.reserve(passages.size());
  for (const Passage& passage : passages)
    items.push_back({.text = passage.text, .person = source.corpus.messages[passage.message].unit});
  if (said.kind == Kind::struggle) {
    const std::vector<ThemeItem> others = who_do_not(source.corpus, passages);
    return key_themes(items, said.kinds,
                      {.seed = options.seed,
                       .others = others,
                       .themes = topics_for,
                       .first_look = options.first_look,
                       .concepts = options.concepts,
                       .kinds_of = source.phrase_kinds},
                      pool);
  }
  std::vector<KeyTheme> out;
  for (FoundTheme& theme : evident_groups(
           items,
           {.most = topics_for(items.size()), .seed = options.seed, .concepts = options.concepts},
           pool)) {
    out.emplace_back().p.assign(theme.members.size(), 1.0F);
    out.back().theme = std::move(theme);
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> ClauseTopics::within(std::uint32_t first, std::uint32_t last) const {
  std::vector<std::uint32_t> out;
  for (auto at = std::lower_bound(topics.begin(), topics.end(), std::pair{first, 0U});
       at != topics.end() && at->first < last; ++at) {
    out.push_back(at->second);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

FoundTopics find_topics(const TopicSource& source, Kind kind, const TopicOptions& options,
                        const Pool& pool) {
  const Corpus& corpus = source.corpus;
  KindPassages said{
      .kind = kind, .passages = passages_of(corpus, kind, source.judging), .kinds = {}};
  const std::vector<Passage>& passages = said.passages;
  if (kind == Kind::praise) source.keep_praise(corpus, said.passages);
  if (kind == Kind::struggle) said.kinds = source.kinds_of(corpus, passages);
  const std::vector<KeyTheme> themes = themes_of(source, said, options, pool);

  FoundTopics found;
  std::optional<PrintMaker> prints;
  if (kind == Kind::struggle && !options.first_look) {
    found.words = passage_words(corpus, passages);
    prints.emplace(corpus, passages, found.words);
  }
  TopicMaker maker(source, said, options);
  std::vector<Course> courses;
  for (const KeyTheme& key : themes) {
    const FoundTheme& theme = key.theme;
    if (theme.people < kFewestPeople || !source.judging.says_what(theme.name)) continue;
    const auto number = static_cast<std::uint32_t>(found.clauses.names.size());
    for (const std::uint32_t item : theme.members) {
      for (const std::uint32_t clause : passages[item].clauses)
        found.clauses.topics.emplace_back(clause, number);
    }
    found.clauses.names.push_back(theme.name);
    found.topics.push_back(maker.make(key));
    if (prints) prints->add(found.topics.back().topic, theme.members);
    courses.push_back(source.timeline.course(corpus, maker.dated()));
  }
  std::sort(found.clauses.topics.begin(), found.clauses.topics.end());
  const std::vector<TrendTest> tests = trends_of(courses, {.tested = !options.first_look});
  for (std::size_t t = 0; t < tests.size(); ++t) {
    found.topics[t].topic.trend = tests[t].trend;
    found.topics[t].topic.trend.buckets = std::move(courses[t].buckets);
  }
  if (prints) found.prints = prints->take();
  return found;
}

}  // namespace attune::problems

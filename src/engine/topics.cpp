// SPDX-License-Identifier: Apache-2.0
#include "engine/topics.h"

#include <algorithm>
#include <array>
#include <map>

#include "measure/interval.h"
#include "measure/trend.h"
#include "themes/discover.h"

namespace attune {

namespace {

constexpr std::size_t kMostCauses = 3;
constexpr std::size_t kMostFeelings = 5;

// Severity of one person's words about one problem; report/words.cpp says the same to people.
constexpr float kUnpleasant = 0.5F;
constexpr float kStrong = 0.25F;
constexpr float kAgain = 0.15F;
constexpr float kLeaving = 0.1F;

/// The texts to theme: the clauses' bytes with personal data blanked, so that no name can hold any.
std::string blanked(const CorpusMessage& message, Span span) {
  std::string text(span.of(message.text));
  for (const PiiSpan& personal : message.personal) {
    const std::uint32_t begin = std::max(personal.span.begin, span.begin);
    const std::uint32_t end = std::min(personal.span.end, span.end);
    for (std::uint32_t at = begin; at < end; ++at) text[at - span.begin] = ' ';
  }
  return text;
}

/// What one unit says of one topic.
struct UnitWords {
  double unlikely = 1;  // Product of 1 - p over its clauses.
  float unpleasant = 0;
  float strong = 0;
  std::int32_t first_day = kNoDay;
  bool again = false;
  bool leaving = false;
  std::uint32_t best = 0;  // The clause with the highest p.
};

bool speaks_of_leaving(const Corpus& corpus, const CorpusMessage& message) {
  for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
    if (corpus.clauses[c].is(Kind::churn_threat)) return true;
  }
  return false;
}

void add_clause(const Corpus& corpus, std::uint32_t index, UnitWords& words, bool first) {
  const CorpusClause& clause = corpus.clauses[index];
  const CorpusMessage& message = corpus.messages[clause.message];
  if (first || clause.p > corpus.clauses[words.best].p) words.best = index;
  words.unlikely *= 1 - static_cast<double>(clause.p);
  words.unpleasant = std::max(words.unpleasant, std::max(0.0F, -message.valence));
  words.strong = std::max(words.strong, message.intensity);
  words.leaving = words.leaving || speaks_of_leaving(corpus, message);
  if (message.day == kNoDay) return;
  words.again = words.again || (words.first_day != kNoDay && words.first_day != message.day);
  if (words.first_day == kNoDay) words.first_day = message.day;
}

/// Makes one topic from the clauses of one theme.
class TopicMaker {
 public:
  TopicMaker(const Corpus& corpus, const TopicOptions& options)
      : corpus_(corpus), options_(options) {}

  FoundTopic make(const FoundTheme& theme, const std::vector<std::uint32_t>& clause_of) {
    FoundTopic found;
    found.topic.theme = theme.id;
    found.topic.name = theme.name;
    found.topic.keywords = theme.keywords;
    std::vector<std::uint32_t> clauses;
    for (const std::uint32_t item : theme.members) clauses.push_back(clause_of[item]);
    gather(clauses);
    mentions(found);
    feelings(clauses, found.topic);
    for (const std::uint32_t item : theme.quotes)
      found.topic.quotes.push_back(quote(clause_of[item]));
    evidence(found.topic);
    found.topic.causes = causes_of(corpus_, clauses, kMostCauses, options_.show_personal);
    const auto explained = std::count_if(clauses.begin(), clauses.end(), [&](std::uint32_t clause) {
      return corpus_.clauses[clause].because.has_value();
    });
    found.topic.unexplained =
        1 - static_cast<double>(explained) / static_cast<double>(clauses.size());
    return found;
  }

  /// (unit, day) of every dated clause of the topic last made.
  [[nodiscard]] const std::vector<std::pair<std::uint32_t, std::int32_t>>& days() const {
    return days_;
  }

 private:
  void gather(const std::vector<std::uint32_t>& clauses) {
    units_.clear();
    days_.clear();
    for (const std::uint32_t index : clauses) {
      const CorpusMessage& message = corpus_.messages[corpus_.clauses[index].message];
      const auto [at, first] = units_.try_emplace(message.unit);
      add_clause(corpus_, index, at->second, first);
      if (message.day != kNoDay) days_.emplace_back(message.unit, message.day);
    }
  }

  void mentions(FoundTopic& found) const {
    double severity = 0;
    for (const auto& [unit, words] : units_) {
      const float severe = kUnpleasant * words.unpleasant + kStrong * words.strong +
                           (words.again ? kAgain : 0) + (words.leaving ? kLeaving : 0);
      found.mentions.push_back({.unit = unit,
                                .p = static_cast<float>(1 - words.unlikely),
                                .severity = std::min(severe, 1.0F)});
      severity += static_cast<double>(found.mentions.back().severity);
    }
    found.topic.reach = share_of(units_.size(), corpus_.units);
    found.topic.severity = units_.empty() ? 0 : severity / static_cast<double>(units_.size());
  }

  void feelings(const std::vector<std::uint32_t>& clauses, Topic& topic) const {
    std::array<std::uint64_t, kEmotions.size()> sums{};
    std::uint32_t last = kNobody;
    for (const std::uint32_t index : clauses) {  // In order of the messages, so equal ones meet.
      const std::uint32_t message = corpus_.clauses[index].message;
      if (message == last) continue;
      last = message;
      ++topic.messages;
      for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] += corpus_.messages[message].emotions[i];
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
      topic.feelings.push_back(
          {.emotion = i,
           .share = static_cast<double>(sums[i]) / 255 / static_cast<double>(topic.messages)});
    }
    std::stable_sort(
        topic.feelings.begin(), topic.feelings.end(),
        [](const EmotionShare& a, const EmotionShare& b) { return a.share > b.share; });
    topic.feelings.resize(kMostFeelings);
  }

  void evidence(Topic& topic) const {
    std::vector<std::uint32_t> best;
    for (const auto& [unit, words] : units_) best.push_back(words.best);
    if (best.size() > options_.most_evidence) {
      std::stable_sort(best.begin(), best.end(), [&](std::uint32_t a, std::uint32_t b) {
        return corpus_.clauses[a].p > corpus_.clauses[b].p;
      });
      best.resize(options_.most_evidence);
    }
    std::sort(best.begin(), best.end());
    for (const std::uint32_t clause : best) topic.evidence.push_back(quote(clause));
  }

  [[nodiscard]] Quote quote(std::uint32_t index) const {
    const CorpusClause& clause = corpus_.clauses[index];
    return quote_of(corpus_.messages[clause.message], clause.span, options_.show_personal);
  }

  const Corpus& corpus_;
  const TopicOptions& options_;
  std::map<std::uint32_t, UnitWords> units_;
  std::vector<std::pair<std::uint32_t, std::int32_t>> days_;
};

}  // namespace

FoundTopics find_topics(const Corpus& corpus, const Timeline& timeline, Kind kind,
                        const TopicOptions& options, const Pool& pool) {
  std::vector<std::uint32_t> clause_of;
  std::vector<std::string> texts;
  for (std::uint32_t c = 0; c < corpus.clauses.size(); ++c) {
    const CorpusClause& clause = corpus.clauses[c];
    if (!clause.is(kind)) continue;
    clause_of.push_back(c);
    texts.push_back(blanked(corpus.messages[clause.message], clause.span));
  }
  std::vector<ThemeItem> items;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    items.push_back(
        {.text = texts[i], .person = corpus.messages[corpus.clauses[clause_of[i]].message].unit});
  }
  const Discovery discovery = discover(items, {.seed = options.seed}, pool);

  FoundTopics found;
  found.topic_of_clause.assign(corpus.clauses.size(), -1);
  TopicMaker maker(corpus, options);
  for (const FoundTheme& theme : discovery.themes) {
    for (const std::uint32_t item : theme.members) {
      found.topic_of_clause[clause_of[item]] = static_cast<std::int32_t>(found.names.size());
    }
    found.names.push_back(theme.name);
    found.topics.push_back(maker.make(theme, clause_of));
    const std::vector<Bucket> buckets = timeline.buckets(maker.days());
    TrendTest test = trend_of(buckets, {.seed = options.seed});
    test.trend.buckets = buckets;
    found.topics.back().topic.trend = std::move(test.trend);
    found.p_values.push_back(test.p);
  }
  return found;
}

}  // namespace attune

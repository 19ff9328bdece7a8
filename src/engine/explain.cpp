// SPDX-License-Identifier: Apache-2.0
#include "engine/explain.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/brands.h"
#include "engine/timeline.h"
#include "engine/topics.h"
#include "measure/interval.h"
#include "measure/rank.h"
#include "measure/trend.h"

namespace attune {

namespace {

constexpr std::uint64_t kFewMessages = 30;  // Below: no ranking.
constexpr std::size_t kFeelingsShown = 5;
constexpr std::size_t kMostRanked = 30;  // Topics that enter the ranking.
constexpr std::size_t kMostCare = 50;
constexpr double kFalseDiscoveries = 0.05;
constexpr double kMostlyUnexplained = 0.5;

void count_files(const Corpus& corpus, Explanation& explanation) {
  const Intake& intake = corpus.intake;
  explanation.files = intake.files;
  explanation.read = intake.read;
  explanation.used = intake.used;
  explanation.rejected = intake.rejected;
  explanation.duplicates = intake.duplicates;
  explanation.unread = corpus.unread;
  explanation.unit = corpus.unit;
  explanation.people = corpus.people;
  explanation.units = corpus.units;
  explanation.assumed = intake.assumed;
  if (corpus.messages.size() + intake.duplicates < intake.used) {
    explanation.assumed.push_back(
        {.what = "filter",
         .said = fmt::format("{} records were left out by the filter",
                             intake.used - intake.duplicates - corpus.messages.size()),
         .confidence = 1});
  }
}

/// Marks the trends that are discoveries among all that were looked at.
void judge_trends(FoundTopics& found) {
  const std::vector<bool> real = discoveries(found.p_values, kFalseDiscoveries);
  for (std::size_t i = 0; i < found.topics.size(); ++i) {
    Trend& trend = found.topics[i].topic.trend;
    trend.significant = real[i];
    if (!real[i]) trend.since.clear();
  }
}

/// Runs of ranks that the data cannot tell apart: a problem is in the run of the one that begins it
/// if that rank lies in its own 95 % interval. `ordered` is best first.
std::vector<std::vector<std::uint32_t>> tied_ranks(const std::vector<FoundTopic>& ordered) {
  std::vector<std::vector<std::uint32_t>> ties;
  for (std::size_t first = 0; first < ordered.size();) {
    std::vector<std::uint32_t> tie = {static_cast<std::uint32_t>(first + 1)};
    while (first + tie.size() < ordered.size() &&
           ordered[first + tie.size()].topic.rank_low <= first + 1) {
      tie.push_back(static_cast<std::uint32_t>(first + tie.size() + 1));
    }
    first += tie.size();
    if (tie.size() > 1) ties.push_back(std::move(tie));
  }
  return ties;
}

/// Ranks the problems, best first, and keeps `top` of them. Returns the topics in their new order.
std::vector<FoundTopic> rank_problems(FoundTopics found, const ExplainOptions& options,
                                      std::uint64_t units,
                                      std::vector<std::vector<std::uint32_t>>& ties,
                                      const Pool& pool) {
  std::vector<FoundTopic>& topics = found.topics;
  if (topics.size() > kMostRanked) topics.resize(kMostRanked);
  std::vector<std::vector<Mention>> mentions;
  std::vector<double> weights;
  for (const FoundTopic& topic : topics) {
    mentions.push_back(topic.mentions);
    weights.push_back(trend_weight(topic.topic.trend));
  }
  const std::vector<Ranked> ranked = rank(mentions, weights, units, {.seed = options.seed}, pool);
  std::vector<FoundTopic> ordered(topics.size());
  for (std::size_t i = 0; i < topics.size(); ++i) {
    const std::size_t at = ranked[i].rank - 1;
    topics[i].topic.rank = ranked[i].rank;
    topics[i].topic.rank_low = ranked[i].rank_low;
    topics[i].topic.rank_high = ranked[i].rank_high;
    topics[i].topic.score = ranked[i].score;
    ordered[at] = std::move(topics[i]);
  }
  if (ordered.size() > options.top) ordered.resize(options.top);
  ties = tied_ranks(ordered);
  return ordered;
}

std::vector<Topic> first_topics(FoundTopics found, std::size_t most) {
  std::vector<Topic> topics;
  for (FoundTopic& topic : found.topics) {
    if (topics.size() == most) break;
    topic.topic.rank = static_cast<std::uint32_t>(topics.size() + 1);
    topics.push_back(std::move(topic.topic));
  }
  return topics;
}

std::vector<OpenQuestion> questions(const std::vector<Topic>& problems) {
  std::vector<OpenQuestion> out;
  for (const Topic& problem : problems) {
    if (out.size() == 3) break;
    if (problem.unexplained < kMostlyUnexplained) continue;
    out.push_back(
        {.text = fmt::format("“{}”: {:.0f} % of the sentences give no reason. Ask: what were you "
                             "trying to do when it happened, and what would have put it right?",
                             problem.name, problem.unexplained * 100),
         .theme = problem.theme});
  }
  return out;
}

std::vector<Quote> care_quotes(const Corpus& corpus, bool show_personal) {
  std::vector<Quote> quotes;
  for (const CorpusMessage& message : corpus.messages) {
    if (!message.care || !Corpus::counts(message) || quotes.size() == kMostCare) continue;
    quotes.push_back(quote_of(message,
                              {.begin = 0, .end = static_cast<std::uint32_t>(message.text.size())},
                              show_personal));
  }
  return quotes;
}

/// Plain words where there is little to say.
std::string note_of(const Corpus& corpus, const Explanation& explanation) {
  const auto read = static_cast<std::uint64_t>(
      std::count_if(corpus.messages.begin(), corpus.messages.end(), Corpus::counts));
  if (read == 0) {
    return corpus.unread > 0
               ? "None of these messages is in a language that attune reads (English)."
               : "There is no message to read.";
  }
  if (read < kFewMessages) {
    return fmt::format(
        "Only {} message{}: too few to rank problems. Read {}; it takes a few minutes.", read,
        read == 1 ? "" : "s", read == 1 ? "it" : "them all");
  }
  if (!explanation.problems.empty()) return {};
  const std::string_view shared = corpus.unit == Unit::people ? "people" : "messages";
  if (!explanation.praise.empty()) {
    return fmt::format("There is praise; no problem is shared by enough {} to be named.", shared);
  }
  return fmt::format("No problem, need or praise is shared by enough {} to be named.", shared);
}

}  // namespace

Explained explain(const Corpus& corpus, const Models& models, const ExplainOptions& options,
                  const Pool& pool) {
  Explained explained;
  Explanation& explanation = explained.explanation;
  count_files(corpus, explanation);
  explanation.model_name = models.understander.model_name();
  explanation.model_sha256 = models.understander.model_sha256();
  const Timeline timeline(corpus);
  explanation.from = timeline.first_day();
  explanation.to = timeline.last_day();
  if (timeline.size() == 0) {
    explanation.assumed.push_back(
        {.what = "dates", .said = "no dates, so nothing is said about change over time"});
  }
  explanation.feelings = feelings_of(corpus, timeline, kFeelingsShown);
  explanation.care = care_quotes(corpus, options.show_personal);

  const auto counted = static_cast<std::uint64_t>(
      std::count_if(corpus.messages.begin(), corpus.messages.end(), Corpus::counts));
  if (counted >= kFewMessages) {
    const TopicOptions topic_options{
        .seed = options.seed, .show_personal = options.show_personal, .concepts = &models.concepts};
    const auto find = [&](Kind kind, ClauseTopics& clauses) {
      FoundTopics found = find_topics(corpus, timeline, kind, topic_options, pool);
      judge_trends(found);
      clauses = {.names = std::move(found.names),
                 .topic_of_clause = std::move(found.topic_of_clause)};
      return found;
    };
    std::vector<FoundTopic> problems = rank_problems(find(Kind::struggle, explained.problems),
                                                     options, corpus.units, explanation.ties, pool);
    explanation.brands = compare_brands(corpus, problems);
    for (FoundTopic& problem : problems) explanation.problems.push_back(std::move(problem.topic));
    explanation.needs = first_topics(find(Kind::need, explained.needs), options.top);
    explanation.praise = first_topics(find(Kind::praise, explained.praise), options.top);
    explanation.questions_to_ask = questions(explanation.problems);
  }
  explanation.note = note_of(corpus, explanation);
  return explained;
}

}  // namespace attune

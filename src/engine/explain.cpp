// SPDX-License-Identifier: Apache-2.0
#include "engine/explain.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/praise.h"
#include "engine/questions.h"
#include "engine/rounds/round_origin.h"
#include "engine/struggle_kinds.h"
#include "measure/interval.h"
#include "measure/opportunity.h"
#include "problems/care_messages.h"
#include "problems/cohorts.h"
#include "problems/evidence/coherence.h"
#include "problems/evidence/contentment.h"
#include "problems/evidence/loose_struggles.h"
#include "problems/ranking/ranking.h"
#include "problems/ranking/rating_scale.h"
#include "problems/rounds.h"
#include "problems/struggles.h"
#include "problems/timeline.h"
#include "problems/topics.h"
#include "problems/verdicts/answer.h"

namespace attune {

namespace {

constexpr std::size_t kFeelingsShown = 5;
constexpr std::uint32_t kFewestRemembered = 10;
constexpr std::size_t kMostCohorts = 12;
constexpr std::size_t kFewestInCohort = 10;
constexpr std::size_t kMostQuestions = 3;

void count_files(const problems::Corpus& corpus, Explanation& explanation) {
  const Intake& intake = corpus.intake;
  explanation.files = intake.files;
  explanation.read = intake.read;
  explanation.used = intake.used;
  explanation.rejected = intake.rejected;
  explanation.duplicates = intake.duplicates;
  explanation.unread = corpus.unread;
  explanation.counted = static_cast<std::uint64_t>(
      std::count_if(corpus.messages.begin(), corpus.messages.end(), problems::Corpus::counts));
  explanation.unit = corpus.unit;
  explanation.people = corpus.people;
  explanation.units = corpus.units;
  explanation.content = problems::content_share(corpus);
  explanation.assumed = intake.assumed;
  if (corpus.messages.size() + intake.duplicates < intake.used) {
    explanation.assumed.push_back(
        {.what = "filter",
         .said = fmt::format("{} records were left out by the filter",
                             intake.used - intake.duplicates - corpus.messages.size()),
         .confidence = 1});
  }
}

/// What a later round needs. Words of fewer than ten units stay here.
void remember(problems::FoundTopics& struggles, Explanation& explanation) {
  explanation.prints = std::move(struggles.prints);
  for (const auto& [word, units] : problems::units_by_word(struggles.words)) {
    if (units >= kFewestRemembered) explanation.common_words.emplace_back(word, units);
  }
  std::sort(explanation.common_words.begin(), explanation.common_words.end());
}

/// This round beside the one before, and what else than a change may lie between them.
void compare_rounds(const EarlierRound& before, const problems::PassageWords& words,
                    Explanation& explanation) {
  explanation.compared_with = problems::compare_with(before, explanation, words);
  for (Assumption& unlike : unlike_rounds(before, explanation))
    explanation.assumed.push_back(std::move(unlike));
}

/// The groups of the column asked for; who asks for one wants to see small groups too.
void compare_by(const problems::Corpus& corpus, const ExplainOptions& options,
                std::span<const problems::FoundTopic> problems, Explanation& explanation) {
  if (options.corpus.by.empty()) return;
  explanation.cohorts.by = options.corpus.by;
  explanation.cohorts.groups = problems::compare_cohorts(corpus,
                                                         {.names = corpus.cohorts,
                                                          .group = &problems::CorpusMessage::cohort,
                                                          .most = kMostCohorts,
                                                          .fewest_units = kFewestInCohort},
                                                         problems);
}

std::vector<Topic> first_topics(problems::FoundTopics found, std::size_t most) {
  std::vector<Topic> topics;
  for (problems::FoundTopic& topic : found.topics) {
    if (topics.size() == most) break;
    topic.topic.rank = static_cast<std::uint32_t>(topics.size() + 1);
    topics.push_back(std::move(topic.topic));
  }
  return topics;
}

/// Ulwick's opportunity of each need, from text alone: content are those whose messages read as
/// positive.
std::vector<Topic> first_needs(problems::FoundTopics found, std::size_t most) {
  std::vector<NeedFacts> facts;
  for (const problems::FoundTopic& need : found.topics) {
    facts.push_back({.reach = need.topic.reach.value(),
                     .intensity = need.intensity,
                     .satisfied = need.content});
  }
  const std::vector<TextOpportunity> judged = opportunities(facts);
  for (std::size_t i = 0; i < judged.size(); ++i) found.topics[i].topic.opportunity = judged[i];
  return first_topics(std::move(found), most);
}

/// Leaves the first `top` problems and the ties among them.
void keep_first(problems::Ranking& ranking, std::size_t top) {
  if (ranking.problems.size() > top) ranking.problems.resize(top);
  for (std::vector<std::uint32_t>& tie : ranking.ties)
    std::erase_if(tie, [&](std::uint32_t rank) { return rank > top; });
  std::erase_if(ranking.ties, [](const auto& tie) { return tie.size() < 2; });
}

void name_model(const problems::Corpus& corpus, const Models& models, Explanation& explanation) {
  explanation.model_name = models.understander.model_name();
  explanation.model_sha256 = models.understander.model_sha256();
  explanation.rating_scale = problems::rating_scale(corpus);
}

/// What topics are found in, and its readers; models and pool are borrowed.
problems::TopicSource topic_source(problems::TopicSource source, const Models& models,
                                   const Pool& pool) {
  source.keep_praise = [&](const problems::Corpus& of, std::vector<problems::Passage>& passages) {
    drop_negative(of, models.understander, pool, passages);
  };
  source.kinds_of = [&](const problems::Corpus& of,
                        const std::vector<problems::Passage>& passages) {
    return struggle_kinds(of, passages, models.struggles, pool);
  };
  source.phrase_kinds = [&](std::string_view phrase) {
    return phrase_kinds(phrase, models.struggles);
  };
  return source;
}

/// What period the messages span, and what is said of change over it.
void set_period(const problems::Timeline& timeline, Explanation& explanation) {
  explanation.from = timeline.first_day();
  explanation.to = timeline.last_day();
  explanation.stretch = timeline.stretch();
  if (timeline.size() == 0) {
    explanation.assumed.push_back(
        {.what = "dates", .said = "no dates, so nothing is said about change over time"});
  }
  if (timeline.stratified()) {
    explanation.assumed.push_back(
        {.what = "trends",
         .said = "each brand and each source was compared over time with itself alone: where one "
                 "begins or ends is no growth"});
  }
}

}  // namespace

Explained explain(const problems::Corpus& corpus, const Models& models,
                  const ExplainOptions& options, const Pool& pool) {
  Explained explained;
  Explanation& explanation = explained.explanation;
  count_files(corpus, explanation);
  name_model(corpus, models, explanation);
  explanation.origin = origin_of(corpus);
  const problems::Timeline timeline(corpus);
  set_period(timeline, explanation);
  explanation.feelings = problems::feelings_of(corpus, timeline, kFeelingsShown);
  explanation.care = problems::care_messages(corpus, options.show_personal);

  if (explanation.counted >= problems::kFewestRanked) {
    const problems::TopicOptions topic_options{
        .seed = options.seed, .show_personal = options.show_personal, .concepts = &models.concepts};
    problems::Judging judging(corpus);
    const problems::TopicSource source = topic_source({.corpus = corpus,
                                                       .timeline = timeline,
                                                       .judging = judging,
                                                       .keep_praise = {},
                                                       .kinds_of = {},
                                                       .phrase_kinds = {}},
                                                      models, pool);
    const auto find = [&](Kind kind, problems::ClauseTopics& clauses) {
      problems::FoundTopics found = problems::find_topics(source, kind, topic_options, pool);
      problems::drop_incoherent(corpus, &models.concepts, found);
      clauses = std::move(found.clauses);
      return found;
    };
    auto [struggles, ranking, steady] = problems::find_struggles(source, topic_options, pool);
    explained.problems = std::move(struggles.clauses);
    explanation.no_topic = problems::loose_struggles(
        corpus, explained.problems, topic_options.most_evidence, options.show_personal);
    remember(struggles, explanation);
    if (options.before != nullptr) compare_rounds(*options.before, struggles.words, explanation);
    // Judged on all problems: how many are shown must not change what is said of the first.
    explanation.key_problems = std::min(
        problems::key_problems(ranking.ties, steady, ranking.problems.size()), options.top);
    keep_first(ranking, options.top);
    std::vector<problems::FoundTopic>& problems = ranking.problems;
    explanation.ties = std::move(ranking.ties);
    explanation.brands = problems::compare_cohorts(
        corpus, {.names = corpus.brands, .group = &problems::CorpusMessage::brand}, problems);
    compare_by(corpus, options, problems, explanation);
    for (problems::FoundTopic& problem : problems)
      explanation.problems.push_back(std::move(problem.topic));
    explanation.needs = first_needs(find(Kind::need, explained.needs), options.top);
    explanation.praise = first_topics(find(Kind::praise, explained.praise), options.top);
    explanation.questions_to_ask = questions_about(explanation.problems, kMostQuestions);
  }
  explanation.answer = problems::answer_of(explanation);
  return explained;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#pragma once

// From a feedback file to the one or two problems worth solving. The answer of `attune explain`, as
// a value: `engine` makes it, `report` shows it. Counts are of people where people are known, else
// of messages (`unit` says which), and every number has the sentences behind it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "attune/answer.h"
#include "attune/care_message.h"
#include "attune/cohort.h"
#include "attune/feelings.h"
#include "attune/intake.h"
#include "attune/interval.h"
#include "attune/loose_struggles.h"
#include "attune/open_question.h"
#include "attune/rating_scale.h"
#include "attune/round.h"
#include "attune/topic.h"
#include "attune/trend.h"

namespace attune {

struct Explanation {
  std::vector<std::string> files;  ///< Names without directories.
  std::uint64_t read = 0, used = 0, rejected = 0, duplicates = 0, unread = 0;
  std::uint64_t counted = 0;  ///< Of customers who say something in a language that is read.
  Unit unit = Unit::messages;
  std::uint64_t people = 0;         ///< Known persons; 0 where the unit is messages.
  std::uint64_t units = 0;          ///< Denominator of every share.
  std::string from, to;             ///< Period, "2026-03-01"; empty without dates.
  Stretch stretch = Stretch::none;  ///< Into what the period is cut wherever time is shown.
  std::vector<Assumption> assumed;
  std::vector<Topic> problems, needs, praise;
  LooseStruggles no_topic;  ///< Complaints that are part of no problem found.
  /// How many of the first problems stand out from the rest, 0 to 2, when people, labels and the
  /// grouping are drawn again.
  std::size_t key_problems = 0;
  std::vector<std::vector<std::uint32_t>>
      ties;  ///< Groups of ranks that the data cannot tell apart.
  std::vector<Cohort> brands;
  Cohorts cohorts;  ///< By the column asked for.
  RoundComparison compared_with;
  RoundOrigin origin;
  std::vector<TopicPrint> prints;  ///< Of all problems found, shown or not.
  RatingScale rating_scale;
  std::vector<OpenQuestion> questions_to_ask;
  Feelings feelings;
  Share content;  ///< Units that are content, by their ratings or, without, by how they read.
  /// Every message with a sign of a hard time: danger first, then newest first, undated last.
  std::vector<CareMessage> care;
  Answer answer = Answer::no_problem;
  std::string model_name, model_sha256;
  /// Hash of a word → units that use it where they struggle, at least ten of them; by hash.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> common_words;
};

}  // namespace attune

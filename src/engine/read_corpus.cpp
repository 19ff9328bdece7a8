// SPDX-License-Identifier: Apache-2.0
#include "engine/read_corpus.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "base/calendar.h"
#include "base/hash.h"
#include "base/spares.h"
#include "engine/batch.h"
#include "engine/best_rated.h"
#include "engine/own_words.h"
#include "engine/persons/not_persons.h"
#include "engine/quiet_struggles.h"
#include "listen/plan/fold.h"
#include "problems/evidence/buyer_warnings.h"
#include "problems/evidence/question_answers.h"
#include "problems/odd_days.h"
#include "text/others/quoted_parts.h"

namespace attune {

namespace {

constexpr float kAtLeast = 0.5F;  // A clause below this probability is not kept.
/// Nor is a reason below this one: of those above it two in three are right, out of fold on our own
/// sentences (models/because/CARD.md). What is less sure stands in the reading alone.
constexpr float kReasonAtLeast = 0.6F;
constexpr std::size_t kKeptClauses = 256;  // A reading with room for more gives it back.
constexpr std::uint16_t kOfUse = static_cast<std::uint16_t>(
    ~(1U << static_cast<unsigned>(Kind::other) | 1U << static_cast<unsigned>(Kind::context)));

const std::string* field_of(const Message& message, std::string_view name) {
  if (name == "brand") return &message.brand;
  if (name == "channel") return &message.channel;
  if (name == "person") return &message.person;
  if (name == "lang") return &message.lang;
  if (name == "id") return &message.id.text;
  for (const Attribute& attribute : message.attributes) {
    if (attribute.name == name) return &attribute.value;
  }
  return nullptr;
}

bool wanted(const Message& message, const CorpusOptions& options) {
  if (options.since && (!message.time || *message.time < *options.since)) return false;
  return std::all_of(options.where.begin(), options.where.end(), [&](const Attribute& where) {
    const std::string* value = field_of(message, where.name);
    return value != nullptr && *value == where.value;
  });
}

/// Looks out for the columns that were asked for, and names those that are there instead.
class AskedColumns {
 public:
  explicit AskedColumns(const CorpusOptions& options) {
    for (const Attribute& where : options.where) asked_.push_back({"--where", where.name});
    if (!options.by.empty()) asked_.push_back({"--by", options.by});
  }

  void look_at(const Message& message) {
    for (Asked& asked : asked_) {
      if (asked.found) continue;
      const std::string* value = field_of(message, asked.name);
      // A field of our own is there only where a column fills it; one of theirs may be empty.
      const bool ours = value != nullptr && !in_attributes(message, *value);
      const bool may_be_empty = !ours && asked.flag == "--where";
      asked.found = value != nullptr && (may_be_empty || !value->empty());
      if (!asked.found) remember_columns(message);
    }
  }

  [[nodiscard]] std::vector<std::string> missing() const {
    std::vector<std::string> sentences;
    for (const Asked& asked : asked_) {
      if (asked.found) continue;
      sentences.push_back(fmt::format("{}: no record has a column \"{}\"; the columns are {}",
                                      asked.flag, asked.name, fmt::join(there_, ", ")));
    }
    return sentences;
  }

 private:
  struct Asked {
    std::string_view flag;
    std::string name;
    bool found = false;
  };
  static constexpr std::size_t kMostNamed = 30;
  static constexpr std::size_t kLongestName = 80;

  static bool in_attributes(const Message& message, const std::string& value) {
    return std::any_of(message.attributes.begin(), message.attributes.end(),
                       [&](const Attribute& attribute) { return &attribute.value == &value; });
  }

  void remember_columns(const Message& message) {
    for (const Attribute& attribute : message.attributes) {
      if (there_.size() == kMostNamed) return;
      const std::string name = attribute.name.substr(0, kLongestName);
      if (std::find(there_.begin(), there_.end(), name) == there_.end()) there_.push_back(name);
    }
  }

  std::vector<Asked> asked_;
  std::vector<std::string> there_;
};

std::uint16_t kind_bits(const Clause& clause) {
  std::uint16_t bits = 0;
  for (const Kind kind : clause.kinds)
    bits |= static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
  return bits & kOfUse;
}

/// A probability × 255.
std::uint8_t in_a_byte(float p) {
  return static_cast<std::uint8_t>(std::lround(static_cast<double>(p * 255)));
}

bool unreadable(const Reading& reading) {
  return reading.language != "en" && reading.language != "und" && reading.language_p >= kAtLeast;
}

/// The clauses of a message that say something of use; which message it is they do not know yet.
void clauses_of(Asked asked, std::string_view text, const Reading& reading, Tokens& scratch,
                std::vector<problems::CorpusClause>& out) {
  out.clear();
  for (const Clause& clause : reading.clauses) {
    const bool sure = clause.p >= kAtLeast;
    problems::CorpusClause kept{.span = clause.span,
                                .kinds = sure ? kind_bits(clause) : std::uint16_t{0},
                                .first = clause.kinds.front(),
                                .p = clause.p};
    if (clause.because && clause.because->p >= kReasonAtLeast) {
      kept.because = clause.because->span;
      kept.led = clause.because->led;
    }
    problems::forget_warning(clause.span.of(text), scratch, kept);
    out.push_back(kept);
  }
  problems::heed_question(asked, text, out);
  std::erase_if(out, [](const problems::CorpusClause& kept) { return kept.kinds == 0; });
}

/// Collects all messages, since what many share shows only then; then has batches of them
/// understood, and keeps what is needed.
class Builder {
 public:
  Builder(problems::Corpus& corpus, const Understander& understander, const CorpusOptions& options,
          const Pool& pool)
      : corpus_(corpus),
        understander_(understander),
        options_(options),
        pool_(pool),
        columns_(options) {}

  void add(Message&& message) {
    ++seen_;
    columns_.look_at(message);
    if (!wanted(message, options_)) return;
    if (waiting_.empty() || waiting_.back().batch.full()) waiting_.emplace_back();
    waiting_.back().cohorts.push_back(cohort_of(message));
    message.attributes = {};  // Wide files have many; nothing looks at them any more,
    message.context = {};     // nor at what was answered to.
    waiting_.back().batch.add(std::move(message));
    waiting_.back().seen = seen_;
  }

  /// After the last message: decides what a unit is, and counts.
  void finish() {
    learn_labels();
    for (Waiting& waiting : waiting_) understand(waiting);
    const auto& loud = corpus_.intake.loud_persons;
    std::uint64_t known = 0, all = 0;
    for (std::size_t i = 0; i < persons_.size(); ++i) {
      if (loud.contains(persons_[i])) persons_[i] = 0;
      if (corpus_.messages[i].blank) continue;
      ++all;
      known += persons_[i] != 0 ? 1 : 0;
    }
    corpus_.unit = known * 2 >= all && known > 0 ? Unit::people : Unit::messages;
    forget_shared_persons(corpus_);
    number_units();
    say_unit(known, all);
    say_blank(persons_.size() - all);
    for (Assumption& said : own_words_.said(understander_))
      corpus_.intake.assumed.push_back(std::move(said));
    forget_doubtful_struggles(understander_, pool_, corpus_);
    if (options_.struggles != nullptr) hear_quiet_struggles(*options_.struggles, pool_, corpus_);
    problems::forget_odd_days(corpus_);
    corpus_.missing = columns_.missing();
  }

 private:
  using Clauses = std::vector<problems::CorpusClause>;

  /// Of one thread.
  struct Scratch {
    Understander::State state;
    std::string own;  ///< The writer's words, where others' stand among them.
    Tokens tokens;
  };

  struct Waiting {
    Batch batch;
    std::vector<std::uint32_t> cohorts;  ///< Per message.
    std::uint64_t seen = 0;              ///< Records read when it was filled.
  };

  void learn_labels() {
    std::vector<std::vector<const Message*>> files(corpus_.intake.files.size());
    for (Waiting& waiting : waiting_) {
      for (std::size_t i = 0; i < waiting.batch.size(); ++i) {
        const Message& message = waiting.batch[i];
        if (message.role == Role::customer) files[message.file].push_back(&message);
      }
    }
    for (std::size_t i = 0; i < files.size(); ++i)
      own_words_.learn(static_cast<std::uint32_t>(i), files[i]);
  }

  void understand(Waiting& waiting) {
    Batch& batch = waiting.batch;
    if (readings_.size() < batch.size()) {
      readings_.resize(batch.size());
      clauses_.resize(batch.size());
      signs_.resize(batch.size());
      others_.resize(batch.size());
    }
    pool_.for_each_chunk(batch.size(), batch.chunk(), [&](std::size_t begin, std::size_t end) {
      auto scratch = spare_.take();
      for (std::size_t i = begin; i < end; ++i) {
        own_words_.find(batch[i], others_[i]);
        const std::vector<LeftOut>& parts = others_[i].parts;
        if (!parts.empty()) scratch->own = own_words(batch[i].text, parts);
        const std::string& text = parts.empty() ? batch[i].text : scratch->own;
        understander_.read(text, scratch->state, readings_[i], signs_[i], options_.reach);
        clauses_of(batch[i].asked, text, readings_[i], scratch->tokens, clauses_[i]);
      }
      spare_.give_back(std::move(scratch));
    });
    for (std::size_t i = 0; i < batch.size(); ++i) {
      own_words_.count(batch[i], others_[i]);
      keep_own(batch[i], others_[i].parts);
      keep(std::move(batch[i]), waiting.cohorts[i], readings_[i], signs_[i]);
      if (problems::Corpus::counts(corpus_.messages.back())) keep_clauses(clauses_[i]);
      corpus_.messages.back().last_clause = static_cast<std::uint32_t>(corpus_.clauses.size());
      corpus_.messages.back().left_out = std::move(others_[i].parts);
      if (readings_[i].clauses.capacity() > kKeptClauses) {
        readings_[i] = {};
        clauses_[i] = {};
      }
    }
    waiting = {.seen = waiting.seen};
    if (options_.progress) options_.progress(waiting.seen);
  }

  static void keep_own(Message& message, const std::vector<LeftOut>& parts) {
    if (!parts.empty()) message.text = own_words(message.text, parts);
  }

  void keep(Message&& message, std::uint32_t cohort, const Reading& reading,
            const CareSigns& signs) {
    problems::CorpusMessage kept;
    const auto index = static_cast<std::uint32_t>(corpus_.messages.size());
    kept.row = message.row;
    kept.file = message.file;
    kept.from_brand = message.role == Role::brand;
    kept.unread = unreadable(reading);
    kept.brand = index_of(message.brand, corpus_.brands, brand_of_);
    kept.channel = index_of(message.channel, corpus_.channels, channel_of_);
    kept.cohort = cohort;
    kept.blank = is_blank(message.text);
    if (message.rating) kept.rating = static_cast<float>(*message.rating);
    if (message.time) kept.day = static_cast<std::int32_t>(day_of_seconds(*message.time));
    std::ranges::transform(reading.emotions, kept.emotions.begin(), in_a_byte);
    std::ranges::transform(reading.feelings, kept.feelings.begin(), in_a_byte);
    kept.valence = reading.valence;
    kept.intensity = reading.intensity;
    kept.sentiment = reading.sentiment.label;
    kept.asked = message.asked;
    kept.personal = reading.pii;
    kept.care = !signs.empty();
    if (kept.care && !kept.from_brand) {
      corpus_.care.push_back({.message = index, .time = message.time, .signs = signs});
    }
    kept.first_clause = static_cast<std::uint32_t>(corpus_.clauses.size());
    kept.id = std::move(message.id);
    kept.text = std::move(message.text);
    persons_.push_back(message.person.empty() ? 0 : hash64(message.person) | 1U);
    corpus_.messages.push_back(std::move(kept));
  }

  void keep_clauses(std::span<const problems::CorpusClause> clauses) {
    for (const problems::CorpusClause& clause : clauses) {
      corpus_.clauses.push_back(clause);
      corpus_.clauses.back().message = static_cast<std::uint32_t>(corpus_.messages.size() - 1);
    }
  }

  using Indices = std::unordered_map<std::string, std::uint32_t>;

  static std::uint32_t index_of(const std::string& name, std::vector<std::string>& names,
                                Indices& indices) {
    if (name.empty()) return problems::kNobody;
    const auto [at, added] = indices.try_emplace(name, static_cast<std::uint32_t>(names.size()));
    if (added) names.push_back(name);
    return at->second;
  }

  std::uint32_t cohort_of(const Message& message) {
    const std::string* value = options_.by.empty() ? nullptr : field_of(message, options_.by);
    return value == nullptr ? problems::kNobody : index_of(*value, corpus_.cohorts, cohort_of_);
  }

  void number_units() {
    std::unordered_map<std::uint64_t, std::uint32_t> unit_of;
    std::vector<bool> wrote;
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < corpus_.messages.size(); ++i) {
      problems::CorpusMessage& message = corpus_.messages[i];
      const std::uint64_t person = corpus_.unit == Unit::people ? persons_[i] : 0;
      message.unit = person == 0 ? next : unit_of.try_emplace(person, next).first->second;
      if (message.unit == next) {
        ++next;
        wrote.push_back(false);
      }
      if (problems::Corpus::counts(message)) wrote[message.unit] = true;
      corpus_.unread += message.unread ? 1 : 0;
    }
    corpus_.people = unit_of.size();
    corpus_.units = static_cast<std::uint32_t>(std::count(wrote.begin(), wrote.end(), true));
  }

  void say_blank(std::uint64_t blank) {
    if (blank == 0) return;
    corpus_.intake.assumed.push_back(
        {.what = "blank",
         .said =
             fmt::format("{} message{} no text (an empty cell, \"-\", \"n/a\"): read, but in no "
                         "share",
                         blank, blank == 1 ? " has" : "s have"),
         .confidence = 1});
  }

  void say_unit(std::uint64_t known, std::uint64_t all) {
    if (corpus_.unit == Unit::messages) {
      corpus_.intake.assumed.push_back(
          {.what = "unit",
           .said = known == 0 ? "nobody is named, so messages are counted, not people"
                              : "most messages name nobody, so messages are counted, not people",
           .confidence = 1});
    } else if (known < all) {
      corpus_.intake.assumed.push_back(
          {.what = "unit",
           .said =
               std::to_string(all - known) + " messages name nobody and count as one person each",
           .confidence = 1});
    }
  }

  problems::Corpus& corpus_;
  const Understander& understander_;
  const CorpusOptions& options_;
  const Pool& pool_;
  AskedColumns columns_;
  std::vector<Waiting> waiting_;
  OwnWords own_words_;
  std::vector<Reading> readings_;  ///< Of a batch, as are the next three.
  std::vector<CareSigns> signs_;
  std::vector<OthersFound> others_;
  std::vector<Clauses> clauses_;
  Spares<Scratch> spare_;
  std::vector<std::uint64_t> persons_;  // Hash per message; 0: nobody known.
  Indices brand_of_;
  Indices channel_of_;
  Indices cohort_of_;
  std::uint64_t seen_ = 0;
};

}  // namespace

Result<ReadCorpus> read_corpus(std::span<const std::string> paths, const Understander& understander,
                               const CorpusOptions& options, const Pool& pool) {
  ReadCorpus corpus;
  Builder builder(corpus, understander, options, pool);
  ListenOptions listen_options = options.listen;
  if (!options.where.empty() || !options.by.empty()) listen_options.all_columns = true;
  corpus.sources = open_sources(paths);
  auto intake = listen_to(corpus.sources, listen_options,
                          [&](Message&& message) { builder.add(std::move(message)); });
  if (!intake) return tl::unexpected<Error>(std::move(intake.error()));
  corpus.intake = std::move(*intake);
  builder.finish();
  return corpus;
}

}  // namespace attune

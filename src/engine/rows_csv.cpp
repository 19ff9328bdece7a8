// SPDX-License-Identifier: Apache-2.0
#include "engine/rows_csv.h"

#include <algorithm>
#include <unordered_map>

#include "base/csv_out.h"
#include "report/json/reading_json.h"

namespace attune {

namespace {

std::string strongest_feeling(const problems::CorpusMessage& message) {
  std::size_t best = kEmotions.size() - 1;  // neutral
  for (std::size_t i = 0; i < kEmotions.size(); ++i) {
    if (message.emotions[i] > message.emotions[best]) best = i;
  }
  return std::string(kEmotions[best]);
}

bool same_place(const problems::CorpusMessage& kept, const Message& message) {
  return kept.row == message.row && kept.file == message.file && kept.id == message.id;
}

/// The names of all topics that a clause of `message` belongs to, joined by "; ".
std::string topics_of(const problems::CorpusMessage& message,
                      const problems::ClauseTopics& topics) {
  std::string out;
  for (const std::uint32_t topic : topics.within(message.first_clause, message.last_clause)) {
    if (!out.empty()) out += "; ";
    out += topics.names[topic];
  }
  return out;
}

std::string cause_of(const problems::Corpus& corpus, const problems::CorpusMessage& message) {
  for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
    if (corpus.clauses[c].because) return std::string(corpus.clauses[c].because->of(message.text));
  }
  return {};
}

/// Columns in the order in which they were first seen.
class Columns {
 public:
  std::size_t index_of(const std::string& name) {
    const auto [at, added] = index_.try_emplace(name, names_.size());
    if (added) names_.push_back(name);
    return at->second;
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::size_t> index_;
};

constexpr std::array<std::string_view, 6> kAdded = {"attune_sentiment", "attune_feeling",
                                                    "attune_problem",   "attune_need",
                                                    "attune_praise",    "attune_cause"};

}  // namespace

Result<std::string> rows_csv(const ReadCorpus& corpus, const Explained& explained,
                             const CorpusOptions& options) {
  ListenOptions again = options.listen;
  again.all_columns = true;
  again.rejects_path = "/dev/null";
  Columns columns;
  auto seen = listen_to(corpus.sources, again, [&](Message&& message) {
    for (const Attribute& attribute : message.attributes) (void)columns.index_of(attribute.name);
  });
  if (!seen) return tl::unexpected<Error>(std::move(seen.error()));

  std::string out;
  std::vector<std::string> header = columns.names();
  header.insert(header.end(), kAdded.begin(), kAdded.end());
  put_csv_row(out, header);
  std::size_t next = 0;  // The corpus holds the messages kept, in this order.
  auto written = listen_to(corpus.sources, again, [&](Message&& message) {
    if (next >= corpus.messages.size() || !same_place(corpus.messages[next], message)) {
      return;  // Left out by a filter.
    }
    const problems::CorpusMessage& kept = corpus.messages[next++];
    std::vector<std::string> cells(columns.names().size());
    for (Attribute& attribute : message.attributes) {
      cells[columns.index_of(attribute.name)] = std::move(attribute.value);
    }
    cells.emplace_back(kept.blank    ? "blank"
                       : kept.unread ? "unread"
                                     : polarity_name(kept.sentiment));
    cells.push_back(kept.blank || kept.unread ? "" : strongest_feeling(kept));
    cells.push_back(topics_of(kept, explained.problems));
    cells.push_back(topics_of(kept, explained.needs));
    cells.push_back(topics_of(kept, explained.praise));
    cells.push_back(cause_of(corpus, kept));
    put_csv_row(out, cells);
  });
  if (!written) return tl::unexpected<Error>(std::move(written.error()));
  return out;
}

}  // namespace attune

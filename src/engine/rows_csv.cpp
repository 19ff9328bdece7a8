// SPDX-License-Identifier: Apache-2.0
#include "engine/rows_csv.h"

#include <algorithm>
#include <unordered_map>

#include "report/json/json.h"

namespace attune {

namespace {

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// True for what a spreadsheet would run if it stood in a cell of its own. Within a text a smiley,
/// a mention or a list is no formula: + - and @ are dangerous only before a function or a command.
bool is_formula(std::string_view cell) {
  if (cell.empty() || std::string_view("=+-@").find(cell[0]) == std::string_view::npos)
    return false;
  if (cell[0] == '=') return true;
  const std::size_t call = cell.find('(');
  const bool function =
      call != std::string_view::npos && call > 0 && is_ascii_letter(cell[call - 1]);
  return function || cell.find('|') != std::string_view::npos;
}

/// `text` with an apostrophe before each part that a spreadsheet would run which cuts at
/// semicolons, tabs or line ends, whatever the quotes say.
std::string guarded(std::string_view text) {
  constexpr std::string_view kCuts = ";\t\r\n";
  std::string out;
  while (!text.empty()) {
    const std::size_t cut = text.find_first_of(kCuts);
    const std::string_view part = text.substr(0, cut);
    if (!out.empty() && is_formula(part)) out += '\'';
    out += part;
    if (cut == std::string_view::npos) break;
    out += text[cut];
    text.remove_prefix(cut + 1);
  }
  return out;
}

/// A cell of RFC 4180; one that a spreadsheet would run as a formula is prefixed.
void put_cell(std::string& out, std::string_view text) {
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  const bool quoted = text.find_first_of(",;\"\n\r\t") != std::string_view::npos || formula;
  if (quoted) out += '"';
  if (formula) out += '\'';
  for (const char c : quoted ? guarded(text) : std::string(text)) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
}

void put_row(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    put_cell(out, cells[i]);
  }
  out += '\n';
}

std::string strongest_feeling(const CorpusMessage& message) {
  std::size_t best = kEmotions.size() - 1;  // neutral
  for (std::size_t i = 0; i < kEmotions.size(); ++i) {
    if (message.emotions[i] > message.emotions[best]) best = i;
  }
  return std::string(kEmotions[best]);
}

bool same_place(const CorpusMessage& kept, const Message& message) {
  return kept.row == message.row && kept.file == message.file && kept.id == message.id;
}

/// The first topic that a clause of `message` belongs to, or "".
std::string topic_of(const CorpusMessage& message, const ClauseTopics& topics) {
  if (topics.topic_of_clause.empty()) return {};
  for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
    const std::int32_t topic = topics.topic_of_clause[c];
    if (topic >= 0) return topics.names[static_cast<std::size_t>(topic)];
  }
  return {};
}

std::string cause_of(const Corpus& corpus, const CorpusMessage& message) {
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
  put_row(out, header);
  std::size_t next = 0;  // The corpus holds the messages kept, in this order.
  auto written = listen_to(corpus.sources, again, [&](Message&& message) {
    if (next >= corpus.messages.size() || !same_place(corpus.messages[next], message)) {
      return;  // Left out by a filter.
    }
    const CorpusMessage& kept = corpus.messages[next++];
    std::vector<std::string> cells(columns.names().size());
    for (Attribute& attribute : message.attributes) {
      cells[columns.index_of(attribute.name)] = std::move(attribute.value);
    }
    cells.emplace_back(kept.blank    ? "blank"
                       : kept.unread ? "unread"
                                     : polarity_name(kept.sentiment));
    cells.push_back(kept.blank || kept.unread ? "" : strongest_feeling(kept));
    cells.push_back(topic_of(kept, explained.problems));
    cells.push_back(topic_of(kept, explained.needs));
    cells.push_back(topic_of(kept, explained.praise));
    cells.push_back(cause_of(corpus, kept));
    put_row(out, cells);
  });
  if (!written) return tl::unexpected<Error>(std::move(written.error()));
  return out;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "phrases/patterns/pattern_tables.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/hash.h"
#include "base/model_text.h"

namespace attune {

namespace {

constexpr std::size_t kMostNodes = 1U << 20U;

/// The trie of token classes while it grows: children of a node are found by hash.
class StepTrie {
 public:
  StepTrie() : children_(1), outputs_(1) {}

  [[nodiscard]] std::uint32_t child(std::uint32_t node, PatternStep step) {
    const std::uint64_t key =
        hash_pair(node, (static_cast<std::uint64_t>(step.klass) << 8U) | step.gap);
    const auto [it, fresh] = known_.try_emplace(key, static_cast<std::uint32_t>(children_.size()));
    if (fresh) {
      children_[node].push_back({step.klass, step.gap, it->second});
      children_.emplace_back();
      outputs_.emplace_back();
    }
    return it->second;
  }

  void insert(std::uint32_t root, const PatternSequence& sequence, std::uint32_t pattern) {
    std::uint32_t node = root;
    for (const PatternStep& step : sequence.steps) node = child(node, step);
    outputs_[node].push_back({pattern, sequence.at_clause_end});
  }

  [[nodiscard]] std::size_t size() const { return children_.size(); }
  [[nodiscard]] const std::vector<Edge>& edges(std::size_t node) const { return children_[node]; }
  [[nodiscard]] const std::vector<Output>& outputs(std::size_t node) const {
    return outputs_[node];
  }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> known_;
  std::vector<std::vector<Edge>> children_;
  std::vector<std::vector<Output>> outputs_;
};

/// Nodes 0 and 1 are the two roots: anywhere, and at a clause's start.
StepTrie trie_of(const PatternBook& book) {
  StepTrie trie;
  const std::uint32_t clause_root = trie.child(0, {0xFFFFFF, 0});
  for (std::uint32_t p = 0; p < book.patterns.size(); ++p) {
    for (const PatternSequence& sequence : book.patterns[p].sequences) {
      trie.insert(sequence.at_clause_start ? clause_root : 0, sequence, p);
    }
  }
  return trie;
}

}  // namespace

struct WordRows::Marks {
  std::vector<std::uint32_t> exact;
  std::vector<std::uint32_t> prefix;
};

std::uint32_t WordRows::node_for(std::string_view word) {
  std::uint32_t node = 0;
  for (const char c : word) {
    const std::size_t cell = node * width_ + letters_[static_cast<unsigned char>(c)];
    if (next_[cell] == 0) {
      next_[cell] = static_cast<std::uint32_t>(next_.size() / width_);
      node = next_[cell];
      next_.resize(next_.size() + width_, 0);
    } else {
      node = next_[cell];
    }
  }
  return node;
}

void WordRows::learn_letters(const std::vector<PatternClass>& classes) {
  std::uint8_t letters = 0;
  std::size_t most_nodes = 1;
  const auto learn = [&](const std::vector<std::string>& words) {
    for (const std::string& word : words) {
      most_nodes += word.size();
      for (const char c : word) {
        std::uint8_t& letter = letters_[static_cast<unsigned char>(c)];
        if (letter == 0) letter = ++letters;
      }
    }
  };
  for (const PatternClass& one : classes) {
    learn(one.words);
    learn(one.prefixes);
  }
  width_ = letters + 1U;
  next_.reserve(most_nodes * width_);  // What is not used is never touched.
}

void WordRows::build(const std::vector<PatternClass>& classes,
                     std::vector<std::vector<std::uint32_t>>& rows) {
  learn_letters(classes);
  next_.assign(width_, 0);
  std::vector<Marks> marks(1);
  const auto mark = [&](const std::string& word, std::uint32_t klass, bool prefix) {
    const std::uint32_t node = node_for(word);
    marks.resize(next_.size() / width_);
    (prefix ? marks[node].prefix : marks[node].exact).push_back(klass);
  };
  for (std::uint32_t c = 0; c < classes.size(); ++c) {
    for (const std::string& word : classes[c].words) mark(word, c, false);
    for (const std::string& word : classes[c].prefixes) mark(word, c, true);
  }
  // Children come after their parents, so one sweep hands prefixes down.
  std::vector<std::vector<std::uint32_t>> falling(marks.size());
  std::map<std::vector<std::uint32_t>, std::uint32_t> known;
  const auto row_for = [&](std::vector<std::uint32_t> row) {
    std::sort(row.begin(), row.end());
    row.erase(std::unique(row.begin(), row.end()), row.end());
    const auto [it, fresh] = known.try_emplace(row, static_cast<std::uint32_t>(rows.size()));
    if (fresh) rows.push_back(std::move(row));
    return it->second;
  };
  end_row_.resize(marks.size());
  fall_row_.resize(marks.size());
  for (std::size_t node = 0; node < marks.size(); ++node) {
    std::vector<std::uint32_t>& fall = falling[node];
    fall.insert(fall.end(), marks[node].prefix.begin(), marks[node].prefix.end());
    for (std::uint32_t letter = 1; letter < width_; ++letter) {
      if (const std::uint32_t child = next_[node * width_ + letter]; child != 0) {
        falling[child] = fall;
      }
    }
    fall_row_[node] = row_for(fall);
    fall.insert(fall.end(), marks[node].exact.begin(), marks[node].exact.end());
    end_row_[node] = row_for(std::move(fall));
  }
  const auto add = [this](const std::vector<std::uint32_t>& list) {
    const auto* bytes = reinterpret_cast<const char*>(list.data());
    fingerprint_ =
        hash64(std::string_view(bytes, list.size() * sizeof(std::uint32_t)), fingerprint_ + 1);
  };
  for (const auto* list : {&next_, &end_row_, &fall_row_}) add(*list);
}

void Patterns::Tables::add_node(const std::vector<Edge>& node_edges,
                                const std::vector<Output>& node_outputs) {
  Node node;
  node.first_edge = static_cast<std::uint32_t>(edges.size());
  node.first_output = static_cast<std::uint32_t>(outputs.size());
  for (Edge edge : node_edges) {
    node.most_gap = std::max(node.most_gap, edge.gap);
    edge.bit = class_bit(edge.klass) | (class_flags[edge.klass] != 0 ? kAnyWord : 0);
    node.signature |= edge.bit;
    edges.push_back(edge);
  }
  outputs.insert(outputs.end(), node_outputs.begin(), node_outputs.end());
  node.last_edge = static_cast<std::uint32_t>(edges.size());
  node.last_output = static_cast<std::uint32_t>(outputs.size());
  nodes.push_back(node);
}

StartLists Patterns::Tables::starts_of(const std::vector<Edge>& first_steps,
                                       const std::vector<std::vector<std::uint32_t>>& rows) const {
  std::vector<std::vector<Start>> by_class(class_flags.size());
  for (const Edge& edge : first_steps) {
    if (edge.klass >= by_class.size()) continue;
    const Node& node = nodes[edge.to];
    const bool anyhow = node.first_output != node.last_output || node.most_gap > 0;
    by_class[edge.klass].push_back({node.signature | (anyhow ? kAnyWord : 0), edge.to});
  }
  StartLists lists;
  lists.begin.reserve(rows.size() + 1);
  for (const std::vector<std::uint32_t>& row : rows) {
    for (const std::uint32_t klass : row) {
      lists.items.insert(lists.items.end(), by_class[klass].begin(), by_class[klass].end());
    }
    lists.begin.push_back(static_cast<std::uint32_t>(lists.items.size()));
  }
  return lists;
}

Result<std::unique_ptr<const Patterns::Tables>> Patterns::Tables::build(PatternBook book) {
  auto tables = std::make_unique<Tables>();
  PatternClass question;
  question.words.emplace_back("?");
  question.words.emplace_back("\xEF\xBC\x9F");
  question.words.emplace_back("\xD8\x9F");
  tables->question_class = static_cast<std::uint32_t>(book.classes.size());
  book.classes.push_back(question);
  std::vector<std::vector<std::uint32_t>> rows;
  tables->words.build(book.classes, rows);
  tables->blocks = static_cast<std::uint32_t>(book.classes.size() / 64 + 1);
  tables->bits.assign(rows.size() * tables->blocks, 0);
  tables->row_signatures.assign(rows.size(), kAnyWord);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (const std::uint32_t klass : rows[r]) {
      tables->bits[r * tables->blocks + klass / 64] |= std::uint64_t{1} << (klass % 64);
      tables->row_signatures[r] |= class_bit(klass);
    }
  }
  for (const PatternClass& one : book.classes) tables->class_flags.push_back(one.flags);

  const StepTrie trie = trie_of(book);
  if (trie.size() > kMostNodes) return fail(Fault::bad_input, "too many patterns for one book");
  for (std::size_t node = 0; node < trie.size(); ++node) {
    // The roots' edges are in the start lists.
    tables->add_node(node > 1 ? trie.edges(node) : std::vector<Edge>{},
                     node > 1 ? trie.outputs(node) : std::vector<Output>{});
  }
  tables->starts = tables->starts_of(trie.edges(0), rows);
  tables->clause_starts = tables->starts_of(trie.edges(1), rows);
  for (const std::uint32_t root : {0U, 1U}) {
    for (const Edge& edge : trie.edges(root)) {
      if (edge.klass >= book.classes.size() || book.classes[edge.klass].flags == 0) continue;
      tables->flag_starts.push_back(
          {book.classes[edge.klass].flags, edge.klass, edge.to, root == 1});
    }
  }
  tables->book = std::move(book);
  return std::unique_ptr<const Tables>(std::move(tables));
}

Result<Patterns> Patterns::load(const std::string& folder) {
  const auto files = read_model_folder(folder, "sets.txt");
  if (!files) return tl::unexpected<Error>(files.error());
  PatternReader reader;
  for (const ModelText& file : *files) {
    if (auto done = reader.read(file.name, file.content); !done) {
      return tl::unexpected(done.error());
    }
  }
  return compile(reader.take());
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "phrases/patterns/trie_tables.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/hash.h"

namespace attune::phrases {

namespace {

constexpr std::size_t kMostNodes = 1U << 20U;
constexpr std::size_t kRoots = 3;

std::vector<std::uint32_t> classes_of(const std::vector<Edge>& edges) {
  std::vector<std::uint32_t> classes;
  classes.reserve(edges.size());
  for (const Edge& edge : edges) classes.push_back(edge.klass);
  std::sort(classes.begin(), classes.end());
  classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
  return classes;
}

}  // namespace

/// The trie of token classes while it grows: children of a node are found by hash.
class StepTrie {
 public:
  /// Begins with its roots: nodes 0 to 2, in the order of Border.
  StepTrie() : children_(kRoots), outputs_(kRoots) {}

  [[nodiscard]] static std::uint32_t root_of(Border border) {
    return static_cast<std::uint32_t>(border);
  }

  [[nodiscard]] std::uint32_t child(std::uint32_t node, Step step) {
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

  void insert(const Wording& phrase, std::uint32_t part) {
    std::uint32_t node = root_of(phrase.begins);
    for (const Step& step : phrase.steps) node = child(node, step);
    constexpr std::array<std::uint32_t, 3> kEnds = {0, kStretchEnd, kClauseEnd};
    outputs_[node].push_back({part, kEnds[static_cast<std::size_t>(phrase.ends)]});
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

void WordRows::learn_letters(const std::vector<TokenClass>& classes) {
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
  for (const TokenClass& one : classes) {
    learn(one.words);
    learn(one.prefixes);
  }
  width_ = letters + 1U;
  next_.reserve(most_nodes * width_);  // What is not used is never touched.
}

void WordRows::build(const std::vector<TokenClass>& classes,
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

std::uint32_t Gates::number(const std::vector<std::uint32_t>& classes) {
  return numbers_.try_emplace(classes, static_cast<std::uint32_t>(numbers_.size() % kMost))
      .first->second;
}

void Gates::build(const std::vector<std::vector<std::uint32_t>>& rows) {
  blocks_ = static_cast<std::uint32_t>(std::min(numbers_.size(), kMost) / 64 + 1);
  no_row_ = static_cast<std::uint32_t>(rows.size());
  exact_ = numbers_.size() <= kMost;
  std::uint32_t classes = 0;
  for (const std::vector<std::uint32_t>& row : rows) {
    if (!row.empty()) classes = std::max(classes, row.back() + 1);
  }
  std::vector<std::vector<std::uint32_t>> by_class(classes);
  for (const auto& [set, gate] : numbers_) {
    for (const std::uint32_t klass : set) {
      if (klass < classes) by_class[klass].push_back(gate);
    }
  }
  numbers_.clear();
  bits_.assign((rows.size() + 1) * blocks_, 0);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (const std::uint32_t klass : rows[r]) {
      for (const std::uint32_t gate : by_class[klass]) {
        bits_[r * blocks_ + gate / 64] |= std::uint64_t{1} << (gate % 64);
      }
    }
  }
}

void TrieTables::add_node(const std::vector<Edge>& node_edges,
                          const std::vector<Output>& node_outputs) {
  Node node;
  node.first_edge = static_cast<std::uint32_t>(edges.size());
  node.first_output = static_cast<std::uint32_t>(outputs.size());
  for (const Edge& edge : node_edges) {
    node.most_gap = std::max(node.most_gap, edge.gap);
    node.needs.flags |= class_flags[edge.klass];
    edges.push_back(edge);
  }
  node.needs.gate = gates.number(classes_of(node_edges));
  outputs.insert(outputs.end(), node_outputs.begin(), node_outputs.end());
  node.last_edge = static_cast<std::uint32_t>(edges.size());
  node.last_output = static_cast<std::uint32_t>(outputs.size());
  nodes.push_back(node);
}

void TrieTables::add_nodes(const StepTrie& trie) {
  // What is asked most has the lowest numbers and lies together: guards, then second steps.
  for (std::size_t root = 0; root < kRoots; ++root) {
    for (const Edge& first : trie.edges(root)) {
      static_cast<void>(gates.number(classes_of(trie.edges(first.to))));
    }
  }
  for (std::size_t node = 0; node < trie.size(); ++node) {
    // The roots' edges are in the start lists.
    const bool root = node < kRoots;
    add_node(root ? std::vector<Edge>{} : trie.edges(node),
             root ? std::vector<Output>{} : trie.outputs(node));
  }
}

StartLists TrieTables::starts_of(const std::vector<Edge>& first_steps,
                                 const std::vector<std::vector<std::uint32_t>>& rows) const {
  std::vector<std::vector<Start>> by_class(class_flags.size());
  for (const Edge& edge : first_steps) {
    if (edge.gap > 0) continue;  // In near_starts.
    const Node& node = nodes[edge.to];
    by_class[edge.klass].push_back({.needs = node.needs,
                                    .to = edge.to,
                                    .most_gap = static_cast<std::uint16_t>(node.most_gap),
                                    .ends = node.first_output != node.last_output});
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

/// An entry is one part; where guards hold for single expressions, each expression is one.
std::pair<std::uint32_t, bool> TrieTables::add_parts(const Entry& entry, std::uint32_t number) {
  const bool single = std::any_of(entry.guards.begin(), entry.guards.end(),
                                  [](const Guard& guard) { return guard.line != 0; });
  const auto first = static_cast<std::uint32_t>(parts.size());
  const auto with_gate = [this](const Guard& guard) {
    return GateGuard{.guard = guard, .gate = gates.number({guard.klass})};
  };
  if (!single) {
    Part& part = parts.emplace_back();
    part.entry = number;
    std::ranges::transform(entry.guards, std::back_inserter(part.guards), with_gate);
    return {first, false};
  }
  parted = true;
  for (std::uint32_t line = 1; line <= entry.lines; ++line) {
    Part part{number, {}};
    for (const Guard& guard : entry.guards) {
      if (guard.line == 0 || guard.line == line) part.guards.push_back(with_gate(guard));
    }
    parts.push_back(std::move(part));
  }
  return {first, true};
}

void TrieTables::add_classes(const std::vector<TokenClass>& classes,
                             const std::vector<std::vector<std::uint32_t>>& rows) {
  blocks = static_cast<std::uint32_t>(classes.size() / 64 + 1);
  bits.assign(rows.size() * blocks, 0);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (const std::uint32_t klass : rows[r]) {
      bits[r * blocks + klass / 64] |= std::uint64_t{1} << (klass % 64);
    }
  }
  for (const TokenClass& one : classes) class_flags.push_back(one.flags);
}

/// What begins at `root`, a phrase's first step by its flags or some tokens behind a border.
void TrieTables::add_odd_starts(const std::vector<Edge>& first_steps, std::uint32_t border) {
  for (const Edge& edge : first_steps) {
    if (edge.gap > 0) {
      near_starts.push_back({edge.klass, edge.gap, edge.to, border});
    } else if (class_flags[edge.klass] != 0) {
      flag_starts.push_back({class_flags[edge.klass], edge.klass, edge.to, border});
      flags_that_start |= class_flags[edge.klass];
    }
  }
}

Result<std::unique_ptr<const TrieTables>> TrieTables::build(const BookView& book) {
  auto tables = std::make_unique<TrieTables>();
  std::vector<TokenClass> classes = book.classes();
  tables->question_class = static_cast<std::uint32_t>(classes.size());
  classes.push_back({{"?", "\uFF1F", "\u061F"}, {}, 0});
  std::vector<std::vector<std::uint32_t>> rows;
  tables->words.build(classes, rows);
  tables->add_classes(classes, rows);

  StepTrie trie;
  for (std::uint32_t e = 0; e < book.size(); ++e) {
    const Entry& entry = book.at(e);
    const auto [part, single] = tables->add_parts(entry, e);
    for (const Wording& phrase : entry.phrases)
      trie.insert(phrase, single ? part + phrase.line - 1 : part);
  }
  if (trie.size() > kMostNodes) {
    return fail(Fault::bad_input, "too many phrases for one book: split the files into two");
  }
  tables->add_nodes(trie);
  tables->gates.build(rows);
  const auto& anywhere = trie.edges(StepTrie::root_of(Border::none));
  const auto& clause = trie.edges(StepTrie::root_of(Border::clause));
  const auto& stretch = trie.edges(StepTrie::root_of(Border::stretch));
  tables->starts = tables->starts_of(anywhere, rows);
  tables->clause_starts = tables->starts_of(clause, rows);
  tables->stretch_starts = tables->starts_of(stretch, rows);
  tables->has_stretches = !stretch.empty();
  tables->add_odd_starts(anywhere, 0);
  tables->add_odd_starts(clause, kClauseStart);
  tables->add_odd_starts(stretch, kStretchStart);
  return std::unique_ptr<const TrieTables>(std::move(tables));
}

}  // namespace attune::phrases

// SPDX-License-Identifier: Apache-2.0
#include "text/concepts.h"

#include <algorithm>

#include "base/hash.h"
#include "base/model_text.h"

namespace attune {

namespace {

constexpr std::size_t kLastBit = 63;  // For all lengths from there on.

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(at, from), text.size());
    if (end > from) parts.emplace_back(text.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

/// The entry as tokens, so that "wi-fi" meets what the tokeniser makes of it.
std::vector<std::string> words_of(const std::string& entry) {
  std::string spaced = entry;
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  Tokens tokens;
  tokenise(spaced, tokens);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.word(i) == "*" && !words.empty()) {
      words.back() += '*';  // The prefix mark belongs to the word before it.
    } else {
      words.emplace_back(tokens.word(i));
    }
  }
  return words;
}

}  // namespace

Result<Concepts> Concepts::load(const std::string& file) {
  auto bytes = read_model_text(file);
  if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
  auto concepts = parse(*bytes);
  if (!concepts) return within(file, std::move(concepts.error()));
  return concepts;
}

Result<Concepts> Concepts::parse(std::string_view lines) {
  Concepts concepts;
  std::size_t number = 0;
  for (std::size_t from = 0; from < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', from), lines.size());
    ++number;
    auto added = concepts.add_line(lines.substr(from, end - from));
    if (!added) return within("line " + std::to_string(number), std::move(added.error()));
    from = end + 1;
  }
  return concepts;
}

Result<void> Concepts::add_line(std::string_view line) {
  if (line.empty() || line[0] == '#') return {};
  const std::size_t colon = line.find(": ");
  if (colon == 0 || colon == std::string_view::npos) {
    return fail(Fault::bad_input, "a concept is written `name: words`");
  }
  const auto concept_id = static_cast<std::uint16_t>(names_.size());
  names_.emplace_back(line.substr(0, colon));
  for (const std::string& entry : split(line.substr(colon + 2), ' ')) add_entry(entry, concept_id);
  return {};
}

void Concepts::add_entry(std::string_view entry, std::uint16_t concept_id) {
  if (entry.ends_with('*') && entry.find('_') == std::string_view::npos) {
    entry.remove_suffix(1);
    if (entry.empty()) return;
    by_prefix_[std::string(entry)].push_back(concept_id);
    longest_prefix_ = std::max(longest_prefix_, entry.size());
    prefix_lengths_[static_cast<unsigned char>(entry[0])] |= std::uint64_t{1}
                                                             << std::min(entry.size(), kLastBit);
    return;
  }
  std::vector<std::string> words = words_of(std::string(entry));
  if (words.empty()) return;
  std::string first = std::move(words.front());
  words.erase(words.begin());
  const bool known = !words.empty() && !words.front().ends_with('*');
  by_word_[first].push_back({.next = known ? hash64(words.front()) : 0,
                             .rest = std::move(words),
                             .concept_id = concept_id});
}

bool Concepts::continues(const Entry& entry, const Tokens& tokens, std::size_t from,
                         std::size_t last) {
  if (from + entry.rest.size() > last) return false;
  for (std::size_t r = 0; r < entry.rest.size(); ++r) {
    const std::string_view next = tokens.word(from + r);
    const std::string_view want = entry.rest[r];
    const bool prefix = want.ends_with('*') && next.starts_with(want.substr(0, want.size() - 1));
    if (!prefix && want != next) return false;
  }
  return true;
}

Concepts::Start Concepts::start(std::string_view text) const {
  Start start;
  const std::string word(text);
  if (const auto entries = by_word_.find(word); entries != by_word_.end()) {
    start.entries = &entries->second;
  }
  if (word.empty()) return start;
  const std::uint64_t lengths = prefix_lengths_[static_cast<unsigned char>(word[0])];
  for (std::size_t length = std::min(word.size(), longest_prefix_); length > 0; --length) {
    if ((lengths >> std::min(length, kLastBit) & 1U) == 0) continue;
    const auto found = by_prefix_.find(word.substr(0, length));
    if (found == by_prefix_.end()) continue;
    start.prefixed.insert(start.prefixed.end(), found->second.begin(), found->second.end());
  }
  return start;
}

void Concepts::find_at(const Start& start, const Tokens& tokens, std::size_t at, std::size_t last,
                       std::vector<std::uint16_t>& out) {
  if (start.entries != nullptr) {
    const std::uint64_t next = at + 1 < last ? tokens.traits(at + 1).hash : 0;
    for (const Entry& entry : *start.entries) {
      if (entry.next != 0 && entry.next != next) continue;  // Most entries; spares a look at words.
      if (continues(entry, tokens, at + 1, last)) out.push_back(entry.concept_id);
    }
  }
  out.insert(out.end(), start.prefixed.begin(), start.prefixed.end());
}

void Concepts::find_at(const Tokens& tokens, std::size_t at, std::size_t last,
                       std::vector<std::uint16_t>& out) const {
  find_at(start(tokens.word(at)), tokens, at, last, out);
}

void Concepts::find(const Tokens& tokens, std::size_t first, std::size_t last,
                    std::vector<std::uint16_t>& out) const {
  for (std::size_t i = first; i < last; ++i) find_at(tokens, i, last, out);
}

}  // namespace attune

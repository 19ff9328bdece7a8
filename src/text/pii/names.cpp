// SPDX-License-Identifier: Apache-2.0
//
// Idea. The best path of labels, found near candidates only (name_path.h), is cut into runs, and
// each run is thought over: a person ends at a full stop that is not an initial's or a title's,
// bare punctuation and a last "'s" fall off, and rules reject what is a town, a brand or a plain
// word (name_belief.h).
//
// When it applies. Most texts hold no candidate, and are left before any feature is hashed. There
// is no probability: a run is found or it is not.
//
// What it costs. O(tokens): a fixed number of features and labels for each token near a candidate.
// Scratch is kept by the thread. A file is read in O(bytes), and refused above 64 MB or where its
// length is not what its count of words asks for; it is little-endian on every machine.
//
// Source. M. Collins, Discriminative training methods for hidden Markov models, EMNLP (2002); the
// second thoughts are ours.
//
// Tested in pii_test.cpp, through PiiFinder, with people, brands, places and streets; the file in
// learn/train_names_test.cpp.
#include "text/pii/names.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/files.h"
#include "text/pii/name_belief.h"
#include "text/pii/name_evidence.h"
#include "text/pii/name_features.h"
#include "text/pii/name_path.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::string_view kMagic = "attune-names-1\n";
constexpr std::size_t kMostBytes = 64U << 20U;
constexpr std::size_t kMostSought = 32;  ///< Persons whose names are looked for again.

void put(std::string& bytes, std::uint32_t value) {
  for (unsigned shift = 0; shift < 32; shift += 8) {
    bytes += static_cast<char>((value >> shift) & 0xFFU);
  }
}

std::uint32_t take(std::string_view& bytes) {
  std::uint32_t value = 0;
  for (unsigned i = 0; i < 4; ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  bytes.remove_prefix(4);
  return value;
}

bool begins(NameLabel label) {
  return label == NameLabel::person_begin || label == NameLabel::address_begin;
}

bool continues(NameLabel label) {
  return label == NameLabel::person_in || label == NameLabel::address_in;
}

/// Bytes of a final "'s", with whichever apostrophe.
std::uint32_t possessive(const Token& token, const Tokens& tokens, std::string_view text) {
  const std::string_view folded = token.folded.of(tokens.folded);
  if (folded.size() <= 2 || !folded.ends_with("'s")) return 0;
  std::uint32_t at = token.span.end - 2;
  while (!at_character(text, at)) --at;
  return token.span.end - at;
}

bool bare_punctuation(const NameToken& token) {
  return token.shape >= Shape::full_stop;
}

/// "… charlotte. Baggage …": a full stop ends a name unless it stands after an initial or a title.
bool new_sentence(const NameView& view, std::size_t i) {
  if (view.tokens[i].shape != Shape::full_stop) return false;
  const NameToken& last = view.tokens[i - 1];
  return last.word.size() > 2 && (last.lists & NameList::kTitle) == 0;
}

/// Tokens [begin, end) without bare punctuation at either end.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Run trimmed(const NameView& view, Run run) {
  while (run.end > run.begin && bare_punctuation(view.tokens[run.end - 1])) --run.end;
  while (run.begin < run.end && bare_punctuation(view.tokens[run.begin])) ++run.begin;
  return run;
}

/// "Hi Simon", "Mr Becker", "Manisha It": without what is around the name.
Run bare_name(const NameView& view, Run run) {
  const auto plain = [&view](std::size_t i) {
    const NameToken& token = view.tokens[i];
    const bool common = (token.facts & WordFacts::kVeryCommon) != 0;
    return common && (token.lists & NameList::kPerson) == 0;
  };
  const auto opening = [&view](std::size_t i) {
    return greets(view.tokens[i].word) || view.tokens[i].word == ".";
  };
  while (run.end > run.begin + 1 && opening(run.begin)) ++run.begin;
  while (run.end > run.begin + 1 && plain(run.end - 1)) --run.end;
  return trimmed(view, run);
}

/// The end of the person or address that begins at token `begin`.
std::size_t run_end(const NameView& view, const std::vector<NameLabel>& labels, std::size_t begin) {
  const bool person = labels[begin] == NameLabel::person_begin;
  std::size_t end = begin + 1;
  while (end < labels.size() && continues(labels[end])) {
    const bool parted = new_sentence(view, end) || view.tokens[end].shape == Shape::comma;
    if (person && (parted || view.tokens[end - 1].possessive)) break;
    ++end;
  }
  return end;
}

/// "van de" in "Maika van de Noort".
bool particle(std::string_view word) {
  constexpr std::string_view kParticles[] = {"van", "von", "de",  "der", "den", "ten", "da", "di",
                                             "dos", "das", "del", "la",  "le",  "bin", "al", "el"};
  return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

bool name_shaped(const NameToken& token) {
  return token.candidate && token.shape <= Shape::letter;
}

/// The end of the words from token `begin` on that may be one name, whatever the tagger says: with
/// full stops behind initials, and particles inside. No more than six tokens.
std::size_t words_end(const NameView& view, std::size_t begin) {
  const std::size_t most = std::min(view.tokens.size(), begin + 6);
  std::size_t end = begin;
  for (std::size_t i = begin; i < most; ++i) {
    const NameToken& token = view.tokens[i];
    if (i > begin && token.line) break;
    if (name_shaped(token)) {
      end = i + 1;
      if (token.possessive) break;
      continue;
    }
    const bool initial =
        token.shape == Shape::full_stop && i > begin && view.tokens[i - 1].shape == Shape::letter;
    if (!initial && !(i > begin && particle(token.word))) break;
  }
  return end;
}

}  // namespace

NameModel::NameModel(WordFacts facts, std::vector<std::int8_t> weights)
    : facts_(std::move(facts)), weights_(std::move(weights)) {
  weights_.resize(kNameRows * kNameLabels);
}

Result<NameModel> NameModel::load(const std::string& path) {
  const auto all = read_file(path, kMostBytes);
  if (!all) return tl::unexpected<Error>(all.error());
  std::string_view bytes = *all;
  const auto broken =
      fail(Fault::bad_input,
           path + ": not a model of names, or cut short; install attune's models again");
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + 4) return broken;
  bytes.remove_prefix(kMagic.size());
  const std::size_t count = take(bytes);
  if (bytes.size() != count * 5 + kNameRows * kNameLabels) return broken;
  WordFacts facts;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t hash = take(bytes);
    facts.set({hash, static_cast<std::uint8_t>(bytes[0])});
    bytes.remove_prefix(1);
  }
  std::vector<std::int8_t> weights(kNameRows * kNameLabels);
  std::transform(bytes.begin(), bytes.end(), weights.begin(),
                 [](char byte) { return static_cast<std::int8_t>(byte); });
  return NameModel(std::move(facts), std::move(weights));
}

std::string NameModel::bytes() const {
  std::string bytes(kMagic);
  put(bytes, static_cast<std::uint32_t>(facts_.size()));
  for (const WordFacts::Entry& entry : facts_.entries()) {
    put(bytes, entry.hash);
    bytes += static_cast<char>(entry.bits);
  }
  for (const std::int8_t weight : weights_) bytes += static_cast<char>(weight);
  return bytes;
}

Result<void> NameModel::save(const std::string& path) const {
  const std::string all = bytes();
  std::ofstream file(path, std::ios::binary);
  file.write(all.data(), static_cast<std::streamsize>(all.size()));
  file.close();
  if (!file) return fail(Fault::io, path + ": could not be written");
  return {};
}

namespace {

/// Two words or more, one of them a known given name.
bool full_name(const NameView& view, Run run) {
  if (run.end - run.begin < 2) return false;
  const auto first = view.tokens.begin();
  return std::any_of(first + static_cast<std::ptrdiff_t>(run.begin),
                     first + static_cast<std::ptrdiff_t>(run.end),
                     [](const NameToken& token) { return (token.lists & NameList::kGiven) != 0; });
}

/// Whether a word of a full name is worth looking for alone: written large, and not common.
bool worth_seeking(const NameToken& name) {
  const bool common = (name.facts & WordFacts::kCommon) != 0;
  return !common && name.shape == Shape::title && name.word.size() >= 3;
}

bool same_word(const NameToken& a, const NameToken& b) {
  return a.hash == b.hash && a.shape == b.shape && a.word == b.word;
}

/// Adds where `name` stands and is not `taken` yet, and takes it.
void find_part(const NameView& view, const NameToken& name, std::vector<bool>& taken,
               std::vector<Run>& persons) {
  for (std::size_t i = 0; i < view.tokens.size(); ++i) {
    if (taken[i] || !same_word(view.tokens[i], name) || stands_like_a_thing(view, i)) continue;
    taken[i] = true;
    persons.push_back({i, i + 1});
  }
}

/// Where one part of a name stands again: "Yuri Bulgakov … Bulgakov's tales". Adds those words
/// that no person holds yet; `persons` of tokens.
void find_again(const NameView& view, std::vector<Run>& persons) {
  std::vector<bool> taken(view.tokens.size());
  for (const Run& run : persons) {
    for (std::size_t i = run.begin; i < run.end; ++i) taken[i] = true;
  }
  const std::size_t first = persons.size();
  for (std::size_t p = 0; p < first; ++p) {
    const Run person = persons[p];  // A copy: `persons` grows.
    if (!full_name(view, person)) continue;
    for (std::size_t part = person.begin; part < person.end; ++part) {
      const NameToken& name = view.tokens[part];
      if (worth_seeking(name)) find_part(view, name, taken, persons);
    }
  }
}

struct Found {
  std::vector<Run> persons;
  std::vector<Run> addresses;
};

/// The run that the tagger begins at token `i`, if it is believed: its end; else `i`.
std::size_t take_tagged(const NameView& view, const std::vector<NameLabel>& labels, std::size_t i,
                        Found& found) {
  const std::size_t end = run_end(view, labels, i);
  Run run = trimmed(view, {i, end});
  if (labels[i] == NameLabel::person_begin) {
    run = bare_name(view, run);
    if (run.begin == run.end) return i;
    if (!believable_person(view, run.begin, run.end, Tagged::yes)) return i;
    found.persons.push_back(run);
    return end;
  }
  if (run.begin < run.end && believable_address(view, run.begin, run.end)) {
    found.addresses.push_back(run);
  }
  return i;  // Who lives there may be a person still.
}

/// What the tagger found, and what looks like a name without it; both thought over.
void find_runs(const NameView& view, const std::vector<NameLabel>& labels, Found& found) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (begins(labels[i])) {
      const std::size_t end = take_tagged(view, labels, i, found);
      if (end > i) {
        i = end - 1;
        continue;
      }
    }
    if (!name_shaped(view.tokens[i])) continue;
    const Run run = bare_name(view, {i, words_end(view, i)});
    if (run.begin == run.end) continue;
    if (!believable_person(view, run.begin, run.end, Tagged::no)) continue;
    found.persons.push_back(run);
    i = run.end - 1;
  }
}

}  // namespace

void NameModel::find(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out) const {
  thread_local NameView view;  // Scratch, overwritten by every call.
  if (!view.prepare(text, tokens, facts_)) return;
  thread_local NamePath<std::int8_t> path;
  path.run(view, weights_.data());
  Found found;
  find_runs(view, path.labels(), found);
  const auto tell = [&](std::string_view kind, const Run& run) {
    const Token& last = tokens.list[run.end - 1];
    const std::uint32_t end = last.span.end - possessive(last, tokens, text);
    out.push_back({kind, {tokens.list[run.begin].span.begin, end}});
  };
  for (const Run& run : found.addresses) tell("address", run);
  if (found.persons.empty()) return;
  if (found.persons.size() <= kMostSought) find_again(view, found.persons);
  std::sort(found.persons.begin(), found.persons.end(),
            [](const Run& a, const Run& b) { return a.begin < b.begin; });
  for (const Run& run : found.persons) tell("person", run);
}

}  // namespace attune

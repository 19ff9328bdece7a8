// SPDX-License-Identifier: Apache-2.0
#include "text/words/lexicon.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "base/model_text.h"
#include "text/short_hash.h"
#include "text/words/built_in.h"

namespace attune {

namespace {

/// What a field behind a word can be: the name of a class or the code of a language.
class Fields {
 public:
  Fields() {
    for (std::size_t c = 0; c < kLexicalClassCount; ++c) {
      const auto lexical_class = static_cast<LexicalClass>(c);
      Field& field = slot(lexical_class_name(lexical_class));
      field.name = lexical_class_name(lexical_class);
      field.lexical_class = lexical_class;
    }
    for (std::size_t i = 0; i < language_count(); ++i) {
      Field& field = slot(language_code(i));
      field.name = language_code(i);
      field.language = LanguageSet{1} << i;
    }
  }

  /// Adds what `name` means to the entry; false if nobody knows it.
  bool add(std::string_view name, WordEntry& entry) {
    const Field& field = slot(name);
    if (field.name.empty()) return false;
    if (field.language == 0) entry.classes.add(field.lexical_class);
    entry.languages |= field.language;
    return true;
  }

 private:
  struct Field {
    std::string_view name;
    LanguageSet language = 0;  ///< 0: a class.
    LexicalClass lexical_class{};
  };
  static constexpr std::size_t kSlots = 512;

  Field& slot(std::string_view name) {
    std::size_t at = (short_hash(name) >> 8U) % kSlots;
    while (!slots_[at].name.empty() && slots_[at].name != name) at = (at + 1) % kSlots;
    return slots_[at];
  }

  std::array<Field, kSlots> slots_;
};

std::string_view take(std::string_view& text, char end) {
  const std::string_view taken = text.substr(0, text.find(end));
  text.remove_prefix(std::min(taken.size() + 1, text.size()));
  return taken;
}

Result<WordEntry> read_line(std::string_view line, Fields& fields) {
  const std::size_t blank = line.find(' ');
  if (blank == 0 || blank == std::string_view::npos || line.ends_with(' ')) {
    return fail(Fault::bad_input, "words are written `word class class =other`");
  }
  WordEntry entry;
  entry.word = take(line, ' ');
  while (!line.empty()) {
    std::string_view field = take(line, ' ');
    if (field.starts_with('=') && field.size() > 1 && line.empty()) {
      entry.stands_for = field.substr(1);
    } else if (!fields.add(field, entry)) {
      return fail(Fault::bad_input, "no class is called \"" + std::string(field) + "\"");
    }
  }
  return entry;
}

}  // namespace

const Lexicon& Lexicon::get() {
  static const Lexicon kBuiltIn = parse(built_in_words()).value();  // A test parses the file.
  return kBuiltIn;
}

Result<Lexicon> Lexicon::parse(std::string_view text) {
  Lexicon lexicon;
  Fields fields;
  lexicon.entries_.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')));
  std::size_t number = 0;
  const auto wrong = [&number](Error error) {
    return within("line " + std::to_string(number), std::move(error));
  };
  while (!text.empty()) {
    const std::string_view line = take(text, '\n');
    ++number;
    if (line.empty() || line.front() == '#') continue;
    auto entry = read_line(line, fields);
    if (!entry) return wrong(std::move(entry.error()));
    if (!lexicon.entries_.empty() && entry->word <= lexicon.entries_.back().word) {
      return wrong({Fault::bad_input, "\"" + std::string(entry->word) +
                                          "\" does not come behind the word before it in the "
                                          "order of bytes, or stands twice"});
    }
    lexicon.entries_.push_back(*entry);
  }
  lexicon.index();
  return lexicon;
}

void Lexicon::index() {
  slots_.assign(std::bit_ceil(2 * entries_.size() + 1), {});
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const std::uint64_t hash = short_hash(entries_[i].word);
    std::size_t at = (hash >> 8U) & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint32_t>(i + 1)};
  }
}

const WordEntry* Lexicon::find(std::string_view folded) const {
  const std::uint64_t hash = short_hash(folded);
  const auto tag = static_cast<std::uint32_t>(hash >> 32U);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = (hash >> 8U) & mask; slots_[at].number != 0; at = (at + 1) & mask) {
    if (slots_[at].tag != tag) continue;
    const WordEntry& entry = entries_[slots_[at].number - 1];
    if (entry.word == folded) return &entry;
  }
  return nullptr;
}

const WordEntry* Lexicon::find_slowly(std::string_view folded) const {
  const auto at = std::ranges::lower_bound(entries_, folded, {}, &WordEntry::word);
  return at != entries_.end() && at->word == folded ? &*at : nullptr;
}

std::vector<std::string_view> Lexicon::words_of(LexicalClass lexical_class) const {
  std::vector<std::string_view> words;
  for (const WordEntry& entry : entries_) {
    if (entry.classes.has(lexical_class)) words.push_back(entry.word);
  }
  return words;
}

Result<void> check_words(const std::string& models_dir) {
  const std::string path = models_dir + "/words/words.txt";
  const auto text = read_model_text(path);
  if (!text) return tl::unexpected<Error>(text.error());
  if (*text == built_in_words()) return {};
  const auto parsed = Lexicon::parse(*text);
  if (!parsed) return within(path, parsed.error());
  return fail(Fault::bad_input, path +
                                    ": holds other words than those that this attune was built "
                                    "with; install attune's models again");
}

}  // namespace attune

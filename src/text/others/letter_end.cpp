// SPDX-License-Identifier: Apache-2.0
#include "text/others/letter_end.h"

#include <algorithm>
#include <string>

#include "text/ascii.h"

namespace attune {

namespace {

constexpr std::size_t kMostLines = 9;       ///< Of a signature.
constexpr std::size_t kLongestLine = 90;    ///< Bytes.
constexpr std::size_t kMostNames = 4;       ///< Words of a name.
constexpr std::size_t kMostTitleWords = 8;  ///< Words of a title, a company, an address.
constexpr std::size_t kPhoneDigits = 7;
constexpr std::size_t kMostDeviceWords = 9;

constexpr std::string_view kRoles =
    "|manager|director|head|officer|lead|engineer|consultant|assistant|sales|team|department|"
    "university|owner|ceo|cto|cfo|coo|founder|president|partner|ltd|limited|inc|llc|plc|gmbh|ag|"
    "bv|sarl|srl|ab|company|group|university|school|customer|account|accountant|teacher|nurse|"
    "doctor|dr|mr|mrs|ms|phd|msc|bsc|esq|secretary|administrator|coordinator|specialist|analyst|"
    "developer|designer|editor|architect|buyer|planner|supervisor|technician|street|road|avenue|";

/// What may follow a device: "iPhone using Yahoo", "Samsung Galaxy smartphone", "Mail for Windows".
constexpr std::string_view kDeviceRest =
    "|mon|mi|meu|mio|mojego|meinem|från|pour|para|für|per|for|using|with|on|my|the|a|and|"
    "smartphone|handset|pro|max|plus|mini|ultra|app|gesendet|"
    "de|da|do|mijn|min|gesendet.|com|powered|by|proximus|orange|vodafone|three|ee|o2|at&t|verizon|";

struct Words {
  std::size_t count = 0;
  std::size_t capitals = 0;  ///< Words that begin with a capital, a digit or a mark.
  bool role = false;
};

bool listed(std::string_view list, std::string_view word) {
  std::string small = "|";
  for (const char c : word) small += to_lower(c);
  while (small.size() > 1 && (small.back() == ',' || small.back() == '.')) small.pop_back();
  return list.find(small + "|") != std::string_view::npos && small.size() > 1;
}

template <typename Take>
void each_word(std::string_view line, Take take) {
  std::size_t at = 0;
  while (at < line.size()) {
    while (at < line.size() && is_blank(line[at])) ++at;
    std::size_t end = at;
    while (end < line.size() && !is_blank(line[end])) ++end;
    if (end > at) take(line.substr(at, end - at));
    at = end;
  }
}

Words words_of(std::string_view line) {
  constexpr std::string_view kSmall = "|of|the|and|&|de|van|von|der|la|at|for|in|du|di|-|";
  Words words;
  each_word(line, [&](std::string_view word) {
    ++words.count;
    const bool small = word.front() >= 'a' && word.front() <= 'z';
    words.capitals += !small || (words.count > 1 && listed(kSmall, word)) ? 1 : 0;
    words.role = words.role || listed(kRoles, word);
  });
  return words;
}

bool ends_sentence(std::string_view line) {
  return line.find_first_of("?!") != std::string_view::npos ||
         (line.size() > 1 && line.back() == '.' && line.find(' ') != std::string_view::npos);
}

bool is_name(std::string_view line) {
  if (line.size() > kLongestLine || ends_sentence(line)) return false;
  const Words words = words_of(line);
  return words.count > 0 && words.capitals == words.count &&
         (words.count <= kMostNames || (words.role && words.count <= kMostTitleWords));
}

/// A title, a company, a number to call, an address of the net.
bool is_detail(std::string_view line) {
  if (line.size() > kLongestLine) return false;
  const Words words = words_of(line);
  if (words.count > kMostTitleWords + 2) return false;
  const bool net = line.find('@') != std::string_view::npos ||
                   line.find("www.") != std::string_view::npos ||
                   line.find("http") != std::string_view::npos;
  if (net || (count_digits(line) >= kPhoneDigits && words.count <= kMostTitleWords)) return true;
  return !ends_sentence(line) && words.capitals == words.count &&
         (words.role || line.find('|') != std::string_view::npos);
}

class LetterReader {
 public:
  LetterReader(std::string_view text, const std::vector<Segment>& segments, std::size_t first)
      : text_(text), segments_(segments), first_(first) {}

  LetterEnd read() {
    const Segment& segment = segments_[first_];
    if (words(first_) == "--" && segment.begins_line && first_ > 0) return dashes();
    if (!segment.phrase) return {};
    if (segment.phrase->kind == MailPhrase::device) return device();
    if (segment.phrase->kind == MailPhrase::closing) return closing();
    if (segment.phrase->kind == MailPhrase::thanks && segment.begins_line) return thanks();
    return {};
  }

 private:
  [[nodiscard]] std::string_view words(std::size_t i) const { return segments_[i].span.of(text_); }

  /// What stands in a segment behind its phrase and the marks that close it.
  [[nodiscard]] std::string_view tail(std::size_t i) const {
    std::string_view rest = words(i).substr(segments_[i].phrase->length);
    const std::size_t first = std::min(rest.find_first_not_of(" ,.!-\xE2\x80\x93"), rest.size());
    return rest.substr(first);
  }

  /// Segments behind `i` that belong to a signature; the first is a name, the others details.
  [[nodiscard]] std::size_t details(std::size_t i, bool name_seen) const {
    std::size_t k = i;
    while (k < segments_.size() && k < i + kMostLines && segments_[k].begins_line) {
      if (segments_[k].quoted || segments_[k].phrase) break;
      const bool named = !name_seen && is_name(words(k));
      if (!named && !is_detail(words(k))) break;
      name_seen = true;
      ++k;
    }
    return k;
  }

  [[nodiscard]] LetterEnd whole(std::size_t end) const {
    return {end - first_, {{segments_[first_].span.begin, segments_[end - 1].span.end}}};
  }

  [[nodiscard]] LetterEnd closing() const {
    const Segment& segment = segments_[first_];
    if (first_ == 0 || (!segment.after_sentence && !is_upper(text_[segment.span.begin]))) return {};
    const std::string_view rest = tail(first_);
    if (!rest.empty() && !is_name(rest)) return {};
    if (!rest.empty() && !is_formal() && !comma_follows()) return {};
    return whole(details(first_ + 1, !rest.empty()));
  }

  /// "Kind regards Pat" needs no comma; "All the best ways" is none.
  [[nodiscard]] bool is_formal() const {
    const std::string_view phrase = words(first_).substr(0, segments_[first_].phrase->length);
    return phrase.find(' ') != std::string_view::npos &&
           phrase.find("est w") == std::string_view::npos && !phrase.ends_with("est");
  }

  [[nodiscard]] bool comma_follows() const {
    const std::string_view behind = words(first_).substr(segments_[first_].phrase->length);
    return !behind.empty() && (behind.front() == ',' || behind.front() == '.');
  }

  [[nodiscard]] LetterEnd thanks() const {
    if (!tail(first_).empty()) return {};
    const std::size_t end = details(first_ + 1, false);
    if (end == first_ + 1) return {};
    return {end - first_, {{segments_[first_ + 1].span.begin, segments_[end - 1].span.end}}};
  }

  [[nodiscard]] LetterEnd dashes() const {
    std::size_t end = first_ + 1;
    while (end < segments_.size() && !segments_[end].quoted && !segments_[end].after_blank) ++end;
    if (end - first_ > kMostLines) return {};
    return whole(end);
  }

  /// A device, and no word of a sentence beside it: "my phone but nothing arrived".
  [[nodiscard]] LetterEnd device() const {
    std::size_t count = 0;
    bool named = false, other = false;
    each_word(words(first_).substr(segments_[first_].phrase->length), [&](std::string_view word) {
      while (!word.empty() && (word.back() == '.' || word.back() == '>' || word.back() == ','))
        word.remove_suffix(1);
      if (word.empty()) return;
      ++count;
      const bool small = word.front() >= 'a' && word.front() <= 'z';
      named = named || is_device(word);
      other = other || (small && !is_device(word) && !listed(kDeviceRest, word));
    });
    if (!named || other || count > kMostDeviceWords) return {};
    return whole(first_ + 1);
  }

  std::string_view text_;
  const std::vector<Segment>& segments_;
  std::size_t first_;
};

}  // namespace

LetterEnd letter_end(std::string_view text, const std::vector<Segment>& segments, std::size_t i) {
  return LetterReader(text, segments, i).read();
}

}  // namespace attune

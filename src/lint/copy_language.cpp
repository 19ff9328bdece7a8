// SPDX-License-Identifier: Apache-2.0
#include "lint/copy_language.h"

#include <algorithm>
#include <array>

#include "text/language/language.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::size_t kReach = 32768;
constexpr std::size_t kSpeaksForItself = 60;  ///< Bytes of a block; shorter ones are asked about
constexpr std::size_t kPassage = 400;         ///< … together, so many at once.
constexpr std::size_t kLeastBytes = 24;       ///< Less shows no language.
constexpr std::size_t kLeastLeftOut = 60;     ///< Less of a file is not worth a word.
constexpr float kLikely = .8F;                ///< Of a passage out of a whole file,
constexpr float kSure = .9F;                  ///< … and of a block that is to be left out.

/// Words of English alone among the languages that are told apart. Most copy shows two of them in
/// its first line, and is asked no further. Sorted.
constexpr std::array<std::string_view, 24> kEnglish = {
    "about", "and",  "been",  "from",  "how",   "its",   "not",  "our",
    "that",  "the",  "their", "there", "these", "they",  "this", "were",
    "what",  "when", "which", "who",   "with",  "would", "you",  "your"};
constexpr std::size_t kEnglishReach = 240;  ///< Bytes that are looked at for them.

bool plainly_english(std::string_view text) {
  text = text.substr(0, kEnglishReach);
  const auto letter = [](char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; };
  std::size_t shown = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && letter(text[end])) ++end;
    if (end - at >= 3 && end - at <= 5) {
      std::array<char, 5> word{};
      for (std::size_t i = at; i < end; ++i) word[i - at] = static_cast<char>(text[i] | 0x20);
      const std::string_view small(word.data(), end - at);
      shown += std::binary_search(kEnglish.begin(), kEnglish.end(), small) ? 1 : 0;
      if (shown == 2) return true;
    }
    at = end + 1;
  }
  return false;
}

}  // namespace

CopyLanguage::CopyLanguage(std::string_view source, Markup markup, const CopyKeys& keys) {
  const std::string_view head = is_catalogue(markup) ? source : cut(source, kReach);
  std::string passage;
  const auto ask = [&] {
    count(language_of(passage, kLikely), passage.size());
    passage.clear();
  };
  cut_prose(
      head, markup,
      [&](const CopyBlock& block) {
        if (block.quoted) return;
        if (plainly_english(block.text)) return count("en", block.text.size());
        if (block.text.size() >= kSpeaksForItself)
          return count(language_of(block.text, kLikely), block.text.size());
        passage.append(block.text).append("\n");
        if (passage.size() >= kPassage) ask();
      },
      keys);
  ask();
  std::size_t all = 0;
  for (const Share& share : shares_) all += share.bytes;
  const Share first = foremost();
  if (first.bytes * 5 >= all * 4) whole_ = first.language;
  watchful_ = first.bytes > 0 || all == 0 || head.size() < source.size();
  shares_.clear();
}

bool CopyLanguage::leaves_out(const CopyBlock& block) {
  if (!watchful_ || block.quoted || block.text.size() < kSpeaksForItself) return false;
  if (plainly_english(block.text)) return false;
  const std::string_view language = language_of(block.text, kSure);
  if (language.empty() || language == "en") return false;
  count(language, block.text.size());
  return true;
}

ForeignCopy CopyLanguage::left_out() const {
  if (!whole_.empty()) return {whole_, true};
  const Share first = foremost();
  return first.bytes >= kLeastLeftOut ? ForeignCopy{first.language, false} : ForeignCopy{};
}

std::string_view CopyLanguage::language_of(std::string_view text, float least_p) {
  if (text.size() < kLeastBytes) return {};
  tokenise(text, tokens_);
  const Language language = detect_language(text, tokens_);
  if (language.code == "und" || language.p < least_p) return {};
  return language.code == "en" || shows_foreign_words(text, tokens_) ? language.code
                                                                     : std::string_view{};
}

void CopyLanguage::count(std::string_view language, std::size_t bytes) {
  if (language.empty()) return;
  const auto known = std::find_if(shares_.begin(), shares_.end(),
                                  [&](const Share& share) { return share.language == language; });
  if (known == shares_.end()) {
    shares_.push_back({language, bytes});
  } else {
    known->bytes += bytes;
  }
}

CopyLanguage::Share CopyLanguage::foremost() const {
  Share first;
  for (const Share& share : shares_) {
    if (share.language != "en" && share.bytes > first.bytes) first = share;
  }
  return first;
}

}  // namespace attune

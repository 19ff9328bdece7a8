// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which words are forms of one word. There is one stemming, Snowball's English (Porter 2001): the
// Stemmer. Three other ways to cut a word stand here, each with the reason why it is not that one.

#include <cstddef>
#include <memory>
#include <string_view>

struct sb_stemmer;  // libstemmer.h

namespace attune {

/// Not for several threads at once: it keeps its last answer.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// The stem of a folded word: "parcel" of "parcels", "parcel's" and "parcelled". Valid until the
  /// next call. A word of another language loses what would be an English ending.
  std::string_view stem(std::string_view folded);

 private:
  struct Free {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Free> snowball_;
};

/// A word's first bytes, all of it where it is shorter. What a reply takes up of the words before
/// it is found so: the weights of models/empathy are learned with this cut, which joins what a
/// stemmer parts ("deliver" and "delivery", but "content" and "contest" too).
[[nodiscard]] inline std::string_view opening_of(std::string_view word, std::size_t bytes) {
  return word.substr(0, bytes);
}

/// A folded word without a final s, cut to six bytes: "parcel" of "parcels". The reasons of a
/// problem are compared so. Tried with the Stemmer on five sets of messages: 5 of some 150 topics
/// changed, and more for the worse, as "busy" met "business" and "month" met "monthly".
[[nodiscard]] inline std::string_view short_form(std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  return word.substr(0, 6);
}

/// True for a known word with an affix: "kiosks", "unfriendly", "rebooked". `known` answers for the
/// rest of the word. It asks for a word that exists, where a stemmer gives a stem that need not
/// ("deliveri"), and it takes what stands before a word off too; the weights of models/pii are
/// learned with it.
template <class Known>
[[nodiscard]] bool is_derived(std::string_view word, Known known) {
  constexpr std::string_view kEnds[] = {"s", "es", "ed", "d", "ing", "ly", "er", "r", "ness"};
  constexpr std::string_view kStarts[] = {"un", "re", "in", "over", "dis"};
  constexpr std::size_t kShortest = 4;
  const auto fits = [&known](std::string_view rest) {
    return rest.size() >= kShortest && known(rest);
  };
  for (const std::string_view end : kEnds) {
    if (word.ends_with(end) && fits(word.substr(0, word.size() - end.size()))) return true;
  }
  for (const std::string_view start : kStarts) {
    if (word.starts_with(start) && fits(word.substr(start.size()))) return true;
  }
  return false;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
//
// Idea. Endings are taken off by the rules of Snowball's English stemmer, which libstemmer runs;
// this file owns the stemmer and takes a final "'s" off first.
//
// When it applies. To ask whether two words are forms of one, not to show a word: a stem need not
// be one. Words are folded and in UTF-8. What the library cannot stem, for want of memory, comes
// back as it was given. The other cuts of stem.h are in the header, being a line or two each.
//
// What it costs. O(bytes of the word). The library writes into a buffer of the stemmer, so a stem
// costs no allocation of ours, and a stemmer serves one thread.
//
// Source. M. F. Porter, Snowball: a language for stemming algorithms (2001).
//
// Tested in stem_test.cpp.
#include "text/words/stem.h"

#include <libstemmer.h>

namespace attune {

void Stemmer::Free::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

Stemmer::Stemmer() : snowball_(sb_stemmer_new("english", "UTF_8")) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view folded) {
  if (folded.size() > 3 && folded.ends_with("'s")) folded.remove_suffix(2);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(folded.data());
  const sb_symbol* stemmed =
      sb_stemmer_stem(snowball_.get(), bytes, static_cast<int>(folded.size()));
  if (stemmed == nullptr) return folded;
  return {reinterpret_cast<const char*>(stemmed),
          static_cast<std::size_t>(sb_stemmer_length(snowball_.get()))};
}

}  // namespace attune

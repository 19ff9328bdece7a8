// SPDX-License-Identifier: Apache-2.0
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

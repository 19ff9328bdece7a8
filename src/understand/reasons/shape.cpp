// SPDX-License-Identifier: Apache-2.0
#include "understand/reasons/shape.h"

#include <algorithm>

#include "understand/reasons/families.h"

namespace attune::reason_feature {

std::uint32_t bias() {
  return feature(of_bias, 0);
}
std::uint32_t length(std::uint32_t bin) {
  return feature(of_length, bin);
}
std::uint32_t share(std::uint32_t tenths) {
  return feature(of_share, tenths);
}
std::uint32_t ahead(std::uint32_t bin) {
  return feature(of_place, bin, 0);
}
std::uint32_t behind(std::uint32_t bin) {
  return feature(of_place, bin, 1);
}
std::uint32_t edges(std::uint32_t edges) {
  return feature(of_place, edges, 2);
}
std::uint32_t sentences(std::uint32_t inside, std::uint32_t all) {
  return feature(of_sentences, inside, all);
}
std::uint32_t marks(std::uint32_t marks, std::uint32_t sentences) {
  return feature(of_shape, marks, std::min(sentences, 3U));
}
std::uint32_t hits(std::size_t telling, std::uint32_t where) {
  return feature(of_hits, telling, where);
}
std::uint32_t connectives(std::uint32_t where) {
  return feature(of_hits, 100, where);
}
std::uint32_t clauses(std::uint32_t edges, std::uint32_t clauses) {
  return feature(of_clauses, edges, clauses);
}
std::uint32_t sentence(std::uint32_t edges, std::uint32_t ended) {
  return feature(of_sentence, edges, ended);
}
std::uint32_t place(std::uint32_t edges, std::uint32_t place, std::uint32_t all) {
  return feature(of_sentence, edges, place, 1 + std::min(all, 3U));
}
std::uint32_t share_of(std::uint32_t tenths, std::uint32_t words) {
  return feature(of_share, tenths, 1 + words);
}

}  // namespace attune::reason_feature

// SPDX-License-Identifier: Apache-2.0
#include "text/names.h"

#include <utility>

#include "text/name_belief.h"
#include "text/name_features.h"
#include "text/name_path.h"
#include "text/utf8.h"

namespace attune {

namespace {

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

}  // namespace

void NameModel::find(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out) const {
  NameView view;
  if (!view.prepare(text, tokens, facts_)) return;
  NamePath<std::int8_t> path;
  path.run(view, weights_.data());
  const std::vector<NameLabel>& labels = path.labels();
  for (std::size_t i = 0; i < labels.size();) {
    if (!begins(labels[i])) {
      ++i;
      continue;
    }
    const bool person = labels[i] == NameLabel::person_begin;
    std::size_t begin = i++;
    while (i < labels.size() && continues(labels[i]) && !(person && new_sentence(view, i))) ++i;
    std::size_t end = i;
    while (end > begin && bare_punctuation(view.tokens[end - 1])) --end;
    while (begin < end && bare_punctuation(view.tokens[begin])) ++begin;
    if (end == begin) continue;
    if (!(person ? believable_person(view, begin, end) : believable_address(view, begin, end))) {
      continue;
    }
    const Token& last = tokens.list[end - 1];
    const Span span{tokens.list[begin].span.begin, last.span.end - possessive(last, tokens, text)};
    out.push_back({person ? "person" : "address", span});
  }
}

}  // namespace attune

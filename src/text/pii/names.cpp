// SPDX-License-Identifier: Apache-2.0
#include "text/pii/names.h"

#include <utility>

#include "text/pii/name_belief.h"
#include "text/pii/name_features.h"
#include "text/pii/name_path.h"
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

/// The end of the person or address that begins at token `begin`.
std::size_t run_end(const NameView& view, const std::vector<NameLabel>& labels, std::size_t begin) {
  const bool person = labels[begin] == NameLabel::person_begin;
  std::size_t end = begin + 1;
  while (end < labels.size() && continues(labels[end]) && !(person && new_sentence(view, end))) {
    ++end;
  }
  return end;
}

bool believable(const NameView& view, Run run, bool person) {
  if (run.begin == run.end) return false;
  return person ? believable_person(view, run.begin, run.end)
                : believable_address(view, run.begin, run.end);
}

}  // namespace

void NameModel::find(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out) const {
  thread_local NameView view;  // Scratch, overwritten by every call.
  if (!view.prepare(text, tokens, facts_)) return;
  thread_local NamePath<std::int8_t> path;
  path.run(view, weights_.data());
  const std::vector<NameLabel>& labels = path.labels();
  for (std::size_t i = 0; i < labels.size();) {
    const std::size_t begin = i++;
    if (!begins(labels[begin])) continue;
    i = run_end(view, labels, begin);
    const bool person = labels[begin] == NameLabel::person_begin;
    const Run run = trimmed(view, {begin, i});
    if (!believable(view, run, person)) continue;
    const Token& last = tokens.list[run.end - 1];
    const std::uint32_t end = last.span.end - possessive(last, tokens, text);
    out.push_back({person ? "person" : "address", {tokens.list[run.begin].span.begin, end}});
  }
}

}  // namespace attune

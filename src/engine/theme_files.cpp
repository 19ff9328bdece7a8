// SPDX-License-Identifier: Apache-2.0
#include "engine/theme_files.h"

#include "text/clauses.h"
#include "themes/discover.h"

namespace attune {

namespace {

struct Piece {
  std::uint32_t message = 0;
  Span span;
};

std::vector<Piece> pieces_of(const Corpus& corpus, ThemeUnit unit) {
  std::vector<Piece> pieces;
  Tokens tokens;
  std::vector<ClauseRange> clauses;
  for (std::uint32_t m = 0; m < corpus.messages.size(); ++m) {
    const CorpusMessage& message = corpus.messages[m];
    const Span whole{.begin = 0, .end = static_cast<std::uint32_t>(message.text.size())};
    clauses.clear();
    if (unit == ThemeUnit::clause) {
      tokenise(message.text, tokens);
      split_clauses(message.text, tokens, clauses);
    }
    for (const ClauseRange& clause : clauses) pieces.push_back({.message = m, .span = clause.span});
    if (clauses.empty()) pieces.push_back({.message = m, .span = whole});
  }
  return pieces;
}

std::uint64_t messages_in(const std::vector<Piece>& pieces,
                          const std::vector<std::uint32_t>& members) {
  std::uint64_t count = 0;
  std::uint32_t last = kNobody;
  for (const std::uint32_t member : members) {
    count += pieces[member].message != last ? 1 : 0;
    last = pieces[member].message;
  }
  return count;
}

}  // namespace

ThemesFound find_themes(const Corpus& corpus, const ThemesOptions& options, const Pool& pool) {
  const std::vector<Piece> pieces = pieces_of(corpus, options.unit);
  std::vector<ThemeItem> items;
  for (const Piece& piece : pieces) {
    const CorpusMessage& message = corpus.messages[piece.message];
    items.push_back(
        {.text = piece.span.of(message.text), .person = message.unit, .readable = !message.unread});
  }
  const Discovery discovery =
      discover(items, {.k = options.k, .seed = options.seed, .concepts = options.concepts}, pool);

  ThemesFound found;
  for (const FoundTheme& theme : discovery.themes) {
    Theme shown{.id = theme.id,
                .name = theme.name,
                .parent = theme.parent,
                .keywords = theme.keywords,
                .people = theme.people,
                .messages = messages_in(pieces, theme.members)};
    for (const std::uint32_t item : theme.quotes) {
      shown.quotes.push_back(quote_of(corpus.messages[pieces[item].message], pieces[item].span,
                                      options.show_personal));
    }
    found.themes.push_back(std::move(shown));
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::int32_t theme = discovery.theme_of[i];
    Assignment assignment{.id = corpus.messages[pieces[i].message].id, .span = pieces[i].span};
    if (theme >= 0) {
      assignment.theme = discovery.themes[static_cast<std::size_t>(theme)].id;
    } else {
      assignment.why = words(discovery.why[i]);
    }
    found.assignments.push_back(std::move(assignment));
  }
  return found;
}

}  // namespace attune

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

std::vector<Piece> pieces_of(const problems::Corpus& corpus, ThemeUnit unit) {
  std::vector<Piece> pieces;
  Tokens tokens;
  std::vector<ClauseRange> clauses;
  for (std::uint32_t m = 0; m < corpus.messages.size(); ++m) {
    const problems::CorpusMessage& message = corpus.messages[m];
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
  std::uint32_t last = problems::kNobody;
  for (const std::uint32_t member : members) {
    count += pieces[member].message != last ? 1 : 0;
    last = pieces[member].message;
  }
  return count;
}

/// Puts the discovery of one corpus into words and places.
class Teller {
 public:
  Teller(const problems::Corpus& corpus, const std::vector<Piece>& pieces,
         const ThemesOptions& options)
      : corpus_(corpus), pieces_(pieces), options_(options) {}

  [[nodiscard]] Theme theme(const FoundTheme& theme) const {
    Theme shown{.id = theme.id,
                .name = theme.name,
                .parent = theme.parent,
                .keywords = theme.keywords,
                .people = theme.people,
                .messages = messages_in(pieces_, theme.members)};
    for (const std::uint32_t item : theme.quotes) {
      shown.quotes.push_back(problems::quote_of(corpus_.messages[pieces_[item].message],
                                                pieces_[item].span, options_.show_personal));
    }
    return shown;
  }

  [[nodiscard]] Assignment assignment(std::size_t piece, const Discovery& discovery) const {
    const std::int32_t theme = discovery.theme_of[piece];
    Assignment made{.id = corpus_.messages[pieces_[piece].message].id, .span = pieces_[piece].span};
    if (theme >= 0) {
      made.theme = discovery.themes[static_cast<std::size_t>(theme)].id;
    } else {
      made.why = words(discovery.why[piece]);
    }
    return made;
  }

 private:
  const problems::Corpus& corpus_;
  const std::vector<Piece>& pieces_;
  const ThemesOptions& options_;
};

}  // namespace

std::string_view unit_name(ThemeUnit unit) {
  return unit == ThemeUnit::clause ? "clause" : "message";
}

Result<ThemesFound> find_themes(const problems::Corpus& corpus, const ThemesOptions& options,
                                const Pool& pool) {
  const std::string unit(unit_name(options.unit));
  if (options.previous != nullptr && options.previous->unit != unit) {
    return fail(Fault::bad_input, "the earlier round themed each " + options.previous->unit +
                                      ", this one each " + unit + "; use the same --unit");
  }
  const std::vector<Piece> pieces = pieces_of(corpus, options.unit);
  std::vector<ThemeItem> items;
  items.reserve(pieces.size());
  for (const Piece& piece : pieces) {
    const problems::CorpusMessage& message = corpus.messages[piece.message];
    items.push_back(
        {.text = piece.span.of(message.text), .person = message.unit, .readable = !message.unread});
  }
  Discovery discovery = discover(items,
                                 {.k = options.k,
                                  .seed = options.seed,
                                  .concepts = options.concepts,
                                  .parents = true,
                                  .previous = options.previous,
                                  .edits = options.edits},
                                 pool);
  if (!discovery.refused.empty()) return fail(Fault::bad_input, discovery.refused);

  ThemesFound found;
  const Teller teller(corpus, pieces, options);
  for (const FoundTheme& theme : discovery.themes) found.themes.push_back(teller.theme(theme));
  for (const FoundTheme& parent : discovery.parents) {
    found.themes.push_back(teller.theme(parent));
    found.themes.back().is_parent = true;
  }
  for (std::size_t i = 0; i < pieces.size(); ++i)
    found.assignments.push_back(teller.assignment(i, discovery));
  found.events = std::move(discovery.events);
  found.memory = std::move(discovery.memory);
  found.memory.unit = unit;
  return found;
}

}  // namespace attune

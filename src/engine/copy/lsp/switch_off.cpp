// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lsp/switch_off.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/ascii.h"

namespace attune::lsp {

namespace {

constexpr std::string_view kReason = "say why it is right here";

/// How a comment is written, by the ending of a file's name.
struct Syntax {
  std::string_view ending;
  std::string_view open;
  std::string_view close;
};

constexpr std::array<Syntax, 19> kSyntaxes = {{
    {".html", "<!--", "-->"},
    {".htm", "<!--", "-->"},
    {".mjml", "<!--", "-->"},
    {".vue", "<!--", "-->"},
    {".svelte", "<!--", "-->"},
    {".md", "<!--", "-->"},
    {".markdown", "<!--", "-->"},
    {".mdx", "{/*", "*/}"},
    {".liquid", "{% comment %}", "{% endcomment %}"},
    {".j2", "{#", "#}"},
    {".jinja", "{#", "#}"},
    {".jinja2", "{#", "#}"},
    {".njk", "{#", "#}"},
    {".twig", "{#", "#}"},
    {".hbs", "{{!", "}}"},
    {".handlebars", "{{!", "}}"},
    {".mustache", "{{!", "}}"},
    {".ejs", "<%#", "%>"},
    {".erb", "<%#", "%>"},
}};

bool ends_within_placeholder(std::string_view before) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Pair, 5> kPairs = {
      {{"<!--", "-->"}, {"{{", "}}"}, {"{%", "%}"}, {"{#", "#}"}, {"<%", "%>"}}};
  return std::any_of(kPairs.begin(), kPairs.end(), [&](const Pair& pair) {
    const std::size_t open = before.rfind(pair.first);
    return open != std::string_view::npos &&
           before.find(pair.second, open + pair.first.size()) == std::string_view::npos;
  });
}

/// Within "<a" and its ">", or in an element that holds words alone: <title> and its like.
bool ends_within_tag(std::string_view before) {
  constexpr std::array<std::string_view, 5> kWordsAlone = {"title", "textarea", "option", "script",
                                                           "style"};
  const std::size_t open = before.rfind('<');
  if (open == std::string_view::npos) return false;
  const std::string_view tag = before.substr(open + 1);
  if (!tag.starts_with('/') && !tag.empty() && !is_letter(tag[0])) return false;
  if (tag.find('>') == std::string_view::npos) return true;
  std::string name(tag.substr(0, tag.find_first_of(" \t\r\n>")));
  std::transform(name.begin(), name.end(), name.begin(), to_lower);
  return std::find(kWordsAlone.begin(), kWordsAlone.end(), name) != kWordsAlone.end();
}

/// In the lines between two "---" at the top of a file.
bool ends_within_front_matter(std::string_view before) {
  const bool has_one = before.starts_with("---\n") || before.starts_with("---\r\n");
  return has_one && before.find("\n---", 3) == std::string_view::npos;
}

}  // namespace

std::optional<Insertion> switch_off(std::string_view text, std::string_view name,
                                    std::string_view rule, std::size_t at) {
  const auto* const syntax = std::find_if(kSyntaxes.begin(), kSyntaxes.end(), [&](const Syntax& s) {
    return name.ends_with(s.ending);
  });
  if (syntax == kSyntaxes.end()) return std::nullopt;
  std::string_view before = text.substr(0, text.find('\n', at));
  // Two blanks at the end of a line of Markdown break it: they stay at the end.
  before = before.substr(0, before.find_last_not_of(" \t\r") + 1);
  if (ends_within_placeholder(before) || ends_within_tag(before) ||
      ends_within_front_matter(before)) {
    return std::nullopt;
  }
  std::string words = " ";
  words.append(syntax->open).append(" attune-disable-line ").append(rule);
  words.append(" -- ").append(kReason).append(" ").append(syntax->close);
  return Insertion{before.size(), std::move(words)};
}

}  // namespace attune::lsp

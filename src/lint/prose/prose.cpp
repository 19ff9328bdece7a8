// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/prose.h"

#include <algorithm>
#include <array>

#include "lint/prose/html.h"
#include "lint/prose/markdown.h"

namespace attune {

namespace {

/// A line that ends near the margin and goes on in lower case was only wrapped.
void cut_plain(std::string_view source, BlockWriter& out) {
  constexpr std::size_t kMargin = 50;
  std::size_t at = source.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  while (at < source.size()) {
    const std::size_t end = std::min(source.find('\n', at), source.size());
    const std::string_view line = source.substr(at, end - at);
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) {
      out.flush();
      at = end + 1;
      continue;
    }
    if (line[first] == '>') {
      out.flush();
      out.quoted(true);
      out.text(line.substr(first + 1), at + first + 1);
      out.flush();
      out.quoted(false);
      at = end + 1;
      continue;
    }
    out.text(line, at);
    const bool wrapped = line.size() >= kMargin && end + 1 < source.size() &&
                         source[end + 1] >= 'a' && source[end + 1] <= 'z';
    if (end < source.size()) out.stand_in(wrapped ? " " : "\n", end, end + 1);
    at = end + 1;
  }
}

}  // namespace

Markup markup_of(std::string_view path) {
  constexpr std::array<std::string_view, 11> kTemplates = {
      ".liquid",   ".j2",  ".jinja", ".jinja2", ".hbs", ".handlebars",
      ".mustache", ".njk", ".twig",  ".ejs",    ".erb"};
  constexpr std::array<std::string_view, 9> kHtml = {".html", ".htm",    ".xhtml", ".mjml", ".vue",
                                                     ".xml",  ".svelte", ".svg",   ".jsx"};
  bool is_template = false;
  for (const std::string_view ending : kTemplates) {
    if (!path.ends_with(ending)) continue;
    path.remove_suffix(ending.size());
    is_template = true;
    break;
  }
  const auto ends = [&](std::string_view ending) { return path.ends_with(ending); };
  if (std::any_of(kHtml.begin(), kHtml.end(), ends)) return Markup::html;
  if (ends(".md") || ends(".markdown") || ends(".mdx")) return Markup::markdown;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const bool bare = name.find('.') == std::string_view::npos;
  return is_template && bare ? Markup::html : Markup::plain;
}

void cut_prose(std::string_view source, Markup markup, const BlockSink& sink) {
  BlockWriter out(sink);
  switch (markup) {
    case Markup::plain:
      cut_plain(source, out);
      break;
    case Markup::markdown:
      cut_markdown(source, out);
      break;
    case Markup::html:
      cut_html(source, out);
      break;
  }
  out.flush();
}

}  // namespace attune

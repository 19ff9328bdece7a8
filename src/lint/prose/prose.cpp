// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/prose.h"

#include <algorithm>

#include "lint/prose/front_matter.h"
#include "lint/prose/html.h"
#include "lint/prose/mail.h"
#include "lint/prose/markdown.h"
#include "lint/prose/template_comments.h"
#include "lint/values/catalogue.h"

namespace attune {

namespace {

/// A line that ends near the margin and goes on in lower case was only wrapped.
void cut_plain(std::string_view source, std::size_t at, BlockWriter& out) {
  constexpr std::size_t kMargin = 50;
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

void cut(std::string_view source, std::size_t from, Markup markup, const BlockSink& sink) {
  BlockWriter out(sink);
  switch (markup) {
    case Markup::plain:
      cut_plain(source, from, out);
      break;
    case Markup::markdown:
      cut_markdown(source, from, out);
      break;
    default:
      cut_html(source, from, out);
      break;
  }
  out.flush();
}

/// Cuts what was taken out of a file; the blocks lie in that file.
void cut_placed(const PlacedText& placed, Markup markup, const BlockSink& sink) {
  cut(placed.text, 0, markup, [&](const CopyBlock& block) {
    CopyBlock moved = block;
    moved.move_out_of(placed);
    sink(moved);
  });
}

/// A value is one line of plain text, or a piece of HTML.
Markup markup_of_value(std::string_view text) {
  constexpr std::size_t kNowhere = std::string_view::npos;
  for (std::size_t at = text.find('<'); at != kNowhere; at = text.find('<', at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (next == '/' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'))
      return Markup::html;
  }
  return Markup::plain;
}

}  // namespace

void cut_prose(std::string_view source, Markup markup, const BlockSink& sink,
               const CopyKeys& keys) {
  if (is_catalogue(markup)) {
    const auto value = [&](std::string_view, const PlacedText& text) {
      cut_placed(text, markup_of_value(text.text), sink);
    };
    (void)read_catalogue(source, markup, keys, value);
    return;
  }
  std::size_t from = byte_order_mark(source);
  if (markup == Markup::mail) {
    read_mail(source, from,
              [&](const PlacedText& text, Markup part) { cut_placed(text, part, sink); });
    return;
  }
  if (const FrontMatter head = find_front_matter(source, from); head.body > 0) {
    read_front_matter(source, head, keys, [&](std::string_view, const PlacedText& value) {
      cut_placed(value, markup_of_value(value.text), sink);
    });
    from = head.body;
  }
  if (const auto left = without_comments(source, from)) {
    cut_placed(*left, markup, sink);
  } else {
    cut(source, from, markup, sink);
  }
}

}  // namespace attune

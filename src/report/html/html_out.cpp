// SPDX-License-Identifier: Apache-2.0
#include "report/html/html_out.h"

#include <cassert>

#include "report/words.h"

namespace attune {

namespace {

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : for_terminal(text)) {
    const std::string_view entity_of = entity(c);
    if (entity_of.empty()) {
      out += c;
    } else {
      out += entity_of;
    }
  }
  return out;
}

HtmlOut& HtmlOut::open(std::string_view tag, std::string_view attributes) {
  out_ += '<';
  out_ += tag;
  if (!attributes.empty()) {
    out_ += ' ';
    out_ += attributes;
  }
  out_ += '>';
  open_.push_back(tag);
  return *this;
}

HtmlOut& HtmlOut::close() {
  assert(!open_.empty());
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
  return *this;
}

HtmlOut& HtmlOut::text(std::string_view text) {
  out_ += html_escaped(text);
  return *this;
}

HtmlOut& HtmlOut::foreign(std::string_view text) {
  return element("bdi", {}, text);
}

HtmlOut& HtmlOut::element(std::string_view tag, std::string_view attributes,
                          std::string_view text) {
  return open(tag, attributes).text(text).close();
}

HtmlOut& HtmlOut::markup(std::string_view markup) {
  out_ += markup;
  return *this;
}

std::string HtmlOut::take() {
  assert(open_.empty());
  open_.clear();
  std::string out = std::move(out_);
  out_.clear();
  return out;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/html.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "lint/prose/byte_scan.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::size_t kLongestTag = 65536;

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 22> kInline = {
    "a",    "abbr", "b",      "bdi", "big", "em",   "font", "i",   "ins", "mark", "small",
    "span", "s",    "strong", "sub", "sup", "time", "u",    "wbr", "del", "var",  "g"};
constexpr std::array<std::string_view, 9> kSkipped = {
    "script", "style", "code", "pre", "kbd", "samp", "textarea", "noscript", "math"};
constexpr std::array<std::string_view, 3> kQuoting = {"blockquote", "q", "cite"};
constexpr std::array<std::string_view, 6> kSpoken = {"alt",        "title",   "placeholder",
                                                     "aria-label", "summary", "label"};

struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr std::array<Entity, 28> kEntities = {
    {{"amp", "&"},         {"lt", "<"},         {"gt", ">"},          {"quot", "\""},
     {"apos", "'"},        {"nbsp", " "},       {"rsquo", "\u2019"},  {"lsquo", "\u2018"},
     {"ldquo", "\u201C"},  {"rdquo", "\u201D"}, {"ndash", "\u2013"},  {"mdash", "\u2014"},
     {"hellip", "\u2026"}, {"euro", "\u20AC"},  {"pound", "\u00A3"},  {"yen", "\u00A5"},
     {"cent", "\u00A2"},   {"copy", "\u00A9"},  {"reg", "\u00AE"},    {"trade", "\u2122"},
     {"zwnj", ""},         {"shy", ""},         {"middot", "\u00B7"}, {"bull", "\u2022"},
     {"laquo", "\u00AB"},  {"raquo", "\u00BB"}, {"thinsp", " "},      {"ensp", " "}}};

/// The character that "#8217" or "#x2019" names; 0 if none.
char32_t numbered(std::string_view name) {
  const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  char32_t code = 0;
  for (const char c : name.substr(hex ? 2 : 1)) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && (!hex || std::isxdigit(static_cast<unsigned char>(c)) == 0)) return 0;
    const int value = digit ? c - '0' : (c | 0x20) - 'a' + 10;
    code = code * (hex ? 16 : 10) + static_cast<char32_t>(value);
    if (code > 0x10FFFF) return 0;
  }
  return code >= 0xD800 && code < 0xE000 ? 0 : code;
}

/// The entity at the start of `text` ("&amp;"): its length in `text`, and what it stands for.
std::size_t entity(std::string_view text, std::string& out) {
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = text.substr(1, end - 1);
  out.clear();
  if (name[0] == '#') {
    const char32_t code = numbered(name);
    if (code == 0) return 0;
    append_utf8(out, code == 0xA0 ? U' ' : code);
    return end + 1;
  }
  const auto* known = std::find_if(kEntities.begin(), kEntities.end(),
                                   [&](const Entity& one) { return one.name == name; });
  if (known == kEntities.end()) return 0;
  out = known->text;
  return end + 1;
}

struct Tag {
  std::string name;  ///< Lower case, without the slash.
  bool closing = false;
  std::string_view attributes;
  std::size_t end = 0;  ///< Behind ">".
};

class HtmlCutter {
 public:
  HtmlCutter(std::string_view source, BlockWriter& out)
      : source_(source), out_(out), placeholders_(source) {}

  void run(std::size_t from) {
    at_ = from;
    while (at_ < source_.size()) {
      const std::size_t stop = next_mark();
      text(stop);
      if (stop >= source_.size()) break;
      if (source_[stop] == '&') {
        take_entity();
      } else {
        take_angle();
      }
    }
  }

 private:
  /// The next "<" or "&", or the end.
  [[nodiscard]] std::size_t next_mark() const {
    std::size_t at = skip_others(source_, at_, [](Bytes16 b) { return (b == '<') | (b == '&'); });
    while (at < source_.size() && source_[at] != '<' && source_[at] != '&') ++at;
    return at;
  }
  /// Line ends are white space in HTML.
  void text(std::size_t end) {
    const std::string_view before = source_.substr(0, end);
    while (at_ < end) {
      const std::size_t line = std::min(before.find('\n', at_), end);
      if (line > at_) out_.text(source_.substr(at_, line - at_), at_);
      if (line < end) out_.stand_in(" ", line, line + 1);
      at_ = line < end ? line + 1 : end;
    }
  }
  void take_entity() {
    const std::size_t length = entity(source_.substr(at_), scratch_);
    if (length == 0) {
      out_.text(source_.substr(at_, 1), at_);
      ++at_;
      return;
    }
    if (!scratch_.empty()) out_.stand_in(scratch_, at_, at_ + length);
    at_ += length;
  }
  void take_angle() {
    const std::string_view rest = source_.substr(at_);
    if (rest.starts_with("<!--")) {
      const std::size_t close = rest.find("-->");
      at_ = close == std::string_view::npos ? source_.size() : at_ + close + 3;
      return;
    }
    if (const Placeholder found = placeholders_.at(at_); found.length > 0) {
      out_.text(rest.substr(0, found.length), at_);
      at_ += found.length;
      return;
    }
    Tag tag;
    if (!read_tag(rest.substr(0, kLongestTag), tag)) {
      out_.text(rest.substr(0, 1), at_);
      ++at_;
      return;
    }
    const std::size_t begin = at_;
    at_ += tag.end;
    take_tag(tag, begin);
  }

  static bool read_tag(std::string_view text, Tag& tag) {
    std::size_t at = 1;
    tag.closing = text.size() > 1 && text[1] == '/';
    if (tag.closing) ++at;
    const std::size_t name = at;
    while (at < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '-' ||
            text[at] == ':' || (at == name && text[at] == '!'))) {
      tag.name += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at])));
      ++at;
    }
    if (tag.name.empty()) return false;
    const std::size_t attributes = at;
    while (at < text.size()) {
      at = text.find_first_of("\"'<>", at);
      if (at == std::string_view::npos || text[at] == '<') return false;
      if (text[at] == '>') {
        tag.attributes = text.substr(attributes, at - attributes);
        tag.end = at + 1;
        return true;
      }
      at = text.find(text[at], at + 1);
      if (at == std::string_view::npos) return false;
      ++at;
    }
    return false;
  }

  void take_tag(const Tag& tag, std::size_t begin) {
    if (!tag.closing && among(kSkipped, tag.name)) {
      out_.flush();
      at_ = end_of(tag.name);
      return;
    }
    if (tag.name == "br") return out_.stand_in("\n", begin, at_);
    if (among(kInline, tag.name)) return take_attributes(tag);
    if (among(kQuoting, tag.name)) {
      out_.flush();
      quotes_ = std::max(0, quotes_ + (tag.closing ? -1 : 1));
      return out_.quoted(quotes_ > 0);
    }
    const bool ticked =
        tag.name == "input" && attribute_at(tag, "checked") != std::string_view::npos;
    if (tag.name != "input" && tag.name != "label" && tag.name != "img") out_.flush();
    if (ticked) {
      out_.flush();
      out_.stand_in("\u2611 ", begin, at_);
      return;
    }
    take_attributes(tag);
  }

  /// Attributes that people see or hear are blocks of their own, placed where they stand; they come
  /// ahead of the text around them.
  void take_attributes(const Tag& tag) {
    if (tag.closing || tag.attributes.size() < 6) return;
    const bool button =
        tag.name == "input" && (tag.attributes.find("submit") != std::string::npos ||
                                tag.attributes.find("button") != std::string::npos);
    const bool meta = tag.name == "meta" && tag.attributes.find("description") != std::string::npos;
    std::vector<std::string_view> values;
    const auto take = [&](std::string_view name) {
      const std::string_view value = attribute(tag, name);
      if (value.find(' ') != std::string_view::npos) values.push_back(value);
    };
    for (const std::string_view name : kSpoken) take(name);
    if (button) take("value");
    if (meta) take("content");
    std::sort(values.begin(), values.end(),
              [](std::string_view a, std::string_view b) { return a.data() < b.data(); });
    for (const std::string_view value : values) {
      out_.flush();
      out_.text(value, static_cast<std::size_t>(value.data() - source_.data()));
      out_.flush();
    }
  }
  /// The quoted value of the attribute `name`; empty if there is none.
  static std::string_view attribute(const Tag& tag, std::string_view name) {
    const std::size_t at = attribute_at(tag, name);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = tag.attributes.substr(at + name.size());
    if (rest.size() < 3 || rest[0] != '=' || (rest[1] != '"' && rest[1] != '\'')) return {};
    const std::size_t close = rest.find(rest[1], 2);
    return close == std::string_view::npos ? std::string_view{} : rest.substr(2, close - 2);
  }
  /// Where the attribute `name` begins, or npos.
  static std::size_t attribute_at(const Tag& tag, std::string_view name) {
    std::size_t at = 0;
    while ((at = tag.attributes.find(name, at)) != std::string_view::npos) {
      const std::size_t end = at + name.size();
      const bool starts =
          at > 0 && std::isspace(static_cast<unsigned char>(tag.attributes[at - 1]));
      const bool stops = end >= tag.attributes.size() || tag.attributes[end] == '=' ||
                         tag.attributes[end] == '/' ||
                         std::isspace(static_cast<unsigned char>(tag.attributes[end]));
      if (starts && stops) return at;
      at = end;
    }
    return std::string_view::npos;
  }
  /// Behind the closing tag of `name`, or the end of the file.
  [[nodiscard]] std::size_t end_of(const std::string& name) const {
    std::size_t at = at_;
    while ((at = source_.find("</", at)) != std::string_view::npos) {
      const std::string_view rest = source_.substr(at + 2, name.size());
      const bool same = rest.size() == name.size() &&
                        std::equal(rest.begin(), rest.end(), name.begin(), [](char a, char b) {
                          return std::tolower(static_cast<unsigned char>(a)) == b;
                        });
      if (same) {
        const std::size_t close = source_.find('>', at);
        return close == std::string_view::npos ? source_.size() : close + 1;
      }
      at += 2;
    }
    return source_.size();
  }

  std::string_view source_;
  BlockWriter& out_;
  PlaceholderFinder placeholders_;
  std::size_t at_ = 0;
  int quotes_ = 0;
  std::string scratch_;
};

}  // namespace

void cut_html(std::string_view source, std::size_t from, BlockWriter& out) {
  HtmlCutter(source, out).run(from);
}

}  // namespace attune

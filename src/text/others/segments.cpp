// SPDX-License-Identifier: Apache-2.0
#include "text/others/segments.h"

#include <algorithm>

#include "text/ascii.h"

namespace attune {

namespace {

bool in_word(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// May a phrase begin inside a line at `at`? It has a capital, a bracket, a row of dashes or a
/// letter beyond ASCII.
bool may_begin(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '(' || c == '[') return true;
  if (c == '-')  // Behind a word such a row closes one.
    return at > 0 && text[at - 1] != '-' && !in_word(text[at - 1]) && text.substr(at, 3) == "---";
  return (is_upper(c) || static_cast<unsigned char>(c) >= 0xC3) &&
         (at == 0 || !in_word(text[at - 1]));
}

/// Phrases that are looked for inside a line, too.
bool breaks_line(MailPhrase kind) {
  return kind != MailPhrase::thanks && kind != MailPhrase::agent && kind != MailPhrase::customer &&
         kind != MailPhrase::original;
}

class Cutter {
 public:
  Cutter(std::string_view text, std::vector<Segment>& out) : text_(text), out_(out) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      cut_line(at, end);
      at = end + 1;
    }
  }

 private:
  void cut_line(std::size_t begin, std::size_t end) {
    const std::size_t before = out_.size();
    std::size_t from = begin;
    for (std::size_t at = begin; at < end; ++at) {
      if (!may_begin(text_, at)) continue;
      if (text_[at] == '-') {  // The row of dashes, and what stands in it.
        keep(from, at, from == begin);
        from = at;
        while (at + 1 < end && text_[at + 1] == '-') ++at;
        continue;
      }
      const auto phrase = mail_phrase_at(text_, at);
      if (!phrase || !breaks_line(phrase->kind)) continue;
      keep(from, at, from == begin);
      from = at;
      at += phrase->length - 1;
    }
    keep(from, end, from == begin);
    blank_ = out_.size() == before;
  }

  void keep(std::size_t begin, std::size_t end, bool begins_line) {
    while (begin < end && is_blank(text_[begin])) ++begin;
    while (begin < end && is_blank(text_[end - 1])) --end;
    if (begin == end) return;
    Segment segment{.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                    .phrase = mail_phrase_at(text_, begin),
                    .begins_line = begins_line,
                    .after_blank = begins_line && blank_,
                    .after_sentence = begins_line || ended_before(begin),
                    .quoted = text_[begin] == '>'};
    // Stars make a head bold: "*From:* Pat".
    if (!segment.phrase && text_[begin] == '*' && begin + 1 < end) {
      segment.phrase = mail_phrase_at(text_, begin + 1);
      if (segment.phrase) ++segment.phrase->length;
    }
    out_.push_back(segment);
    if (begins_line) blank_ = false;
  }

  [[nodiscard]] bool ended_before(std::size_t at) const {
    while (at > 0 && is_blank(text_[at - 1])) --at;
    if (at == 0) return true;
    const char c = text_[at - 1];
    return c == '.' || c == '!' || c == '?' || c == ')' || c == '"' || c == '|' || c == ':' ||
           c == '>' || static_cast<unsigned char>(c) >= 0x80;
  }

  std::string_view text_;
  std::vector<Segment>& out_;
  bool blank_ = false;
};

}  // namespace

void cut_segments(std::string_view text, std::vector<Segment>& out) {
  out.clear();
  Cutter(text, out).run();
}

}  // namespace attune

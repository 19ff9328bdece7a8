// SPDX-License-Identifier: Apache-2.0
#include "text/others/quoted_parts.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/byte_set.h"
#include "text/others/letter_end.h"
#include "text/others/mail_heads.h"
#include "text/others/markup.h"
#include "text/others/segments.h"
#include "text/others/translation.h"

namespace attune {

namespace {

constexpr std::size_t kFewestReplyWords = 4;
constexpr std::size_t kLongestName = 60;       ///< Bytes of whoever replies.
constexpr std::size_t kDisclaimerBytes = 900;  ///< Within so many it says that it is one.

/// Bytes without which no part begins: a text of one line has none of them mostly.
constexpr ByteSet kPartMarks("\n<>&{[(\"@|:;-");

/// Letters of the phrases that begin a part without such a byte, and where the rarest stands.
struct Sign {
  std::string_view letters;
  std::size_t rarest = 0;
};
constexpr auto kSigns = std::to_array<Sign>({{"egards", 1},
                                             {"ent from", 4},
                                             {"onfidential", 2},
                                             {"esponse", 2},
                                             {"ntended", 4},
                                             {"incerely", 2},
                                             {"rinting", 6},
                                             {"print", 0}});
constexpr ByteSet kRarest("gfpdc");

bool may_hold(std::string_view text) {
  if (kPartMarks.first_in(text) != std::string_view::npos) return true;
  for (std::size_t at = kRarest.first_in(text); at < text.size();
       at = kRarest.first_in(text, at + 1)) {
    for (const Sign& sign : kSigns) {
      if (text[at] != sign.letters[sign.rarest] || at < sign.rarest) continue;
      if (text.substr(at - sign.rarest, sign.letters.size()) == sign.letters) return true;
    }
  }
  return is_digit(text.empty() ? ' ' : text.front());
}

static_assert(std::ranges::all_of(kSigns, [](const Sign& sign) {
  return kRarest.has(sign.letters[sign.rarest]);
}));

/// Walks the segments and sorts out what is not the writer's.
class Sorter {
 public:
  Sorter(std::string_view text, std::vector<Segment>& segments, std::vector<LeftOut>& out)
      : text_(text), segments_(segments), out_(out) {}

  void run() {
    chat_ = is_chat();
    for (std::size_t i = 0; i < segments_.size();) {
      const std::size_t taken = step(i);
      if (taken == 0 && !cut_) {
        own_ = own_ || says_something(i);
        ++i;
      }
      cut_ = false;
      i += taken;
    }
  }

 private:
  [[nodiscard]] std::string_view words(std::size_t i) const { return segments_[i].span.of(text_); }

  [[nodiscard]] bool is(std::size_t i, MailPhrase kind) const {
    return segments_[i].phrase && segments_[i].phrase->kind == kind;
  }

  /// How many segments are sorted out from `i` on; 0 where it is the writer's own, or was cut and
  /// is to be looked at again.
  std::size_t step(std::size_t i) {
    std::size_t taken = chat_ ? speaker(i) : 0;
    if (taken == 0 && !cut_) taken = mail(i);
    if (taken == 0 && !cut_) taken = end_of_letter(i);
    return taken;
  }

  void leave_out(Others kind, std::size_t begin, std::size_t end) {
    out_.push_back({kind, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  }

  /// The segment and all behind it.
  std::size_t rest(std::size_t i, Others kind) {
    leave_out(kind, segments_[i].span.begin, text_.size());
    return segments_.size() - i;
  }

  /// The segments up to `end`; one that goes on behind it keeps what is left.
  std::size_t up_to(std::size_t i, std::uint32_t end, Others kind) {
    leave_out(kind, segments_[i].span.begin, end);
    std::size_t k = i;
    while (k < segments_.size() && segments_[k].span.end <= end) ++k;
    if (k < segments_.size() && segments_[k].span.begin < end) {
      Segment& left = segments_[k];
      left.span.begin = end;
      while (!left.span.empty() && is_blank(text_[left.span.begin])) ++left.span.begin;
      left.phrase.reset();
      left.begins_line = false;
      left.quoted = text_[left.span.begin] == '>';
      cut_ = k == i;
    }
    return k - i;
  }

  /// A greeting is not yet something of the writer's own.
  [[nodiscard]] bool says_something(std::size_t i) const {
    const std::string_view line = words(i);
    if (line.size() <= 40 && line.back() == ',') return false;
    return std::any_of(line.begin(), line.end(), [](char c) {
      return is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    });
  }

  std::size_t mail(std::size_t i) {
    if (segments_[i].quoted && is_quote(i)) {
      leave_out(Others::quote, segments_[i].span.begin, segments_[i].span.end);
      return 1;
    }
    if (const std::uint32_t end = attribution_end(text_, segments_, i); end > 0) {
      const bool marked = behind_is_marked(end);
      if (own_ && !marked) return rest(i, Others::quote);
      quoting_ = marked;
      return up_to(i, end, Others::quote);
    }
    if (is_separator(text_, segments_, i)) {
      if (own_) return rest(i, Others::quote);
      return up_to(i, segments_[i].span.end, Others::quote);
    }
    const MailHead head = mail_head(text_, segments_, i);
    if (head.segments == 0) return 0;
    if (own_) return rest(i, Others::quote);
    leave_out(Others::quote, segments_[i].span.begin, head.end);
    return head.segments;
  }

  /// ">" before words, not in a face (">:(") nor before a figure ("> 30 minutes") unless a
  /// neighbour has it, too.
  [[nodiscard]] bool is_quote(std::size_t i) const {
    const Segment& segment = segments_[i];
    if (!segment.begins_line) return quoting_;
    if (is_face(words(i))) return false;
    std::string_view line = words(i);
    while (!line.empty() && (line.front() == '>' || is_blank(line.front()))) line.remove_prefix(1);
    if (line.empty() || !is_digit(line.front())) return true;
    const bool before = i > 0 && segments_[i - 1].quoted && segments_[i - 1].begins_line;
    const bool behind = i + 1 < segments_.size() && segments_[i + 1].quoted;
    return quoting_ || before || behind;
  }

  static bool is_face(std::string_view line) {
    constexpr std::string_view kEyes = ":;.=_<-";
    const std::string_view face = line.substr(0, line.find(' '));
    return face.size() >= 2 && face.size() <= 4 && kEyes.find(face[1]) != std::string_view::npos;
  }

  [[nodiscard]] bool behind_is_marked(std::uint32_t end) const {
    std::size_t at = end;
    while (at < text_.size() && is_blank(text_[at])) ++at;
    return at < text_.size() && text_[at] == '>';
  }

  std::size_t end_of_letter(std::size_t i) {
    if (is_reply(i)) return rest(i, Others::reply);
    if (is_disclaimer(i)) {
      std::size_t k = i + 1;
      while (k < segments_.size() && !segments_[k].quoted && !segments_[k].after_blank) ++k;
      leave_out(Others::disclaimer, segments_[i].span.begin, segments_[k - 1].span.end);
      return k - i;
    }
    const LetterEnd letter = letter_end(text_, segments_, i);
    if (letter.segments == 0) return 0;
    for (const Span span : letter.spans) leave_out(Others::signature, span.begin, span.end);
    return letter.segments;
  }

  /// "Response from the owner", "Reply from Ann:", with an answer of some words behind it.
  [[nodiscard]] bool is_reply(std::size_t i) const {
    const Segment& segment = segments_[i];
    if (!is(i, MailPhrase::reply) || !segment.after_sentence) return false;
    std::size_t end = segment.span.begin + segment.phrase->length;
    if (text_.substr(0, end).ends_with("from")) {  // Somebody with a name, then a colon or a line.
      const std::size_t colon = text_.find_first_of(":\n", end);
      const bool named = end + 1 < text_.size() && is_upper(text_[end + 1]);
      if (!named || !segment.begins_line || colon > end + kLongestName) return false;
      end = colon;
    }
    return parted(text_.substr(end)) && says_words(end);
  }

  /// Is a head parted from what follows: by a mark, a line, a date?
  static bool parted(std::string_view behind) {
    constexpr std::string_view kMarks = ":-(|,[\r\n";
    behind.remove_prefix(std::min(behind.find_first_not_of(' '), behind.size()));
    return !behind.empty() &&
           (is_digit(behind[0]) || kMarks.find(behind[0]) != std::string_view::npos ||
            behind.starts_with("\xE2\x80") || behind.starts_with("on "));
  }

  [[nodiscard]] bool says_words(std::size_t at) const {
    std::size_t words = 0;
    for (++at; at < text_.size() && words < kFewestReplyWords; ++at)
      words += is_letter(text_[at]) && is_blank(text_[at - 1]) ? 1 : 0;
    return words >= kFewestReplyWords;
  }

  [[nodiscard]] bool is_disclaimer(std::size_t i) const {
    if (is(i, MailPhrase::warning)) return segments_[i].after_sentence;
    if (!is(i, MailPhrase::disclaimer) || !segments_[i].after_sentence) return false;
    return says_confidential(text_.substr(segments_[i].span.begin, kDisclaimerBytes));
  }

  [[nodiscard]] bool is_speaker(std::size_t i, MailPhrase kind) const {
    return segments_[i].begins_line && is(i, kind);
  }

  /// A chat has lines of an agent and lines of a customer.
  [[nodiscard]] bool is_chat() const {
    bool agent = false, customer = false;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      agent = agent || is_speaker(i, MailPhrase::agent);
      customer = customer || is_speaker(i, MailPhrase::customer);
    }
    return agent && customer;
  }

  std::size_t speaker(std::size_t i) {
    if (is_speaker(i, MailPhrase::customer)) {
      return up_to(i, segments_[i].span.begin + segments_[i].phrase->length, Others::label);
    }
    if (!is_speaker(i, MailPhrase::agent)) return 0;
    std::size_t k = i + 1;
    while (k < segments_.size() && !is_speaker(k, MailPhrase::customer)) ++k;
    leave_out(Others::reply, segments_[i].span.begin, segments_[k - 1].span.end);
    return k - i;
  }

  std::string_view text_;
  std::vector<Segment>& segments_;
  std::vector<LeftOut>& out_;
  bool chat_ = false;
  bool cut_ = false;      ///< The segment lost its beginning, and is to be looked at again.
  bool own_ = false;      ///< Something of the writer's has been met.
  bool quoting_ = false;  ///< Behind "On … wrote:", with ">" in the lines that follow.
};

void blank(std::string& text, const LeftOut& part) {
  const std::string_view words = part.span.of(text);
  const bool ends = !(part.kind == Others::markup && is_inline_markup(words)) &&
                    part.span.begin > 0 && part.span.size() >= 2;
  for (std::uint32_t at = part.span.begin; at < part.span.end; ++at) text[at] = ' ';
  if (ends) text[part.span.begin] = text[part.span.begin + 1] = '\n';
}

}  // namespace

void quoted_parts(std::string_view text, std::vector<LeftOut>& out) {
  out.clear();
  if (!may_hold(text)) return;
  find_markup(text, out);
  std::string bare;
  if (!out.empty()) {
    settle_parts(text, out);
    bare = own_words(text, out);
  }
  const std::string_view read = out.empty() ? text : std::string_view(bare);
  find_translation(read, out);
  std::vector<Segment> segments;
  cut_segments(read, segments);
  Sorter(read, segments, out).run();
  settle_parts(text, out);
}

std::string own_words(std::string_view text, std::span<const LeftOut> parts) {
  std::string own(text);
  for (const LeftOut& part : parts) blank(own, part);
  return own;
}

void settle_parts(std::string_view text, std::vector<LeftOut>& parts) {
  std::stable_sort(parts.begin(), parts.end(),
                   [](const LeftOut& a, const LeftOut& b) { return a.span.begin < b.span.begin; });
  std::vector<LeftOut> settled;
  for (LeftOut part : parts) {
    if (!settled.empty()) {
      LeftOut& last = settled.back();
      part.span.begin = std::max(part.span.begin, last.span.end);
      if (part.span.empty()) continue;
      const std::string_view gap = text.substr(last.span.end, part.span.begin - last.span.end);
      if (part.kind == last.kind && part.kind != Others::markup &&
          std::all_of(gap.begin(), gap.end(), is_blank)) {
        last.span.end = part.span.end;
        continue;
      }
    }
    if (!part.span.empty()) settled.push_back(part);
  }
  parts = std::move(settled);
}

}  // namespace attune

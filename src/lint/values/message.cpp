// SPDX-License-Identifier: Apache-2.0
#include "lint/values/message.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

namespace attune {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::string_view kSlotSign = "\uFFFC";
constexpr int kMostDepth = 8;  ///< Of branches within branches.
constexpr std::size_t kLongestName = 80;
constexpr std::size_t kLongestBranches = 8192;

bool letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

class MessageWalk {
 public:
  explicit MessageWalk(std::string_view text) : text_(text) {}

  PlacedText run() {
    prose(0, text_.size(), false, 0);
    return std::move(out_);
  }

 private:
  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  /// Copies [at, end), placeholders apart. In a branch of a plural "#" is the number.
  void prose(std::size_t at, std::size_t end, bool plural, int depth) {
    while (at < end) {
      const std::size_t stop = std::min(text_.find_first_of("%{$#", at), end);
      out_.add(text_.substr(at, stop - at), static_cast<std::uint32_t>(at));
      if (stop == end) return;
      at = mark(stop, end, plural, depth);
    }
  }
  /// Reads what begins at `at`; gives where it ends.
  std::size_t mark(std::size_t at, std::size_t end, bool plural, int depth) {
    std::size_t behind = kNowhere;
    if (text_[at] == '%') behind = percent(at, end);
    if (text_[at] == '{' && depth < kMostDepth) behind = branches(at, end, depth);
    if (text_[at] == '$' && text_.substr(at, 3) == "$t(") behind = reference(at, end);
    if (text_[at] == '#' && plural) behind = slot(at, at + 1);
    if (behind != kNowhere) return behind;
    out_.add(text_.substr(at, 1), static_cast<std::uint32_t>(at));
    return at + 1;
  }
  std::size_t slot(std::size_t begin, std::size_t end) {
    out_.stand_in(kSlotSign, span(begin, end));
    return end;
  }
  /// i18next's "$t(another.key)".
  std::size_t reference(std::size_t at, std::size_t end) {
    const std::size_t close = text_.substr(0, std::min(end, at + kLongestName)).find(')', at);
    return close == kNowhere ? kNowhere : slot(at, close + 1);
  }
  /// "%{name}", "%(name)s", "%1$s", "%.2f", "%ld", "%@", "%%".
  std::size_t percent(std::size_t at, std::size_t end) {
    if (at + 1 >= end) return kNowhere;
    if (text_[at + 1] == '%') {
      out_.stand_in("%", span(at, at + 2));
      return at + 2;
    }
    if (text_[at + 1] == '{') return named(at, '}', 0, end);
    if (text_[at + 1] == '(') return named(at, ')', 1, end);
    std::size_t to = at + 1;
    while (to < end && std::string_view("0123456789$.-+'lhqzt").find(text_[to]) != kNowhere) ++to;
    if (to >= end || std::string_view("sdifuxXcgeo@").find(text_[to]) == kNowhere) return kNowhere;
    const bool word = to + 1 < end && letter(text_[to + 1]);
    const bool share = at > 0 && std::isdigit(static_cast<unsigned char>(text_[at - 1])) != 0;
    return word || share ? kNowhere : slot(at, to + 1);
  }
  std::size_t named(std::size_t at, char closing, std::size_t more, std::size_t end) {
    std::size_t to = at + 2;
    while (to < end && (letter(text_[to]) || text_[to] == '.' || text_[to] == '-')) ++to;
    if (to == at + 2 || to >= end || text_[to] != closing || to + more >= end) return kNowhere;
    const std::string name = "{" + std::string(text_.substr(at + 2, to - at - 2)) + "}";
    out_.stand_in(name, span(at, to + 1 + more));
    return to + 1 + more;
  }
  [[nodiscard]] std::size_t behind_blanks(std::size_t at, std::size_t end) const {
    while (at < end && std::isspace(static_cast<unsigned char>(text_[at])) != 0) ++at;
    return at;
  }
  [[nodiscard]] std::size_t behind_word(std::size_t at, std::size_t end) const {
    while (at < end && (letter(text_[at]) || text_[at] == '=' || text_[at] == '.')) ++at;
    return at;
  }
  /// Where the brace at `at` closes; kNowhere if it does not.
  [[nodiscard]] std::size_t closing(std::size_t at, std::size_t end) const {
    int depth = 0;
    for (at = text_.find_first_of("{}", at); at < end; at = text_.find_first_of("{}", at + 1)) {
      depth += text_[at] == '{' ? 1 : -1;
      if (depth == 0) return at;
    }
    return kNowhere;
  }
  /// "{n, plural, offset:1 one {…} other {…}}" or "{who, select, …}" of ICU.
  std::size_t branches(std::size_t at, std::size_t end, int depth) {
    std::size_t to = behind_word(behind_blanks(at + 1, end), end);
    to = behind_blanks(to, end);
    if (to >= end || text_[to] != ',') return kNowhere;
    const std::size_t kind = behind_blanks(to + 1, end);
    to = behind_word(kind, end);
    const std::string_view name = text_.substr(kind, to - kind);
    if (name != "plural" && name != "select" && name != "selectordinal") return kNowhere;
    to = behind_blanks(to, end);
    const std::size_t close = closing(at, std::min(end, at + kLongestBranches));
    if (to >= end || text_[to] != ',' || close == kNowhere) return kNowhere;
    for (std::size_t open = text_.find('{', to); open < close; open = text_.find('{', open)) {
      const std::size_t last = closing(open, close);
      if (last == kNowhere) break;
      prose(open + 1, last, name != "select", depth + 1);
      out_.stand_in("\n", span(last, last + 1));
      open = last + 1;
    }
    return close + 1;
  }

  std::string_view text_;
  PlacedText out_;
};

}  // namespace

PlacedText as_template(const PlacedText& message) {
  PlacedText made = MessageWalk(message.text).run();
  made.move_out_of(message);
  return made;
}

}  // namespace attune

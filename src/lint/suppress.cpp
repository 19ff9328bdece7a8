// SPDX-License-Identifier: Apache-2.0
#include "lint/suppress.h"

#include <algorithm>

namespace attune {

namespace {

constexpr std::string_view kMark = "attune-";
constexpr std::size_t kLongestComment = 600;
bool word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/// Where the comment's words end: a line end, or any mark that closes a comment.
std::size_t comment_end(std::string_view text) {
  std::size_t end = std::min(text.find('\n'), std::min(text.size(), kLongestComment));
  for (const std::string_view close : {"-->", "#}", "}}", "%}", "*/", "%>"})
    end = std::min(end, text.find(close));
  return end;
}

/// The names before " -- "; "" alone where there are none, or "all".
std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  std::size_t at = std::min(text.find_first_not_of(" \t:"), text.size());
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && word_byte(text[end])) ++end;
    const std::string_view name = text.substr(at, end - at);
    if (name == "--" || name.starts_with(kMark)) break;
    if (name == "all") return {""};
    if (!name.empty() && name[0] != '-') names.emplace_back(name);
    if (end < text.size() && std::string_view(" ,\t").find(text[end]) == std::string_view::npos)
      break;
    at = end + 1;
  }
  if (names.empty()) names.emplace_back();
  return names;
}

/// The last of `list` that does not stand behind `at`, or null. `place` gives an item's place.
template <class Item, class Place>
const Item* last_until(const std::vector<Item>& list, std::size_t at, Place place) {
  const auto next =
      std::upper_bound(list.begin(), list.end(), at,
                       [&](std::size_t wanted, const Item& item) { return wanted < place(item); });
  return next == list.begin() ? nullptr : &*std::prev(next);
}

bool within_one(const std::vector<Span>& spans, std::uint32_t at) {
  const Span* span = last_until(spans, at, [](Span one) { return one.begin; });
  return span != nullptr && at < span->end;
}

}  // namespace

bool names_rule(std::string_view name, std::string_view rule) {
  return rule.starts_with(name) && (rule.size() == name.size() || rule[name.size()] == '-');
}

/// Goes through the comments of a file, and remembers the line that it is in.
class Suppressions::Reader {
 public:
  Reader(std::string_view source, Suppressions& into) : source_(source), into_(into) {}

  void run() {
    for (std::size_t at = source_.find(kMark); at != std::string_view::npos;
         at = source_.find(kMark, at + kMark.size())) {
      read_at(at);
    }
  }

 private:
  void read_at(std::size_t at) {
    const std::string_view rest = source_.substr(at + kMark.size(), kLongestComment);
    std::size_t verb_end = 0;
    while (verb_end < rest.size() && word_byte(rest[verb_end])) ++verb_end;
    const std::string_view verb = rest.substr(0, verb_end);
    if (verb != "disable" && verb != "enable" && verb != "disable-line" &&
        verb != "disable-next-line") {
      return;
    }
    const std::string_view words = rest.substr(verb_end, comment_end(rest.substr(verb_end)));
    const std::size_t end = at + kMark.size() + verb_end + words.size();
    into_.comments_.push_back(span(at, end));
    go_to(at);
    ++order_;
    for (const std::string& name : names_in(words)) {
      Named& named = into_.names_[name];
      if (verb == "disable" || verb == "enable") {
        turn(named, verb == "disable" ? line_ : at, verb == "disable");
      } else {
        add_line(named, verb == "disable-line" ? span(line_, line_end_) : next_line());
      }
    }
  }

  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  /// Sets the line to that of `at`. No byte is looked at twice.
  void go_to(std::size_t at) {
    while (line_end_ < at) {
      line_ = line_end_ + 1;
      line_end_ = std::min(source_.find('\n', line_), source_.size());
    }
  }
  /// The line behind this one. One comment costs one line at most: they are remembered.
  Span next_line() {
    if (next_of_ != line_end_) {
      next_of_ = line_end_;
      const std::size_t begin = std::min(line_end_ + 1, source_.size());
      next_ = span(begin, std::min(source_.find('\n', begin), source_.size()));
    }
    return next_;
  }
  void turn(Named& named, std::size_t at, bool off) {
    // A `disable` holds from the start of its line, but not from before the last turn.
    std::size_t& last = off ? last_off_ : last_on_;
    const std::size_t other = off ? last_on_ : last_off_;
    last = order_;
    if (!named.turns.empty()) {
      const Turn& before = named.turns.back();
      if (before.off == off && before.order > other) return;  // Nothing has changed since.
      at = std::max(at, before.at);
    }
    named.turns.push_back({at, order_, off});
  }
  /// Lines come nearly in order: `next-line` first and `line` behind it is all that can happen.
  static void add_line(Named& named, Span line) {
    const auto at = std::lower_bound(named.lines.begin(), named.lines.end(), line);
    if (at == named.lines.end() || *at != line) named.lines.insert(at, line);
  }

  std::string_view source_;
  Suppressions& into_;
  std::size_t order_ = 0;
  std::size_t last_off_ = 0;  ///< Order of the last comment that turned something off,
  std::size_t last_on_ = 0;   ///< … or on.
  std::size_t line_ = 0;
  std::size_t line_end_ = std::min(source_.find('\n'), source_.size());
  std::size_t next_of_ = std::string_view::npos;
  Span next_;
};

Suppressions::Suppressions(std::string_view source) {
  Reader(source, *this).run();
}

const Suppressions::Named* Suppressions::find(std::string_view name) const {
  const auto found = names_.find(name);
  return found == names_.end() ? nullptr : &found->second;
}

bool Suppressions::covers(std::string_view rule, Span span) const {
  if (comments_.empty()) return false;
  if (within_one(comments_, span.begin)) return true;
  bool off = false;
  std::size_t order = 0;
  // "", "false", "false-urgency", "false-urgency-hurry"
  for (std::size_t end = 0; end != std::string_view::npos;
       end = end < rule.size() ? std::min(rule.find('-', end + 1), rule.size())
                               : std::string_view::npos) {
    const Named* named = find(rule.substr(0, end));
    if (named == nullptr) continue;
    if (within_one(named->lines, span.begin)) return true;
    const Turn* turn = last_until(named->turns, span.begin, [](const Turn& t) { return t.at; });
    if (turn == nullptr || turn->order < order) continue;
    off = turn->off;
    order = turn->order;
  }
  return off;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "lint/suppress.h"

#include <algorithm>

namespace attune {

namespace {

constexpr std::string_view kMark = "attune-";
constexpr std::size_t kLongestComment = 600;
constexpr std::string_view kBlank = " \t";

bool word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

/// Where the comment's words end: a line end, or any mark that closes a comment.
std::size_t comment_end(std::string_view text) {
  std::size_t end = std::min(text.find('\n'), std::min(text.size(), kLongestComment));
  for (const std::string_view close : {"-->", "#}", "}}", "%}", "*/", "%>"})
    end = std::min(end, text.find(close));
  return end;
}

/// What stands behind the verb: names, and a reason.
struct CommentWords {
  std::vector<Span> names;  ///< Places in the text; none for all.
  bool reasoned = false;
};

/// The names before " -- "; none where there are none, or "all".
CommentWords words_in(std::string_view text) {
  CommentWords words;
  std::size_t at = std::min(text.find_first_not_of(" \t:"), text.size());
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && word_byte(text[end])) ++end;
    const std::string_view name = text.substr(at, end - at);
    if (name == "--") {
      words.reasoned = text.find_first_not_of(" \t-", end) != std::string_view::npos;
      break;
    }
    if (name.starts_with(kMark)) break;
    if (!name.empty() && name[0] != '-')
      words.names.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    if (end < text.size() && std::string_view(" ,\t").find(text[end]) == std::string_view::npos)
      break;
    at = end + 1;
  }
  const bool all = std::any_of(words.names.begin(), words.names.end(),
                               [&](Span name) { return name.of(text) == "all"; });
  if (all) words.names.clear();
  return words;
}

/// The last of `list` that does not stand behind `at`, or null. `place` gives an item's place.
template <class Item, class Place>
const Item* last_until(const std::vector<Item>& list, std::size_t at, Place place) {
  const auto next =
      std::upper_bound(list.begin(), list.end(), at,
                       [&](std::size_t wanted, const Item& item) { return wanted < place(item); });
  return next == list.begin() ? nullptr : &*std::prev(next);
}

/// The last item of `list` whose span holds `at`, or null.
template <class Item>
const Item* around(const std::vector<Item>& list, std::uint32_t at) {
  const Item* item = last_until(list, at, [](const Item& one) { return one.span.begin; });
  return item != nullptr && at < item->span.end ? item : nullptr;
}

}  // namespace

/// Goes through the comments of a file, and remembers the line that it is in.
class Suppressions::Reader {
 public:
  Reader(std::string_view source, Markup markup, Suppressions& into)
      : source_(source), markdown_(markup == Markup::markdown), into_(into) {
    fence();
  }

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
    go_to(at);
    if (markdown_ && (fence_ != 0 || in_code(at))) return;
    const std::size_t behind = at + kMark.size() + verb_end;
    const std::string_view text = rest.substr(verb_end, comment_end(rest.substr(verb_end)));
    const CommentWords words = words_in(text);
    const std::size_t end = behind + text.find_last_not_of(" \t-") + 1;  // None: npos + 1 is 0.
    into_.comments_.push_back({span(at, end), words.reasoned, verb == "enable"});
    ++order_;
    for (const Span name : words.names)
      add(verb, at, span(behind + name.begin, behind + name.end), name.of(text));
    if (words.names.empty()) add(verb, at, span(at, behind), "");
  }

  void add(std::string_view verb, std::size_t at, Span place, std::string_view name) {
    into_.mentions_.push_back({place, name, verb == "enable"});
    Named& named = into_.names_[std::string(name)];
    if (verb == "disable" || verb == "enable") {
      turn(named, verb == "disable" ? line_ : at, verb == "disable");
    } else {
      add_line(named, verb == "disable-line" ? span(line_, line_end_) : next_line());
    }
  }

  /// Is there an open backtick on this line before `at`?
  [[nodiscard]] bool in_code(std::size_t at) const {
    const std::string_view before = source_.substr(line_, at - line_);
    return std::count(before.begin(), before.end(), '`') % 2 == 1;
  }
  /// A line of three backticks or tildes begins code, or ends what began so.
  void fence() {
    if (!markdown_) return;
    const std::size_t first = std::min(source_.find_first_not_of(kBlank, line_), source_.size());
    const std::string_view line = source_.substr(first, 3);
    if (line != "```" && line != "~~~") return;
    if (fence_ == 0) {
      fence_ = line[0];
    } else if (fence_ == line[0]) {
      fence_ = 0;
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
      fence();
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
    named.turns.push_back({at, order_, off, into_.mentions_.size() - 1});
  }
  /// Lines come nearly in order: `next-line` first and `line` behind it is all that can happen.
  void add_line(Named& named, Span line) const {
    const auto at = std::lower_bound(named.lines.begin(), named.lines.end(), line,
                                     [](const Line& one, Span other) { return one.span < other; });
    if (at == named.lines.end() || at->span != line)
      named.lines.insert(at, {line, into_.mentions_.size() - 1});
  }

  std::string_view source_;
  bool markdown_;
  char fence_ = 0;  ///< What the code began with that this line is in, or 0.
  Suppressions& into_;
  std::size_t order_ = 0;
  std::size_t last_off_ = 0;  ///< Order of the last comment that turned something off,
  std::size_t last_on_ = 0;   ///< … or on.
  std::size_t line_ = 0;
  std::size_t line_end_ = std::min(source_.find('\n'), source_.size());
  std::size_t next_of_ = std::string_view::npos;
  Span next_;
};

Suppressions::Suppressions(std::string_view source, Markup markup) {
  Reader(source, markup, *this).run();
}

const Suppressions::Named* Suppressions::find(std::string_view name) const {
  const auto found = names_.find(name);
  return found == names_.end() ? nullptr : &found->second;
}

bool Suppressions::covers(std::string_view rule, Span span) {
  if (comments_.empty()) return false;
  if (around(comments_, span.begin) != nullptr) return true;
  const Turn* last = nullptr;
  // "", "false", "false-urgency", "false-urgency-hurry"
  for (std::size_t end = 0; end != std::string_view::npos;
       end = end < rule.size() ? std::min(rule.find('-', end + 1), rule.size())
                               : std::string_view::npos) {
    const Named* named = find(rule.substr(0, end));
    if (named == nullptr) continue;
    if (const Line* line = around(named->lines, span.begin)) {
      mentions_[line->mention].used = true;
      return true;
    }
    const Turn* turn = last_until(named->turns, span.begin, [](const Turn& t) { return t.at; });
    if (turn == nullptr || (last != nullptr && turn->order < last->order)) continue;
    last = turn;
  }
  if (last == nullptr || !last->off) return false;
  mentions_[last->mention].used = true;
  return true;
}

}  // namespace attune

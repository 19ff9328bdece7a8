// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/markdown.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace attune {

namespace {

constexpr std::size_t kLongestTarget = 4000;

/// Writes one line of Markdown without code, link targets, comments and tags.
class InlineCutter {
 public:
  InlineCutter(std::string_view line, std::size_t source, BlockWriter& out)
      : line_(line), source_(source), out_(out), placeholders_(line) {}

  void run() {
    while (at_ < line_.size()) {
      const std::size_t stop = std::min(line_.find_first_of("`<]|\\", at_), line_.size());
      keep_to(stop);
      if (stop < line_.size()) take_mark();
    }
    keep_to(line_.size());
  }

 private:
  void keep_to(std::size_t end) {
    if (end > from_) out_.text(line_.substr(from_, end - from_), source_ + from_);
    from_ = end;
    at_ = end;
  }
  void skip_to(std::size_t end) {
    from_ = end;
    at_ = end;
  }
  void take_mark() {
    switch (line_[at_]) {
      case '`':
        return take_code();
      case '<':
        return take_tag();
      case ']':
        return take_target();
      case '|':
        out_.stand_in("\n", source_ + at_, source_ + at_ + 1);
        return skip_to(at_ + 1);
      default:
        return skip_to(at_ + 1);
    }
  }
  void take_code() {
    std::size_t ticks = at_;
    while (ticks < line_.size() && line_[ticks] == '`') ++ticks;
    const std::size_t close = line_.find(line_.substr(at_, ticks - at_), ticks);
    skip_to(close == std::string_view::npos ? ticks : close + (ticks - at_));
  }
  void take_tag() {
    const std::string_view rest = line_.substr(at_, kLongestTarget);
    const bool placeholder = rest.starts_with("<%");
    const bool tag = rest.size() > 1 && (std::isalpha(static_cast<unsigned char>(rest[1])) != 0 ||
                                         rest[1] == '/' || rest[1] == '!');
    const std::size_t close = rest.starts_with("<!--") ? comment_end(rest) : rest.find('>');
    if (placeholder || !tag || close == std::string_view::npos) {
      const std::size_t end = at_ + 1;
      if (!placeholder) return keep_to(end);
      const Placeholder found = placeholders_.at(at_);
      return keep_to(at_ + std::max<std::size_t>(found.length, 1));
    }
    skip_to(at_ + close + (rest.starts_with("<!--") ? 3 : 1));
  }
  /// Where "-->" stands in `rest`, the next bytes of the line. None is looked at twice in vain.
  std::size_t comment_end(std::string_view rest) {
    const std::size_t from = std::max(at_, searched_) - at_;
    const std::size_t close = rest.find("-->", std::min(from, rest.size()));
    if (close == std::string_view::npos)
      searched_ = at_ + rest.size() - std::min<std::size_t>(2, rest.size());
    return close;
  }
  void take_target() {
    const std::size_t next = at_ + 1;
    if (next < line_.size() && line_[next] == '(') {
      const std::size_t close = line_.substr(0, next + kLongestTarget).find(')', next);
      if (close != std::string_view::npos) return skip_to(close + 1);
    }
    keep_to(next);
  }

  std::string_view line_;
  std::size_t source_;
  BlockWriter& out_;
  PlaceholderFinder placeholders_;
  std::size_t from_ = 0;
  std::size_t at_ = 0;
  std::size_t searched_ = 0;  ///< No comment ends before there.
};

/// Bytes of "## ", "- ", "3. ", "[x] " at the start of a line.
std::size_t prefix(std::string_view line, bool& starts_block) {
  std::size_t at = line.find_first_not_of(" \t");
  if (at == std::string_view::npos) return line.size();
  const std::size_t mark = at;
  while (at < line.size() && line[at] == '#') ++at;
  if (at == mark) {
    while (at < line.size() && std::isdigit(static_cast<unsigned char>(line[at])) != 0) ++at;
    const bool number = at > mark && at < line.size() && (line[at] == '.' || line[at] == ')');
    const bool bullet = at == mark && (line[at] == '-' || line[at] == '*' || line[at] == '+');
    if (!number && !bullet) return mark;
    ++at;
  }
  if (at < line.size() && line[at] != ' ' && line[at] != '\t') return mark;
  starts_block = true;
  return std::min(at, line.size());
}

/// ``` or ~~~ at the start of a line; 0 if there is none.
char fence(std::string_view line) {
  const std::size_t at = line.find_first_not_of(' ');
  if (at == std::string_view::npos) return 0;
  const std::string_view rest = line.substr(at);
  return rest.starts_with("```") || rest.starts_with("~~~") ? rest[0] : '\0';
}

/// Columns of white space at the start of a line; tabs go to multiples of four.
std::size_t indent_of(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c != ' ' && c != '\t') break;
    columns = c == '\t' ? columns / 4 * 4 + 4 : columns + 1;
  }
  return columns;
}

/// Tells indented code (CommonMark 0.31, 4.4) from paragraphs and from what belongs to a list.
class IndentedCode {
 public:
  /// Is the line code? Lines must come in order; `first` is npos for a blank one.
  bool takes(std::string_view line, std::size_t first) {
    if (first == std::string_view::npos) {
      blank_ = true;
      return false;
    }
    const std::size_t indent = indent_of(line);
    if (blank_) leave_lists(indent);
    code_ = (blank_ || code_) && indent >= inner() + 4;
    blank_ = false;
    if (!code_) enter_list(line, first, indent);
    return code_;
  }
  /// A fence: no paragraph goes on behind it.
  void no_paragraph() { blank_ = true; }

 private:
  /// Columns at which the text of the innermost list item begins.
  [[nodiscard]] std::size_t inner() const { return items_.empty() ? 0 : items_.back(); }
  void leave_lists(std::size_t indent) {
    while (!items_.empty() && indent < items_.back()) items_.pop_back();
  }
  void enter_list(std::string_view line, std::size_t first, std::size_t indent) {
    bool starts_block = false;
    const std::size_t behind = prefix(line, starts_block);
    blank_ = starts_block && line[first] == '#';  // No paragraph goes on behind a heading.
    if (!starts_block || blank_) return;
    leave_lists(indent);
    const std::size_t text = std::min(line.find_first_not_of(' ', behind), line.size());
    const std::size_t blanks = text - behind;
    items_.push_back(indent + (behind - first) + (blanks > 4 ? 1 : blanks));
  }

  std::vector<std::size_t> items_;  ///< Ascending.
  bool blank_ = true;               ///< Nothing goes on from the line before.
  bool code_ = false;
};

/// Goes through the lines of a file.
class MarkdownCutter {
 public:
  explicit MarkdownCutter(BlockWriter& out) : out_(out) {}

  /// A line without its end; `source` is where it begins.
  void line(std::string_view line, std::size_t source, bool last) {
    if (in_code(line)) return;
    line = without_comment(line);
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (indented_.takes(line, hidden_ ? std::string_view::npos : first)) return out_.flush();
    if (first == std::string_view::npos || line.starts_with("[//]:") || line.starts_with("---") ||
        line.starts_with("===")) {
      if (!hidden_) out_.flush();
      return;
    }
    const bool quoted = line[first] == '>';
    bool starts_block = quoted;
    const std::size_t skip = quoted ? first + 1 : prefix(line, starts_block);
    if (starts_block) out_.flush();
    out_.quoted(quoted);
    InlineCutter(line.substr(skip), source + skip, out_).run();
    const std::size_t end = source + line_size_;
    if (quoted) {
      out_.flush();
      out_.quoted(false);
    } else if (!last) {
      out_.stand_in(starts_block && line[first] == '#' ? "\n" : " ", end, end + 1);
    }
  }

 private:
  /// Is the line in a fence, or one itself?
  bool in_code(std::string_view line) {
    const char mark = fence(line);
    if (fenced_ == 0 && mark == 0) return false;
    if (mark != 0) out_.flush();
    indented_.no_paragraph();
    if (fenced_ == 0) {
      fenced_ = mark;
    } else if (mark == fenced_) {
      fenced_ = 0;
    }
    return true;
  }
  /// What stands before a comment that goes on; nothing of a line that lies in one.
  std::string_view without_comment(std::string_view line) {
    line_size_ = line.size();
    const std::size_t opens = line.rfind("<!--");
    const std::size_t closes = line.rfind("-->");
    hidden_ = comment_;
    if (closes != std::string_view::npos) comment_ = false;
    if (opens != std::string_view::npos && (closes == std::string_view::npos || closes < opens))
      comment_ = true;
    if (hidden_) return {};
    return comment_ ? line.substr(0, opens) : line;
  }

  BlockWriter& out_;
  IndentedCode indented_;
  char fenced_ = 0;
  bool comment_ = false;
  bool hidden_ = false;  ///< The line lies in a comment that an earlier one opened.
  std::size_t line_size_ = 0;
};

}  // namespace

void cut_markdown(std::string_view source, std::size_t at, BlockWriter& out) {
  MarkdownCutter cutter(out);
  while (at < source.size()) {
    const std::size_t end = std::min(source.find('\n', at), source.size());
    cutter.line(source.substr(at, end - at), at, end == source.size());
    at = end + 1;
  }
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "lint/output/output_text.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "lint/output/unchecked.h"
#include "lint/prose/places.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::size_t kPiece = 1U << 16U;
constexpr std::size_t kColumns = 78;    ///< Of a line, so that it fits into a terminal of 80.
constexpr std::size_t kMostWords = 48;  ///< Bytes of the words that are shown,
constexpr std::size_t kBefore = 24;     ///< … of what stands before them on a long line,
constexpr std::size_t kShort = 64;      ///< … and of a line that is shown from its start.

struct Colours {
  std::string_view error = "\x1b[31m";
  std::string_view warning = "\x1b[33m";
  std::string_view suggestion = "\x1b[36m";
  std::string_view dim = "\x1b[2m";
  std::string_view end = "\x1b[0m";
};

/// Columns that a character takes on a terminal.
int width(char32_t code) {
  const bool joins = (code >= 0x300 && code <= 0x36F) || code == 0x200D ||
                     (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0x1F3FB && code <= 0x1F3FF);
  if (joins) return 0;
  const bool wide = (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
                    (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xFF00 && code <= 0xFF60) ||
                    (code >= 0x1F300 && code <= 0x1FAFF);
  return wide ? 2 : 1;
}

/// For people: the place, the words underlined, what is wrong, why, and what helps.
class TextWriter : public FindingWriter {
 public:
  TextWriter(bool colour, Out out) : out_(std::move(out)) {
    if (!colour) colours_ = {"", "", "", "", ""};
    text_.reserve(2 * kPiece);
  }

  void add(const Finding& finding, std::string_view source) override {
    place(finding);
    words(finding, source);
    paragraph(finding.message + " " + std::string(finding.why), "");
    if (!finding.clears_with.empty())
      paragraph("A fact can clear it: " + std::string(finding.clears_with) + ".", colours_.dim);
    if (!finding.rewrite.empty())
      paragraph("Better: " + std::string(finding.rewrite), colours_.dim);
    if (is_link(finding.url)) {
      paragraph(finding.url, colours_.dim);
    } else {
      unexplained_ = true;
    }
    text_ += '\n';
    if (text_.size() > kPiece) give();
  }

  void cleared(const Cleared& cleared, std::string_view file) override {
    show(file);
    text_.append(": ").append(cleared.rule).append(" is cleared by the fact \"");
    text_.append(cleared.fact).append("\"\n");
    if (text_.size() > kPiece) give();
  }

  void finish(const LintTotals& totals) override {
    if (unexplained_) text_ += "attune lint --rule ID explains a rule and shows examples.\n";
    const bool nothing = totals.files == 0 && (totals.not_read.count() > 0 ||  //
                                               totals.not_checked.count() > 0);
    text_ += nothing ? "nothing was checked\n" : totals_line(totals);
    for (const Unchecked::File& file : totals.not_checked.named) left_out(file);
    for (const std::string& said : {not_read_sentence(totals), not_checked_sentence(totals)}) {
      if (said.empty()) continue;
      show(said);
      text_ += '\n';
    }
    give();
  }

 private:
  void give() {
    out_(text_);
    text_.clear();
  }
  /// Of a file that was not checked, by its name.
  void left_out(const Unchecked::File& file) {
    show(file.name);
    text_ += ": not checked: ";
    show(file.reason);
    text_ += '\n';
  }
  void number(std::uint32_t value) {
    char digits[16];
    const auto done = std::to_chars(digits, digits + sizeof digits, value);
    text_.append(digits, done.ptr);
  }
  [[nodiscard]] std::string_view colour_of(const Finding& finding) const {
    if (finding.severity == Severity::error) return colours_.error;
    return finding.severity == Severity::warning ? colours_.warning : colours_.suggestion;
  }
  void place(const Finding& finding) {
    show(finding.file);
    text_ += ':';
    number(finding.line);
    text_ += ':';
    number(finding.column);
    text_.append(" ").append(colour_of(finding));
    text_.append(kSeverityNames[static_cast<std::size_t>(finding.severity)]);
    text_.append(colours_.end).append(" ").append(finding.rule).append("\n");
  }
  /// Adds `bytes` with control characters and broken UTF-8 made harmless; gives their width.
  std::size_t show(std::string_view bytes) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < bytes.size();) {
      const auto byte = static_cast<unsigned char>(bytes[at]);
      if (byte >= 0x20 && byte < 0x7F) {
        text_ += bytes[at++];
        ++columns;
        continue;
      }
      const CodePoint point = decode(bytes, at);
      const bool control = harmful(point.code);
      append_utf8(text_, control ? U' ' : point.code);
      columns += static_cast<std::size_t>(control ? 1 : width(point.code));
      at += point.length;
    }
    return columns;
  }
  void words(const Finding& finding, std::string_view source) {
    const std::string_view marked = cut(finding.span.of(source), kMostWords);
    const std::size_t begin = shown_from(source, finding.span.begin, marked.size());
    const bool cut_before =
        begin > byte_order_mark(source) && source[begin - 1] != '\n' && source[begin - 1] != '\r';
    text_ += cut_before ? "  \u2026" : "  ";
    const std::size_t indent =
        show(source.substr(begin, finding.span.begin - begin)) + (cut_before ? 3 : 2);
    const std::size_t length = std::max<std::size_t>(show(marked), 1);
    if (marked.size() < finding.span.size()) {
      text_ += "\u2026";
    } else {
      show_after(source.substr(finding.span.end), indent + length);
    }
    text_ += '\n';
    text_.append(indent, ' ');
    text_.append(colour_of(finding)).append(length, '^').append(colours_.end) += '\n';
  }
  /// From where a line is shown whose words begin at `at`: from its start, or from a word before
  /// them.
  static std::size_t shown_from(std::string_view source, std::size_t at, std::size_t size) {
    const std::size_t far = at - std::min(at, kShort - std::min(kShort - kBefore, size));
    const std::size_t line = source.substr(far, at - far).find_last_of("\r\n");
    if (line != std::string_view::npos) return far + line + 1;
    if (far == 0) return std::min<std::size_t>(byte_order_mark(source), at);
    std::size_t begin = at - std::min(at, kBefore);
    while (!at_character(source, begin)) ++begin;
    const std::size_t space = source.substr(begin, at - begin).find(' ');
    return space == std::string_view::npos ? begin : begin + space + 1;
  }
  /// The rest of the line, as far as there is room.
  void show_after(std::string_view rest, std::size_t used) {
    const std::size_t room = kColumns - std::min(kColumns, used);
    const std::string_view near = rest.substr(0, room + 1);
    const std::size_t end = std::min(near.find_first_of("\r\n"), near.size());
    if (end <= room) {
      show(near.substr(0, end));
      return;
    }
    const std::string_view fits = cut(near, room - std::min<std::size_t>(room, 1));
    const std::size_t space = fits.rfind(' ');
    show(space == std::string_view::npos ? std::string_view{} : fits.substr(0, space));
    text_ += "\u2026";
  }
  /// Lines of kColumns at most, indented.
  void paragraph(std::string_view text, std::string_view colour) {
    while (!text.empty()) {
      std::size_t end = line_of(text);
      text_.append("  ").append(colour);
      show(text.substr(0, end));
      text_.append(colour.empty() ? "" : colours_.end).append("\n");
      while (end < text.size() && text[end] == ' ') ++end;
      text.remove_prefix(end);
    }
  }
  /// How many bytes of `text` make up its first line.
  static std::size_t line_of(std::string_view text) {
    std::size_t columns = 2;
    std::size_t space = 0;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = decode(text, at);
      columns += static_cast<std::size_t>(width(point.code));
      if (columns > kColumns && space > 0) return space;
      if (point.code == ' ') space = at;
      at += point.length;
    }
    return text.size();
  }

  Out out_;
  Colours colours_;
  std::string text_;
  bool unexplained_ = false;  ///< Was there a finding without a link?
};

}  // namespace

std::string totals_line(const LintTotals& totals) {
  const auto count = [](std::uint64_t n, std::string_view one) {
    return std::to_string(n) + " " + std::string(one) + (n == 1 ? "" : "s");
  };
  return count(totals.errors, "error") + ", " + count(totals.warnings, "warning") + ", " +
         count(totals.suggestions, "suggestion") + " in " + count(totals.files, "file") + "\n";
}

std::unique_ptr<FindingWriter> make_text_writer(bool colour, FindingWriter::Out out) {
  return std::make_unique<TextWriter>(colour, std::move(out));
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <utility>

#include "lint/output.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::size_t kPiece = 1U << 16U;
constexpr std::size_t kReach = 60;      ///< Bytes of the line that are shown on each side.
constexpr std::size_t kMostWords = 90;  ///< Bytes of the words that are shown.

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
    text_.append("  ").append(finding.message).append(" ").append(finding.why).append("\n");
    if (!finding.clears_with.empty() || !finding.rewrite.empty()) help(finding);
    if (text_.size() > kPiece) give();
  }

  void cleared(const Cleared& cleared, std::string_view file) override {
    show(file);
    text_.append(": ").append(cleared.rule).append(" is cleared by the fact \"");
    text_.append(cleared.fact).append("\"\n");
    if (text_.size() > kPiece) give();
  }

  void finish(const LintTotals& totals) override {
    const auto count = [&](std::uint64_t n, std::string_view one) {
      text_.append(std::to_string(n)).append(" ").append(one).append(n == 1 ? "" : "s");
    };
    count(totals.errors, "error");
    text_ += ", ";
    count(totals.warnings, "warning");
    text_ += ", ";
    count(totals.suggestions, "suggestion");
    text_ += " in ";
    count(totals.files, "file");
    text_ += "\n";
    give();
  }

 private:
  void give() {
    out_(text_);
    text_.clear();
  }
  void number(std::uint32_t value) {
    char digits[16];
    const auto done = std::to_chars(digits, digits + sizeof digits, value);
    text_.append(digits, done.ptr);
  }
  void place(const Finding& finding) {
    const std::string_view colour = finding.severity == Severity::error     ? colours_.error
                                    : finding.severity == Severity::warning ? colours_.warning
                                                                            : colours_.suggestion;
    show(finding.file);
    text_ += ':';
    number(finding.line);
    text_ += ':';
    number(finding.column);
    text_.append(" ").append(colour);
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
      const bool control = point.code < 0xA0;
      append_utf8(text_, control ? U' ' : point.code);
      columns += static_cast<std::size_t>(control ? 1 : width(point.code));
      at += point.length;
    }
    return columns;
  }
  void words(const Finding& finding, std::string_view source) {
    std::size_t begin = finding.span.begin - std::min<std::size_t>(finding.span.begin, kReach);
    while (!at_character(source, begin)) ++begin;
    const std::string_view before = source.substr(begin, finding.span.begin - begin);
    const std::size_t line = before.find_last_of("\r\n");
    if (line != std::string_view::npos) begin += line + 1;
    const bool cut_before = line == std::string_view::npos && begin > 0;
    const std::string_view marked = cut(finding.span.of(source), kMostWords);
    std::string_view after = cut(source.substr(finding.span.begin + marked.size()), kReach);
    after = after.substr(0, after.find_first_of("\r\n"));
    text_ += cut_before ? "  \u2026" : "  ";
    const std::size_t indent =
        show(source.substr(begin, finding.span.begin - begin)) + (cut_before ? 3 : 2);
    const std::size_t length = show(marked);
    show(after);
    text_ += '\n';
    text_.append(indent, ' ');
    text_.append(colours_.error).append(std::max<std::size_t>(length, 1), '^');
    text_.append(colours_.end) += '\n';
  }
  void help(const Finding& finding) {
    text_.append("  ").append(colours_.dim);
    if (!finding.clears_with.empty()) {
      text_.append("A fact can clear it: ").append(finding.clears_with).append(". ");
    }
    if (!finding.rewrite.empty()) text_.append("Better: ").append(finding.rewrite);
    text_.append(colours_.end).append("\n");
  }

  Out out_;
  Colours colours_;
  std::string text_;
};

}  // namespace

std::unique_ptr<FindingWriter> make_text_writer(bool colour, FindingWriter::Out out) {
  return std::make_unique<TextWriter>(colour, std::move(out));
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "lint/output/output_junit.h"

#include <fmt/core.h>

#include <string>
#include <utility>

#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::size_t kPiece = 1U << 16U;

/// `text` for an attribute or an element. What XML 1.0 cannot hold, and what is harmful(), becomes
/// a space.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool no_character = (point.code & 0xFFFEU) == 0xFFFE;
    switch (point.code) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        append_utf8(out, harmful(point.code) || no_character ? U' ' : point.code);
    }
    at += point.length;
  }
  return out;
}

class JunitWriter : public FindingWriter {
 public:
  explicit JunitWriter(Out out) : out_(std::move(out)) {}

  void begin_file(std::string_view file) override {
    end_file();
    file_ = escaped(file);
    open_ = true;
  }
  void add(const Finding& finding, std::string_view /*source*/) override {
    const bool fails = finding.severity != Severity::suggestion;
    ++tests_;
    failures_ += fails ? 1 : 0;
    const std::string_view severity = kSeverityNames[static_cast<std::size_t>(finding.severity)];
    std::string body = escaped(finding.why);
    if (!finding.rewrite.empty()) body += "\nBetter: " + escaped(finding.rewrite);
    cases_ += fmt::format("    <testcase name=\"{} at {}:{}\" classname=\"{}\">\n",
                          escaped(finding.rule), finding.line, finding.column, file_);
    if (fails) {
      cases_ += fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n", severity,
                            escaped(finding.message), body);
    } else {
      cases_ += fmt::format("      <system-out>{}: {}\n{}</system-out>\n", severity,
                            escaped(finding.message), body);
    }
    cases_ += "    </testcase>\n";
  }
  void finish(const LintTotals& totals) override {
    end_file();
    end_unchecked(totals);
    out_(
        fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<testsuites name=\"attune lint\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n",
                    all_tests_, totals.errors + totals.warnings));
    for (std::string_view left = suites_; !left.empty();
         left.remove_prefix(std::min(kPiece, left.size())))
      out_(left.substr(0, kPiece));
    out_("</testsuites>\n");
  }

 private:
  void end_file() {
    if (!open_) return;
    if (tests_ == 0) {
      cases_ = fmt::format("    <testcase name=\"no finding\" classname=\"{}\"/>\n", file_);
      tests_ = 1;
    }
    suites_ += fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">\n{}"
        "  </testsuite>\n",
        file_, tests_, failures_, cases_);
    all_tests_ += tests_;
    tests_ = failures_ = 0;
    cases_.clear();
    open_ = false;
  }

  /// What was not checked is skipped, with the reason.
  void end_unchecked(const LintTotals& totals) {
    std::size_t skipped = 0;
    for (const Unchecked* const files : {&totals.not_read, &totals.not_checked}) {
      for (const Unchecked::File& file : files->named) {
        ++skipped;
        cases_ += fmt::format(
            "    <testcase name=\"not checked\" classname=\"{}\">\n"
            "      <skipped message=\"{}\"/>\n    </testcase>\n",
            escaped(file.name), escaped(file.reason));
      }
    }
    if (skipped == 0) return;
    suites_ += fmt::format(
        "  <testsuite name=\"not checked\" tests=\"{0}\" failures=\"0\" errors=\"0\" "
        "skipped=\"{0}\">\n{1}  </testsuite>\n",
        skipped, cases_);
    all_tests_ += skipped;
    cases_.clear();
  }

  Out out_;
  std::string suites_;  ///< Of the files that are done.
  std::uint64_t all_tests_ = 0;
  bool open_ = false;           ///< A file is spoken of:
  std::string file_;            ///< … its name, escaped,
  std::string cases_;           ///< … what was said of it,
  std::uint64_t tests_ = 0;     ///< … in how many cases,
  std::uint64_t failures_ = 0;  ///< … and how many of them fail.
};

}  // namespace

std::unique_ptr<FindingWriter> make_junit_writer(FindingWriter::Out out) {
  return std::make_unique<JunitWriter>(std::move(out));
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "lint/output/output.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "lint/output/output_junit.h"
#include "lint/output/output_sarif.h"
#include "lint/output/output_text.h"
#include "lint/prose/places.h"
#include "text/harmless.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::size_t kPiece = 1U << 16U;

void write_mechanism(const Mechanism& mechanism, JsonOut& out) {
  out.begin_object().key("level").number(mechanism.level).key("p").begin_array();
  for (const float p : mechanism.p) out.number(static_cast<double>(p));
  out.end_array().key("spans").begin_array();
  for (const Span span : mechanism.spans)
    out.begin_object().key("begin").number(span.begin).key("end").number(span.end).end_object();
  out.end_array().end_object();
}

/// One document: {"findings":[…],"cleared":[…], counts}.
class JsonWriter : public FindingWriter {
 public:
  explicit JsonWriter(Out out) : out_(std::move(out)) {
    json_.begin_object().key("findings").begin_array();
  }
  void add(const Finding& finding, std::string_view /*source*/) override {
    write_finding(finding, json_);
    if (json_.size() > kPiece) out_(json_.take_piece());
  }
  void cleared(const Cleared& cleared, std::string_view file) override {
    if (cleared_.size() < kMostCleared)
      cleared_.push_back(
          {std::string(cleared.rule), std::string(file), cleared.span, std::string(cleared.fact)});
  }
  void finish(const LintTotals& totals) override {
    json_.end_array().key("cleared").begin_array();
    for (const Told& told : cleared_) {
      json_.begin_object().key("rule").string(told.rule).key("file").string(valid_utf8(told.file));
      json_.key("begin").number(told.span.begin).key("end").number(told.span.end);
      json_.key("fact").string(told.fact).end_object();
    }
    json_.end_array().key("files").number(totals.files);
    json_.key("errors").number(totals.errors).key("warnings").number(totals.warnings);
    json_.key("suggestions").number(totals.suggestions);
    write_unchecked(totals, json_);
    json_.end_object();
    json_.newline();
    out_(json_.take());
  }

 private:
  static constexpr std::size_t kMostCleared = 10000;
  struct Told {
    std::string rule;
    std::string file;
    Span span;
    std::string fact;
  };
  Out out_;
  JsonOut json_;
  std::vector<Told> cleared_;
};

/// reviewdog's diagnostic format, one document.
class RdjsonWriter : public FindingWriter {
 public:
  explicit RdjsonWriter(Out out) : out_(std::move(out)) {
    json_.begin_object().key("source").begin_object().key("name").string("attune lint");
    json_.end_object().key("diagnostics").begin_array();
  }
  void add(const Finding& finding, std::string_view source) override {
    constexpr std::array<std::string_view, 3> kLevels = {"INFO", "WARNING", "ERROR"};
    // reviewdog counts columns in UTF-8 bytes from 1.
    if (finding.line != line_ || finding.file != file_) {
      line_ = finding.line;
      file_ = finding.file;
      line_start_ = source.substr(0, finding.span.begin).find_last_of("\r\n") + 1;
      if (line_start_ == 0) line_start_ = byte_order_mark(source);
    }
    json_.begin_object().key("message").string(finding.message);
    json_.key("location").begin_object().key("path").string(valid_utf8(finding.file));
    range(finding.span, source);
    json_.end_object();
    if (finding.fix) {
      json_.key("suggestions").begin_array().begin_object();
      range(*finding.fix, source);
      json_.key("text").string("").end_object().end_array();
    }
    json_.key("severity").string(kLevels[static_cast<std::size_t>(finding.severity)]);
    json_.key("code").begin_object().key("value").string(finding.rule);
    if (is_link(finding.url)) json_.key("url").string(finding.url);
    json_.end_object().end_object();
    if (json_.size() > kPiece) out_(json_.take_piece());
  }
  void finish(const LintTotals& /*totals*/) override {
    json_.end_array().end_object().newline();
    out_(json_.take());
  }

 private:
  /// Where `span` stands, which begins on the line of the finding.
  void range(Span span, std::string_view source) {
    PlaceFinder places(span.of(source));
    const std::uint32_t lines = places.at(span.size()).line;
    const std::size_t end_start =
        lines == 1 ? line_start_ : source.substr(0, span.end).find_last_of("\r\n") + 1;
    json_.key("range").begin_object().key("start").begin_object();
    json_.key("line").number(line_).key("column");
    json_.number(static_cast<std::uint64_t>(span.begin - line_start_ + 1)).end_object();
    json_.key("end").begin_object().key("line").number(line_ + lines - 1);
    json_.key("column").number(static_cast<std::uint64_t>(span.end - end_start + 1));
    json_.end_object().end_object();
  }

  Out out_;
  JsonOut json_;
  std::string file_;  ///< Of the last finding, with its line and where that begins.
  std::uint32_t line_ = 0;
  std::size_t line_start_ = 0;
};

/// GitHub shows ten annotations a step: the ten gravest, and how many more there are.
class GithubWriter : public FindingWriter {
 public:
  explicit GithubWriter(Out out) : out_(std::move(out)) {}
  void add(const Finding& finding, std::string_view /*source*/) override {
    auto& kept = kept_[static_cast<std::size_t>(finding.severity)];
    if (kept.size() < kMost) {
      kept.push_back(finding);
    } else {
      ++more_;
    }
  }
  void finish(const LintTotals& totals) override {
    constexpr std::array<std::string_view, 3> kCommands = {"notice", "warning", "error"};
    std::string text;
    std::size_t left = kMost;
    for (std::size_t s = kCommands.size(); s-- > 0;) {
      for (const Finding& finding : kept_[s]) {
        if (left == 0) {
          ++more_;
          continue;
        }
        --left;
        text.append("::").append(kCommands[s]).append(" file=").append(property(finding.file));
        text.append(",line=").append(std::to_string(finding.line));
        text.append(",col=").append(std::to_string(finding.column));
        text.append(",title=").append(property(finding.rule)).append("::");
        text.append(data(finding.message)).append("\n");
      }
    }
    if (more_ > 0) {
      text.append("attune: ").append(std::to_string(more_));
      text.append(" more; --format text shows them all\n");
    }
    for (const std::string& said : {not_read_sentence(totals), not_checked_sentence(totals)}) {
      if (!said.empty()) text.append("::notice title=attune lint::").append(data(said)) += '\n';
    }
    out_(text);
  }

 private:
  static constexpr std::size_t kMost = 10;
  /// Names of files and words of copy are data: what could do harm in a log becomes a space.
  static std::string data(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = decode(text, at);
      if (point.code == '%') {
        out += "%25";
      } else if (point.code == '\r') {
        out += "%0D";
      } else if (point.code == '\n') {
        out += "%0A";
      } else {
        append_utf8(out, harmful(point.code) ? U' ' : point.code);
      }
      at += point.length;
    }
    return out;
  }
  static std::string property(std::string_view text) {
    std::string out;
    for (const char c : data(text)) {
      if (c == ':') {
        out += "%3A";
      } else if (c == ',') {
        out += "%2C";
      } else {
        out += c;
      }
    }
    return out;
  }
  Out out_;
  std::array<std::vector<Finding>, 3> kept_;
  std::uint64_t more_ = 0;
};

}  // namespace

Result<LintFormat> lint_format(std::string_view name) {
  constexpr std::array<std::string_view, 6> kNames = {"text",   "json",   "sarif",
                                                      "rdjson", "github", "junit"};
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) {
    return fail(
        Fault::bad_input,
        "--format takes text, json, sarif, rdjson, github or junit, not " + std::string(name));
  }
  return static_cast<LintFormat>(found - kNames.begin());
}

void write_finding(const Finding& finding, JsonOut& out) {
  out.begin_object().key("rule").string(finding.rule);
  out.key("severity").string(kSeverityNames[static_cast<std::size_t>(finding.severity)]);
  out.key("file").string(valid_utf8(finding.file)).key("line").number(finding.line);
  out.key("column").number(finding.column);
  out.key("begin").number(finding.span.begin).key("end").number(finding.span.end);
  out.key("message").string(finding.message).key("why").string(finding.why);
  out.key("clears_with").string(finding.clears_with).key("rewrite").string(finding.rewrite);
  out.key("url").string(finding.url);
  if (finding.fix) {
    out.key("fix").begin_object().key("begin").number(finding.fix->begin);
    out.key("end").number(finding.fix->end).key("text").string("").end_object();
  }
  out.end_object();
}

void write_line(const LineFindings& line, JsonOut& out) {
  out.begin_object().key("id").id(line.id).key("findings").begin_array();
  for (const Finding& finding : line.findings) write_finding(finding, out);
  out.end_array().key("manipulation_p").number(static_cast<double>(line.manipulation_p));
  if (line.empathy) {
    out.key("empathy").begin_object().key("emotional_reactions");
    write_mechanism(line.empathy->emotional_reactions, out);
    out.key("interpretations");
    write_mechanism(line.empathy->interpretations, out);
    out.key("explorations");
    write_mechanism(line.empathy->explorations, out);
    out.end_object();
  }
  if (!line.not_checked.empty()) out.key("not_checked").string(line.not_checked);
  out.end_object().newline();
}

std::unique_ptr<FindingWriter> make_writer(LintFormat format, bool colour, const RuleBook& book,
                                           FindingWriter::Out out) {
  switch (format) {
    case LintFormat::json:
      return std::make_unique<JsonWriter>(std::move(out));
    case LintFormat::sarif:
      return make_sarif_writer(book, std::move(out));
    case LintFormat::rdjson:
      return std::make_unique<RdjsonWriter>(std::move(out));
    case LintFormat::github:
      return std::make_unique<GithubWriter>(std::move(out));
    case LintFormat::junit:
      return make_junit_writer(std::move(out));
    case LintFormat::text:
      break;
  }
  return make_text_writer(colour, std::move(out));
}

}  // namespace attune

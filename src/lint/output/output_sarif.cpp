// SPDX-License-Identifier: Apache-2.0
#include "lint/output/output_sarif.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/json_out.h"
#include "lint/output/unchecked.h"
#include "lint/prose/places.h"
#include "text/harmless.h"

namespace attune {

namespace {

/// Consumers refuse files with more results (GitHub: 25,000, of which 5,000 are kept).
constexpr std::size_t kMostResults = 25000;
constexpr std::array<std::string_view, 3> kLevels = {"note", "warning", "error"};

/// A path as a URI reference: everything but unreserved characters and slashes is escaped.
std::string uri(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      std::string_view("-._~/").find(c) != std::string_view::npos;
    if (kept) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    }
  }
  return out;
}

class SarifWriter : public FindingWriter {
 public:
  SarifWriter(const RuleBook& book, Out out) : book_(book), out_(std::move(out)) {}

  void add(const Finding& finding, std::string_view source) override {
    auto& kept = kept_[static_cast<std::size_t>(finding.severity)];
    if (kept.size() >= kMostResults) return;
    if (is_link(finding.url)) links_.try_emplace(finding.rule, finding.url);
    Kept one;
    one.finding = finding;
    PlaceFinder places(finding.span.of(source));
    one.end = places.at(finding.span.size());
    if (finding.fix) {  // It begins on the line of the words.
      const std::string_view before =
          source.substr(finding.fix->begin, finding.span.begin - finding.fix->begin);
      one.fix_column = finding.column - utf16_units(before);
      PlaceFinder rest(source.substr(finding.span.begin, finding.fix->end - finding.span.begin));
      one.fix_end = rest.at(finding.fix->end - finding.span.begin);
    }
    const std::uint64_t print = fingerprint(finding, finding.span.of(source));
    one.fingerprint = hex64(print) + ":" + std::to_string(++seen_[print]);
    kept.push_back(std::move(one));
  }

  void finish(const LintTotals& totals) override {
    JsonOut json;
    json.begin_object().key("$schema").string("https://json.schemastore.org/sarif-2.1.0.json");
    json.key("version").string("2.1.0").key("runs").begin_array().begin_object();
    json.key("tool").begin_object().key("driver").begin_object();
    json.key("name").string("attune lint");
    json.key("rules").begin_array();
    for (const Rule& rule : book_.entries) write_rule(rule, json);
    json.end_array().end_object().end_object();
    json.key("columnKind").string("utf16CodeUnits").key("results").begin_array();
    std::size_t left = kMostResults;
    for (std::size_t s = kept_.size(); s-- > 0;) {
      for (const Kept& one : kept_[s]) {
        if (left == 0) break;
        --left;
        write_result(one, json);
        if (json.size() > (1U << 16U)) out_(json.take_piece());
      }
    }
    json.end_array();
    write_invocation(totals, json);
    json.end_object().end_array().end_object().newline();
    out_(json.take());
  }

 private:
  struct Kept {
    Finding finding;
    TextPlace end;                 ///< Within the words: line 1 is the line where they begin.
    TextPlace fix_end;             ///< The same of the bytes that can go,
    std::uint32_t fix_column = 0;  ///< … and where these begin.
    std::string fingerprint;
  };

  /// From `column` of the finding's line to `end`, counted from where its words begin.
  static void write_region(const Finding& finding, std::uint32_t column, TextPlace end, Span span,
                           JsonOut& json) {
    json.begin_object().key("startLine").number(finding.line).key("startColumn").number(column);
    json.key("endLine").number(finding.line + end.line - 1).key("endColumn");
    json.number(end.line == 1 ? finding.column + end.column - 1 : end.column);
    json.key("byteOffset").number(span.begin).key("byteLength").number(span.size()).end_object();
  }

  static void write_fix(const Kept& one, JsonOut& json) {
    const Finding& finding = one.finding;
    json.key("fixes").begin_array().begin_object().key("description").begin_object();
    json.key("text").string("Delete the sentence; nothing is lost.").end_object();
    json.key("artifactChanges").begin_array().begin_object().key("artifactLocation");
    json.begin_object().key("uri").string(uri(finding.file)).end_object();
    json.key("replacements").begin_array().begin_object().key("deletedRegion");
    write_region(finding, one.fix_column, one.fix_end, *finding.fix, json);
    json.end_object().end_array().end_object().end_array().end_object().end_array();
  }

  /// All that is known of a rule, for a viewer that shows it beside the finding: it may lie where
  /// no link of ours leads.
  [[nodiscard]] std::string explained(const Rule& rule, std::string_view between) const {
    std::string out = book_.kinds[rule.kind].what;
    out.append(between).append("Why: ").append(rule.why);
    if (!rule.clears.empty())
      out.append(between).append("A fact that clears it: ").append(rule.clears).append(".");
    if (!rule.rewrite.empty()) out.append(between).append("Better: ").append(rule.rewrite);
    return out;
  }
  [[nodiscard]] std::string in_markdown(const Rule& rule) const {
    std::string out = explained(rule, "\n\n");
    const auto list = [&](std::string_view title, const std::vector<std::string>& texts) {
      if (!texts.empty()) out.append("\n\n").append(title).append("\n");
      for (const std::string& text : texts) {
        const std::string_view mark = text.find('`') == std::string::npos ? "`" : "\"";
        out.append("\n- ").append(mark).append(text).append(mark);
      }
    };
    list("Found, for example:", rule.hits);
    list("Left alone, for example:", rule.misses);
    return out + "\n\n`attune lint --rule " + rule.id + "` says the same.";
  }

  void write_rule(const Rule& rule, JsonOut& json) const {
    const KindText& kind = book_.kinds[rule.kind];
    json.begin_object().key("id").string(rule.id);
    json.key("name").string(kind.title);
    json.key("shortDescription").begin_object().key("text").string(kind.what).end_object();
    json.key("fullDescription").begin_object().key("text").string(explained(rule, " "));
    json.end_object();
    const auto link = links_.find(rule.id);
    if (link != links_.end()) json.key("helpUri").string(link->second);
    json.key("help").begin_object().key("text").string(explained(rule, "\n\n"));
    json.key("markdown").string(in_markdown(rule)).end_object();
    json.key("defaultConfiguration").begin_object().key("level");
    json.string(rule.level == RuleLevel::suggest || rule.level == RuleLevel::ask ? "note"
                                                                                 : "warning")
        .end_object();
    json.key("properties").begin_object().key("tags").begin_array();
    for (const std::string* tag : {&kind.gray, &kind.mathur, &kind.edpb}) {
      if (!tag->empty()) json.string(*tag);
    }
    json.end_array().end_object().end_object();
  }

  /// What was not checked stands in notifications: one for each file.
  static void write_invocation(const LintTotals& totals, JsonOut& json) {
    json.key("invocations").begin_array().begin_object();
    json.key("executionSuccessful").boolean(true);
    json.key("toolExecutionNotifications").begin_array();
    for (const std::string& said : {not_read_sentence(totals), not_checked_sentence(totals)}) {
      if (!said.empty()) write_notification("unchecked", "warning", said, "", json);
    }
    for (const Unchecked::File& file : totals.not_read.named)
      write_notification("not-read", "note", "Not read: " + file.reason, file.name, json);
    for (const Unchecked::File& file : totals.not_checked.named)
      write_notification("not-checked", "note", "Not checked: " + file.reason, file.name, json);
    json.end_array().end_object().end_array();
  }

  static void write_notification(std::string_view id, std::string_view level,
                                 const std::string& text, std::string_view file, JsonOut& json) {
    json.begin_object().key("descriptor").begin_object().key("id").string(id).end_object();
    json.key("level").string(level).key("message").begin_object().key("text");
    json.string(valid_utf8(text)).end_object();
    if (!file.empty()) {
      json.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
      json.key("artifactLocation").begin_object().key("uri").string(uri(file)).end_object();
      json.end_object().end_object().end_array();
    }
    json.end_object();
  }

  void write_result(const Kept& one, JsonOut& json) const {
    const Finding& finding = one.finding;
    const auto rule = std::find_if(book_.entries.begin(), book_.entries.end(),
                                   [&](const Rule& r) { return r.id == finding.rule; });
    json.begin_object().key("ruleId").string(finding.rule);
    json.key("ruleIndex").number(static_cast<std::uint64_t>(rule - book_.entries.begin()));
    json.key("level").string(kLevels[static_cast<std::size_t>(finding.severity)]);
    json.key("message").begin_object().key("text");
    json.string(finding.message + " " + std::string(finding.why)).end_object();
    json.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
    json.key("artifactLocation").begin_object().key("uri").string(uri(finding.file)).end_object();
    json.key("region");
    write_region(finding, finding.column, one.end, finding.span, json);
    json.end_object().end_object().end_array();
    if (finding.fix) write_fix(one, json);
    json.key("partialFingerprints").begin_object().key("attune/v1").string(one.fingerprint);
    json.end_object().end_object();
  }

  const RuleBook& book_;
  Out out_;
  std::array<std::vector<Kept>, 3> kept_;
  std::map<std::uint64_t, std::uint64_t> seen_;
  std::map<std::string_view, std::string> links_;  ///< By rule, where a page was named.
};

}  // namespace

std::unique_ptr<FindingWriter> make_sarif_writer(const RuleBook& book, FindingWriter::Out out) {
  return std::make_unique<SarifWriter>(book, std::move(out));
}

}  // namespace attune

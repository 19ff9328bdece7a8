// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lsp/answers.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <utility>

#include "engine/copy/lsp/switch_off.h"

namespace attune::lsp {

namespace {

using Json = nlohmann::json;

Json range(const Positions& places, std::size_t begin, std::size_t end) {
  const auto position = [&](std::size_t offset) {
    const Position place = places.at(offset);
    return Json{{"line", place.line}, {"character", place.character}};
  };
  return {{"start", position(begin)}, {"end", position(end)}};
}

Json diagnostic(const Finding& finding, const Positions& places, const Terms& terms) {
  constexpr std::array<int, 3> kSeverities = {3, 2, 1};  // Information, warning, error.
  Json made = {{"range", range(places, finding.span.begin, finding.span.end)},
               {"severity", kSeverities[static_cast<std::size_t>(finding.severity)]},
               {"code", finding.rule},
               {"source", "attune"},
               {"message", finding.message}};
  if (!terms.pages.empty() && !finding.url.empty())
    made["codeDescription"] = {{"href", terms.pages + std::string(finding.url)}};
  return made;
}

std::string in_words(const Finding& finding) {
  std::string out(finding.rule);
  out.append(" (").append(kSeverityNames[static_cast<std::size_t>(finding.severity)]).append(")");
  out.append("\n\n").append(finding.message);
  if (!finding.why.empty()) out.append("\n\nWhy: ").append(finding.why);
  if (!finding.clears_with.empty()) {
    out.append("\n\nCleared by the fact ").append(finding.clears_with).append(", if it is true.");
  }
  if (!finding.rewrite.empty()) out.append("\n\nBetter: ").append(finding.rewrite);
  return out;
}

/// Do both share a byte, or touch?
bool touch(Span span, std::size_t begin, std::size_t end) {
  return span.begin <= end && begin <= span.end;
}

}  // namespace

Json diagnostics(const OpenText& open, const Terms& terms) {
  const Positions places(open.text, terms.units);
  Json list = Json::array();
  for (const Finding& finding : open.findings) list.push_back(diagnostic(finding, places, terms));
  return list;
}

Json hover(const OpenText& open, Position place, const Terms& terms) {
  const std::size_t at = Positions(open.text, terms.units).offset(place);
  std::string words;
  for (const Finding& finding : open.findings) {
    if (touch(finding.span, at, at)) words.append(words.empty() ? "" : "\n\n") += in_words(finding);
  }
  if (words.empty()) return nullptr;
  return {{"contents", {{"kind", "plaintext"}, {"value", words}}}};
}

Json code_actions(const OpenText& open, Position from, Position to, const Terms& terms) {
  const Positions places(open.text, terms.units);
  const std::size_t begin = places.offset(from);
  const std::size_t end = std::max(begin, places.offset(to));
  Json list = Json::array();
  std::set<std::pair<std::string_view, std::size_t>> offered;  // One comment is for all of a line.
  for (const Finding& finding : open.findings) {
    if (!touch(finding.span, begin, end)) continue;
    const auto comment = switch_off(open.text, open.path, finding.rule, finding.span.begin);
    if (!comment || !offered.emplace(finding.rule, comment->at).second) continue;
    const Json edit = {{"range", range(places, comment->at, comment->at)},
                       {"newText", comment->words}};
    list.push_back(
        {{"title", "Switch off " + std::string(finding.rule) + " for this line, with a reason"},
         {"kind", "quickfix"},
         {"diagnostics", Json::array({diagnostic(finding, places, terms)})},
         {"edit", {{"changes", {{open.uri, Json::array({edit})}}}}}});
  }
  return list;
}

}  // namespace attune::lsp

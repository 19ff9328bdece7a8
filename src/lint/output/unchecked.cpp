// SPDX-License-Identifier: Apache-2.0
#include "lint/output/unchecked.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "text/harmless.h"

namespace attune {

namespace {

constexpr std::size_t kMostKinds = 8;

using Kind = std::pair<std::string, std::uint64_t>;

/// The most frequent first, then by name.
std::vector<Kind> by_count(const Unchecked& files) {
  std::vector<Kind> kinds(files.kinds.begin(), files.kinds.end());
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const Kind& a, const Kind& b) { return a.second > b.second; });
  return kinds;
}

std::string count_of(std::uint64_t count, std::string_view unit) {
  return std::to_string(count) + " " + std::string(unit) + (count == 1 ? " " : "s ");
}

/// What `say` makes of each kind, up to kMostKinds of them.
template <class Say>
std::string listed(const Unchecked& files, Say say) {
  std::string out;
  std::uint64_t left = files.count();
  std::size_t shown = 0;
  for (const Kind& kind : by_count(files)) {
    if (shown++ == kMostKinds) return out + ", " + std::to_string(left) + " of other kinds";
    out += (out.empty() ? "" : ", ") + say(kind);
    left -= kind.second;
  }
  return out;
}

void write_one(const Unchecked& files, JsonOut& out) {
  out.begin_object().key("files").number(files.count()).key("kinds").begin_array();
  for (const Kind& kind : by_count(files)) {
    out.begin_object().key("kind").string(valid_utf8(kind.first));
    out.key("files").number(kind.second).end_object();
  }
  out.end_array().key("named").begin_array();
  for (const Unchecked::File& file : files.named) {
    out.begin_object().key("file").string(valid_utf8(file.name));
    out.key("kind").string(valid_utf8(file.kind));
    out.key("reason").string(valid_utf8(file.reason)).end_object();
  }
  out.end_array().end_object();
}

}  // namespace

std::string not_read_sentence(const LintTotals& totals) {
  if (totals.not_read.kinds.empty()) return {};
  return count_of(totals.not_read.count(), "file") +
         "not read: " + listed(totals.not_read, [](const Kind& kind) {
           return std::to_string(kind.second) + " " + kind.first;
         });
}

std::string not_checked_sentence(const LintTotals& totals, std::string_view unit) {
  if (totals.not_checked.kinds.empty()) return {};
  return count_of(totals.not_checked.count(), unit) +
         "not checked: " + listed(totals.not_checked, [](const Kind& kind) {
           return kind.first + " (" + std::to_string(kind.second) + ")";
         });
}

std::string unchecked_lines(const LintTotals& totals) {
  std::string out;
  for (const std::string& said : {not_read_sentence(totals), not_checked_sentence(totals)})
    if (!said.empty()) out.append(said) += '\n';
  return out;
}

void write_unchecked(const LintTotals& totals, JsonOut& out) {
  out.key("not_read");
  write_one(totals.not_read, out);
  out.key("not_checked");
  write_one(totals.not_checked, out);
}

}  // namespace attune

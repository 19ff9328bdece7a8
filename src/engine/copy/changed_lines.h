// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which lines of a file were added or changed since a git revision, as git itself says. A file that
// was renamed is compared with what it was. What git does not know yet is new from end to end; what
// it ignores, and a file that is as it was, has none.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "attune/span.h"

namespace attune {

/// Lines first … last, from 1, as git counts them (by LF).
struct LineRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  friend bool operator==(const LineRange&, const LineRange&) = default;
};

/// The lines that the hunks of a unified diff of one file add or change, in order. Total.
[[nodiscard]] std::vector<LineRange> added_lines(std::string_view diff);

/// Where lines stand in `source`: one span a range, without ranges that lie behind its end.
[[nodiscard]] std::vector<Span> bytes_of_lines(std::string_view source,
                                               const std::vector<LineRange>& lines);

class ChangedLines {
 public:
  /// Since `revision`, in the repository of each file that is asked for.
  explicit ChangedLines(std::string revision);
  ChangedLines(const ChangedLines&) = delete;
  ChangedLines& operator=(const ChangedLines&) = delete;
  ~ChangedLines();

  /// May `file` hold lines that changed? True for a file that is not there. Refuses (bad_input) a
  /// file outside of a repository, a revision that this one has not, and where there is no git.
  [[nodiscard]] Result<bool> touch(const std::string& file);
  /// The bytes of `source`, which `file` holds, that stand on such lines. Refuses as touch() does.
  [[nodiscard]] Result<std::vector<Span>> within(const std::string& file, std::string_view source);

 private:
  struct Repository;
  struct Place;
  [[nodiscard]] Result<Place> place(const std::string& file);
  [[nodiscard]] Result<const Repository*> repository(const std::string& root,
                                                     const std::string& file);

  std::string revision_;
  std::map<std::string, std::unique_ptr<const Repository>> repositories_;  ///< By root.
  std::map<std::string, std::string> roots_;  ///< Of folders; "" where there is none.
};

}  // namespace attune

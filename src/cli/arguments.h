// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "cli/verbs.h"

namespace attune {

/// What the user typed after the verb, checked against the table.
class Arguments {
 public:
  /// Refuses (Fault::bad_input) what the table does not know, in a sentence.
  [[nodiscard]] static Result<Arguments> parse(const Verb& verb,
                                               std::span<const std::string> words);

  [[nodiscard]] bool has(std::string_view flag) const;
  /// The last value given, or `otherwise`.
  [[nodiscard]] std::string value(std::string_view flag, const std::string& otherwise = {}) const;
  [[nodiscard]] const std::vector<std::string>& values(std::string_view flag) const;
  /// A whole number of at least `least`, or `otherwise` where the flag is absent.
  [[nodiscard]] Result<std::uint64_t> number(std::string_view flag, std::uint64_t least,
                                             std::uint64_t otherwise) const;
  [[nodiscard]] const std::vector<std::string>& files() const { return files_; }
  [[nodiscard]] bool help() const { return help_; }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> flags_;
  std::vector<std::string> files_;
  bool help_ = false;
};

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "lint/values/po_values.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

namespace attune {

namespace {

/// One entry, as far as it was read.
struct Entry {
  PlacedText context;
  PlacedText id;
  PlacedText plural;
  std::vector<PlacedText> translations;
  bool begun = false;
  bool fuzzy = false;
};

class PoValues {
 public:
  PoValues(std::string_view source, std::size_t from, const ValueSink& sink)
      : source_(source), at_(from), sink_(sink) {}

  Result<void> run() {
    for (std::size_t number = 1; at_ < source_.size(); ++number) {
      const std::size_t end = std::min(source_.find('\n', at_), source_.size());
      if (!line(end)) {
        return fail(Fault::bad_input,
                    "line " + std::to_string(number) + ": not as gettext writes it; mend it there");
      }
      at_ = end + 1;
    }
    give();
    return {};
  }

 private:
  /// Reads the line that begins at at_. False: not understood.
  bool line(std::size_t end) {
    while (end > at_ && std::isspace(static_cast<unsigned char>(source_[end - 1])) != 0) --end;
    while (at_ < end && std::isspace(static_cast<unsigned char>(source_[at_])) != 0) ++at_;
    const std::string_view line = source_.substr(at_, end - at_);
    if (line.empty()) return true;
    if (line[0] == '#') return comment(line);
    if (line[0] == '"') return into_ != nullptr && text(at_, end);
    return keyword(line, end);
  }
  bool comment(std::string_view line) {
    if (entry_.begun && !entry_.translations.empty()) give();
    into_ = nullptr;
    if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos) entry_.fuzzy = true;
    return true;
  }
  bool keyword(std::string_view line, std::size_t end) {
    const std::size_t name_end = std::min(line.find_first_of(" \t\"["), line.size());
    const std::string_view name = line.substr(0, name_end);
    std::size_t quote = line.find('"', name_end);
    if (quote == std::string_view::npos) return false;
    const std::string_view between = line.substr(name_end, quote - name_end);
    const bool numbered = between.starts_with('[');
    if (between.find_first_not_of(numbered ? "[]0123456789 \t" : " \t") != std::string_view::npos)
      return false;
    if (!choose(name)) return false;
    return text(at_ + quote, end);
  }
  /// Which part of the entry follows.
  bool choose(std::string_view name) {
    const bool starts = name == "msgctxt" || (name == "msgid" && !entry_.translations.empty());
    if (starts && entry_.begun && !entry_.translations.empty()) give();
    if (name == "msgctxt") {
      into_ = &entry_.context;
    } else if (name == "msgid") {
      into_ = &entry_.id;
    } else if (name == "msgid_plural") {
      into_ = &entry_.plural;
    } else if (name == "msgstr" && entry_.begun) {
      into_ = &entry_.translations.emplace_back();
    } else {
      return false;
    }
    entry_.begun = true;
    return true;
  }
  /// A string between quotation marks, from `at` to the end of the line.
  bool text(std::size_t at, std::size_t end) {
    if (end < at + 2 || source_[end - 1] != '"') return false;
    for (++at; at + 1 < end;) {
      const char c = source_[at];
      if (c == '"') return false;
      if (c == '\\') {
        if (!escape(at, end - 1)) return false;
        continue;
      }
      const std::size_t stop = std::min(source_.find_first_of("\\\"", at), end - 1);
      into_->add(source_.substr(at, stop - at), static_cast<std::uint32_t>(at));
      at = stop;
    }
    return true;
  }
  /// "\n", "\"", "\x41", "\101": moves `at` behind it.
  bool escape(std::size_t& at, std::size_t end) {
    constexpr std::string_view kNames = "ntrabvf\\\"'?";
    constexpr std::string_view kStands = "\n\t\r\a\b\v\f\\\"'?";
    if (at + 1 >= end) return false;
    const std::size_t begin = at;
    const std::size_t known = kNames.find(source_[at + 1]);
    std::string byte;
    if (known != std::string_view::npos) {
      byte = kStands[known];
      at += 2;
    } else {
      const bool hex = source_[at + 1] == 'x';
      const std::string_view digits = hex ? "0123456789abcdefABCDEF" : "01234567";
      const std::size_t from = at + (hex ? 2 : 1);
      const std::size_t most = std::min(end, from + (hex ? 2 : 3));
      at = std::min(source_.find_first_not_of(digits, from), most);
      if (at == from) return false;
      byte = " ";  // A byte by its number: no letter that people read.
    }
    into_->stand_in(byte, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
    return true;
  }
  void give() {
    const Entry& entry = entry_;
    const bool header = entry.id.text.empty();
    const bool translated =
        !entry.fuzzy && std::any_of(entry.translations.begin(), entry.translations.end(),
                                    [](const PlacedText& one) { return !one.text.empty(); });
    const std::string before = entry.context.text.empty() ? "" : entry.context.text + "/";
    if (entry.begun && !header && translated) {
      for (const PlacedText& one : entry.translations) say(before + "msgstr", one);
    } else if (entry.begun && !header) {
      say(before + "msgid", entry.id);
      say(before + "msgid", entry.plural);
    }
    entry_ = {};
    into_ = nullptr;
  }
  void say(const std::string& path, const PlacedText& value) {
    if (!value.text.empty()) sink_(path, value);
  }

  std::string_view source_;
  std::size_t at_;
  const ValueSink& sink_;
  Entry entry_;
  PlacedText* into_ = nullptr;
};

}  // namespace

Result<void> read_po_values(std::string_view source, std::size_t from, const ValueSink& sink) {
  return PoValues(source, from, sink).run();
}

}  // namespace attune

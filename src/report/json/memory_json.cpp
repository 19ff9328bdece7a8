// SPDX-License-Identifier: Apache-2.0
#include "report/json/memory_json.h"

#include <span>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "report/json/memory_fields.h"

namespace attune {

namespace {

namespace field = memory_field;

void optional(JsonOut& out, std::string_view key, std::string_view text) {
  out.key(key);
  if (text.empty()) {
    out.null();
  } else {
    out.string(text);
  }
}

void list(JsonOut& out, std::string_view key, std::span<const std::string> words) {
  out.key(key).begin_array();
  for (const std::string& word : words) out.string(word);
  out.end_array();
}

/// 16 hex digits a key, side by side: a million of them should not be a million strings.
void keys(JsonOut& out, std::string_view key, std::span<const std::uint64_t> hashes) {
  std::string joined;
  joined.reserve(hashes.size() * 16);
  for (const std::uint64_t hash : hashes) joined += hex64(hash);
  out.key(key).string(joined);
}

void theme(JsonOut& out, const RememberedTheme& theme) {
  out.begin_object().key(field::kId).string(theme.id).key(field::kName).string(theme.name);
  optional(out, field::kParent, theme.parent);
  list(out, field::kKeywords, theme.keywords);
  out.key(field::kSettled).number(theme.settled).key(field::kQuiet).number(theme.quiet);
  out.key(field::kPinned).boolean(theme.pinned).key(field::kNamed).boolean(theme.named);
  optional(out, field::kSplitFrom, theme.split_from);
  list(out, field::kWords, theme.words);
  out.key(field::kTerms).begin_object();
  for (const auto& [hash, count] : theme.terms)
    out.key(hex64(hash)).number(static_cast<double>(count));
  out.end_object();
  keys(out, field::kTexts, theme.texts);
  out.end_object();
}

}  // namespace

void memory_json(JsonOut& out, const ThemeMemory& memory) {
  out.begin_object().key(field::kVersion).number(1).key(field::kUnit).string(memory.unit);
  out.key(field::kThemes).begin_array();
  for (const RememberedTheme& remembered : memory.themes) theme(out, remembered);
  out.end_array().key(field::kParents).begin_array();
  for (const RememberedParent& parent : memory.parents) {
    out.begin_object().key(field::kId).string(parent.id).key(field::kName).string(parent.name);
    list(out, field::kKeywords, parent.keywords);
    out.key(field::kNamed).boolean(parent.named).end_object();
  }
  out.end_array();
  keys(out, field::kHomeless, memory.homeless);
  out.key(field::kGone).begin_object();
  for (const auto& [lost, kept] : memory.gone) optional(out, lost, kept);
  out.end_object();
  list(out, field::kEdits, memory.edits);
  out.end_object();
}

}  // namespace attune

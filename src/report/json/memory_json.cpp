// SPDX-License-Identifier: Apache-2.0
#include "report/json/memory_json.h"

#include <span>
#include <string>
#include <string_view>

#include "base/hash.h"

namespace attune {

namespace {

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
  out.begin_object().key("id").string(theme.id).key("name").string(theme.name);
  optional(out, "parent", theme.parent);
  list(out, "keywords", theme.keywords);
  out.key("settled").number(theme.settled).key("quiet").number(theme.quiet);
  out.key("pinned").boolean(theme.pinned).key("named").boolean(theme.named);
  optional(out, "split_from", theme.split_from);
  list(out, "words", theme.words);
  out.key("terms").begin_object();
  for (const auto& [hash, count] : theme.terms)
    out.key(hex64(hash)).number(static_cast<double>(count));
  out.end_object();
  keys(out, "texts", theme.texts);
  out.end_object();
}

}  // namespace

void memory_json(JsonOut& out, const ThemeMemory& memory) {
  out.begin_object().key("version").number(1).key("unit").string(memory.unit);
  out.key("themes").begin_array();
  for (const RememberedTheme& remembered : memory.themes) theme(out, remembered);
  out.end_array().key("parents").begin_array();
  for (const RememberedParent& parent : memory.parents) {
    out.begin_object().key("id").string(parent.id).key("name").string(parent.name);
    list(out, "keywords", parent.keywords);
    out.key("named").boolean(parent.named).end_object();
  }
  out.end_array();
  keys(out, "homeless", memory.homeless);
  out.key("gone").begin_object();
  for (const auto& [lost, kept] : memory.gone) optional(out, lost, kept);
  out.end_object();
  list(out, "edits", memory.edits);
  out.end_object();
}

}  // namespace attune

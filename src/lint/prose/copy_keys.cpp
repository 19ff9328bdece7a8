// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/copy_keys.h"

#include <algorithm>
#include <array>

#include "lint/values/value.h"

namespace attune {

namespace {

constexpr std::array<std::string_view, 30> kFrontMatter = {
    "subject",     "subjectline", "title",       "subtitle", "preheader", "preview",
    "previewtext", "preamble",    "description", "summary",  "excerpt",   "headline",
    "heading",     "tagline",     "teaser",      "intro",    "lead",      "cta",
    "ctatext",     "button",      "buttontext",  "caption",  "message",   "text",
    "banner",      "snippet",     "body",        "content",  "ogtitle",   "metadescription"};

/// "preview_text" and "Preview-Text" are "previewtext".
std::string plain(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '_' || c == '-' || c == ' ') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

}  // namespace

bool CopyKeys::in_front_matter(std::string_view path) const {
  const std::string name = plain(last_name(path));
  if (front_matter.empty())
    return std::find(kFrontMatter.begin(), kFrontMatter.end(), name) != kFrontMatter.end();
  return std::any_of(front_matter.begin(), front_matter.end(),
                     [&](const std::string& key) { return plain(key) == name; });
}

}  // namespace attune

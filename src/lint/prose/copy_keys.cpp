// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/copy_keys.h"

#include <algorithm>
#include <array>

#include "lint/prose/glob.h"
#include "lint/values/value.h"
#include "text/language/language_names.h"

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

/// Names of settings, addresses and marks for machines.
constexpr std::array<std::string_view, 40> kSettings = {
    "id",      "key",      "slug",      "url",      "href",   "src",    "path",      "file",
    "class",   "style",    "icon",      "image",    "color",  "colour", "type",      "format",
    "locale",  "lang",     "language",  "version",  "name",   "author", "license",   "domain",
    "charset", "encoding", "timezone",  "currency", "schema", "regex",  "pattern",   "template",
    "layout",  "partial",  "permalink", "date",     "time",   "order",  "separator", "delimiter"};

/// Columns of a table that hold copy; one named after a language does, too.
constexpr std::array<std::string_view, 24> kColumns = {
    "text",  "value",  "message",    "translation", "copy",     "content",
    "body",  "title",  "subject",    "preheader",   "headline", "description",
    "label", "string", "source",     "target",      "default",  "english",
    "cta",   "button", "sourcetext", "targettext",  "msgid",    "msgstr"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Is the whole name that of a language: "en", "en-US"?
bool language(std::string_view name) {
  const std::size_t end = std::min(name.find_first_of("-_"), name.size());
  return end == 2 && name.size() <= 7 && language_name(name.substr(0, end)) != name.substr(0, end);
}

bool matches(const std::string& pattern, std::string_view path) {
  std::string glob = pattern;
  std::replace(glob.begin(), glob.end(), '.', '/');
  if (glob.find('/') == std::string::npos) return glob_matches(glob, last_name(path));
  if (glob_matches(glob, path)) return true;
  const std::size_t slash = path.find('/');
  return slash != std::string_view::npos && language(path.substr(0, slash)) &&
         glob_matches(glob, path.substr(slash + 1));
}

bool one_matches(const std::vector<std::string>& patterns, std::string_view path) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return matches(pattern, path); });
}

/// "@title" describes the text "title" in .arb files, "$schema" and "_note" are for machines and
/// translators.
bool about_texts(std::string_view path) {
  for (std::size_t at = 0; at < path.size(); at = path.find('/', at) + 1) {
    if (std::string_view("@$_").find(path[at]) != std::string_view::npos) return true;
    if (path.find('/', at) == std::string_view::npos) break;
  }
  return false;
}

bool by_default(std::string_view path, Markup markup) {
  const std::string_view name = last_name(path);
  if (markup == Markup::csv) return among(kColumns, plain(name)) || language(name);
  return !about_texts(path) && !among(kSettings, plain(name));
}

}  // namespace

bool CopyKeys::in_catalogue(std::string_view path, Markup markup) const {
  const bool copy = keys.empty() ? by_default(path, markup) : one_matches(keys, path);
  return copy && !one_matches(not_keys, path);
}

bool CopyKeys::in_front_matter(std::string_view path) const {
  const std::string name = plain(last_name(path));
  if (front_matter.empty())
    return std::find(kFrontMatter.begin(), kFrontMatter.end(), name) != kFrontMatter.end();
  return std::any_of(front_matter.begin(), front_matter.end(),
                     [&](const std::string& key) { return plain(key) == name; });
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/markup.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/language/language_names.h"

namespace attune {

namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

template <std::size_t N>
bool ends_with_one(std::string_view path, const std::array<std::string_view, N>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "en", "en-US", "pt_BR".
bool language(std::string_view name) {
  const std::size_t end = std::min(name.find_first_of("-_"), name.size());
  const std::string_view code = name.substr(0, end);
  const std::string_view region = name.substr(end);
  return code.size() == 2 && language_name(code) != code && region.size() <= 5;
}

/// Names that files and folders of texts have.
bool names_texts(std::string_view name) {
  constexpr std::array<std::string_view, 18> kNames = {
      "locale",   "locales",   "i18n",         "l10n",         "lang",     "langs",
      "language", "languages", "translation",  "translations", "messages", "strings",
      "texts",    "copy",      "localization", "intl",         "nls",      "phrases"};
  return among(kNames, name);
}

}  // namespace

Markup markup_of(std::string_view given) {
  constexpr std::array<std::string_view, 12> kTemplates = {
      ".liquid",   ".j2",  ".jinja", ".jinja2", ".hbs", ".handlebars",
      ".mustache", ".njk", ".twig",  ".ejs",    ".erb", ".nunjucks"};
  constexpr std::array<std::string_view, 9> kHtml = {".html", ".htm",    ".xhtml", ".mjml", ".vue",
                                                     ".xml",  ".svelte", ".svg",   ".jsx"};
  constexpr std::array<std::string_view, 3> kMarkdown = {".md", ".markdown", ".mdx"};
  const std::string lowered = lower(given);
  std::string_view path = lowered;
  const auto* const wrapped =
      std::find_if(kTemplates.begin(), kTemplates.end(),
                   [&](std::string_view ending) { return path.ends_with(ending); });
  const bool is_template = wrapped != kTemplates.end();
  if (is_template) path.remove_suffix(wrapped->size());
  if (ends_with_one(path, kHtml)) return Markup::html;
  if (ends_with_one(path, kMarkdown)) return Markup::markdown;
  if (!is_template) {
    if (path.ends_with(".eml")) return Markup::mail;
    if (path.ends_with(".json") || path.ends_with(".arb")) return Markup::json;
    if (path.ends_with(".yml") || path.ends_with(".yaml")) return Markup::yaml;
    if (path.ends_with(".po") || path.ends_with(".pot")) return Markup::po;
    if (path.ends_with(".csv") || path.ends_with(".tsv")) return Markup::csv;
  }
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const bool bare = name.find('.') == std::string_view::npos;
  return is_template && bare ? Markup::html : Markup::plain;
}

bool named_as_catalogue(std::string_view given) {
  const std::string lowered = lower(given);
  std::string_view path = lowered;
  if (!is_catalogue(markup_of(path))) return false;
  if (path.ends_with(".arb") || path.ends_with(".po") || path.ends_with(".pot")) return true;
  path = path.substr(0, path.rfind('.'));
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/')) {
    if (names_texts(path.substr(0, slash))) return true;
    path.remove_prefix(slash + 1);
  }
  const std::string_view last = path.substr(path.rfind('.') + 1);
  const std::string_view first = path.substr(0, path.find_first_of(".-_"));
  return language(last) || names_texts(last) || names_texts(first);
}

}  // namespace attune

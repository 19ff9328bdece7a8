// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/copy_folder.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include "lint/values/catalogue.h"

namespace attune {

namespace {

namespace fs = std::filesystem;

template <std::size_t N>
bool among(const std::array<std::string_view, N>& endings, std::string_view ending) {
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool holds_copy(const std::string& path) {
  constexpr std::array<std::string_view, 24> kEndings = {
      ".html",     ".htm",    ".md",    ".markdown",   ".txt", ".text", ".liquid",   ".j2",
      ".jinja",    ".jinja2", ".hbs",   ".handlebars", ".njk", ".twig", ".mjml",     ".ejs",
      ".mustache", ".erb",    ".xhtml", ".svelte",     ".vue", ".mdx",  ".nunjucks", ".eml"};
  return among(kEndings, ending_of(path)) || named_as_catalogue(path);
}

/// Formats in which words and syntax are one, or which are packed.
bool never_prose(const std::string& path) {
  constexpr std::array<std::string_view, 14> kEndings = {".pug", ".jade", ".haml", ".slim", ".docx",
                                                         ".doc", ".odt",  ".pptx", ".xlsx", ".pdf",
                                                         ".rtf", ".zip",  ".gz",   ".png"};
  return among(kEndings, ending_of(path));
}

/// The files below `folder`, sorted.
void add_folder(const std::string& folder, CopyFiles& found) {
  std::vector<CopyFiles::File> files;
  std::vector<fs::path> folders = {folder};
  while (!folders.empty()) {
    const fs::path here = std::move(folders.back());
    folders.pop_back();
    std::error_code error;
    for (fs::directory_iterator it(here, error), end; !error && it != end; it.increment(error)) {
      std::error_code none;
      const fs::path& path = it->path();
      const bool hidden = path.filename().string()[0] == '.';
      if (fs::is_directory(it->symlink_status(none))) {
        if (!hidden) folders.push_back(path);
      } else if (fs::is_regular_file(path, none)) {
        const bool read = holds_copy(path.string());
        if (read || !hidden) files.push_back({path.string(), read, false});
      }
    }
    if (error) found.refused.push_back(here.string() + ": " + error.message());
  }
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  found.files.insert(found.files.end(), files.begin(), files.end());
}

}  // namespace

std::string ending_of(const std::string& path) {
  std::string ending = fs::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return ending.size() > 1 ? ending : "no ending";
}

CopyFiles find_copy(const std::vector<std::string>& names) {
  CopyFiles found;
  for (const std::string& name : names) {
    std::error_code error;
    if (name != "-" && fs::is_directory(name, error)) {
      add_folder(name, found);
    } else {
      found.files.push_back({name, !never_prose(name), true});
    }
  }
  return found;
}

}  // namespace attune

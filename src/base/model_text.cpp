// SPDX-License-Identifier: Apache-2.0
#include "base/model_text.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "base/files.h"

namespace attune {

namespace {

constexpr std::size_t kMostBytes = 4U << 20U;
constexpr std::string_view kEnd = "\n# end\n";
constexpr std::string_view kFiles = "# files:";

std::vector<std::string> listed_files(std::string_view content) {
  std::vector<std::string> names;
  while (!content.empty()) {
    std::string_view line = content.substr(0, content.find('\n'));
    content.remove_prefix(std::min(line.size() + 1, content.size()));
    if (!line.starts_with(kFiles)) continue;
    for (line.remove_prefix(kFiles.size()); !line.empty();) {
      const std::string_view name = line.substr(0, line.find(' '));
      line.remove_prefix(std::min(name.size() + 1, line.size()));
      if (!name.empty()) names.emplace_back(name);
    }
  }
  return names;
}

/// The first text file that the list does not know, by name; "" where it knows all.
std::string unlisted(const std::string& folder, const std::vector<std::string>& listed) {
  namespace fs = std::filesystem;
  std::string found;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    const bool known = std::ranges::find(listed, name) != listed.end();
    if (it->path().extension() != ".txt" || known) continue;
    if (found.empty() || name < found) found = name;
  }
  return found;
}

}  // namespace

Result<std::string> read_model_text(const std::string& path) {
  auto content = read_file(path, kMostBytes);
  if (!content || content->ends_with(kEnd)) return content;
  return fail(Fault::bad_input, path + (content->empty() ? ": is empty" : ": was cut short") +
                                    " (it does not end with the line \"# end\"); install "
                                    "attune's models again");
}

Result<std::vector<ModelText>> read_model_folder(const std::string& folder,
                                                 const std::string& first) {
  auto content = read_model_text(folder + "/" + first);
  if (!content) return tl::unexpected(std::move(content.error()));
  const std::vector<std::string> listed = listed_files(*content);
  if (listed.empty() || listed.front() != first) {
    return fail(Fault::bad_input, folder + "/" + first + ": does not list the files (\"" +
                                      std::string(kFiles) + " " + first + " …\")");
  }
  if (const std::string name = unlisted(folder, listed); !name.empty()) {
    return fail(Fault::bad_input, folder + "/" + name + ": is not among the files that " + first +
                                      " lists; remove it or list it");
  }
  std::vector<ModelText> all = {{first, std::move(*content)}};
  for (std::size_t i = 1; i < listed.size(); ++i) {
    auto next = read_model_text(folder + "/" + listed[i]);
    if (!next) return tl::unexpected(std::move(next.error()));
    all.push_back({listed[i], std::move(*next)});
  }
  return all;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/changed_lines.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "base/run_program.h"

namespace attune {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 512U << 20U;

/// Variables that would lead git elsewhere (a hook sets some), or have it run something else.
const std::vector<std::string>& misleading() {
  static const std::vector<std::string> kNames = {
      "GIT_DIR",           "GIT_WORK_TREE",       "GIT_INDEX_FILE",       "GIT_PREFIX",
      "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS",       "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE",
      "GIT_COMMON_DIR",    "GIT_ICASE_PATHSPECS", "GIT_GLOB_PATHSPECS",   "GIT_NOGLOB_PATHSPECS"};
  return kNames;
}

Result<ProgramResult> git(const std::string& root, std::vector<std::string> words) {
  std::vector<std::string> all = {"git",
                                  "-C",
                                  root,
                                  "--no-optional-locks",
                                  "--literal-pathspecs",
                                  "-c",
                                  "core.fsmonitor=false"};
  all.insert(all.end(), std::make_move_iterator(words.begin()),
             std::make_move_iterator(words.end()));
  auto done = run_program(all, misleading(), kMostBytes);
  if (!done) return fail(Fault::bad_input, "--diff asks git: " + done.error().message);
  return done;
}

/// Compares what lies in the folder with `commit`, without anything that a configuration could run
/// or change.
std::vector<std::string> diff_words(const std::string& commit, std::vector<std::string> how) {
  std::vector<std::string> words = {"diff",       "--no-ext-diff",  "--no-textconv",
                                    "--no-color", "--find-renames", "--ignore-submodules"};
  words.insert(words.end(), how.begin(), how.end());
  words.push_back(commit);
  words.emplace_back("--");
  return words;
}

/// The first of `list`, which ends each of its words with a NUL; it is taken away.
std::string take_word(std::string_view& list) {
  std::string word(list.substr(0, list.find('\0')));
  list.remove_prefix(std::min(word.size() + 1, list.size()));
  return word;
}

/// The files that git diff --name-status -z lists, each with its name in the revision.
std::map<std::string, std::string> changed_names(std::string_view list) {
  std::map<std::string, std::string> names;
  while (!list.empty()) {
    const bool renamed = take_word(list).starts_with('R');
    std::string before = take_word(list);
    std::string now = renamed ? take_word(list) : before;
    names.emplace(std::move(now), std::move(before));
  }
  return names;
}

/// The number at the start of `text`, which is moved behind it; 0 where there is none.
std::uint64_t take_number(std::string_view& text) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc()) return 0;
  text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
  return number;
}

}  // namespace

struct ChangedLines::Repository {
  std::string commit;
  std::map<std::string, std::string> changed;  ///< Names from the root on, now and before.
  std::set<std::string> untracked;             ///< Names from the root on.
};

/// A file as its repository sees it.
struct ChangedLines::Place {
  const Repository* repository = nullptr;  ///< Null: the file is not there.
  std::string root;
  std::string name;
};

ChangedLines::ChangedLines(std::string revision) : revision_(std::move(revision)) {}
ChangedLines::~ChangedLines() = default;

std::vector<LineRange> added_lines(std::string_view diff) {
  std::vector<LineRange> ranges;
  while (!diff.empty()) {
    std::string_view line = diff.substr(0, diff.find('\n'));
    diff.remove_prefix(std::min(line.size() + 1, diff.size()));
    // "@@ -12,0 +13,2 @@": lines of the file itself begin with another sign.
    const std::size_t plus = line.starts_with("@@ -") ? line.find(" +") : std::string_view::npos;
    if (plus == std::string_view::npos) continue;
    line.remove_prefix(plus + 2);
    const std::uint64_t first = take_number(line);
    std::uint64_t count = 1;
    if (line.starts_with(',')) {
      line.remove_prefix(1);
      count = take_number(line);
    }
    if (first == 0 || count == 0 || first + count < first) continue;
    ranges.push_back({first, first + count - 1});
  }
  return ranges;
}

std::vector<Span> bytes_of_lines(std::string_view source, const std::vector<LineRange>& lines) {
  std::vector<Span> spans;
  std::uint64_t line = 1;
  std::size_t at = 0;
  const auto go_to = [&](std::uint64_t wanted) {
    for (; line < wanted && at < source.size(); ++line)
      at = std::min(source.find('\n', at), source.size() - 1) + 1;
    return static_cast<std::uint32_t>(at);
  };
  for (const LineRange& range : lines) {
    const std::uint32_t begin = go_to(range.first);
    const std::uint32_t end = go_to(range.last + 1);
    if (end > begin) spans.push_back({begin, end});
  }
  return spans;
}

Result<bool> ChangedLines::touch(const std::string& file) {
  const auto found = place(file);
  if (!found) return tl::unexpected<Error>(found.error());
  if (found->repository == nullptr) return true;
  return found->repository->changed.contains(found->name) ||
         found->repository->untracked.contains(found->name);
}

Result<std::vector<Span>> ChangedLines::within(const std::string& file, std::string_view source) {
  const auto found = place(file);
  if (!found) return tl::unexpected<Error>(found.error());
  const Span all{0, static_cast<std::uint32_t>(source.size())};
  if (found->repository == nullptr || found->repository->untracked.contains(found->name))
    return std::vector<Span>{all};
  auto words =
      diff_words(found->repository->commit, {"--text", "--unified=0", "--inter-hunk-context=0"});
  const auto changed = found->repository->changed.find(found->name);
  if (changed == found->repository->changed.end()) return std::vector<Span>{};
  words.push_back(found->name);
  if (changed->second != found->name) words.push_back(changed->second);
  const auto diff = git(found->root, std::move(words));
  if (!diff) return tl::unexpected<Error>(diff.error());
  if (diff->status != 0)
    return fail(Fault::bad_input, "--diff: git diff does not read " + file + "; try it there");
  return bytes_of_lines(source, added_lines(diff->output));
}

Result<ChangedLines::Place> ChangedLines::place(const std::string& file) {
  std::error_code error;
  const fs::path path = fs::canonical(file, error);  // A link has no lines: what it leads to has.
  if (error) return Place{};
  const fs::path folder = path.parent_path();
  auto [known, fresh] = roots_.try_emplace(folder.string());
  if (fresh) {
    for (fs::path at = folder;; at = at.parent_path()) {
      std::error_code none;  // A worktree has a file there.
      const bool here =
          fs::exists(at / ".git" / "HEAD", none) || fs::is_regular_file(at / ".git", none);
      if (here) known->second = at.string();
      if (!known->second.empty() || at == at.parent_path()) break;
    }
  }
  const std::string& root = known->second;
  if (root.empty()) {
    return fail(Fault::bad_input,
                "--diff: " + file + " is in no git repository; check it without --diff");
  }
  const auto held = repository(root, file);
  if (!held) return tl::unexpected<Error>(held.error());
  return Place{*held, root, path.lexically_relative(root).string()};
}

Result<const ChangedLines::Repository*> ChangedLines::repository(const std::string& root,
                                                                 const std::string& file) {
  const auto known = repositories_.find(root);
  if (known != repositories_.end()) return known->second.get();
  auto made = std::make_unique<Repository>();
  const auto commit =
      git(root, {"rev-parse", "--verify", "--quiet", "--end-of-options", revision_ + "^{commit}"});
  if (!commit) return tl::unexpected<Error>(commit.error());
  made->commit = commit->output.substr(0, commit->output.find('\n'));
  const auto unread = [&] {
    return fail(Fault::bad_input, "--diff: git does not read the repository of " + file +
                                      "; git status there says why");
  };
  if (commit->status > 1) return unread();  // It belongs to somebody else, say, or is broken.
  if (commit->status != 0 || made->commit.empty()) {
    return fail(Fault::bad_input, "--diff: the repository of " + file + " has no revision \"" +
                                      revision_ + "\"; fetch it, or name a commit or branch");
  }
  const auto changed = git(root, diff_words(made->commit, {"--name-status", "-z"}));
  if (!changed) return tl::unexpected<Error>(changed.error());
  const auto untracked = git(root, {"ls-files", "--others", "--exclude-standard", "-z"});
  if (!untracked) return tl::unexpected<Error>(untracked.error());
  if (changed->status != 0 || untracked->status != 0) return unread();
  made->changed = changed_names(changed->output);
  for (std::string_view list = untracked->output; !list.empty();)
    made->untracked.insert(take_word(list));
  return repositories_.emplace(root, std::move(made)).first->second.get();
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "base/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>

namespace attune {

namespace {

constexpr std::size_t kMostErrors = 4096;

/// Both ends of a pipe, closed on exec and in the end.
class Pipe {
 public:
  Pipe() { open_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close(0);
    close(1);
  }
  [[nodiscard]] bool open() const { return open_; }
  [[nodiscard]] int end(std::size_t which) const { return ends_.at(which); }
  void close(std::size_t which) {
    if (open_ && ends_.at(which) >= 0) ::close(ends_.at(which));
    ends_.at(which) = -1;
  }

 private:
  std::array<int, 2> ends_ = {-1, -1};
  bool open_ = false;
};

/// What the program starts with: descriptors, and signals as a shell would leave them.
class SpawnPlan {
 public:
  SpawnPlan(const Pipe& output, const Pipe& errors) {
    posix_spawn_file_actions_init(&files_);
    posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files_, output.end(1), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files_, errors.end(1), STDERR_FILENO);
    posix_spawnattr_init(&attributes_);
    sigset_t ignored;
    sigemptyset(&ignored);
    sigaddset(&ignored, SIGPIPE);
    sigaddset(&ignored, SIGXFSZ);
    posix_spawnattr_setsigdefault(&attributes_, &ignored);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&files_);
    posix_spawnattr_destroy(&attributes_);
  }

  /// 0, or why it did not start.
  int start(const std::vector<std::string>& words, const std::vector<std::string>& without,
            pid_t& id) const {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    std::vector<char*> variables;
    for (char** at = environ; *at != nullptr; ++at) {
      const std::string_view variable(*at);
      const std::string_view name = variable.substr(0, variable.find('='));
      if (std::find(without.begin(), without.end(), name) == without.end())
        variables.push_back(*at);
    }
    variables.push_back(nullptr);
    return ::posix_spawnp(&id, arguments[0], &files_, &attributes_, arguments.data(),
                          variables.data());
  }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

/// Adds what can be read at `end` to `kept`, up to `most` bytes, and drops the rest; false at the
/// end of the stream.
bool take(int end, std::size_t most, std::string& kept) {
  std::array<char, 1U << 16U> piece{};
  const ssize_t got = ::read(end, piece.data(), piece.size());
  if (got < 0) return errno == EINTR;
  kept.append(piece.data(), std::min(static_cast<std::size_t>(got), most - kept.size()));
  return got > 0;
}

/// Reads both streams until both end; false where the first grew over `most` bytes.
bool read_both(Pipe& output, Pipe& errors, std::size_t most, ProgramResult& result) {
  std::array<pollfd, 2> ends = {pollfd{output.end(0), POLLIN, 0}, pollfd{errors.end(0), POLLIN, 0}};
  while (ends[0].fd >= 0 || ends[1].fd >= 0) {
    if (::poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) break;
    if (ends[0].revents != 0 && !take(ends[0].fd, most + 1, result.output)) ends[0].fd = -1;
    if (ends[1].revents != 0 && !take(ends[1].fd, kMostErrors, result.errors)) ends[1].fd = -1;
    for (pollfd& end : ends) end.revents = 0;
    if (result.output.size() > most) return false;
  }
  return true;
}

}  // namespace

Result<ProgramResult> run_program(const std::vector<std::string>& words,
                                  const std::vector<std::string>& without, std::size_t most_bytes) {
  Pipe output;
  Pipe errors;
  if (!output.open() || !errors.open())
    return fail(Fault::unavailable, words[0] + ": cannot be run: " + std::strerror(errno));
  pid_t id = 0;
  const int fault = SpawnPlan(output, errors).start(words, without, id);
  if (fault == ENOENT) return fail(Fault::unavailable, words[0] + " is not installed");
  if (fault != 0)
    return fail(Fault::unavailable, words[0] + ": cannot be run: " + std::strerror(fault));
  output.close(1);
  errors.close(1);
  ProgramResult result;
  const bool whole = read_both(output, errors, most_bytes, result);
  if (!whole) ::kill(id, SIGTERM);
  int status = 0;
  while (::waitpid(id, &status, 0) < 0 && errno == EINTR) {
  }
  if (!whole) {
    return fail(Fault::bad_input,
                words[0] + ": prints more than " + std::to_string(most_bytes) + " bytes");
  }
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace attune

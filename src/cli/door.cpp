// SPDX-License-Identifier: Apache-2.0
#include "cli/door.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "attune/engine.h"
#include "attune/render.h"
#include "base/pool.h"

namespace attune {

namespace {

/// The folder of the running program, or "" where the system does not tell.
std::string program_folder() {
  std::array<char, 4096> path{};
  const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size());
  if (length <= 0) return {};
  const std::string_view whole(path.data(), static_cast<std::size_t>(length));
  return std::string(whole.substr(0, whole.rfind('/')));
}

void say(const std::string& line) {
  std::fputs((line + "\n").c_str(), stderr);
}

/// errno of the first write to standard output that failed, or 0.
int& output_fault() {
  static int fault = 0;
  return fault;
}

std::int64_t now_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

int refuse(const Error& error, int status) {
  say("attune: " + one_line(error.message));
  return status;
}

Result<std::size_t> threads_of(const Arguments& arguments) {
  return arguments.number("threads", 1, Pool(0).threads());
}

Result<Door> open_door(const Arguments& arguments) {
  Door door{.input = {.files = arguments.files()}};
  if (door.input.files.empty()) {
    return fail(Fault::bad_input, "name a file to read, or - for standard input");
  }
  const auto threads = threads_of(arguments);
  if (!threads) return tl::unexpected<Error>(threads.error());
  const auto seed = arguments.number("seed", 0, 1);
  if (!seed) return tl::unexpected<Error>(seed.error());
  door.threads = *threads;
  door.seed = *seed;
  door.input.rejects_path = arguments.value("rejects");
  if (arguments.has("map")) {
    auto mapping = mapping_of(arguments.value("map"));
    if (!mapping) return within("--map", std::move(mapping.error()));
    door.input.mapping = std::move(*mapping);
  }
  return door;
}

std::string models_dir(const Arguments& arguments) {
  if (arguments.has("models")) return arguments.value("models");
  if (const char* set = std::getenv("ATTUNE_MODELS"); set != nullptr && *set != '\0') return set;
  return program_folder() + "/../share/attune/models";
}

void say_intake(const Intake& intake) {
  for (const std::string& line : intake_lines(intake)) say("attune: " + line);
}

Progress::Progress() : terminal_(::isatty(STDERR_FILENO) == 1), last_ms_(now_ms()) {}

Progress::~Progress() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::operator()(std::uint64_t read) {
  constexpr std::int64_t kEveryMs = 500;
  if (!terminal_ || now_ms() - last_ms_ < kEveryMs) return;
  last_ms_ = now_ms();
  shown_ = true;
  std::fputs(("\r" + progress_words(read)).c_str(), stderr);
}

bool put(std::string_view bytes) {
  if (output_fault() != 0) return false;
  errno = 0;
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() &&
                       std::fflush(stdout) == 0;
  if (!written) output_fault() = errno != 0 ? errno : EIO;
  return written;
}

bool colour_wanted() {
  const char* no_colour = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0');
}

int after_output(int status) {
  if (output_fault() == 0 || output_fault() == EPIPE || status == kUsage || status == kRefused) {
    return status;
  }
  return refuse({Fault::io, std::string("standard output could not be written to the end: ") +
                                std::strerror(output_fault())});
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "listen/stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace attune {

namespace {

constexpr std::size_t kMostInMemory = 4U << 20;
constexpr std::size_t kBlock = 256U << 10;

tl::unexpected<Error> cannot_hold() {
  return fail(Fault::io, std::string("has to be read twice and cannot be kept for that: ") +
                             std::strerror(errno) +
                             "; save it to a file and give that, or set TMPDIR");
}

/// A file without a name, readable by nobody else.
int nameless_file() {
  const char* folder = std::getenv("TMPDIR");
  std::string path = folder != nullptr && *folder != '\0' ? folder : "/tmp";
  path += "/attune-XXXXXX";
  const int file = ::mkostemp(path.data(), O_CLOEXEC);
  if (file >= 0) ::unlink(path.c_str());
  return file;
}

}  // namespace

Result<int> open_to_read(const std::string& path) {
  if (path == "-") return STDIN_FILENO;
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return fail(Fault::not_found, "there is no such file");
    if (errno == EACCES || errno == EPERM) return fail(Fault::io, "you may not read this file");
    return fail(Fault::io, std::string("cannot be opened: ") + std::strerror(errno));
  }
  struct stat about {};
  if (::fstat(file, &about) == 0 && S_ISDIR(about.st_mode)) {
    ::close(file);
    return fail(Fault::bad_input, "is a directory; name the files in it");
  }
  return file;
}

Stream::~Stream() {
  if (file_ > STDIN_FILENO) ::close(file_);
  if (held_file_ >= 0) ::close(held_file_);
}

Result<std::size_t> Stream::read(std::uint64_t at, std::span<char> out) {
  if (at < held_) return read_held(at, out);
  if (!holding_) let_go();
  return read_on(out);
}

Result<std::uint64_t> Stream::size() {
  std::vector<char> block(kBlock);
  for (;;) {
    auto got = read_on(block);
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) return held_;
  }
}

Result<std::size_t> Stream::read_held(std::uint64_t at, std::span<char> out) const {
  if (at < head_.size()) return head_.copy(out.data(), out.size(), static_cast<std::size_t>(at));
  for (;;) {
    const auto from = static_cast<off_t>(at - head_.size());
    const ssize_t n = ::pread(held_file_, out.data(), out.size(), from);
    if (n > 0) return static_cast<std::size_t>(n);
    if (n == 0 || errno != EINTR) return cannot_hold();
  }
}

Result<std::size_t> Stream::read_on(std::span<char> out) {
  if (file_ < 0) {
    auto file = open_to_read(path_);
    if (!file) return tl::unexpected(file.error());
    file_ = *file;
  }
  ssize_t n = -1;
  do {
    n = ::read(file_, out.data(), out.size());
  } while (n < 0 && errno == EINTR);
  if (n < 0) return fail(Fault::io, std::string("stopped while reading: ") + std::strerror(errno));
  const auto got = out.first(static_cast<std::size_t>(n));
  if (holding_) {
    if (auto held = hold(got); !held) return tl::unexpected(held.error());
  }
  return got.size();
}

Result<void> Stream::hold(std::span<const char> bytes) {
  const std::size_t in_memory =
      held_file_ < 0 ? std::min(bytes.size(), kMostInMemory - head_.size()) : 0;
  head_.append(bytes.data(), in_memory);
  held_ += in_memory;
  bytes = bytes.subspan(in_memory);
  if (!bytes.empty() && held_file_ < 0) {
    held_file_ = nameless_file();
    if (held_file_ < 0) return cannot_hold();
  }
  while (!bytes.empty()) {
    const ssize_t n = ::write(held_file_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return cannot_hold();
    held_ += static_cast<std::uint64_t>(n);
    bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
  return {};
}

void Stream::let_go() {
  head_ = {};
  if (held_file_ >= 0) ::close(held_file_);
  held_file_ = -1;
  held_ = 0;
}

}  // namespace attune

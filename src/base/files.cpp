// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/new_file.h"

namespace attune {

namespace {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }

 private:
  int number_;
};

tl::unexpected<Error> refused(const std::string& path, std::string_view what) {
  const int reason = errno;
  return fail(Fault::io, path + ": " + std::string(what) + ": " + std::strerror(reason));
}

bool write_all(int number, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(number, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// The open descriptor that `path` stands for (/dev/stdout, /dev/fd/63), or -1. To open it anew
/// would begin at the start of a file that others are writing to.
int open_already(std::string_view path) {
  if (path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    int number = -1;
    const char* const end = path.data() + path.size();
    if (!path.starts_with(folder)) continue;
    if (std::from_chars(path.data() + folder.size(), end, number).ptr == end) return number;
  }
  return -1;
}

/// To a pipe, a device or an open descriptor. A reader who has left had enough: no fault.
Result<void> write_through(const std::string& path, std::string_view bytes) {
  const int there = open_already(path);
  const Descriptor file(there >= 0 ? ::fcntl(there, F_DUPFD_CLOEXEC, 0)
                                   : ::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  const bool written = file.open() && write_all(file.number(), bytes);
  if (!written && errno != EPIPE) return refused(path, "cannot write");
  return {};
}

/// Is `path` written to as it stands, rather than replaced?
bool takes_bytes(const std::string& path) {
  struct stat about {};
  return open_already(path) >= 0 ||
         (::stat(path.c_str(), &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode));
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t most_bytes) {
  // O_NONBLOCK: to open a pipe that nobody writes to would never end.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.open()) return refused(path, "cannot open");
  struct stat about {};
  if (::fstat(file.number(), &about) != 0) return refused(path, "cannot read");
  if (S_ISDIR(about.st_mode)) return fail(Fault::bad_input, path + ": is a directory; name a file");
  if (!S_ISREG(about.st_mode)) return fail(Fault::bad_input, path + ": is not a file");
  if (static_cast<std::size_t>(about.st_size) > most_bytes) {
    return fail(Fault::bad_input,
                path + ": is larger than " + std::to_string(most_bytes) + " bytes");
  }
  std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
  std::size_t at = 0;
  while (at < bytes.size()) {
    const ssize_t got = ::read(file.number(), bytes.data() + at, bytes.size() - at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return refused(path, "cannot read");
    if (got == 0) break;
    at += static_cast<std::size_t>(got);
  }
  bytes.resize(at);
  return bytes;
}

Result<void> replace_file(const std::string& path, std::string_view bytes) {
  if (takes_bytes(path)) return write_through(path, bytes);
  auto file = NewFile::create(path);
  if (!file) return within(path, std::move(file.error()));
  file->write(bytes);
  auto done = file->commit();
  if (!done) return within(path, std::move(done.error()));
  return {};
}

Result<void> can_replace(const std::string& path) {
  if (takes_bytes(path)) {
    if (open_already(path) < 0 && ::access(path.c_str(), W_OK) != 0) {
      return refused(path, "cannot be written");
    }
    return {};
  }
  if (auto file = NewFile::create(path); !file) return within(path, std::move(file.error()));
  return {};
}

bool is_open_already(std::string_view path) {
  return open_already(path) >= 0;
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace attune

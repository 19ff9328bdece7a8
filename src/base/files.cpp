// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
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
  auto file = NewFile::create(path);
  if (!file) return within(path, std::move(file.error()));
  file->write(bytes);
  auto done = file->commit();
  if (!done) return within(path, std::move(done.error()));
  return {};
}

Result<void> rewrite_file(const std::string& path, std::string_view before,
                          std::string_view after) {
  struct stat about {};
  if (::lstat(path.c_str(), &about) != 0) return refused(path, "cannot be rewritten");
  if (!S_ISREG(about.st_mode) && !S_ISLNK(about.st_mode))
    return fail(Fault::io, path + ": is no file that can be rewritten");
  auto file = NewFile::create(path);
  if (!file) return within(path, std::move(file.error()));
  file->write(after);
  file->take_mode();
  const auto there = read_file(path, before.size());
  if (!there || *there != before)
    return fail(Fault::conflict, path + ": is not what was read, so it is left alone; try again");
  auto done = file->commit();
  if (!done) return within(path, std::move(done.error()));
  return {};
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace attune

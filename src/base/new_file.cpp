// SPDX-License-Identifier: Apache-2.0
#include "base/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace attune {

namespace {
constexpr std::size_t kBuffer = 64U << 10;
constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;
constexpr mode_t kAnyMayWrite = S_IWUSR | S_IWGRP | S_IWOTH;
constexpr const char* kTemporary = "/.attune-XXXXXX";  // Short: the name itself may be the longest.

tl::unexpected<Error> cannot_write(int error) {
  return fail(Fault::io, std::string("cannot be written: ") + std::strerror(error));
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/." : path.substr(0, slash);
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

/// Is `path` written to as it stands, rather than replaced?
bool takes_bytes(const std::string& path) {
  struct stat about {};
  return open_already(path) >= 0 ||
         (::stat(path.c_str(), &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode));
}

/// Why what stands at `path` is not replaced; "" where nothing or a file that may be stands there.
std::string why_kept(const std::string& path) {
  struct stat there {};
  if (path.empty() || path.back() == '/') return "is not the name of a file";
  if (::lstat(path.c_str(), &there) != 0) {
    if (errno == ENOENT) return {};
    return std::string("cannot be written: ") + std::strerror(errno);
  }
  if (S_ISLNK(there.st_mode)) return "is a symbolic link; name the file that it points to";
  if (S_ISDIR(there.st_mode)) return "is a directory; name a file";
  const bool read_only = (there.st_mode & kAnyMayWrite) == 0 || ::access(path.c_str(), W_OK) != 0;
  return read_only ? "is read-only, so it is not replaced" : "";
}

}  // namespace

bool is_open_already(std::string_view path) {
  return open_already(path) >= 0;
}

Result<void> can_replace(const std::string& path) {
  if (takes_bytes(path)) {
    const int there = open_already(path);
    const bool can = there >= 0 ? ::fcntl(there, F_GETFD) >= 0 : ::access(path.c_str(), W_OK) == 0;
    if (!can) return within(path, cannot_write(errno).value());
    return {};
  }
  if (auto file = NewFile::create(path); !file) return within(path, std::move(file.error()));
  return {};
}

Result<NewFile> NewFile::create(const std::string& path) {
  NewFile file;
  file.path_ = path;
  if (takes_bytes(path)) {
    const int there = open_already(path);
    file.in_place_ = true;
    file.file_ = there >= 0 ? ::fcntl(there, F_DUPFD_CLOEXEC, 0)
                            : ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file.file_ < 0) return cannot_write(errno);
    return file;
  }
  if (std::string why = why_kept(path); !why.empty()) return fail(Fault::io, std::move(why));
  const std::string folder = folder_of(path);
  if (!file.open_nameless(folder) && !file.open_named(folder)) {
    if (errno == ENOENT) return fail(Fault::io, "cannot be written: there is no such folder");
    return cannot_write(errno);
  }
  return file;
}

NewFile::NewFile(NewFile&& other) noexcept {
  *this = std::move(other);
}

NewFile& NewFile::operator=(NewFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(temporary_, other.temporary_);
  std::swap(unfinished_, other.unfinished_);
  std::swap(buffer_, other.buffer_);
  std::swap(file_, other.file_);
  std::swap(error_, other.error_);
  std::swap(in_place_, other.in_place_);
  return *this;
}

NewFile::~NewFile() {
  drop();
}

bool NewFile::open_nameless(const std::string& folder) {
  file_ = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, kOwnerOnly);
  if (file_ < 0) return false;
  // It gets its name by way of /proc.
  if (::access(("/proc/self/fd/" + std::to_string(file_)).c_str(), F_OK) == 0) return true;
  ::close(std::exchange(file_, -1));
  return false;
}

bool NewFile::open_named(const std::string& folder) {
  temporary_ = folder + kTemporary;
  file_ = ::mkostemp(temporary_.data(), O_CLOEXEC);  // Mode 0600.
  if (file_ >= 0) {
    unfinished_ = Unfinished(temporary_);
  } else {
    temporary_.clear();
  }
  return file_ >= 0;
}

void NewFile::drop() {
  if (file_ < 0) return;
  ::close(file_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  unfinished_ = {};
  file_ = -1;
}

void NewFile::flush() {
  std::string_view left = buffer_;
  while (!left.empty() && error_ == 0) {
    const ssize_t n = ::write(file_, left.data(), left.size());
    if (n < 0 && errno != EINTR) error_ = errno;
    if (n > 0) left.remove_prefix(static_cast<std::size_t>(n));
  }
  buffer_.clear();
}

void NewFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) flush();
}

/// A nameless file cannot replace another; it gets a name beside it first.
void NewFile::give_name() {
  const std::string open_file = "/proc/self/fd/" + std::to_string(file_);
  if (::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, path_.c_str(), AT_SYMLINK_FOLLOW) == 0) {
    return;
  }
  error_ = errno;
  for (int attempt = 0; error_ == EEXIST && attempt < 100; ++attempt) {
    const std::string name =
        folder_of(path_) + "/.attune-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
    Unfinished listed(name);
    error_ = ::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0
                 ? 0
                 : errno;
    if (error_ != 0) continue;
    temporary_ = name;
    unfinished_ = std::move(listed);
  }
}

void NewFile::put_in_place() {
  if (temporary_.empty()) give_name();
  if (error_ != 0 || temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), path_.c_str()) == 0) {
    temporary_.clear();
  } else {
    error_ = errno;
  }
}

void NewFile::take_mode() {
  struct stat there {};
  struct stat here {};
  if (in_place_ || error_ != 0) return;
  if (::stat(path_.c_str(), &there) != 0 || ::fstat(file_, &here) != 0) {
    error_ = errno;
    return;
  }
  const bool same_owner = there.st_uid == here.st_uid && there.st_gid == here.st_gid;
  if (!same_owner && ::fchown(file_, there.st_uid, there.st_gid) != 0) error_ = errno;
  constexpr mode_t kBits = S_IRWXU | S_IRWXG | S_IRWXO;
  if (error_ == 0 && ::fchmod(file_, there.st_mode & kBits) != 0) error_ = errno;
}

Result<void> NewFile::commit() {
  flush();
  if (in_place_) {
    drop();
    if (error_ != 0 && error_ != EPIPE) return cannot_write(error_);
    return {};
  }
  if (error_ == 0 && ::fsync(file_) != 0 && errno != EINVAL) error_ = errno;
  if (error_ == 0) put_in_place();
  drop();
  if (error_ != 0) return cannot_write(error_);
  return {};
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "base/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace attune {

namespace {
constexpr std::size_t kBuffer = 64U << 10;

tl::unexpected<Error> cannot_write(int error) {
  return fail(Fault::io, std::string("cannot be written: ") + std::strerror(error));
}
}  // namespace

Result<NewFile> NewFile::create(const std::string& path) {
  struct stat there {};
  if (::lstat(path.c_str(), &there) == 0 && !S_ISREG(there.st_mode)) {
    return fail(Fault::io, "is not a regular file, so it is not replaced");
  }
  NewFile file;
  file.path_ = path;
  file.temporary_ = path + ".XXXXXX";
  file.file_ = ::mkostemp(file.temporary_.data(), O_CLOEXEC);  // Mode 0600.
  if (file.file_ < 0) return cannot_write(errno);
  return file;
}

NewFile::NewFile(NewFile&& other) noexcept {
  *this = std::move(other);
}

NewFile& NewFile::operator=(NewFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(temporary_, other.temporary_);
  std::swap(buffer_, other.buffer_);
  std::swap(file_, other.file_);
  std::swap(error_, other.error_);
  return *this;
}

NewFile::~NewFile() {
  drop();
}

void NewFile::drop() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(temporary_.c_str());
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

Result<void> NewFile::commit() {
  flush();
  if (error_ == 0 && ::fsync(file_) != 0 && errno != EINVAL) error_ = errno;
  if (error_ == 0 && std::rename(temporary_.c_str(), path_.c_str()) != 0) error_ = errno;
  if (error_ != 0) {
    drop();
    return cannot_write(error_);
  }
  ::close(file_);
  file_ = -1;
  return {};
}

}  // namespace attune

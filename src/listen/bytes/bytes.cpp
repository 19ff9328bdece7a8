// SPDX-License-Identifier: Apache-2.0
#include "listen/bytes/bytes.h"

#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "base/hash.h"
#include "listen/stream.h"

namespace attune {

namespace {

constexpr std::size_t kBlock = 256U << 10;
constexpr std::string_view kGzipMagic = "\x1f\x8b";

}  // namespace

struct Bytes::Impl {
  explicit Impl(const Limits& given) : limits(given), input(kBlock) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (file > STDIN_FILENO) ::close(file);
    if (gzip) inflateEnd(&inflation);
  }

  /// Raw bytes of the file or of memory; fewer than asked for only at the end.
  Result<std::size_t> read_raw(char* out, std::size_t size) {
    if (memory) {
      const std::size_t n = std::min(size, memory->size());
      if (n > 0) std::memcpy(out, memory->data(), n);
      memory->remove_prefix(n);
      return n;
    }
    if (stream) return read_stream(out, size);
    std::size_t have = 0;
    while (have < size) {
      const ssize_t n = ::read(file, out + have, size - have);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0)
        return fail(Fault::io, std::string("stopped while reading: ") + std::strerror(errno));
      if (n == 0) break;
      have += static_cast<std::size_t>(n);
    }
    return have;
  }

  Result<std::size_t> read_stream(char* out, std::size_t size) {
    std::size_t have = 0;
    while (have < size) {
      auto got = stream->read(passed, {out + have, size - have});
      if (!got) return got;
      if (*got == 0) break;
      have += *got;
      passed += *got;
    }
    return have;
  }

  Result<void> start() {
    auto got = read_raw(input.data(), input.size());
    if (!got) return tl::unexpected(got.error());
    filled = *got;
    if (!std::string_view(input.data(), filled).starts_with(kGzipMagic)) return {};
    gzip = inflateInit2(&inflation, 15 + 16) == Z_OK;
    if (!gzip) return fail(Fault::internal, "no memory to inflate with");
    return {};
  }

  Result<std::size_t> read_plain(std::span<char> out) {
    const std::size_t head = std::min(out.size(), filled - taken);
    std::copy_n(input.data() + taken, head, out.data());
    taken += head;
    if (head == out.size()) return head;
    auto rest = read_raw(out.data() + head, out.size() - head);
    if (!rest) return rest;
    return head + *rest;
  }

  /// Makes sure that there is compressed input; false at the end of the file.
  Result<bool> refill() {
    if (taken < filled) return true;
    auto got = read_raw(input.data(), input.size());
    if (!got) return tl::unexpected(got.error());
    filled = *got;
    taken = 0;
    return filled > 0;
  }

  /// One call of inflate() from `input` into `out`. Returns the bytes made.
  Result<std::size_t> inflate_some(std::span<char> out) {
    inflation.next_in = reinterpret_cast<Bytef*>(input.data() + taken);
    inflation.avail_in = static_cast<uInt>(filled - taken);
    inflation.next_out = reinterpret_cast<Bytef*>(out.data());
    inflation.avail_out = static_cast<uInt>(out.size());
    const int state = inflate(&inflation, Z_NO_FLUSH);
    const std::size_t used = filled - taken - inflation.avail_in;
    const std::size_t made = out.size() - inflation.avail_out;
    taken += used;
    compressed += used;
    inflated += made;
    in_member = state != Z_STREAM_END;
    if (state == Z_STREAM_END) inflateReset(&inflation);
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) {
      return fail(Fault::bad_input,
                  fmt::format("the gzip data are damaged, after {} bytes of content; fetch or "
                              "compress the file again",
                              inflated));
    }
    if (inflated > limits.max_inflated_bytes ||
        (inflated > limits.ratio_free_bytes &&
         inflated / (compressed + 1) > limits.max_inflate_ratio)) {
      return fail(Fault::bad_input,
                  "inflates to far more than a feedback file would (a gzip bomb?); inflate it "
                  "yourself if you trust it");
    }
    return made;
  }

  /// Zeros may follow the last member (tape blocks do), and blanks; anything else would be lost in
  /// silence.
  Result<void> expect_padding() {
    std::uint64_t behind = 0;
    bool nothing = true;
    for (;;) {
      auto more = refill();
      if (!more) return tl::unexpected(more.error());
      if (!*more) break;
      const char* const begin = input.data() + taken;
      nothing = nothing && std::all_of(begin, begin + (filled - taken), [](char c) {
                  return c == 0 || c == ' ' || (c >= '\t' && c <= '\r');
                });
      behind += filled - taken;
      taken = filled;
    }
    if (nothing) return {};
    return fail(Fault::bad_input,
                fmt::format("{} bytes behind the gzip data are not gzip; unpack it (gunzip, which "
                            "leaves them out) and give attune both parts",
                            behind));
  }

  Result<std::size_t> read_gzip(std::span<char> out) {
    std::size_t have = 0;
    while (have < out.size()) {
      auto more = refill();
      if (!more) return tl::unexpected(more.error());
      if (!*more) {
        if (!in_member) break;
        return fail(Fault::bad_input,
                    fmt::format("the gzip data end too early, after {} bytes of content; was the "
                                "download cut off?",
                                inflated));
      }
      if (!in_member && input[taken] != kGzipMagic[0]) {
        auto padding = expect_padding();
        if (!padding) return tl::unexpected(padding.error());
        break;
      }
      auto made = inflate_some(out.subspan(have));
      if (!made) return made;
      have += *made;
    }
    return have;
  }

  Limits limits;
  std::optional<std::string_view> memory;
  int file = -1;
  std::vector<char> input;
  std::size_t filled = 0, taken = 0;
  bool gzip = false;
  bool in_member = true;
  z_stream inflation{};
  std::shared_ptr<Stream> stream;
  std::uint64_t passed = 0;  ///< Of the stream.
  std::uint64_t compressed = 0, inflated = 0;
};

Bytes::Bytes(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Bytes::Bytes(Bytes&&) noexcept = default;
Bytes& Bytes::operator=(Bytes&&) noexcept = default;
Bytes::~Bytes() = default;

Result<Bytes> Bytes::open(const Source& source, const Limits& limits) {
  auto impl = std::make_unique<Impl>(limits);
  impl->memory = source.bytes;
  impl->stream = source.stream;
  if (!source.bytes && !source.stream) {
    auto file = open_to_read(source.path);
    if (!file) return tl::unexpected(file.error());
    impl->file = *file;
  }
  if (auto started = impl->start(); !started) return tl::unexpected(started.error());
  return Bytes(std::move(impl));
}

Result<std::size_t> Bytes::read(std::span<char> out) {
  return impl_->gzip ? impl_->read_gzip(out) : impl_->read_plain(out);
}

std::vector<Source> open_sources(std::span<const std::string> paths) {
  std::vector<Source> sources;
  for (const std::string& path : paths) {
    Source& source = sources.emplace_back();
    source.path = path;
    struct stat about {};
    const bool there = path != "-" && ::stat(path.c_str(), &about) == 0;
    const bool once = path == "-" || (there && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode));
    if (once) source.stream = std::make_shared<Stream>(path);
  }
  return sources;
}

Result<std::uint64_t> content_hash(const Source& source, const Limits& limits) {
  auto bytes = Bytes::open(source, limits);
  if (!bytes) return tl::unexpected(bytes.error());
  std::vector<char> block(kBlock);
  std::uint64_t hash = 0;
  for (;;) {
    auto got = bytes->read(block);
    if (!got) return tl::unexpected(got.error());
    hash = hash_pair(hash, hash64({block.data(), *got}));
    if (*got < block.size()) return hash;
  }
}

}  // namespace attune

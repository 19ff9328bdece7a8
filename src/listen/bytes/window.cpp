// SPDX-License-Identifier: Apache-2.0
#include "listen/bytes/window.h"

#include <algorithm>
#include <array>

namespace attune {

namespace {

constexpr std::size_t kChunk = 256U << 10;

struct Binary {
  std::string_view magic;
  std::string_view said;
};

constexpr std::array<Binary, 9> kBinaries = {{
    {"\xD0\xCF\x11\xE0",
     "is an old Office file (.xls); open it in a spreadsheet program and save "
     "it as \"CSV UTF-8\", then give that file to attune"},
    {"%PDF", "is a PDF; export the data behind it as CSV"},
    {"PAR1", "is a Parquet file; export it as CSV or JSON Lines"},
    {"SQLite format 3", "is an SQLite database; export the table as CSV"},
    {"\x28\xB5\x2F\xFD", "is compressed with zstd; unpack it (zstd -d) or compress it with gzip"},
    {"BZh", "is compressed with bzip2; unpack it (bunzip2) or compress it with gzip"},
    {"\xFD"
     "7zXZ",
     "is compressed with xz; unpack it (unxz) or compress it with gzip"},
    {"7z\xBC\xAF", "is a 7z archive; unpack it and give attune the file inside"},
    {"\x1f\x8b", "is compressed twice; unpack it once (gunzip)"},
}};

/// What to say of content that is no text, or nothing.
std::string_view why_not_text(std::string_view head, Encoding encoding) {
  if (head.starts_with("PK\x03\x04")) {
    return head.find("xl/") != std::string_view::npos
               ? "is an Excel workbook (.xlsx); open it, choose File > Save As > \"CSV UTF-8 "
                 "(comma delimited)\" and give that file to attune"
               : "is a zip archive; unpack it and give attune the file inside";
  }
  for (const Binary& binary : kBinaries) {
    if (head.starts_with(binary.magic)) return binary.said;
  }
  if (encoding != Encoding::utf8 && encoding != Encoding::windows_1252) return {};
  const auto odd = std::count_if(head.begin(), head.end(), [](char c) {
    return (c >= 0 && c < 9) || (c > 13 && c < 32 && c != 27) || c == 127;
  });
  // A damaged export has a few; one byte in ten is no text, in a long sample one in twenty.
  const auto share = static_cast<double>(odd) / static_cast<double>(head.size());
  if (share > (odd >= 32 ? .05 : .1)) {
    return "does not hold text; attune reads CSV, TSV, JSON Lines and plain lines, also gzipped";
  }
  return {};
}

}  // namespace

Window::Window(std::string_view text) : buffer_(text), end_(text.size()) {
  buffer_.append(kPadding, '\0');
}

Result<std::size_t> Window::read_chunk() {
  chunk_.resize(kChunk);
  return bytes_->read(chunk_);
}

Result<bool> Window::more() {
  if (!bytes_) return false;
  buffer_.resize(end_);
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t before = buffer_.size();
  bool last = false;
  while (!last && buffer_.size() == before) {  // The decoder may wait for the end of a line.
    auto got = read_chunk();
    if (!got) return tl::unexpected(got.error());
    last = *got < chunk_.size();
    decoder_.decode({chunk_.data(), *got}, last, buffer_);
  }
  end_ = buffer_.size();
  buffer_.append(kPadding, '\0');
  if (last) {
    bytes_.reset();
    chunk_ = {};
  }
  return end_ > before;
}

Result<Window> Window::open(const Source& source, const Limits& limits) {
  auto bytes = Bytes::open(source, limits);
  if (!bytes) return tl::unexpected(bytes.error());
  Window window(std::move(*bytes));
  if (auto first = window.more(); !first) return tl::unexpected(first.error());
  if (const auto why = why_not_text(window.unread(), window.decoder().encoding()); !why.empty()) {
    return fail(Fault::bad_input, std::string(why));
  }
  return window;
}

}  // namespace attune

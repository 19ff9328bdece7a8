// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lsp/frames.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "text/ascii.h"

namespace attune::lsp {

namespace {

constexpr std::string_view kLength = "content-length:";
constexpr std::size_t kMostLine = 1024;

bool is_length(std::string_view line) {
  return line.size() >= kLength.size() &&
         std::equal(kLength.begin(), kLength.end(), line.begin(),
                    [](char wanted, char given) { return wanted == to_lower(given); });
}

/// The number behind "Content-Length:", or -1 where no plain number stands there.
std::streamsize number_in(std::string_view line) {
  line.remove_prefix(kLength.size());
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  line = line.substr(0, line.find_last_not_of(" \t") + 1);
  std::streamsize number = -1;
  const auto [end, fault] = std::from_chars(line.data(), line.data() + line.size(), number);
  return fault == std::errc() && end == line.data() + line.size() ? number : -1;
}

/// Adds to `line` what is left of it in `in`, without its end. False where the stream ends first,
/// or the line is too long.
bool read_line(std::istream& in, std::string& line) {
  for (char byte = 0; line.size() <= kMostLine && in.get(byte);) {
    if (byte != '\n') {
      line += byte;
      continue;
    }
    if (line.ends_with('\r')) line.pop_back();
    return true;
  }
  return false;
}

/// What ignore() does, which would wait for one byte more.
void skip(std::istream& in, std::streamsize bytes) {
  std::array<char, 65536> piece{};
  while (bytes > 0 && in) {
    const auto now = std::min(bytes, static_cast<std::streamsize>(piece.size()));
    in.read(piece.data(), now);
    bytes -= now;
  }
}

}  // namespace

std::optional<Frame> FrameReader::next() {
  std::string line;
  if (std::exchange(lost_, false) && !find_length(line)) return std::nullopt;
  std::streamsize length = -1;
  const std::string_view fault = read_header(std::move(line), length);
  if (!in_) return std::nullopt;
  lost_ = !fault.empty();
  if (lost_) return Frame{{}, fault};
  if (length > kMostBody) {
    skip(in_, length);
    return Frame{{}, "the message is over 64 MB and was skipped"};
  }
  Frame frame;
  frame.body.resize(static_cast<std::size_t>(length));
  if (!in_.read(frame.body.data(), length)) return std::nullopt;
  return frame;
}

/// Leaves "Content-Length:" in `line`. What is lost has no lines to go by: a body ends without a
/// line end, and the next header follows.
bool FrameReader::find_length(std::string& line) {
  for (char byte = 0; in_.get(byte);) {
    line += byte;
    if (line.size() > kLength.size()) line.erase(0, 1);
    if (is_length(line)) return true;
  }
  return false;
}

/// Reads header lines, of which `line` was read already, up to the empty one. Gives a fault, or "".
std::string_view FrameReader::read_header(std::string line, std::streamsize& length) {
  for (bool begun = false;; line.clear()) {
    if (!read_line(in_, line)) return "a line of the header is over 1,024 bytes";
    if (is_length(line)) {
      length = number_in(line);
      if (length < 0) return "Content-Length is no number of bytes";
    } else if (!line.empty()) {
      if (line.find(':') == std::string::npos) return "a line of the header has no colon";
    } else if (begun) {
      return length < 0 ? "the header has no Content-Length" : "";
    }
    begun = begun || !line.empty();  // Empty lines between two messages do no harm.
  }
}

}  // namespace attune::lsp

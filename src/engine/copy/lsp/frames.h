// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads the messages that an editor sends: header lines, an empty line, a body of as many bytes as
// Content-Length says (LSP 3.17, "Base Protocol").

#include <istream>
#include <optional>
#include <string>
#include <string_view>

namespace attune::lsp {

/// A message, or what stood in place of one.
struct Frame {
  std::string body;        ///< The bytes of the message.
  std::string_view fault;  ///< Empty, or a sentence that says why there is no body.
};

class FrameReader {
 public:
  /// A body of more bytes is skipped, and told of as a fault.
  static constexpr std::streamsize kMostBody = std::streamsize{64} * 1024 * 1024;

  /// Borrows `in`.
  explicit FrameReader(std::istream& in) : in_(in) {}
  /// The next message; none once the stream has ended. Total: any bytes are allowed, and after a
  /// broken header the next Content-Length is looked for. Waits for no byte behind the message.
  [[nodiscard]] std::optional<Frame> next();

 private:
  [[nodiscard]] bool find_length(std::string& line);
  [[nodiscard]] std::string_view read_header(std::string line, std::streamsize& length);

  std::istream& in_;
  bool lost_ = false;  ///< The last header was broken: nobody knows where its body ends.
};

}  // namespace attune::lsp

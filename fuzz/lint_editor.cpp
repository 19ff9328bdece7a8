// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

#include "engine/copy/lsp/session.h"

namespace {

/// Finds something in every text, at its end and over all of it.
attune::Result<attune::TextOutcome> check(std::string_view text, const std::string& /*path*/) {
  if (text.starts_with("!")) return attune::fail(attune::Fault::bad_input, "no settings");
  attune::TextOutcome outcome;
  const auto size = static_cast<std::uint32_t>(text.size());
  if (size == 0) return outcome;
  attune::Finding finding;
  finding.rule = "guilt-debt";
  finding.span = {size - 1, size};
  outcome.findings.push_back(finding);
  finding.span = {0, size};
  outcome.findings.push_back(finding);
  return outcome;
}

std::string framed(std::string_view body) {
  return "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

/// Only frames may come out.
void judge(std::string_view out) {
  if (!out.starts_with("Content-Length: ") || out.find("\r\n\r\n{") == std::string_view::npos)
    std::abort();
}

}  // namespace

/// The first byte chooses: raw bytes of a stream, or a line for each message, in good frames.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view kUtf8 =
      R"({"id":1,"method":"initialize","params":{"capabilities":{"general":{"positionEncodings":["utf-8"]}}}})";
  constexpr std::string_view kUtf16 = R"({"id":1,"method":"initialize","params":{}})";
  if (size == 0) return 0;
  std::string_view left(reinterpret_cast<const char*>(data) + 1, size - 1);
  const int kind = data[0] % 4;
  std::string bytes(kind == 0 ? left : "");
  if (kind >= 2) bytes = framed(kind == 2 ? kUtf8 : kUtf16);
  while (kind > 0 && !left.empty()) {
    const std::string_view line = left.substr(0, left.find('\n'));
    bytes += framed(line);
    left.remove_prefix(line.size() < left.size() ? line.size() + 1 : left.size());
  }
  std::istringstream in(bytes);
  (void)attune::lsp::serve(in, {check, judge, "file:///"});
  return 0;
}

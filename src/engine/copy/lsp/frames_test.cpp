// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lsp/frames.h"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace attune::lsp {
namespace {

/// Bodies, and "!" for each fault.
std::vector<std::string> cut(const std::string& bytes) {
  std::vector<std::string> out;
  std::istringstream in(bytes);
  FrameReader reader(in);
  while (const auto frame = reader.next()) out.push_back(frame->fault.empty() ? frame->body : "!");
  return out;
}

TEST(Frames, ABodyIsAsLongAsItsHeaderSays) {
  EXPECT_EQ(cut("Content-Length: 2\r\n\r\n{}content-length:3\nContent-Type: x\n\n[1]\r\n"
                "Content-Length: 0\r\n\r\nContent-Length: 1 \r\n\r\n7"),
            (std::vector<std::string>{"{}", "[1]", "", "7"}));
}

TEST(Frames, TheNextGoodHeaderIsFoundAfterABrokenOne) {
  for (const std::string_view broken :
       {"Content-Length: x\r\n\r\n{\"a\":1}", "Content-Length: -1\r\n\r\n{}",
        "Content-Length: 1 2\r\n\r\n{}", "Content-Length: 99999999999999999999999\r\n\r\n",
        "Content-Type: x\r\n\r\n{}", "no header\r\n\r\n", "CONTENT-LENGTH:\r\n\r\nContent-Len"}) {
    EXPECT_EQ(cut(std::string(broken) + "Content-Length: 1\r\n\r\n7"),
              (std::vector<std::string>{"!", "7"}))
        << broken;
  }
  EXPECT_EQ(cut(std::string(9000, ':') + "Content-Length: 1\r\n\r\n7"),
            (std::vector<std::string>{"!", "7"}));
}

TEST(Frames, WhatEndsTooEarlyIsNoMessage) {
  for (const char* const bytes : {"", "Content-Length: 2", "Content-Length: 2\r\n\r\n{", "\r\n"})
    EXPECT_TRUE(cut(bytes).empty()) << bytes;
}

TEST(Frames, AMessageThatIsTooLongIsSkipped) {
  const std::size_t size = FrameReader::kMostBody + 1;
  EXPECT_EQ(cut("Content-Length: " + std::to_string(size) + "\r\n\r\n" + std::string(size, ' ') +
                "Content-Length: 1\r\n\r\n7"),
            (std::vector<std::string>{"!", "7"}));
}

}  // namespace
}  // namespace attune::lsp

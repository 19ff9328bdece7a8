// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lsp/file_uri.h"

#include <gtest/gtest.h>

namespace attune::lsp {
namespace {

TEST(FileUri, EscapesAreDecodedAndWhatIsNoneStays) {
  EXPECT_EQ(path_of_uri("file:///a%20b/%C3%A9.md"), "/a b/\xC3\xA9.md");
  EXPECT_EQ(path_of_uri("FILE://LocalHost/a"), "/a");
  EXPECT_EQ(path_of_uri("file:/a"), "/a");
  EXPECT_EQ(path_of_uri("file:///100%/%zz%4"), "/100%/%zz%4");
  EXPECT_EQ(path_of_uri("file:///a%23b#c"), "/a#b");
}

TEST(FileUri, ThereAndBackIsTheSamePath) {
  const std::string path = "/a b/\xC3\xA9%20#?.md";
  EXPECT_EQ(uri_of_path(path), "file:///a%20b/%C3%A9%2520%23%3F.md");
  EXPECT_EQ(path_of_uri(uri_of_path(path)), path);
}

TEST(FileUri, WhatLiesElsewhereHasNoPath) {
  for (const std::string_view uri :
       {"untitled:Untitled-1", "file://server/share", "http://a/b", "file:", "", "file:///a%00b"})
    EXPECT_EQ(path_of_uri(uri), std::nullopt) << uri;
}

}  // namespace
}  // namespace attune::lsp

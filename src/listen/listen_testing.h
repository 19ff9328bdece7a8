// SPDX-License-Identifier: Apache-2.0
#pragma once

// For tests: listening to bytes in memory, and files that go away.

#include <gtest/gtest.h>
#include <stdlib.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "listen/listen.h"

namespace attune::testing {

struct Heard {
  Intake intake;
  std::vector<Message> messages;
  std::string error;  ///< Empty if all went well.

  [[nodiscard]] std::vector<std::string> texts() const {
    std::vector<std::string> all;
    for (const Message& message : messages) all.push_back(message.text);
    return all;
  }
  [[nodiscard]] bool says(std::string_view part) const {
    for (const Assumption& assumption : intake.assumed) {
      if (assumption.said.find(part) != std::string::npos) return true;
    }
    return false;
  }
};

inline Heard heard(Result<Intake> intake, std::vector<Message> messages) {
  if (!intake) return {{}, std::move(messages), intake.error().message};
  EXPECT_EQ(intake->read, intake->used + intake->rejected);
  return {std::move(*intake), std::move(messages), {}};
}

/// Listens to `bytes` as if they were the file `name`.
inline Heard hear(std::string_view bytes, const ListenOptions& options = {},
                  const std::string& name = "given") {
  std::vector<Message> messages;
  const std::vector<Source> sources = {{.path = name, .bytes = bytes}};
  auto intake = listen_to(sources, options, [&](Message&& m) { messages.push_back(std::move(m)); });
  return heard(std::move(intake), std::move(messages));
}

inline Heard hear_files(const std::vector<std::string>& paths, const ListenOptions& options = {}) {
  std::vector<Message> messages;
  auto intake = listen(paths, options, [&](Message&& m) { messages.push_back(std::move(m)); });
  return heard(std::move(intake), std::move(messages));
}

inline ListenOptions mapped(std::string_view pairs) {
  ListenOptions options;
  options.mapping = parse_mapping(pairs).value();
  return options;
}

/// A directory that goes away with its files.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "attune-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::string at(const std::string& name) const { return path_ + "/" + name; }
  [[nodiscard]] std::string put(const std::string& name, std::string_view bytes) const {
    std::ofstream(at(name), std::ios::binary) << bytes;
    return at(name);
  }
  [[nodiscard]] std::string get(const std::string& name) const {
    std::ifstream in(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_),
                                                  std::filesystem::directory_iterator()));
  }

 private:
  std::string path_;
};

inline std::string gzip(std::string_view bytes) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  std::string in(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace attune::testing

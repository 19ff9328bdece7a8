// SPDX-License-Identifier: Apache-2.0
#pragma once

// The bytes of a file, of standard input or of memory; gzip is recognised by its first bytes, never
// by a name, and inflated on the way (all members of the file, one after the other).

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "listen/bytes/limits.h"
#include "listen/stream.h"

namespace attune {

/// Where bytes come from. `path` "-" is standard input. With `bytes`, they are the content
/// (borrowed for as long as they are read) and `path` is just a name. What can be read only once
/// comes through `stream`, so that it can be looked at again.
struct Source {
  std::string path;
  std::optional<std::string_view> bytes = {};
  std::shared_ptr<Stream> stream = {};

  [[nodiscard]] bool standard_input() const { return !bytes && path == "-"; }
};

/// Sources for `paths`; standard input, pipes and devices as streams.
[[nodiscard]] std::vector<Source> open_sources(std::span<const std::string> paths);

class Bytes {
 public:
  /// bad_input for a directory, not_found for nothing, io for what may not be read.
  [[nodiscard]] static Result<Bytes> open(const Source& source, const Limits& limits);
  Bytes(Bytes&&) noexcept;
  Bytes& operator=(Bytes&&) noexcept;
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;
  ~Bytes();

  /// Fills `out` as far as there is content; less than its size only at the end. bad_input where
  /// gzip data are damaged, cut off, followed by something else, or swell beyond the limits.
  [[nodiscard]] Result<std::size_t> read(std::span<char> out);

 private:
  struct Impl;
  explicit Bytes(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Hash of the whole (inflated) content, in constant memory.
[[nodiscard]] Result<std::uint64_t> content_hash(const Source& source, const Limits& limits);

}  // namespace attune

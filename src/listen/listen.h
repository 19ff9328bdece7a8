// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files that cannot lie to you. Reads feedback files of any common make, works out what their
// columns mean and says so, and gives one message after the other to a sink, in constant memory.
//
//   auto intake = listen(paths, {}, [&](Message&& message) { … });
//
// read = used + rejected, always. What is wrong with a row rejects the row, with a reason, in a
// file of rejects; what is wrong with a file (it is missing, a directory, a workbook, damaged gzip,
// it has no text) is an Error that says what to do. Nothing in is nothing out: an empty file, or
// one of a header alone, is read with a warning.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "attune/intake.h"
#include "attune/message.h"
#include "attune/preview.h"
#include "attune/result.h"
#include "listen/bytes/bytes.h"
#include "listen/bytes/limits.h"
#include "listen/plan/mapping.h"
#include "listen/rejects_file.h"

namespace attune {

struct ListenOptions {
  std::optional<Mapping> mapping;  ///< For all files; fields that it leaves open are guessed.
  std::string rejects_path;        ///< Empty: "<file>.rejects.csv" beside each file.
  bool keep_attributes = false;    ///< Keep the columns that attune has no use for.
  /// Keep every column, used or not, empty or not, in file order with its cell as given: enough to
  /// write a user's own rows back (Message.file and .row say which row it was).
  bool all_columns = false;
  bool read_again = false;  ///< The sources are going to be read once more: streams are held.
  /// Asked before each record; where it says true, listening ends as if the input did. Empty:
  /// never.
  std::function<bool()> stop;
  Limits limits;
};

using MessageSink = std::function<void(Message&&)>;

/// Reads `paths` ("-": standard input) in order. The sink may have got messages before an error.
/// Faults: not_found, io, bad_input; the message begins with the file.
[[nodiscard]] Result<Intake> listen(std::span<const std::string> paths,
                                    const ListenOptions& options, const MessageSink& sink);

/// The same from sources, which may lie in memory.
[[nodiscard]] Result<Intake> listen_to(std::span<const Source> sources,
                                       const ListenOptions& options, const MessageSink& sink);

/// The first ten records of each file as they would be read. Writes nothing.
[[nodiscard]] Result<Preview> preview(std::span<const std::string> paths,
                                      const ListenOptions& options);

}  // namespace attune

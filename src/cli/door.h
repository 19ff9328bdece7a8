// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every verb needs at the door: models, threads, input options, and a way to say no.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "attune/input.h"
#include "attune/intake.h"
#include "attune/result.h"
#include "cli/arguments.h"

namespace attune {

inline constexpr int kDone = 0;
inline constexpr int kUsage = 2;
inline constexpr int kRefused = 3;

/// Prints the error as one line on standard error; gives `status`.
int refuse(const Error& error, int status = kRefused);

struct Door {
  Input input;
  std::size_t threads = 1;
  std::uint64_t seed = 1;
};

/// The flags that all reading verbs share. Errors are of usage.
[[nodiscard]] Result<Door> open_door(const Arguments& arguments);

/// --threads, or as many as the machine has. Errors are of usage.
[[nodiscard]] Result<std::size_t> threads_of(const Arguments& arguments);

/// --models, or $ATTUNE_MODELS, or ../share/attune/models beside the program.
[[nodiscard]] std::string models_dir(const Arguments& arguments);

/// Says on standard error what the import noticed: warnings, and where rejects went.
void say_intake(const Intake& intake);

/// "N records read" on standard error, at most twice a second, only on a terminal; wipes itself at
/// end.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void operator()(std::uint64_t read);

 private:
  bool shown_ = false;
  bool terminal_;
  std::int64_t last_ms_ = 0;
};

/// Writes all of `bytes` to standard output; false once that failed.
bool put(std::string_view bytes);

/// Is standard output a terminal that wants colours ($NO_COLOR says no)?
[[nodiscard]] bool colour_wanted();

/// `status`, but that of a refusal where put() could not write. A reader who has left (`| head -1`)
/// had enough: no fault.
int after_output(int status);

}  // namespace attune

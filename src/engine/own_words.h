// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which words of a message are its writer's own, and what is said about those that are not.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attune/intake.h"
#include "attune/left_out.h"
#include "attune/message.h"
#include "text/others/shared_labels.h"
#include "understand/understand.h"

namespace attune {

/// What was found in one message.
struct OthersFound {
  std::vector<LeftOut> parts;       ///< Labels among them; in order, disjoint.
  std::vector<std::size_t> labels;  ///< Numbers over all rounds of the file; each once.
};

class OwnWords {
 public:
  /// How many messages of a file labels are learnt from, at most.
  static constexpr std::size_t kSample = 4096;

  /// Learns what many messages of a file share; `messages` are all of that file, or a part that was
  /// drawn evenly. Without it no labels are found: what stands in one message is enough for the
  /// rest.
  void learn(std::uint32_t file, const std::vector<const Message*>& messages);

  /// Pure; from many threads.
  void find(const Message& message, OthersFound& found) const;

  /// Counts what was found. In the order of the messages.
  void count(const Message& message, const OthersFound& found);

  /// A sentence for each kind of words left out, and for each label: how many messages, and an
  /// example, personal data masked. None where nothing was.
  [[nodiscard]] std::vector<Assumption> said(const Understander& understander) const;

 private:
  struct Count {
    std::uint64_t messages = 0;
    std::string example;
  };
  struct FileLabels {
    std::vector<SharedLabels> rounds;  ///< Each of what the rounds before left.
    std::vector<std::uint64_t> uses;   ///< Per label of all rounds: messages.
  };
  std::vector<FileLabels> files_;  ///< May be shorter than the files are many.
  std::array<Count, kOthersCount> counts_{};
  std::uint64_t seen_ = 0;
};

}  // namespace attune

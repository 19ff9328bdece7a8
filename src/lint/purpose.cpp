// SPDX-License-Identifier: Apache-2.0
#include "lint/purpose.h"

#include <algorithm>

namespace attune {

namespace {
constexpr std::size_t kReach = 32768;
}

bool MailPurpose::transactional() {
  if (known_) return *known_;
  CheckState state;
  std::size_t serving = 0;
  std::size_t selling = 0;
  cut_prose(source_.substr(0, std::min(source_.size(), kReach)), markup_,
            [&](const CopyBlock& block) {
              if (block.quoted) return;
              const PurposeWords words = rules_.purpose(block.text, state);
              serving += words.serving;
              selling += words.selling;
            });
  known_ = serving > 0 && serving >= selling;
  return *known_;
}

}  // namespace attune

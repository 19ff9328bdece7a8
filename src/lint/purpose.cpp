// SPDX-License-Identifier: Apache-2.0
#include "lint/purpose.h"

#include <algorithm>

#include "text/utf8.h"

namespace attune {

namespace {
constexpr std::size_t kReach = 32768;
}

bool MailPurpose::transactional() {
  if (known_) return *known_;
  CheckState state;
  std::size_t serving = 0;
  std::size_t selling = 0;
  std::size_t reach = std::min(source_.size(), kReach);
  while (reach < source_.size() && reach > 0 && !at_character(source_, reach)) --reach;
  cut_prose(source_.substr(0, reach), markup_, [&](const CopyBlock& block) {
    if (block.quoted) return;
    const PurposeWords words = rules_.purpose(block.text, state);
    serving += words.serving;
    selling += words.selling;
  });
  known_ = serving > 0 && serving >= selling;
  return *known_;
}

}  // namespace attune

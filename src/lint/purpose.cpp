// SPDX-License-Identifier: Apache-2.0
#include "lint/purpose.h"

#include <algorithm>

#include "text/utf8.h"

namespace attune {

namespace {
constexpr std::size_t kReach = 32768;
}

bool MailPurpose::transactional() {
  if (is_catalogue(markup_)) return false;  // It holds many messages.
  return words().serving > 0 && words().serving >= words().selling;
}

bool MailPurpose::sells() {
  return words().selling > words().serving;
}

const PurposeWords& MailPurpose::words() {
  if (known_) return *known_;
  CheckState state;
  known_.emplace();
  std::size_t reach = std::min(source_.size(), kReach);
  while (reach < source_.size() && reach > 0 && !at_character(source_, reach)) --reach;
  cut_prose(source_.substr(0, reach), markup_, [&](const CopyBlock& block) {
    if (block.quoted) return;
    const PurposeWords words = rules_.purpose(block.text, state);
    known_->serving += words.serving;
    known_->selling += words.selling;
  });
  return *known_;
}

}  // namespace attune

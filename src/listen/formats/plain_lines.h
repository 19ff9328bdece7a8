// SPDX-License-Identifier: Apache-2.0
#pragma once

// One message a line, in one column called "text". A blank line is a blank message, so that record
// numbers are line numbers.

#include "listen/bytes/lines.h"
#include "listen/formats/record.h"

namespace attune {

class PlainReader final : public RecordReader {
 public:
  PlainReader(Window& window, const Layout& layout, const Limits& limits);

  [[nodiscard]] Result<const Record*> next() override;
  [[nodiscard]] const std::vector<std::string>& columns() const override { return columns_; }

 private:
  [[nodiscard]] std::string why_rejected() const;

  Lines lines_;
  Limits limits_;
  std::vector<std::string> columns_;
  Record record_;
  Cell cell_;
};

}  // namespace attune

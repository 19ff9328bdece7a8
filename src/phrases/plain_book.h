// SPDX-License-Identifier: Apache-2.0
#pragma once

// A book whose entries stand for nothing but their names: "[name] word .97", where the word is
// free. What a caller needs that has no meanings of its own for headings.

#include <string_view>
#include <utility>

#include "attune/result.h"
#include "phrases/book.h"
#include "phrases/reader.h"

namespace attune::phrases {

class PlainBookReader : private Owner {
 public:
  PlainBookReader() : reader_(*this, book_.classes) {}
  PlainBookReader(const PlainBookReader&) = delete;
  PlainBookReader& operator=(const PlainBookReader&) = delete;

  /// As Reader::read.
  [[nodiscard]] Result<void> read(std::string_view name, std::string_view content) {
    return reader_.read(name, content);
  }
  /// The book; nothing is read after it.
  [[nodiscard]] Book<Entry> take() { return std::move(book_); }

 private:
  [[nodiscard]] Result<Entry*> begin(const Heading& heading) override {
    book_.entries.emplace_back().id = heading.name;
    return &book_.entries.back();
  }
  [[nodiscard]] Result<OwnLine> own_line(std::string_view, bool) override {
    return OwnLine::unknown;
  }

  Book<Entry> book_;
  Reader reader_;
};

}  // namespace attune::phrases

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes JSON into a string, fast and with the same bytes everywhere. Commas are set by the writer;
// keys and nesting are the caller's duty.
//
//   JsonOut out;
//   out.begin_object().key("id").string("r17").key("p").number(0.25).end_object();

#include <cstdint>
#include <string>
#include <string_view>

#include "attune/record_id.h"

namespace attune {

class JsonOut {
 public:
  JsonOut& begin_object();
  JsonOut& end_object();
  JsonOut& begin_array();
  JsonOut& end_array();
  JsonOut& key(std::string_view name);
  /// The same for a key that is known to need no escapes, given as it stands in the document:
  /// `"name":`.
  JsonOut& raw_key(std::string_view quoted);
  /// `text` must be UTF-8; control characters, quotes and backslashes are escaped.
  JsonOut& string(std::string_view text);
  JsonOut& number(std::int64_t value);
  JsonOut& number(std::uint64_t value);
  JsonOut& number(int value) { return number(static_cast<std::int64_t>(value)); }
  JsonOut& number(unsigned value) { return number(static_cast<std::uint64_t>(value)); }
  /// Rounded to four decimals, which is what a probability deserves; never "-0", NaN becomes 0,
  /// what has no end becomes the last double.
  JsonOut& number(double value);
  JsonOut& boolean(bool value);
  JsonOut& null();
  /// A value that is JSON already, as it stands.
  JsonOut& raw(std::string_view json);
  /// As given: a string, or the JSON that it was.
  JsonOut& id(const RecordId& id) { return id.is_json ? raw(id.text) : string(id.text); }

  /// What was written so far. Takes it away, leaving the writer empty and ready for the next
  /// document.
  [[nodiscard]] std::string take();
  /// The same in the middle of a document, which goes on: for documents too large to hold.
  [[nodiscard]] std::string take_piece();
  /// What was written so far, until more is.
  [[nodiscard]] std::string_view written() const { return {out_.data(), size_}; }
  /// Empties the writer for the next document and keeps its room.
  void clear();
  /// Adds a line end between documents (JSON Lines).
  void newline();
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  /// Room for `bytes` more; what is written there counts after commit().
  char* room(std::size_t bytes) {
    if (out_.size() < size_ + bytes) out_.resize(2 * (size_ + bytes) + kFirstBytes);
    return out_.data() + size_;
  }
  void commit(const char* end) { size_ = static_cast<std::size_t>(end - out_.data()); }
  void put(char c) {
    *room(1) = c;
    ++size_;
  }
  void put(std::string_view text);
  void separate() {
    if (comma_) put(',');
    comma_ = true;
  }
  void escaped(std::string_view text);
  JsonOut& large(double value);  ///< A double that holds no fraction; at most the last finite one.

  static constexpr std::size_t kFirstBytes = 64;
  std::string out_;       ///< Longer than what is written.
  std::size_t size_ = 0;  ///< Written.
  bool comma_ = false;
};

}  // namespace attune

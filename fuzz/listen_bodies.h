// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the fuzzers of `listen` check, callable by the test that replays their corpora.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "listen/bytes/encoding.h"
#include "listen/formats/delimited.h"
#include "listen/formats/json_reader.h"
#include "listen/listen.h"
#include "listen/plan/dates.h"
#include "listen/plan/fold.h"
#include "listen/plan/values.h"
#include "listen/rejects.h"
#include "text/utf8.h"

namespace attune::fuzz {

inline void demand(bool holds) {
  if (!holds) std::abort();
}

/// Small, so that a fuzzer reaches them.
inline Limits small_limits() {
  Limits limits;
  limits.max_field_bytes = 200;
  limits.max_record_bytes = 1000;
  limits.max_columns = 20;
  limits.max_depth = 6;
  return limits;
}

/// Counts reconcile, every text is UTF-8, and no record is too large.
inline void listen_to_bytes(std::string_view bytes, const ListenOptions& options) {
  std::uint64_t given = 0;
  const std::vector<Source> sources = {{.path = "given", .bytes = bytes}};
  const auto intake = listen_to(sources, options, [&](Message&& message) {
    ++given;
    demand(first_invalid(message.text) == std::string_view::npos);
    demand(first_invalid(message.id.text) == std::string_view::npos);
    demand(message.text.size() <= 2 * options.limits.max_field_bytes + 1);
  });
  if (!intake) {
    demand(!intake.error().message.empty());
    return;
  }
  demand(intake->read == intake->used + intake->rejected);
  demand(given == intake->used - intake->duplicates);
}

inline void read_all(RecordReader& reader) {
  for (;;) {
    const auto record = reader.next();
    demand(record.has_value());
    if (*record == nullptr) return;
    demand(!(*record)->fault.empty() || (*record)->cells.size() <= reader.columns().size());
  }
}

/// Text that is UTF-8 already comes through as it is, in chunks of any size.
inline void decoding(std::string_view bytes) {
  const bool utf8 = first_invalid(bytes) == std::string_view::npos;
  for (const std::size_t chunk : {std::size_t{7}, bytes.size() + 1}) {
    Decoder decoder;
    std::string out;
    for (std::size_t at = 0; at <= bytes.size(); at += chunk) {
      decoder.decode(bytes.substr(at, chunk), at + chunk > bytes.size(), out);
    }
    const bool as_it_is = utf8 && decoder.encoding() == Encoding::utf8;
    demand(!as_it_is || out == bytes || "\xEF\xBB\xBF" + out == bytes);
  }
}

inline void csv(std::string_view bytes) {
  decoding(bytes);
  ListenOptions options;
  options.limits = small_limits();
  listen_to_bytes(bytes, options);
  listen_to_bytes(bytes, {});
  for (const char delimiter : {',', '\t'}) {
    for (const char end : {'\n', '\r'}) {
      Window window(bytes);
      const Layout layout{.kind = Layout::Kind::delimited,
                          .end_of_line = end,
                          .delimiter = delimiter,
                          .columns = {"a", "b"}};
      DelimitedReader reader(window, layout, small_limits());
      read_all(reader);
    }
  }
}

inline void jsonl(std::string_view bytes) {
  ListenOptions options;
  options.limits = small_limits();
  options.keep_attributes = true;
  listen_to_bytes(bytes, options);
  for (const auto kind : {Layout::Kind::json_lines, Layout::Kind::json_array}) {
    for (const std::string_view unnest : {"", "turns"}) {
      Window window(bytes);
      JsonReader reader(window, {.kind = kind, .unnest = std::string(unnest)}, small_limits());
      read_all(reader);
    }
  }
}

/// Dates are total; a mapping comes back as it was written.
inline void dates(std::string_view bytes) {
  OrderVotes votes;
  votes.look_at(bytes);
  for (const auto order : {DayOrder::unknown, DayOrder::day_first, DayOrder::month_first}) {
    const auto moment = parse_time(bytes, order);
    if (!moment) continue;
    demand(*moment > -100'000'000'000 && *moment < 1'000'000'000'000'000);
  }
  (void)parse_rating(bytes);
  (void)parse_purposes(bytes);
  (void)is_placeholder_person(bytes);
  const auto mapping = parse_mapping(bytes);
  if (mapping) demand(parse_mapping(write_mapping(*mapping, '\n')).value() == *mapping);
}

}  // namespace attune::fuzz

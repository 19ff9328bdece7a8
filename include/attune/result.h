// SPDX-License-Identifier: Apache-2.0
#pragma once

// Result<T>: a value, or the reason there is none.
//
// For what the outside world can refuse: bytes, files, databases, networks, requests.
// Never for bugs (use assert) and never for "nothing found" (use std::optional or an empty value).
// Every function that returns one is marked [[nodiscard]]; tools/check_layers.py sees to it.

#include <string>
#include <tl/expected.hpp>  // libexpected-dev; becomes std::expected with C++23
#include <utility>

namespace attune {

/// What the caller can do about it. Each maps to one HTTP status and one exit code, in one table.
enum class Fault { bad_input, not_found, conflict, unavailable, io, internal };

struct Error {
  Fault fault;
  std::string message;  ///< For a person: says what, where, and what to do. Holds no message text.
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Fault fault, std::string message) {
  return tl::unexpected<Error>(Error{fault, std::move(message)});
}

/// Adds the place to an error on its way up: "reviews.csv: row 12: not UTF-8".
[[nodiscard]] inline tl::unexpected<Error> within(std::string place, Error error) {
  error.message = std::move(place) + ": " + error.message;
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace attune

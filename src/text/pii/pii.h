// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds personal data in a message, so that it can be masked before anyone reads it.
//
//   const auto finder = PiiFinder::load("models");
//   std::vector<PiiSpan> found;
//   finder->find(text, tokens, found);          // email, phone, card, person, address …
//   mask("Call me: 0171 5550123", found);       // "Call me: [phone]"
//
// Kinds: email, phone, card, iban, ip, url, id (national, tax, passport, licence and bank account
// numbers), person, address, zip, age, birthdate. Countries, towns on their own, brands, other
// dates and @handles are not personal data here.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/reading.h"
#include "attune/result.h"
#include "text/tokens.h"

namespace attune {

class NameModel;

/// Reads personal data. Const calls are pure and safe from many threads; copies share the model.
class PiiFinder {
 public:
  /// Numbers, addresses of the net, and names after plain openings ("my name is …") only.
  PiiFinder();
  /// Also names and postal addresses by the tagger in `models`/pii/. Errors: not_found, bad_input.
  [[nodiscard]] static Result<PiiFinder> load(const std::string& models);
  explicit PiiFinder(std::shared_ptr<const NameModel> names);

  /// Writes what it finds to `out` (overwritten): in order, disjoint, never empty, cut at
  /// characters. `tokens` must be the tokens of `text`. Total: any bytes are allowed.
  void find(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& out) const;

 private:
  std::shared_ptr<const NameModel> names_;
};

/// The words of `part` of `text`, personal data replaced by their kind in brackets: "[email]".
/// `spans` in order and disjoint, as find() gives them; one that begins before the part or ends
/// behind it covers what of it is inside.
[[nodiscard]] std::string mask(std::string_view text, std::span<const PiiSpan> spans, Span part);
/// The whole text, masked.
[[nodiscard]] std::string mask(std::string_view text, std::span<const PiiSpan> spans);

/// A text with the places of its personal data; `loose` are places that may be found or not
/// (organisations, towns, dates).
struct PiiExample {
  std::string_view text;
  std::vector<PiiSpan> gold;
  std::vector<Span> loose;
};

/// Counts over spans; two spans agree if they share half of their union (IoU >= .5).
struct PiiScore {
  std::size_t found = 0;   ///< Gold spans that were found.
  std::size_t missed = 0;  ///< Gold spans that were not.
  std::size_t wrong = 0;   ///< Found spans that are neither gold nor touch a loose one.

  [[nodiscard]] double f2() const;  ///< [0, 1]; 0 when nothing was found.
};

[[nodiscard]] PiiScore evaluate_pii(const PiiFinder& finder, std::span<const PiiExample> examples);

}  // namespace attune

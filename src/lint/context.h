// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads what stands around a hit: is it quoted, denied, a name, part of a true notice? And does it
// hold a term that somebody could check?

#include <string_view>
#include <vector>

#include "lint/rule.h"
#include "phrases/rules/anchor_matcher.h"

namespace attune {

/// A text with its words, and the contexts found among them. Borrowed.
class Surroundings {
 public:
  Surroundings(std::string_view text, const phrases::AnchorScratch& words,
               const phrases::AnchorScratch& contexts, const RuleBook& book);

  /// Does the text sell? Does it tell of a service or a transaction, and sell nothing?
  [[nodiscard]] bool sells() const { return selling_; }
  [[nodiscard]] bool serves() const { return service_; }
  /// The message around the text tells of one.
  void set_service(bool service) { service_ = service; }

  /// RuleClears::k… bits of what clears words [first, last).
  [[nodiscard]] std::uint32_t clearing(std::uint32_t first, std::uint32_t last) const;
  /// Does the sentence, or one beside it, hold a day, a reason, or a number of something named?
  [[nodiscard]] bool checkable(std::uint32_t first, std::uint32_t last) const;
  /// The sentences around words [first, last), three on each side, at most about 600 bytes.
  [[nodiscard]] Span passage(std::uint32_t first, std::uint32_t last) const;
  /// The sentence around words [first, last).
  [[nodiscard]] std::string_view sentence(std::uint32_t first, std::uint32_t last) const;
  /// … with the sentence on each side of it. Of both, no more than is near the words.
  [[nodiscard]] std::string_view beside(std::uint32_t first, std::uint32_t last) const;

 private:
  struct Found {
    CopyContext kind;
    Span span;
  };
  void find_quotations();
  [[nodiscard]] bool ours(Span quotation) const;
  [[nodiscard]] bool holds(CopyContext kind, Span where) const;
  [[nodiscard]] bool denied(Span hit) const;
  [[nodiscard]] bool quoted(Span hit) const;
  [[nodiscard]] bool name(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] std::string_view near(Span where, std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] Span sentence_span(std::uint32_t first, std::uint32_t last,
                                   std::uint32_t more) const;

  std::string_view text_;
  const std::vector<phrases::CopyWord>& words_;
  std::vector<Found> places_;
  std::vector<Span> quotations_;
  bool service_ = false;
  bool selling_ = false;
};

}  // namespace attune

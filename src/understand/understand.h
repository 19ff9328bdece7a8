// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads one message: how the writer feels and what they say. Weights are const and shared; scratch
// is the caller's, one State a thread.
//
//   auto understander = Understander::load("share/attune/models");
//   Understander::State state;
//   Reading reading = understander->read("Third crash today, I want my money back", state);

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "attune/reading.h"
#include "attune/result.h"

namespace attune {

// Of attune/care.h, which whoever wants signs includes.
struct CareSign;

/// How much of a text is read. What is not read stands in the Reading as it does for an empty text.
enum class Reach : std::uint8_t {
  everything,
  answers,   ///< No aspects, and no reasons where no clause says anything.
  feelings,  ///< Clauses with their kinds, emotions and sentiment alone.
  language,  ///< Language and personal data alone.
};

class Understander {
 public:
  /// Scratch of one thread: tokens, features, sums. Reused from text to text, a very long one
  /// apart; never shared.
  class State {
   public:
    State();
    ~State();
    State(State&&) noexcept;
    State& operator=(State&&) noexcept;

   private:
    friend class Understander;
    struct Scratch;
    std::unique_ptr<Scratch> scratch_;
  };

  /// Reads the models below `models_dir`. Refuses what is absent, damaged or of another version, in
  /// a sentence. About 20 ms.
  [[nodiscard]] static Result<Understander> load(const std::string& models_dir);

  Understander(Understander&&) noexcept;
  Understander& operator=(Understander&&) noexcept;
  ~Understander();

  /// Total: every text gets a reading, also an empty one. Thread-safe with a State a thread.
  [[nodiscard]] Reading read(std::string_view text, State& state) const;
  /// The same into a reading that has room from another text.
  void read(std::string_view text, State& state, Reading& reading,
            Reach reach = Reach::everything) const;
  /// The same, with the signs of a hard time beside it (overwritten): none within Reach::language.
  void read(std::string_view text, State& state, Reading& reading, std::vector<CareSign>& care,
            Reach reach = Reach::everything) const;

  /// The model's name and the SHA-256 (64 hex digits) of its file, for "which model said this".
  [[nodiscard]] std::string_view model_name() const;
  [[nodiscard]] std::string model_sha256() const;
  [[nodiscard]] std::size_t model_bytes() const;

 private:
  struct Parts;
  explicit Understander(std::unique_ptr<const Parts> parts);
  void read(std::string_view text, State& state, Reading& reading, std::vector<CareSign>* care,
            Reach reach) const;
  void read(std::string_view text, State::Scratch& scratch, Reading& reading,
            std::vector<CareSign>* care, Reach reach) const;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "understand/understand.h"

#include "text/tokens.h"

namespace attune {

struct Understander::State::Scratch {
  Tokens tokens;
};
struct Understander::Parts {};

Understander::State::State() : scratch_(std::make_unique<Scratch>()) {}
Understander::State::~State() = default;
Understander::State::State(State&&) noexcept = default;
Understander::State& Understander::State::operator=(State&&) noexcept = default;

Understander::Understander(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Understander::Understander(Understander&&) noexcept = default;
Understander& Understander::operator=(Understander&&) noexcept = default;
Understander::~Understander() = default;

Result<Understander> Understander::load(const std::string& models_dir) {
  return fail(Fault::not_found, models_dir + ": no model here yet");
}

Reading Understander::read(std::string_view text, State& state) const {
  tokenise(text, state.scratch_->tokens);
  return {};
}

std::string_view Understander::model_name() const {
  return "";
}
std::string_view Understander::model_sha256() const {
  return "";
}

}  // namespace attune

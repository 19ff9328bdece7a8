// SPDX-License-Identifier: Apache-2.0
#include "base/unfinished.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstring>
#include <utility>

namespace attune {

namespace {

enum class State { free, filling, listed };

/// A fixed place, since a signal handler may neither allocate nor lock.
struct Place {
  std::atomic<State> state{State::free};
  std::array<char, 4096> path{};  // PATH_MAX: no longer one can be opened.
};

static_assert(std::atomic<State>::is_always_lock_free);

/// Made before the program begins, so that a handler may ask for it at any time.
std::array<Place, 16>& places() {
  static constinit std::array<Place, 16> all;
  return all;
}

extern "C" void end_by_signal(int signal) {
  for (const Place& place : places()) {
    if (place.state.load() == State::listed) ::unlink(place.path.data());
  }
  ::raise(signal);  // SA_RESETHAND: it now ends the program.
}

}  // namespace

void remove_unfinished_on_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    struct sigaction now {};
    if (::sigaction(signal, nullptr, &now) != 0 || now.sa_handler == SIG_IGN) continue;
    struct sigaction ours {};
    ours.sa_handler = end_by_signal;
    ours.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(signal, &ours, nullptr);
  }
}

Unfinished::Unfinished(const std::string& path) {
  std::array<Place, 16>& all = places();
  for (std::size_t i = 0; i < all.size() && path.size() < all[i].path.size(); ++i) {
    State free = State::free;
    if (!all[i].state.compare_exchange_strong(free, State::filling)) continue;
    std::memcpy(all[i].path.data(), path.c_str(), path.size() + 1);
    all[i].state = State::listed;
    place_ = i;
    return;
  }
}

Unfinished::Unfinished(Unfinished&& other) noexcept : place_(std::exchange(other.place_, kNone)) {}

Unfinished& Unfinished::operator=(Unfinished&& other) noexcept {
  std::swap(place_, other.place_);
  return *this;
}

Unfinished::~Unfinished() {
  if (place_ != kNone) places()[place_].state = State::free;
}

}  // namespace attune

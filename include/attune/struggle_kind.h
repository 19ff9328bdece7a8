// SPDX-License-Identifier: Apache-2.0
#pragma once

// What kind of thing goes wrong, whatever the trade: waiting is waiting for a driver, a parcel, an
// answer. A text may name several kinds, or none.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attune {

enum class StruggleKind : std::uint8_t {
  price,        ///< Too dear, raised, poor value.
  charge,       ///< Charged wrongly; a refund that is refused, wrong or does not come.
  wait,         ///< Late, delayed, queues, slow service, nobody comes.
  cancelled,    ///< The company cancelled or changed it.
  missing,      ///< Not delivered, lost, incomplete, the wrong thing sent.
  broken,       ///< Defective, damaged, of poor quality, not as described.
  staff,        ///< Conduct of a person: rude, careless, dishonest.
  support,      ///< Nobody to be reached, or no help from whom is reached.
  app,          ///< App, site or device fails: crashes, bugs, slow.
  login,        ///< Cannot sign in or register; account blocked; identity check fails.
  payment,      ///< A payment, card or transfer is declined, fails or is stuck.
  booking,      ///< Cannot book, order, change or check in; booking lost.
  information,  ///< Wrong, misleading, missing; a promise not kept.
  safety,       ///< Danger or injury.
  fraud,        ///< A stranger took money or account; scams.
  privacy,      ///< Data, spam, unwanted calls, too many messages.
  feature,      ///< Something is not supported, or was taken away.
  usability,    ///< Hard to use or to understand.
  policy,       ///< A rule felt unfair: eligibility, limits, lock-in.
  crowded,      ///< Too many people, no seat.
  dirty,        ///< Not clean, smells, vermin.
  comfort,      ///< Noisy, cold, hot, hard, run down; poor facilities.
  food,         ///< Taste, choice, temperature, amount.
  stock,        ///< Sold out, little choice, not to be had here.
  reward,       ///< Points, cashback, vouchers, codes: refused, lost, expired.
};

inline constexpr std::size_t kStruggleKinds = 25;
/// Names of the outputs of the model, in the order of StruggleKind.
inline constexpr std::array<std::string_view, kStruggleKinds> kStruggleKindNames = {
    "price",   "charge",  "wait",    "cancelled", "missing", "broken",      "staff",
    "support", "app",     "login",   "payment",   "booking", "information", "safety",
    "fraud",   "privacy", "feature", "usability", "policy",  "crowded",     "dirty",
    "comfort", "food",    "stock",   "reward"};

/// Calibrated probability of each kind, in the order of StruggleKind; each in [0, 1], and they need
/// not add up to 1.
using StruggleScores = std::array<float, kStruggleKinds>;

}  // namespace attune

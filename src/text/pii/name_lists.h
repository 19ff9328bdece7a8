// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words that speak for or against a name: folded, one blank between two, written by hand.

#include <string_view>

namespace attune {

extern const std::string_view kGiven;   ///< Given names of many cultures.
extern const std::string_view kFamily;  ///< Family names.
extern const std::string_view kTitle;   ///< "mr", "dr", "frau".
extern const std::string_view kStreet;  ///< "street", "straße", "rue".
extern const std::string_view kUnit;    ///< "apt", "suite".
extern const std::string_view kPlace;   ///< Countries, towns, peoples.
extern const std::string_view kOther;   ///< Days, months, brands, exclamations.

}  // namespace attune

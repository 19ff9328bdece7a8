// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/model_format.h"

#include <algorithm>

namespace attune {

FileName stored_name(std::string_view name) {
  FileName out{};
  std::copy_n(name.begin(), std::min(name.size(), out.size() - 1), out.begin());
  return out;
}

std::string_view name_of(const FileName& name) {
  return {name.data(), static_cast<std::size_t>(std::ranges::find(name, '\0') - name.begin())};
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "listen_bodies.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  attune::fuzz::dates({reinterpret_cast<const char*>(data), size});
  return 0;
}

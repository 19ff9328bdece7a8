// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "text/others/quoted_parts.h"
#include "text/others/shared_labels.h"

// The bytes are one message, and, cut at each zero, a file of them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<attune::LeftOut> parts;
  attune::quoted_parts(text, parts);
  std::uint32_t last = 0;
  for (const attune::LeftOut& part : parts) {
    if (part.span.begin < last || part.span.empty() || part.span.end > text.size()) std::abort();
    last = part.span.end;
  }
  if (attune::own_words(text, parts).size() != text.size()) std::abort();

  std::vector<std::string_view> texts;
  for (std::size_t at = 0; at < size;) {
    const std::size_t end = std::min(text.find('\0', at), size);
    texts.insert(texts.end(), 25, text.substr(at, end - at));
    at = end + 1;
  }
  const attune::SharedLabels labels = attune::SharedLabels::learn(texts);
  std::vector<attune::FoundLabel> found;
  labels.find(text, found);
  last = 0;
  for (const attune::FoundLabel& label : found) {
    if (label.span.begin < last || label.span.end > text.size()) std::abort();
    last = label.span.end;
  }
  return 0;
}

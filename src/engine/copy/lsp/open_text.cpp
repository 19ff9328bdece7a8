// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lsp/open_text.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "engine/copy/lsp/file_uri.h"

namespace attune::lsp {

namespace {

using Json = nlohmann::json;

std::optional<std::int64_t> version_of(const Json& document) {
  const auto version = document.find("version");
  if (version == document.end() || !version->is_number_integer()) return std::nullopt;
  return version->get<std::int64_t>();
}

/// Some editors count further than LSP lets them, to say "the end of the line".
std::uint32_t number_of(const Json& value) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(
      value.get_ref<const Json::number_unsigned_t&>(), std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace

OpenText opened(const Json& document, const std::string& folder) {
  OpenText open;
  open.uri = document.at("uri").get<std::string>();
  open.version = version_of(document);
  open.text = document.at("text").get<std::string>();
  if (const auto path = path_of_uri(open.uri)) {
    open.path = *path;
  } else {
    const std::string language = document.value("languageId", "");
    open.path = folder + "untitled." + (language == "markdown" ? "md" : language);
  }
  return open;
}

void change(OpenText& open, const Json& params, Units units) {
  open.version = version_of(params.at("textDocument"));
  for (const Json& event : params.at("contentChanges")) {
    const auto& words = event.at("text").get_ref<const std::string&>();
    const auto range = event.find("range");
    if (range == event.end() || range->is_null()) {
      open.text = words;
      continue;
    }
    const Positions places(open.text, units);
    const std::size_t begin = places.offset(position_of(range->at("start")));
    const std::size_t end = std::max(begin, places.offset(position_of(range->at("end"))));
    open.text.replace(begin, end - begin, words);
  }
}

Position position_of(const Json& value) {
  return {number_of(value.at("line")), number_of(value.at("character"))};
}

}  // namespace attune::lsp

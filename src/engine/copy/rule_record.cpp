// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/rule_record.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "measure/interval.h"

namespace attune {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostBytes = 1U << 20U;

Share share(const Json& from) {
  return share_of(from.at(0).get<std::uint64_t>(), from.at(1).get<std::uint64_t>());
}

}  // namespace

Result<MeasuredRules> read_measured_rules(const std::string& path) {
  std::error_code absent;
  if (!std::filesystem::exists(path, absent)) return MeasuredRules{};
  const auto bytes = read_file(path, kMostBytes);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  const Json file = Json::parse(*bytes, nullptr, false);
  try {
    MeasuredRules measured;
    measured.set = file.at("set").get<std::string>();
    measured.warned = share(file.at("warned"));
    measured.scored = share(file.at("scored"));
    measured.found = share(file.at("found"));
    measured.named = share(file.at("named"));
    for (const auto& [rule, counts] : file.at("rules").items()) {
      measured.rules[rule] = {counts.at(0).get<std::uint64_t>(), counts.at(1).get<std::uint64_t>(),
                              counts.at(2).get<std::uint64_t>()};
    }
    return measured;
  } catch (const Json::exception&) {
    return fail(Fault::bad_input,
                path + ": not what `attune eval copy --json` writes; write it anew");
  }
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>
#include <utility>

#include "base/files.h"
#include "text/pii/name_path.h"
#include "text/pii/names.h"

namespace attune {

namespace {

constexpr std::string_view kMagic = "attune-names-1\n";
constexpr std::size_t kMostBytes = 64U << 20U;

void put(std::string& bytes, std::uint32_t value) {
  for (unsigned shift = 0; shift < 32; shift += 8) {
    bytes += static_cast<char>((value >> shift) & 0xFFU);
  }
}

std::uint32_t take(std::string_view& bytes) {
  std::uint32_t value = 0;
  for (unsigned i = 0; i < 4; ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  bytes.remove_prefix(4);
  return value;
}

}  // namespace

NameModel::NameModel(WordFacts facts, std::vector<std::int8_t> weights)
    : facts_(std::move(facts)), weights_(std::move(weights)) {
  weights_.resize(kNameRows * kNameLabels);
}

Result<NameModel> NameModel::load(const std::string& path) {
  const auto all = read_file(path, kMostBytes);
  if (!all) return tl::unexpected<Error>(all.error());
  std::string_view bytes = *all;
  const auto broken =
      fail(Fault::bad_input,
           path + ": not a model of names, or cut short; install attune's models again");
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + 4) return broken;
  bytes.remove_prefix(kMagic.size());
  const std::size_t count = take(bytes);
  if (bytes.size() != count * 5 + kNameRows * kNameLabels) return broken;
  WordFacts facts;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t hash = take(bytes);
    facts.set({hash, static_cast<std::uint8_t>(bytes[0])});
    bytes.remove_prefix(1);
  }
  std::vector<std::int8_t> weights(kNameRows * kNameLabels);
  std::transform(bytes.begin(), bytes.end(), weights.begin(),
                 [](char byte) { return static_cast<std::int8_t>(byte); });
  return NameModel(std::move(facts), std::move(weights));
}

std::string NameModel::bytes() const {
  std::string bytes(kMagic);
  put(bytes, static_cast<std::uint32_t>(facts_.size()));
  for (const WordFacts::Entry& entry : facts_.entries()) {
    put(bytes, entry.hash);
    bytes += static_cast<char>(entry.bits);
  }
  for (const std::int8_t weight : weights_) bytes += static_cast<char>(weight);
  return bytes;
}

Result<void> NameModel::save(const std::string& path) const {
  const std::string all = bytes();
  std::ofstream file(path, std::ios::binary);
  file.write(all.data(), static_cast<std::streamsize>(all.size()));
  file.close();
  if (!file) return fail(Fault::io, path + ": could not be written");
  return {};
}

}  // namespace attune

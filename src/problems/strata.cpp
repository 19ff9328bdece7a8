// SPDX-License-Identifier: Apache-2.0
#include "problems/strata.h"

#include <map>
#include <tuple>

#include "text/ascii.h"

namespace attune::problems {

namespace {

// Below, a stratum says nothing alone and thousands of them would leave nothing to compare; as few
// as a group must have to be shown beside others (cohorts.h). A judgement.
constexpr std::uint64_t kFewest = 10;

using Place = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;  // File, channel, brand.

bool holds_year(std::string_view name) {
  for (std::size_t i = 0; i + 4 <= name.size(); ++i) {
    const std::string_view century = name.substr(i, 2);
    const bool starts = i == 0 || !is_digit(name[i - 1]);
    if (starts && (century == "19" || century == "20") && is_digit(name[i + 2]) &&
        is_digit(name[i + 3]))
      return true;
  }
  return false;
}

/// Per file, the first file of those that are exports of one place.
std::vector<std::uint32_t> first_files(const std::vector<std::string>& files) {
  std::map<std::string, std::uint32_t> first;
  std::vector<std::uint32_t> out;
  for (const std::string& name : files) {
    const auto index = static_cast<std::uint32_t>(out.size());
    const std::string source = source_in_name(name);
    out.push_back(source == name ? index : first.emplace(source, index).first->second);
  }
  return out;
}

}  // namespace

std::string source_in_name(std::string_view name) {
  std::string out;
  if (!holds_year(name)) return std::string(name);
  for (const char c : name) {
    if (!is_digit(c)) out += c;
  }
  return out;
}

Strata strata_of(const Corpus& corpus) {
  const std::vector<std::uint32_t> first = first_files(corpus.intake.files);
  const auto place = [&](const CorpusMessage& message) {
    return Place(message.file < first.size() ? first[message.file] : message.file, message.channel,
                 message.brand);
  };
  std::map<Place, std::uint64_t> sizes;
  for (const CorpusMessage& message : corpus.messages) {
    if (Corpus::counts(message) && message.day != kNoDay) ++sizes[place(message)];
  }
  Strata out{.of = std::vector<std::uint32_t>(corpus.messages.size(), 0)};
  std::map<Place, std::uint32_t> numbers;
  bool rest = false;  // Whether stratum 0 is that of the small ones.
  for (const auto& [at, size] : sizes) rest = rest || size < kFewest;
  out.number = rest ? 1 : 0;
  for (const auto& [at, size] : sizes) numbers[at] = size < kFewest ? 0 : out.number++;
  for (std::size_t i = 0; i < corpus.messages.size(); ++i) {
    const auto found = numbers.find(place(corpus.messages[i]));
    if (found != numbers.end()) out.of[i] = found->second;
  }
  return out;
}

}  // namespace attune::problems

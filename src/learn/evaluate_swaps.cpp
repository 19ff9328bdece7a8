// SPDX-License-Identifier: Apache-2.0
#include "learn/evaluate_swaps.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "learn/train_data.h"

namespace attune::learn {

namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 5> kOthers = {"complaint", "suggestion", "politeness",
                                                     "intensity", "valence"};
constexpr std::size_t kHeads = kEmotions.size() + kOthers.size();

std::array<double, kHeads> heads_of(const Reading& reading) {
  std::array<double, kHeads> p{};
  std::ranges::copy(reading.emotions, p.begin());
  p[kEmotions.size()] = static_cast<double>(reading.complaint_p);
  p[kEmotions.size() + 1] = static_cast<double>(reading.suggestion_p);
  p[kEmotions.size() + 2] = static_cast<double>(reading.politeness_p);
  p[kEmotions.size() + 3] = static_cast<double>(reading.intensity);
  p[kEmotions.size() + 4] = (static_cast<double>(reading.valence) + 1) / 2;
  return p;
}

struct Axis {
  std::string name;
  std::size_t pairs = 0;
  std::array<double, kHeads> moved{};
  std::array<double, kHeads> signed_moved{};
};

std::string filled(std::string text, const std::string& word) {
  const std::size_t at = text.find("{}");
  return at == std::string::npos ? text : text.replace(at, 2, word);
}

class Swapper {
 public:
  explicit Swapper(const Understander& understander) : understander_(understander) {}

  void add(const Json& record) {
    Axis& axis = axis_of(record.at("axis").get<std::string>());
    const auto text = record.at("text").get<std::string>();
    for (const Json& pair : record.at("pairs")) {
      const auto one = read(filled(text, pair.at(0).get<std::string>()));
      const auto other = read(filled(text, pair.at(1).get<std::string>()));
      for (std::size_t h = 0; h < kHeads; ++h) {
        axis.moved[h] += std::abs(other[h] - one[h]);
        axis.signed_moved[h] += other[h] - one[h];
      }
      ++axis.pairs;
    }
  }

  [[nodiscard]] std::vector<SwapShift> shifts() const {
    std::vector<SwapShift> all;
    for (const Axis& axis : axes_) {
      const auto n = static_cast<double>(std::max<std::size_t>(axis.pairs, 1));
      for (std::size_t h = 0; h < kHeads; ++h) {
        const std::string_view name =
            h < kEmotions.size() ? kEmotions[h] : kOthers[h - kEmotions.size()];
        all.push_back({axis.name, std::string(name), axis.pairs, axis.moved[h] / n,
                       axis.signed_moved[h] / n});
      }
    }
    return all;
  }

 private:
  std::array<double, kHeads> read(const std::string& text) {
    return heads_of(understander_.read(text, state_));
  }

  Axis& axis_of(const std::string& name) {
    const auto found = std::ranges::find(axes_, name, &Axis::name);
    if (found != axes_.end()) return *found;
    axes_.emplace_back();
    axes_.back().name = name;
    return axes_.back();
  }

  const Understander& understander_;
  Understander::State state_;
  std::vector<Axis> axes_;
};

}  // namespace

Result<std::vector<SwapShift>> evaluate_swaps(const std::string& file,
                                              const Understander& understander) {
  const auto lines = read_text_file(file);
  if (!lines) return tl::unexpected(lines.error());
  Swapper swapper(understander);
  std::string_view rest = *lines;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    try {
      swapper.add(Json::parse(line));
    } catch (const Json::exception& error) {
      return fail(Fault::bad_input,
                  file + ": line " + std::to_string(number) + ": " + error.what());
    }
  }
  return swapper.shifts();
}

}  // namespace attune::learn

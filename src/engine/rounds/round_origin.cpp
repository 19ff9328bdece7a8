// SPDX-License-Identifier: Apache-2.0
//
// Idea. Two mixes are as unlike as the share of messages that would have to be of another name to
// make them the same: half the sum of the differences of their shares (total variation distance).
// What is of no name, or of one with few messages, is one more part.
//
// When it applies. The lines are judgements: under a third, a mix of many small parts differs by
// chance alone.
//
// What it costs. O(messages) for an origin; O(names²) for two, of at most kMostNames each.
//
// Tested in round_origin_test.cpp, and end to end in tests/cases/rounds.test.
#include "engine/rounds/round_origin.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace attune {

namespace {

constexpr std::uint64_t kFewest = 10;  // Messages of a name that is remembered.
constexpr std::size_t kMostNames = 50;
constexpr std::size_t kMostSaid = 3;
constexpr double kUnlike = 1.0 / 3;  // Share of messages that are of another name,
constexpr double kAnother = 0.9;     // and from where on hardly any are of the same.
constexpr double kUnlikeLanguages = 0.1;
constexpr std::array kTelling = {Field::text,    Field::person, Field::time,
                                 Field::channel, Field::brand,  Field::rating};

using Mix = RoundOrigin::Mix;
using problems::Corpus;
using problems::CorpusMessage;

Mix mix_of(const Corpus& corpus, const std::vector<std::string>& names,
           std::uint32_t CorpusMessage::*name) {
  std::vector<std::uint64_t> counts(names.size(), 0);
  std::uint64_t all = 0;
  for (const CorpusMessage& message : corpus.messages) {
    if (!Corpus::counts(message)) continue;
    ++all;
    if (message.*name != problems::kNobody) ++counts[message.*name];
  }
  Mix mix;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (counts[i] >= kFewest)
      mix.emplace_back(names[i], static_cast<double>(counts[i]) / static_cast<double>(all));
  }
  std::sort(mix.begin(), mix.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  if (mix.size() > kMostNames) mix.resize(kMostNames);
  return mix;
}

double share_in(const Mix& mix, const std::string& name) {
  const auto at =
      std::find_if(mix.begin(), mix.end(), [&](const auto& part) { return part.first == name; });
  return at == mix.end() ? 0 : at->second;
}

/// The parts of `mix` that hold more than they do in `other`, by how much, most first.
Mix more_in(const Mix& mix, const Mix& other) {
  Mix more;
  for (const auto& [name, share] : mix) {
    const double by = share - share_in(other, name);
    if (by > 0) more.emplace_back(name, by);
  }
  std::stable_sort(more.begin(), more.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return more;
}

double sum(const Mix& mix) {
  double all = 0;
  for (const auto& [name, share] : mix) all += share;
  return all;
}

/// Total variation distance; parts of no name are one.
double distance(const Mix& a, const Mix& b) {
  return sum(more_in(a, b)) + std::max(0.0, sum(b) - sum(a));
}

std::string names_of(const Mix& mix) {
  std::vector<std::string> names;
  for (const auto& [name, share] : mix) {
    if (names.size() < kMostSaid) names.push_back(name);
  }
  return fmt::format(
      "{}{}", fmt::join(names, ", "),
      mix.size() > kMostSaid ? fmt::format(" and {} more", mix.size() - kMostSaid) : std::string());
}

/// What is said of two mixes of `what` ("source"), or nothing.
std::string unlike_mixes(const Mix& before, const Mix& now, std::string_view what) {
  if (before.empty() || now.empty()) return {};
  const double far = distance(before, now);
  if (far < kUnlike) return {};
  const Mix gone = more_in(before, now);
  const Mix added = more_in(now, before);
  const std::string left = names_of(gone);
  const std::string come = names_of(added);
  if (far >= kAnother && !left.empty() && !come.empty()) {
    const bool one = gone.size() == 1 && added.size() == 1;
    return fmt::format(
        "the earlier round comes from {0} {1}{2} ({3}, now {4}): a change may be one of the {1}",
        one ? "another" : "other", what, one ? "" : "s", left, come);
  }
  constexpr std::string_view kUnnamed = "those unnamed";
  return fmt::format(
      "the earlier round has another mix of {0}s (now less of {1}, more of {2}): a change may be "
      "one of the {0}",
      what, left.empty() ? kUnnamed : left, come.empty() ? kUnnamed : come);
}

/// The columns of a field, "review"; empty for none.
std::string columns_of(const std::vector<std::string>& columns, std::string_view field) {
  std::vector<std::string> names;
  for (const std::string& column : columns) {
    if (column.starts_with(field) && column[field.size()] == '=')
      names.push_back("`" + column.substr(field.size() + 1) + "`");
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string unlike_columns(const RoundOrigin& before, const RoundOrigin& now) {
  std::vector<std::string> changes;
  for (const Field field : kTelling) {
    const std::string_view name = kFieldNames.at(static_cast<std::size_t>(field));
    const std::string was = columns_of(before.columns, name);
    const std::string is = columns_of(now.columns, name);
    if (was == is) continue;
    changes.push_back(fmt::format("{} from {}, now from {}", name, was.empty() ? "none" : was,
                                  is.empty() ? "none" : is));
  }
  if (changes.empty()) return {};
  return fmt::format(
      "the earlier round has other columns ({}): if it comes from another source, a change may be "
      "one of the source",
      fmt::join(changes, "; "));
}

std::string unlike_languages(const RoundOrigin& before, const RoundOrigin& now) {
  if (std::abs(before.other_languages - now.other_languages) < kUnlikeLanguages) return {};
  return fmt::format(
      "{:.0f} % of the messages of the earlier round are in other languages, {:.0f} % now: a "
      "change "
      "may be one of who is read",
      before.other_languages * 100, now.other_languages * 100);
}

}  // namespace

RoundOrigin origin_of(const Corpus& corpus) {
  RoundOrigin origin{.brands = mix_of(corpus, corpus.brands, &CorpusMessage::brand),
                     .sources = mix_of(corpus, corpus.channels, &CorpusMessage::channel)};
  const auto all = static_cast<double>(corpus.messages.size());
  if (all > 0) origin.other_languages = static_cast<double>(corpus.unread) / all;
  for (const Mapping& mapping : corpus.intake.mappings) {
    for (const Field field : kTelling) {
      for (const std::string& column : mapping[field].value_or(std::vector<std::string>{}))
        origin.columns.push_back(
            fmt::format("{}={}", kFieldNames.at(static_cast<std::size_t>(field)), column));
    }
  }
  std::sort(origin.columns.begin(), origin.columns.end());
  origin.columns.erase(std::unique(origin.columns.begin(), origin.columns.end()),
                       origin.columns.end());
  return origin;
}

std::vector<Assumption> unlike_rounds(const EarlierRound& before, const Explanation& now) {
  std::vector<Assumption> said;
  const auto say = [&](std::string_view what, std::string sentence) {
    if (!sentence.empty()) said.push_back({.what = std::string(what), .said = std::move(sentence)});
  };
  if (before.origin) {
    const RoundOrigin& was = *before.origin;
    say("earlier_sources", unlike_mixes(was.sources, now.origin.sources, "source"));
    say("earlier_brands", unlike_mixes(was.brands, now.origin.brands, "brand"));
    if (said.empty()) say("earlier_columns", unlike_columns(was, now.origin));
    say("earlier_languages", unlike_languages(was, now.origin));
  }
  if (before.unit != now.unit) {
    say("earlier_unit",
        now.unit == Unit::people
            ? "the earlier round counts messages, this one people: their shares are not of the same"
            : "the earlier round counts people, this one messages: their shares are not of the "
              "same");
  }
  return said;
}

}  // namespace attune

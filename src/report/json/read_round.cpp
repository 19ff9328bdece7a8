// SPDX-License-Identifier: Apache-2.0
#include "report/json/read_round.h"

// Reads what `explain --json` wrote, as bytes from outside: nothing in it is trusted.
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/files.h"
#include "report/json/round_fields.h"
#include "text/utf8.h"

namespace attune {

namespace {

using Json = nlohmann::json;
namespace field = round_field;

constexpr std::size_t kMostBytes = 256U << 20U;
constexpr std::size_t kMostProblems = 1'000;
constexpr std::size_t kMostTerms = 200;
constexpr std::size_t kMostWords = 1'000'000;

const Json* member(const Json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto at = object.find(name);
  return at == object.end() ? nullptr : &*at;
}

std::string text_of(const Json& object, const char* name) {
  const Json* value = member(object, name);
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

std::uint64_t count_of(const Json& object, const char* name) {
  const Json* value = member(object, name);
  return value != nullptr && value->is_number_unsigned() ? value->get<std::uint64_t>() : 0;
}

std::vector<std::string> texts_of(const Json& object, const char* name) {
  std::vector<std::string> out;
  const Json* list = member(object, name);
  if (list == nullptr || !list->is_array()) return out;
  for (const Json& item : *list) {
    if (item.is_string() && out.size() < kMostTerms) out.push_back(item.get<std::string>());
  }
  return out;
}

std::uint64_t hash_of(const Json& value) {
  if (!value.is_string()) return 0;
  const auto& hex = value.get_ref<const std::string&>();
  std::uint64_t hash = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), hash, 16);
  return hash;
}

TopicPrint print_of(const Json& problem) {
  TopicPrint print{.theme = text_of(problem, field::kTheme),
                   .name = text_of(problem, field::kName),
                   .keywords = texts_of(problem, field::kKeywords),
                   .count = count_of(problem, field::kCount)};
  print.by_words = count_of(problem, field::kByWords);
  if (const Json* least = member(problem, field::kLeast); least != nullptr && least->is_number())
    print.least = least->get<float>();
  if (const Json* terms = member(problem, field::kTerms); terms != nullptr && terms->is_array()) {
    for (const Json& term : *terms) {
      const bool pair = term.is_array() && term.size() == 2 && term[1].is_number();
      if (pair && print.terms.size() < kMostTerms)
        print.terms.emplace_back(hash_of(term[0]), term[1].get<float>());
    }
  }
  if (const Json* messages = member(problem, field::kMessages);
      messages != nullptr && messages->is_array()) {
    for (const Json& message : *messages) {
      if (print.messages.size() < kMostTerms) print.messages.push_back(hash_of(message));
    }
  }
  std::sort(print.messages.begin(), print.messages.end());
  return print;
}

void read_words(const Json& prints, EarlierRound& round) {
  const Json* words = member(prints, field::kWords);
  if (words == nullptr || !words->is_array()) return;
  for (const Json& word : *words) {
    const bool pair = word.is_array() && word.size() == 2 && word[1].is_number_unsigned();
    if (!pair || round.common_words.size() >= kMostWords) continue;
    const auto units = std::min(word[1].get<std::uint64_t>(), round.units);
    round.common_words.emplace(hash_of(word[0]), static_cast<std::uint32_t>(units));
  }
}

RoundOrigin::Mix mix_of(const Json& origin, const char* name) {
  RoundOrigin::Mix mix;
  const Json* parts = member(origin, name);
  if (parts == nullptr || !parts->is_array()) return mix;
  for (const Json& part : *parts) {
    const bool pair =
        part.is_array() && part.size() == 2 && part[0].is_string() && part[1].is_number();
    if (pair && mix.size() < kMostTerms)
      mix.emplace_back(part[0].get<std::string>(), std::clamp(part[1].get<double>(), 0.0, 1.0));
  }
  return mix;
}

std::optional<RoundOrigin> origin_in(const Json& prints) {
  const Json* origin = member(prints, field::kOrigin);
  if (origin == nullptr || !origin->is_object()) return std::nullopt;
  RoundOrigin out{.brands = mix_of(*origin, field::kBrands),
                  .sources = mix_of(*origin, field::kSources),
                  .columns = texts_of(*origin, field::kColumns)};
  if (const Json* others = member(*origin, field::kOtherLanguages);
      others != nullptr && others->is_number())
    out.other_languages = std::clamp(others->get<double>(), 0.0, 1.0);
  return out;
}

constexpr std::string_view kNone =
    "this is no answer of attune explain: make one with \"attune explain FILE --json > OLD.json\"";

/// The parts that only an answer has.
bool looks_like_an_answer(const Json& answer) {
  const Json* problems = member(answer, field::kProblems);
  const Json* sentiment = member(answer, field::kSentiment);
  return problems != nullptr && problems->is_array() && sentiment != nullptr &&
         member(answer, field::kRead) != nullptr && member(answer, field::kUnit) != nullptr;
}

}  // namespace

Result<EarlierRound> parse_round(std::string_view json) {
  if (first_invalid(json) != std::string_view::npos)
    return fail(Fault::bad_input, std::string(kNone));
  const Json answer = Json::parse(json, nullptr, false);
  if (!looks_like_an_answer(answer)) return fail(Fault::bad_input, std::string(kNone));
  const Json* problems = nullptr;
  if (const Json* prints = member(answer, field::kForNextRound))
    problems = member(*prints, field::kProblems);
  if (problems == nullptr || !problems->is_array()) {
    return fail(Fault::bad_input,
                "this answer is of an older attune and does not hold what a comparison needs: run "
                "explain --json on its file again");
  }
  EarlierRound round{
      .files = texts_of(answer, field::kFiles),
      .unit = text_of(answer, field::kUnit) == field::kPeople ? Unit::people : Unit::messages,
      .units = count_of(answer, field::kUnits)};
  if (const Json* period = member(answer, field::kPeriod)) {
    round.from = text_of(*period, field::kFrom);
    round.to = text_of(*period, field::kTo);
  }
  if (const Json* negative = member(*member(answer, field::kSentiment), field::kNegative))
    round.negative = std::min(count_of(*negative, field::kCount), round.units);
  for (const Json& problem : *problems) {
    if (round.problems.size() == kMostProblems) break;
    round.problems.push_back(print_of(problem));
    TopicPrint& print = round.problems.back();
    print.count = std::min(print.count, round.units);
    print.by_words = std::min(print.by_words, round.units);
  }
  const Json& for_next = *member(answer, field::kForNextRound);
  read_words(for_next, round);
  round.origin = origin_in(for_next);
  return round;
}

Result<EarlierRound> read_round(const std::string& path) {
  auto bytes = read_file(path, kMostBytes);
  if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
  auto round = parse_round(*bytes);
  if (!round) return within(path, std::move(round.error()));
  return round;
}

}  // namespace attune

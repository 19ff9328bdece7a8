// SPDX-License-Identifier: Apache-2.0
#include "report/json/reading_json.h"

#include <array>

#include "report/json/json_parts.h"

namespace attune {

namespace {

constexpr std::array<std::string_view, 3> kPolarityNames = {"negative", "neutral", "positive"};

constexpr auto kEmotionKeys = std::to_array<std::string_view>({
    "\"admiration\":",     "\"amusement\":",   "\"anger\":",
    "\"annoyance\":",      "\"approval\":",    "\"caring\":",
    "\"confusion\":",      "\"curiosity\":",   "\"desire\":",
    "\"disappointment\":", "\"disapproval\":", "\"disgust\":",
    "\"embarrassment\":",  "\"excitement\":",  "\"fear\":",
    "\"gratitude\":",      "\"grief\":",       "\"joy\":",
    "\"love\":",           "\"nervousness\":", "\"optimism\":",
    "\"pride\":",          "\"realization\":", "\"relief\":",
    "\"remorse\":",        "\"sadness\":",     "\"surprise\":",
    "\"neutral\":",
});

/// True if the keys are the emotions, in their order.
constexpr bool keys_fit() {
  for (std::size_t i = 0; i < kEmotions.size(); ++i) {
    if (kEmotionKeys[i].substr(1, kEmotionKeys[i].size() - 3) != kEmotions[i]) return false;
  }
  return kEmotionKeys.size() == kEmotions.size();
}
static_assert(keys_fit());

void clause_json(JsonOut& out, const Clause& clause) {
  out.begin_object();
  span_json(out, clause.span);
  out.raw_key("\"kinds\":").begin_array();
  for (const Kind kind : clause.kinds) out.string(kKindNames[static_cast<std::size_t>(kind)]);
  out.end_array().raw_key("\"p\":").number(static_cast<double>(clause.p));
  if (clause.because) {
    out.raw_key("\"because\":").begin_object();
    span_json(out, clause.because->span);
    out.raw_key("\"p\":").number(static_cast<double>(clause.because->p)).end_object();
  }
  if (!clause.aspects.empty()) {
    out.raw_key("\"aspects\":").begin_array();
    for (const Aspect& aspect : clause.aspects) {
      out.begin_object();
      span_json(out, aspect.span);
      out.raw_key("\"polarity\":").string(polarity_name(aspect.polarity));
      out.raw_key("\"p\":").number(static_cast<double>(aspect.p)).end_object();
    }
    out.end_array();
  }
  out.end_object();
}

void emotions_json(JsonOut& out, const Reading& reading) {
  out.raw_key("\"emotions\":").begin_object();
  for (std::size_t i = 0; i < kEmotions.size(); ++i) {
    out.raw_key(kEmotionKeys[i]).number(static_cast<double>(reading.emotions[i]));
  }
  out.end_object().raw_key("\"felt\":").begin_array();
  for (std::size_t i = 0; i < kEmotions.size(); ++i) {
    if ((reading.felt >> i & 1U) != 0) out.string(kEmotions[i]);
  }
  out.end_array().raw_key("\"feelings\":").begin_object();
  for (std::size_t f = 0; f < kFeelingCount; ++f) {
    out.key(kFeelingNames[f]).number(static_cast<double>(reading.feelings[f]));
  }
  out.end_object();
}

void signs_json(JsonOut& out, const Reading& reading, const CareSigns& care) {
  out.raw_key("\"care\":").begin_array();
  for (const CareSign& sign : care) {
    out.begin_object().raw_key("\"kind\":").string(kCareNames[static_cast<std::size_t>(sign.kind)]);
    span_json(out, sign.span);
    out.raw_key("\"p\":").number(static_cast<double>(sign.p)).end_object();
  }
  out.end_array().raw_key("\"pii\":").begin_array();
  for (const PiiSpan& pii : reading.pii) {
    out.begin_object().raw_key("\"kind\":").string(pii.kind);
    span_json(out, pii.span);
    out.end_object();
  }
  if (!reading.left_out.empty()) out.end_array().raw_key("\"left_out\":").begin_array();
  for (const LeftOut& part : reading.left_out) {
    out.begin_object()
        .raw_key("\"kind\":")
        .string(kOthersNames[static_cast<std::size_t>(part.kind)]);
    span_json(out, part.span);
    out.end_object();
  }
  out.end_array().raw_key("\"abstained\":").begin_array();
  for (const std::string_view head : reading.abstained) out.string(head);
  out.end_array();
}

}  // namespace

std::string_view polarity_name(Polarity polarity) {
  return kPolarityNames[static_cast<std::size_t>(polarity)];
}

void reading_json(JsonOut& out, const RecordId& id, const Reading& reading, const CareSigns& care) {
  const auto number = [&out](std::string_view name, float value) {
    out.raw_key(name).number(static_cast<double>(value));
  };
  out.begin_object().raw_key("\"id\":").id(id).raw_key("\"language\":").string(reading.language);
  number("\"language_p\":", reading.language_p);
  emotions_json(out, reading);
  number("\"valence\":", reading.valence);
  number("\"intensity\":", reading.intensity);
  out.raw_key("\"sentiment\":")
      .begin_object()
      .raw_key("\"label\":")
      .string(polarity_name(reading.sentiment.label));
  number("\"p\":", reading.sentiment.p);
  out.end_object();
  number("\"suggestion_p\":", reading.suggestion_p);
  number("\"complaint_p\":", reading.complaint_p);
  number("\"politeness_p\":", reading.politeness_p);
  out.raw_key("\"clauses\":").begin_array();
  for (const Clause& clause : reading.clauses) clause_json(out, clause);
  out.end_array();
  signs_json(out, reading, care);
  out.end_object().newline();
}

}  // namespace attune

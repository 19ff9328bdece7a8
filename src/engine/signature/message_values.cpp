// SPDX-License-Identifier: Apache-2.0
#include "engine/signature/message_values.h"

#include <vector>

#include "text/clauses.h"
#include "text/language/language.h"

namespace attune {

namespace {

void span_value(JsonOut& out, Span span) {
  out.begin_array().number(span.begin).number(span.end).end_array();
}

void strings(JsonOut& out, std::string_view key, const std::vector<std::string>& all) {
  out.key(key).begin_array();
  for (const std::string& one : all) out.string(one);
  out.end_array();
}

void number_or_null(JsonOut& out, std::string_view key, const auto& value) {
  out.key(key);
  if (value) {
    out.number(*value);
  } else {
    out.null();
  }
}

void token_value(JsonOut& out, const Tokens& tokens, std::size_t i) {
  const Token& token = tokens.list[i];
  const WordTraits& traits = tokens.traits(i);
  out.begin_array().number(token.span.begin).number(token.span.end).string(tokens.word(i));
  out.number(static_cast<int>(token.kind));
  out.boolean(token.space_before).boolean(token.capitals).boolean(token.title);
  out.boolean(traits.possessive).boolean(traits.digits).end_array();
}

}  // namespace

void message_values(JsonOut& out, const Message& message) {
  out.begin_object().key("id").id(message.id).key("text").string(message.text);
  out.key("person").string(message.person).key("channel").string(message.channel);
  out.key("brand").string(message.brand).key("in_reply_to").string(message.in_reply_to);
  out.key("context").string(message.context).key("lang").string(message.lang);
  number_or_null(out, "time", message.time);
  number_or_null(out, "rating", message.rating);
  strings(out, "purposes", message.purposes);
  out.key("attributes").begin_object();
  for (const Attribute& one : message.attributes) out.key(one.name).string(one.value);
  out.end_object().key("row").number(message.row).key("file").number(message.file);
  out.key("role").number(static_cast<int>(message.role)).end_object().newline();
}

void intake_values(JsonOut& out, const Intake& intake) {
  out.begin_object().key("read").number(intake.read).key("used").number(intake.used);
  out.key("rejected").number(intake.rejected).key("duplicates").number(intake.duplicates);
  strings(out, "files", intake.files);
  strings(out, "warnings", intake.warnings);
  out.key("assumed").begin_array();
  for (const Assumption& one : intake.assumed) {
    out.begin_array().string(one.what).string(one.said).number(one.confidence).end_array();
  }
  out.end_array().key("mappings").begin_array();
  for (const Mapping& one : intake.mappings) out.string(write_mapping(one, ','));
  out.end_array().end_object().newline();
}

void text_values(JsonOut& out, std::string_view text, const PiiFinder& finder, Tokens& tokens) {
  tokenise(text, tokens);
  out.begin_object().key("tokens").begin_array();
  for (std::size_t i = 0; i < tokens.size(); ++i) token_value(out, tokens, i);
  out.end_array().key("clauses").begin_array();
  std::vector<ClauseRange> clauses;
  split_clauses(text, tokens, clauses);
  for (const ClauseRange& clause : clauses) span_value(out, clause.span);
  const Language language = detect_language(text, tokens);
  out.end_array().key("language").string(language.code).number(language.p);
  std::vector<PiiSpan> found;
  finder.find(text, tokens, found);
  out.key("personal").begin_array();
  for (const PiiSpan& one : found) {
    out.string(one.kind);
    span_value(out, one.span);
  }
  out.end_array().key("masked").string(mask(text, found)).end_object().newline();
}

}  // namespace attune

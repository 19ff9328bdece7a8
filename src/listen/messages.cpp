// SPDX-License-Identifier: Apache-2.0
#include "listen/messages.h"

#include <fmt/core.h>

#include <algorithm>

#include "listen/plan/fold.h"
#include "listen/plan/values.h"

namespace attune {

namespace {

bool holds(const Cell& cell) {
  return cell.kind != CellKind::absent && cell.kind != CellKind::null && !cell.bytes.empty();
}

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

/// A title that only repeats how the text begins ("I love this ap…") adds nothing.
bool repeats_beginning(std::string_view title, std::string_view text) {
  for (const std::string_view dots : {"...", "\xE2\x80\xA6"}) {
    if (title.ends_with(dots)) title.remove_suffix(dots.size());
  }
  return trimmed(text).starts_with(trimmed(title));
}

}  // namespace

Cell MessageBuilder::cell(const Record& record, Field field) const {
  const auto& columns = (*plan_)[field];
  if (columns.empty() || columns.front() >= record.cells.size()) return {};
  return record.cells[columns.front()];
}

std::string MessageBuilder::value(const Record& record, Field field) const {
  const Cell found = cell(record, field);
  return holds(found) ? std::string(trimmed(found.bytes)) : std::string();
}

bool MessageBuilder::is_mapped(std::uint32_t column) const {
  return std::any_of(plan_->columns.begin(), plan_->columns.end(), [&](const auto& columns) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  });
}

std::string MessageBuilder::read_time(const Record& record, Message& message) const {
  const Cell found = cell(record, Field::time);
  if (!holds(found) || says_nothing(found.bytes)) return {};
  message.time = parse_time(found.bytes, plan_->order);
  return message.time ? ""
                      : fmt::format("no date that can be read in `{}`", plan_->name(Field::time));
}

void MessageBuilder::read_person(const Record& record, Message& message) {
  message.person = value(record, Field::person);
  built_.placeholder = !message.person.empty() && is_placeholder_person(message.person);
  if (built_.placeholder) message.person.clear();
}

/// JSON numbers keep their digits and their type, so that what comes out can be joined again.
void MessageBuilder::read_id(const Record& record, Message& message) {
  const Cell found = cell(record, Field::id);
  built_.own_id = holds(found) && !trimmed(found.bytes).empty();
  message.id = built_.own_id ? RecordId(std::string(found.bytes), found.kind != CellKind::text)
                             : RecordId(id_prefix_ + std::to_string(record.number));
}

std::string MessageBuilder::read_fields(const Record& record, Message& message) {
  if (auto fault = read_time(record, message); !fault.empty()) return fault;
  message.row = record.number;
  message.file = file_;
  read_id(record, message);
  read_person(record, message);
  message.channel = value(record, Field::channel);
  message.brand = value(record, Field::brand);
  message.in_reply_to = value(record, Field::in_reply_to);
  message.context = value(record, Field::context);
  message.lang = value(record, Field::lang);
  if (const Cell found = cell(record, Field::rating); holds(found)) {
    message.rating = parse_rating(found.bytes);
  }
  if (const Cell found = cell(record, Field::role); holds(found)) {
    message.role = parse_role(found.bytes, plan_->name(Field::role)).value_or(Role::customer);
  }
  if (const Cell found = cell(record, Field::purposes); holds(found)) {
    message.purposes = parse_purposes(found.bytes);
  }
  return {};
}

std::string MessageBuilder::text_of(const Record& record, std::uint32_t column) const {
  const Cell body = column < record.cells.size() ? record.cells[column] : Cell{};
  const std::string_view text = holds(body) ? body.bytes : std::string_view{};
  const Cell title = cell(record, Field::title);
  if (!holds(title) || trimmed(title.bytes).empty() || title.kind == CellKind::nested) {
    return std::string(text);
  }
  if (trimmed(text).empty()) return std::string(title.bytes);
  if (repeats_beginning(title.bytes, text)) return std::string(text);
  // The title comes last, so that places in the text as given stay true.
  std::string joined(text);
  return joined.append("\n").append(trimmed(title.bytes));
}

void MessageBuilder::keep_columns(const Record& record, const std::vector<std::string>& columns,
                                  Message& message) const {
  if (keep_ == Keep::nothing) return;
  const bool all = keep_ == Keep::all_columns;
  for (std::uint32_t i = 0; i < record.cells.size(); ++i) {
    if (!all && (!holds(record.cells[i]) || is_mapped(i))) continue;
    const bool empty = record.cells[i].kind == CellKind::null;
    message.attributes.push_back(
        {columns[i], empty ? std::string() : std::string(record.cells[i].bytes)});
  }
}

void MessageBuilder::add_texts(const Record& record, Message&& message) {
  const auto& columns = (*plan_)[Field::text];
  if (columns.size() == 1) {
    message.text = text_of(record, columns.front());
    message.asked = plan_->asked[columns.front()];
    built_.messages.push_back(std::move(message));
    return;
  }
  for (const std::uint32_t column : columns) {
    std::string text = text_of(record, column);
    if (trimmed(text).empty()) continue;
    Message& answer = built_.messages.emplace_back(message);
    const std::string& question = plan_->layout.questions[column];
    answer.id = answer.id.text + ":" + plan_->layout.columns[column];
    answer.text = std::move(text);
    answer.asked = plan_->asked[column];
    answer.attributes.push_back(
        {"question", question.empty() ? plan_->layout.columns[column] : question});
  }
  if (built_.messages.empty()) built_.messages.push_back(std::move(message));
}

Built& MessageBuilder::build(const Record& record, const std::vector<std::string>& columns) {
  built_.messages.clear();
  built_.own_id = built_.placeholder = false;
  built_.fault = record.fault;
  if (!built_.fault.empty()) return built_;
  bool there = false;
  for (const std::uint32_t column : (*plan_)[Field::text]) {
    const CellKind kind =
        column < record.cells.size() ? record.cells[column].kind : CellKind::absent;
    there = there || kind != CellKind::absent;
    if (kind == CellKind::nested) built_.fault = "the text is no string";
  }
  if (!there) built_.fault = fmt::format("there is no `{}`", plan_->name(Field::text));
  if (!built_.fault.empty()) return built_;
  Message message;
  built_.fault = read_fields(record, message);
  if (!built_.fault.empty()) return built_;
  keep_columns(record, columns, message);
  add_texts(record, std::move(message));
  return built_;
}

}  // namespace attune

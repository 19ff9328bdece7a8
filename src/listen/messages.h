// SPDX-License-Identifier: Apache-2.0
#pragma once

// From a record and a plan to messages.

#include <string>
#include <vector>

#include "attune/message.h"
#include "listen/plan/plan.h"

namespace attune {

enum class Keep : std::uint8_t { nothing, unknown_columns, all_columns };

struct Built {
  std::vector<Message> messages;  ///< One, or one for each question answered.
  std::string fault;              ///< Why the record is rejected; empty if it is not.
  bool own_id = false;            ///< The record brought its id.
  bool placeholder = false;       ///< Its person is a placeholder.
};

class MessageBuilder {
 public:
  /// `id_prefix` goes before the record number where a record has no id ("reviews.csv:").
  MessageBuilder(const Plan& plan, Keep keep, std::uint32_t file, std::string id_prefix)
      : plan_(&plan), keep_(keep), file_(file), id_prefix_(std::move(id_prefix)) {}

  /// `columns` are the reader's, of now. Valid until the next call; the caller may move the
  /// messages out.
  [[nodiscard]] Built& build(const Record& record, const std::vector<std::string>& columns);

 private:
  [[nodiscard]] Cell cell(const Record& record, Field field) const;
  [[nodiscard]] std::string value(const Record& record, Field field) const;
  [[nodiscard]] std::string read_fields(const Record& record, Message& message);
  [[nodiscard]] std::string read_time(const Record& record, Message& message) const;
  void read_id(const Record& record, Message& message);
  void read_person(const Record& record, Message& message);
  void keep_columns(const Record& record, const std::vector<std::string>& columns,
                    Message& message) const;
  void add_texts(const Record& record, Message&& message);
  [[nodiscard]] std::string text_of(const Record& record, std::uint32_t column) const;
  [[nodiscard]] bool is_mapped(std::uint32_t column) const;

  const Plan* plan_;
  Keep keep_;
  std::uint32_t file_;
  std::string id_prefix_;
  Built built_;
};

}  // namespace attune

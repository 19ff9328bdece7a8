// SPDX-License-Identifier: Apache-2.0
#include "lint/values/json_values.h"

#include <simdjson.h>

#include <algorithm>
#include <string>

#include "lint/values/scalar.h"

namespace attune {

namespace {

namespace od = simdjson::ondemand;

constexpr std::size_t kMostBytes = 256U << 20U;
constexpr std::size_t kMostDepth = 64;  ///< Of objects and lists within each other.

class JsonValues {
 public:
  JsonValues(std::string_view source, std::size_t from, const ValueSink& sink)
      : source_(source), from_(from), json_(source.substr(from)), sink_(sink) {}

  Result<void> run() {
    od::parser parser;
    od::document document;
    const auto error = read(parser, document);
    if (error == simdjson::SUCCESS) return {};
    if (error == simdjson::DEPTH_ERROR) {
      return fail(Fault::bad_input, "over " + std::to_string(kMostDepth) +
                                        " objects and lists within each other; write it flatter");
    }
    return fail(Fault::bad_input,
                "line " + std::to_string(line_of(document)) + ": not JSON; mend it there");
  }

 private:
  simdjson::error_code read(od::parser& parser, od::document& document) {
    if (auto error = parser.iterate(json_).get(document)) return error;
    begun_ = true;
    bool scalar = false;
    if (auto error = document.is_scalar().get(scalar)) return error;
    if (scalar) return simdjson::INCORRECT_TYPE;  // No catalogue, whatever it says.
    od::value value;
    if (auto error = document.get_value().get(value)) return error;
    if (auto error = walk(value, 1)) return error;
    const char* rest = nullptr;
    const bool at_end = document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS;
    return at_end ? simdjson::SUCCESS : simdjson::TAPE_ERROR;
  }

  simdjson::error_code walk(od::value value, std::size_t depth) {
    od::json_type type{};
    if (auto error = value.type().get(type)) return error;
    if (type == od::json_type::string) return give(value);
    if (depth > kMostDepth) return simdjson::DEPTH_ERROR;
    if (type == od::json_type::array) return walk_list(value, depth);
    if (type == od::json_type::object) return walk_object(value, depth);
    return simdjson::SUCCESS;
  }

  simdjson::error_code walk_list(od::value value, std::size_t depth) {
    od::array list;
    if (auto error = value.get_array().get(list)) return error;
    for (auto item : list) {
      od::value inner;
      if (auto error = item.get(inner)) return error;
      if (auto error = walk(inner, depth + 1)) return error;
    }
    return simdjson::SUCCESS;
  }

  simdjson::error_code walk_object(od::value value, std::size_t depth) {
    od::object object;
    if (auto error = value.get_object().get(object)) return error;
    const std::size_t length = path_.size();
    for (auto field : object) {
      std::string_view key;
      if (auto error = field.unescaped_key().get(key)) return error;
      if (!path_.empty()) path_ += '/';
      path_ += key;
      od::value inner;
      if (auto error = field.value().get(inner)) return error;
      if (auto error = walk(inner, depth + 1)) return error;
      path_.resize(length);
    }
    return simdjson::SUCCESS;
  }

  simdjson::error_code give(od::value value) {
    const std::string_view token = value.raw_json_token();
    std::string_view text;
    if (auto error = value.get_string().get(text)) return error;
    if (text.empty()) return simdjson::SUCCESS;
    const auto begin = from_ + static_cast<std::size_t>(token.data() - json_.data());
    sink_(path_, place_scalar(text, source_, begin));
    return simdjson::SUCCESS;
  }

  std::size_t line_of(od::document& document) const {
    const char* at = nullptr;
    if (!begun_ || document.current_location().get(at) != simdjson::SUCCESS) at = json_.data();
    const auto offset = std::min(static_cast<std::size_t>(at - json_.data()), json_.size());
    return 1 + static_cast<std::size_t>(std::count(json_.data(), json_.data() + offset, '\n'));
  }

  std::string_view source_;
  std::size_t from_;
  simdjson::padded_string json_;
  const ValueSink& sink_;
  std::string path_;
  bool begun_ = false;  ///< There is a document that can be asked for a place.
};

}  // namespace

Result<void> read_json_values(std::string_view source, std::size_t from, const ValueSink& sink) {
  if (source.size() > kMostBytes) return fail(Fault::bad_input, "over 256 MB; split the file");
  return JsonValues(source, from, sink).run();
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "listen/formats/json_reader.h"

#include <fmt/core.h>
#include <simdjson.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

#include "listen/bytes/lines.h"
#include "listen/formats/json_frames.h"

namespace attune {

namespace {

namespace od = simdjson::ondemand;

constexpr std::uint32_t kNoColumn = 0xFFFFFFFF;

/// Moves `at` over digits; false if there is none.
bool take_digits(std::string_view s, std::size_t& at) {
  const std::size_t from = at;
  while (at < s.size() && s[at] >= '0' && s[at] <= '9') ++at;
  return at > from;
}

/// The grammar of RFC 8259; the value is not computed, so that no digit of an id is lost.
bool is_number(std::string_view s) {
  std::size_t at = s.starts_with('-') ? 1 : 0;
  const std::size_t whole = at;
  if (!take_digits(s, at) || (s[whole] == '0' && at - whole > 1)) return false;
  if (at < s.size() && s[at] == '.' && !take_digits(s, ++at)) return false;
  if (at < s.size() && (s[at] | 0x20) == 'e') {
    ++at;
    if (at < s.size() && (s[at] == '+' || s[at] == '-')) ++at;
    if (!take_digits(s, at)) return false;
  }
  return at == s.size();
}

/// Depth of the brackets of well-formed JSON.
std::size_t nesting(std::string_view json) {
  std::size_t depth = 0, deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      deepest = std::max(deepest, ++depth);
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

std::string_view without_trailing_blanks(std::string_view s) {
  const std::size_t last = s.find_last_not_of(" \t\r\n");
  return s.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

struct JsonReader::Impl {
  Impl(Window& window, const Layout& layout, const Limits& given)
      : limits(given), unnest(layout.unnest) {
    for (const std::string& name : layout.columns) column_of(name);
    if (layout.kind == Layout::Kind::json_lines) {
      lines.emplace(window, layout.end_of_line, given.max_record_bytes);
    } else {
      frames.emplace(window, given.max_record_bytes);
    }
  }

  // --- columns -----------------------------------------------------------------------------------

  /// Keys mostly come in the same order, so the guess that the next column follows is tried first.
  std::uint32_t column_of(std::string_view name) {
    if (expected < names.size() && names[expected] == name) return expected++;
    const auto known = index.find(name);
    if (known != index.end()) {
      expected = known->second + 1;
      return known->second;
    }
    if (names.size() >= limits.max_columns) return kNoColumn;
    if (names_bytes + name.size() > limits.max_names_bytes) return kNoColumn;
    names_bytes += name.size();
    const auto column = static_cast<std::uint32_t>(names.size());
    names.emplace_back(name);
    index.emplace(std::string(name), column);
    cells.emplace_back();
    expected = column + 1;
    return column;
  }

  void put(std::string_view name, std::string_view bytes, CellKind kind) {
    if (++fields > limits.max_columns) {
      fault = fmt::format("more than {} keys", limits.max_columns);
      return;
    }
    if (bytes.size() > limits.max_field_bytes) {
      fault = fmt::format("a value is longer than {} bytes", limits.max_field_bytes);
      return;
    }
    if (kind == CellKind::text && bytes.find('\0') != std::string_view::npos) {
      fault = "holds a NUL byte";
      return;
    }
    if (name.size() > limits.max_name_bytes) {
      fault = fmt::format("a key is longer than {} bytes", limits.max_name_bytes);
      return;
    }
    const std::uint32_t column = column_of(name);
    if (column == kNoColumn) {
      ++passed_over;
      return;
    }
    if (const Cell& before = cells[column]; before.kind != CellKind::absent) {
      if (before.kind != kind || before.bytes != bytes) fault = "a key twice, with two values";
      return;
    }
    cells[column] = {.bytes = bytes, .kind = kind};
    touched.push_back(column);
  }

  void clear_cells() {
    for (const std::uint32_t column : touched) cells[column] = {};
    touched.clear();
    compacted.clear();
    expected = 0;
    fields = 0;
  }

  // --- values ------------------------------------------------------------------------------------

  bool syntax(simdjson::error_code error) {
    if (error == simdjson::SUCCESS) return true;
    const bool encoding = error == simdjson::UTF8_ERROR || error == simdjson::STRING_ERROR;
    if (fault.empty()) fault = encoding ? "not valid UTF-8" : "not valid JSON";
    return false;
  }

  /// Objects and arrays.
  bool put_nested(od::value value, od::json_type type, const std::string& name, std::size_t depth) {
    if (type == od::json_type::object) {
      od::object object;
      return syntax(value.get_object().get(object)) && put_object(object, name, depth + 1);
    }
    od::array array;
    std::string_view raw;
    if (!syntax(value.get_array().get(array)) || !syntax(array.raw_json().get(raw))) return false;
    if (depth + nesting(raw) > limits.max_depth) {
      fault = "JSON nested too deeply";
      return false;
    }
    put(name, compact(without_trailing_blanks(raw)), CellKind::nested);
    return fault.empty();
  }

  std::string_view compact(std::string_view raw) {
    if (raw.find('\n') == std::string_view::npos) return raw;
    std::string& out = compacted.emplace_back(raw.size() + Window::kPadding, '\0');
    std::size_t size = 0;
    if (simdjson::minify(raw.data(), raw.size(), out.data(), size) != simdjson::SUCCESS) return raw;
    return std::string_view(out).substr(0, size);
  }

  bool put_scalar(od::value value, od::json_type type, std::string_view name) {
    if (type == od::json_type::string) {
      std::string_view text;
      if (!syntax(value.get_string().get(text))) return false;
      put(name, text, CellKind::text);
      return fault.empty();
    }
    const std::string_view token = without_trailing_blanks(value.raw_json_token());
    if (type == od::json_type::number) {
      if (!is_number(token)) return syntax(simdjson::NUMBER_ERROR);
      put(name, token, CellKind::number);
    } else if (token == "null") {
      put(name, token, CellKind::null);
    } else if (token == "true" || token == "false") {
      put(name, token, CellKind::boolean);
    } else {
      return syntax(simdjson::TAPE_ERROR);
    }
    return fault.empty();
  }

  bool put_value(od::value value, std::string_view name, std::size_t depth) {
    od::json_type type{};
    if (!syntax(value.type().get(type))) return false;
    if (type != od::json_type::object && type != od::json_type::array) {
      return put_scalar(value, type, name);
    }
    return put_nested(value, type, std::string(name), depth);
  }

  bool put_object(od::object object, const std::string& prefix, std::size_t depth) {
    if (depth > limits.max_depth) {
      fault = "JSON nested too deeply";
      return false;
    }
    for (auto item : object) {
      od::field field;
      std::string_view key;
      od::value value;
      if (!syntax(std::move(item).get(field))) return false;
      if (!syntax(field.unescaped_key().get(key))) return false;
      value = field.value();
      const bool good = prefix.empty() ? put_value(value, key, depth)
                                       : put_value(value, prefix + "." + std::string(key), depth);
      if (!good) return false;
    }
    return true;
  }

  /// Reads one object into the cells; `json` is padded. False with `fault` set.
  bool parse(std::string_view json, const std::string& prefix) {
    od::document document;
    od::object object;
    const simdjson::padded_string_view padded(json.data(), json.size(),
                                              json.size() + Window::kPadding);
    if (!syntax(parser.iterate(padded).get(document))) return false;
    const auto error = document.get_object().get(object);
    if (error == simdjson::INCORRECT_TYPE) {
      fault = "not a JSON object";
      return false;
    }
    if (!syntax(error) || !put_object(object, prefix, 1)) return false;
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS ||
           syntax(simdjson::TAPE_ERROR);
  }

  // --- records -----------------------------------------------------------------------------------

  struct Raw {
    std::string_view bytes;
    std::uint64_t line = 0;
    bool broken = false;
  };

  Result<std::optional<Raw>> next_raw() {
    for (;;) {
      auto got = lines ? lines->next() : frames->next();
      if (!got) return tl::unexpected(got.error());
      if (!*got) return std::nullopt;
      if (frames) return Raw{frames->record(), frames->number(), frames->broken()};
      const std::string_view line = lines->record();
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      return Raw{line, lines->number(), lines->too_long()};
    }
  }

  void parse_record(const Raw& raw, const std::string& prefix) {
    fault.clear();
    if (raw.broken) {
      fault = "JSON that is cut off or too long";
    } else {
      parse(raw.bytes, prefix);
    }
    ++record.number;
    record.line = raw.line;
    record.raw = raw.bytes;
    record.fault = fault;
    record.cells = cells;
  }

  /// Turns the array of the record just read into `elements`; false if there is none.
  bool unfold() {
    const auto column = index.find(unnest);
    if (column == index.end() || cells[column->second].kind != CellKind::nested) return false;
    const std::string json = std::string(cells[column->second].bytes);
    outer.clear();
    for (const std::uint32_t touch : touched) {
      if (touch != column->second) {
        outer.push_back({touch, cells[touch].kind, std::string(cells[touch].bytes)});
      }
    }
    return split_elements(json);
  }

  bool split_elements(const std::string& json) {
    elements.clear();
    element = 0;
    const simdjson::padded_string padded(json);
    od::document document;
    od::array array;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return false;
    if (document.get_array().get(array) != simdjson::SUCCESS) return false;
    for (auto item : array) {
      od::value value;
      od::object object;
      std::string_view raw;
      if (item.get(value) != simdjson::SUCCESS) return false;
      if (value.get_object().get(object) != simdjson::SUCCESS) return false;
      if (object.raw_json().get(raw) != simdjson::SUCCESS) return false;
      elements.emplace_back(without_trailing_blanks(raw));
    }
    return !elements.empty();
  }

  const Record* next_element() {
    std::string& json = elements[element++];
    json.reserve(json.size() + Window::kPadding);
    clear_cells();
    parse_record({json, record.line, false}, unnest);
    for (const Outer& cell : outer) {
      if (cells[cell.column].kind != CellKind::absent) continue;
      cells[cell.column] = {.bytes = cell.bytes, .kind = cell.kind};
      touched.push_back(cell.column);
    }
    record.cells = cells;
    return &record;
  }

  Result<const Record*> next() {
    if (element < elements.size()) return next_element();
    auto raw = next_raw();
    if (!raw) return tl::unexpected(raw.error());
    if (!*raw) return nullptr;
    clear_cells();
    parse_record(**raw, "");
    if (unnest.empty() || !record.fault.empty()) return &record;
    if (!unfold()) {
      record.fault = fmt::format("no records in `{}`", unnest);
      return &record;
    }
    --record.number;
    return next_element();
  }

  struct Outer {
    std::uint32_t column;
    CellKind kind;
    std::string bytes;
  };

  Limits limits;
  std::string unnest;
  std::optional<Lines> lines;
  std::optional<JsonFrames> frames;
  od::parser parser;
  std::vector<std::string> names;
  std::size_t names_bytes = 0;
  std::uint64_t passed_over = 0;
  std::map<std::string, std::uint32_t, std::less<>> index;
  std::vector<Cell> cells;
  std::vector<std::uint32_t> touched;
  std::deque<std::string> compacted;
  std::vector<Outer> outer;
  std::vector<std::string> elements;
  std::size_t element = 0;
  std::uint32_t expected = 0;
  std::size_t fields = 0;
  std::string fault;
  Record record;
};

JsonReader::JsonReader(Window& window, const Layout& layout, const Limits& limits)
    : impl_(std::make_unique<Impl>(window, layout, limits)) {}
JsonReader::~JsonReader() = default;

Result<const Record*> JsonReader::next() {
  return impl_->next();
}
const std::vector<std::string>& JsonReader::columns() const {
  return impl_->names;
}
std::uint64_t JsonReader::passed_over() const {
  return impl_->passed_over;
}

}  // namespace attune

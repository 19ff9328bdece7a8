// SPDX-License-Identifier: Apache-2.0
#include "report/json/read_memory.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <unordered_set>

#include "base/files.h"
#include "report/json/memory_fields.h"

namespace attune {

namespace {

namespace field = memory_field;

namespace dom = simdjson::dom;

constexpr std::size_t kMostBytes = std::size_t{2} << 30U;
constexpr std::size_t kMostItems = 10000;  // themes, words, edits
constexpr std::size_t kMostTerms = 256;    // of a theme
constexpr std::size_t kLongestName = 400;
constexpr std::size_t kDigits = 16;
constexpr double kMostTimes = 1e9;

std::optional<std::uint64_t> hex(std::string_view digits) {
  std::uint64_t value = 0;
  if (digits.size() != kDigits) return std::nullopt;
  const auto read = std::from_chars(digits.data(), digits.data() + kDigits, value, 16);
  if (read.ec != std::errc() || read.ptr != digits.data() + kDigits) return std::nullopt;
  return value;
}

bool is_id(std::string_view id) {
  return id.starts_with("t_") && hex(id.substr(2)).has_value();
}

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName &&
         std::none_of(name.begin(), name.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

/// Reads values; once something is wrong, `bad()` stays true and nothing more counts.
class Reader {
 public:
  [[nodiscard]] bool bad() const { return bad_; }

  ThemeMemory memory(dom::element root) {
    ThemeMemory made;
    made.unit = text(root, field::kUnit);
    need(made.unit == "clause" || made.unit == "message");
    each(root, field::kThemes, [&](dom::element one) { made.themes.push_back(theme(one)); });
    each(root, field::kParents, [&](dom::element one) {
      made.parents.push_back({.id = id(one, field::kId),
                              .name = name(one),
                              .keywords = words(one, field::kKeywords),
                              .named = flag(one, field::kNamed)});
    });
    made.homeless = keys(root, field::kHomeless);
    each_field(root, field::kGone, [&](std::string_view lost, dom::element kept) {
      const std::string into = kept.is_null() ? std::string() : as_text(kept);
      need(is_id(lost) && (into.empty() || is_id(into)));
      made.gone.emplace_back(lost, into);
    });
    made.edits = words(root, field::kEdits);
    check(made);
    return made;
  }

 private:
  void need(bool good) { bad_ = bad_ || !good; }

  RememberedTheme theme(dom::element one) {
    RememberedTheme made;
    made.id = id(one, field::kId);
    made.name = name(one);
    made.parent = optional_id(one, field::kParent);
    made.keywords = words(one, field::kKeywords);
    made.settled = number(one, field::kSettled);
    made.quiet =
        static_cast<std::uint32_t>(std::min<std::uint64_t>(number(one, field::kQuiet), 1000));
    made.pinned = flag(one, field::kPinned);
    made.named = flag(one, field::kNamed);
    made.split_from = optional_id(one, field::kSplitFrom);
    made.words = words(one, field::kWords);
    made.texts = keys(one, field::kTexts);
    each_field(one, field::kTerms, [&](std::string_view term, dom::element times) {
      const auto hash = hex(term);
      double count = 0.0;
      need(hash.has_value() && times.get_double().get(count) == simdjson::SUCCESS);
      need(count >= 0.0 && count <= kMostTimes && made.terms.size() < kMostTerms);
      if (!bad_) made.terms.emplace_back(*hash, static_cast<float>(count));
    });
    return made;
  }

  /// Ids once each, and parents that are there.
  void check(const ThemeMemory& made) {
    std::unordered_set<std::string> parents;
    std::unordered_set<std::string> ids;
    for (const RememberedParent& parent : made.parents) need(parents.insert(parent.id).second);
    for (const RememberedTheme& theme : made.themes) {
      need(ids.insert(theme.id).second && !parents.contains(theme.id));
      need(theme.parent.empty() || parents.contains(theme.parent));
    }
    for (const auto& [lost, kept] : made.gone) need(!ids.contains(lost));
  }

  dom::element at(dom::element from, std::string_view key) {
    dom::element value;
    need(from.at_key(key).get(value) == simdjson::SUCCESS);
    return value;
  }
  std::string as_text(dom::element value) {
    std::string_view out;
    need(value.get_string().get(out) == simdjson::SUCCESS);
    return std::string(bad_ ? std::string_view() : out);
  }
  std::string text(dom::element from, std::string_view key) {
    const dom::element value = at(from, key);
    return bad_ ? std::string() : as_text(value);
  }
  std::string id(dom::element from, std::string_view key) {
    std::string out = text(from, key);
    need(is_id(out));
    return out;
  }
  std::string optional_id(dom::element from, std::string_view key) {
    const dom::element value = at(from, key);
    return bad_ || value.is_null() ? std::string() : id(from, key);
  }
  std::string name(dom::element from) {
    std::string out = text(from, field::kName);
    need(is_name(out));
    return out;
  }
  std::uint64_t number(dom::element from, std::string_view key) {
    const dom::element value = at(from, key);
    std::uint64_t out = 0;
    if (!bad_) need(value.get_uint64().get(out) == simdjson::SUCCESS);
    return bad_ ? 0 : out;
  }
  bool flag(dom::element from, std::string_view key) {
    const dom::element value = at(from, key);
    bool out = false;
    if (!bad_) need(value.get_bool().get(out) == simdjson::SUCCESS);
    return !bad_ && out;
  }
  /// Calls `take` for each item, until something is wrong.
  void each(dom::element from, std::string_view key,
            const std::function<void(dom::element)>& take) {
    const dom::element value = at(from, key);
    dom::array list;
    if (!bad_) need(value.get_array().get(list) == simdjson::SUCCESS);
    if (bad_) return;
    std::size_t count = 0;
    for (const dom::element one : list) {
      need(++count <= kMostItems);
      if (bad_) return;
      take(one);
    }
  }
  void each_field(dom::element from, std::string_view key,
                  const std::function<void(std::string_view, dom::element)>& take) {
    const dom::element value = at(from, key);
    dom::object fields;
    if (!bad_) need(value.get_object().get(fields) == simdjson::SUCCESS);
    if (bad_) return;
    for (const auto& [name, one] : fields) {
      if (bad_) return;
      take(name, one);
    }
  }
  std::vector<std::string> words(dom::element from, std::string_view key) {
    std::vector<std::string> out;
    each(from, key, [&](dom::element word) { out.push_back(as_text(word)); });
    return out;
  }
  std::vector<std::uint64_t> keys(dom::element from, std::string_view key) {
    const std::string joined = text(from, key);
    std::vector<std::uint64_t> out;
    need(joined.size() % kDigits == 0);
    for (std::size_t i = 0; !bad_ && i < joined.size(); i += kDigits) {
      const auto hash = hex(std::string_view(joined).substr(i, kDigits));
      need(hash.has_value());
      if (hash) out.push_back(*hash);
    }
    return out;
  }

  bool bad_ = false;
};

}  // namespace

Result<ThemeMemory> read_theme_memory(std::string_view json) {
  dom::parser parser;
  dom::element root;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) {
    return fail(Fault::bad_input,
                "not valid JSON; --previous takes what an earlier `attune themes --json` wrote");
  }
  dom::element memory;
  std::uint64_t version = 0;
  if (root[field::kThemes].error() != simdjson::SUCCESS ||
      root["memory"].get(memory) != simdjson::SUCCESS) {
    return fail(Fault::bad_input,
                "no themes with a memory in it; --previous takes what an earlier `attune themes "
                "--json` wrote");
  }
  if (memory[field::kVersion].get(version) != simdjson::SUCCESS || version != 1) {
    return fail(Fault::bad_input,
                "its memory was written by another version; make it anew with "
                "`attune themes --json`");
  }
  Reader reader;
  ThemeMemory made = reader.memory(memory);
  if (reader.bad()) {
    return fail(Fault::bad_input,
                "its memory is damaged; make it anew with `attune themes --json`");
  }
  return made;
}

Result<ThemeMemory> load_theme_memory(const std::string& path) {
  const auto bytes = read_file(path, kMostBytes);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  auto memory = read_theme_memory(*bytes);
  if (!memory) return within(path, std::move(memory.error()));
  return memory;
}

}  // namespace attune

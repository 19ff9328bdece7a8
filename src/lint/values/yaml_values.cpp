// SPDX-License-Identifier: Apache-2.0
#include "lint/values/yaml_values.h"

#include <algorithm>
#include <string>

#include "base/yaml.h"
#include "lint/values/scalar.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr YamlLimits kLimits = {8U << 20U, 16U << 20U, 400'000, 32};

class YamlValues {
 public:
  YamlValues(std::string_view source, std::size_t from, std::size_t end, const ValueSink& sink)
      : source_(source.substr(0, end)), from_(from), sink_(sink) {}

  void walk(const YAML::Node& node) {
    const std::size_t length = path_.size();
    if (node.IsScalar()) {
      give(node);
    } else if (node.IsSequence()) {
      for (const auto& entry : node) walk(entry);
    } else if (node.IsMap()) {
      for (const auto& entry : node) {
        if (!path_.empty()) path_ += '/';
        if (entry.first.IsScalar()) path_ += entry.first.Scalar();
        walk(entry.second);
        path_.resize(length);
      }
    }
  }

 private:
  void give(const YAML::Node& node) {
    const std::string& value = node.Scalar();
    const std::size_t begin = from_ + static_cast<std::size_t>(std::max(node.Mark().pos, 0));
    if (value.empty() || begin < reached_) return;  // An alias: said before.
    reached_ = begin + 1;
    sink_(path_, place_scalar(value, source_, begin));
  }

  std::string_view source_;
  std::size_t from_;
  const ValueSink& sink_;
  std::string path_;
  std::size_t reached_ = 0;
};

}  // namespace

Result<void> read_yaml_values(std::string_view source, std::size_t from, std::size_t end,
                              const ValueSink& sink) {
  const std::string_view yaml = source.substr(from, end - from);
  if (first_invalid(yaml) != std::string_view::npos)
    return fail(Fault::bad_input, "not UTF-8; save it as UTF-8");
  const auto loaded = load_yaml(yaml, kLimits);
  if (!loaded) return tl::unexpected<Error>(loaded.error());
  try {
    YamlValues(source, from, end, sink).walk(*loaded);
  } catch (const YAML::Exception& error) {
    return fail(Fault::bad_input, "not understood, line " + std::to_string(error.mark.line + 1));
  }
  return {};
}

}  // namespace attune

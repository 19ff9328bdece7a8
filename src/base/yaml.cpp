// SPDX-License-Identifier: Apache-2.0
#include "base/yaml.h"

#include <yaml-cpp/eventhandler.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace attune {

namespace {

/// How much a node stands for, with all below it.
struct Weight {
  std::size_t nodes = 0;
  std::size_t bytes = 0;
  std::size_t depth = 0;  ///< Lists and maps within each other; 0 for a scalar.
};

/// Adds up what a document stands for as the parser goes through it, and stops the parser (by the
/// exceptions that it uses itself) at the first node that is too much.
class YamlScale : public YAML::EventHandler {
 public:
  explicit YamlScale(const YamlLimits& limits) : limits_(limits) {}

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { leaf(mark, anchor, 0); }
  void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                const std::string& value) override {
    leaf(mark, anchor, value.size());
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto known = anchors_.find(anchor);
    if (known == anchors_.end())
      refuse(mark, "an alias stands within its own anchor; name it once");
    add(mark, known->second);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(mark, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  /// A list or map whose end has not come yet.
  struct Open {
    YAML::anchor_t anchor = YAML::NullAnchor;
    Weight weight;
    YAML::Mark mark;
  };

  [[noreturn]] static void refuse(const YAML::Mark& mark, const std::string& what) {
    throw YAML::RepresentationException(mark, what);
  }
  void leaf(const YAML::Mark& mark, YAML::anchor_t anchor, std::size_t bytes) {
    const Weight weight{1, bytes, 0};
    if (anchor != YAML::NullAnchor) anchors_[anchor] = weight;
    add(mark, weight);
  }
  void open(const YAML::Mark& mark, YAML::anchor_t anchor) {
    open_.push_back({anchor, {1, 0, 1}, mark});
    check_depth(mark, 0);
  }
  void close() {
    const Open done = open_.back();
    open_.pop_back();
    if (done.anchor != YAML::NullAnchor) anchors_[done.anchor] = done.weight;
    add(done.mark, done.weight);
  }
  /// Adds a whole node to what it stands in. Sums stay small: each is checked as it grows.
  void add(const YAML::Mark& mark, const Weight& weight) {
    check_depth(mark, weight.depth);
    if (open_.empty()) return;
    Weight& around = open_.back().weight;
    around.nodes += weight.nodes;
    around.bytes += weight.bytes;
    around.depth = std::max(around.depth, weight.depth + 1);
    if (around.nodes > limits_.nodes)
      refuse(mark, "over " + std::to_string(limits_.nodes) +
                       " entries, aliases counted as what they repeat; split the file");
    if (around.bytes > limits_.spelled_out)
      refuse(mark, "over " + std::to_string(limits_.spelled_out) +
                       " bytes, aliases counted as what they repeat; split the file");
  }
  void check_depth(const YAML::Mark& mark, std::size_t below) const {
    if (open_.size() + below > limits_.depth)
      refuse(mark, "over " + std::to_string(limits_.depth) +
                       " lists and maps within each other; write it flatter");
  }

  const YamlLimits& limits_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Weight> anchors_;  ///< Of nodes that are complete.
};

tl::unexpected<Error> at_line(const YAML::Exception& error, const std::string& what) {
  const std::string line = "line " + std::to_string(error.mark.line + 1);
  return fail(Fault::bad_input, line + ": " + what);
}

}  // namespace

Result<YAML::Node> load_yaml(std::string_view yaml, const YamlLimits& limits) {
  if (yaml.size() > limits.bytes) {
    return fail(Fault::bad_input,
                "over " + std::to_string(limits.bytes) + " bytes; split the file");
  }
  const std::string bytes(yaml);
  try {
    std::istringstream stream(bytes);
    YamlScale scale(limits);
    YAML::Parser(stream).HandleNextDocument(scale);
    return YAML::Load(bytes);
  } catch (const YAML::RepresentationException& error) {
    return at_line(error, error.msg);
  } catch (const YAML::Exception& error) {
    return at_line(error, "not YAML; mend it there");
  }
}

}  // namespace attune

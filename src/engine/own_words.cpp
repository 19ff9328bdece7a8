// SPDX-License-Identifier: Apache-2.0
#include "engine/own_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "listen/plan/fold.h"
#include "text/others/quoted_parts.h"
#include "text/pii/pii.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::size_t kLongestExample = 60;  ///< Bytes.
constexpr std::size_t kLongestField = 60;    ///< Bytes of what a form's field holds.
constexpr std::size_t kMostRounds = 3;       ///< Of labels behind labels.

/// What each kind is called, in the order of Others; labels have sentences of their own.
constexpr std::array<std::string_view, kOthersCount> kCalled = {
    "quoted mail",          "the company's answer",           "the signature",
    "the legal notice",     "a translation of the same text", "leftovers of HTML, JSON or CSV",
    "the names of speakers"};

std::string_view where(LabelPlace place) {
  switch (place) {
    case LabelPlace::start:
      return "at the start";
    case LabelPlace::line:
      return "at the start of a line";
    case LabelPlace::end:
      return "at the end";
  }
  return {};
}

std::string texts(std::uint64_t some, std::uint64_t all) {
  return fmt::format("{} of {} text{}", some, all, all == 1 ? "" : "s");
}

/// The first line of `words` that has some, cut between words.
std::string first_line(std::string_view words) {
  const std::size_t marks = words.find_first_not_of("_-# \r\n\t");
  const std::size_t before = words.substr(0, marks).find_last_of('\n');
  if (marks != std::string_view::npos && before != std::string_view::npos)
    words.remove_prefix(before + 1);
  const std::string_view line = words.substr(0, words.find_first_of("\r\n"));
  if (line.size() <= kLongestExample) return std::string(line);
  std::string_view short_line = cut(line, kLongestExample);
  if (const std::size_t space = short_line.rfind(' '); space != std::string_view::npos && space > 0)
    short_line = short_line.substr(0, space);
  return std::string(short_line) + " …";
}

/// The places of labels in `text`, and of what follows those of a company's answers (up to the next
/// label) and of a form's fields (up to the line's end).
std::vector<LeftOut> parts_of(std::string_view text, const std::vector<FoundLabel>& found,
                              const SharedLabels& labels) {
  std::vector<LeftOut> parts;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Span span = found[i].span;
    const SharedLabel& label = labels.all()[found[i].label];
    const std::size_t next = i + 1 < found.size() ? found[i + 1].span.begin : text.size();
    parts.push_back({Others::label, span});
    if (label.answers)
      parts.push_back({Others::reply, {span.end, static_cast<std::uint32_t>(next)}});
    const std::size_t line = std::min(text.find('\n', span.end), next);
    if (label.field && !label.answers && line - span.end <= kLongestField)
      parts.back().span.end = static_cast<std::uint32_t>(line);
  }
  return parts;
}

/// Those that are used, most used first.
std::vector<std::size_t> by_use(const std::vector<std::uint64_t>& uses) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (uses[i] > 0) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return uses[a] > uses[b]; });
  return order;
}

}  // namespace

void OwnWords::learn(std::uint32_t file, const std::vector<const Message*>& messages) {
  const std::size_t step = std::max<std::size_t>(1, messages.size() / kSample);
  std::vector<std::string> own;
  std::vector<LeftOut> parts;
  for (std::size_t i = 0; i < messages.size(); i += step) {
    if (is_blank(messages[i]->text)) continue;
    quoted_parts(messages[i]->text, parts);
    own.push_back(own_words(messages[i]->text, parts));
  }
  if (files_.size() <= file) files_.resize(file + 1);
  FileLabels& labels = files_[file];
  while (labels.rounds.size() < kMostRounds) {
    const std::vector<std::string_view> views(own.begin(), own.end());
    SharedLabels learnt = SharedLabels::learn(views);
    if (learnt.empty()) break;
    labels.uses.resize(labels.uses.size() + learnt.all().size());
    std::vector<FoundLabel> found;
    for (std::string& text : own) {
      learnt.find(text, found);
      parts = parts_of(text, found, learnt);
      text = own_words(text, parts);
    }
    labels.rounds.push_back(std::move(learnt));
  }
}

void OwnWords::find(const Message& message, OthersFound& found) const {
  quoted_parts(message.text, found.parts);
  found.labels.clear();
  if (message.file >= files_.size() || files_[message.file].rounds.empty()) return;
  std::string own = own_words(message.text, found.parts);
  std::vector<FoundLabel> labels;
  std::size_t first = 0;
  for (const SharedLabels& round : files_[message.file].rounds) {
    round.find(own, labels);
    const std::vector<LeftOut> parts = parts_of(own, labels, round);
    own = own_words(own, parts);
    found.parts.insert(found.parts.end(), parts.begin(), parts.end());
    for (const FoundLabel& label : labels) found.labels.push_back(first + label.label);
    first += round.all().size();
  }
  std::sort(found.labels.begin(), found.labels.end());
  found.labels.erase(std::unique(found.labels.begin(), found.labels.end()), found.labels.end());
  settle_parts(message.text, found.parts);
}

void OwnWords::count(const Message& message, const OthersFound& found) {
  seen_ += is_blank(message.text) ? 0 : 1;
  for (const std::size_t label : found.labels) ++files_[message.file].uses[label];
  std::array<bool, kOthersCount> met{};
  for (const LeftOut& part : found.parts) {
    const auto kind = static_cast<std::size_t>(part.kind);
    if (met[kind] || (part.kind == Others::label && !found.labels.empty())) continue;
    met[kind] = true;
    Count& count = counts_[kind];
    if (count.messages++ == 0) count.example = part.span.of(message.text);
  }
}

std::vector<Assumption> OwnWords::said(const Understander& understander) const {
  std::vector<Assumption> out;
  Understander::State state;
  // What many share is nobody's name, and looks like one at times: "[Helpdesk #17]".
  const auto shown = [&](const std::string& words, bool shared) {
    const std::string line = first_line(words);
    Reading reading;
    understander.read(line, state, reading, Reach::language);
    if (shared) std::erase_if(reading.pii, [](const PiiSpan& pii) { return pii.kind == "person"; });
    return mask(line, reading.pii);
  };
  const auto say = [&out](std::string sentence) {
    const std::size_t before = out.size();
    out.push_back({.what = before == 0 ? "left_out" : fmt::format("left_out_{}", before + 1),
                   .said = std::move(sentence)});
  };
  for (const FileLabels& file : files_) {
    std::vector<SharedLabel> labels;
    for (const SharedLabels& round : file.rounds)
      labels.insert(labels.end(), round.all().begin(), round.all().end());
    for (const std::size_t i : by_use(file.uses)) {
      const SharedLabel& label = labels[i];
      say(fmt::format("left out the label “{}” that stands {} of {}", shown(label.words, true),
                      where(label.place), texts(file.uses[i], seen_)));
    }
  }
  for (std::size_t kind = 0; kind < kOthersCount; ++kind) {
    if (counts_[kind].messages == 0) continue;
    say(fmt::format("left out {} in {} (“{}”)", kCalled[kind], texts(counts_[kind].messages, seen_),
                    shown(counts_[kind].example, false)));
  }
  return out;
}

}  // namespace attune

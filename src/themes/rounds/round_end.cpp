// SPDX-License-Identifier: Apache-2.0
#include "themes/rounds/round_end.h"

#include <algorithm>

namespace attune {

namespace {

constexpr std::size_t kRemembered = 64;  // terms of a theme
constexpr std::uint32_t kMostQuiet = 2;  // rounds after which a theme that nobody says is retired

std::string_view change_word(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::born:
      return "born";
    case Change::Kind::split:
      return "split";
    case Change::Kind::merged:
      return "merged";
  }
  return "";
}

class Ending {
 public:
  explicit Ending(RoundState state)
      : round_(std::move(state)), groups_(std::move(round_.memory.themes)) {}

  RoundEnd run() {
    for (std::size_t d = 0; d < round_.drafts.size(); ++d) {
      RememberedTheme& group = groups_[round_.drafts[d].group];
      if (group.quiet > 0) tell("back", group, "people say it again");
      take_in(group, round_.drafts[d], round_.themes[d]);
    }
    for (const Change& change : round_.changes) {
      std::vector<std::string> from;
      for (const std::uint32_t group : change.from) from.push_back(groups_[group].id);
      const RememberedTheme& theme = groups_[change.theme];
      end_.events.push_back({std::string(change_word(change.kind)), theme.id, theme.name,
                             std::move(from), change.why});
    }
    rest();
    end_.memory = std::move(round_.memory);
    end_.memory.themes.clear();
    for (RememberedTheme& group : groups_) {
      if (!group.id.empty() && !gone(group.id, end_.memory))
        end_.memory.themes.push_back(std::move(group));
    }
    end_.memory.parents = parents();
    if (round_.grouping != nullptr) {
      end_.memory.homeless.clear();
      for (const std::uint32_t u : round_.homeless) end_.memory.homeless.push_back(round_.keys[u]);
    }
    return std::move(end_);
  }

 private:
  static bool gone(std::string_view id, const ThemeMemory& memory) {
    return std::any_of(memory.gone.begin(), memory.gone.end(),
                       [&](const auto& entry) { return entry.first == id; });
  }

  void tell(std::string kind, const RememberedTheme& theme, std::string why) {
    end_.events.push_back({std::move(kind), theme.id, theme.name, {}, std::move(why)});
  }

  void take_in(RememberedTheme& group, const Draft& draft, const FoundTheme& shown) {
    group.name = shown.name;
    group.keywords = shown.keywords;
    group.parent = shown.parent;
    group.quiet = 0;
    group.texts.clear();
    for (const std::uint32_t u : draft.units) group.texts.push_back(round_.keys[u]);
    if (group.settled == 0) group.settled = group.texts.size();
    group.terms = round_.grouping->terms(draft.group, kRemembered);
    said_.push_back(draft.group);
  }

  /// Themes that nobody said this time.
  void rest() {
    std::sort(said_.begin(), said_.end());
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      RememberedTheme& group = groups_[g];
      if (std::binary_search(said_.begin(), said_.end(), g) || group.id.empty()) continue;
      if (gone(group.id, round_.memory)) continue;
      ++group.quiet;
      if (group.quiet == 1) tell("quiet", group, "nobody said it this time");
      if (group.quiet < kMostQuiet || group.pinned) continue;
      tell("retired", group, "nobody said it two times in a row");
      round_.memory.gone.emplace_back(group.id, "");
    }
  }

  [[nodiscard]] std::vector<RememberedParent> parents() const {
    std::vector<RememberedParent> out;
    for (const FoundTheme& parent : round_.parents)
      out.push_back({.id = parent.id, .name = parent.name, .keywords = parent.keywords});
    for (const RememberedParent& before : end_.memory.parents) {
      const auto now = std::find_if(out.begin(), out.end(), [&](const RememberedParent& parent) {
        return parent.id == before.id;
      });
      if (now == out.end()) {
        out.push_back(before);
      } else {
        now->named = before.named;
      }
    }
    return out;
  }

  RoundState round_;
  std::vector<RememberedTheme> groups_;
  std::vector<std::uint32_t> said_;
  RoundEnd end_;
};

}  // namespace

RoundEnd end_round(RoundState state) {
  return Ending(std::move(state)).run();
}

}  // namespace attune

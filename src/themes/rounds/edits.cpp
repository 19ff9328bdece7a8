// SPDX-License-Identifier: Apache-2.0
#include "themes/rounds/edits.h"

#include <algorithm>
#include <optional>

#include "base/hash.h"

namespace attune {

namespace {

constexpr std::size_t kLongestName = 80;  // bytes
constexpr std::string_view kAsked = "asked for by hand";

/// Stems of the words in order.
std::vector<std::uint64_t> stems(std::string_view text, TermReader& reader) {
  std::vector<std::uint64_t> out;
  for (const Term& term : reader.read(text).list) {
    if (term.kind == TermKind::content || term.kind == TermKind::function) out.push_back(term.hash);
  }
  return out;
}

std::string quoted(std::string_view name) {
  return "\"" + std::string(name) + "\"";
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

class Editor {
 public:
  Editor(EditedThemes themes, const std::function<std::string_view(std::size_t)>& text_of)
      : all_(std::move(themes)), text_of_(text_of) {}

  EditedThemes make(const ThemeEdits& edits) {
    for (const auto& merge : edits.merges) {
      if (all_.refused.empty()) join(merge);
    }
    for (const auto& split : edits.splits) {
      if (all_.refused.empty()) cut(split);
    }
    for (const auto& rename : edits.renames) {
      if (all_.refused.empty()) call(rename);
    }
    for (const auto& pin : edits.pins) {
      if (all_.refused.empty()) hold(pin);
    }
    return std::move(all_);
  }

 private:
  [[nodiscard]] std::vector<RememberedTheme>& themes() { return all_.memory.themes; }

  /// True where this very edit was made in an earlier round; else notes it down.
  bool made_before(std::string sentence) {
    std::vector<std::string>& made = all_.memory.edits;
    if (std::find(made.begin(), made.end(), sentence) != made.end()) return true;
    made.push_back(std::move(sentence));
    return false;
  }

  [[nodiscard]] const std::string* went_to(std::string_view id) const {
    for (const auto& [lost, kept] : all_.memory.gone) {
      if (lost == id) return &kept;
    }
    return nullptr;
  }

  std::optional<std::uint32_t> find(std::string_view what, std::string_view theme) {
    for (std::uint32_t t = 0; t < themes().size(); ++t) {
      if (went_to(themes()[t].id) != nullptr) continue;
      if (themes()[t].id == theme || themes()[t].name == theme) return t;
    }
    const std::string* kept = went_to(theme);
    all_.refused = std::string(what) + ": ";
    if (kept == nullptr) {
      all_.refused += "no theme has the id or name " + quoted(theme);
    } else if (kept->empty()) {
      all_.refused += quoted(theme) + " was retired";
    } else {
      all_.refused += quoted(theme) + " was merged into " + quoted(*kept);
    }
    return std::nullopt;
  }

  /// Refuses a name that cannot be shown, or that another theme has.
  bool may_be_called(std::string_view what, std::string_view name, std::string_view id) {
    std::string fault = name_fault(name);
    for (const RememberedTheme& other : themes()) {
      if (other.name == name && other.id != id && went_to(other.id) == nullptr)
        fault = "two themes would be called " + quoted(name);
    }
    for (const RememberedParent& other : all_.memory.parents) {
      if (other.name == name && other.id != id)
        fault = "two themes would be called " + quoted(name);
    }
    if (fault.empty()) return true;
    all_.refused = std::string(what) + ": " + fault;
    return false;
  }

  void tell(std::string kind, const RememberedTheme& theme, std::vector<std::string> from) {
    all_.events.push_back(
        {std::move(kind), theme.id, theme.name, std::move(from), std::string(kAsked)});
  }

  void join(const ThemeEdits::Merge& merge) {
    if (made_before("merge " + listed(merge.from) + " into " + merge.into)) return;
    const auto into = find("merge", merge.into);
    if (!into) return;
    std::vector<std::string> from;
    for (const std::string& name : merge.from) {
      const auto lost = find("merge", name);
      if (!lost) return;
      if (*lost == *into) {
        all_.refused = "merge: " + quoted(name) + " cannot be merged into itself";
        return;
      }
      std::replace(all_.theme_of.begin(), all_.theme_of.end(), *lost, *into);
      from.push_back(themes()[*lost].id);
      all_.memory.gone.emplace_back(from.back(), themes()[*into].id);
    }
    themes()[*into].pinned = true;
    tell("merged", themes()[*into], from);
  }

  void cut(const ThemeEdits::Split& split) {
    std::string sentence = "split " + split.theme + " into ";
    for (const auto& part : split.into)
      sentence += quoted(part.name) + " (" + listed(part.words) + ") ";
    if (made_before(std::move(sentence))) return;
    const auto theme = find("split", split.theme);
    if (!theme) return;
    for (const ThemeEdits::Part& part : split.into) {
      if (!may_be_called("split", part.name, {})) return;
      RememberedTheme made;
      made.id = "t_" + hex64(hash64(part.name, hash64(themes()[*theme].id)));
      if (went_to(made.id) != nullptr) {
        all_.refused = "split: there was a theme " + quoted(part.name) + " cut out of " +
                       quoted(split.theme) + " before; choose another name";
        return;
      }
      made.name = part.name;
      made.parent = themes()[*theme].parent;
      made.pinned = made.named = true;
      made.split_from = themes()[*theme].id;
      made.words = part.words;
      if (!take_texts(*theme, made)) return;
    }
    themes()[*theme].pinned = true;
  }

  bool take_texts(std::uint32_t theme, const RememberedTheme& made) {
    PhraseFinder finder(made.words);
    const auto part = static_cast<std::uint32_t>(themes().size());
    std::size_t taken = 0;
    for (std::size_t i = 0; i < all_.theme_of.size(); ++i) {
      if (all_.theme_of[i] != theme || !finder.found_in(text_of_(i))) continue;
      all_.theme_of[i] = part;
      ++taken;
    }
    if (taken == 0) {
      all_.refused =
          "split: no text of " + quoted(themes()[theme].id) + " holds " + listed(made.words);
      return false;
    }
    themes().push_back(made);
    tell("split", made, {themes()[theme].id});
    return true;
  }

  void call(const ThemeEdits::Rename& rename) {
    for (RememberedParent& parent : all_.memory.parents) {
      if (parent.id != rename.theme && parent.name != rename.theme) continue;
      if (!may_be_called("rename", rename.name, parent.id)) return;
      parent.name = rename.name;
      parent.named = true;
      return;
    }
    if (made_before("rename " + rename.theme + " to " + quoted(rename.name))) return;
    const auto theme = find("rename", rename.theme);
    if (!theme || !may_be_called("rename", rename.name, themes()[*theme].id)) return;
    themes()[*theme].name = rename.name;
    themes()[*theme].named = true;
    tell("renamed", themes()[*theme], {});
  }

  void hold(const std::string& pin) {
    if (made_before("pin " + pin)) return;
    const auto theme = find("pin", pin);
    if (!theme) return;
    themes()[*theme].pinned = true;
    tell("pinned", themes()[*theme], {});
  }

  EditedThemes all_;
  const std::function<std::string_view(std::size_t)>& text_of_;
};

}  // namespace

PhraseFinder::PhraseFinder(std::span<const std::string> phrases) {
  for (const std::string& phrase : phrases) {
    std::vector<std::uint64_t> words = stems(phrase, reader_);
    if (!words.empty()) phrases_.push_back(std::move(words));
  }
}

bool PhraseFinder::found_in(std::string_view text) {
  const std::vector<std::uint64_t> words = stems(text, reader_);
  return std::any_of(phrases_.begin(), phrases_.end(), [&](const auto& phrase) {
    return std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
  });
}

std::string name_fault(std::string_view name) {
  if (name.empty()) return "a name is missing";
  if (name.size() > kLongestName) return "a name may have at most 80 bytes";
  std::size_t digits = 0;
  for (const char c : name) {
    const bool digit = c >= '0' && c <= '9';
    digits = digit ? digits + 1 : 0;
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    if (control || digits > 4 || std::string_view("@<>#/\\").find(c) != std::string_view::npos)
      return "a name holds no handles, links, markup or long numbers";
  }
  return {};
}

EditedThemes edit(EditedThemes themes, const ThemeEdits& edits,
                  const std::function<std::string_view(std::size_t)>& text_of) {
  return Editor(std::move(themes), text_of).make(edits);
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
//
// Idea. The two groups are joined whose spread grows least. For rows of length 1 that growth is 1 -
// cosine, and for joined groups it follows from the growths of their parts, so vectors are looked
// at once a run. Single rows that are left then join their cheapest neighbour; as that can leave
// too few parents, gather() tries up to twice as many groups and keeps the most that fit.
//
// When it applies. Hundreds of themes at most. Once parents are remembered nothing is gathered
// anew: a theme stays where it was, a new one goes to the parent of the theme it is likest. A
// parent is named by a phrase that 12 % of its texts have, else by its two largest themes.
//
// What it costs. O(rows³ + rows² · d) for one aim, as each join looks at all pairs, and parents + 1
// aims at most. Memory O(rows²). Naming reads at most 60 texts a theme.
//
// Source. J. H. Ward, Hierarchical grouping to optimize an objective function, JASA 58 (1963). G.
// N. Lance, W. T. Williams, A general theory of classificatory sorting strategies, The Computer
// Journal 9 (1967), for the growths of joined groups.
//
// Tested in parts_test.cpp (Parents), and in rounds_test.cpp: parents have the people of their
// themes, names of their own, and the same themes in the next round.
#include "themes/names/parents.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"

namespace attune {

namespace {

constexpr std::size_t kFewestThemes = 13;
constexpr std::size_t kFewestParents = 8;
constexpr std::size_t kMostParents = 15;

class Ward {
 public:
  explicit Ward(const Matrix& centres)
      : rows_(centres.rows), costs_(rows_, rows_), weight_(rows_, 1.0F), group_of_(rows_) {
    std::iota(group_of_.begin(), group_of_.end(), 0U);
    for (std::size_t a = 0; a < rows_; ++a) {
      for (std::size_t b = 0; b < rows_; ++b)
        costs_.row(a)[b] = 1.0F - dot(centres.row(a), centres.row(b));
    }
  }

  /// Joins until `parents` groups are left, then all single rows.
  std::vector<std::uint32_t> run(std::size_t parents) {
    for (std::size_t groups = rows_; groups > parents && join(Singles::allowed);) --groups;
    while (join(Singles::must)) {
    }
    return numbered();
  }

 private:
  enum class Singles : std::uint8_t { allowed, must };

  /// Joins the two groups whose spread grows least; with Singles::must, one of them has a single
  /// row. False if there are no such two.
  bool join(Singles singles) {
    float least = 1e30F;
    std::uint32_t kept = 0;
    std::uint32_t lost = 0;
    for (std::uint32_t a = 0; a < rows_; ++a) {
      if (weight_[a] == 0.0F) continue;
      for (std::uint32_t b = a + 1; b < rows_; ++b) {
        const bool wanted = singles == Singles::allowed || weight_[a] == 1.0F || weight_[b] == 1.0F;
        if (weight_[b] == 0.0F || !wanted || costs_.row(a)[b] >= least) continue;
        least = costs_.row(a)[b];
        kept = a;
        lost = b;
      }
    }
    if (kept != lost) put_together(kept, lost);
    return kept != lost;
  }

  /// The costs of the joined group, from those of its parts (Lance and Williams 1967).
  void put_together(std::uint32_t kept, std::uint32_t lost) {
    const float between = costs_.row(kept)[lost];
    for (std::uint32_t other = 0; other < rows_; ++other) {
      const float w = weight_[other];
      if (w == 0.0F || other == kept || other == lost) continue;
      const float cost = ((weight_[kept] + w) * costs_.row(kept)[other] +
                          (weight_[lost] + w) * costs_.row(lost)[other] - w * between) /
                         (weight_[kept] + weight_[lost] + w);
      costs_.row(kept)[other] = costs_.row(other)[kept] = cost;
    }
    weight_[kept] += weight_[lost];
    weight_[lost] = 0.0F;
    std::replace(group_of_.begin(), group_of_.end(), lost, kept);
  }

  [[nodiscard]] std::vector<std::uint32_t> numbered() const {
    std::vector<std::uint32_t> number(rows_, kUnnumbered);
    std::vector<std::uint32_t> out;
    std::uint32_t next = 0;
    for (const std::uint32_t group : group_of_) {
      if (number[group] == kUnnumbered) number[group] = next++;
      out.push_back(number[group]);
    }
    return out;
  }

  static constexpr std::uint32_t kUnnumbered = 0xFFFFFFFF;
  std::size_t rows_;
  Matrix costs_;               ///< Growth of the spread if two groups were joined.
  std::vector<float> weight_;  ///< Rows in each group; 0: joined to another.
  std::vector<std::uint32_t> group_of_;
};

constexpr std::size_t kQuotes = 5;
constexpr std::size_t kNamingTexts = 60;  // of each theme, to name its parent
constexpr double kSaidByMany = 0.12;  // share of those texts that makes a phrase a parent's name

class Gatherer {
 public:
  Gatherer(const Drafted& all, std::span<const FoundTheme> themes, const ThemeMemory& remembered)
      : all_(all), themes_(themes), remembered_(remembered) {
    made_.parent_of.resize(themes.size());
  }

  Family run(const Pool& pool) {
    if (remembered_.parents.empty()) {
      start();
    } else {
      keep();
    }
    for (const std::vector<std::size_t>& children : children_) {
      if (!children.empty()) made_.parents.push_back(parent(children));
    }
    std::stable_sort(made_.parents.begin(), made_.parents.end(),
                     [](const FoundTheme& a, const FoundTheme& b) { return a.people > b.people; });
    name(pool);
    return std::move(made_);
  }

 private:
  [[nodiscard]] Matrix centres() const {
    const Matrix& groups = all_.grouping.centres();
    Matrix out(themes_.size(), groups.cols);
    for (std::size_t t = 0; t < themes_.size(); ++t) {
      const auto from = groups.row(all_.drafts[t].group);
      std::copy(from.begin(), from.end(), out.row(t).begin());
    }
    return out;
  }

  void start() {
    const std::size_t wanted = parents_for(themes_.size());
    if (wanted == 0) return;
    const std::vector<std::uint32_t> parent = gather(centres(), wanted);
    children_.resize(wanted);
    for (std::size_t t = 0; t < themes_.size(); ++t) children_[parent[t]].push_back(t);
    for (const auto& children : children_) {
      std::uint64_t id = 1;
      for (const std::size_t t : children) id += hash64(themes_[t].id);
      for (const std::size_t t : children) made_.parent_of[t] = "t_" + hex64(hash_pair(id, 0));
    }
  }

  /// Themes stay where they were; new ones join the parent with the likest theme.
  void keep() {
    std::unordered_map<std::string, std::size_t> number;
    for (const RememberedParent& parent : remembered_.parents)
      number.emplace(parent.id, number.size());
    children_.resize(number.size());
    std::unordered_map<std::string, std::string> before;
    for (const RememberedTheme& theme : remembered_.themes) {
      if (number.contains(theme.parent)) before.emplace(theme.id, theme.parent);
    }
    const Matrix rows = centres();
    for (std::size_t t = 0; t < themes_.size(); ++t) {
      const auto known = before.find(themes_[t].id);
      std::string& parent = made_.parent_of[t];
      parent = known != before.end() ? known->second : remembered_.parents[0].id;
      float best = -2.0F;
      for (std::size_t o = 0; known == before.end() && o < themes_.size(); ++o) {
        const auto other = before.find(themes_[o].id);
        if (other == before.end() || dot(rows.row(t), rows.row(o)) <= best) continue;
        best = dot(rows.row(t), rows.row(o));
        parent = other->second;
      }
      children_[number.at(parent)].push_back(t);
    }
  }

  [[nodiscard]] FoundTheme parent(const std::vector<std::size_t>& children) const {
    FoundTheme made;
    made.id = made_.parent_of[children[0]];
    std::unordered_set<std::uint32_t> people;
    for (const std::size_t t : children) {
      const auto& members = themes_[t].members;
      made.members.insert(made.members.end(), members.begin(), members.end());
      for (const std::uint32_t item : members) people.insert(all_.items[item].person);
    }
    made.people = people.size();
    std::sort(made.members.begin(), made.members.end());
    std::unordered_set<std::uint32_t> quoted;
    for (const std::size_t t : children) {
      if (made.quotes.size() == kQuotes || themes_[t].quotes.empty()) continue;
      const std::uint32_t item = themes_[t].quotes[0];
      if (quoted.insert(all_.items[item].person).second) made.quotes.push_back(item);
    }
    return made;
  }

  void name(const Pool& pool) {
    std::vector<std::string> given(made_.parents.size());
    std::vector<std::string> taken;
    for (const FoundTheme& theme : themes_) taken.push_back(theme.name);
    std::vector<NamingText> texts;
    for (std::uint32_t p = 0; p < made_.parents.size(); ++p) {
      for (const RememberedParent& before : remembered_.parents) {
        if (before.id == made_.parents[p].id) given[p] = before.name;
      }
      for (std::size_t t = 0; t < themes_.size(); ++t) {
        if (made_.parent_of[t] != made_.parents[p].id) continue;
        const std::vector<std::uint32_t>& units = all_.drafts[t].units;
        for (std::size_t u = 0; u < std::min(units.size(), kNamingTexts); ++u)
          texts.push_back({all_.item(units[u]).text, p});
      }
    }
    const std::vector<ThemeWords> words = name_themes(texts, given, taken, pool);
    for (std::size_t p = 0; p < words.size(); ++p) {
      const bool said = !given[p].empty() || words[p].coverage >= kSaidByMany;
      made_.parents[p].name = said ? words[p].name : listed(p);
      made_.parents[p].keywords = words[p].keywords;
    }
  }

  /// Where no phrase runs through a parent: the names of its two largest themes.
  [[nodiscard]] std::string listed(std::size_t parent) const {
    std::string out;
    std::size_t count = 0;
    for (std::size_t t = 0; t < themes_.size() && count < 2; ++t) {
      if (made_.parent_of[t] != made_.parents[parent].id) continue;
      out += (count == 0 ? "" : " · ") + themes_[t].name;
      ++count;
    }
    return out;
  }

  const Drafted& all_;
  std::span<const FoundTheme> themes_;
  const ThemeMemory& remembered_;
  std::vector<std::vector<std::size_t>> children_;  ///< Per parent: themes.
  Family made_;
};

}  // namespace

std::size_t parents_for(std::size_t themes) {
  if (themes < kFewestThemes) return 0;
  if (themes < 3 * kFewestParents) return themes / 3;
  return std::clamp(themes / 4, kFewestParents, kMostParents);
}

std::vector<std::uint32_t> gather(const Matrix& centres, std::size_t parents) {
  std::vector<std::uint32_t> best(centres.rows, 0);
  std::size_t most = 0;
  // Single rows join a neighbour, so a few more groups than wanted may leave as many as wanted.
  for (std::size_t aim = parents; aim <= 2 * parents && aim <= centres.rows; ++aim) {
    std::vector<std::uint32_t> found = Ward(centres).run(aim);
    const std::size_t groups =
        found.empty() ? 0 : *std::max_element(found.begin(), found.end()) + 1U;
    if (groups > parents || groups <= most) continue;
    most = groups;
    best = std::move(found);
  }
  return best;
}

Family parents_of(const Drafted& all, std::span<const FoundTheme> themes,
                  const ThemeMemory& remembered, const Pool& pool) {
  return Gatherer(all, themes, remembered).run(pool);
}

}  // namespace attune

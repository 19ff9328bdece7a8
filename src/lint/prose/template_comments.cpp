// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/template_comments.h"

#include <algorithm>
#include <array>
#include <map>

#include "lint/prose/byte_scan.h"

namespace attune {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kLongestTag = 8192;

/// Liquid's tags around what is no copy.
constexpr std::array<std::string_view, 6> kHiding = {"comment",    "doc",        "schema",
                                                     "javascript", "stylesheet", "style"};
/// Svelte's blocks begin as comments of Jinja do.
constexpr std::array<std::string_view, 5> kSvelte = {"if ", "each ", "await ", "key ", "snippet "};

template <std::size_t N>
bool begins_with_one(std::string_view text, const std::array<std::string_view, N>& starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

/// "comment" of "{%- comment -%}"; `tag` begins with "{%".
std::string_view name_of(std::string_view tag) {
  std::size_t begin = 2;
  if (begin < tag.size() && (tag[begin] == '-' || tag[begin] == '+')) ++begin;
  begin = std::min(tag.find_first_not_of(" \t\r\n", begin), tag.size());
  std::size_t end = begin;
  while (end < tag.size() && tag[end] >= 'a' && tag[end] <= 'z') ++end;
  if (end == begin && begin < tag.size() && tag[begin] == '#') ++end;  // "{% # a comment %}"
  return tag.substr(begin, end - begin);
}

class CommentFinder {
 public:
  explicit CommentFinder(std::string_view source) : source_(source) {}

  std::vector<Span> from(std::size_t at) {
    for (at = next(at); at < source_.size(); at = next(at)) {
      const std::size_t end = source_[at] == '{' ? behind_curly(at) : behind_angle(at);
      if (end == kNowhere) {
        at += source_[at] == '{' && source_.substr(at).starts_with("{{") ? 2 : 1;
        continue;
      }
      found_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = end;
    }
    return std::move(found_);
  }

 private:
  /// The next "{" or "<", or the end.
  [[nodiscard]] std::size_t next(std::size_t at) const {
    at = skip_others(source_, at, [](Bytes16 b) { return (b == '{') | (b == '<'); });
    while (at < source_.size() && source_[at] != '{' && source_[at] != '<') ++at;
    return at;
  }
  /// Behind the next `close` from `from` on. Asked in order, no byte is looked at twice for the
  /// same `close`.
  std::size_t behind(std::string_view close, std::size_t from) {
    Known& known = known_[close];
    if (!known.asked || from < known.from || known.place < from)
      known = {true, from, source_.find(close, from)};
    return known.place == kNowhere ? kNowhere : known.place + close.size();
  }
  std::size_t behind_curly(std::size_t at) {
    const std::string_view rest = source_.substr(at);
    if (rest.starts_with("{{!--") || rest.starts_with("{{~!--"))
      return std::min(behind("--}}", at + 5), behind("--~}}", at + 5));
    if (rest.starts_with("{{!") || rest.starts_with("{{~!")) return behind("}}", at + 3);
    if (rest.starts_with("{{--")) return behind("--}}", at + 4);
    if (rest.starts_with("{/*")) return behind("*/}", at + 3);
    if (rest.starts_with("{%")) return behind_tag(at);
    if (rest.starts_with("{#") && !begins_with_one(rest.substr(2), kSvelte))
      return behind("#}", at + 2);
    return kNowhere;
  }
  /// Behind what a tag hides: itself where it goes over lines, all up to its end where that is no
  /// copy.
  std::size_t behind_tag(std::size_t at) {
    const std::size_t end = behind("%}", at + 2);
    if (end == kNowhere || end - at > kLongestTag) return kNowhere;
    const std::string_view tag = source_.substr(at, end - at);
    const std::string_view name = name_of(tag);
    const auto* const hiding = std::find(kHiding.begin(), kHiding.end(), name);
    if (hiding != kHiding.end()) {
      const std::size_t all = behind_end_of(*hiding, end);
      if (all != kNowhere) return all;
    }
    return name == "#" || tag.find('\n') != kNowhere ? end : kNowhere;
  }
  /// Behind "{% endcomment %}"; comments within each other are counted, and where they do not come
  /// out even, the last end counts.
  std::size_t behind_end_of(std::string_view name, std::size_t from) {
    const auto barren = barren_.find(name);
    if (barren != barren_.end()) return kNowhere;
    std::size_t depth = 1;
    std::size_t last = kNowhere;
    for (std::size_t at = source_.find("{%", from); at != kNowhere;
         at = source_.find("{%", at + 2)) {
      const std::string_view found = name_of(source_.substr(at, 64));
      if (found == name) ++depth;
      if (!found.starts_with("end") || found.substr(3) != name) continue;
      last = source_.find("%}", at);
      if (last != kNowhere) last += 2;
      if (--depth == 0) return last;
    }
    if (last == kNowhere) barren_[name] = true;
    return last;
  }
  std::size_t behind_angle(std::size_t at) {
    const std::string_view rest = source_.substr(at);
    if (!rest.starts_with("<%")) return kNowhere;
    if (rest.starts_with("<%--")) return behind("--%>", at + 4);
    if (rest.starts_with("<%#")) return behind("%>", at + 3);
    if (rest.starts_with("<%=") || rest.starts_with("<%%")) return kNowhere;
    const std::size_t end = behind("%>", at + 2);
    if (end == kNowhere || end - at > kLongestTag) return kNowhere;
    return source_.substr(at, end - at).find('\n') == kNowhere ? kNowhere : end;
  }

  /// Where a `close` comes next from `from` on.
  struct Known {
    bool asked = false;
    std::size_t from = 0;
    std::size_t place = kNowhere;
  };

  std::string_view source_;
  std::vector<Span> found_;
  std::map<std::string_view, Known> known_;
  std::map<std::string_view, bool> barren_;  ///< Tags that nothing ends any more.
};

}  // namespace

std::vector<Span> template_comments(std::string_view source, std::size_t from) {
  return CommentFinder(source).from(from);
}

std::optional<PlacedText> without_comments(std::string_view source, std::size_t from) {
  const std::vector<Span> comments = template_comments(source, from);
  if (comments.empty()) return std::nullopt;
  PlacedText left;
  std::size_t at = from;
  const auto keep_to = [&](std::size_t end) {
    left.add(source.substr(at, end - at), static_cast<std::uint32_t>(at));
  };
  for (const Span comment : comments) {
    keep_to(comment.begin);
    at = comment.end;
  }
  keep_to(source.size());
  return left;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "listen/own_files.h"

#include <algorithm>
#include <cstdint>

#include "base/files.h"
#include "listen/bytes/window.h"
#include "listen/rejects_file.h"

namespace attune {

namespace {

enum class Kind : std::uint8_t { feedback, rejects, rows };

/// The header of `line` as we write it: a spreadsheet may have saved it with quotes or semicolons.
std::string plain_header(std::string_view line) {
  std::string plain;
  for (const char c : line) {
    if (c != '"' && c != '\r') plain += c == ';' || c == '\t' ? ',' : c;
  }
  return plain;
}

/// feedback for what cannot be opened too; whoever reads it will say why.
Kind kind_of(const Source& source, const Limits& limits) {
  const auto window = Window::open(source, limits);
  if (!window) return Kind::feedback;
  const std::string_view text = window->unread();
  const std::string header = plain_header(text.substr(0, text.find('\n')));
  if (header == kRejectsHeader || header == kRejectsHeaderOfMany) return Kind::rejects;
  const bool rows = header.find(",attune_sentiment,attune_feeling,") != std::string::npos;
  return rows ? Kind::rows : Kind::feedback;
}

}  // namespace

Result<ChosenFiles> without_own_files(std::span<const Source> sources, const Limits& limits) {
  std::vector<Kind> kinds;
  for (const Source& source : sources) kinds.push_back(kind_of(source, limits));
  const auto given = [&](Kind kind) { return std::ranges::count(kinds, kind) > 0; };
  ChosenFiles chosen;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const std::string name(file_name(sources[i].path));
    if (kinds[i] == Kind::rejects) {
      chosen.left_out.push_back(name + ": holds rows that attune rejected, so it is left out");
    } else if (kinds[i] == Kind::rows && given(Kind::feedback)) {
      chosen.left_out.push_back(name +
                                ": holds rows that attune gave back (--csv), so it is left out; "
                                "to read it, give it alone");
    } else {
      chosen.sources.push_back(sources[i]);
    }
  }
  if (chosen.sources.empty() && !sources.empty()) {
    return fail(Fault::bad_input,
                sources.front().path +
                    ": holds rows that attune rejected, with the reasons; mend them in the file "
                    "that they came from and give that one again");
  }
  return chosen;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lsp/file_uri.h"

#include <algorithm>
#include <charconv>

#include "text/ascii.h"

namespace attune::lsp {

namespace {

bool begins_with_any_case(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                    [](char wanted, char given) { return wanted == to_lower(given); });
}

/// What is no escape of two hexadecimal digits stays as it is.
std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned byte = 0;
    const char* const digits = text.data() + at + 1;
    if (text[at] == '%' && at + 2 < text.size() &&
        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      out += static_cast<char>(byte);
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  constexpr std::string_view kScheme = "file:";
  if (!begins_with_any_case(uri, kScheme)) return std::nullopt;
  uri.remove_prefix(kScheme.size());
  if (uri.starts_with("//")) {
    uri.remove_prefix(2);
    constexpr std::string_view kHere = "localhost/";
    if (begins_with_any_case(uri, kHere)) uri.remove_prefix(kHere.size() - 1);
  }
  if (!uri.starts_with('/')) return std::nullopt;
  std::string path = decoded(uri.substr(0, uri.find_first_of("?#")));
  if (path.find('\0') != std::string::npos) return std::nullopt;
  return path;
}

std::string uri_of_path(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "/-._~";  // And letters and digits (RFC 3986, 2.3).
  std::string uri = "file://";
  for (const char c : path) {
    if (is_letter(c) || is_digit(c) || kPlain.find(c) != std::string_view::npos) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri.append("%").append(1, kDigits[byte / 16]).append(1, kDigits[byte % 16]);
  }
  return uri;
}

}  // namespace attune::lsp

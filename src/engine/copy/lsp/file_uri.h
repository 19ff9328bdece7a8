// SPDX-License-Identifier: Apache-2.0
#pragma once

// How an editor names the files of this machine.

#include <optional>
#include <string>
#include <string_view>

namespace attune::lsp {

/// The path of a file: URI (RFC 8089), with %20 and the like decoded; none where the URI is of
/// another scheme or another machine, or the path would hold a NUL.
[[nodiscard]] std::optional<std::string> path_of_uri(std::string_view uri);

/// The URI of an absolute path.
[[nodiscard]] std::string uri_of_path(std::string_view path);

}  // namespace attune::lsp

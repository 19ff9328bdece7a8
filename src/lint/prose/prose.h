// SPDX-License-Identifier: Apache-2.0
#pragma once

// Cuts the prose out of a file: plain text, Markdown or HTML, each possibly a template, or a file
// of texts (JSON, YAML, gettext, CSV). Markup,
// code, comments and placeholders are not prose, nor is front matter, but for what people read of
// it; what is left comes in blocks that know where their bytes stood.
//
//   cut_prose(bytes, markup_of("mail.html.liquid"), [](const CopyBlock& block) { … });

#include <cstdint>
#include <string_view>

#include "lint/prose/block_writer.h"
#include "lint/prose/copy_keys.h"
#include "lint/prose/markup.h"
#include "lint/prose/places.h"

namespace attune {

/// Calls `sink` for every block of `source`, in order: those values of front matter that `keys`
/// calls copy, and the page; of a file of texts the values that are copy, up to what cannot be read
/// (values/catalogue.h says what that is). A block is a paragraph (or list item, cell, button,
/// attribute that is read aloud), never longer than about 8 kB. Total: any bytes are allowed.
/// O(bytes).
void cut_prose(std::string_view source, Markup markup, const BlockSink& sink,
               const CopyKeys& keys = {});

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "lint/values/catalogue.h"

#include "lint/prose/places.h"
#include "lint/values/csv_values.h"
#include "lint/values/json_values.h"
#include "lint/values/message.h"
#include "lint/values/po_values.h"
#include "lint/values/yaml_values.h"
#include "text/utf8.h"

namespace attune {

namespace {

Result<void> read_values(std::string_view source, Markup markup, const ValueSink& sink) {
  const std::size_t from = byte_order_mark(source);
  switch (markup) {
    case Markup::json:
      return read_json_values(source, from, sink);
    case Markup::yaml:
      return read_yaml_values(source, from, source.size(), sink);
    case Markup::po:
      return read_po_values(source, from, sink);
    case Markup::csv:
      return read_csv_values(source, from, sink);
    default:
      return fail(Fault::bad_input, "not a file of texts");
  }
}

/// An address, a key or a number: nothing that people read as words.
bool for_machines(std::string_view text) {
  const bool one_word = text.find_first_of(" \t\n") == std::string_view::npos;
  return one_word && text.find_first_of("/_\\@#:=") != std::string_view::npos;
}

}  // namespace

Result<void> read_catalogue(std::string_view source, Markup markup, const CopyKeys& keys,
                            const ValueSink& sink) {
  if (first_invalid(source) != std::string_view::npos)
    return fail(Fault::bad_input, "not UTF-8 text; save it as UTF-8 to have it checked");
  std::size_t values = 0;
  std::size_t copy = 0;
  const ValueSink chosen = [&](std::string_view path, const PlacedText& value) {
    ++values;
    if (!keys.in_catalogue(path, markup)) return;
    ++copy;
    if (!for_machines(value.text)) sink(path, as_template(value));
  };
  if (auto read = read_values(source, markup, chosen); !read) return read;
  if (values == 0 || copy > 0) return {};
  return fail(Fault::bad_input, markup == Markup::csv
                                    ? "no column is known to hold copy; name it in .attune.yaml, "
                                      "such as copy: {keys: [text]}"
                                    : "no key is known to hold copy; name them in .attune.yaml, "
                                      "such as copy: {keys: [title]}");
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "engine/understand_files.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "attune/care.h"
#include "base/spares.h"
#include "engine/batch.h"
#include "engine/own_words.h"
#include "engine/persons/not_persons.h"
#include "report/json/reading_json.h"
#include "text/others/quoted_parts.h"

namespace attune {

namespace {

/// Reads the writer's own words; personal data is found in all of the text, so that it can be
/// masked.
class OwnReader {
 public:
  explicit OwnReader(const Understander& understander) : understander_(understander) {}

  void read(const Message& message, const OthersFound& others, Understander::State& state,
            Reading& reading, CareSigns& care) const {
    reading.left_out = others.parts;
    if (others.parts.empty()) {
      understander_.read(message.text, state, reading, care);
    } else {
      understander_.read(own_words(message.text, others.parts), state, reading, care);
      Reading whole;
      understander_.read(message.text, state, whole, Reach::language);
      reading.pii = std::move(whole.pii);
    }
    forget_brand(message.brand, message.text, reading.pii);
  }

 private:
  const Understander& understander_;
};

}  // namespace

Result<Intake> understand_files(std::span<const std::string> paths,
                                const Understander& understander, const ListenOptions& options,
                                const Pool& pool,
                                const std::function<bool(std::string_view)>& sink) {
  Batch batch;
  std::vector<JsonOut> pages;  // One a chunk; kept, and with them their room.
  Spares<Understander::State> spare;
  const OwnWords own;
  const OwnReader reader(understander);
  bool wanted = true;
  const auto flush = [&] {
    const std::size_t chunk = batch.chunk();
    pages.resize((batch.size() + chunk - 1) / chunk);
    pool.for_each_chunk(batch.size(), chunk, [&](std::size_t begin, std::size_t end) {
      auto state = spare.take();
      JsonOut& out = pages[begin / chunk];
      out.clear();
      Reading reading;
      CareSigns care;
      OthersFound others;
      for (std::size_t i = begin; i < end; ++i) {
        own.find(batch[i], others);
        reader.read(batch[i], others, *state, reading, care);
        reading_json(out, batch[i].id, reading, care);
      }
      spare.give_back(std::move(state));
    });
    for (const JsonOut& page : pages) wanted = wanted && sink(page.written());
    batch.clear();
  };
  ListenOptions until = options;
  until.stop = [&wanted] { return !wanted; };
  auto intake = listen(paths, until, [&](Message&& message) {
    batch.add(std::move(message));
    if (batch.full()) flush();
  });
  if (wanted) flush();
  return intake;
}

}  // namespace attune

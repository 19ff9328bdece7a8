// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/model_writer.h"

#include <cstring>
#include <span>

#include "base/hash.h"
#include "understand/heads/model.h"

namespace attune {

namespace {

std::vector<Slot> make_slots(const std::vector<std::uint64_t>& keys) {
  std::size_t size = 16;
  while (size * 2 < keys.size() * 3) size *= 2;
  std::vector<Slot> slots(size);
  for (std::size_t row = 0; row < keys.size(); ++row) {
    std::size_t at = keys[row] & (size - 1);
    while (slots[at].row != kNoRow) at = (at + 1) & (size - 1);
    slots[at] = {static_cast<std::uint32_t>(keys[row] >> 32), static_cast<std::uint32_t>(row)};
  }
  return slots;
}

template <class T>
void append(std::string& out, const std::vector<T>& records) {
  if (!records.empty()) {
    out.append(reinterpret_cast<const char*>(records.data()), records.size() * sizeof(T));
  }
}

}  // namespace

std::string write_model(const ModelParts& parts) {
  const std::vector<Slot> slots = make_slots(parts.keys);
  std::vector<SampleRecord> samples;
  std::string text;
  for (const std::string& sample : parts.samples) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += sample;
    samples.push_back({begin, static_cast<std::uint32_t>(text.size()), 0});
  }
  FileHeader header;
  header.heads = static_cast<std::uint32_t>(parts.heads.size());
  header.outputs = static_cast<std::uint32_t>(parts.outputs.size());
  header.terms = static_cast<std::uint32_t>(parts.terms.size());
  header.samples = static_cast<std::uint32_t>(samples.size());
  header.sample_bytes = static_cast<std::uint32_t>(text.size());
  header.slots = static_cast<std::uint32_t>(slots.size());
  header.rows = static_cast<std::uint32_t>(parts.rows.size());
  header.file_bytes = model_bytes(header);

  std::string out(reinterpret_cast<const char*>(&header), sizeof header);
  append(out, parts.heads);
  append(out, parts.outputs);
  append(out, parts.terms);
  const std::size_t samples_at = out.size();
  append(out, samples);
  out += text;
  out.resize(to_line(out.size()), '\0');
  append(out, slots);
  out.resize(to_line(out.size()), '\0');
  append(out, parts.rows);

  {
    // Rows must lie at cache lines: score the samples on an aligned copy.
    struct alignas(64) Line {
      std::array<std::byte, kRowBytes> bytes;
    };
    std::vector<Line> lines(out.size() / kRowBytes);
    std::memcpy(lines.data(), out.data(), out.size());
    const Model model(std::as_bytes(std::span(lines)));
    for (std::size_t i = 0; i < samples.size(); ++i) samples[i].expected = model.sample_hash(i);
  }
  if (!samples.empty()) {
    std::memcpy(out.data() + samples_at, samples.data(), samples.size() * sizeof(SampleRecord));
  }
  header.checksum = hash64(std::string_view(out).substr(sizeof header));
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

}  // namespace attune

// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/model.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

#include "base/hash.h"
#include "text/tokens.h"

namespace attune {

namespace {

std::string sha256_hex(std::span<const std::byte> bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
  std::string hex;
  for (unsigned i = 0; i < size; ++i) {
    hex += "0123456789abcdef"[digest[i] >> 4];
    hex += "0123456789abcdef"[digest[i] & 15];
  }
  return hex;
}

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

template <class T>
std::span<const T> take(std::span<const std::byte> bytes, std::size_t& at, std::size_t count) {
  const auto* first = reinterpret_cast<const T*>(bytes.data() + at);
  at += count * sizeof(T);
  return {first, count};
}

Result<FileHeader> read_header(std::span<const std::byte> bytes) {
  FileHeader header;
  if (bytes.size() < sizeof header) return fail(Fault::bad_input, "too short for a model");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kModelMagic) return fail(Fault::bad_input, "is not a model of attune");
  if (header.version != kModelVersion) {
    return fail(Fault::bad_input, "is a model of version " + std::to_string(header.version) +
                                      ", this attune reads version " +
                                      std::to_string(kModelVersion) +
                                      "; install the models that came with this attune");
  }
  if (header.file_bytes != bytes.size() || model_bytes(header) != bytes.size()) {
    return fail(Fault::bad_input, "has " + std::to_string(bytes.size()) +
                                      " bytes and should have " +
                                      std::to_string(header.file_bytes) +
                                      "; it was cut short or changed, install it again");
  }
  if (hash64(as_text(bytes.subspan(sizeof header))) != header.checksum) {
    return fail(Fault::bad_input, "is damaged (its checksum differs); install it again");
  }
  return header;
}

}  // namespace

float logistic(float x) {
  return 1.0F / (1.0F + std::exp(-x));
}

Model::Model(std::span<const std::byte> bytes) : bytes_(bytes) {
  std::memcpy(&header_, bytes.data(), sizeof header_);
  std::size_t at = sizeof(FileHeader);
  heads_ = take<HeadRecord>(bytes, at, header_.heads);
  outputs_ = take<OutputRecord>(bytes, at, header_.outputs);
  terms_ = take<HeadTerm>(bytes, at, header_.terms);
  samples_ = take<SampleRecord>(bytes, at, header_.samples);
  sample_text_ = as_text(bytes.subspan(at, header_.sample_bytes));
  at = to_line(at + header_.sample_bytes);
  slots_ = take<Slot>(bytes, at, header_.slots);
  rows_ = reinterpret_cast<const std::int8_t*>(bytes.data() + to_line(at));
}

Result<Model> Model::over(std::span<const std::byte> bytes) {
  auto header = read_header(bytes);
  if (!header) return tl::unexpected(std::move(header.error()));
  Model model(bytes);
  if (!model.shape_holds()) return fail(Fault::bad_input, "is inconsistent; install it again");
  if (!model.samples_hold()) {
    return fail(Fault::internal,
                "does not give the results it should on its own samples; this build and this model "
                "do not fit");
  }
  return model;
}

Result<Model> Model::load(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(std::move(file.error()));
  auto model = over(file->bytes());
  if (!model) return within(path, std::move(model.error()));
  model->file_.emplace(std::move(*file));
  return model;
}

bool Model::shape_holds() const {
  const FileHeader& h = header_;
  if (h.heads > kMaxHeads || h.slots <= h.rows || (h.slots & (h.slots - 1)) != 0) return false;
  std::size_t used = 0;
  for (const Slot& slot : slots_) {
    if (slot.row == kNoRow) continue;
    if (slot.row >= h.rows) return false;
    ++used;
  }
  return used < h.slots &&
         std::ranges::all_of(terms_, [&](const HeadTerm& t) { return t.head < h.heads; }) &&
         std::ranges::all_of(outputs_,
                             [&](const OutputRecord& o) {
                               return o.first_term <= h.terms && o.terms <= h.terms - o.first_term;
                             }) &&
         std::ranges::all_of(samples_, [&](const SampleRecord& s) {
           return s.begin <= s.end && s.end <= h.sample_bytes;
         });
}

std::uint64_t Model::sample_hash(std::size_t sample) const {
  const SampleRecord& record = samples_[sample];
  Tokens tokens;
  Features features;
  Scores scores;
  tokenise(sample_text_.substr(record.begin, record.end - record.begin), tokens);
  extract(tokens, features);
  score(features, scores);
  std::uint64_t hash = 0;
  for (const RowSums& sums : scores.sums) {
    for (std::size_t h = 0; h < kRowHeads; ++h) {
      hash = hash_pair(hash, static_cast<std::uint32_t>(sums.weights[h]));
    }
    hash = hash_pair(hash, sums.norm);
  }
  return hash;
}

bool Model::samples_hold() const {
  for (std::size_t i = 0; i < samples_.size(); ++i) {
    if (sample_hash(i) != samples_[i].expected) return false;
  }
  return true;
}

std::uint32_t Model::row_of(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  const auto check = static_cast<std::uint32_t>(key >> 32);
  for (std::size_t at = key & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.row == kNoRow || slot.check == check) return slot.row;
  }
}

void Model::find_block(std::span<const std::uint64_t> keys,
                       std::vector<std::uint32_t>& rows) const {
  constexpr std::size_t kAhead = 16;
  for (std::size_t i = 0; i < std::min(kAhead, keys.size()); ++i) expect_key(keys[i]);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i + kAhead < keys.size()) expect_key(keys[i + kAhead]);
    const std::uint32_t row = row_of(keys[i]);
    if (row == kNoRow) continue;
    expect_row(row);
    rows.push_back(row);
  }
}

void Model::add_keys(std::span<const std::uint64_t> keys, std::vector<std::uint32_t>& rows,
                     WordRowSums& sums) const {
  RowSums wide;
  rows.clear();
  find_block(keys, rows);
  add_rows(rows_, rows, wide);
  // 250 rows of at most 127: no sum leaves 16 bits.
  for (std::size_t h = 0; h < kRowBytes; ++h) {
    sums.weights[h] = static_cast<std::int16_t>(h < kRowHeads ? wide.weights[h] : 0);
  }
  sums.norm = static_cast<std::uint32_t>(wide.norm);
}

/// Logits from the sums of the blocks, each brought to its length.
void Model::fill_logits(Scores& scores) const {
  std::array<float, kBlocks> inverse{};
  for (std::size_t b = 0; b < kBlocks; ++b) {
    const std::uint64_t norm = scores.sums[b].norm;
    inverse[b] = norm == 0 ? 0.0F : kBlockLengths[b] * 16.0F / std::sqrt(static_cast<float>(norm));
  }
  std::fill(scores.logits.begin(), scores.logits.end(), 0.0F);
  for (std::size_t h = 0; h < std::min(heads_.size(), kRowHeads); ++h) {
    float sum = 0;
    for (std::size_t b = 0; b < kBlocks; ++b) {
      sum += static_cast<float>(scores.sums[b].weights[h]) * inverse[b];
    }
    scores.logits[h] = heads_[h].bias + heads_[h].scale * sum;
  }
}

void Model::score(const Features& features, Scores& scores) const {
  for (std::size_t b = 0; b < kBlocks; ++b) {
    scores.sums[b] = {};
    scores.rows[b].clear();
    find_block(features.keys[b], scores.rows[b]);
    add_rows(rows_, scores.rows[b], scores.sums[b]);
  }
  fill_logits(scores);
}

void Model::find_rows(FoundFeatures& found) const {
  for (std::size_t b = 0; b < kBlocks; ++b) find_block(found.features.keys[b], found.rows[b]);
}

void Model::add_found(const FoundFeatures& found, BlockSums& sums) const {
  for (std::size_t b = 0; b < kBlocks; ++b) add_rows(rows_, found.rows[b], sums[b]);
  add_words(found.grams, sums[static_cast<std::size_t>(Block::characters)]);
}

void Model::score(FoundFeatures& found, Scores& scores) const {
  scores.sums = {};
  find_rows(found);
  add_found(found, scores.sums);
  fill_logits(scores);
}

std::string Model::sha256() const {
  return sha256_hex(bytes_);
}

std::optional<std::size_t> Model::output(std::string_view name) const {
  for (std::size_t i = 0; i < outputs_.size(); ++i) {
    if (name_of(outputs_[i].name) == name) return i;
  }
  return std::nullopt;
}

float Model::logit(std::size_t output, const Scores& scores) const {
  const OutputRecord& record = outputs_[output];
  float sum = record.bias;
  for (const HeadTerm& term : terms_.subspan(record.first_term, record.terms)) {
    sum += term.weight * scores.logits[term.head];
  }
  return sum;
}

float Model::probability(std::size_t output, const Scores& scores) const {
  return logistic(logit(output, scores));
}

std::vector<Reason> Model::reasons(std::size_t output, const Features& features,
                                   const Scores& scores, std::size_t most) const {
  std::map<Span, double> found;
  const OutputRecord& record = outputs_[output];
  for (std::size_t b = 0; b < kBlocks; ++b) {
    const double norm = std::sqrt(static_cast<double>(scores.sums[b].norm)) / 16 /
                        static_cast<double>(kBlockLengths[b]);
    for (std::size_t i = 0; i < features.places[b].size(); ++i) {
      const std::uint32_t row = row_of(features.keys[b][i]);
      if (row == kNoRow || norm == 0) continue;
      double sum = 0;
      for (const HeadTerm& term : terms_.subspan(record.first_term, record.terms)) {
        if (term.head >= kRowHeads) continue;
        sum += static_cast<double>(term.weight * heads_[term.head].scale) *
               rows_[std::size_t{row} * kRowBytes + term.head];
      }
      found[features.places[b][i]] += sum / norm;
    }
  }
  std::vector<Reason> reasons;
  reasons.reserve(found.size());
  for (const auto& [span, weight] : found) reasons.push_back({span, static_cast<float>(weight)});
  std::ranges::stable_sort(reasons, std::ranges::greater(), &Reason::weight);
  if (reasons.size() > most) reasons.resize(most);
  return reasons;
}

}  // namespace attune

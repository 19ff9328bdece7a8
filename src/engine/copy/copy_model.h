// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the linear heads say about outgoing copy: does it press, in which way, and how much empathy
// does a reply show. See models/copy/CARD.md and models/empathy/CARD.md.

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "attune/finding.h"
#include "attune/result.h"
#include "lint/rules.h"

namespace attune {

class CopyModel {
 public:
  /// Loads copy and empathy from the models' folder. Refuses a model that lacks an output.
  [[nodiscard]] static Result<CopyModel> load(const std::string& models_dir);
  CopyModel(CopyModel&&) noexcept;
  CopyModel& operator=(CopyModel&&) noexcept;
  ~CopyModel();

  /// How the copy reads, by the words alone. Safe from many threads.
  [[nodiscard]] CopyReading read(std::string_view text) const;
  /// The three mechanisms (Sharma et al. 2020) in a reply to `context`.
  [[nodiscard]] Empathy empathy(std::string_view reply, std::string_view context) const;
  /// read() as the linter asks for it. Valid as long as this model.
  [[nodiscard]] ManipulationModel asked() const;

 private:
  struct Parts;
  explicit CopyModel(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace attune

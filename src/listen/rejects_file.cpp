// SPDX-License-Identifier: Apache-2.0
#include "listen/rejects_file.h"

#include <filesystem>
#include <fstream>

namespace attune {

std::string rejects_path_of(const std::string& file) {
  return file + ".rejects.csv";
}

bool holds_rejects(const std::string& path) {
  std::error_code error;
  std::string line;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  std::getline(std::ifstream(path, std::ios::binary), line);
  return line == kRejectsHeader || line == kRejectsHeaderOfMany;
}

}  // namespace attune

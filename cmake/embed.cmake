# SPDX-License-Identifier: Apache-2.0
# cmake -DFILE=… -DHEADER=… -DFUNCTION=… -DOUT=… -P embed.cmake
# Writes a source whose FUNCTION, in namespace attune, gives the bytes of FILE, a text without the mark )~~~".

file(READ "${FILE}" text)
string(FIND "${text}" ")~~~\"" mark)
if(NOT mark EQUAL -1)
  message(FATAL_ERROR "${FILE}: holds )~~~\", which ends the text in C++")
endif()
file(WRITE "${OUT}.new" "// Made by cmake/embed.cmake.
#include \"${HEADER}\"

namespace attune {

std::string_view ${FUNCTION}() {
  return R\"~~~(${text})~~~\";
}

}  // namespace attune
")
file(RENAME "${OUT}.new" "${OUT}")

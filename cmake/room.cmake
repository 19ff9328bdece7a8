# SPDX-License-Identifier: Apache-2.0
# attune_room(NAME ROOMS … LIBRARIES …): one static library per room under src/, made of all its files,
# and one test program beside it: x_test.cpp are tests, x_testing.{h,cpp} what tests share.
# ROOMS must agree with the table in tools/check_layers.py.

function(attune_flags target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wno-missing-field-initializers
                                           $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # false in g++ 12: GCC bug 105651
                                           $<$<BOOL:${ATTUNE_WERROR}>:-Werror>)
endfunction()

function(attune_room name)
  cmake_parse_arguments(ROOM "" "" "ROOMS;LIBRARIES" ${ARGN})
  list(TRANSFORM ROOM_ROOMS PREPEND attune_)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test(ing)?\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test(ing)?\\.cpp$")
  add_library(attune_${name} STATIC ${sources})
  target_include_directories(attune_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include)
  target_link_libraries(attune_${name} PUBLIC ${ROOM_ROOMS} tl::expected PRIVATE fmt::fmt ${ROOM_LIBRARIES})
  attune_flags(attune_${name})
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  list(FILTER headers EXCLUDE REGEX "_testing\\.h$")
  if(headers)
    target_sources(attune_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${headers})
  endif()
  if(ATTUNE_TESTS AND tests)
    add_executable(attune_${name}_test ${tests})
    target_link_libraries(attune_${name}_test PRIVATE attune_${name} fmt::fmt GTest::gtest_main ${ROOM_LIBRARIES})
    target_compile_definitions(attune_${name}_test PRIVATE ATTUNE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    attune_flags(attune_${name}_test)
    add_test(NAME ${name} COMMAND attune_${name}_test)
  endif()
endfunction()

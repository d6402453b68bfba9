# Every library the core uses, in one place. All come from Debian's packages; README.md says why each was chosen.

find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_path(KISSFFT_INCLUDE_DIR kissfft.hh PATH_SUFFIXES kissfft HINTS /usr/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
find_path(NLOHMANN_JSON_DIR nlohmann/json.hpp HINTS /usr/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
find_path(BOOST_DIR boost/math/distributions/students_t.hpp HINTS /usr/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)

add_library(attune_dependencies INTERFACE)
target_link_libraries(attune_dependencies INTERFACE Eigen3::Eigen)
target_include_directories(attune_dependencies SYSTEM INTERFACE ${KISSFFT_INCLUDE_DIR})

if(EMSCRIPTEN)
  # /usr/include itself must never reach em++ (it would shadow Emscripten's own libc), so the two header
  # libraries that live directly under it are reached through links in the build tree.
  set(header_links ${CMAKE_BINARY_DIR}/header-links)
  file(MAKE_DIRECTORY ${header_links})
  file(CREATE_LINK ${NLOHMANN_JSON_DIR}/nlohmann ${header_links}/nlohmann SYMBOLIC)
  file(CREATE_LINK ${BOOST_DIR}/boost ${header_links}/boost SYMBOLIC)
  if(ATTUNE_TESTS)
    find_path(DOCTEST_DIR doctest/doctest.h HINTS /usr/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
    file(CREATE_LINK ${DOCTEST_DIR}/doctest ${header_links}/doctest SYMBOLIC)
  endif()
  target_include_directories(attune_dependencies SYSTEM INTERFACE ${header_links})
endif()

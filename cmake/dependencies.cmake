# The dependency cache that cmake/deps.sh fills, as CMake targets.
if(DEFINED ENV{REMBUK_DEPS})
  set(REMBUK_DEPS "$ENV{REMBUK_DEPS}")
else()
  set(REMBUK_DEPS "$ENV{HOME}/.cache/rembuk-deps")
endif()

# ccache: one cache for all checkouts, paths below this one counted from the build folder. The
# browser's compiler calls ccache by itself (deps.sh).
set(rembuk_ccache "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1)
if(EMSCRIPTEN)
  set(CMAKE_C_COMPILER_LAUNCHER ${rembuk_ccache})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${rembuk_ccache})
  set(rembuk_catch2 "${REMBUK_DEPS}/catch2/wasm")
  # Headers of header-only libraries, copied: never -I/usr/include in this build.
  set(rembuk_headers "${REMBUK_DEPS}/wasm-include")
else()
  set(CMAKE_C_COMPILER_LAUNCHER ${rembuk_ccache} ccache)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${rembuk_ccache} ccache)
  set(rembuk_catch2 "${REMBUK_DEPS}/catch2/native")
  set(rembuk_headers "")
  find_package(Threads REQUIRED)
endif()

# cereal, LEMON (network simplex only) and fmt: header-only in both builds.
add_library(rembuk_headers INTERFACE)
target_include_directories(rembuk_headers SYSTEM INTERFACE ${rembuk_headers})
target_compile_definitions(rembuk_headers INTERFACE LEMON_ONLY_TEMPLATES FMT_HEADER_ONLY)

# Only there after `deps.sh test`; without it no test is built.
find_package(Catch2 3 QUIET PATHS "${rembuk_catch2}" NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)

if(EMSCRIPTEN)
  include(browser_libraries)
else()
  # Both prefixes: Drogon's package looks SQLite up again and must not find the system's.
  list(PREPEND CMAKE_PREFIX_PATH "${REMBUK_DEPS}/drogon" "${REMBUK_DEPS}/sqlite3")
  find_package(Drogon REQUIRED)
endif()

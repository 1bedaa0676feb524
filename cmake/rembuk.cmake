# Options of all project code, and the three shapes of target.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)

# Same floating-point results natively and in the browser.
add_compile_options(-ffp-contract=off)
if(EMSCRIPTEN)
  set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG")
  set(CMAKE_C_FLAGS_RELEASE "-Oz -DNDEBUG")
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fwasm-exceptions>)
  add_link_options(-fwasm-exceptions)
else()
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
  add_link_options(-fuse-ld=lld)
  if(REMBUK_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=address,undefined)
  endif()
endif()

add_library(rembuk_options INTERFACE)
target_compile_options(rembuk_options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Werror -Wshadow -Wconversion -Wno-sign-conversion>)
if(EMSCRIPTEN) # size_t has 32 bits there; what shortens 64 bits for real is found natively
  target_compile_options(rembuk_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-shorten-64-to-32>)
endif()
target_include_directories(rembuk_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_link_libraries(rembuk_options INTERFACE rembuk_headers)

# rembuk_library(NAME SOURCES a.cpp … [DEPS target …]): one room of the house.
# HOT rooms are compiled for speed in the browser build too.
function(rembuk_library name)
  cmake_parse_arguments(arg "HOT" "" "SOURCES;DEPS" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_link_libraries(${name} PUBLIC rembuk_options ${arg_DEPS})
  if(arg_HOT)
    target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O3>)
  endif()
endfunction()

# rembuk_program(NAME SOURCES … DEPS …): a native program, or one for node.
function(rembuk_program name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE rembuk_options ${arg_DEPS})
  if(EMSCRIPTEN)
    target_link_options(${name} PRIVATE -O2 -sENVIRONMENT=node -sALLOW_MEMORY_GROWTH
      -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=1MB -sEXIT_RUNTIME -sNODERAWFS)
    set_target_properties(${name} PROPERTIES SUFFIX .cjs)
  else()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${REMBUK_OUTPUT}/bin")
  endif()
endfunction()

# rembuk_test(NAME SOURCES … DEPS …): a Catch2 binary, registered with ctest; under node in the
# browser build.
function(rembuk_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE rembuk_options Catch2::Catch2WithMain rembuk_test_support ${arg_DEPS})
  if(EMSCRIPTEN)
    target_link_options(${name} PRIVATE -O1 -sENVIRONMENT=node -sALLOW_MEMORY_GROWTH
      -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=1MB -sEXIT_RUNTIME -sNODERAWFS)
    set_target_properties(${name} PROPERTIES SUFFIX .cjs)
    add_test(NAME wasm.${name} COMMAND node $<TARGET_FILE:${name}>)
  else()
    add_test(NAME native.${name} COMMAND ${name})
  endif()
endfunction()

# SDL2 and Dear ImGui for the browser, compiled from Debian's unpatched sources.
find_program(REMBUK_CLOSURE compiler PATHS "${REMBUK_DEPS}/npm/node_modules/google-closure-compiler-linux"
  NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH) # optional: minifies the JavaScript to 40 %

# SDL's own configure step takes ten minutes of test compiles under Emscripten, so its sources
# are listed here; cmake/sdl2/sdl_config_wasm.h says what is left out.
set(sdl "${REMBUK_DEPS}/sdl2")
file(GLOB sdl_sources
  ${sdl}/src/*.c ${sdl}/src/atomic/*.c ${sdl}/src/cpuinfo/*.c ${sdl}/src/events/*.c
  ${sdl}/src/file/SDL_rwops.c ${sdl}/src/filesystem/emscripten/*.c
  ${sdl}/src/locale/*.c ${sdl}/src/locale/emscripten/*.c
  ${sdl}/src/misc/*.c ${sdl}/src/misc/emscripten/*.c ${sdl}/src/stdlib/*.c
  ${sdl}/src/thread/*.c ${sdl}/src/thread/generic/*.c
  ${sdl}/src/timer/*.c ${sdl}/src/timer/unix/*.c
  ${sdl}/src/video/*.c ${sdl}/src/video/emscripten/*.c)
list(FILTER sdl_sources EXCLUDE REGEX "SDL_mslibc|SDL_vulkan")
add_library(sdl2 STATIC EXCLUDE_FROM_ALL ${sdl_sources} "${CMAKE_CURRENT_LIST_DIR}/sdl2/sdl_stubs.c")
target_include_directories(sdl2 SYSTEM PUBLIC ${sdl}/include PRIVATE ${sdl}/src)
target_compile_options(sdl2 PRIVATE -Oz -w -include "${CMAKE_CURRENT_LIST_DIR}/sdl2/sdl_config_wasm.h")
target_compile_definitions(sdl2 PUBLIC REMBUK_SDL_NO_EGL) # the shell makes the WebGL2 context itself

# imgui, and imgui_hooked whose item hooks let a test list every interactive item.
set(imgui "${REMBUK_DEPS}/imgui")
foreach(flavour imgui imgui_hooked)
  add_library(${flavour} STATIC EXCLUDE_FROM_ALL
    ${imgui}/imgui.cpp ${imgui}/imgui_draw.cpp ${imgui}/imgui_tables.cpp ${imgui}/imgui_widgets.cpp
    ${imgui}/backends/imgui_impl_sdl2.cpp ${imgui}/backends/imgui_impl_opengl3.cpp)
  target_include_directories(${flavour} SYSTEM PUBLIC ${imgui} ${imgui}/backends)
  target_compile_definitions(${flavour} PUBLIC
    IMGUI_IMPL_OPENGL_ES3 IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS
    IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_DEFAULT_FONT "ImDrawIdx=unsigned int"
    IMGUI_DISABLE_FILE_FUNCTIONS) # else it writes imgui.ini, which crashes without a file system
  target_compile_options(${flavour} PRIVATE -Oz -w -fno-exceptions -fno-rtti)
  target_link_libraries(${flavour} PUBLIC sdl2)
endforeach()
target_compile_definitions(imgui_hooked PUBLIC IMGUI_ENABLE_TEST_ENGINE)

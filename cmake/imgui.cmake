# ImGui without a window, for native tests of the widgets. The browser's own: browser_libraries.cmake.
set(imgui "${REMBUK_DEPS}/imgui")
add_library(imgui STATIC EXCLUDE_FROM_ALL
  ${imgui}/imgui.cpp ${imgui}/imgui_draw.cpp ${imgui}/imgui_tables.cpp ${imgui}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui})
target_compile_definitions(imgui PUBLIC
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
  IMGUI_DISABLE_DEFAULT_FONT "ImDrawIdx=unsigned int" IMGUI_DISABLE_FILE_FUNCTIONS)
target_compile_options(imgui PRIVATE -w -fno-exceptions -fno-rtti)

#pragma once
#include <imgui.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/mirror/node.hpp"
#include "app/text/catalogue.hpp"
#include "app/ui/icons.hpp"
#include "app/ui/style.hpp"

namespace rembuk::ui {

struct File;
class Ui;

/// What a person asked of the page itself; the shell does it and clears it.
struct PageRequests {
  std::optional<text::Language> language;
  std::optional<int> theme;  ///< 0 as the system, 1 light, 2 dark
  std::optional<bool> plain;
  bool reload = false;
  std::vector<std::string> announcements;
  std::string focus;  ///< key of the node that gets it
};

/// How texts are set: a font file and the size of its em in CSS pixels.
struct Type {
  ImFont* font = nullptr;
  float size = 16;  ///< em
  float line = 24;  ///< line height
};

/// One font with what its file says about its proportions.
struct Face {
  ImFont* font = nullptr;
  float height = 1.2F;  ///< ascent + descent as a multiple of the em, ImGui's notion of size
};

/// Where the next widget goes.
struct Box {
  float x = 0, y = 0, w = 0;    ///< next free place and the width there is
  float left = 0;               ///< of a flow: where lines begin
  float line_h = 0;             ///< of a flow: the tallest of this line
  float right = 0, bottom = 0;  ///< what was used so far
  bool flow = false, fresh = true;
  bool fits = false;  ///< a column that is as wide as its content
  float gap = 0;
  int line = 0;     ///< of a flow: which line
  std::string key;  ///< for what is measured
};

/// What the end of a scope has to remember.
struct Open {
  std::string key;
  ImVec4 at{};  ///< x, y, w, h of the place
  float extra = 0;
  bool flag = false;
};

/// The columns that are being filled.
struct Columns {
  std::string key;
  float x = 0, y = 0, w = 0, gap = 0;
  std::vector<float> weights, widths;
  std::size_t next = 0;
  bool stacked = false;
  float right = 0, bottom = 0, tallest = 0;
};

/// Everything behind the widgets. Lives as long as the page; the shell sets its first part.
struct State {
  // Set by the shell.
  Face regular, semibold, icons;
  const text::Catalogue* catalogue = nullptr;
  SizeClass size = SizeClass::phone;
  float width = 360, height = 640, density = 1;
  bool dark = false, plain = false;
  int theme_choice = 0;
  std::vector<mirror::Event> events;  ///< of this frame; consumed by widgets
  std::string focused;
  bool focus_seen = false;  ///< the focus came by keyboard and wants a ring
  std::map<std::string, float, std::less<>> scroll;  ///< by key of main or dialog

  // Read by the shell.
  std::vector<mirror::Node> nodes;
  PageRequests requests;
  bool unsettled = false;  ///< a measure differs from the last pass: lay out again
  bool wants_presenter = false;
  bool renewed = false;  ///< the server has a newer version of this page

  // Of the pass that is being drawn.
  const Colours* colours = nullptr;
  const Lengths* lengths = nullptr;
  ImDrawList* draw = nullptr;
  std::vector<Box> boxes;
  std::vector<Columns> columns;
  std::vector<Open> opens;
  std::vector<std::string> parents;   ///< mirror keys of the open scopes
  std::vector<std::string> prefixes;  ///< of keys
  std::vector<ImVec2> origins;        ///< of the open areas: where their content begins
  std::map<std::string, float, std::less<>> measures;
  std::map<std::string, std::string, std::less<>> said;  ///< announcements by key
  float top = 0, left = 0;                               ///< what app bar and navigation took
  bool has_foot = false, has_navigation = false, menu_open = false, wide_body = false;
  std::string brand;  ///< of the app bar, drawn over the navigation where that is a column
  bool in_dialog = false;
  std::vector<std::pair<std::string, int>> lists;  ///< open lists and how many items so far
  float least_button_height = 0;                   ///< of buttons beside each other
  float button_height = 0;                         ///< that the last button needed
  int heading_level = 0, cards = 0;                ///< last level; how many cards are open
  bool settings_open = false;
  std::map<std::string, int, std::less<>> toggled;  ///< what stands open, by key; 0: nothing
  /// A place of an ordered list that is held, and where it would go.
  struct Drag {
    std::string item, list;
    int target = 0;  ///< place from 0
    float y = 0;     ///< of the pointer
  };
  std::optional<Drag> drag;
  struct Drop {
    std::string list;
    std::size_t from = 0, to = 0;
  };
  std::optional<Drop> drop;
  std::map<std::string, int, std::less<>> counts;  ///< of unnamed widgets in a scope
};

// Passes. A pass lays out and draws all of a screen; a frame has as many as the layout needs.
void begin_pass(State& s);
void end_pass(State& s);

/// An area with a scrolling content: main, dialog. `at` is its place on the screen.
void begin_area(State& s, mirror::Role role, const std::string& key, std::string_view name,
                ImVec4 at);
/// `content` is the bottom of what it holds, in screen coordinates.
void end_area(State& s, float content);
/// An area that does not scroll: nodes inside have its own corner as origin.
void open_area(State& s, mirror::Role role, const std::string& key, std::string_view name,
               ImVec4 at);
void close_area(State& s);
/// Opens language, theme and the rest; in the app bar or the navigation.
void settings_button(Ui& ui, float x, float y, float side);
void push_prefix(State& s, std::string_view key);
void pop_prefix(State& s);
void push_box(State& s, float x, float y, float w, float gap);
Box pop_box(State& s);

// Keys and measures.
[[nodiscard]] std::string full_key(const State& s, std::string_view key);
/// A key for what has none of its own (a paragraph): its place in the scope.
[[nodiscard]] std::string unnamed_key(State& s, std::string_view kind);
[[nodiscard]] float measured(const State& s, std::string_view key, float fallback);
void measure(State& s, const std::string& key, float value);

// Events.
[[nodiscard]] File file_of(mirror::Event&& event);
[[nodiscard]] std::optional<mirror::Event> take(State& s, mirror::Happening what,
                                                std::string_view key);

// Places.
[[nodiscard]] Box& box(State& s);
/// A place as wide as the column (or `natural` in a flow) and `height` tall; `used` is how much of
/// the width has ink, for columns that fit their content.
[[nodiscard]] ImVec2 place(State& s, float natural, float height, float used = -1);
/// The start of something whose size is known at its end, and that end.
[[nodiscard]] ImVec2 begin_block(State& s, const std::string& key);
void end_block(State& s, const std::string& key, float height, float used);
/// The width that a widget may fill.
[[nodiscard]] float available(const State& s);

// Ink.
[[nodiscard]] Type body_type(const State& s, bool strong = false);
[[nodiscard]] Type small_type(const State& s, bool strong = false);
/// Between the two: facts, meters, labels of charts.
[[nodiscard]] Type detail_type(const State& s, bool strong = false);
[[nodiscard]] Type type(const State& s, float em, bool strong);
[[nodiscard]] float text_width(const State& s, const Type& type, std::string_view text);
/// Height of `text` wrapped to `width`; `widest` gets the longest line.
[[nodiscard]] float wrapped_height(const State& s, const Type& type, std::string_view text,
                                   float width, float* widest = nullptr);
void draw_wrapped(State& s, const Type& type, std::string_view text, ImVec2 at, float width,
                  Colour colour, bool centred = false);
/// The line under each line of what draw_wrapped draws there.
void underline(State& s, const Type& type, std::string_view text, ImVec2 at, float width,
               Colour colour);
/// One line, cut with "…" where it does not fit.
void draw_line(State& s, const Type& type, std::string_view text, ImVec2 at, float width,
               Colour colour);
void draw_icon(State& s, Icon icon, ImVec2 at, float size, Colour colour);
void fill(State& s, ImVec4 at, Colour colour, float rounding, int corners = 0);
void stroke(State& s, ImVec4 at, Colour colour, float rounding, float thickness = 1);
[[nodiscard]] ImU32 ink(Colour colour);
[[nodiscard]] Colour tone_colour(const State& s, Tone tone);
void focus_ring(State& s, const std::string& key, ImVec4 at, float rounding);

// Nodes.
/// Records a node at a place of the screen; its rectangle is turned into the area's own.
mirror::Node& record(State& s, mirror::Role role, std::string key, std::string_view name,
                     ImVec4 at);
void open_node(State& s, mirror::Role role, std::string_view key, std::string_view name);
void close_node(State& s);
/// Sets the rectangle of the open node, once its end is known.
void finish_node(State& s, ImVec4 at);

/// What the pointer does at a place. Also clicks of the mirror.
struct Press {
  bool pressed = false, hovered = false, held = false, visible = true;
};
[[nodiscard]] Press press(State& s, const std::string& key, ImVec4 at, bool disabled);

}  // namespace rembuk::ui

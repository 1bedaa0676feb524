#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rembuk::mirror {

/// The native element that stands for a widget. Names are the roles of ARIA.
enum class Role : std::uint8_t {
  banner,
  navigation,
  main,
  contentinfo,
  dialog,  // the areas of a screen; the others live in one
  group,
  list,
  listitem,
  heading,
  paragraph,
  image,
  button,
  link,
  textbox,
  textarea,
  searchbox,
  option,
  listbox,
  radiogroup,
  radio,
  checkbox,
  switch_,
  select,
  tablist,
  tab,
  file,
  progressbar,
  meter,
  status,
  table,
  row,
  columnheader,
  rowheader,
  cell,
};

/// Bits of a node's state.
namespace state {
inline constexpr std::uint32_t disabled = 1, checked = 2, selected = 4, expanded = 8, busy = 16,
                               invalid = 32, required = 64, current = 128, collapsed = 256,
                               modal = 512, numeric = 1024, ordered = 2048, primary = 4096,
                               password = 8192, titled = 16384, multiple = 32768, folder = 65536,
                               aside = 131072, secret = 262144, movable = 524288;
}  // namespace state

/// Units: CSS pixels from the top left of the screen; inside `main` and `dialog` from the top left
/// of their content, so that scrolling changes no node.
struct Rectangle {
  float x = 0, y = 0, w = 0, h = 0;
  friend bool operator==(const Rectangle&, const Rectangle&) = default;
};

/// What a widget is to a screen reader, a keyboard, a soft keyboard, a test and the plain view.
struct Node {
  std::string key;     ///< stable and unique on a screen: "wishes/3/up"
  std::string parent;  ///< key of the enclosing node; empty: the page
  Role role = Role::group;
  std::string name;         ///< the accessible name, also what the plain view shows
  std::string value;        ///< of a field, select, meter; address of a link
  std::string description;  ///< help or fault text
  std::string extra;        ///< options of a select (one a line), accept of a file, placeholder
  std::uint32_t state = 0;
  std::int16_t level = 0;                   ///< of a heading
  std::int16_t position = 0, set_size = 0;  ///< in a list or radio group, from 1; 0: none
  float least = 0, most = 0, now = 0;       ///< of a progress bar or meter
  Rectangle rectangle;
};

/// What happened on the mirror, in the order in which it happened.
enum class Happening : std::uint8_t {
  click,
  input,
  change,
  focus,
  blur,
  key,
  scroll,
  file,
  file_end,
  escape,
  drag,  ///< of a place in an ordered list: x its target from 0, y the pointer
  drop   ///< the same at the end; a negative target: given up
};

struct Event {
  Happening happening = Happening::click;
  std::string key;
  std::string text;                 ///< value of a field, name of a key or file
  std::vector<std::uint8_t> bytes;  ///< of a file
  bool by_keyboard = false;         ///< a focus that should be seen
  float x = 0, y = 0;               ///< scroll offset
};

/// The nodes of one screen in reading order, as one text; equal screens give equal texts.
///
/// Shape    records end with U+001E, fields with U+001F, in the order of `Node`.
[[nodiscard]] std::string encoded(const std::vector<Node>& nodes);

}  // namespace rembuk::mirror

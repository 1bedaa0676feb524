#pragma once
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/text/catalogue.hpp"
#include "app/ui/charts.hpp"
#include "app/ui/icons.hpp"
#include "app/ui/style.hpp"

namespace rembuk::ui {

class Ui;
struct State;  // app/ui/state.hpp: everything behind the widgets

/// Ends what it stands for (a card, a row) when it goes.
class [[nodiscard]] Scope {
 public:
  using End = void (*)(Ui&);
  Scope(Ui& ui, End end) : ui_(&ui), end_(end) {}
  Scope(Scope&& other) noexcept : ui_(other.ui_), end_(other.end_) { other.end_ = nullptr; }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
  Scope& operator=(Scope&&) = delete;
  ~Scope() {
    if (end_) end_(*ui_);
  }

 private:
  Ui* ui_;
  End end_;
};

enum class Width : std::uint8_t { text, wide };  ///< a column of ≤ 720 px, or all there is
enum class Stack : std::uint8_t {
  never,
  when_narrow
};  ///< columns one below the other under 600 px
enum class Kind : std::uint8_t { primary, secondary, quiet, danger };

struct AppBar {
  std::string_view brand{};
  std::string_view right{};  ///< "Langkah 2 dari 6"
  int step = 0, steps = 0;   ///< a progress bar where steps > 0
};

struct ButtonStyle {
  Kind kind = Kind::secondary;
  Icon before = Icon::none, after = Icon::none;
  bool disabled = false, busy = false;
  bool full_width = false;
};

struct Foot {
  Icon icon = Icon::none;
  std::string_view state{};  ///< "Draf tersimpan di perangkat ini."
  Tone tone = Tone::muted;
  std::string_view back{};  ///< no button where empty
  std::string_view next{};
  Icon next_icon = Icon::arrow_right;
  Kind next_kind = Kind::primary;
  bool next_disabled = false, next_busy = false;
};
struct FootPress {
  bool back = false, next = false;
};

struct NavigationItem {
  std::string_view key{}, title{};
  Icon icon = Icon::none;
};

struct FieldStyle {
  std::string_view help{};   ///< below the label
  std::string_view fault{};  ///< below the field, in the error tone; announced
  std::string_view placeholder{};
  Icon icon = Icon::none;
  std::size_t most = 2000;                                ///< characters
  bool disabled = false, required = false, code = false;  ///< code: no autocorrect, capitals
  bool secret = false;  ///< digits that nobody beside may read, with a button that shows them
};

/// A word of the field with what it means.
struct Term {
  std::string_view key{}, title{}, text{};
};

/// A place on a schematic map, in columns and rows from the top left.
struct MapPlace {
  std::string_view key{}, title{}, detail{};
  int column = 0, row = 0;
  Icon icon = Icon::none;
};
struct MapRoad {
  std::size_t from = 0, to = 0;  ///< indices of places
};

/// What was dragged within an ordered list: places from 0.
struct Reorder {
  std::size_t from = 0, to = 0;
};

struct Choice {
  std::string_view key{}, title{}, description{};
  Icon icon = Icon::none;
  bool disabled = false;
};

struct Suggestion {
  std::string_view key{}, title{}, detail{};
  Icon icon = Icon::none;
};
struct SearchStyle {
  std::string_view placeholder{};
  std::string_view status{};  ///< "12 hasil", announced when it changes
  std::string_view more{};    ///< last line of the list: "dan 48 lainnya"
};
struct SearchAct {
  std::optional<std::string> typed{};   ///< the new text of the field
  std::optional<std::size_t> chosen{};  ///< index of the suggestion taken
};

/// One place in an ordered list: what the person did to it.
enum class Move : std::uint8_t { none, up, down, remove };
struct ListItem {
  std::string_view title{}, detail{};
  int place = 1, of = 1;  ///< shown as a number; decides which arrows are alive
  bool removable = false, movable = true;
  std::string_view up_name{}, down_name{},
      remove_name{};  ///< "Naikkan: Analis"; default common.* texts
};

struct Pill {
  std::string_view text{};
  Icon icon = Icon::none;
  Tone tone = Tone::normal;
};

struct File {
  std::string name{};
  std::vector<std::uint8_t> bytes{};
  std::size_t remaining = 0;                   ///< of the same choice, still to come
  bool too_large = false, unreadable = false;  ///< then there are no bytes
};

struct FilesStyle {
  std::string_view text{}, detail{};
  std::string_view accept{};  ///< endings: ".csv,.json"; of a folder only such files are read
  std::size_t largest = 0;    ///< bytes of one choice together
  bool folder = false;        ///< a button that takes a whole folder; else a place to drop files
  Icon icon = Icon::upload;
};

/// The widgets. Immediate mode: a screen calls them in reading order at every frame, and a call
/// says what the person did since the last one, by pointer or through the mirror (screen reader,
/// keyboard, test). Every widget that can be told apart later takes a key, stable between frames
/// and unique within its enclosing scope; scopes with a key prefix the keys inside.
///
/// Units    lengths are CSS pixels and stay inside; a screen gives only weights and tones.
/// Order    app_bar, side_navigation, body, foot, dialog, toasts.
class Ui {
 public:
  explicit Ui(State& state) : s_(state) {}
  [[nodiscard]] State& state() { return s_; }

  // What surrounds the screen.
  [[nodiscard]] SizeClass size() const;
  [[nodiscard]] bool narrow() const;  ///< under 600 px
  /// Asks for the projector's sizes (presenter view) while called in each frame, before app_bar.
  void presenter();
  [[nodiscard]] const text::Catalogue& text() const;
  [[nodiscard]] text::Language language() const { return text().language(); }
  [[nodiscard]] std::string_view tr(std::string_view key) const { return text().tr(key); }
  [[nodiscard]] std::string tr(std::string_view key, std::initializer_list<text::Place> p) const {
    return text().tr(key, p);
  }

  // The frame of a screen. The app bar carries the display settings (language, theme, plain view).
  void app_bar(const AppBar& bar);
  /// A column at the left from 900 px, tabs under the bar below that. The index pressed.
  std::optional<std::size_t> side_navigation(std::span<const NavigationItem> items,
                                             std::size_t current, std::string_view note = {});
  /// The one scrolling area. A new key starts at its top, a known one where it was left; either
  /// moves the focus to its heading.
  Scope body(std::string_view key, Width width = Width::text);
  FootPress foot(const Foot& foot);
  /// Call in each frame while it is open, after foot. Escape, the cross or a press beside it sets
  /// `closed`. Everything else rests.
  Scope dialog(std::string_view key, std::string_view title, bool& closed);
  /// A message at the bottom while called; true when its cross was pressed.
  bool toast(std::string_view key, std::string_view text, Tone tone = Tone::normal);
  /// Says `text` to screen readers when it is new under this key. Shows nothing.
  void announce(std::string_view key, std::string_view text);

  // Arrangement.
  Scope card(std::string_view key, bool selected = false);
  /// Things that belong together, named for screen readers; the label is shown where `shown`.
  Scope group(std::string_view key, std::string_view label, bool shown = true);
  /// A list for screen readers; each item a Scope `item`.
  Scope list(std::string_view key, std::string_view label);
  Scope item(std::string_view key);
  /// Side by side by weight; 0: as wide as its content. Fill with one `column()` each.
  Scope columns(std::string_view key, std::initializer_list<float> weights,
                Stack stack = Stack::when_narrow);
  Scope column();
  /// From left to right, wrapping: pills, facts, buttons. `at_end`: set against the right edge.
  Scope flow(std::string_view key, bool at_end = false);
  void gap(int steps = 1);  ///< steps of the item spacing
  void divider();

  // Words.
  void heading(int level, std::string_view text, Icon icon = Icon::none);
  void paragraph(std::string_view text, Tone tone = Tone::normal);
  void small(std::string_view text, Tone tone = Tone::muted);
  void titled(std::string_view title, std::string_view detail);  ///< close together
  void label_value(std::string_view label, std::string_view value, Tone tone = Tone::normal);
  void fact(Icon icon, std::string_view text, Tone tone = Tone::muted);
  void pill(const Pill& pill);
  void icon_text(Icon icon, std::string_view text, Tone tone = Tone::muted);  ///< wrapped, hanging
  void notice(std::string_view key, Tone tone, std::string_view title, std::string_view text);
  /// What is wrong with a form, and a link that leads to the field of `field` (a key beside this).
  void fault(std::string_view key, std::string_view title, std::string_view text,
             std::string_view field, std::string_view link);
  void empty_state(Icon icon, std::string_view title, std::string_view text);
  void skeleton(int lines, std::string_view name);  ///< while something loads
  /// `share` 0 … 1; negative: unknown length.
  void progress(std::string_view key, std::string_view name, double share, std::string_view text);
  /// A thin bar: label, bar, words. `share` 0 … 1.
  void meter(std::string_view key, std::string_view label, double share, std::string_view text,
             Tone tone = Tone::success);
  void key_figure(std::string_view label, std::string_view value, std::string_view note = {});
  /// Words with a small button at their end; pressed, `note` stands below. `name` says what the
  /// button opens. No button where there is no note.
  void noted(std::string_view key, std::string_view text, std::string_view name,
             std::string_view note, Tone tone = Tone::normal);
  /// A line that opens what is drawn after it while it is open, which is what it returns.
  bool disclosure(std::string_view key, std::string_view text);
  /// Terms side by side that can be pressed for what they mean; one meaning at a time.
  void terms(std::string_view key, std::string_view label, std::span<const Term> terms);
  /// True when pressed; with `href` of this origin or https the browser follows it itself.
  bool link(std::string_view key, std::string_view text, std::string_view href = {});

  // What a person does.
  bool button(std::string_view key, std::string_view text, const ButtonStyle& style = {});
  bool icon_button(std::string_view key, Icon icon, std::string_view name, bool disabled = false);
  /// A whole row that leads somewhere (title, detail, chevron).
  bool row_button(std::string_view key, std::string_view title, std::string_view detail,
                  Icon icon = Icon::none);
  std::optional<std::string> text_field(std::string_view key, std::string_view label,
                                        std::string_view value, const FieldStyle& style = {});
  std::optional<std::string> text_area(std::string_view key, std::string_view label,
                                       std::string_view value, const FieldStyle& style = {});
  /// A combobox: a field and, below it while it has text and the focus, the suggestions.
  SearchAct search(std::string_view key, std::string_view label, std::string_view value,
                   std::span<const Suggestion> suggestions, const SearchStyle& style = {});
  /// Radio group as cards. The index newly chosen. `current` ≥ size: none yet.
  std::optional<std::size_t> choice(std::string_view key, std::string_view label,
                                    std::span<const Choice> choices, std::size_t current,
                                    bool label_shown = true, std::string_view fault = {});
  /// The new value where it changed.
  std::optional<bool> checkbox(std::string_view key, std::string_view text, bool value,
                               std::string_view description = {});
  std::optional<bool> toggle(std::string_view key, std::string_view text, bool value);
  /// 1 … 5 with a word at each end; 0: none yet.
  std::optional<int> rating(std::string_view key, std::string_view label, int value,
                            std::string_view least, std::string_view most);
  /// A numbered card with up, down and remove; draw more inside it, then let it go. `did` is filled
  /// at once.
  Scope ordered_item(std::string_view key, const ListItem& item, Move& did);
  /// What was dragged in the list of `key`, once, after its end.
  std::optional<Reorder> reordered(std::string_view key);
  /// Places with the roads between them; each a button. The one pressed.
  std::optional<std::size_t> place_map(std::string_view key, std::string_view label,
                                       std::span<const MapPlace> places,
                                       std::span<const MapRoad> roads, std::size_t current);
  /// A whole number between `least` and `most` with − and +, `step` at a time.
  std::optional<int> stepper(std::string_view key, std::string_view label, int value, int least,
                             int most, int step = 1);
  std::optional<std::size_t> tabs(std::string_view key, std::string_view label,
                                  std::span<const std::string_view> titles, std::size_t current);
  std::optional<std::size_t> select(std::string_view key, std::string_view label,
                                    std::span<const std::string_view> options, std::size_t current);
  /// A button that opens the browser's file choice; also takes a file dropped on the page.
  /// `accept` as in HTML: ".csv". `largest` bytes: a larger one comes back as `too_large`.
  std::optional<File> file(std::string_view key, std::string_view text, std::string_view accept,
                           std::size_t largest);

  /// Several files or a folder, chosen or dropped on the page; they come one by one, at most fifty.
  std::vector<File> files(std::string_view key, const FilesStyle& style);

  // Numbers. Each is a real table in the mirror.
  /// The row and column whose action was pressed. On narrow screens a card per row.
  std::optional<TablePress> table(std::string_view key, std::string_view caption,
                                  std::span<const Column> columns, std::span<const Row> rows);
  void comparison(std::string_view key, std::string_view caption, std::span<const Series> series,
                  std::span<const ComparisonRow> rows);
  void answer_bars(std::string_view key, std::string_view caption, const AnswerWords& words,
                   std::span<const AnswerBar> bars);
  void bars(std::string_view key, std::string_view caption, std::span<const Series> series,
            std::span<const BarRow> rows);
  void change_bars(std::string_view key, std::string_view caption, std::span<const ChangeRow> rows);
  void scatter(std::string_view key, std::string_view caption, const ScatterStyle& style,
               std::span<const ScatterPoint> points);

 private:
  State& s_;
};

}  // namespace rembuk::ui

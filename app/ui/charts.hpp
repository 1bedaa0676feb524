#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/icons.hpp"
#include "app/ui/style.hpp"

namespace rembuk::ui {

/// What a press on the heading of a column does, and how the rows stand now.
enum class Sort : std::uint8_t { none, can, ascending, descending };

struct Column {
  std::string_view title{};
  bool numeric = false;  ///< set to the right, tabular
  float weight = 1;
  Sort sort = Sort::none;
};

struct Cell {
  std::string_view text{};
  Tone tone = Tone::normal;
  Icon icon = Icon::none;
  bool action = false;  ///< a button with this text
  bool disabled = false;
};

struct Row {
  std::string_view key{};
  std::vector<Cell> cells{};  ///< the first one names the row
};

struct TablePress {
  std::size_t row = 0, column = 0;
  bool heading = false;  ///< of the column, to sort by it
};

/// A thing that is compared: its colour is the token of its place, its sign a letter or shape.
struct Series {
  std::string_view title{};
  int colour = 0;  ///< token chart series 0 … 7; negative: neutral grey
};

/// A number as it is shown. No share: nothing to draw (an unknown, a withheld cell).
struct Quantity {
  std::string_view text{};
  std::optional<double> share{};  ///< of the bar, 0 … 1
  bool withheld = false;          ///< text says why; drawn with the sign of a closed eye
  std::string_view change{};      ///< difference to the base, "+2,1"; empty: none
};

struct ComparisonRow {
  std::string_view label{};
  std::vector<Quantity> cells{};  ///< one for each series
};

struct BarRow {
  std::string_view label{};
  std::vector<Quantity> cells{};  ///< one for each series
};

/// How the people moved would answer, as percentages that add to 100.
struct AnswerShares {
  double object = 0, conditional = 0, accept = 0;
};

struct AnswerBar {
  std::string_view label{}, note{};         ///< "B · Seimbang", "812 dipindah"
  std::optional<AnswerShares> shares{};     ///< none: withheld or nobody moved
  std::string_view headline{}, interval{};  ///< "55%", "51–59"
  std::string_view missing{};               ///< why there is no bar
};

struct AnswerWords {
  std::string_view object{}, conditional{}, accept{};
  std::string_view note{};  ///< after the legend: "selang 80% · asumsi, belum dikalibrasi"
  std::string_view headline_title{};  ///< column title in the mirror: "Menerima"
};

/// One thing measured twice. Points that are `joined` are hollow, with a line from one to the next.
struct ScatterPoint {
  std::string_view label{};
  double x = 0, y = 0;
  std::string_view x_text{}, y_text{};  ///< as the mirror's table says them
  int colour = 0;                       ///< as of a Series
  bool joined = false;
};
struct ScatterStyle {
  std::string_view x_title{}, y_title{};
  std::string_view point_title{};  ///< first column of the mirror's table
  std::function<std::string(double)> x_tick{}, y_tick{};
};

/// A signed effect around zero.
struct ChangeRow {
  std::string_view label{};
  double value = 0;
  std::string_view text{};  ///< "+2,1"
};

}  // namespace rembuk::ui

#pragma once
#include <string>
#include <string_view>

#include "app/ui/state.hpp"

namespace rembuk::ui {

/// Writes a real table into the mirror, row by row. Its rectangle is known at the end.
class TableNode {
 public:
  TableNode(State& s, const std::string& key, std::string_view caption);
  void row();
  void cell(mirror::Role role, std::string_view text, bool numeric = false);
  /// How the rows stand by the last column heading: as aria-sort.
  void sorted(std::string_view how) { s_.nodes.back().description = how; }
  /// Nodes between these two stand in the last cell.
  void enter() { s_.parents.push_back(cell_); }
  void leave() { s_.parents.pop_back(); }
  void end(ImVec4 at);

 private:
  State& s_;
  std::string key_, row_, cell_;
  int rows_ = 0, cells_ = 0;
};

}  // namespace rembuk::ui

#include "app/ui/table_node.hpp"

namespace rembuk::ui {

TableNode::TableNode(State& s, const std::string& key, std::string_view caption)
    : s_(s), key_(key) {
  record(s_, mirror::Role::table, key_, caption, {0, 0, 0, 0});
  s_.parents.push_back(key_);
}

void TableNode::row() {
  row_ = key_ + "#r" + std::to_string(rows_++);
  cells_ = 0;
  record(s_, mirror::Role::row, row_, "", {0, 0, 0, 0});
}

void TableNode::cell(mirror::Role role, std::string_view text, bool numeric) {
  cell_ = row_ + "c" + std::to_string(cells_++);
  mirror::Node& node = record(s_, role, cell_, text, {0, 0, 0, 0});
  node.parent = row_;
  if (numeric) node.state |= mirror::state::numeric;
}

void TableNode::end(ImVec4 at) {
  finish_node(s_, at);
  s_.parents.pop_back();
}

}  // namespace rembuk::ui

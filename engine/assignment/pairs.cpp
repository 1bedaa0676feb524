#include "engine/assignment/pairs.hpp"

#include "engine/rules/rules.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk {

std::optional<PairTable> PairTable::make(const Snapshot& s, bool only_gains, const Progress& progress) {
  PairTable table;
  table.posts_ = s.posts.size();
  for (std::size_t i = 0; i < s.employees.size(); ++i)
    if (locks(s, EmployeeId{i}).empty()) table.free_.push_back(EmployeeId{i});
  table.values_.assign(table.free_.size() * table.posts_, refused);
  for (std::size_t k = 0; k < table.free_.size(); ++k) {
    if (k % 256 == 0 && progress &&
        !progress(0.5 * static_cast<double>(k) / static_cast<double>(table.free_.size())))
      return std::nullopt;
    const EmployeeId i = table.free_[k];
    const Points now = satisfaction(s, i, s[i].post);
    auto* row = table.values_.data() + k * table.posts_;
    row[s[i].post.index()] = static_cast<std::uint16_t>(now);
    for (std::size_t at = 0; at < table.posts_; ++at) {
      const PostId j{at};
      if (j == s[i].post || !refusals(s, i, j).empty()) continue;
      if (!takes_entrant(s, j)) continue;
      ++table.eligible_;
      const Points value = satisfaction(s, i, j);
      if (!only_gains || value >= now) row[at] = static_cast<std::uint16_t>(value);
    }
  }
  return table;
}

}  // namespace rembuk

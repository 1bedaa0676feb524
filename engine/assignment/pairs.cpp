#include "engine/assignment/pairs.hpp"

#include <algorithm>

#include "engine/rules/eligibility.hpp"
#include "engine/scoring/satisfaction_rows.hpp"

namespace rembuk {

void PairTable::count_seats(const Snapshot& s) {
  fixed_.assign(posts_, 0);
  for (const auto& e : s.employees) ++fixed_[e.post.index()];
  for (const EmployeeId i : free_) --fixed_[s[i].post.index()];
  for (std::size_t j = 0; j < posts_; ++j) {
    seats_.push_back(std::max(s.posts[j].need, s.posts[j].heads) - fixed_[j]);
    needed_.push_back(std::max(0, s.posts[j].need - fixed_[j]));
  }
}

void PairTable::fill_row(const Snapshot& s, std::size_t k, const PlanRequest& request,
                         const auto& eligible) {
  const EmployeeId i = free_[k];
  const PostId current = s[i].post;
  const auto row = std::span(values_).subspan(k * posts_, posts_);  // s(i, j) of every post
  const auto now = row[current.index()];
  if (sent_[k] != 0) row[current.index()] = refused;
  bool placed = false;
  for (std::size_t at = 0; at < posts_; ++at) {
    const PostId j{at};
    if (j == current) continue;
    if (!takes_entrant(s, j) || !eligible(i, j)) {
      row[at] = refused;
      continue;
    }
    placed = true;
    if (sent_[k] != 0) continue;
    ++eligible_;
    if (only_gains(request.policy) && row[at] < now)
      row[at] = refused;
    else
      ++usable_;
  }
  if (sent_[k] != 0 && !placed) lock_refused_ = true;
}

std::optional<PairTable> PairTable::make(const Snapshot& s, const PlanRequest& request,
                                         const Progress& progress) {
  PairTable table;
  table.posts_ = s.posts.size();
  const Eligibility eligible = request.judged ? Eligibility(s, *request.judged, request.rules)
                                              : Eligibility(s, request.rules);
  for (std::size_t i = 0; i < s.employees.size(); ++i) {
    const auto to = planner_lock(request.rules, EmployeeId{i});
    const bool elsewhere = to && *to != s.employees[i].post;
    if (eligible.locked(EmployeeId{i})) {
      if (elsewhere) table.lock_refused_ = true;
      continue;
    }
    table.free_.push_back(EmployeeId{i});
    table.sent_.push_back(elsewhere ? 1 : 0);
    table.anyone_sent_ = table.anyone_sent_ || elsewhere;
  }
  table.count_seats(s);
  table.values_.resize(table.free_.size() * table.posts_);
  SatisfactionRows rows(s);
  for (std::size_t k = 0; k < table.free_.size(); ++k) {
    if (k % 256 == 0 && progress &&
        !progress(0.2 * static_cast<double>(k) / static_cast<double>(table.free_.size())))
      return std::nullopt;
    rows.fill(table.free_[k], std::span(table.values_).subspan(k * table.posts_, table.posts_));
    table.fill_row(s, k, request, eligible);
  }
  return table;
}

}  // namespace rembuk

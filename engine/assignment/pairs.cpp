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

OpenPairs refuse_pairs(const Snapshot& s, EmployeeId i, Policy policy, const Eligibility& eligible,
                       std::span<std::uint16_t> row) {
  OpenPairs count;
  const PostId current = s[i].post;
  const auto now = row[current.index()];
  for (std::size_t at = 0; at < row.size(); ++at) {
    const PostId j{at};
    if (j == current) continue;
    const bool allowed = takes_entrant(s, j) && eligible(i, j);
    const bool used = allowed && (!only_gains(policy) || row[at] >= now);
    count.eligible += allowed;
    count.usable += used;
    if (!used) row[at] = PairTable::refused;
  }
  return count;
}

/// Of who is locked to another post: that pair alone, whatever the policy asks of d.
void PairTable::keep_lock_only(const Snapshot& s, std::size_t k, const Eligibility& eligible) {
  const auto current = s[free_[k]].post.index();
  const auto open = refuse_pairs(s, free_[k], Policy::balanced, eligible, row(k));
  row(k)[current] = refused;
  if (open.eligible == 0) lock_refused_ = true;
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
    const auto row = table.row(k);
    rows.fill(table.free_[k], row);
    if (table.sent(k)) {
      table.keep_lock_only(s, k, eligible);
      continue;
    }
    const auto open = refuse_pairs(s, table.free_[k], request.policy, eligible, row);
    table.eligible_ += open.eligible;
    table.usable_ += open.usable;
  }
  return table;
}

}  // namespace rembuk

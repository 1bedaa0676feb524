#pragma once
#include <cstdint>
#include <vector>

#include "engine/rules/rules.hpp"
#include "engine/rules/superiors.hpp"

namespace rembuk {

/// The judgement of the rules over every pair of one snapshot, without what it rests on: for a
/// machine that may compute plans but not see dates, ranks or files.
struct EligibilityTable {
  std::vector<std::uint8_t> locked;                        ///< by employee: 1 stays in place
  std::vector<std::uint32_t> employee_group, post_group;  ///< by employee, by post
  std::vector<std::uint8_t> allowed;  ///< employee group × post group: 1 where no pair rule refuses

  friend bool operator==(const EligibilityTable&, const EligibilityTable&) = default;
};

/// `eligible` for every pair of one snapshot, fast: employees and posts that no rule can tell apart
/// are grouped once, each pair of groups is judged once by the rules themselves, and a question is
/// one look into a table.
///
/// Shape    R07 (capacity) is not judged; R06 is asked of the named relatives only.
/// Cost     O((n + m) log) to make, plus one judgement per pair of groups; O(1) per question.
class Eligibility {
 public:
  explicit Eligibility(const Snapshot& snapshot, RuleSet rules = {});
  /// As `table` judged, and the planner's locks of `rules` on top of it; no other rule is asked.
  /// The table's groups must fit the snapshot.
  Eligibility(const Snapshot& snapshot, EligibilityTable table, RuleSet rules);

  /// What a copy needs to give the same answers. Planner's locks and relatives are not in it.
  [[nodiscard]] EligibilityTable table() const;

  /// Locked in place by a rule or kept there by the planner.
  [[nodiscard]] bool locked(EmployeeId i) const { return locked_[i.index()] != 0; }
  /// No lock and no pair rule stands against the move; always true for the current post.
  [[nodiscard]] bool operator()(EmployeeId i, PostId j) const {
    if (j == current_[i.index()]) return true;
    if (locked_[i.index()] != 0) return false;
    const std::size_t at = std::size_t{employee_group_[i.index()]} * post_groups_ + post_group_[j.index()];
    return allowed_[at] != 0 && (special_[i.index()] == 0 || judged_alone(i, j));
  }

 private:
  [[nodiscard]] bool judged_alone(EmployeeId i, PostId j) const;

  RuleSet rules_;
  Superiors now_;
  std::size_t post_groups_ = 0;
  std::vector<PostId> current_;
  std::vector<std::uint8_t> locked_;
  std::vector<std::uint8_t> special_;  // has a relative or a planner's lock: judged one by one
  std::vector<std::uint32_t> employee_group_, post_group_;
  std::vector<std::uint8_t> allowed_;  // employee group × post group
};

}  // namespace rembuk

#include "engine/wire/planning.hpp"

#include <algorithm>

#include "engine/domain/pseudonymous.hpp"

namespace rembuk::wire {
namespace {

Error wrong(std::string what) { return {Fault::invalid_input, std::move(what)}; }

/// Position in a list of `size`, or none where that is allowed.
template <class I>
bool is_in(I id, std::size_t size, bool may_be_none = false) {
  return id.valid() ? id.index() < size : may_be_none;
}

bool is_within(Range range, std::size_t size) {
  return range.first >= 0 && range.first <= range.last &&
         static_cast<std::size_t>(range.last) <= size;
}

bool wish_is_sound(const Snapshot& s, const Snapshot::Target& wish) {
  if (wish.id < 0) return wish.kind == Snapshot::Target::Kind::region && wish.id == -1;
  const std::size_t size = wish.kind == Snapshot::Target::Kind::post   ? s.posts.size()
                           : wish.kind == Snapshot::Target::Kind::unit ? s.units.size()
                                                                       : s.minutes.size();
  return static_cast<std::size_t>(wish.id) < size;
}

/// Parents lead upwards to an end within the number of units.
bool has_no_cycle(const std::vector<Snapshot::UnitRow>& units) {
  for (const auto& unit : units) {
    std::size_t steps = 0;
    for (UnitId up = unit.parent; up.valid(); up = units[up.index()].parent)
      if (++steps > 64) return false;
  }
  return true;
}

bool units_are_sound(const Snapshot& s) {
  const auto regions = static_cast<std::size_t>(s.regions);
  for (const auto& unit : s.units)
    if (!is_in(unit.parent, s.units.size(), true) || !is_in(unit.opd, s.units.size()) ||
        !is_in(unit.region, regions) || unit.remoteness > 3 || unit.workload < 0 ||
        unit.workload > 10000)
      return false;
  return has_no_cycle(s.units);
}

bool posts_are_sound(const Snapshot& s) {
  for (const auto& post : s.posts)
    if (!is_in(post.unit, s.units.size()) || post.need < 0 || post.need > 9999 || post.heads < 0 ||
        post.job_class < 1 || post.job_class > 17 || !is_within(post.required, s.required.size()))
      return false;
  return std::ranges::all_of(s.required, [&](const auto& needed) {
    return is_in(needed.competence, static_cast<std::size_t>(s.competences)) && needed.level >= 1 &&
           needed.level <= 5;
  });
}

bool employee_is_sound(const Snapshot& s, const Snapshot::EmployeeRow& e) {
  std::int32_t weights = 0;
  for (const auto weight : e.weights) {
    if (weight < 0 || weight > 10000) return false;
    weights += weight;
  }
  return is_in(e.post, s.posts.size()) && is_in(e.home, static_cast<std::size_t>(s.regions)) &&
         is_within(e.held, s.held.size()) && weights == 10000 && e.wish_count <= e.wishes.size() &&
         e.track >= -1 && e.track <= 2 &&
         std::ranges::all_of(std::span(e.wishes).first(e.wish_count),
                             [&](const auto& wish) { return wish_is_sound(s, wish); }) &&
         std::ranges::all_of(e.concerns, [](auto intensity) { return intensity <= 5; });
}

/// The heads of each post are its holders.
bool heads_agree(const Snapshot& s) {
  std::vector<std::int32_t> heads(s.posts.size());
  for (const auto& e : s.employees) ++heads[e.post.index()];
  for (std::size_t j = 0; j < heads.size(); ++j)
    if (heads[j] != s.posts[j].heads) return false;
  return true;
}

bool table_is_sound(const Snapshot& s, const EligibilityTable& table) {
  if (table.locked.size() != s.employees.size() ||
      table.employee_group.size() != s.employees.size() ||
      table.post_group.size() != s.posts.size() || s.posts.empty())
    return false;
  const std::size_t columns = *std::ranges::max_element(table.post_group) + std::size_t{1};
  const std::size_t rows = table.allowed.size() / columns;
  return rows * columns == table.allowed.size() &&
         std::ranges::all_of(table.employee_group, [&](auto group) { return group < rows; });
}

}  // namespace

PlanningSnapshot planning_snapshot(const Snapshot& snapshot, const EligibilityTable& judged,
                                   std::span<const EmployeeId> order) {
  PlanningSnapshot out;
  out.snapshot = pseudonymous(snapshot, order);
  out.judged.post_group = judged.post_group;
  out.judged.allowed = judged.allowed;
  for (const EmployeeId i : order) {
    out.judged.locked.push_back(judged.locked[i.index()]);
    out.judged.employee_group.push_back(judged.employee_group[i.index()]);
  }
  return out;
}

std::expected<void, Error> check(const PlanningSnapshot& received) {
  const Snapshot& s = received.snapshot;
  if (s.competences < 0) return std::unexpected(wrong("competences"));
  if (s.regions < 1 || s.regions > 10'000 ||
      s.minutes.size() != static_cast<std::size_t>(s.regions) * static_cast<std::size_t>(s.regions))
    return std::unexpected(wrong("travel times"));
  if (!units_are_sound(s)) return std::unexpected(wrong("units"));
  if (!posts_are_sound(s)) return std::unexpected(wrong("posts"));
  for (const auto& e : s.employees)
    if (!employee_is_sound(s, e)) return std::unexpected(wrong("employees"));
  if (!std::ranges::all_of(s.held, [&](const auto& held) {
        return is_in(held.competence, static_cast<std::size_t>(s.competences)) && held.level >= 1 &&
               held.level <= 5;
      }))
    return std::unexpected(wrong("competences"));
  if (!heads_agree(s)) return std::unexpected(wrong("heads of posts"));
  if (!table_is_sound(s, received.judged)) return std::unexpected(wrong("rules"));
  return {};
}

}  // namespace rembuk::wire

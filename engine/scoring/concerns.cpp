#include "engine/scoring/concerns.hpp"

#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

enum Category : unsigned { K01, K02, K03, K04, K05, K06, K07, K08, K09, K10, K11, K12, K13, K14 };

constexpr std::uint16_t bit(Category category) {
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(category));
}

/// Categories whose condition holds for the move, stated or not.
std::uint16_t conditions(const Snapshot& s, EmployeeId i, PostId j) {
  const auto& employee = s[i];
  const auto& from = s.unit_of(employee.post);
  const auto& to = s.unit_of(j);
  const auto minutes_now = s.travel_minutes(employee.home, from.region);
  const auto minutes_then = s.travel_minutes(employee.home, to.region);
  const bool class_falls = s[j].job_class < s[employee.post].job_class;
  unsigned mask = bit(K09) | bit(K12) | bit(K14);
  if (minutes_then > minutes_now + longer_way_minutes) mask |= bit(K01);
  if (from.region != to.region) mask |= bit(K02) | bit(K03);
  if (to.remoteness >= 2 && to.remoteness > from.remoteness) mask |= bit(K04) | bit(K11);
  if (class_falls || minutes_then > long_way_minutes) mask |= bit(K05);
  if (class_falls) mask |= bit(K06);
  if (competence_value(s, i, j) < low_value) mask |= bit(K07);
  if (from.opd != to.opd) mask |= bit(K08) | bit(K13);
  if (to.workload < low_value) mask |= bit(K10);
  return static_cast<std::uint16_t>(mask);
}

}  // namespace

std::uint16_t triggered_concerns(const Snapshot& snapshot, EmployeeId i, PostId j) {
  const auto& employee = snapshot[i];
  unsigned stated = 0;
  for (unsigned k = 0; k < concern_categories; ++k)
    if (employee.concerns[k] > 0) stated |= 1U << k;
  if (stated == 0 || j == employee.post) return 0;
  return static_cast<std::uint16_t>(stated & conditions(snapshot, i, j));
}

std::int32_t concern_load(const Snapshot& snapshot, EmployeeId i, PostId j) {
  return concern_load(snapshot[i], triggered_concerns(snapshot, i, j));
}

std::int32_t concern_load(const Snapshot::EmployeeRow& employee, std::uint16_t triggered) {
  std::int32_t sum = 0;
  for (unsigned left = triggered; left != 0; left &= left - 1)
    sum += employee.concerns[static_cast<std::size_t>(std::countr_zero(left))];
  return sum;
}

}  // namespace rembuk

#include "web/server/deliberation/variation.hpp"

#include <algorithm>

namespace rembuk::server {
namespace {

using Marks = std::vector<std::uint8_t>;  // by unit

bool below(const Consultation& c, UnitId unit, UnitId whole) {
  for (; unit.valid(); unit = c.units[unit.index()].parent)
    if (unit == whole) return true;
  return false;
}

std::int32_t people_in(const Consultation& c, const Marks& marks) {
  return static_cast<std::int32_t>(std::ranges::count_if(c.employees, [&](const Employee& one) {
    return marks[c.posts[one.post.index()].unit.index()] != 0;
  }));
}

/// The units that are named, by code, each once and none within another.
std::expected<std::vector<UnitId>, std::string> named_units(const Consultation& c,
                                                            const std::vector<std::string>& codes) {
  std::vector<UnitId> all, highest;
  for (const auto& code : codes) {
    const auto at = std::ranges::lower_bound(c.units, code, {}, &Unit::code);
    if (at == c.units.end() || at->code != code) return std::unexpected("unit_unknown");
    all.push_back(UnitId{static_cast<std::size_t>(at - c.units.begin())});
  }
  std::ranges::sort(all);
  all.erase(std::ranges::unique(all).begin(), all.end());
  for (const UnitId unit : all)
    if (std::ranges::none_of(all,
                             [&](UnitId other) { return other != unit && below(c, unit, other); }))
      highest.push_back(unit);
  return highest;
}

/// As many names as fit, and the number of the others.
std::string joined(const Consultation& c, const std::vector<UnitId>& units) {
  constexpr std::size_t most = 180;
  std::string names;
  for (std::size_t k = 0; k < units.size(); ++k) {
    const std::string& name = c.units[units[k].index()].name;
    if (names.size() + name.size() > most) return names + " +" + std::to_string(units.size() - k);
    names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

std::expected<void, std::string> keep(const Consultation& c, const std::vector<UnitId>& units,
                                      Variation& out) {
  Marks together(c.units.size());
  for (const UnitId unit : units) {
    Marks one(c.units.size());
    for (std::size_t u = 0; u < one.size(); ++u) one[u] = below(c, UnitId{u}, unit) ? 1 : 0;
    if (people_in(c, one) < c.settings.threshold) return std::unexpected("group_too_small");
    for (std::size_t u = 0; u < one.size(); ++u) together[u] |= one[u];
  }
  const auto rest = static_cast<std::int32_t>(c.employees.size()) - people_in(c, together);
  if (rest < c.settings.threshold) return std::unexpected("group_too_small");
  for (std::size_t i = 0; i < c.employees.size(); ++i) {
    const PostId post = c.employees[i].post;
    if (together[c.posts[post.index()].unit.index()] != 0)
      out.request.rules.cycle.locks.push_back({EmployeeId{i}, post});
  }
  out.offices = joined(c, units);
  return {};
}

}  // namespace

std::expected<Variation, std::string> variation(const Consultation& c,
                                                const wire::GenerateRequest& asked) {
  Variation out;
  out.request.seed = asked.seed;
  out.policy = asked.policy;
  if (asked.policy == wire::need_weight_policy) {
    if (asked.need_weight < 0 || asked.need_weight > 100 || asked.need_weight % 10 != 0)
      return std::unexpected("policy_unknown");
    out.request.need_weight = asked.need_weight;
    out.policy += "-" + std::to_string(asked.need_weight);
  } else {
    const auto policy = policy_named(asked.policy);
    if (!policy || asked.need_weight != -1) return std::unexpected("policy_unknown");
    out.request.policy = *policy;
  }
  if (asked.kept.empty()) return out;
  const auto units = named_units(c, asked.kept);
  if (!units) return std::unexpected(units.error());
  if (const auto done = keep(c, *units, out); !done) return std::unexpected(done.error());
  return out;
}

}  // namespace rembuk::server

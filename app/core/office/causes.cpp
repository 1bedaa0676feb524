#include "app/core/office/causes.hpp"

#include <algorithm>
#include <utility>

#include "app/core/office/numbers.hpp"

namespace rembuk::office {
namespace {

using Parts = std::array<std::int64_t, cause_count>;

std::expected<Parts, wire::Withheld> parts_of(const wire::Scenario& s) {
  Parts parts{};
  if (s.moved == 0 && !s.withheld) return parts;
  if (s.withheld || s.causes.size() != cause_count)
    return std::unexpected(wire::Withheld::few_people);
  for (std::size_t k = 0; k < cause_count; ++k) {
    if (const auto* reason = std::get_if<wire::Withheld>(&s.causes[k]))
      return std::unexpected(*reason);
    parts[k] = std::get<std::int64_t>(s.causes[k]);
  }
  return parts;
}

}  // namespace

std::expected<Causes, wire::Withheld> causes_of(const wire::Scenario& plan,
                                                const wire::Scenario& base) {
  if (plan.moved == 0 && base.moved == 0 && !plan.withheld && !base.withheld)
    return std::unexpected(wire::Withheld::not_applicable);
  const auto to = parts_of(plan), from = parts_of(base);
  if (!to) return std::unexpected(to.error());
  if (!from) return std::unexpected(from.error());
  const auto total = difference(plan.mean, base.mean);
  if (!total) return std::unexpected(wire::Withheld::few_people);
  Causes out;
  out.total = *total;
  out.step = std::max<std::int64_t>({1, plan.cause_step, base.cause_step});
  for (std::size_t k = 0; k < cause_count; ++k) out.parts.push_back({k, (*to)[k] - (*from)[k]});
  std::ranges::sort(out.parts, {}, [](const Cause& cause) {
    return std::pair(-std::abs(cause.change), cause.which);
  });
  return out;
}

std::optional<Lettered> explained(const Model& model, const std::vector<Lettered>& plans) {
  if (plans.empty()) return std::nullopt;
  const auto chosen = std::ranges::find_if(
      plans, [&](const Lettered& one) { return one.scenario->id == model.explained; });
  if (chosen != plans.end()) return *chosen;
  const auto* best = most_accepted(plans);
  const auto found =
      std::ranges::find_if(plans, [&](const Lettered& one) { return one.scenario == best; });
  return found == plans.end() ? plans.front() : *found;
}

}  // namespace rembuk::office

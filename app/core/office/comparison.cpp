#include "app/core/office/comparison.hpp"

#include <algorithm>
#include <cstdint>

namespace rembuk::office {
namespace {

bool is_now(const wire::Scenario& s) { return s.kind == wire::ScenarioKind::status_quo; }

std::string letter_of(std::size_t place) {
  std::string out(1, static_cast<char>('A' + place % 26));
  return place < 26 ? out : letter_of(place / 26 - 1) + out;
}

}  // namespace

std::vector<Lettered> lettered(const Model& model) {
  std::vector<Lettered> out;
  if (!model.release) return out;
  for (const auto& s : model.release->scenarios)
    if (!is_now(s) && (s.in_forum || model.planner())) out.push_back({letter_of(out.size()), &s});
  return out;
}

std::vector<Lettered> compared(const Model& model) {
  std::vector<Lettered> out, first;
  if (!model.release) return out;
  for (const auto& s : model.release->scenarios)
    if (is_now(s) && out.empty()) out.push_back({"", &s});
  const std::size_t before = out.size();
  for (auto& one : lettered(model)) {
    if (one.scenario->withheld) continue;
    if (std::ranges::find(model.chosen, one.scenario->id) != model.chosen.end())
      out.push_back(one);
    else if (first.size() < most_beside_now)
      first.push_back(one);
  }
  if (out.size() == before) out.insert(out.end(), first.begin(), first.end());
  return out;
}

const wire::Scenario* base(const Model& model, const std::vector<Lettered>& scenarios) {
  const auto found = std::ranges::find_if(
      scenarios, [&](const Lettered& one) { return one.scenario->id == model.base; });
  if (found != scenarios.end()) return found->scenario;
  return scenarios.empty() || !is_now(*scenarios.front().scenario) ? nullptr
                                                                   : scenarios.front().scenario;
}

std::vector<std::uint32_t> chosen_after(const Model& model, std::uint32_t id, bool on) {
  std::vector<std::uint32_t> shown, out;
  for (const auto& one : compared(model))
    if (!one.letter.empty() && one.scenario->id != id) shown.push_back(one.scenario->id);
  // Those chosen longest ago stand first; what was shown without a choice keeps its order.
  for (const auto other : model.chosen)
    if (std::ranges::find(shown, other) != shown.end()) out.push_back(other);
  for (const auto other : shown)
    if (std::ranges::find(out, other) == out.end()) out.push_back(other);
  if (on) out.push_back(id);
  if (out.size() > most_beside_now) out.erase(out.begin());
  return out;
}

}  // namespace rembuk::office

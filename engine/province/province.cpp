#include "engine/province/province.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/province/builder.hpp"

namespace rembuk {
namespace {

/// Employees of each government: its share of `total`, rounded so that the sum is met; all of them
/// have some.
std::vector<std::int32_t> staff_of(std::int32_t total, std::size_t count) {
  std::int64_t sum = 0, before = 0;
  for (std::size_t g = 0; g < count; ++g) sum += province::governments[g].staff;
  std::vector<std::int32_t> staff;
  for (std::size_t g = 0; g < count; ++g) {
    const std::int64_t after = before + province::governments[g].staff;
    staff.push_back(static_cast<std::int32_t>(total * after / sum - total * before / sum));
    before = after;
  }
  return staff;
}

}  // namespace

Consultation make_province(const ProvinceOptions& options,
                           const std::function<void(double)>& progress) {
  province::Builder builder;
  builder.options = options;
  builder.options.employees = std::max(50, options.employees);
  const auto count = std::clamp<std::size_t>(
      static_cast<std::size_t>(std::max(1, options.governments)), 1, province::governments.size());
  builder.staff = staff_of(builder.options.employees, count);
  builder.consultation.settings.reference_date = options.reference_date;
  // Verbs in their order, with their share of the work.
  using Step = void (province::Builder::*)();
  constexpr std::array<std::pair<Step, double>, 7> steps = {
      {{&province::Builder::make_units_and_posts, 0.01},
       {&province::Builder::share_heads, 0.02},
       {&province::Builder::make_requirements, 0.04},
       {&province::Builder::make_employees, 0.3},
       {&province::Builder::make_skills, 0.6},
       {&province::Builder::make_travel, 0.6},
       {&province::Builder::make_answers, 1}}};
  for (const auto& [step, done] : steps) {
    (builder.*step)();
    if (progress) progress(done);
  }
  return std::move(builder.consultation);
}

}  // namespace rembuk

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

province::Builder builder_of(const ProvinceOptions& options) {
  province::Builder builder;
  builder.options = options;
  builder.options.employees = std::max(50, options.employees);
  const auto count = std::clamp<std::size_t>(
      static_cast<std::size_t>(std::max(1, options.governments)), 1, province::governments.size());
  builder.staff = staff_of(builder.options.employees, count);
  builder.consultation.settings.reference_date = options.reference_date;
  return builder;
}

constexpr std::size_t part_size = 50'000;
constexpr std::size_t sample_size = 20'000;

/// Every so many of the slots, so that the sample is like all.
std::vector<province::Builder::Slot> sample_of(std::span<const province::Builder::Slot> slots) {
  std::vector<province::Builder::Slot> sample;
  const std::size_t step = std::max<std::size_t>(1, slots.size() / sample_size);
  for (std::size_t at = 0; at < slots.size(); at += step) sample.push_back(slots[at]);
  return sample;
}

}  // namespace

Consultation make_province(const ProvinceOptions& options,
                           const std::function<void(double)>& progress) {
  province::Builder builder = builder_of(options);
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

bool make_province_in_parts(const ProvinceOptions& options,
                            const std::function<bool(const ProvincePart&)>& take,
                            const std::function<void(double)>& progress) {
  province::Builder builder = builder_of(options);
  Consultation& c = builder.consultation;
  builder.make_units_and_posts();
  builder.share_heads();
  builder.make_requirements();
  builder.make_travel();
  const auto slots = builder.number_employees();
  builder.make_employees(sample_of(slots));
  builder.settle_answering();
  std::vector<std::int32_t> planned = builder.heads;  // after the proposals of the parts so far
  for (std::size_t first = 0, number = 0; first < slots.size(); first += part_size, ++number) {
    builder.options.seed = options.seed;
    builder.make_employees(
        std::span(slots).subspan(first, std::min(part_size, slots.size() - first)));
    c.skills.clear();
    c.aspirations.clear();
    c.concerns.clear();
    builder.options.seed = options.seed ^ (std::uint64_t{number + 1} << 32U);
    builder.make_skills();
    builder.make_answers();
    const Plan proposal = first_proposal(c, builder.snapshot(planned));
    for (const auto& move : proposal.moves) {
      --planned[c.employees[move.employee.index()].post.index()];
      ++planned[move.to.index()];
    }
    if (!take({c, proposal, number})) return false;
    if (progress)
      progress(0.3 + 0.7 * static_cast<double>(first) / static_cast<double>(slots.size()));
  }
  return true;
}

}  // namespace rembuk

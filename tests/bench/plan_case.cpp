#include "tests/bench/plan_case.hpp"

#include <algorithm>

#include "engine/base/random.hpp"

namespace rembuk::bench {
namespace {

constexpr std::int32_t regions = 12, competences = 75;

std::uint32_t size32(std::size_t n) { return static_cast<std::uint32_t>(n); }

std::vector<std::int32_t> some_competences(Random& random, std::uint32_t count) {
  std::vector<std::int32_t> list;
  for (std::uint32_t at = 0; at < count; ++at)
    list.push_back(static_cast<std::int32_t>(random.below(competences)));
  std::ranges::sort(list);
  list.erase(std::ranges::unique(list).begin(), list.end());
  return list;
}

void add_units(Random& random, std::size_t m, Snapshot& s) {
  const std::size_t agencies = std::max<std::size_t>(1, m / 60);
  for (std::size_t u = 0; u < std::max<std::size_t>(1, m / 7); ++u) {
    Snapshot::UnitRow unit;
    const std::size_t top = u % agencies;
    if (u >= agencies) unit.parent = UnitId{top};
    unit.opd = UnitId{top};
    unit.government = GovernmentId{0};
    unit.region = RegionId{static_cast<std::int32_t>(random.below(regions))};
    unit.remoteness = static_cast<std::uint8_t>(random.below(4));
    unit.workload = static_cast<std::int32_t>(5000 + random.below(5001));
    s.units.push_back(unit);
  }
}

void add_posts(Random& random, std::size_t n, std::size_t m, Snapshot& s) {
  const auto seats = size32(std::max<std::size_t>(1, 8 * n / (3 * m)));
  for (std::size_t j = 0; j < m; ++j) {
    Snapshot::PostRow post;
    post.unit = UnitId{static_cast<std::int32_t>(random.below(size32(s.units.size())))};
    post.job_class = static_cast<std::uint8_t>(5 + random.below(6));
    post.need = static_cast<std::int32_t>(1 + random.below(seats));
    if (random.chance(0.3)) post.golongan_min = static_cast<std::int16_t>(6 + random.below(4));
    post.required.first = static_cast<std::int32_t>(s.required.size());
    for (const auto c : some_competences(random, 7))
      s.required.push_back(
          {CompetenceId{c}, static_cast<std::uint8_t>(1 + random.below(4)), false});
    post.required.last = static_cast<std::int32_t>(s.required.size());
    s.posts.push_back(post);
  }
}

Snapshot::Target some_wish(Random& random, const Snapshot& s) {
  using Kind = Snapshot::Target::Kind;
  const double what = random.unit();
  if (what < 0.6)
    return {Kind::post, static_cast<std::int32_t>(random.below(size32(s.posts.size())))};
  if (what < 0.9)
    return {Kind::unit, static_cast<std::int32_t>(random.below(size32(s.units.size())))};
  return {Kind::region, static_cast<std::int32_t>(random.below(regions))};
}

Snapshot::EmployeeRow some_employee(Random& random, Snapshot& s) {
  Snapshot::EmployeeRow e;
  do e.post = PostId{static_cast<std::int32_t>(random.below(size32(s.posts.size())))};
  while (s[e.post].heads > s[e.post].need && random.chance(0.9));
  ++s.posts[e.post.index()].heads;
  e.home = random.chance(0.6) ? s.unit_of(e.post).region
                              : RegionId{static_cast<std::int32_t>(random.below(regions))};
  e.government = GovernmentId{0};
  e.golongan = static_cast<std::uint8_t>(5 + random.below(8));
  e.education = 6;
  e.tenure_months = random.chance(0.12) ? 6 : 60;
  e.months_to_retirement = 200;
  e.held.first = static_cast<std::int32_t>(s.held.size());
  for (const auto c : some_competences(random, 8))
    s.held.push_back({CompetenceId{c}, static_cast<std::uint8_t>(1 + random.below(4)), false});
  e.held.last = static_cast<std::int32_t>(s.held.size());
  if (!random.chance(0.62)) return e;
  answer_at_random(random, s, e);
  return e;
}

}  // namespace

void answer_at_random(Random& random, const Snapshot& s, Snapshot::EmployeeRow& e) {
  e.answered = true;
  e.stance = static_cast<Stance>(random.below(3));
  e.wish_count = static_cast<std::uint8_t>(random.below(6));
  for (std::size_t rank = 0; rank < e.wish_count; ++rank) e.wishes[rank] = some_wish(random, s);
  e.weights = {4567, 2567, 1566, 900, 400};
  random.shuffle(std::span<std::int32_t>(e.weights));
  for (auto& intensity : e.concerns)
    intensity =
        random.chance(0.1) ? static_cast<std::uint8_t>(1 + random.below(5)) : std::uint8_t{0};
}

Snapshot plan_case(std::size_t n, std::size_t m, std::uint64_t seed) {
  Random random(seed, 7);
  Snapshot s;
  s.regions = regions;
  s.governments = 1;
  s.competences = competences;
  for (std::int32_t a = 0; a < regions; ++a)
    for (std::int32_t b = 0; b < regions; ++b)
      s.minutes.push_back(a == b ? 20 : static_cast<std::int32_t>(40 + random.below(400)));
  add_units(random, m, s);
  add_posts(random, n, m, s);
  for (std::size_t i = 0; i < n; ++i) s.employees.push_back(some_employee(random, s));
  return s;
}

}  // namespace rembuk::bench

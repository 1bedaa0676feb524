#include "tests/engine/assignment/small_case.hpp"

#include <algorithm>

#include "engine/base/random.hpp"

namespace rembuk::testing {
namespace {

using namespace std::chrono;

Post random_post(Random& random, std::size_t at) {
  Post p;
  p.code = p.name = "P" + std::to_string(at);
  p.unit = UnitId{static_cast<std::int32_t>(random.below(3))};
  p.kind = PostKind::pelaksana;
  p.job_class = static_cast<std::uint8_t>(6 + random.below(2));
  p.need = static_cast<std::int32_t>(random.below(4));
  if (random.chance(0.2)) p.golongan_min = static_cast<std::uint8_t>(10);
  return p;
}

Employee random_employee(Random& random, std::size_t at, const Consultation& c) {
  Employee e;
  e.nip = "N" + std::to_string(at);
  e.birth = 1985y / 1 / 1;
  e.tmt_cpns = 2010y / 1 / 1;
  e.golongan = static_cast<std::uint8_t>(8 + random.below(4));
  e.post = PostId{static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(c.posts.size())))};
  e.unit = c.posts[e.post.index()].unit;
  e.tmt_post = random.chance(0.1) ? 2026y / 1 / 1 : 2020y / 1 / 1;
  e.education = Education::s1;
  e.home = random.chance(0.5) ? "15.71" : "15.01";
  return e;
}

Wish random_wish(Random& random, const Consultation& c) {
  if (random.chance(0.7)) return PostId{static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(c.posts.size())))};
  if (random.chance(0.5)) return UnitId{static_cast<std::int32_t>(random.below(3))};
  return WishRegion{random.chance(0.5) ? "15.71" : "15.01"};
}

void answer(Random& random, Consultation& c, EmployeeId i) {
  if (random.chance(0.3)) return;
  Aspiration a;
  a.employee = i;
  a.stance = static_cast<Stance>(random.below(3));
  for (auto wishes = random.below(4); wishes > 0; --wishes) {
    const auto wish = random_wish(random, c);
    if (std::ranges::find(a.wishes, wish) == a.wishes.end()) a.wishes.push_back(wish);
  }
  c.aspirations.push_back(a);
  if (random.chance(0.4)) c.concerns.push_back({i, static_cast<std::uint8_t>(random.below(14)), static_cast<std::uint8_t>(1 + random.below(5)), ""});
}

void add_competences(Random& random, Consultation& c) {
  c.competences = {{"C0", "C0", {}}, {"C1", "C1", {}}};
  for (std::size_t j = 0; j < c.posts.size(); ++j)
    for (std::int32_t skill = 0; skill < 2; ++skill)
      if (random.chance(0.5)) c.requirements.push_back({PostId{j}, CompetenceId{skill}, static_cast<std::uint8_t>(1 + random.below(5)), random.chance(0.5)});
  for (std::size_t i = 0; i < c.employees.size(); ++i)
    for (std::int32_t skill = 0; skill < 2; ++skill)
      if (random.chance(0.6)) c.skills.push_back({EmployeeId{i}, CompetenceId{skill}, static_cast<std::uint8_t>(1 + random.below(5)), SkillSource::atasan, {}});
}

void add_locks(Random& random, SmallCase& made) {
  if (!random.chance(0.3)) return;
  for (std::size_t i = 0; i < made.snapshot.employees.size(); ++i)
    if (random.chance(0.3)) made.rules.cycle.locks.push_back({EmployeeId{i}, PostId{static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(made.snapshot.posts.size())))}});
}

}  // namespace

SmallCase random_case(std::uint64_t seed, std::size_t most_employees, std::size_t most_posts) {
  Random random(seed, 98);
  const std::size_t n = 1 + random.below(static_cast<std::uint32_t>(most_employees));
  return case_of(seed, n, 1 + random.below(static_cast<std::uint32_t>(most_posts)));
}

SmallCase case_of(std::uint64_t seed, std::size_t n, std::size_t m) {
  Random random(seed, 99);
  Consultation c;
  c.settings.reference_date = 2026y / 6 / 30;
  c.units = {{"A", "A", {}, UnitKind::dinas, "0500", "15.71", {}, {}, 0},
             {"A1", "A1", UnitId{0}, UnitKind::uptd, "0500", "15.01", {}, {}, 2},
             {"B", "B", {}, UnitKind::dinas, "0500", "15.01", {}, {}, 0}};
  for (std::size_t j = 0; j < m; ++j) c.posts.push_back(random_post(random, j));
  for (std::size_t i = 0; i < n; ++i) c.employees.push_back(random_employee(random, i, c));
  add_competences(random, c);
  for (std::size_t i = 0; i < n; ++i) answer(random, c, EmployeeId{i});
  c.travel = {{"15.01", "15.01", 20}, {"15.01", "15.71", 90}, {"15.71", "15.01", 95}, {"15.71", "15.71", 15}};
  SmallCase made{make_snapshot(c), {}};
  add_locks(random, made);
  return made;
}

}  // namespace rembuk::testing

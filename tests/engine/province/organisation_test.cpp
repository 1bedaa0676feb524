#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <set>

#include "tests/engine/province/given.hpp"

using namespace rembuk;

TEST_CASE("the province has its 48 agencies under one instansi", "[province]") {
  const auto& c = given::demo();
  std::set<std::string> names;
  std::size_t roots = 0;
  for (const auto& unit : c.units) {
    CHECK(unit.government == "5500");
    if (unit.parent.valid()) {
      CHECK(unit.parent.index() < c.units.size());
    } else {
      ++roots;
      CHECK(unit.kind == UnitKind::instansi);
    }
    if (unit.code.size() == 7) names.insert(unit.name);
  }
  CHECK(roots == 1);
  CHECK(names.size() == 48);
  CHECK(names.contains("Badan Kepegawaian Daerah"));
  CHECK(names.contains("RSUD Raden Mattaher"));
}

TEST_CASE("the bureaus belong to the secretariat of the province", "[province]") {
  const auto& c = given::demo();
  std::size_t bureaus = 0;
  for (const auto& unit : c.units) {
    if (unit.kind != UnitKind::biro) continue;
    ++bureaus;
    CHECK(c.units[unit.parent.index()].name == "Sekretariat Daerah");
  }
  CHECK(bureaus == 9);
}

TEST_CASE("posts are about a quarter of the employees", "[province]") {
  const auto& c = given::demo();
  CHECK(c.employees.size() == 12000);
  CHECK(c.posts.size() > 2600);
  CHECK(c.posts.size() < 3400);
  CHECK(c.competences.size() >= 55);
  CHECK(c.competences.size() <= 80);
}

TEST_CASE("heads are 60 to 75 percent of need", "[province]") {
  for (const std::int32_t employees : {500, 2000, 12000}) {
    const auto s = make_snapshot(given::made(employees, 3));
    std::int64_t need = 0, heads = 0;
    for (const auto& post : s.posts) need += post.need, heads += post.heads;
    CAPTURE(employees, need, heads);
    CHECK(heads == employees);
    CHECK(heads * 100 >= need * 60);
    CHECK(heads * 100 <= need * 75);
  }
}

TEST_CASE(
    "remote units are worse staffed than near ones, and only offices in Kota Jambi have many too "
    "many",
    "[province]") {
  const auto& s = given::demo_snapshot();
  std::array<std::int64_t, 4> need{}, filled{};
  std::size_t crowded = 0, crowded_elsewhere = 0;
  for (const auto& unit : s.units)
    need[unit.remoteness] += unit.need, filled[unit.remoteness] += unit.filled;
  for (const auto& post : s.posts) {
    if (post.heads <= post.need) continue;
    ++crowded;
    const auto& unit = given::demo().units[post.unit.index()];
    if (region_of(unit.area) != "15.71") ++crowded_elsewhere;
  }
  for (std::size_t r = 0; r + 1 < need.size(); ++r) {
    CAPTURE(r, need[r], filled[r]);
    CHECK(filled[r] * need[r + 1] > filled[r + 1] * need[r]);
  }
  CHECK(crowded >= 20);
  CHECK(crowded <= s.posts.size() / 20);
  CHECK(crowded_elsewhere == 0);
}

TEST_CASE("every region has schools, other technical units, staff and vacancies", "[province]") {
  const auto& c = given::demo();
  const auto& s = given::demo_snapshot();
  struct Count {
    std::int32_t schools = 0, technical = 0, heads = 0, vacancies = 0;
  };
  std::map<std::string, Count> regions;
  for (std::size_t u = 0; u < c.units.size(); ++u) {
    auto& count = regions[region_of(c.units[u].area)];
    count.schools += c.units[u].kind == UnitKind::sekolah;
    count.technical += c.units[u].kind == UnitKind::uptd;
    count.heads += s.units[u].filled;
  }
  for (const auto& post : s.posts)
    regions[region_of(c.units[post.unit.index()].area)].vacancies +=
        std::max(0, post.need - post.heads);
  CHECK(regions.size() == 11);
  for (const auto& [code, count] : regions) {
    CAPTURE(code);
    CHECK(count.schools >= 1);
    CHECK(count.technical >= 1);
    CHECK(count.heads >= 120);
    CHECK(count.vacancies >= 50);
  }
}

TEST_CASE("a post has the class and rank of its level, one head where it leads", "[province]") {
  const auto& c = given::demo();
  std::set<std::string> titles;
  for (const auto& post : c.posts) {
    titles.insert(post.name);
    CAPTURE(post.name);
    CHECK(post.job_class >= 1);
    CHECK(post.job_class <= 17);
    CHECK(post.need >= 1);
    CHECK(post.name.find('{') == std::string::npos);
    CHECK((post.level == PostLevel::none) == (post.kind == PostKind::pelaksana));
    CHECK(post.eselon.empty() == (post.kind != PostKind::struktural));
    if (post.kind == PostKind::struktural) CHECK(post.need == 1);
    if (post.name.starts_with("Guru"))
      CHECK(c.competences[post.certificate.index()].code == "SERDIK");
    if (post.level == PostLevel::ahli_muda) CHECK(post.golongan_min == 10);
  }
  CHECK(titles.contains("Guru Ahli Pertama – Matematika"));
  CHECK(titles.contains("Pranata Komputer Ahli Pertama"));
  CHECK(titles.contains("Analis Kebijakan Ahli Muda"));
  CHECK(titles.contains("Perawat Terampil"));
  CHECK(titles.contains("Kepala Dinas Pendidikan"));
}

TEST_CASE("travel times are given for every ordered pair of regions", "[province]") {
  const auto& c = given::demo();
  CHECK(c.travel.size() == 121);
  for (const auto& one : c.travel) {
    CAPTURE(one.from, one.to);
    if (one.from == one.to) {
      CHECK(one.minutes >= 25);
      CHECK(one.minutes <= 45);
    } else {
      CHECK(one.minutes >= 30);
    }
  }
  const auto jambi = make_snapshot(c);
  const auto codes = region_codes(c);
  const auto at = [&](std::string_view code) {
    return RegionId{static_cast<std::size_t>(std::ranges::find(codes, code) - codes.begin())};
  };
  CHECK(jambi.travel_minutes(at("15.71"), at("15.72")) == 666);  // about eleven hours by road
  CHECK(jambi.travel_minutes(at("15.72"), at("15.71")) == 666);
}

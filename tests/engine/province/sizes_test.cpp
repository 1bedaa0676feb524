#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "engine/base/sha256.hpp"
#include "engine/files/export.hpp"
#include "engine/files/import.hpp"
#include "tests/engine/province/given.hpp"

using namespace rembuk;

namespace {

std::string digest_of(const Consultation& c) {
  std::string all;
  for (const auto& [name, text] : files::export_files(c)) all += name + "\n" + text;
  all += files::export_plan(first_proposal(c), c);
  return hex(sha256(all));
}

files::Import imported(const Consultation& c) {
  const auto texts = files::export_files(c);
  std::vector<files::NamedText> named;
  for (const auto& [name, text] : texts) named.push_back({name, text});
  files::ImportOptions options;
  options.today = c.settings.reference_date;
  return files::import_files(named, options);
}

}  // namespace

TEST_CASE("the files of every size are imported without an error and say the same", "[province]") {
  for (const std::int32_t employees : {50, 120, 500, 12000})
    for (const std::int32_t governments : {1, 12}) {
      const auto c = given::made(employees, 5, governments);
      const auto import = imported(c);
      CAPTURE(employees, governments);
      CHECK(import.faults.errors() == 0);
      REQUIRE(import.consultation);
      CHECK(*import.consultation == c);
      CHECK(c.employees.size() == static_cast<std::size_t>(employees));
    }
}

TEST_CASE("any reference date gives files without an error", "[province]") {
  for (const int year : {2015, 2024, 2060})
    for (const unsigned day : {1U, 29U, 31U}) {
      ProvinceOptions options;
      options.employees = 400;
      options.reference_date =
          Date{std::chrono::year{year}, day == 29 ? std::chrono::month{2} : std::chrono::month{1},
               std::chrono::day{day}};
      if (!options.reference_date.ok()) continue;
      CAPTURE(year, day);
      CHECK(imported(make_province(options)).faults.errors() == 0);
    }
}

TEST_CASE("the same seed gives the same bytes, another seed others", "[province]") {
  const auto one = digest_of(given::made(600, 9));
  CHECK(one == digest_of(given::made(600, 9)));
  CHECK(one != digest_of(given::made(600, 10)));
}

TEST_CASE("all twelve governments have their staff, agencies, schools and districts",
          "[province]") {
  const auto c = given::made(30000, 2, 12);
  std::map<std::string, std::size_t> staff;
  std::map<std::string, std::set<UnitKind>> kinds;
  for (const auto& unit : c.units) kinds[unit.government].insert(unit.kind);
  for (const auto& e : c.employees) ++staff[c.units[e.unit.index()].government];
  std::int64_t need = 0;
  std::map<std::string, std::int64_t> need_of;
  for (const auto& post : c.posts) {
    need += post.need;
    need_of[c.units[post.unit.index()].government] += post.need;
  }
  // The two whose need is reported: Merangin 10,000 for 5,700, Kerinci 7,000 for 4,776.
  CHECK(need_of["5504"] == static_cast<std::int64_t>(staff["5504"]) * 10000 / 5700);
  CHECK(need_of["5505"] == static_cast<std::int64_t>(staff["5505"]) * 7000 / 4776);
  CHECK(need * 60 <= std::int64_t{30000} * 100);
  CHECK(need * 75 >= std::int64_t{30000} * 100);
  CHECK(staff.size() == 12);
  CHECK(staff["5500"] > staff["5571"]);
  CHECK(staff["5571"] > 2 * staff["5572"]);
  for (const auto& [government, found] : kinds) {
    CAPTURE(government);
    CHECK(found.contains(UnitKind::instansi));
    CHECK(found.contains(UnitKind::dinas));
    CHECK(found.contains(UnitKind::sekolah));
    if (government == "5500") continue;
    CHECK(found.contains(UnitKind::kecamatan));
    CHECK(found.contains(UnitKind::puskesmas));
  }
}

TEST_CASE("smaller provinces have fewer units and posts", "[province]") {
  std::size_t units = 0, posts = 0;
  for (const std::int32_t employees : {50, 500, 2000, 6000, 12000}) {
    const auto c = given::made(employees);
    CAPTURE(employees, c.units.size(), c.posts.size());
    CHECK(c.units.size() > units);
    CHECK(c.posts.size() > posts);
    CHECK(c.posts.size() * 3 < static_cast<std::size_t>(employees) * 2);
    units = c.units.size();
    posts = c.posts.size();
  }
}

TEST_CASE("the number of agencies can be asked for", "[province]") {
  ProvinceOptions options;
  options.employees = 2000;
  options.agencies = 7;
  const auto c = make_province(options);
  CHECK(std::ranges::count_if(c.units, [](const Unit& unit) { return unit.code.size() == 7; }) ==
        7);
}

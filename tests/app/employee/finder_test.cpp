#include "app/core/employee/finder.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/text/search.hpp"

using namespace rembuk;
using namespace rembuk::employee;

namespace {

Finder a_finder() {
  wire::Catalogue c;
  c.regions = {{"15.01", "Kerinci"}, {"15.71", "Kota Jambi"}};
  c.competences = {"Komunikasi", "Asuhan keperawatan"};
  c.units = {{"A", "Pemerintah Provinsi Jambi", -1, 1, 0, 10000},
             {"A.1", "Dinas Pendidikan", 0, 1, 0, 10000},
             {"A.1.S1", "SMA Negeri 1 Kerinci", 1, 0, 2, 5000}};
  c.posts = {{"A.1-01", "Pranata Komputer Ahli Pertama", 1, 2, 8, 3, 1, 0, {{0, 2}}},
             {"A.1.S1-02", "Guru Ahli Pertama – Matematika", 2, 2, 8, 4, 1, 20, {{0, 2}, {1, 4}}}};
  return Finder(std::move(c));
}

}  // namespace

TEST_CASE("words match at the start, in any order, without case and accents", "[finder]") {
  const Finder finder = a_finder();
  const auto found = finder.find("KERINCI gur", 10);
  REQUIRE(found.hits.size() == 1);
  CHECK(found.hits[0].wish == "jabatan:A.1.S1-02");
  CHECK(finder.find("uru", 10).count == 0);  // not in the middle of a word
  CHECK(finder.find("   ", 10).count == 0);
  CHECK(text::folded("Élan – Guru") == " elan guru");
  CHECK(text::folded("E\u0301lan") == " elan");  // an accent of its own
}

TEST_CASE("a post is found by its agency too", "[finder]") {
  CHECK(a_finder().find("pendidikan guru", 10).count == 1);
}

TEST_CASE("regions come before units, units before posts; all are counted, some are listed",
          "[finder]") {
  const auto found = a_finder().find("kerinci", 2);
  CHECK(found.count == 3);
  REQUIRE(found.hits.size() == 2);
  CHECK(found.hits[0].wish == "wilayah:15.01");
  CHECK(found.hits[1].wish == "unit:A.1.S1");
}

TEST_CASE("the facts of a wish come from the engine's formulas", "[finder]") {
  wire::Profile profile;
  profile.job_class = 7;
  profile.minutes = {300, 25};
  profile.competences = {{0, 1}};
  const auto facts = a_finder().facts("jabatan:A.1.S1-02", profile);
  REQUIRE(facts);
  CHECK(facts->minutes == 300);
  CHECK(facts->vacant == 3);
  CHECK(facts->wished_at_least == 20);
  CHECK(facts->competence == competence_value(CompetenceMatch{1, 6}) / 10000.0);
  CHECK(a_finder().facts("wilayah:15.71", profile)->minutes == 25);
  CHECK_FALSE(a_finder().facts("jabatan:NIHIL", profile));
  CHECK_FALSE(a_finder().facts("bukan", profile));
}

TEST_CASE("the agency of a wish is its highest unit below the government", "[finder]") {
  const Finder finder = a_finder();
  CHECK(finder.agency_of("jabatan:A.1.S1-02") == 1);
  CHECK(finder.agency_of("unit:A.1") == 1);
  CHECK(finder.agency_of("wilayah:15.01") == -1);
}

TEST_CASE("what a post would train is told by name, the greatest gap first", "[finder]") {
  wire::Profile profile;
  profile.competences = {{0, 1}};
  const auto facts = a_finder().facts("jabatan:A.1.S1-02", profile);
  REQUIRE(facts);
  REQUIRE(facts->gaps.size() == 2);
  CHECK(facts->gaps[0].name == "Asuhan keperawatan");
  CHECK(facts->gaps[0].held == 0);
  CHECK(facts->gaps[0].needed == 4);
  CHECK(facts->gaps[1].name == "Komunikasi");
  profile.competences = {{0, 2}, {1, 5}};
  CHECK(a_finder().facts("jabatan:A.1.S1-02", profile)->gaps.empty());
}

TEST_CASE("towns and agencies count their posts and vacant seats, and give their posts",
          "[finder]") {
  const Finder finder = a_finder();
  REQUIRE(finder.regions().size() == 2);
  CHECK(finder.regions()[0].posts == 1);
  CHECK(finder.regions()[0].vacant == 3);
  CHECK(finder.regions()[1].vacant == 2);
  REQUIRE(finder.agencies().size() == 1);
  CHECK(finder.agencies()[0].name == "Dinas Pendidikan");
  CHECK(finder.agencies()[0].posts == 2);
  CHECK(finder.posts_in_region(1) == std::vector<std::size_t>{0});
  CHECK(finder.posts_of_agency(1) == std::vector<std::size_t>{0, 1});
  CHECK(finder.posts_in_region(77).empty());
  CHECK(finder.posts_of_agency(77).empty());
}

TEST_CASE("posts with a vacant seat come first", "[finder]") {
  wire::Catalogue c;
  c.regions = {{"15.71", "Kota Jambi"}};
  c.units = {{"A", "Pemerintah", -1, 0, 0, 10000}, {"A.1", "Dinas", 0, 0, 0, 10000}};
  c.posts = {{"P1", "Penuh", 1, 2, 8, 2, 2, 0, {}}, {"P2", "Kosong", 1, 2, 8, 2, 1, 0, {}}};
  CHECK(Finder(std::move(c)).posts_in_region(0) == std::vector<std::size_t>{1, 0});
}

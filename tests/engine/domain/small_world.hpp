#pragma once
#include <string>

#include "engine/domain/records.hpp"

/// A consultation small enough to compute by hand: two governments, six units, five posts, six
/// people.
///
///   G (instansi, 15.71)              H (instansi, 15.71)
///   ├ G.D (dinas, 15.71)             └ H.B (biro, 15.71)
///   │ └ G.D.K (uptd, 15.01, remote 3)
///   └ G.E (badan, 15.08, remote 2)
namespace rembuk::testing {

inline Date on(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

inline Unit unit(std::string code, std::int32_t parent, UnitKind kind, std::string government,
                 std::string area, std::uint8_t remoteness = 0) {
  Unit u;
  u.name = code;
  u.code = std::move(code);
  u.parent = UnitId{parent};
  u.kind = kind;
  u.government = std::move(government);
  u.area = std::move(area);
  u.remoteness = remoteness;
  return u;
}

inline Post post(std::string code, std::int32_t unit, PostKind kind, std::uint8_t job_class,
                 std::int32_t need) {
  Post p;
  p.name = code;
  p.code = std::move(code);
  p.unit = UnitId{unit};
  p.kind = kind;
  p.level = kind == PostKind::fungsional   ? PostLevel::ahli_pertama
            : kind == PostKind::struktural ? PostLevel::pengawas
                                           : PostLevel::none;
  p.job_class = job_class;
  p.need = need;
  return p;
}

inline Employee employee(std::string nip, std::int32_t unit, std::int32_t post,
                         std::string home = "") {
  Employee e;
  e.nip = std::move(nip);
  e.birth = on(1985, 2, 28);
  e.tmt_cpns = on(2010, 1, 1);
  e.tmt_post = on(2020, 1, 1);
  e.golongan = 8;
  e.education = Education::s1;
  e.unit = UnitId{unit};
  e.post = PostId{post};
  e.home = std::move(home);
  return e;
}

inline constexpr EmployeeId ani{0}, budi{1}, citra{2}, dedi{3}, eka{4}, fitri{5};
inline constexpr PostId staff{0}, remote{1}, agency{2}, empty{3}, elsewhere{4};

inline Consultation small_world() {
  Consultation c;
  c.settings.reference_date = on(2026, 6, 30);
  c.units = {unit("G", -1, UnitKind::instansi, "0500", "15.71"),
             unit("G.D", 0, UnitKind::dinas, "0500", "15.71.05"),
             unit("G.D.K", 1, UnitKind::uptd, "0500", "15.01.02.1003", 3),
             unit("G.E", 0, UnitKind::badan, "0500", "15.08", 2),
             unit("H", -1, UnitKind::instansi, "0501", "15.71"),
             unit("H.B", 4, UnitKind::biro, "0501", "15.71")};
  c.posts = {post("J0", 1, PostKind::pelaksana, 8, 6), post("J1", 2, PostKind::fungsional, 9, 3),
             post("J2", 3, PostKind::pelaksana, 7, 2), post("J3", 0, PostKind::pelaksana, 8, 0),
             post("J4", 5, PostKind::pelaksana, 8, 1)};
  c.employees = {employee("A", 1, 0, "15.71.07"),
                 employee("B", 1, 0),
                 employee("C", 1, 0, "15.01"),
                 employee("D", 1, 0),
                 employee("E", 2, 1),
                 employee("F", 3, 2, "15.71")};
  c.competences = {{"C1", "Satu", {}}, {"C2", "Dua", {}}, {"C3", "Tiga", {}}};
  c.requirements = {{remote, CompetenceId{0}, 4, true}, {remote, CompetenceId{2}, 3, false}};
  c.skills = {{ani, CompetenceId{0}, 2, SkillSource::atasan, {}},
              {ani, CompetenceId{0}, 5, SkillSource::mandiri, {}},
              {ani, CompetenceId{1}, 5, {}, {}},
              {ani, CompetenceId{2}, 1, SkillSource::sertifikat, {}}};
  const std::int32_t minutes[3][3] = {{30, 200, 660}, {220, 20, 255}, {640, 250, 25}};
  const char* regions[3] = {"15.01", "15.08", "15.71"};
  for (int a = 0; a < 3; ++a)
    for (int b = 0; b < 3; ++b) c.travel.push_back({regions[a], regions[b], minutes[a][b]});
  return c;
}

/// Ani answers: wishes, ranking, track and stance as given.
inline Aspiration answer(EmployeeId who, Stance stance, std::vector<Wish> wishes = {}) {
  Aspiration a;
  a.employee = who;
  a.stance = stance;
  a.wishes = std::move(wishes);
  return a;
}

}  // namespace rembuk::testing

#pragma once
#include "engine/rules/rules.hpp"

/// Two governments; unit 0 leads unit 1, unit 2 is of the other government. Nobody breaks a rule.
namespace rembuk {

inline constexpr PostId head{std::int32_t{0}}, staff{std::int32_t{1}}, analyst{std::int32_t{2}}, far{std::int32_t{3}},
    section{std::int32_t{4}};
inline constexpr EmployeeId chief{std::int32_t{0}}, ani{std::int32_t{1}}, budi{std::int32_t{2}}, citra{std::int32_t{3}};

inline Consultation small_office() {
  using namespace std::chrono;
  Consultation c;
  c.settings.reference_date = 2026y / 6 / 30;
  c.units = {{"A", "A", {}, UnitKind::dinas, "0500", "15.71", {}, {}, 0},
             {"A1", "A1", UnitId{0}, UnitKind::uptd, "0500", "15.71", {}, {}, 0},
             {"B", "B", {}, UnitKind::dinas, "0501", "15.01", {}, {}, 0}};
  const auto post = [](std::string code, std::int32_t unit, PostKind kind, std::uint8_t job_class, std::int32_t need) {
    Post p;
    p.code = std::move(code);
    p.unit = UnitId{unit};
    p.kind = kind;
    p.job_class = job_class;
    p.need = need;
    return p;
  };
  c.posts = {post("P0", 0, PostKind::struktural, 12, 1), post("P1", 1, PostKind::pelaksana, 6, 3),
             post("P2", 1, PostKind::fungsional, 8, 2), post("P3", 2, PostKind::pelaksana, 6, 2),
             post("P4", 1, PostKind::struktural, 9, 1)};
  const auto employee = [](std::string nip, PostId at, std::int32_t unit) {
    Employee e;
    e.nip = std::move(nip);
    e.birth = 1985y / 1 / 1;
    e.tmt_cpns = 2010y / 1 / 1;
    e.golongan = 10;
    e.post = at;
    e.unit = UnitId{unit};
    e.tmt_post = 2020y / 1 / 1;
    e.education = Education::s1;
    return e;
  };
  c.employees = {employee("1", head, 0), employee("2", staff, 1), employee("3", staff, 1), employee("4", far, 2)};
  c.competences = {{"C0", "C0", {}}, {"C1", "C1", {}}};
  return c;
}

}  // namespace rembuk

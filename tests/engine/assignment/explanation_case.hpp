#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/assignment/explanation.hpp"

/// A small office whose cards can be foreseen: everybody is at the first post, two at the second.
namespace rembuk::testing {

inline constexpr EmployeeId asked{std::int32_t{0}};
inline constexpr PostId desk{std::int32_t{0}}, wanted{std::int32_t{1}};

/// Post 0 with `colleagues` + 1 people and as many needed; post 1, in another region and agency,
/// with two needed and two people who are not free to leave. The asked one wishes for post 1.
[[nodiscard]] inline Consultation office(int colleagues = 12) {
  using namespace std::chrono;
  Consultation c;
  c.settings.reference_date = 2026y / 6 / 30;
  c.units = {{"A", "Dinas Satu", {}, UnitKind::dinas, "5500", "15.71", {}, {}, 0},
             {"B", "Dinas Dua", {}, UnitKind::dinas, "5500", "15.01", {}, {}, 1}};
  Post first, second;
  first.code = "P0", first.name = "Penata", first.unit = UnitId{std::int32_t{0}};
  second.code = "P1", second.name = "Pengelola", second.unit = UnitId{std::int32_t{1}};
  first.job_class = 7, second.job_class = 6;
  first.need = colleagues + 1, second.need = 2;
  c.posts = {first, second};
  c.competences = {{"C0", "Arsip", {}}};
  c.requirements = {{wanted, CompetenceId{std::int32_t{0}}, 2, false}};
  for (int k = 0; k <= colleagues + 2; ++k) {
    Employee e;
    e.nip = "1985010120100110" + std::string(k < 10 ? "0" : "") + std::to_string(k);
    e.name = "Orang Nomor " + std::string(1, static_cast<char>('A' + k));
    e.birth = 1985y / 1 / 1;
    e.tmt_cpns = 2010y / 1 / 1;
    e.golongan = 10;
    e.post = k <= colleagues ? desk : wanted;
    e.unit = c.posts[e.post.index()].unit;
    e.tmt_post = 2020y / 1 / 1;
    e.education = Education::s1;
    e.home = "15.71";
    e.studying = e.post == wanted;
    c.employees.push_back(e);
  }
  c.skills = {{asked, CompetenceId{std::int32_t{0}}, 1, {}, {}}};
  c.travel = {{"15.01", "15.01", 20},
              {"15.01", "15.71", 90},
              {"15.71", "15.01", 95},
              {"15.71", "15.71", 15}};
  Aspiration wish;
  wish.employee = asked;
  wish.stance = Stance::move;
  wish.wishes = {wanted};
  c.aspirations = {wish};
  return c;
}

/// The card under `plan`, with the given policy solved beside it.
[[nodiscard]] inline Card card_of(const Consultation& c, const Plan& plan, EmployeeId i = asked,
                                  const PlanRequest& request = {}) {
  const Snapshot s = make_snapshot(c);
  return explain({c, s, plan, request.rules}, solve_policy(s, request).value(), i).value();
}

[[nodiscard]] inline const Sentence* find(const std::vector<Sentence>& all, std::string_view code) {
  const auto at = std::ranges::find(all, code, &Sentence::code);
  return at == all.end() ? nullptr : &*at;
}
[[nodiscard]] inline bool has(const std::vector<Sentence>& all, std::string_view code) {
  return find(all, code) != nullptr;
}

/// Every sentence of a card, facts first.
[[nodiscard]] inline std::vector<Sentence> sentences(const Facts& f) {
  std::vector<Sentence> all;
  for (const auto* list : {&f.change, &f.reason, &f.meaning, &f.next, &f.office})
    all.insert(all.end(), list->begin(), list->end());
  return all;
}
[[nodiscard]] inline std::vector<Sentence> sentences(const Card& card) {
  auto all = sentences(card.facts);
  const auto& p = card.personal;
  for (const auto* list : {&p.reason, &p.meaning, &p.concerns, &p.next, &p.differ})
    all.insert(all.end(), list->begin(), list->end());
  return all;
}

}  // namespace rembuk::testing

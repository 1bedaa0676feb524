#include "engine/province/province.hpp"

#include <algorithm>

#include "engine/domain/snapshot.hpp"
#include "engine/province/builder.hpp"
#include "engine/rules/rules.hpp"

namespace rembuk {

Consultation make_province(const ProvinceOptions& options) {
  province::Builder builder;
  builder.options = options;
  builder.options.employees = std::max(50, options.employees);
  builder.consultation.settings.reference_date = options.reference_date;
  builder.make_units_and_posts();
  builder.share_heads();
  builder.make_competences();
  builder.make_employees();
  builder.make_skills();
  builder.make_travel();
  builder.make_answers();
  return std::move(builder.consultation);
}

Plan first_proposal(const Consultation& consultation) {
  const Snapshot s = make_snapshot(consultation);
  std::vector<std::int32_t> heads(s.posts.size());
  std::vector<PostId> short_posts;
  for (std::size_t j = 0; j < s.posts.size(); ++j) {
    heads[j] = s.posts[j].heads;
    if (heads[j] < s.posts[j].need && takes_entrant(s, PostId{j})) short_posts.push_back(PostId{j});
  }
  // Where the greatest share is missing comes first; equal shares by code.
  const auto missing = [&](PostId j) { return std::int64_t{10000} * (s[j].need - s[j].heads) / s[j].need; };
  std::ranges::sort(short_posts, {}, [&](PostId j) { return std::pair(-missing(j), j.value); });
  const std::size_t most = s.employees.size() * 6 / 100;
  Plan plan;
  std::vector<bool> placed(s.employees.size());
  std::size_t next = 0;
  for (const PostId j : short_posts) {
    if (plan.moves.size() >= most) break;
    // One head a post: an office spreads what it has.
    for (std::size_t looked = 0; looked < s.employees.size() && heads[j.index()] < s[j].need; ++looked) {
      const EmployeeId i{next};
      next = (next + 7919) % s.employees.size();
      const PostId from = s[i].post;
      const bool spared = heads[from.index()] * 10 >= s[from].need * 8;
      if (placed[i.index()] || from == j || !spared || s[from].kind != s[j].kind || !eligible(s, i, j)) continue;
      placed[i.index()] = true;
      --heads[from.index()];
      ++heads[j.index()];
      plan.moves.push_back({i, j, "KEBUTUHAN: kekurangan pegawai menurut ABK"});
      break;
    }
  }
  std::ranges::sort(plan.moves, {}, &Move::employee);
  return plan;
}

EmployeeId demo_employee(const Consultation& consultation) {
  const Snapshot s = make_snapshot(consultation);
  for (std::size_t i = 0; i < s.employees.size(); ++i) {
    const auto& e = s.employees[i];
    const EmployeeId id{i};
    const auto minutes = s.travel_minutes(e.home, s.unit_of(e.post).region);
    if (e.answered || e.status != EmployeeStatus::pns || minutes < 120 || minutes > 420 || !locks(s, id).empty()) continue;
    std::int32_t near = 0;
    for (std::size_t j = 0; j < s.posts.size(); ++j)
      if (s.unit_of(PostId{j}).region == e.home && s.posts[j].heads < s.posts[j].need && eligible(s, id, PostId{j})) ++near;
    if (near >= 5) return id;
  }
  return EmployeeId{0};
}

}  // namespace rembuk

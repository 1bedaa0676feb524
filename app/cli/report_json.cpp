#include "app/cli/report_json.hpp"

#include "app/cli/json.hpp"

namespace rembuk::cli {
namespace {

std::string expected(const ExpectedPeople& people) {
  return fmt::format("{{\"mean\": {}, \"low80\": {}, \"high80\": {}}}", json_number(people.mean),
                     json_number(people.low80), json_number(people.high80));
}

std::string concerns(const Report& report) {
  std::string list;
  for (std::size_t k = 0; k < concern_categories; ++k)
    list += fmt::format("{}{{\"category\": \"K{:02}\", \"people\": {}, \"intensity_sum\": {}}}",
                        list.empty() ? "" : ", ", k + 1, report.concerns[k].people,
                        report.concerns[k].intensity_sum);
  return list;
}

std::string breaches(std::span<const Violation> violations) {
  std::string list;
  for (const auto& violation : violations)
    list += fmt::format("{}{{\"rule\": \"{}\", \"people\": {}}}", list.empty() ? "" : ", ",
                        name(violation.rule), violation.people);
  return list;
}

}  // namespace

std::string report_members(const Report& r, std::span<const Violation> violations) {
  const auto& s = r.satisfaction;
  const auto& a = r.acceptance;
  const auto& n = r.need;
  return fmt::format(
      "\"schema\": 1, \"employees\": {}, \"answered\": {}, \"moved\": {},\n"
      " \"satisfaction\": {{\"mean\": {}, \"median\": {}, \"worst_tenth_mean\": {}, \"min\": {}, "
      "\"gini\": {}, \"mean_moved\": {}}},\n"
      " \"moved_better\": {}, \"moved_equal\": {}, \"moved_worse\": {},\n"
      " \"wish\": {{\"first\": {}, \"top3\": {}, \"any\": {}}},\n"
      " \"acceptance\": {{\"asked\": {},\n  \"accept\": {},\n  \"conditional\": {},\n  \"object\": "
      "{},\n"
      "  \"nonrespondents\": {}, \"accept_if_none_of_them\": {}, \"accept_if_all_of_them\": {},\n"
      "  \"accept_if_half_odds\": {}, \"accept_if_double_odds\": {}}},\n"
      " \"concerns\": [{}],\n"
      " \"need\": {{\"heads_needed\": {}, \"heads_covered_before\": {}, \"heads_covered_after\": "
      "{},\n"
      "  \"competence_covered_before\": {}, \"competence_covered_after\": {}}},\n"
      " \"violations\": [{}]",
      r.employees, r.answered, r.moved, json_number(s.mean), json_number(s.median),
      json_number(s.worst_tenth_mean), json_number(s.min), json_number(s.gini),
      json_number(s.mean_moved), r.moved_better, r.moved_equal, r.moved_worse, r.wish_first,
      r.wish_top3, r.wish_any, a.asked, expected(a.accept), expected(a.conditional),
      expected(a.object), a.nonrespondents, json_number(a.if_none_of_them),
      json_number(a.if_all_of_them), json_number(a.if_half_odds), json_number(a.if_double_odds),
      concerns(r), n.heads_needed, n.heads_covered_before, n.heads_covered_after,
      json_number(n.competence_covered_before), json_number(n.competence_covered_after),
      breaches(violations));
}

}  // namespace rembuk::cli

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "app/cli/json.hpp"
#include "app/cli/load.hpp"
#include "app/cli/report_json.hpp"
#include "app/cli/table.hpp"
#include "app/cli/verbs.hpp"
#include "engine/domain/snapshot.hpp"
#include "engine/rules/rules.hpp"
#include "engine/scoring/attribution.hpp"

/// Two plans side by side, and their difference by cause: B minus A.
namespace rembuk::cli {
namespace {

struct Side {
  Plan plan;
  Report report;
  std::vector<Violation> violations;
};

/// All digits of a part of Σ s in points: units of 1/40000 have at most six decimals.
std::string exact_points(std::int64_t units) {
  static_assert(1'000'000 % SatisfactionChange::units_per_point == 0);
  const std::uint64_t size =
      units < 0 ? 0 - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
  const std::uint64_t unit = SatisfactionChange::units_per_point;
  std::string text = fmt::format("{}{}.{:06}", units < 0 ? "-" : "", size / unit,
                                 size % unit * (1'000'000 / unit));
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

double people(std::int64_t units) {
  return static_cast<double>(units) / static_cast<double>(ExpectedChange::units_per_person);
}
double points(std::int64_t units) {
  return static_cast<double>(units) / static_cast<double>(SatisfactionChange::units_per_point);
}

std::string json_change(const ExpectedChange& c) {
  return fmt::format(
      "{{\"total\": {}, \"asked\": {}, \"satisfaction\": {}, \"stance\": {}, \"concerns\": {}}}",
      json_number(people(c.total)), json_number(people(c.asked)),
      json_number(people(c.satisfaction)), json_number(people(c.stance)),
      json_number(people(c.concerns)));
}

std::string json_difference(const PlanDifference& d) {
  const auto& s = d.satisfaction;
  return fmt::format(
      "{{\"people_placed_differently\": {}, \"moved\": {},\n"
      "  \"satisfaction_sum\": {{\"total\": {}, \"distance\": {}, \"competence\": {}, \"career\": "
      "{}, \"workload\": {}, \"facilities\": {}, "
      "\"bonus\": {}, \"rounding\": {}}},\n"
      "  \"acceptance\": {{\"accept\": {},\n   \"conditional\": {},\n   \"object\": {}}}}}",
      d.people, d.moved, exact_points(s.total), exact_points(s.criteria[0]),
      exact_points(s.criteria[1]), exact_points(s.criteria[2]), exact_points(s.criteria[3]),
      exact_points(s.criteria[4]), exact_points(s.bonus), exact_points(s.rounding),
      json_change(d.accept), json_change(d.conditional), json_change(d.object));
}

/// A line of the table: what, in A, in B, B minus A.
class Comparison {
 public:
  explicit Comparison(bool english) : english_(english) {
    row("", "A", "B", english ? "B minus A" : "B kurang A");
  }
  void whole_people(std::string_view indonesian, std::string_view english, std::int64_t a,
                    std::int64_t b) const {
    row(english_ ? english : indonesian, whole(a, english_), whole(b, english_),
        signed_number(static_cast<double>(b - a), english_, 0));
  }
  void percent(std::string_view indonesian, std::string_view english, double a, double b) const {
    row(english_ ? english : indonesian, number(a / 100, english_, 2) + " %",
        number(b / 100, english_, 2) + " %", signed_number((b - a) / 100, english_, 2));
  }
  void expected(std::string_view indonesian, std::string_view english, double a, double b) const {
    row(english_ ? english : indonesian, number(a, english_), number(b, english_),
        signed_number(b - a, english_));
  }

 private:
  static void row(std::string_view what, std::string_view a, std::string_view b,
                  std::string_view change) {
    fmt::print("{}{}{}{}\n", cell(what, 42, false), cell(a, 14), cell(b, 14), cell(change, 14));
  }
  bool english_;
};

std::int64_t broken(const Side& side) {
  std::int64_t sum = 0;
  for (const auto& violation : side.violations) sum += violation.people;
  return sum;
}

void print_reports(const Side& a, const Side& b, bool english) {
  const Report &x = a.report, &y = b.report;
  const Comparison table(english);
  table.whole_people("Dipindah", "Moved", x.moved, y.moved);
  table.percent("Rata-rata kepuasan", "Mean satisfaction", x.satisfaction.mean,
                y.satisfaction.mean);
  table.percent("Median kepuasan", "Median satisfaction", x.satisfaction.median,
                y.satisfaction.median);
  table.percent("Sepersepuluh terbawah", "Worst tenth", x.satisfaction.worst_tenth_mean,
                y.satisfaction.worst_tenth_mean);
  table.whole_people("Lebih baik daripada tetap", "Better than staying", x.moved_better,
                     y.moved_better);
  table.whole_people("Lebih buruk daripada tetap", "Worse than staying", x.moved_worse,
                     y.moved_worse);
  table.whole_people("Mendapat keinginan pertama", "Get their first wish", x.wish_first,
                     y.wish_first);
  table.expected("Perkiraan menerima", "Expected to accept", x.acceptance.accept.mean,
                 y.acceptance.accept.mean);
  table.expected("Perkiraan bersyarat", "Expected conditional", x.acceptance.conditional.mean,
                 y.acceptance.conditional.mean);
  table.expected("Perkiraan keberatan", "Expected to object", x.acceptance.object.mean,
                 y.acceptance.object.mean);
  table.whole_people("Kebutuhan terisi", "Heads covered", x.need.heads_covered_after,
                     y.need.heads_covered_after);
  table.expected("Kompetensi terisi", "Competence covered", x.need.competence_covered_after,
                 y.need.competence_covered_after);
  table.whole_people("Melanggar aturan (orang)", "Rule breaches (people)", broken(a), broken(b));
}

void print_causes(const PlanDifference& d, bool english) {
  const auto line = [&](std::string_view indonesian, std::string_view en,
                        const std::string& value) {
    fmt::print("  {}{}\n", cell(english ? en : indonesian, 40, false), cell(value, 14));
  };
  const auto by_points = [&](std::string_view indonesian, std::string_view en, std::int64_t units) {
    line(indonesian, en, signed_number(points(units) / 100 / d.people, english, 2));
  };
  const auto by_people = [&](std::string_view indonesian, std::string_view en, std::int64_t units) {
    line(indonesian, en, signed_number(people(units), english, 2));
  };
  fmt::print("\n{}: {}\n", english ? "Placed differently" : "Ditempatkan berbeda",
             whole(d.people, english));
  if (d.people == 0) return;
  const auto& s = d.satisfaction;
  fmt::print("{}\n", english ? "Their satisfaction, percentage points a person, by cause"
                             : "Kepuasan mereka, poin persen per orang, menurut sebab");
  by_points("Jarak", "Distance", s.criteria[0]);
  by_points("Kompetensi", "Competence", s.criteria[1]);
  by_points("Karier", "Career", s.criteria[2]);
  by_points("Beban kerja", "Workload", s.criteria[3]);
  by_points("Sarana", "Facilities", s.criteria[4]);
  by_points("Keinginan dan sikap", "Wish and stance", s.bonus);
  by_points("Pembulatan", "Rounding", s.rounding);
  by_points("Seluruhnya", "Total", s.total);
  fmt::print("{}\n", english ? "Expected to accept, people, by cause"
                             : "Perkiraan menerima, orang, menurut sebab");
  by_people("Lebih banyak atau sedikit yang ditanya", "More or fewer people asked", d.accept.asked);
  by_people("Kepuasan dibanding tetap", "Satisfaction against staying", d.accept.satisfaction);
  by_people("Sikap ingin tetap", "Wanting to stay", d.accept.stance);
  by_people("Kekhawatiran", "Concerns", d.accept.concerns);
  by_people("Seluruhnya", "Total", d.accept.total);
}

/// Groups of people by the post that they hold now, each with its difference.
struct Groups {
  std::vector<std::string> codes, names;
  std::vector<PlanDifference> changes;
};

/// By OPD (code of its highest unit) or by government, sorted by code.
Groups grouped(const Consultation& consultation, const Snapshot& snapshot, const Plan& a,
               const Plan& b, const AcceptanceModel& model, bool by_government) {
  std::map<std::string, std::string> names;  // by code
  std::vector<std::string> code_of;          // of each employee's group
  for (const auto& employee : snapshot.employees) {
    const Unit& highest = consultation.units[snapshot.unit_of(employee.post).opd.index()];
    code_of.push_back(by_government ? highest.government : highest.code);
    names.emplace(code_of.back(), by_government ? highest.government : highest.name);
  }
  Groups groups;
  for (const auto& [code, name] : names) {
    groups.codes.push_back(code);
    groups.names.push_back(name);
  }
  std::vector<std::size_t> group_of;
  for (const auto& code : code_of)
    group_of.push_back(static_cast<std::size_t>(std::ranges::lower_bound(groups.codes, code) -
                                                groups.codes.begin()));
  groups.changes = differences(snapshot, a, b, model, group_of, groups.codes.size());
  return groups;
}

std::string json_groups(const Groups& groups) {
  std::string list;
  for (std::size_t k = 0; k < groups.codes.size(); ++k)
    list += fmt::format("{}{{\"kode\": {}, \"difference\": {}}}", list.empty() ? "" : ",\n ",
                        json_text(groups.codes[k]), json_difference(groups.changes[k]));
  return fmt::format(",\n\"groups\": [\n {}]", list);
}

void print_groups(const Groups& groups, bool english) {
  fmt::print("\n{}{}{}{}\n", cell(english ? "By group" : "Menurut kelompok", 42, false),
             cell(english ? "people" : "orang", 10),
             cell(english ? "satisfaction" : "kepuasan", 14),
             cell(english ? "accept" : "menerima", 14));
  for (std::size_t k = 0; k < groups.codes.size(); ++k) {
    const PlanDifference& d = groups.changes[k];
    if (d.people == 0) continue;
    fmt::print("{}{}{}{}\n", cell(groups.names[k], 42, false), cell(whole(d.people, english), 10),
               cell(signed_number(points(d.satisfaction.total) / 100 / d.people, english, 2), 14),
               cell(signed_number(people(d.accept.total), english, 2), 14));
  }
}

}  // namespace

int run_compare(const Arguments& arguments) {
  const auto files = arguments.values("--plan");
  if (files.size() != 2) {
    fmt::print(stderr, "rembuk compare: {}\n",
               arguments.english() ? "--plan is needed twice: A, then B"
                                   : "--plan diperlukan dua kali: A, lalu B");
    return wrong_usage;
  }
  const auto by = arguments.value("--by");
  if (by && *by != "opd" && *by != "government") {
    fmt::print(stderr, "rembuk compare: {}\n",
               is_needed("--by opd|government", arguments.english()));
    return wrong_usage;
  }
  const auto consultation = load(arguments.positional[0], arguments);
  if (!consultation) return consultation.error();
  const auto rules = load_rules(*consultation, arguments);
  if (!rules) return rules.error();
  const Snapshot snapshot = make_snapshot(*consultation);
  const auto model = AcceptanceModel::make(snapshot.settings.parameters);
  if (!model) {
    fmt::print(stderr, "rembuk: {} is wrong\n", model.error().detail);
    return wrong_usage;
  }
  const StatusQuo now(snapshot);
  std::array<Side, 2> sides;
  for (std::size_t k = 0; k < 2; ++k) {
    auto plan = load_plan(files[k], *consultation, arguments);
    if (!plan) return plan.error();
    sides[k] = {std::move(*plan), {}, {}};
    sides[k].report = now.report(sides[k].plan, *model);
    sides[k].violations = violations(snapshot, sides[k].plan, *rules);
  }
  const auto& [a, b] = sides;
  const PlanDifference change = difference(snapshot, a.plan, b.plan, *model);
  const auto groups = by ? std::optional(grouped(*consultation, snapshot, a.plan, b.plan, *model,
                                                 *by == "government"))
                         : std::nullopt;
  if (arguments.has("--json")) {
    fmt::print("{{\"schema\": 1,\n\"a\": {{{}}},\n\"b\": {{{}}},\n\"difference\": {}{}}}\n",
               report_members(a.report, a.violations), report_members(b.report, b.violations),
               json_difference(change), groups ? json_groups(*groups) : "");
  } else {
    print_reports(a, b, arguments.english());
    print_causes(change, arguments.english());
    if (groups) print_groups(*groups, arguments.english());
  }
  return done;
}

}  // namespace rembuk::cli

#include <algorithm>
#include <array>
#include <set>

#include "engine/files/import.hpp"
#include "engine/files/nip.hpp"
#include "engine/files/table.hpp"

/// rencana.csv, tanggapan.csv, kunci.csv, hubungan.csv, batas.csv and the blocked period: what a planner brings.
namespace rembuk::files {
namespace {

constexpr std::array<Column, 3> plan_columns = {
    {{"nip", true}, {"jabatan_kode_baru", true}, {"alasan"}}};
consteval std::size_t plan_cell(std::string_view name) { return place_of(plan_columns, name); }
constexpr std::array<Column, 2> response_columns = {{{"nip", true}, {"tanggapan", true}}};
consteval std::size_t response_cell(std::string_view name) {
  return place_of(response_columns, name);
}
constexpr std::array<std::string_view, 3> answers = {"menerima", "bersyarat", "keberatan"};
constexpr std::array<Column, 3> lock_columns = {{{"nip", true}, {"jabatan_kode"}, {"alasan"}}};
consteval std::size_t lock_cell(std::string_view name) { return place_of(lock_columns, name); }
constexpr std::array<Column, 2> relatives_columns = {{{"nip_1", true}, {"nip_2", true}}};
consteval std::size_t relative_cell(std::string_view name) {
  return place_of(relatives_columns, name);
}

constexpr std::array<Column, 4> bounds_columns = {
    {{"level", true}, {"kode", true}, {"min"}, {"max"}}};
consteval std::size_t bound_cell(std::string_view name) { return place_of(bounds_columns, name); }
constexpr std::array<std::string_view, 4> bound_levels = {"post", "unit", "opd", "government"};

/// The employee whom a cell names; none, with a fault, if there is no such number.
EmployeeId employee_of(Row& row, std::size_t column, const Consultation& c) {
  const std::string nip = read_nip(row.text(column, 60)).nip;
  if (nip.empty()) return {};
  const auto who = std::ranges::lower_bound(c.employees, nip, {}, &Employee::nip);
  if (who != c.employees.end() && who->nip == nip)
    return EmployeeId{static_cast<std::size_t>(who - c.employees.begin())};
  row.fault(column, "nip_unknown");
  return {};
}

PostId post_of(Row& row, std::size_t column, const Consultation& c) {
  const std::string_view code = row.reference(column);
  if (code.empty()) return {};
  const auto where = std::ranges::lower_bound(c.posts, code, {}, &Post::code);
  if (where != c.posts.end() && where->code == code)
    return PostId{static_cast<std::size_t>(where - c.posts.begin())};
  row.fault(column, "post_unknown", {code});
  return {};
}

UnitId unit_of(const std::string& code, const Consultation& c) {
  const auto where = std::ranges::lower_bound(c.units, code, {}, &Unit::code);
  if (where == c.units.end() || where->code != code) return {};
  return UnitId{static_cast<std::size_t>(where - c.units.begin())};
}

/// Of an OPD only its highest unit is a name.
bool is_opd(UnitId unit, const Consultation& c) {
  const auto& row = c.units[unit.index()];
  if (row.kind == UnitKind::instansi) return true;
  return !row.parent.valid() || c.units[row.parent.index()].kind == UnitKind::instansi;
}

/// Position of the group that a row names, −1 with a fault if there is none.
std::int32_t group_of(Row& row, HeadBound::Level level, const Consultation& c,
                      std::span<const std::string> governments) {
  using Level = HeadBound::Level;
  if (level == Level::post) return post_of(row, bound_cell("kode"), c).value;
  const std::string code(row.text(bound_cell("kode"), 80));
  std::int32_t found = -1;
  if (level == Level::government) {
    const auto at = std::ranges::lower_bound(governments, code);
    if (at != governments.end() && *at == code)
      found = static_cast<std::int32_t>(at - governments.begin());
  } else if (const UnitId unit = unit_of(code, c);
             unit.valid() && (level == Level::unit || is_opd(unit, c))) {
    found = unit.value;
  }
  if (found < 0 && !code.empty()) row.fault(bound_cell("kode"), "bound_unknown", {code});
  return found;
}

}  // namespace

PlanImport import_plan(std::string_view text, const Consultation& c, std::string_view file) {
  PlanImport result;
  std::set<EmployeeId> seen;
  (void)read_table({file, plan_columns}, text, result.faults, [&](Row& row) {
    const EmployeeId who = employee_of(row, plan_cell("nip"), c);
    const PostId to = post_of(row, plan_cell("jabatan_kode_baru"), c);
    std::string reason(row.text(plan_cell("alasan"), 1000));
    if (who.valid() && !seen.insert(who).second) row.fault(plan_cell("nip"), "plan_twice");
    if (!row.good()) return;
    if (to == c.employees[who.index()].post)
      row.warn(plan_cell("jabatan_kode_baru"), "plan_current_post");
    else
      result.plan.moves.push_back({who, to, std::move(reason)});
  });
  std::ranges::sort(result.plan.moves, {}, &Move::employee);
  return result;
}

ResponsesImport import_responses(std::string_view text, const Consultation& c, const Plan& plan,
                                 std::string_view file) {
  ResponsesImport result;
  std::set<EmployeeId> seen;
  (void)read_table({file, response_columns}, text, result.faults, [&](Row& row) {
    const EmployeeId who = employee_of(row, response_cell("nip"), c);
    const auto answer = row.one_of<Answer>(response_cell("tanggapan"), answers);
    const auto move = std::ranges::lower_bound(plan.moves, who, {}, &Move::employee);
    if (who.valid() && (move == plan.moves.end() || move->employee != who))
      row.fault(response_cell("nip"), "response_not_asked");
    else if (who.valid() && !seen.insert(who).second)
      row.fault(response_cell("nip"), "nip_twice");
    if (row.good()) result.answers.push_back({who, move->to, *answer});
  });
  std::ranges::sort(result.answers, {}, &KnownAnswer::employee);
  return result;
}

LockImport import_locks(std::string_view text, const Consultation& c, std::string_view file) {
  LockImport result;
  std::set<EmployeeId> seen;
  (void)read_table({file, lock_columns}, text, result.faults, [&](Row& row) {
    const EmployeeId who = employee_of(row, lock_cell("nip"), c);
    const PostId to = post_of(row, lock_cell("jabatan_kode"), c);
    (void)row.text(lock_cell("alasan"), 1000);
    if (who.valid() && !seen.insert(who).second) row.fault(lock_cell("nip"), "lock_twice");
    if (row.good()) result.locks.push_back({who, to.valid() ? to : c.employees[who.index()].post});
  });
  std::ranges::sort(result.locks, {}, &PlannerLock::employee);
  return result;
}

RelativesImport import_relatives(std::string_view text, const Consultation& c,
                                 std::string_view file) {
  RelativesImport result;
  (void)read_table({file, relatives_columns}, text, result.faults, [&](Row& row) {
    const EmployeeId one = employee_of(row, relative_cell("nip_1"), c),
                     other = employee_of(row, relative_cell("nip_2"), c);
    if (one.valid() && one == other) row.fault(relative_cell("nip_2"), "relation_self");
    if (row.good()) result.relatives.push_back({std::min(one, other), std::max(one, other)});
  });
  std::ranges::sort(result.relatives, {},
                    [](const Relatives& r) { return std::pair(r.first, r.second); });
  result.relatives.erase(std::ranges::unique(result.relatives).begin(), result.relatives.end());
  return result;
}

BoundsImport import_bounds(std::string_view text, const Consultation& c, std::string_view file) {
  BoundsImport result;
  std::vector<std::string> governments;
  for (const auto& unit : c.units) governments.push_back(unit.government);
  std::ranges::sort(governments);
  governments.erase(std::ranges::unique(governments).begin(), governments.end());
  std::set<std::pair<HeadBound::Level, std::int32_t>> seen;
  (void)read_table({file, bounds_columns}, text, result.faults, [&](Row& row) {
    const auto level = row.one_of<HeadBound::Level>(bound_cell("level"), bound_levels);
    const auto least = row.integer(bound_cell("min"), 0, INT32_MAX - 1),
               most = row.integer(bound_cell("max"), 0, INT32_MAX - 1);
    if (!level) return;
    const std::int32_t id = group_of(row, *level, c, governments);
    if (id >= 0 && !seen.emplace(*level, id).second) row.fault(bound_cell("kode"), "bound_twice");
    if (least && most && *least > *most) row.fault(bound_cell("max"), "bound_crossed");
    if (!row.good()) return;
    result.bounds.push_back({*level, id, static_cast<std::int32_t>(least.value_or(0)),
                             static_cast<std::int32_t>(most.value_or(HeadBound::no_cap))});
  });
  return result;
}

std::optional<BlockedPeriod> parse_period(std::string_view text) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  const auto first = parse_date(text.substr(0, dots)), last = parse_date(text.substr(dots + 2));
  if (!first || !last || *last < *first) return std::nullopt;
  return BlockedPeriod{*first, *last};
}

}  // namespace rembuk::files

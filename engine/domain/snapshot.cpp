#include "engine/domain/snapshot.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <tuple>

namespace rembuk {
namespace {

constexpr std::array<std::int32_t, criterion_count> rank_order_centroid = {4567, 2567, 1566, 900,
                                                                           400};

template <class I>
I position(const std::vector<std::string>& sorted, const std::string& code) {
  const auto at = std::ranges::lower_bound(sorted, code);
  if (at == sorted.end() || *at != code) return I{};
  return I{static_cast<std::size_t>(at - sorted.begin())};
}

void sort_unique(std::vector<std::string>& codes) {
  std::ranges::sort(codes);
  codes.erase(std::ranges::unique(codes).begin(), codes.end());
}

bool is_jpt(const Post& post) {
  const std::string_view part = std::string_view(post.eselon).substr(0, post.eselon.find('.'));
  return post.level == PostLevel::jpt_pratama || part == "I" || part == "II";
}

Snapshot::UnitRow unit_row(const Consultation& c, std::size_t at,
                           const std::vector<std::string>& regions,
                           const std::vector<std::string>& governments) {
  const Unit& unit = c.units[at];
  Snapshot::UnitRow row;
  row.parent = unit.parent;
  row.kind = unit.kind;
  row.remoteness = unit.remoteness;
  row.region = position<RegionId>(regions, region_of(unit.area));
  row.government = position<GovernmentId>(governments, unit.government);
  row.opd = UnitId{at};
  if (unit.kind == UnitKind::instansi) return row;
  for (UnitId up = unit.parent; up.valid(); up = c.units[up.index()].parent)
    if (c.units[up.index()].kind != UnitKind::instansi) row.opd = up;
  return row;
}

Snapshot::PostRow post_row(const Post& post) {
  Snapshot::PostRow row;
  row.unit = post.unit;
  row.kind = post.kind;
  row.job_class = post.job_class;
  row.jpt = is_jpt(post);
  row.locked = post.locked;
  row.open_to_pppk = post.open_to_pppk;
  row.need = post.need;
  if (post.golongan_min) row.golongan_min = *post.golongan_min;
  if (post.education_min)
    row.education_min = static_cast<std::int16_t>(education_level(*post.education_min));
  row.certificate = post.certificate;
  return row;
}

Snapshot::EmployeeRow employee_row(const Consultation& c, const Employee& employee,
                                   const std::vector<Snapshot::UnitRow>& units,
                                   const std::vector<std::string>& regions) {
  const Date today = c.settings.reference_date;
  Snapshot::EmployeeRow row;
  row.post = employee.post;
  const auto& unit = units[c.posts[employee.post.index()].unit.index()];
  row.government = unit.government;
  row.home =
      employee.home.empty() ? unit.region : position<RegionId>(regions, region_of(employee.home));
  row.status = employee.status;
  row.pppk_scale = employee.pppk_scale;
  row.golongan = employee.golongan;
  row.education = static_cast<std::int16_t>(education_level(employee.education));
  row.active = employee.legal_status == "Aktif";
  row.disciplined = employee.disciplined;
  row.studying = employee.studying;
  row.audit_clear = employee.audit_clear;
  row.below_baik = std::ranges::any_of(
      employee.skp_rating, [](const auto& rating) { return rating && *rating > SkpRating::baik; });
  row.tenure_months = months_between(employee.tmt_post, today);
  row.months_to_retirement =
      months_between(today, years_later(employee.birth, employee.retirement_age));
  return row;
}

/// Posts that ask for the same share one list: a standard belongs to a position, and a position has
/// many posts.
void add_requirements(const Consultation& c, Snapshot& s) {
  const auto order = [](const Requirement& x, const Requirement& y) {
    return std::tie(x.competence, x.level, x.mandatory) <
           std::tie(y.competence, y.level, y.mandatory);
  };
  using List = std::span<const Requirement>;
  const auto before = [&](List x, List y) {
    return std::ranges::lexicographical_compare(x, y, order);
  };
  std::map<List, Range, decltype(before)> known(before);
  const auto all = std::span(c.requirements);
  for (std::size_t at = 0; at < all.size();) {
    std::size_t last = at;
    while (last < all.size() && all[last].post == all[at].post) ++last;
    const List list = all.subspan(at, last - at);
    const auto [place, fresh] = known.try_emplace(list);
    if (fresh) {
      place->second.first = static_cast<std::int32_t>(s.required.size());
      for (const auto& asked : list)
        s.required.push_back({asked.competence, asked.level, asked.mandatory});
      place->second.last = static_cast<std::int32_t>(s.required.size());
    }
    s.posts[all[at].post.index()].required = place->second;
    at = last;
  }
}

void add_skills(const Consultation& c, Snapshot& s) {
  for (std::size_t at = 0; at < c.skills.size();) {
    const EmployeeId who = c.skills[at].employee;
    const auto first = static_cast<std::int32_t>(s.held.size());
    while (at < c.skills.size() && c.skills[at].employee == who) {
      Snapshot::Held held{c.skills[at].competence, 0, false};
      for (; at < c.skills.size() && c.skills[at].employee == who &&
             c.skills[at].competence == held.competence;
           ++at) {
        held.level = std::max(held.level, c.skills[at].level);
        held.certified = held.certified || c.skills[at].source == SkillSource::sertifikat;
      }
      s.held.push_back(held);
    }
    s.employees[who.index()].held = {first, static_cast<std::int32_t>(s.held.size())};
  }
}

void add_answers(const Consultation& c, const std::vector<std::string>& regions, Snapshot& s) {
  for (const auto& aspiration : c.aspirations) {
    const auto mine =
        std::ranges::equal_range(c.concerns, aspiration.employee, {}, &Concern::employee);
    set_answer(s.employees[aspiration.employee.index()], &aspiration,
               std::span(mine.begin(), mine.end()), regions);
  }
}

void add_heads(Snapshot& s) {
  for (const auto& post : s.posts) s.units[post.unit.index()].need += post.need;
  for (const auto& employee : s.employees) {
    ++s.posts[employee.post.index()].heads;
    ++s.units[s.posts[employee.post.index()].unit.index()].filled;
  }
  for (auto& unit : s.units)
    unit.workload = unit.need == 0 ? 10000
                                   : static_cast<std::int32_t>(std::min<std::int64_t>(
                                         10000, std::int64_t{10000} * unit.filled / unit.need));
}

}  // namespace

std::string region_of(const std::string& area) {
  const auto first = area.find('.');
  if (first == std::string::npos) return area;
  return area.substr(0, area.find('.', first + 1));
}

std::vector<std::string> region_codes(const Consultation& c) {
  std::vector<std::string> codes;
  for (const auto& unit : c.units) codes.push_back(region_of(unit.area));
  for (const auto& employee : c.employees)
    if (!employee.home.empty()) codes.push_back(region_of(employee.home));
  for (const auto& travel : c.travel) {
    codes.push_back(travel.from);
    codes.push_back(travel.to);
  }
  for (const auto& aspiration : c.aspirations)
    for (const auto& wish : aspiration.wishes)
      if (const auto* region = std::get_if<WishRegion>(&wish)) codes.push_back(region->code);
  sort_unique(codes);
  return codes;
}

void set_answer(Snapshot::EmployeeRow& row, const Aspiration* aspiration,
                std::span<const Concern> concerns, const std::vector<std::string>& regions) {
  const Snapshot::EmployeeRow unanswered;
  row.answered = aspiration != nullptr;
  row.stance = Stance::open;
  row.track = -1;
  row.wish_count = 0;
  row.wishes = unanswered.wishes;
  row.weights = unanswered.weights;
  row.concerns = unanswered.concerns;
  if (!aspiration) return;
  row.stance = aspiration->stance;
  if (aspiration->career_track) row.track = static_cast<std::int8_t>(*aspiration->career_track);
  for (const auto& wish : aspiration->wishes) {
    Snapshot::Target target;
    if (const auto* post = std::get_if<PostId>(&wish))
      target = {Snapshot::Target::Kind::post, post->value};
    else if (const auto* unit = std::get_if<UnitId>(&wish))
      target = {Snapshot::Target::Kind::unit, unit->value};
    else
      target = {Snapshot::Target::Kind::region,
                position<RegionId>(regions, std::get<WishRegion>(wish).code).value};
    if (row.wish_count < row.wishes.size()) row.wishes[row.wish_count++] = target;
  }
  if (aspiration->criteria_order)
    for (std::size_t rank = 0; rank < criterion_count; ++rank)
      row.weights[static_cast<std::size_t>((*aspiration->criteria_order)[rank])] =
          rank_order_centroid[rank];
  for (const auto& concern : concerns) row.concerns[concern.category] = concern.intensity;
}

Snapshot make_snapshot(const Consultation& c) {
  Snapshot s;
  s.settings = c.settings;
  const std::vector<std::string> regions = region_codes(c);
  std::vector<std::string> governments;
  for (const auto& unit : c.units) governments.push_back(unit.government);
  sort_unique(governments);
  s.regions = static_cast<std::int32_t>(regions.size());
  s.governments = static_cast<std::int32_t>(governments.size());
  s.competences = static_cast<std::int32_t>(c.competences.size());
  for (std::size_t i = 0; i < c.units.size(); ++i)
    s.units.push_back(unit_row(c, i, regions, governments));
  for (const auto& post : c.posts) s.posts.push_back(post_row(post));
  for (const auto& employee : c.employees)
    s.employees.push_back(employee_row(c, employee, s.units, regions));
  s.minutes.assign(regions.size() * regions.size(), -1);
  for (const auto& travel : c.travel)
    s.minutes[position<RegionId>(regions, travel.from).index() * regions.size() +
              position<RegionId>(regions, travel.to).index()] = travel.minutes;
  add_heads(s);
  add_requirements(c, s);
  add_skills(c, s);
  add_answers(c, regions, s);
  return s;
}

std::vector<PostId> placement(const Snapshot& snapshot, const Plan& plan) {
  std::vector<PostId> posts;
  posts.reserve(snapshot.employees.size());
  for (const auto& employee : snapshot.employees) posts.push_back(employee.post);
  for (const auto& move : plan.moves) posts[move.employee.index()] = move.to;
  return posts;
}

}  // namespace rembuk

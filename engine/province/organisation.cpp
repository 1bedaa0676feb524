#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/province/builder.hpp"

/// Units of every government and their posts. They are made in the order of their codes.
namespace rembuk::province {
namespace {

/// Share of the needed heads that is there, by remoteness: remote places starve, health most.
constexpr std::array<double, 4> branch_fill = {0.80, 0.66, 0.54, 0.44};
constexpr std::array<double, 4> school_fill = {0.78, 0.64, 0.52, 0.42};
constexpr std::array<double, 4> health_fill = {0.70, 0.58, 0.46, 0.36};
constexpr double office_fill = 0.84, hospital_fill = 0.72;

struct Place {
  std::size_t region;
  std::size_t district;
};
Place capital_of(std::size_t region) { return {region, regions[region].capital}; }

/// One government under construction.
struct Draft {
  Builder& b;
  Random& random;
  std::size_t government;
  double scale;  ///< of its number of units

  [[nodiscard]] bool provincial() const { return government == 0; }
  [[nodiscard]] std::size_t seat() const { return governments[government].region; }
  /// How many of `usual` units there are at this scale.
  [[nodiscard]] std::int32_t number(double usual, std::int32_t least) const {
    return std::clamp(static_cast<std::int32_t>(usual * scale + 0.5), least, 9999);
  }
  [[nodiscard]] std::size_t any_region() {
    std::int32_t sum = 0;
    for (const auto& region : regions) sum += region.people;
    auto draw = static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(sum)));
    std::size_t at = 0;
    while (draw >= regions[at].people) draw -= regions[at++].people;
    return at;
  }
  [[nodiscard]] std::size_t any_district(std::size_t region) {
    return random.below(static_cast<std::uint32_t>(districts_of(region).size()));
  }
  /// A share of need near `usual`.
  [[nodiscard]] double near(double usual) { return usual + (random.unit() - 0.5) * 0.16; }
  /// The same in a place: what its remoteness leaves.
  [[nodiscard]] double fill_at(const Place& place, const std::array<double, 4>& by_remoteness) {
    return near(by_remoteness[remoteness_of(place.region, place.district)]);
  }

  UnitId unit(std::string code, std::string name, UnitId parent, UnitKind kind, const Place& place,
              double fill, bool office = false) {
    const auto& region = regions[place.region];
    const auto hundredths = [](double value) {
      return static_cast<double>(
                 static_cast<std::int64_t>(value * 100 + (value < 0 ? -0.5 : 0.5))) /
             100;
    };
    Unit made;
    made.code = std::move(code);
    made.name = std::move(name);
    made.parent = parent;
    made.kind = kind;
    made.government = governments[government].code;
    made.area = districts_of(place.region)[place.district].code;
    made.remoteness = remoteness_of(place.region, place.district);
    const double spread = place.district == region.capital ? 0.04 : 0.4;
    made.latitude = hundredths(region.latitude + (random.unit() - 0.5) * spread);
    made.longitude = hundredths(region.longitude + (random.unit() - 0.5) * spread);
    b.consultation.units.push_back(std::move(made));
    b.places.push_back({place.region, government, fill, office});
    return UnitId{b.consultation.units.size() - 1};
  }

  void posts(UnitId unit, Crew crew) {
    const std::string code = b.consultation.units[unit.index()].code;
    const std::string name = b.consultation.units[unit.index()].name;
    std::int32_t number = 0;
    for (const Seat& seat : crew) {
      Post post;
      post.code = fmt::format("{}-{:02}", code, ++number);
      post.name = title_of(seat, name);
      post.unit = unit;
      post.kind = seat.job->kind;
      post.level = seat.level;
      post.eselon = seat.eselon;
      post.job_class = class_of(seat);
      post.need = seat.need;
      post.golongan_min = golongan_min_of(seat);
      if (education_min_of(seat) >= Education::sma) post.education_min = education_min_of(seat);
      if (post.kind == PostKind::fungsional)
        post.education_fields = {std::string(shape_of(seat.job->craft).family)};
      post.open_to_pppk = seat.level == PostLevel::ahli_pertama ||
                          seat.level == PostLevel::terampil || post.kind == PostKind::pelaksana;
      post.locked = post.kind != PostKind::struktural && random.below(200) == 0;
      b.consultation.posts.push_back(std::move(post));
      b.seats.push_back(seat);
    }
  }
};

/// The agency's own unit holds its head; a small government has no secretariats of their own.
UnitId add_head_office(Draft& draft, const Agency& agency, UnitId parent, const std::string& code) {
  const std::string name = agency.kind == UnitKind::rsud && !draft.provincial()
                               ? fmt::format("RSUD {}", regions[draft.seat()].name)
                               : std::string(agency.name);
  const UnitId unit = draft.unit(code, name, parent, agency.kind, capital_of(draft.seat()),
                                 draft.near(office_fill), true);
  const auto level =
      agency.eselon.starts_with("III") ? PostLevel::administrator : PostLevel::jpt_pratama;
  const Seat head{&job_of(agency.head), level, 1, agency.eselon};
  draft.posts(unit, {&head, 1});
  return unit;
}

/// The UPTD of an agency, evenly from its list of regions when there are not all of them.
void add_branches(Draft& draft, const Agency& agency, UnitId opd, const std::string& code) {
  std::vector<std::size_t> chosen;
  for (std::size_t region = 0; region < regions.size(); ++region)
    if (agency.branches.regions >> region & 1U) chosen.push_back(region);
  const auto all = static_cast<std::int32_t>(chosen.size());
  const std::int32_t count = all == 0 ? 0 : std::min(all, draft.number(1.5 * all, 1));
  for (std::int32_t k = 0; k < count; ++k) {
    const Place place = capital_of(chosen[static_cast<std::size_t>(k * all / count)]);
    const UnitId unit =
        draft.unit(fmt::format("{}.B{:02}", code, k + 1),
                   fmt::format(fmt::runtime(agency.branches.name), regions[place.region].name), opd,
                   UnitKind::uptd, place,
                   draft.fill_at(place, agency.field == Field::health ? health_fill : branch_fill));
    draft.posts(unit, branch_crew(agency.field));
  }
}

/// Schools `first` … of one kind, named by region or district in the order in which they are made.
void add_schools(Draft& draft, UnitId opd, const std::string& code, SchoolKind kind,
                 std::int32_t count, std::int32_t first) {
  // The first eleven of the province are one in each region, the largest town first.
  constexpr std::array<std::size_t, 11> start = {9, 0, 6, 7, 1, 5, 8, 3, 2, 4, 10};
  std::array<std::int32_t, regions.size()> general{}, vocational{};
  for (std::int32_t k = 0; k < count; ++k) {
    const std::size_t region = !draft.provincial() ? draft.seat()
                               : k < 11            ? start[static_cast<std::size_t>(k)]
                                                   : draft.any_region();
    const Place place = k < 11 && draft.provincial() ? capital_of(region)
                                                     : Place{region, draft.any_district(region)};
    const auto draw = draft.random.next();
    SchoolKind own = kind;
    if (kind == SchoolKind::sma && draw % 5 < 2) own = SchoolKind::smk;
    auto& counter = own == SchoolKind::smk ? vocational[region] : general[region];
    constexpr std::array<std::string_view, 4> names = {"SD", "SMP", "SMA", "SMK"};
    const UnitId unit =
        draft.unit(fmt::format("{}.S{:04}", code, first + k),
                   fmt::format("{} Negeri {} {}", names[static_cast<std::size_t>(own)], ++counter,
                               regions[region].name),
                   opd, UnitKind::sekolah, place, draft.fill_at(place, school_fill));
    draft.posts(unit, school_crew(own, draw));
  }
}

void add_puskesmas(Draft& draft, UnitId opd, const std::string& code) {
  const auto districts = districts_of(draft.seat());
  const auto count = std::min(static_cast<std::int32_t>(districts.size()),
                              draft.number(static_cast<double>(districts.size()), 1));
  for (std::int32_t k = 0; k < count; ++k) {
    const Place place{draft.seat(), static_cast<std::size_t>(k)};
    const UnitId unit = draft.unit(fmt::format("{}.P{:02}", code, k + 1),
                                   fmt::format("Puskesmas {}", districts[place.district].name), opd,
                                   UnitKind::puskesmas, place, draft.fill_at(place, health_fill));
    draft.posts(unit, puskesmas_crew());
  }
}

void add_wards(Draft& draft, const Agency& agency, UnitId hospital, const std::string& code) {
  constexpr std::size_t of_every_hospital = 5;
  constexpr std::int32_t large = 90;
  const std::string name = draft.b.consultation.units[hospital.index()].name;
  const auto count =
      static_cast<std::int32_t>(agency.weight >= large ? wards().size() : of_every_hospital);
  for (std::int32_t k = 0; k < std::min(count, draft.number(2.0 * count, 1)); ++k) {
    const Ward& ward = wards()[static_cast<std::size_t>(k)];
    const UnitId unit =
        draft.unit(fmt::format("{}.{:02}", code, k + 1), fmt::format("{} {}", ward.name, name),
                   hospital, UnitKind::rsud, capital_of(draft.seat()), draft.near(hospital_fill));
    draft.posts(unit, ward.crew);
  }
}

/// Parts of an agency: its secretariat and divisions, then technical units, then schools.
void add_parts(Draft& draft, const Agency& agency, UnitId opd, const std::string& code) {
  const Place seat = capital_of(draft.seat());
  std::int32_t number = 0;
  const auto part = [&](std::string name, UnitKind kind) {
    return draft.unit(fmt::format("{}.{:02}", code, ++number), std::move(name), opd, kind, seat,
                      draft.near(office_fill), true);
  };
  if (agency.kind == UnitKind::rsud) return add_wards(draft, agency, opd, code);
  const bool small = draft.scale < 0.4;
  if (!small && !agency.divisions.empty()) {
    const bool whole = agency.kind != UnitKind::sekretariat;
    std::vector<Seat> crew(secretariat_crew().begin(), secretariat_crew().end());
    if (!whole) crew.front() = division_crew(agency.field).front();
    draft.posts(part(fmt::format("{} {}", whole ? "Sekretariat" : "Bagian Umum", agency.name),
                     UnitKind::sekretariat),
                crew);
  }
  std::string_view left = agency.divisions;
  while (!left.empty() && !(small && number > 0)) {
    const auto end = left.find(';');
    draft.posts(part(std::string(left.substr(0, end)), agency.kind), division_crew(agency.field));
    left = end == std::string_view::npos ? std::string_view{} : left.substr(end + 1);
  }
  add_branches(draft, agency, opd, code);
  if (!draft.provincial() && agency.field == Field::health) add_puskesmas(draft, opd, code);
  if (agency.field != Field::education) return;
  if (draft.provincial())
    return add_schools(draft, opd, code, SchoolKind::sma, draft.number(150, 2), 1);
  const std::int32_t primary = draft.number(220, 1);
  add_schools(draft, opd, code, SchoolKind::sd, primary, 1);
  add_schools(draft, opd, code, SchoolKind::smp, draft.number(60, 1), primary + 1);
}

/// A bureau is a part of the secretariat of the region: one unit with its own head and crew.
void add_bureau(Draft& draft, const Agency& agency, UnitId secretariat, const std::string& code) {
  const UnitId unit = draft.unit(code, std::string(agency.name), secretariat, UnitKind::biro,
                                 capital_of(draft.seat()), draft.near(office_fill), true);
  std::vector<Seat> crew = division_crew(agency.field);
  crew.front() = Seat{&job_of(agency.head), PostLevel::jpt_pratama, 1, agency.eselon};
  crew.push_back({&job_of("pengadministrasi"), PostLevel::none, 4});
  draft.posts(unit, crew);
}

void add_kecamatan(Draft& draft, UnitId top, const std::string& code) {
  const auto districts = districts_of(draft.seat());
  const auto count = std::min(static_cast<std::int32_t>(districts.size()),
                              draft.number(static_cast<double>(districts.size()), 0));
  for (std::int32_t k = 0; k < count; ++k) {
    const Place place{draft.seat(), static_cast<std::size_t>(k)};
    const UnitId unit = draft.unit(fmt::format("{}.K{:02}", code, k + 1),
                                   fmt::format("Kecamatan {}", districts[place.district].name), top,
                                   UnitKind::kecamatan, place, draft.fill_at(place, branch_fill));
    draft.posts(unit, kecamatan_crew());
  }
}

/// Which agencies a government of this size has: the heaviest, in the order of the list.
std::vector<bool> kept(std::span<const Agency> agencies, std::int32_t staff, std::int32_t asked) {
  const auto all = static_cast<std::int32_t>(agencies.size());
  const std::int32_t count =
      asked > 0 ? std::min(asked, all) : std::clamp((staff + 80) / 110, 1, all);
  std::vector<std::size_t> order(agencies.size());
  for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
  std::ranges::sort(order, {}, [&](std::size_t at) { return std::pair(-agencies[at].weight, at); });
  std::vector<bool> keep(agencies.size());
  for (std::int32_t k = 0; k < count; ++k) keep[order[static_cast<std::size_t>(k)]] = true;
  return keep;
}

void add_government(Builder& b, Random& random, std::size_t government) {
  const auto& shape = governments[government];
  const std::int32_t staff = b.staff[government];
  Draft draft{b, random, government, staff / (government == 0 ? 12000.0 : 5000.0)};
  const std::string code(shape.code);
  const UnitId top = draft.unit(code, std::string(shape.name), {}, UnitKind::instansi,
                                capital_of(shape.region), 1, true);
  const auto agencies = government == 0 ? provincial_agencies() : regency_agencies();
  const auto keep = kept(agencies, staff, b.options.agencies);
  UnitId secretariat = top;
  for (std::size_t at = 0; at < agencies.size(); ++at) {
    if (!keep[at]) continue;
    const Agency& agency = agencies[at];
    const std::string own = fmt::format("{}.{:02}", code, at + 1);
    if (agency.kind == UnitKind::biro) {
      add_bureau(draft, agency, secretariat, own);
      continue;
    }
    const UnitId opd = add_head_office(draft, agency, top, own);
    if (at == 0) secretariat = opd;
    add_parts(draft, agency, opd, own);
  }
  if (government > 0) add_kecamatan(draft, top, code);
}

}  // namespace

void Builder::make_units_and_posts() {
  Random random(options.seed, 1);
  for (std::size_t g = 0; g < staff.size(); ++g) add_government(*this, random, g);
}

}  // namespace rembuk::province

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "engine/province/builder.hpp"
#include "engine/province/careers.hpp"

/// Employees: when they were born and hired, what they hold, where they live.
namespace rembuk::province {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// The day `months` before `date`, never after the 28th, so that it exists.
Date months_before(Date date, int months) {
  const auto month = date.year() / date.month() - std::chrono::months{months};
  const unsigned day = std::min(28U, static_cast<unsigned>(date.day()));
  return month / std::chrono::day{day};
}
Date first_of_month(Date date) { return date.year() / date.month() / std::chrono::day{1}; }

struct Hiring {
  const Builder& b;
  Random random;
  std::vector<std::uint16_t> serials;  // by birthday from `oldest` on, so that numbers stay unique
  sys_days today, oldest;

  [[nodiscard]] int below(int bound) {
    return static_cast<int>(random.below(static_cast<std::uint32_t>(bound)));
  }

  /// Some day of the month that ended `months` before the reference date.
  Date day_before(int months) {
    return Date{sys_days(months_before(b.options.reference_date, months)) - days{below(28)}};
  }

  EmployeeStatus status(const Seat& seat, int age) {
    if (!beginner(seat)) return EmployeeStatus::pns;
    const int draw = below(1000);
    if (age < 35 && draw < 130) return EmployeeStatus::cpns;
    if (draw >= 970) return EmployeeStatus::pppk_paruh_waktu;
    return draw >= 695 ? EmployeeStatus::pppk : EmployeeStatus::pns;
  }

  /// Months of service: what the age allows from a usual age of entry on.
  int service_months(EmployeeStatus status, int age_months) {
    if (status == EmployeeStatus::cpns) return 1 + below(11);
    if (status == EmployeeStatus::pppk_paruh_waktu) return 1 + below(9);
    if (status == EmployeeStatus::pppk) return chance(random, 45) ? 2 + below(22) : 24 + below(54);
    const int entry = (21 + below(10)) * 12 + below(12);
    return std::max(26, age_months - std::max(entry, 20 * 12));
  }

  void set_dates(Employee& e, const Seat& seat) {
    e.retirement_age = retirement_age(seat);
    const auto [least, span] = ages_of(seat);
    // Fewer near the end of the span: people leave, and many were hired in the last fifteen years.
    const int years = least + std::min(below(span), below(span + span / 3));
    const int age_months = std::min(years * 12 + below(12), e.retirement_age * 12 - 2);
    e.status = status(seat, age_months / 12);
    e.birth = day_before(age_months);
    const int service = std::min(service_months(e.status, age_months), age_months - 19 * 12);
    e.tmt_cpns = first_of_month(months_before(b.options.reference_date, service));
    const bool new_here = e.status == EmployeeStatus::pns && chance(random, 11);
    const int post = e.status != EmployeeStatus::pns ? service
                     : new_here                      ? below(24)
                                                     : 24 + std::min(below(110), below(150));
    e.tmt_post = post >= service ? e.tmt_cpns : day_before(post);
    e.tmt_golongan = e.status == EmployeeStatus::pns
                         ? std::max(e.tmt_cpns, first_of_month(day_before(below(48))))
                         : e.tmt_cpns;
  }

  void set_schooling(Employee& e, const Seat& seat) {
    const auto& craft = shape_of(seat.job->craft);
    e.education = education_min_of(seat);
    if (e.education == Education::sd)
      e.education = chance(random, 70) ? Education::sma : Education::smp;
    if (e.education == Education::sma && chance(random, 30)) e.education = Education::s1;
    if (e.education == Education::d3 && chance(random, 22))
      e.education = chance(random, 40) ? Education::d4 : Education::s1;
    const bool leads = seat.job->kind == PostKind::struktural;
    if (e.education == Education::s1 && chance(random, leads ? 45 : 11))
      e.education = Education::s2;
    if (seat.level == PostLevel::ahli_madya && e.education == Education::profesi)
      e.education = Education::s2;
    const bool doctor = craft.craft == Craft::medicine;
    if (doctor) e.title_before = seat.job->key == "dokter_gigi" ? "drg." : "dr.";
    if (e.education == Education::profesi && craft.craft == Craft::pharmacy)
      e.title_before = "apt.";
    if (e.education < Education::d3) return;
    e.major = craft.major;
    e.title_after = e.education == Education::d3 ? craft.diploma : craft.degree;
    if (e.education == Education::s2 && doctor) e.title_after = "Sp.";
    if (e.education == Education::s2 && !doctor)
      e.title_after += is_teacher(seat) ? ", M.Pd." : ", M.Si.";
  }

  void set_grade(Employee& e, const Seat& seat) {
    const int rank = e.education >= Education::profesi && e.education != Education::s2 ? 9
                     : e.education >= Education::d4                                    ? 8
                     : e.education >= Education::d3                                    ? 6
                     : e.education >= Education::sma                                   ? 4
                                                                                       : 1;
    if (e.status >= EmployeeStatus::pppk) {
      e.pppk_scale = true;
      e.golongan = static_cast<std::uint8_t>(rank >= 9   ? 9
                                             : rank >= 8 ? 8
                                             : rank >= 6 ? 6
                                             : rank >= 4 ? 4
                                                         : 0);
      return;
    }
    const int years = months_between(e.tmt_cpns, b.options.reference_date) / 12;
    const int least = std::max<int>(rank, golongan_min_of(seat));
    const int most =
        seat.level == PostLevel::none ? std::min(12, rank + 4) : golongan_min_of(seat) + 2;
    e.golongan = static_cast<std::uint8_t>(
        std::clamp(rank + years / 4 - below(2), least, std::max(least, most)));
  }

  void set_record(Employee& e) {
    const int year = static_cast<int>(b.options.reference_date.year());
    for (std::size_t k = 0; k < 2; ++k) {
      // Who was not there for the whole of a year has no rating of it.
      const int rated = year - 2 + static_cast<int>(k);
      if (static_cast<int>(e.tmt_cpns.year()) >= rated) continue;
      const int draw = below(1000);
      e.skp_year[k] = static_cast<std::int16_t>(rated);
      e.skp_rating[k] = draw < 180   ? SkpRating::sangat_baik
                        : draw < 992 ? SkpRating::baik
                        : draw < 998 ? SkpRating::butuh_perbaikan
                                     : SkpRating::kurang;
    }
    if (chance(random, 80)) e.talent_box = static_cast<std::uint8_t>(1 + below(9));
    const int state = below(1000);
    e.disciplined = state < 6;
    e.studying = state >= 6 && state < 15 && e.status == EmployeeStatus::pns;
    e.audit_clear = state < 985;
    if (state >= 994)
      e.legal_status = state < 997 ? "Cuti di luar tanggungan negara" : "Pemberhentian sementara";
  }

  /// Most live where they work; of the others more come from near and from the large towns, and
  /// remote places are served by people from elsewhere.
  std::string home(const UnitPlace& place, std::uint8_t remoteness) {
    const int away = place.region == kota_jambi ? 19 : 20 + 5 * remoteness;
    if (!chance(random, away)) return std::string(regions[place.region].code);
    std::array<std::int32_t, regions.size()> weights{};
    std::int32_t sum = 0;
    for (std::size_t r = 0; r < regions.size(); ++r) {
      const auto minutes = travel_minutes[r][place.region];
      weights[r] = r == place.region ? 0
                                     : regions[r].people * (minutes <= 90    ? 12
                                                            : minutes <= 360 ? 6
                                                                             : 3);
      sum += weights[r];
    }
    int draw = below(sum);
    std::size_t at = 0;
    while (draw >= weights[at]) draw -= weights[at++];
    return std::string(regions[at].code);
  }

  std::string nip(const Employee& e) {
    auto& used = serials[static_cast<std::size_t>((sys_days(e.birth) - oldest).count())];
    const bool pppk = e.status >= EmployeeStatus::pppk;
    return fmt::format("{:04}{:02}{:02}{:04}{:02}{}{:03}", static_cast<int>(e.birth.year()),
                       static_cast<unsigned>(e.birth.month()), static_cast<unsigned>(e.birth.day()),
                       static_cast<int>(e.tmt_cpns.year()),
                       pppk ? 21U : static_cast<unsigned>(e.tmt_cpns.month()),
                       e.sex == Sex::male ? 1 : 2, 1 + used++ % 999);
  }

  Employee employee(PostId j) {
    const Seat& seat = b.seats[j.index()];
    Employee e;
    const bool caring =
        seat.job->craft >= Craft::mathematics && seat.job->craft <= Craft::promotion;
    const int men = seat.job->craft == Craft::midwifery      ? 0
                    : caring                                 ? 33
                    : seat.job->kind == PostKind::struktural ? 64
                                                             : 54;
    e.sex = chance(random, men) ? Sex::male : Sex::female;
    e.name = person_name(random, e.sex);
    e.unit = b.consultation.posts[j.index()].unit;
    e.post = j;
    set_dates(e, seat);
    set_schooling(e, seat);
    set_grade(e, seat);
    set_record(e);
    e.home = home(b.place_of(j), b.consultation.units[e.unit.index()].remoteness);
    e.nip = nip(e);
    return e;
  }
};

}  // namespace

namespace {

Hiring hiring_by(const Builder& builder) {
  const sys_days today(builder.options.reference_date);
  const sys_days oldest = today - days{66 * 366};
  return {builder, Random(builder.options.seed, 3),
          std::vector<std::uint16_t>(static_cast<std::size_t>((today - oldest).count())), today,
          oldest};
}

/// The generator of one person, so that they can be made again apart from all others.
Random own_random(const ProvinceOptions& options, std::uint32_t number) {
  constexpr std::uint64_t spread = 0x9e3779b97f4a7c15;
  return Random(options.seed + spread * (std::uint64_t{number} + 1), 6);
}

}  // namespace

std::vector<Builder::Slot> Builder::number_employees() const {
  Hiring hiring = hiring_by(*this);
  std::vector<Slot> slots;
  slots.reserve(static_cast<std::size_t>(options.employees));
  for (std::size_t j = 0; j < heads.size(); ++j)
    for (std::int32_t k = 0; k < heads[j]; ++k) {
      const auto number = static_cast<std::uint32_t>(slots.size());
      hiring.random = own_random(options, number);
      const Employee e = hiring.employee(PostId{j});
      std::uint64_t nip = 0;
      for (const char digit : e.nip) nip = nip * 10 + static_cast<std::uint64_t>(digit - '0');
      slots.push_back({nip, number, PostId{j}});
    }
  std::ranges::sort(slots, {}, [](const Slot& slot) { return std::pair(slot.nip, slot.number); });
  // Of several hundred on one birthday two may get one number: the serial is then the next.
  for (std::size_t i = 1; i < slots.size(); ++i)
    slots[i].nip = std::max(slots[i].nip, slots[i - 1].nip + 1);
  return slots;
}

void Builder::make_employees(std::span<const Slot> slots) {
  Hiring hiring = hiring_by(*this);
  consultation.employees.clear();
  for (const Slot& slot : slots) {
    hiring.random = own_random(options, slot.number);
    Employee& e = consultation.employees.emplace_back(hiring.employee(slot.post));
    e.nip = std::to_string(slot.nip);
  }
}

void Builder::make_employees() {
  Hiring hiring = hiring_by(*this);
  auto& employees = consultation.employees;
  employees.reserve(static_cast<std::size_t>(options.employees));
  for (std::size_t j = 0; j < heads.size(); ++j)
    for (std::int32_t k = 0; k < heads[j]; ++k) employees.push_back(hiring.employee(PostId{j}));
  std::ranges::sort(employees, {}, &Employee::nip);
}

std::size_t Builder::home_region(const Employee& employee) const {
  const auto at = std::ranges::find(regions, employee.home, &Region::code);
  return static_cast<std::size_t>(at - regions.begin());
}

}  // namespace rembuk::province

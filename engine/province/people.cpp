#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "engine/province/builder.hpp"

/// Employees with fictitious names and valid numbers, and what they can do.
namespace rembuk::province {
namespace {

constexpr std::array<std::string_view, 40> male_names = {
    "Ahmad", "Budi", "Dedi", "Eko", "Fajar", "Hendra", "Iwan", "Joko", "Karim", "Lukman", "Mahmud",
    "Nasrul", "Oki", "Pandu", "Ridwan", "Saiful", "Taufik", "Usman", "Wahyu", "Yusuf", "Zainal",
    "Andri", "Bambang", "Candra", "Dian", "Edi", "Firman", "Gunawan", "Hasan", "Irfan", "Jamal",
    "Khairul", "Rahmat", "Ismail", "Nurdin", "Rizal", "Syafri", "Tarmizi", "Yanto", "Zulkifli"};
constexpr std::array<std::string_view, 40> female_names = {
    "Ani", "Bunga", "Citra", "Dewi", "Elvira", "Fitri", "Gita", "Hanifah", "Indah", "Juwita", "Kartika",
    "Lestari", "Maya", "Nuraini", "Oktavia", "Putri", "Ratna", "Siti", "Tuti", "Umi", "Vina", "Wulan",
    "Yuliana", "Zahra", "Aisyah", "Desi", "Erna", "Farida", "Hesti", "Ida", "Laila", "Mira", "Nita",
    "Rina", "Salmah", "Susi", "Titin", "Wati", "Yeni", "Zubaidah"};
constexpr std::array<std::string_view, 40> last_names = {
    "Pratama", "Saputra", "Wijaya", "Hidayat", "Nugraha", "Siregar", "Nasution", "Harahap", "Lubis",
    "Batubara", "Simanjuntak", "Marpaung", "Rangkuti", "Tanjung", "Caniago", "Piliang", "Sikumbang",
    "Koto", "Jambak", "Melayu", "Kerinci", "Batin", "Rawas", "Sarolangun", "Darmawan", "Kurniawan",
    "Setiawan", "Firdaus", "Ramadhan", "Hakim", "Mansur", "Anwar", "Effendi", "Maulana", "Yusran",
    "Permana", "Santoso", "Utami", "Rahayu", "Anggraini"};
constexpr std::array<std::string_view, 30> middle_names = {
    "Surya", "Bintang", "Cahaya", "Damar", "Embun", "Fajri", "Gilang", "Harapan", "Intan", "Jaya",
    "Kencana", "Langit", "Mega", "Nirmala", "Ombak", "Pelangi", "Rimba", "Samudra", "Teratai", "Utama",
    "Wening", "Yudha", "Zamrud", "Arunika", "Bayu", "Candani", "Dharma", "Eka", "Fikri", "Guntur"};

template <std::size_t n>
std::string_view pick(Random& random, const std::array<std::string_view, n>& list) {
  return list[random.below(static_cast<std::uint32_t>(n))];
}

Date day_in(Random& random, int year, unsigned first_month = 1, unsigned last_month = 12) {
  const unsigned month = first_month + random.below(last_month - first_month + 1);
  return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{1 + random.below(28)}};
}

/// Years of age at which people usually hold a post of this template: least and span.
std::pair<int, int> usual_age(const PostTemplate& shape) {
  const int least = 23 + std::max(0, shape.golongan_min - 8) * 3 + (shape.kind == PostKind::struktural ? 4 : 0);
  return {std::min(least, 44), shape.job_class >= 11 ? 13 : 30};
}

EmployeeStatus status_for(Random& random, const PostTemplate& shape, int age) {
  const auto draw = random.below(100);
  const bool beginner = shape.level == PostLevel::ahli_pertama || shape.level == PostLevel::terampil || shape.kind == PostKind::pelaksana;
  if (shape.kind == PostKind::struktural || !beginner) return EmployeeStatus::pns;
  if (draw < 7 && age < 35) return EmployeeStatus::cpns;
  if (draw < 30) return EmployeeStatus::pppk;
  if (draw < 33) return EmployeeStatus::pppk_paruh_waktu;
  return EmployeeStatus::pns;
}

void set_grade(Random& random, Employee& e, const PostTemplate& shape, int years) {
  if (e.status >= EmployeeStatus::pppk) {
    e.pppk_scale = true;
    e.golongan = e.education >= Education::s1 ? 8 : e.education >= Education::d3 ? 6 : 4;
    return;
  }
  const int start = e.education >= Education::s2 ? 9 : e.education >= Education::s1 ? 8 : e.education >= Education::d3 ? 6 : 4;
  const int reached = std::max<int>(start, shape.golongan_min) + static_cast<int>(random.below(2)) + years / 9;
  e.golongan = static_cast<std::uint8_t>(std::clamp(e.status == EmployeeStatus::cpns ? std::max<int>(start, shape.golongan_min) : reached, start, 15));
}

void set_ratings(Random& random, Employee& e, int year) {
  for (std::size_t k = 0; k < 2; ++k) {
    const auto draw = random.below(100);
    e.skp_year[k] = static_cast<std::int16_t>(year - 2 + static_cast<int>(k));
    e.skp_rating[k] = draw < 22 ? SkpRating::sangat_baik : draw < 97 ? SkpRating::baik : draw < 99 ? SkpRating::butuh_perbaikan : SkpRating::kurang;
  }
}

struct Hiring {
  Builder& b;
  Random random;
  std::vector<std::int32_t> serials;  // by birthday since 1950, so that numbers stay unique

  std::string nip(const Employee& e) {
    const auto month = (static_cast<std::size_t>(static_cast<int>(e.birth.year())) - 1950) * 12 + static_cast<unsigned>(e.birth.month()) - 1;
    auto& used = serials[month * 31 + static_cast<unsigned>(e.birth.day()) - 1];
    const bool pppk = e.status >= EmployeeStatus::pppk;
    const int serial = 1 + used++ % 999;
    return fmt::format("{:04}{:02}{:02}{:04}{:02}{}{:03}", static_cast<int>(e.birth.year()),
                       static_cast<unsigned>(e.birth.month()), static_cast<unsigned>(e.birth.day()),
                       static_cast<int>(e.tmt_cpns.year()), pppk ? 21U : static_cast<unsigned>(e.tmt_cpns.month()),
                       e.sex == Sex::male ? 1 : 2, serial);
  }

  std::string home(std::size_t unit_region) {
    if (random.below(100) < 76) return std::string(regions[unit_region].code);
    // Families live where the towns are: half of the others in Kota Jambi.
    const std::size_t other = random.below(2) == 0 ? jambi : random.below(static_cast<std::uint32_t>(regions.size()));
    return std::string(regions[other].code);
  }

  Employee employee(std::size_t j) {
    const PostTemplate& shape = *b.template_of_post[j];
    const int year = static_cast<int>(b.options.reference_date.year());
    Employee e;
    e.sex = random.below(100) < (shape.certificate.empty() ? 48U : 32U) ? Sex::male : Sex::female;
    e.name = person_name(random, e.sex);
    const auto [least, span] = usual_age(shape);
    const int limit = shape.level >= PostLevel::ahli_madya || shape.level == PostLevel::jpt_pratama ? 60 : 58;
    e.retirement_age = static_cast<std::uint8_t>(limit);
    const int age = std::min(least + 1 + static_cast<int>(random.below(static_cast<std::uint32_t>(span))), limit - 1);
    e.birth = day_in(random, year - age, 7, 12);
    e.status = status_for(random, shape, age);
    const int entry = std::max(20, std::min(age - 1, 20 + static_cast<int>(random.below(12))));
    const int start = e.status == EmployeeStatus::cpns     ? year - 1
                      : e.status >= EmployeeStatus::pppk ? year - 1 - static_cast<int>(random.below(4))
                                                          : year - age + entry;
    e.tmt_cpns = Date{std::chrono::year{std::max(start, year - age + 19)}, std::chrono::month{e.status == EmployeeStatus::cpns ? 4U : 1 + random.below(5)}, std::chrono::day{1}};
    e.education = std::max(shape.education_min, random.below(5) == 0 && shape.education_min < Education::s2 ? Education::s1 : shape.education_min);
    if (random.below(12) == 0 && e.education == Education::s1) e.education = Education::s2;
    set_grade(random, e, shape, age - entry);
    const int service = year - static_cast<int>(e.tmt_cpns.year());
    const int months = random.below(4) == 0 ? static_cast<int>(random.below(24)) : 24 + static_cast<int>(random.below(120));
    const int post_year = std::max(static_cast<int>(e.tmt_cpns.year()), year - std::min(service, (months + 6) / 12));
    e.tmt_post = std::max(Date{std::chrono::year{post_year}, std::chrono::month{1 + random.below(5)}, std::chrono::day{1}}, e.tmt_cpns);
    e.tmt_golongan = std::max(e.tmt_cpns, Date{std::chrono::year{std::max(static_cast<int>(e.tmt_cpns.year()), year - 1 - static_cast<int>(random.below(4)))}, std::chrono::April, std::chrono::day{1}});
    if (*e.tmt_golongan > b.options.reference_date) e.tmt_golongan = e.tmt_cpns;
    set_ratings(random, e, year);
    if (random.below(5) < 4) e.talent_box = static_cast<std::uint8_t>(1 + random.below(9));
    e.unit = b.consultation.posts[j].unit;
    e.post = PostId{j};
    e.home = home(b.region_of_unit[e.unit.index()]);
    const auto state = random.below(1000);
    e.disciplined = state < 6;
    e.studying = state >= 6 && state < 20;
    e.audit_clear = state < 990;
    if (state >= 994) e.legal_status = "Cuti di luar tanggungan negara";
    if (e.education >= Education::s1) e.title_after = e.education >= Education::s2 ? "M.Si." : shape.certificate == "SERDIK" ? "S.Pd." : "S.E.";
    e.nip = nip(e);
    return e;
  }
};

}  // namespace

std::string person_name(Random& random, Sex sex) {
  std::string name(sex == Sex::male ? pick(random, male_names) : pick(random, female_names));
  if (random.below(3) != 0) name += " " + std::string(pick(random, middle_names));
  return name + " " + std::string(pick(random, last_names));
}

void Builder::make_employees() {
  Hiring hiring{*this, Random(options.seed, 4), std::vector<std::int32_t>(100 * 12 * 31)};
  auto& employees = consultation.employees;
  for (std::size_t j = 0; j < heads_of_post.size(); ++j)
    for (std::int32_t k = 0; k < heads_of_post[j]; ++k) employees.push_back(hiring.employee(j));
  std::ranges::sort(employees, {}, &Employee::nip);
}

std::size_t Builder::home_region(const Employee& employee) const {
  const auto at = std::ranges::find(regions, region_of(employee.home), &Region::code);
  return static_cast<std::size_t>(at - regions.begin());
}

void Builder::make_skills() {
  Random random(options.seed, 5);
  auto& c = consultation;
  struct Part {
    std::size_t first = 0, last = 0;
  };
  std::vector<Part> required(c.posts.size());
  for (std::size_t at = 0; at < c.requirements.size(); ++at) {
    auto& range = required[c.requirements[at].post.index()];
    if (range.last == 0) range.first = at;
    range.last = at + 1;
  }
  for (std::size_t i = 0; i < c.employees.size(); ++i) {
    const auto& e = c.employees[i];
    const bool strong = random.below(3) == 0;
    for (std::size_t at = required[e.post.index()].first; at < required[e.post.index()].last; ++at) {
      const auto& needed = c.requirements[at];
      const int level = needed.level + static_cast<int>(random.below(3)) - (strong ? 0 : 1);
      if (level < 1 && !needed.mandatory) continue;
      c.skills.push_back({EmployeeId{i}, needed.competence, static_cast<std::uint8_t>(std::clamp(level, 1, 5)),
                          random.below(3) == 0 ? SkillSource::atasan : SkillSource::asesmen,
                          Date{std::chrono::year{2025}, std::chrono::month{1 + random.below(12)}, std::chrono::day{15}}});
    }
    const auto& certificate = template_of_post[e.post.index()]->certificate;
    if (!certificate.empty())
      c.skills.push_back({EmployeeId{i}, competence(certificate), 3, SkillSource::sertifikat, std::nullopt});
    // Something that the present post does not ask for: why others could use them.
    if (random.below(2) == 0) {
      const CompetenceId extra{static_cast<std::size_t>(11 + random.below(static_cast<std::uint32_t>(c.competences.size() - 11)))};
      c.skills.push_back({EmployeeId{i}, extra, static_cast<std::uint8_t>(1 + random.below(4)), SkillSource::mandiri, std::nullopt});
    }
  }
  std::ranges::sort(c.skills, {}, [](const Skill& s) { return std::tuple(s.employee, s.competence, s.level, s.source, s.assessed); });
}

}  // namespace rembuk::province

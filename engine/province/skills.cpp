#include <algorithm>
#include <cstdint>
#include <tuple>

#include "engine/province/builder.hpp"

/// What employees can do: what their post asks for, more or less, and something beside it.
namespace rembuk::province {
namespace {

struct Assessing {
  Builder& b;
  Random random;

  SkillSource source() {
    const auto draw = random.below(100);
    return draw < 50   ? SkillSource::asesmen
           : draw < 82 ? SkillSource::atasan
                       : SkillSource::mandiri;
  }
  /// A day in the three years before the reference date.
  Date day() {
    return Date{std::chrono::sys_days(b.options.reference_date) -
                std::chrono::days{30 + random.below(1000)}};
  }
  void add(EmployeeId i, CompetenceId competence, int level, SkillSource source) {
    const auto bounded = static_cast<std::uint8_t>(std::clamp(level, 1, 5));
    b.consultation.skills.push_back({i, competence, bounded, source, day()});
  }

  /// Long service and talent raise what is reached, a new post lowers it.
  int offset(const Employee& e) {
    const int draw = static_cast<int>(random.below(100));
    const int months = months_between(e.tmt_post, b.options.reference_date);
    const int bias = (months < 24   ? 12
                      : months > 60 ? -10
                                    : 0) -
                     (e.talent_box.value_or(5) >= 7 ? 10 : 0);
    return draw < 26 + bias ? -1 : draw < 74 + bias ? 0 : 1;
  }

  void assess(EmployeeId i, std::span<const Requirement> required) {
    const Employee& e = b.consultation.employees[i.index()];
    const Seat& seat = b.seats[e.post.index()];
    for (const auto& needed : required) {
      const int level = needed.level + offset(e);
      // Some of what is not mandatory has never been assessed.
      if (needed.mandatory || (level >= 1 && !chance(random, 6)))
        add(i, needed.competence, level, source());
    }
    const auto certificate = certificate_of(seat);
    if (!certificate.empty()) add(i, b.competence(certificate), 3, SkillSource::sertifikat);
    if (chance(random, 45)) {
      const auto& other = shape_of(neighbour_of(seat.job->craft, random.next()));
      const auto extra = b.competence(other.skill);
      const bool known = extra.index() < b.consultation.competences.size() &&
                         b.consultation.competences[extra.index()].code == other.skill;
      if (known) add(i, extra, 1 + static_cast<int>(random.below(4)), SkillSource::mandiri);
    }
    add_leadership(i, seat);
  }

  /// Those who may lead next have had the course before.
  void add_leadership(EmployeeId i, const Seat& seat) {
    if (seat.level == PostLevel::ahli_muda && chance(random, 12))
      add(i, b.competence("PKP"), 3, SkillSource::sertifikat);
    if ((seat.level == PostLevel::pengawas || seat.level == PostLevel::ahli_madya) &&
        chance(random, 25))
      add(i, b.competence("PKA"), 3, SkillSource::sertifikat);
  }
};

}  // namespace

void Builder::make_skills() {
  auto& c = consultation;
  std::vector<std::span<const Requirement>> required(c.posts.size());
  for (std::size_t at = 0; at < c.requirements.size();) {
    std::size_t last = at;
    while (last < c.requirements.size() && c.requirements[last].post == c.requirements[at].post)
      ++last;
    required[c.requirements[at].post.index()] = std::span(c.requirements).subspan(at, last - at);
    at = last;
  }
  Assessing assessing{*this, Random(options.seed, 4)};
  c.skills.reserve(c.employees.size() * 8);
  for (std::size_t i = 0; i < c.employees.size(); ++i)
    assessing.assess(EmployeeId{i}, required[c.employees[i].post.index()]);
  std::ranges::sort(c.skills, {}, [](const Skill& s) {
    return std::tuple(s.employee, s.competence, s.level, s.source, s.assessed);
  });
}

}  // namespace rembuk::province

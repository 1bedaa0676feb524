#include "engine/province/answers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "engine/base/elementary.hpp"

/// Who answers, with which stance, criteria and track.
namespace rembuk::province {
namespace {

constexpr double share_answering = 0.62;

double logistic(double x) { return 1 / (1 + exp(-x)); }
double logistic_noise(Random& random) {
  const double u = 0.0001 + 0.9998 * random.unit();
  return log(u / (1 - u));
}

/// The constant at which `share_answering` of a sample of the people answer.
double answering_constant(const std::vector<double>& willingness) {
  const std::size_t step = std::max<std::size_t>(1, willingness.size() / 20000);
  double low = -8, high = 8;
  for (int round = 0; round < 30; ++round) {
    const double middle = (low + high) / 2;
    double sum = 0, people = 0;
    for (std::size_t i = 0; i < willingness.size(); i += step, ++people)
      sum += logistic(middle + willingness[i]);
    (sum < share_answering * people ? low : high) = middle;
  }
  return (low + high) / 2;
}

/// Most important first: each criterion drawn in turn by how much it matters to the person.
std::array<Criterion, criterion_count> criteria_of(const Person& p, Random& random) {
  using enum Criterion;
  std::array<std::pair<Criterion, std::uint32_t>, criterion_count> left = {
      {{distance, p.far ? 60U : 24U},
       {competence, 18U},
       {career, p.age < 45 ? 24U : 10U},
       {workload, p.fill < 0.6 ? 22U : 10U},
       {facilities, p.remoteness >= 2 ? 22U : 9U}}};
  std::array<Criterion, criterion_count> order{};
  for (std::size_t place = 0; place < order.size(); ++place) {
    std::uint32_t sum = 0;
    for (const auto& [criterion, weight] : left) sum += weight;
    auto draw = random.below(sum);
    std::size_t at = 0;
    while (draw >= left[at].second) draw -= left[at++].second;
    order[place] = left[at].first;
    left[at].second = 0;
  }
  return order;
}

std::optional<PostKind> track_of(const Person& p, PostKind own, Random& random) {
  if (!chance(random, p.age < 50 ? 52 : 28)) return std::nullopt;
  if (own == PostKind::struktural) return chance(random, 75) ? own : PostKind::fungsional;
  if (own == PostKind::fungsional) return chance(random, 84) ? own : PostKind::struktural;
  return chance(random, 55)   ? PostKind::fungsional
         : chance(random, 50) ? PostKind::struktural
                              : own;
}

}  // namespace

Person person(const Builder& b, const Snapshot& s, EmployeeId i, Random& random) {
  const auto& row = s[i];
  const auto& unit = s.unit_of(row.post);
  Person p;
  p.id = i;
  p.home = b.home_region(b.consultation.employees[i.index()]);
  p.work = b.place_of(row.post).region;
  p.minutes = travel_minutes[p.home][p.work];
  p.tenure = row.tenure_months;
  p.age = months_between(b.consultation.employees[i.index()].birth, b.options.reference_date) / 12;
  p.remoteness = unit.remoteness;
  p.fill = unit.need > 0 ? static_cast<double>(unit.filled) / unit.need : 1;
  p.far = p.minutes > 90;
  p.family = chance(random, p.age < 28 ? 30 : p.age < 50 ? 78 : 45);
  return p;
}

double willingness_to_answer(const Person& p, EmployeeStatus status) {
  return (p.far ? 0.7 : 0.0) + std::min(p.minutes, 480) / 600.0 - (p.tenure < 24 ? 0.7 : 0.0) +
         (p.tenure > 60 ? 0.2 : 0.0) - (status >= EmployeeStatus::pppk ? 0.4 : 0.0) -
         (p.age > 54 ? 0.3 : 0.0);
}

Stance stance_of(const Person& p, Random& random) {
  const double pull = (p.far ? 1.2 + std::min(p.minutes, 480) / 200.0 : 0.0) + 0.35 * p.remoteness +
                      (p.tenure > 60 ? 0.5 : 0.0) + (p.fill < 0.5 ? 0.4 : 0.0) +
                      (p.age < 35 ? 0.3 : 0.0) - (p.age > 50 ? 0.6 : 0.0) -
                      (p.family && !p.far ? 0.6 : 0.0) + logistic_noise(random);
  return pull > 1.75 ? Stance::move : pull > 0.15 ? Stance::open : Stance::stay;
}

Snapshot Builder::snapshot(std::span<const std::int32_t> heads_now) const {
  Snapshot s = make_snapshot(consultation);
  for (auto& unit : s.units) unit.filled = 0;
  for (std::size_t j = 0; j < s.posts.size(); ++j) {
    s.posts[j].heads = heads_now[j];
    s.units[s.posts[j].unit.index()].filled += heads_now[j];
  }
  return s;
}

void Builder::settle_answering() {
  const Snapshot s = snapshot(heads);
  Random random(options.seed, 7);
  std::vector<double> willingness;
  for (std::size_t i = 0; i < s.employees.size(); ++i)
    willingness.push_back(
        willingness_to_answer(person(*this, s, EmployeeId{i}, random), s.employees[i].status));
  answering = answering_constant(willingness);
}

void Builder::make_answers() {
  const Snapshot s = snapshot(heads);
  Random random(options.seed, 5);
  std::vector<Person> people;
  std::vector<double> willingness;
  people.reserve(s.employees.size());
  for (std::size_t i = 0; i < s.employees.size(); ++i) {
    people.push_back(person(*this, s, EmployeeId{i}, random));
    willingness.push_back(willingness_to_answer(people.back(), s.employees[i].status));
  }
  const double constant = answering ? *answering : answering_constant(willingness);
  const WishMaker maker(*this, s);
  // Systematic sampling: each answers with their own probability, and the share is met closely.
  double sum = random.unit();
  for (const Person& p : people) {
    const double before = sum;
    sum += logistic(constant + willingness[p.id.index()]);
    if (static_cast<std::int64_t>(sum) == static_cast<std::int64_t>(before)) continue;
    Aspiration answer;
    answer.employee = p.id;
    answer.stance = stance_of(p, random);
    answer.wishes = maker.wishes(p, answer.stance, random);
    if (chance(random, 72)) answer.criteria_order = criteria_of(p, random);
    answer.career_track = track_of(p, s[s[p.id].post].kind, random);
    add_concerns(consultation.concerns, p, answer.stance, random);
    consultation.aspirations.push_back(std::move(answer));
  }
}

}  // namespace rembuk::province

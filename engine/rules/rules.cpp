#include "engine/rules/rules.hpp"

#include <algorithm>
#include <map>

namespace rembuk {
namespace {

using Row = Snapshot::EmployeeRow;

struct LockRule {
  Rule rule;
  bool (*bites)(const Snapshot&, const Row&, const RuleParameters&);
};
constexpr std::array<LockRule, 9> lock_rules = {{
    {Rule::R03, [](const Snapshot&, const Row& e, const RuleParameters& p) { return e.tenure_months < p.tenure_months; }},
    {Rule::R08, [](const Snapshot&, const Row& e, const RuleParameters&) { return e.disciplined; }},
    {Rule::R09, [](const Snapshot&, const Row& e, const RuleParameters& p) { return p.performance_inside && e.below_baik; }},
    {Rule::R10, [](const Snapshot&, const Row& e, const RuleParameters&) { return e.studying; }},
    {Rule::R13, [](const Snapshot& s, const Row& e, const RuleParameters&) {
       return e.status >= EmployeeStatus::pppk && !s.settings.pppk;
     }},
    {Rule::R15, [](const Snapshot& s, const Row& e, const RuleParameters&) { return s[e.post].jpt; }},
    {Rule::R17, [](const Snapshot&, const Row& e, const RuleParameters& p) { return e.months_to_retirement < p.retirement_months; }},
    {Rule::R23, [](const Snapshot&, const Row& e, const RuleParameters&) { return !e.active; }},
    {Rule::R25, [](const Snapshot&, const Row& e, const RuleParameters&) { return e.status == EmployeeStatus::cpns; }},
}};

const Snapshot::Held* held(const Snapshot& s, EmployeeId i, CompetenceId competence) {
  const auto mine = s.held_by(i);
  const auto at = std::ranges::lower_bound(mine, competence, {}, &Snapshot::Held::competence);
  return at != mine.end() && at->competence == competence ? &*at : nullptr;
}

/// R05: education, mandatory competences, certificate.
bool unqualified(const Snapshot& s, EmployeeId i, PostId j) {
  const auto& post = s[j];
  if (s[i].education < post.education_min) return true;
  for (const auto& needed : s.required_by(j))
    if (needed.mandatory && !held(s, i, needed.competence)) return true;
  if (!post.certificate.valid()) return false;
  const auto* certificate = held(s, i, post.certificate);
  return !certificate || !certificate->certified;
}

struct PairRule {
  Rule rule;
  bool (*bites)(const Snapshot&, EmployeeId, PostId);
};
constexpr std::array<PairRule, 7> pair_rules = {{
    {Rule::R02, [](const Snapshot& s, EmployeeId i, PostId j) {
       return !s.settings.between_governments && s.unit_of(j).government != s[i].government;
     }},
    {Rule::R05, unqualified},
    {Rule::R11, [](const Snapshot& s, EmployeeId i, PostId j) {
       return s.settings.between_governments && s.unit_of(j).government != s[i].government && !s[i].audit_clear;
     }},
    {Rule::R13, [](const Snapshot& s, EmployeeId i, PostId j) {
       return s[i].status >= EmployeeStatus::pppk && !s[j].open_to_pppk;
     }},
    {Rule::R15, [](const Snapshot& s, EmployeeId, PostId j) { return s[j].jpt; }},
    {Rule::R18, [](const Snapshot& s, EmployeeId i, PostId j) {
       return !s[i].pppk_scale && s[i].golongan < s[j].golongan_min;
     }},
    {Rule::R24, [](const Snapshot& s, EmployeeId, PostId j) { return s[j].locked; }},
}};

bool is_locked(const Snapshot& s, EmployeeId i, const RuleParameters& parameters) {
  return std::ranges::any_of(lock_rules, [&](const LockRule& rule) { return rule.bites(s, s[i], parameters); });
}

}  // namespace

std::string_view name(Rule rule) {
  constexpr std::string_view all =
      "R01R02R03R04R05R06R07R08R09R10R11R12R13R14R15R16R17R18R19R20R21R22R23R24R25";
  return all.substr((static_cast<std::size_t>(rule) - 1) * 3, 3);
}

std::vector<Citation> citations() {
  return {{Rule::R02, "PP 11/2017 Pasal 192; SE BKN 3/SE/VIII/2019"},
          {Rule::R03, "PP 11/2017 Pasal 190(3); BKN 5/2019"},
          {Rule::R05, "PP 11/2017 Pasal 190(4)"},
          {Rule::R06, "PP 11/2017 Pasal 190(5)"},
          {Rule::R07, "BKN 5/2019 Pasal 3"},
          {Rule::R08, "BKN 5/2019 Pasal 3"},
          {Rule::R09, "BKN 5/2019 Pasal 3"},
          {Rule::R10, "BKN 5/2019 Pasal 3"},
          {Rule::R11, "BKN 5/2019 Pasal 3"},
          {Rule::R13, "PP 49/2018"},
          {Rule::R15, "PermenPANRB 15/2019; SE MenPANRB 19/2023"},
          {Rule::R17, "UU ASN"},
          {Rule::R18, "PP 11/2017; PermenPANRB 1/2023"},
          {Rule::R23, "PP 11/2017"},
          {Rule::R24, "kebijakan siklus"},
          {Rule::R25, "PP 11/2017"}};
}

std::vector<Rule> locks(const Snapshot& s, EmployeeId i, const RuleParameters& parameters) {
  std::vector<Rule> found;
  for (const auto& rule : lock_rules)
    if (rule.bites(s, s[i], parameters)) found.push_back(rule.rule);
  return found;
}

std::vector<Rule> refusals(const Snapshot& s, EmployeeId i, PostId j) {
  std::vector<Rule> found;
  if (j == s[i].post) return found;
  for (const auto& rule : pair_rules)
    if (rule.bites(s, i, j)) found.push_back(rule.rule);
  return found;
}

bool takes_entrant(const Snapshot& s, PostId j) { return s[j].need > 0 && s[j].heads <= s[j].need; }

std::optional<Rule> lowest_refusal(const Snapshot& s, EmployeeId i, PostId j,
                                   const RuleParameters& parameters) {
  if (j == s[i].post) return std::nullopt;
  std::optional<Rule> lowest;
  const auto consider = [&](Rule rule) { lowest = lowest ? std::min(*lowest, rule) : rule; };
  for (const auto rule : locks(s, i, parameters)) consider(rule);
  for (const auto rule : refusals(s, i, j)) consider(rule);
  if (!takes_entrant(s, j)) consider(Rule::R07);
  return lowest;
}

bool eligible(const Snapshot& s, EmployeeId i, PostId j, const RuleParameters& parameters) {
  if (is_locked(s, i, parameters)) return false;
  return j == s[i].post ||
         std::ranges::none_of(pair_rules, [&](const PairRule& rule) { return rule.bites(s, i, j); });
}

std::vector<Violation> violations(const Snapshot& s, const Plan& plan, const RuleParameters& parameters) {
  std::map<Rule, std::int32_t> people;
  std::vector<std::int32_t> entrants(s.posts.size()), after(s.posts.size());
  for (const PostId post : placement(s, plan)) ++after[post.index()];
  for (const auto& move : plan.moves) {
    ++entrants[move.to.index()];
    auto broken = locks(s, move.employee, parameters);
    const auto pair = refusals(s, move.employee, move.to);
    broken.insert(broken.end(), pair.begin(), pair.end());
    std::ranges::sort(broken);
    broken.erase(std::ranges::unique(broken).begin(), broken.end());
    for (const auto rule : broken) ++people[rule];
  }
  for (std::size_t j = 0; j < s.posts.size(); ++j) {
    const auto over = std::min(entrants[j], after[j] - s.posts[j].need);
    if (over > 0) people[Rule::R07] += over;
  }
  std::vector<Violation> result;
  for (const auto& [rule, count] : people) result.push_back({rule, count});
  return result;
}

}  // namespace rembuk

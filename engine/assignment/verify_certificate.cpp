#include "engine/assignment/verify_certificate.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "engine/rules/eligibility.hpp"
#include "engine/scoring/acceptance.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

using Wide = __int128;  // multipliers come from outside: no sum of them may overflow

enum class Measure : std::uint8_t { need, satisfaction, moves, wish, band, competence, objection };
constexpr std::int64_t first_wish_points = 2500;

struct Criterion {
  std::string name;
  Measure measure = Measure::need;
  bool maximise = false;
  int which = 0;                                         // of wish and band
  std::int64_t points = 1;                               // times the satisfaction
  std::int64_t seat = measure == Measure::need ? 1 : 0;  // of each covered need
};

std::vector<Criterion> criteria_of(const PlanRequest& request) {
  const Criterion need{"need_covered", Measure::need, true},
      satisfaction{"satisfaction_sum", Measure::satisfaction, true};
  const Criterion moves{"moves", Measure::moves, false};
  if (const auto weight = request.need_weight.value_or(-1); weight == 0)
    return {satisfaction, need, moves};
  else if (weight == 100)
    return {need, satisfaction, moves};
  else if (weight > 0)
    return {
        {"weighted_sum", Measure::satisfaction, true, 0, 100 - weight, weight * first_wish_points},
        need,
        moves};
  std::vector<Criterion> list;
  switch (request.policy) {
    case Policy::balanced:
      return {need, satisfaction, moves};
    case Policy::no_one_worse:
      return {satisfaction, need, moves};
    case Policy::need_first:
      return {need,
              {"competence_sum", Measure::competence, true},
              {"objection_sum", Measure::objection, false},
              moves};
    case Policy::most_first_wishes:
      for (int rank = 0; rank < 5; ++rank)
        list.push_back({"wish_" + std::to_string(rank + 1), Measure::wish, true, rank});
      break;
    case Policy::worst_off_first:
      for (int band = 0; band < 10; ++band)
        list.push_back({"band_" + std::to_string(band), Measure::band, false, band});
      break;
    default:
      return {};
  }
  list.push_back(satisfaction);
  list.push_back(moves);
  return list;
}

/// Bounds on the heads of a group of posts, of those who are not bound.
struct Group {
  std::int64_t least = 0, most = 0;
  std::int32_t parent = -1;  ///< −1: none
};

/// Bounds on the heads of one post: those that count as covered need, and those beyond.
struct Heads {
  std::int64_t covered_least = 0, covered_most = 0, beyond_least = 0, beyond_most = 0;
};

class Checker {
 public:
  Checker(const Snapshot& s, const PlanRequest& request, const PlanResult& result)
      : s_(s),
        request_(request),
        result_(result),
        criteria_(criteria_of(request)),
        open_(s.employees.size() * s.posts.size()) {}

  std::optional<CertificateFlaw> run() {
    if (result_.status != PlanStatus::optimal || criteria_.empty())
      return flaw(criteria_.size(), "there is no optimum to prove");
    if (result_.objectives.size() != criteria_.size() ||
        result_.certificates.size() != criteria_.size() ||
        result_.multipliers.size() != criteria_.size())
      return flaw(criteria_.size(), "the list of objectives is not that of the policy");
    if (auto model = AcceptanceModel::make(s_.settings.parameters)) acceptance_ = model->central;
    open_pairs();
    bound_heads();
    bound_groups();
    if (auto wrong = plan_flaw()) return wrong;
    for (std::size_t level = 0; level < criteria_.size(); ++level)
      if (auto wrong = level_flaw(level)) return wrong;
    return std::nullopt;
  }

 private:
  static std::optional<CertificateFlaw> flaw(std::size_t at, std::string what) {
    return CertificateFlaw{at, std::move(what)};
  }
  [[nodiscard]] std::uint8_t& open(std::size_t i, std::size_t j) {
    return open_[i * s_.posts.size() + j];
  }
  [[nodiscard]] std::size_t home(std::size_t i) const { return s_.employees[i].post.index(); }

  void open_pairs() {
    const Eligibility eligible(s_, request_.rules);
    bound_.assign(s_.employees.size(), 1);
    for (std::size_t i = 0; i < s_.employees.size(); ++i) {
      const EmployeeId who{i};
      const auto lock = planner_lock(request_.rules, who);
      const bool sent = lock && lock->index() != home(i);
      if (eligible.locked(who)) continue;
      const bool kept = std::ranges::find(result_.kept_apart, who) != result_.kept_apart.end();
      bound_[i] = kept;
      open(i, home(i)) = !kept && !sent;
      for (std::size_t j = 0; j < s_.posts.size(); ++j) {
        if (j == home(i) || s_.posts[j].need <= 0 || s_.posts[j].heads > s_.posts[j].need ||
            !eligible(who, PostId{j}))
          continue;
        eligible_ += !lock;
        open(i, j) =
            !kept && (sent || request_.need_weight || !only_gains(request_.policy) ||
                      satisfaction(s_, who, PostId{j}) >= satisfaction(s_, who, PostId{home(i)}));
      }
    }
  }
  void bound_heads() {
    std::vector<std::int64_t> taken(s_.posts.size());
    for (std::size_t i = 0; i < bound_.size(); ++i)
      if (bound_[i] != 0) ++taken[home(i)];
    for (std::size_t j = 0; j < taken.size(); ++j) {
      const std::int64_t need = s_.posts[j].need,
                         seats = std::max<std::int64_t>(need, s_.posts[j].heads);
      covered_by_bound_ += std::min(need, taken[j]);
      std::int64_t least = 0, most = seats - taken[j];
      for (const auto& bound : request_.bounds) {
        if (bound.level != HeadBound::Level::post || static_cast<std::size_t>(bound.id) != j)
          continue;
        least = std::max(least, bound.least - taken[j]);
        most = std::min(most, bound.most - taken[j]);
      }
      // Heads count as covered need before they count as beyond: that is never worse.
      const std::int64_t wanted = std::min(most, std::max<std::int64_t>(0, need - taken[j]));
      const std::int64_t covered_least = std::min(least, wanted);
      heads_.push_back({covered_least, wanted, least - covered_least, most - wanted});
    }
  }

  /// Units, then OPDs by their highest unit, then governments.
  [[nodiscard]] std::size_t group_of(HeadBound::Level level, std::size_t id) const {
    const std::size_t units = s_.units.size();
    return level == HeadBound::Level::unit  ? id
           : level == HeadBound::Level::opd ? units + id
                                            : 2 * units + id;
  }
  [[nodiscard]] std::size_t unit_of(std::size_t j) const { return s_.posts[j].unit.index(); }
  void bound_groups() {
    if (request_.bounds.empty()) return;
    using Level = HeadBound::Level;
    const std::size_t units = s_.units.size();
    groups_.assign(2 * units + static_cast<std::size_t>(s_.governments),
                   {0, static_cast<std::int64_t>(bound_.size()), -1});
    for (std::size_t u = 0; u < units; ++u) {
      groups_[u].parent = static_cast<std::int32_t>(group_of(Level::opd, s_.units[u].opd.index()));
      groups_[units + u].parent =
          static_cast<std::int32_t>(group_of(Level::government, s_.units[u].government.index()));
    }
    std::vector<std::int64_t> taken(groups_.size());
    for (std::size_t i = 0; i < bound_.size(); ++i)
      if (bound_[i] != 0) add_to_groups(home(i), taken);
    for (const auto& bound : request_.bounds) {
      if (bound.level == Level::post) continue;
      const auto at = group_of(bound.level, static_cast<std::size_t>(bound.id));
      groups_[at].least = std::max(groups_[at].least, bound.least - taken[at]);
      groups_[at].most = std::min(groups_[at].most, bound.most - taken[at]);
    }
  }
  void add_to_groups(std::size_t j, std::vector<std::int64_t>& heads) const {
    for (auto at = static_cast<std::int32_t>(unit_of(j)); at >= 0;
         at = groups_[static_cast<std::size_t>(at)].parent)
      ++heads[static_cast<std::size_t>(at)];
  }
  /// Whether the plan keeps every floor and cap.
  [[nodiscard]] bool bounds_kept() const {
    if (request_.bounds.empty()) return true;
    std::vector<std::int64_t> at_post(s_.posts.size()), in_group(groups_.size());
    for (const auto j : places_) {
      ++at_post[j];
      add_to_groups(j, in_group);
    }
    return std::ranges::all_of(request_.bounds, [&](const HeadBound& bound) {
      const auto id = static_cast<std::size_t>(bound.id);
      const auto heads =
          bound.level == HeadBound::Level::post ? at_post[id] : in_group[group_of(bound.level, id)];
      return bound.least <= heads && heads <= bound.most;
    });
  }

  std::optional<CertificateFlaw> plan_flaw() {
    const auto nowhere = criteria_.size();
    for (std::size_t i = 0; i < bound_.size(); ++i) places_.push_back(home(i));
    EmployeeId last;
    for (const auto& move : result_.plan.moves) {
      if (move.employee <= last || move.employee.index() >= places_.size() || !move.to.valid() ||
          move.to.index() >= s_.posts.size())
        return flaw(nowhere, "the plan names an unknown employee or post, or one twice");
      last = move.employee;
      places_[last.index()] = move.to.index();
    }
    std::vector<std::int64_t> after(s_.posts.size());
    for (std::size_t i = 0; i < places_.size(); ++i) {
      ++after[places_[i]];
      if (bound_[i] != 0 ? places_[i] != home(i) : open(i, places_[i]) == 0)
        return flaw(nowhere, "the plan uses a pair that a rule, a lock or the policy refuses");
    }
    for (std::size_t j = 0; j < after.size(); ++j)
      if (after[j] > std::max(s_.posts[j].need, s_.posts[j].heads))
        return flaw(nowhere, "a post has more heads than seats");
    if (!bounds_kept()) return flaw(nowhere, "the plan breaks a floor or a cap");
    if (!violations(s_, result_.plan, request_.rules).empty())
      return flaw(nowhere, "the plan breaks a hard rule");
    return std::nullopt;
  }

  /// What i at j adds to the published value; covered need is counted by post instead.
  [[nodiscard]] std::int64_t worth(const Criterion& c, std::size_t i, std::size_t j) const {
    const EmployeeId who{i};
    const PostId at{j};
    const bool moves = j != home(i);
    switch (c.measure) {
      case Measure::need:
        return 0;
      case Measure::satisfaction:
        return c.points * satisfaction(s_, who, at);
      case Measure::moves:
        return moves;
      case Measure::wish:
        return moves && s_[who].wish_count > 0 && first_wish(s_, who, at) == c.which;
      case Measure::band: {
        const auto value = satisfaction(s_, who, at);
        return value >= c.which * 1000 && (c.which == 9 || value < c.which * 1000 + 1000);
      }
      case Measure::competence:
        return moves ? competence_value(s_, who, at) : 0;
      case Measure::objection:
        return moves ? probabilities(acceptance_, move_case(s_, who, at)).object : 0;
    }
    return 0;
  }
  [[nodiscard]] std::int64_t published(const Criterion& c) const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) sum += worth(c, i, places_[i]);
    if (c.seat == 0) return sum;
    std::vector<std::int64_t> after(s_.posts.size());
    for (const auto j : places_) ++after[j];
    for (std::size_t j = 0; j < after.size(); ++j)
      sum += c.seat * std::min<std::int64_t>(after[j], s_.posts[j].need);
    return sum;
  }

  /// min over lower ≤ x ≤ upper of price · x; narrows the bounds to where it is reached.
  static Wide cheapest(Wide price, std::int64_t& lower, std::int64_t& upper) {
    const Wide value = price * (price > 0 ? lower : upper);
    if (price > 0) upper = lower;
    if (price < 0) lower = upper;
    return value;
  }
  /// The bound that the multipliers prove, as a cost to be minimised; nothing if a pair undercuts
  /// it.
  std::optional<Wide> bound_by(const Criterion& c, const Multipliers& by) {
    const std::int64_t sign = c.maximise ? -1 : 1;
    Wide bound = sign * c.seat * covered_by_bound_;
    for (std::size_t i = 0; i < bound_.size(); ++i) {
      if (bound_[i] != 0) {
        bound += sign * worth(c, i, home(i));
        continue;
      }
      bound -= by.employee[i];
      for (std::size_t j = 0; j < s_.posts.size(); ++j) {
        if (open(i, j) == 0) continue;
        const Wide reduced = Wide{sign * worth(c, i, j)} + by.employee[i] - by.post[j];
        if (reduced < 0) return std::nullopt;
        if (reduced > 0) open(i, j) = 0;
      }
    }
    for (std::size_t j = 0; j < heads_.size(); ++j) {
      auto& h = heads_[j];
      const Wide price = Wide{by.post[j]} - (groups_.empty() ? 0 : by.group[unit_of(j)]);
      bound += cheapest(price + sign * c.seat, h.covered_least, h.covered_most);
      bound += cheapest(price, h.beyond_least, h.beyond_most);
    }
    for (std::size_t at = 0; at < groups_.size(); ++at) {
      auto& group = groups_[at];
      const auto parent = group.parent;
      const Wide price =
          Wide{by.group[at]} - (parent < 0 ? 0 : by.group[static_cast<std::size_t>(parent)]);
      bound += cheapest(price, group.least, group.most);
    }
    return bound * sign;
  }

  std::optional<CertificateFlaw> level_flaw(std::size_t level) {
    const auto& c = criteria_[level];
    const auto& shown = result_.certificates[level];
    const auto& by = result_.multipliers[level];
    if (shown.objective != c.name || result_.objectives[level].name != c.name)
      return flaw(level, "this is not the objective of the policy");
    if (by.employee.size() != s_.employees.size() || by.post.size() != s_.posts.size() ||
        by.group.size() != groups_.size())
      return flaw(level, "multipliers are missing");
    const std::int64_t value = published(c);
    if (shown.primal != value || result_.objectives[level].value != value)
      return flaw(level, "the plan does not have this value");
    const auto bound = bound_by(c, by);
    if (!bound || shown.negative_reduced_costs != 0)
      return flaw(level, "a pair could still improve the plan");
    if (*bound != value || shown.dual != value)
      return flaw(level, "the dual value is not the value of the plan");
    if (shown.pairs_eligible != eligible_ || shown.pairs_priced < 0 ||
        shown.pairs_priced > eligible_)
      return flaw(level, "the count of pairs is wrong");
    return std::nullopt;
  }

  const Snapshot& s_;
  const PlanRequest& request_;
  const PlanResult& result_;
  std::vector<Criterion> criteria_;
  std::vector<std::uint8_t> open_;   // pairs that earlier objectives leave open
  std::vector<std::uint8_t> bound_;  // by employee: stays in any plan
  std::vector<Heads> heads_;
  std::vector<Group> groups_;  // empty without floors and caps
  std::vector<std::size_t> places_;
  std::int64_t eligible_ = 0, covered_by_bound_ = 0;
  AcceptanceParameters acceptance_;
};

}  // namespace

std::optional<CertificateFlaw> verify_certificate(const Snapshot& s, const PlanRequest& request,
                                                  const PlanResult& result) {
  return Checker(s, request, result).run();
}

}  // namespace rembuk

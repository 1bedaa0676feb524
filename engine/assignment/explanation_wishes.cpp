#include <algorithm>
#include <map>

#include "engine/assignment/explanation_personal.hpp"
#include "engine/rules/eligibility.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk::personal {
namespace {

bool within(const Consultation& c, const Wish& wish, PostId j) {
  const UnitId own = c.posts[j.index()].unit;
  if (const auto* post = std::get_if<PostId>(&wish)) return *post == j;
  if (const auto* region = std::get_if<WishRegion>(&wish))
    return region_of(c.units[own.index()].area) == region->code;
  for (UnitId up = own; up.valid(); up = c.units[up.index()].parent)
    if (up == std::get<UnitId>(wish)) return true;
  return false;
}

/// What stands against the posts that one wish names.
struct Outlook {
  bool holds_current = false, met = false;
  std::map<Rule, int> refused;  // by the lowest rule
  std::vector<PostId> open;     // no rule refuses, entrants are taken
};

Outlook outlook(const Subject& x, const Wish& wish) {
  const auto& s = x.shown.snapshot;
  Outlook seen;
  for (std::size_t at = 0; at < s.posts.size(); ++at) {
    const PostId j{at};
    if (!within(x.shown.consultation, wish, j)) continue;
    if (j == x.from) {
      seen.holds_current = true;
      continue;
    }
    seen.met = seen.met || j == x.to;
    const auto rules = refusals(s, x.i, j, x.shown.rules);
    if (!rules.empty())
      ++seen.refused[rules.front()];
    else if (!takes_entrant(s, j))
      ++seen.refused[Rule::R07];
    else
      seen.open.push_back(j);
  }
  return seen;
}

/// Free employees who could be at one of the posts.
std::int32_t contenders(const Subject& x, const std::vector<PostId>& posts) {
  std::int32_t most = 0;
  for (const PostId j : posts) most = std::max(most, x.policy.contenders[j.index()]);
  return most;
}

bool seat_left(const Subject& x, const std::vector<PostId>& posts) {
  const auto& s = x.shown.snapshot;
  std::vector<std::int32_t> heads(s.posts.size());
  for (const PostId j : placement(s, x.shown.plan)) ++heads[j.index()];
  return std::ranges::any_of(
      posts, [&](PostId j) { return heads[j.index()] < std::max(s[j].need, s[j].heads); });
}

void add_refusals(const Outlook& seen, const std::vector<Argument>& wish, Sentences& out) {
  for (const auto& [rule, posts] : seen.refused) {
    auto arguments = wish;
    arguments.push_back(say::rule("rule", rule));
    out.push_back({"wish_refused", std::string(name(rule)), std::move(arguments)});
  }
}

void add_wish(const Subject& x, const Wish& wish, int rank, Sentences& out) {
  const Outlook seen = outlook(x, wish);
  std::vector<Argument> about = {say::number("rank", rank),
                                 say::target("target", x.shown.consultation, wish)};
  const std::string basis = "aspirasi.keinginan_" + std::to_string(rank);
  if (seen.met) {
    out.push_back({"wish_met", basis, about});
  } else if (seen.open.empty() && seen.refused.empty()) {
    out.push_back({seen.holds_current ? "wish_held" : "wish_without_posts", basis, about});
  } else if (seen.open.empty()) {
    add_refusals(seen, about, out);
  } else if (contenders(x, seen.open) < x.threshold) {
    about.push_back(say::number("threshold", x.threshold));
    out.push_back({"wish_withheld", basis, about});
  } else {
    out.push_back({seat_left(x, seen.open) ? "wish_seat_left" : "wish_seats_to_others",
                   "jabatan.kebutuhan_abk", about});
  }
}

}  // namespace

const Aspiration* Subject::answer() const {
  const auto& all = shown.consultation.aspirations;
  const auto at = std::ranges::lower_bound(all, i, {}, &Aspiration::employee);
  return at != all.end() && at->employee == i ? &*at : nullptr;
}

Sentences wishes(const Subject& x) {
  Sentences out;
  const auto* answer = x.answer();
  // Who is kept in place has no wish refused: the lock says it all.
  if (!answer || (!x.moves() && !locks(x.shown.snapshot, x.i, x.shown.rules).empty())) return out;
  int rank = 0;
  for (const auto& wish : answer->wishes) {
    const std::size_t before = out.size();
    add_wish(x, wish, ++rank, out);
    if (out.size() > before && out.back().code == "wish_met") break;  // what comes after is lower
  }
  return out;
}

std::optional<BestWish> best_wish(const Subject& x) {
  const auto* answer = x.answer();
  if (!answer) return std::nullopt;
  const auto& s = x.shown.snapshot;
  int rank = 0;
  for (const auto& wish : answer->wishes) {
    ++rank;
    auto open = outlook(x, wish).open;
    std::erase_if(open, [&](PostId j) { return x.policy.contenders[j.index()] < x.threshold; });
    const auto best =
        std::ranges::max_element(open, {}, [&](PostId j) { return satisfaction(s, x.i, j); });
    if (best != open.end()) return BestWish{*best, rank};
  }
  return std::nullopt;
}

}  // namespace rembuk::personal

#include "engine/rules/superiors.hpp"

namespace rembuk {

Superiors::Superiors(const Snapshot& s, std::vector<PostId> places)
    : snapshot_(s), places_(std::move(places)), leading_(s.units.size()), holders_(s.posts.size()) {
  for (std::size_t j = 0; j < s.posts.size(); ++j) {
    if (s.posts[j].kind != PostKind::struktural) continue;
    PostId& best = leading_[s.posts[j].unit.index()];
    if (!best.valid() || s[best].job_class < s.posts[j].job_class) best = PostId{j};
  }
  for (const PostId post : places_) ++holders_[post.index()];
}

bool Superiors::is_superior(EmployeeId superior, EmployeeId subordinate, EmployeeId i,
                            PostId j) const {
  const auto place = [&](EmployeeId who) { return who == i ? j : places_[who.index()]; };
  const PostId own = place(subordinate);
  for (UnitId unit = snapshot_[own].unit; unit.valid(); unit = snapshot_[unit].parent) {
    const PostId leading = leading_[unit.index()];
    if (!leading.valid() || leading == own) continue;
    const int holders = holders_[leading.index()] + (leading == j ? 1 : 0) -
                        (leading == places_[i.index()] ? 1 : 0);
    if (holders > 0) return place(superior) == leading;
  }
  return false;
}

bool Superiors::related_if(const Relatives& pair, EmployeeId i, PostId j) const {
  return is_superior(pair.first, pair.second, i, j) || is_superior(pair.second, pair.first, i, j);
}

bool Superiors::related(const Relatives& pair) const {
  return related_if(pair, pair.first, places_[pair.first.index()]);
}

}  // namespace rembuk

#include "engine/assignment/group_tree.hpp"

#include <algorithm>

namespace rembuk {
namespace {

std::size_t at(std::int32_t id) { return static_cast<std::size_t>(id); }

GroupTree tree_of(const Snapshot& s, const PairTable& pairs) {
  const auto units = static_cast<std::int32_t>(s.units.size());
  // One more than there are: a group that holds everybody would be at its upper bound, and could be
  // given the price of a cap that nobody asked for.
  const auto no_cap = static_cast<std::int64_t>(pairs.free().size()) + 1;
  GroupTree tree;
  for (const auto& unit : s.units) tree.nodes.push_back({units + unit.opd.value, {0, no_cap}});
  for (const auto& unit : s.units)
    tree.nodes.push_back({2 * units + unit.government.value, {0, no_cap}});
  for (std::int32_t g = 0; g < s.governments; ++g) tree.nodes.push_back({-1, {0, no_cap}});
  for (const auto& post : s.posts) tree.of_post.push_back(post.unit.value);
  return tree;
}

/// Heads of those locked in place, by node.
std::vector<std::int64_t> fixed_heads(const GroupTree& tree, const PairTable& pairs) {
  std::vector<std::int64_t> fixed(tree.nodes.size());
  for (std::size_t j = 0; j < tree.of_post.size(); ++j)
    for (auto node = tree.of_post[j]; node >= 0; node = tree.nodes[at(node)].parent)
      fixed[at(node)] += pairs.fixed(j);
  return fixed;
}

/// False if nothing is left between the bounds.
bool narrow(FlowBounds& bounds, const HeadBound& by, std::int64_t fixed) {
  bounds.lower = std::max(bounds.lower, by.least - fixed);
  if (by.most != HeadBound::no_cap) bounds.upper = std::min(bounds.upper, by.most - fixed);
  return bounds.lower <= bounds.upper;
}

/// Needed seats are filled before those above: they never cost more, so a floor is theirs first.
void split(const FlowBounds& heads, FlowBounds& needed, FlowBounds& above) {
  needed.upper = std::min(needed.upper, heads.upper);
  above.upper = heads.upper - needed.upper;
  needed.lower = std::min(heads.lower, needed.upper);
  above.lower = heads.lower - needed.lower;
}

}  // namespace

std::int64_t BoundedSeats::asked() const {
  std::int64_t sum = 0;
  for (const auto* seats : {&needed, &above})
    for (const auto& bounds : *seats) sum += bounds.lower;
  if (tree)
    for (const auto& node : tree->nodes) sum += node.bounds.lower;
  return sum;
}

std::optional<BoundedSeats> bounded_seats(const Snapshot& s, const PairTable& pairs,
                                          std::span<const HeadBound> bounds) {
  BoundedSeats made;
  for (std::size_t j = 0; j < pairs.posts(); ++j) {
    const std::int64_t needed = std::min(pairs.needed(j), pairs.seats(j));
    made.needed.push_back({0, needed});
    made.above.push_back({0, pairs.seats(j) - needed});
  }
  if (bounds.empty()) return made;
  GroupTree tree = tree_of(s, pairs);
  const auto fixed = fixed_heads(tree, pairs);
  const std::int32_t units = static_cast<std::int32_t>(s.units.size());
  for (const auto& bound : bounds) {
    if (bound.level == HeadBound::Level::post) {
      auto &needed = made.needed[at(bound.id)], &above = made.above[at(bound.id)];
      FlowBounds heads{needed.lower + above.lower, needed.upper + above.upper};
      if (!narrow(heads, bound, pairs.fixed(at(bound.id)))) return std::nullopt;
      split(heads, needed, above);
      continue;
    }
    const std::int32_t level = static_cast<std::int32_t>(bound.level) - 1;
    const auto node = at(level * units + bound.id);
    if (!narrow(tree.nodes[node].bounds, bound, fixed[node])) return std::nullopt;
  }
  made.tree = std::move(tree);
  return made;
}

}  // namespace rembuk

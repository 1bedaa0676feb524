#include <algorithm>
#include <cstdint>

#include "engine/province/answers.hpp"
#include "engine/province/conditions.hpp"

namespace rembuk::province {
namespace {

constexpr std::size_t craft_count = static_cast<std::size_t>(Craft::training) + 1;

std::size_t post_shelf(std::size_t government, std::size_t region, Craft craft) {
  return (government * regions.size() + region) * craft_count + static_cast<std::size_t>(craft);
}
std::size_t unit_shelf(std::size_t government, std::size_t region, bool school) {
  return (government * regions.size() + region) * 2 + (school ? 1 : 0);
}

template <class T>
const T& any(const std::vector<T>& list, Random& random) {
  return list[random.below(static_cast<std::uint32_t>(list.size()))];
}

std::uint32_t wish_count(Stance stance, Random& random) {
  if (stance == Stance::move) return 1 + random.below(3) + random.below(3);
  if (stance == Stance::open) return random.below(4);
  return chance(random, 18) ? 1 : 0;
}

/// Where a person wants to be: at home, near it, or where the offices are.
std::size_t wanted_region(const Person& p, Random& random) {
  if (p.far) return chance(random, 86) ? p.home : kota_jambi;
  if (chance(random, 70)) return p.home;
  return chance(random, 50) ? kota_jambi : p.work;
}

}  // namespace

WishMaker::WishMaker(const Builder& builder, const Snapshot& snapshot)
    : b_(builder),
      s_(snapshot),
      posts_(builder.staff.size() * regions.size() * craft_count),
      units_(builder.staff.size() * regions.size() * 2) {
  for (std::size_t j = 0; j < s_.posts.size(); ++j) {
    const auto& place = b_.place_of(PostId{j});
    if (s_.posts[j].jpt || s_.posts[j].locked) continue;
    posts_[post_shelf(place.government, place.region, b_.seats[j].job->craft)].push_back(PostId{j});
  }
  for (std::size_t u = 0; u < s_.units.size(); ++u) {
    const auto& place = b_.places[u];
    const UnitKind kind = s_.units[u].kind;
    if (kind == UnitKind::instansi) continue;
    units_[unit_shelf(place.government, place.region, kind == UnitKind::sekolah)].push_back(
        UnitId{u});
  }
}

/// Of some posts of the own craft the best that would take the person: vacant, then of higher
/// class.
std::optional<Wish> WishMaker::post_in(const Person& p, std::size_t region, Random& random) const {
  const PostId own = s_[p.id].post;
  const auto& shelf =
      posts_[post_shelf(b_.place_of(own).government, region, b_.seats[own.index()].job->craft)];
  if (shelf.empty()) return std::nullopt;
  std::optional<PostId> best;
  int best_value = -1;
  for (int attempt = 0; attempt < 8; ++attempt) {
    const PostId j = any(shelf, random);
    if (j == own || !qualifies(s_, p.id, j)) continue;
    const int value = (vacant(s_, j) ? 4 : 0) + (s_[j].job_class >= s_[own].job_class ? 2 : 0) +
                      (s_[j].job_class > s_[own].job_class ? 1 : 0);
    if (value > best_value) best = j, best_value = value;
  }
  if (best) return Wish{*best};
  // Some name a post that would not take them yet.
  const PostId dream = any(shelf, random);
  if (dream != own && chance(random, 25)) return Wish{dream};
  return std::nullopt;
}

std::optional<Wish> WishMaker::unit_in(const Person& p, std::size_t region, Random& random) const {
  const PostId own = s_[p.id].post;
  const bool school = s_.unit_of(own).kind == UnitKind::sekolah && !chance(random, 8);
  const auto& shelf = units_[unit_shelf(b_.place_of(own).government, region, school)];
  if (shelf.empty()) return std::nullopt;
  const UnitId unit = any(shelf, random);
  if (unit == s_[own].unit) return std::nullopt;
  return Wish{unit};
}

std::vector<Wish> WishMaker::wishes(const Person& p, Stance stance, Random& random) const {
  std::vector<Wish> list;
  const auto add = [&list](const std::optional<Wish>& wish) {
    if (wish && list.size() < 5 && std::ranges::find(list, *wish) == list.end())
      list.push_back(*wish);
  };
  const auto count = wish_count(stance, random);
  for (std::uint32_t k = 0; k < count; ++k) {
    const std::size_t region = wanted_region(p, random);
    const auto draw = random.below(100);
    if (draw < 58)
      add(post_in(p, region, random));
    else if (draw < 80)
      add(unit_in(p, region, random));
    else
      add(WishRegion{std::string(regions[region].code)});
  }
  // Whoever is far from home and wants to move ends with home itself.
  if (stance == Stance::move && (list.empty() || (p.far && chance(random, 60))))
    add(WishRegion{std::string(regions[p.home].code)});
  return list;
}

}  // namespace rembuk::province

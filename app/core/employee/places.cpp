#include <algorithm>
#include <map>

#include "app/core/employee/finder.hpp"

/// Posts by region and by agency.
namespace rembuk::employee {
namespace {

int vacant(const wire::PostEntry& post) { return std::max(0, post.need - post.heads); }

}  // namespace

void Finder::count_places() {
  for (std::size_t at = 0; at < catalogue_.regions.size(); ++at)
    regions_.push_back({at, catalogue_.regions[at].name, 0, 0});
  std::map<int, PlaceCount> agencies;
  for (const auto& post : catalogue_.posts) {
    if (post.unit >= catalogue_.units.size()) continue;
    const auto count = [&](PlaceCount& place) {
      ++place.posts;
      place.vacant += vacant(post);
    };
    if (const auto region = catalogue_.units[post.unit].region; region < regions_.size())
      count(regions_[region]);
    count(agencies[agency_of_unit(post.unit)]);
  }
  for (auto& [unit, place] : agencies) {
    place.place = static_cast<std::size_t>(unit);
    place.name = catalogue_.units[place.place].name;
    agencies_.push_back(std::move(place));
  }
  std::ranges::sort(agencies_, {}, &PlaceCount::name);
}

template <class Wanted>
std::vector<std::size_t> Finder::posts_where(Wanted wanted) const {
  std::vector<std::size_t> posts;
  for (std::size_t at = 0; at < catalogue_.posts.size(); ++at)
    if (catalogue_.posts[at].unit < catalogue_.units.size() && wanted(catalogue_.posts[at]))
      posts.push_back(at);
  std::ranges::sort(
      posts, {}, [&](std::size_t at) { return std::pair(vacant(catalogue_.posts[at]) == 0, at); });
  return posts;
}

std::vector<std::size_t> Finder::posts_in_region(std::size_t region) const {
  return posts_where(
      [&](const wire::PostEntry& post) { return catalogue_.units[post.unit].region == region; });
}

std::vector<std::size_t> Finder::posts_of_agency(std::size_t unit) const {
  return posts_where([&](const wire::PostEntry& post) {
    return agency_of_unit(post.unit) == static_cast<int>(unit);
  });
}

}  // namespace rembuk::employee

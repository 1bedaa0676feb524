#include <algorithm>

#include "app/core/employee/keep.hpp"

/// Looking through posts by town or by agency.
namespace rembuk::employee {

void browse(Model& m, const ChoseWay& chosen) {
  m.browsing = {.way = chosen.way, .place = std::nullopt, .posts = {}, .shown = posts_at_once};
  m.query.clear();
  m.hits.clear();
}

void browse(Model& m, const ChosePlace& chosen) {
  m.browsing.place = chosen.place;
  m.browsing.shown = posts_at_once;
  m.browsing.posts.clear();
  if (!m.finder || !chosen.place) return;
  m.browsing.posts = m.browsing.way == Way::map ? m.finder->posts_in_region(*chosen.place)
                                                : m.finder->posts_of_agency(*chosen.place);
}

void browse(Model& m, const ShowedMore&) {
  m.browsing.shown = std::min(m.browsing.shown + posts_at_once, m.browsing.posts.size());
}

}  // namespace rembuk::employee

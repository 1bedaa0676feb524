#include <algorithm>

#include "app/core/employee/keep.hpp"

/// Looking through posts: by words, by town, by agency.
namespace rembuk::employee {

void hear(Step& step, const TypedQuery& typed) {
  constexpr std::size_t most_hits = 30;
  Model& m = step.model;
  m.query = typed.text.substr(0, 200);
  m.hits.clear();
  m.hit_count = 0;
  if (!m.finder) return;
  auto found = m.finder->find(m.query, most_hits);
  m.hits = std::move(found.hits);
  m.hit_count = found.count;
}

void hear(Step& step, const ChoseWay& chosen) {
  Model& m = step.model;
  m.browsing = {.way = chosen.way, .place = std::nullopt, .posts = {}, .shown = posts_at_once};
  m.query.clear();
  m.hits.clear();
}

void hear(Step& step, const ChosePlace& chosen) {
  Model& m = step.model;
  m.browsing.place = chosen.place;
  m.browsing.shown = posts_at_once;
  m.browsing.posts.clear();
  if (!m.finder || !chosen.place) return;
  m.browsing.posts = m.browsing.way == Way::map ? m.finder->posts_in_region(*chosen.place)
                                                : m.finder->posts_of_agency(*chosen.place);
}

void hear(Step& step, const ShowedMore&) {
  Model& m = step.model;
  m.browsing.shown = std::min(m.browsing.shown + posts_at_once, m.browsing.posts.size());
}

}  // namespace rembuk::employee

#include "app/core/employee/finder.hpp"

#include <algorithm>

#include "app/text/search.hpp"

namespace rembuk::employee {
namespace {

template <class T>
std::optional<std::size_t> by_code(const std::vector<T>& sorted, std::string_view code) {
  const auto at = std::ranges::lower_bound(sorted, code, {},
                                           [](const T& one) { return std::string_view(one.code); });
  if (at == sorted.end() || at->code != code) return std::nullopt;
  return static_cast<std::size_t>(at - sorted.begin());
}

}  // namespace

Finder::Finder(wire::Catalogue catalogue) : catalogue_(std::move(catalogue)) {
  for (std::size_t u = 0; u < catalogue_.units.size(); ++u) {
    const Hit hit = unit_hit(u);
    folded_units_.push_back(
        text::folded(hit.title + " " + hit.detail + " " + agency_name(static_cast<int>(u))));
  }
  for (std::size_t j = 0; j < catalogue_.posts.size(); ++j) {
    const Hit hit = post_hit(j);
    folded_posts_.push_back(
        text::folded(hit.title + " " + hit.detail + " " + agency_name(catalogue_.posts[j].unit)));
  }
  for (const auto& region : catalogue_.regions)
    folded_regions_.push_back(text::folded(region.name));
  count_places();
}

void Finder::set_wished(const std::vector<wire::WishedPost>& posts) {
  for (const auto& [post, at_least] : posts)
    if (post < catalogue_.posts.size()) catalogue_.posts[post].wished_at_least = at_least;
}

Hit Finder::region_hit(std::size_t at) const {
  const auto& region = catalogue_.regions[at];
  return {"wilayah:" + region.code, region.name, "", Hit::Kind::region};
}

Hit Finder::unit_hit(std::size_t at) const {
  const auto& unit = catalogue_.units[at];
  std::string detail =
      unit.region < catalogue_.regions.size() ? catalogue_.regions[unit.region].name : "";
  return {"unit:" + unit.code, unit.name, std::move(detail), Hit::Kind::unit};
}

Hit Finder::post_hit(std::size_t at) const {
  const auto& post = catalogue_.posts[at];
  std::string detail;
  if (post.unit < catalogue_.units.size()) {
    const Hit unit = unit_hit(post.unit);
    detail = unit.title + " · " + unit.detail;
  }
  return {"jabatan:" + post.code, post.name, std::move(detail), Hit::Kind::post};
}

Finder::Found Finder::find(std::string_view query, std::size_t most) const {
  Found found;
  const auto words = text::words_of(query);
  if (words.empty()) return found;
  const auto take = [&](const std::vector<std::string>& texts, auto hit) {
    for (std::size_t at = 0; at < texts.size(); ++at)
      if (text::holds(texts[at], words)) {
        if (found.hits.size() < most) found.hits.push_back(hit(at));
        ++found.count;
      }
  };
  take(folded_regions_, [this](std::size_t at) { return region_hit(at); });
  take(folded_units_, [this](std::size_t at) { return unit_hit(at); });
  take(folded_posts_, [this](std::size_t at) { return post_hit(at); });
  return found;
}

std::optional<Hit> Finder::place(std::string_view wish) const {
  const auto colon = wish.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view kind = wish.substr(0, colon), code = wish.substr(colon + 1);
  if (kind == "jabatan") {
    if (const auto at = by_code(catalogue_.posts, code)) return post_hit(*at);
  } else if (kind == "unit") {
    if (const auto at = by_code(catalogue_.units, code)) return unit_hit(*at);
  } else if (const auto at = by_code(catalogue_.regions, code)) {
    return region_hit(*at);
  }
  return std::nullopt;
}

std::string Finder::agency_name(int unit) const {
  const int agency = agency_of_unit(unit);
  return agency >= 0 && static_cast<std::size_t>(agency) < catalogue_.units.size()
             ? catalogue_.units[static_cast<std::size_t>(agency)].name
             : "";
}

int Finder::agency_of_unit(int unit) const {
  int agency = unit;
  for (int up = unit; up >= 0 && static_cast<std::size_t>(up) < catalogue_.units.size();
       up = catalogue_.units[static_cast<std::size_t>(up)].parent)
    if (catalogue_.units[static_cast<std::size_t>(up)].parent >= 0) agency = up;
  return agency;
}

int Finder::agency_of(std::string_view wish) const {
  const auto colon = wish.find(':');
  if (colon == std::string_view::npos) return -1;
  const std::string_view kind = wish.substr(0, colon), code = wish.substr(colon + 1);
  if (kind == "jabatan")
    if (const auto at = by_code(catalogue_.posts, code))
      return agency_of_unit(catalogue_.posts[*at].unit);
  if (kind == "unit")
    if (const auto at = by_code(catalogue_.units, code))
      return agency_of_unit(static_cast<int>(*at));
  return -1;
}

std::vector<Gap> Finder::gaps(const wire::PostEntry& post, const wire::Profile& profile) const {
  std::vector<Gap> gaps;
  for (const auto& needed : post.needs) {
    const auto held = std::ranges::find(profile.competences, needed.competence,
                                        &wire::HeldCompetence::competence);
    const int level = held == profile.competences.end() ? 0 : held->level;
    if (level < needed.level && needed.competence < catalogue_.competences.size())
      gaps.push_back({catalogue_.competences[needed.competence], level, needed.level});
  }
  std::ranges::sort(gaps, {}, [](const Gap& gap) {
    return std::pair(gap.held - gap.needed, std::string_view(gap.name));
  });
  return gaps;
}

std::optional<WishFacts> Finder::facts(std::string_view wish, const wire::Profile& profile) const {
  const auto hit = place(wish);
  if (!hit) return std::nullopt;
  WishFacts facts;
  facts.place = *hit;
  const std::string_view code = wish.substr(wish.find(':') + 1);
  const auto minutes_to = [&](std::size_t region) -> std::optional<int> {
    if (region >= profile.minutes.size() || profile.minutes[region] == 65535) return std::nullopt;
    return profile.minutes[region];
  };
  if (hit->kind == Hit::Kind::region) {
    facts.minutes = minutes_to(*by_code(catalogue_.regions, code));
    return facts;
  }
  if (hit->kind == Hit::Kind::unit) {
    facts.minutes = minutes_to(catalogue_.units[*by_code(catalogue_.units, code)].region);
    return facts;
  }
  const auto& post = catalogue_.posts[*by_code(catalogue_.posts, code)];
  if (post.unit < catalogue_.units.size())
    facts.minutes = minutes_to(catalogue_.units[post.unit].region);
  facts.job_class = post.job_class;
  facts.class_now = profile.job_class;
  facts.vacant = std::max(0, post.need - post.heads);
  facts.wished_at_least = post.wished_at_least;
  CompetenceMatch match;
  for (const auto& needed : post.needs) {
    const auto held = std::ranges::find(profile.competences, needed.competence,
                                        &wire::HeldCompetence::competence);
    match.add(held == profile.competences.end() ? 0 : held->level, needed.level);
  }
  facts.competence = competence_value(match) / 10000.0;
  facts.gaps = gaps(post, profile);
  return facts;
}

}  // namespace rembuk::employee

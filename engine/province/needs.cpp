#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/province/builder.hpp"

/// How many heads each post needs and has, what it asks for, and the travel times.
namespace rembuk::province {
namespace {

/// One post while the heads are shared out.
struct Share {
  PostId post;
  double fill = 1;
  bool single = false;  ///< a post for one: need stays 1

  [[nodiscard]] double wanted(const Builder& b) const {
    return b.consultation.posts[post.index()].need * fill;
  }
};

/// A share of need for one post of a unit. A few office posts have too many.
Share share_of(const Builder& b, Random& random, PostId j) {
  const Post& post = b.consultation.posts[j.index()];
  const UnitPlace& place = b.place_of(j);
  Share share{j, place.fill, post.kind == PostKind::struktural || b.seats[j.index()].need == 1};
  if (share.single) {
    share.fill = std::min(0.97, 0.5 + 0.52 * place.fill);
    return share;
  }
  share.fill = std::clamp(place.fill + (random.unit() - 0.5) * 0.3, 0.15, 1.0);
  const bool crowded = place.office && place.region == kota_jambi && random.below(100) < 9;
  if (crowded) share.fill = 1.25 + random.unit() * 0.25;
  return share;
}

/// The heads of one government: `staff` of them over its posts.
void share_out(Builder& b, Random& random, std::vector<Share>& shares, std::int32_t staff) {
  double fixed = 0, flexible = 0;
  for (auto& share : shares) {
    auto& need = b.consultation.posts[share.post.index()].need;
    if (!share.single)
      need = std::max(1, static_cast<std::int32_t>(need * (0.7 + random.unit() * 0.6) * 100));
    (share.single ? fixed : flexible) += share.wanted(b);
  }
  // Needs stand in hundredths until they are scaled to the number of employees.
  const double factor = std::max(0.001, (staff - fixed) / std::max(1.0, flexible));
  std::int32_t given = 0;
  for (const auto& share : shares) {
    auto& need = b.consultation.posts[share.post.index()].need;
    if (!share.single) need = std::max(1, static_cast<std::int32_t>(need * factor + random.unit()));
    need = std::min(need, 9999);
    const auto heads = static_cast<std::int32_t>(need * share.fill + random.unit());
    b.heads[share.post.index()] = share.single ? std::min(heads, 1) : heads;
    given += b.heads[share.post.index()];
  }
  random.shuffle<Share>(shares);
  for (std::int32_t round = 0; given != staff; ++round)
    for (const auto& share : shares) {
      auto& heads = b.heads[share.post.index()];
      auto& need = b.consultation.posts[share.post.index()].need;
      if (given > staff && heads > (round == 0 ? 1 : 0)) {
        --heads, --given;
      } else if (given < staff && !share.single && (heads < need || round > 0)) {
        if (heads >= need) ++need;
        ++heads, ++given;
      }
    }
}

/// The need that is reported of a government, in proportion to its staff: what is missing or too
/// much is shared by its posts for several, by their size. Nobody's post becomes crowded by it.
void meet_reported_need(Builder& b, const std::vector<Share>& shares, std::int64_t reported) {
  std::int64_t left = reported, flexible = 0;
  for (const auto& share : shares) {
    const std::int32_t need = b.consultation.posts[share.post.index()].need;
    left -= need;
    if (!share.single) flexible += need;
  }
  const std::int64_t missing = left;
  const auto change = [&](const Share& share, std::int64_t by) {
    auto& need = b.consultation.posts[share.post.index()].need;
    const auto least = std::min(need, std::max(1, b.heads[share.post.index()]));
    const auto wanted = std::clamp<std::int64_t>(need + by, least, 9999);
    left -= wanted - need;
    const bool changed = wanted != need;
    need = static_cast<std::int32_t>(wanted);
    return changed;
  };
  for (const auto& share : shares)
    if (!share.single)
      (void)change(share, b.consultation.posts[share.post.index()].need * missing / flexible);
  for (bool changed = true; left != 0 && changed;) {
    changed = false;
    for (const auto& share : shares)
      if (!share.single && left != 0) changed = change(share, left > 0 ? 1 : -1) || changed;
  }
}

}  // namespace

void Builder::share_heads() {
  Random random(options.seed, 2);
  heads.assign(consultation.posts.size(), 0);
  std::vector<std::vector<Share>> shares(staff.size());
  for (std::size_t j = 0; j < consultation.posts.size(); ++j)
    shares[place_of(PostId{j}).government].push_back(share_of(*this, random, PostId{j}));
  for (std::size_t g = 0; g < staff.size(); ++g) {
    share_out(*this, random, shares[g], staff[g]);
    const Government& government = governments[g];
    if (government.need > 0)
      meet_reported_need(*this, shares[g],
                         std::int64_t{staff[g]} * government.need / government.staff);
  }
}

CompetenceId Builder::competence(std::string_view code) const {
  const auto at = std::ranges::lower_bound(consultation.competences, code, {}, &Competence::code);
  return CompetenceId{static_cast<std::size_t>(at - consultation.competences.begin())};
}

void Builder::make_requirements() {
  auto& c = consultation;
  for (const auto& shape : general_competences())
    c.competences.push_back({std::string(shape.code), std::string(shape.name), shape.kind});
  std::vector<bool> used(static_cast<std::size_t>(Craft::training) + 1);
  for (const auto& seat : seats) used[static_cast<std::size_t>(seat.job->craft)] = true;
  for (std::size_t at = 0; at < used.size(); ++at) {
    const auto& shape = shape_of(static_cast<Craft>(at));
    if (used[at])
      c.competences.push_back(
          {std::string(shape.skill), std::string(shape.skill_name), CompetenceKind::teknis});
  }
  std::ranges::sort(c.competences, {}, &Competence::code);
  constexpr std::array<std::string_view, 9> general = {"M01", "M02", "M03", "M04", "M05",
                                                       "SK1", "M06", "M07", "M08"};
  std::array<CompetenceId, general.size()> ids{};
  std::ranges::transform(general, ids.begin(),
                         [this](std::string_view code) { return competence(code); });
  for (std::size_t j = 0; j < c.posts.size(); ++j) {
    const Seat& seat = seats[j];
    const auto certificate = certificate_of(seat);
    if (!certificate.empty()) c.posts[j].certificate = competence(certificate);
    const auto level = static_cast<std::uint8_t>(std::clamp((c.posts[j].job_class - 1) / 3, 1, 5));
    const bool leads = seat.job->kind == PostKind::struktural;
    for (std::size_t k = 0; k < (leads ? ids.size() : 6); ++k)
      c.requirements.push_back({PostId{j}, ids[k], level, false});
    c.requirements.push_back({PostId{j}, competence(shape_of(seat.job->craft).skill),
                              static_cast<std::uint8_t>(std::min(5, level + 1)),
                              seat.job->kind == PostKind::fungsional});
  }
  std::ranges::sort(c.requirements, {},
                    [](const Requirement& r) { return std::pair(r.post, r.competence); });
}

void Builder::make_travel() {
  for (std::size_t from = 0; from < regions.size(); ++from)
    for (std::size_t to = 0; to < regions.size(); ++to)
      consultation.travel.push_back({std::string(regions[from].code), std::string(regions[to].code),
                                     travel_minutes[from][to]});
}

}  // namespace rembuk::province

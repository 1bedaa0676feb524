#include <fmt/format.h>

#include <algorithm>

#include "engine/province/builder.hpp"

/// Units, posts with their needs, and how many heads each post has.
namespace rembuk::province {
namespace {

constexpr std::string_view government = "5500";

struct Draft {
  Builder& b;
  Random random;

  UnitId unit(std::string code, std::string name, UnitId parent, std::string_view kind,
              std::size_t region, std::uint8_t remoteness, double fill) {
    Unit unit;
    unit.code = std::move(code);
    unit.name = std::move(name);
    unit.parent = parent;
    unit.kind = *named<UnitKind>(kind, unit_kind_names);
    unit.government = government;
    unit.area = regions[region].code;
    unit.remoteness = remoteness;
    const auto hundredths = [&](double value) {
      return static_cast<double>(static_cast<std::int64_t>(value * 100 + (value < 0 ? -0.5 : 0.5))) / 100;
    };
    unit.latitude = hundredths(regions[region].latitude + (random.unit() - 0.5) * 0.3);
    unit.longitude = hundredths(regions[region].longitude + (random.unit() - 0.5) * 0.3);
    b.consultation.units.push_back(std::move(unit));
    b.region_of_unit.push_back(region);
    b.fill_of_unit.push_back(fill);
    return UnitId{b.consultation.units.size() - 1};
  }

  void posts(UnitId unit, UnitRole role, Field field) {
    std::int32_t number = 0;
    for (const auto& shape : posts_of(role, field)) {
      Post post;
      post.code = fmt::format("{}-{:02}", b.consultation.units[unit.index()].code, ++number);
      post.name = shape.title;
      post.unit = unit;
      post.kind = shape.kind;
      post.level = shape.level;
      post.eselon = shape.eselon;
      post.job_class = shape.job_class;
      post.need = shape.kind == PostKind::struktural || shape.need == 1
                      ? 1
                      : std::max(1, shape.need + static_cast<std::int32_t>(random.below(3)) - 1);
      post.golongan_min = shape.golongan_min;
      post.education_min = shape.education_min;
      post.open_to_pppk = shape.kind != PostKind::struktural;
      b.consultation.posts.push_back(std::move(post));
      b.template_of_post.push_back(&shape);
    }
  }

  std::size_t region_by_weight() {
    std::int32_t sum = 0;
    for (const auto& region : regions) sum += region.weight;
    auto draw = static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(sum)));
    std::size_t at = 0;
    while (draw >= regions[at].weight) draw -= regions[at++].weight;
    return at;
  }

  /// Remote places starve: the farther, the fewer of the needed heads are there.
  double fill_at(std::uint8_t remoteness, bool city) {
    constexpr std::array<double, 4> by_remoteness = {0.80, 0.66, 0.52, 0.40};
    return (city ? 0.98 : by_remoteness[remoteness]) + (random.unit() - 0.5) * 0.24;
  }
};

UnitRole main_role(const Agency& agency) {
  return agency.kind == "rsud" ? UnitRole::hospital : UnitRole::division;
}

void add_branches(Draft& draft, const Agency& agency, UnitId opd, const std::string& code, double scale) {
  const bool has_branches = agency.field == Field::works || agency.field == Field::nature ||
                            agency.field == Field::farming || agency.field == Field::finance ||
                            agency.field == Field::social || agency.field == Field::transport;
  if (!has_branches || agency.weight < 20) return;
  const auto count = std::max(1, static_cast<std::int32_t>(11 * std::min(1.0, scale)));
  for (std::int32_t k = 0; k < count; ++k) {
    const std::size_t region = count >= 11 ? static_cast<std::size_t>(k) : draft.region_by_weight();
    const std::uint8_t remoteness = regions[region].remoteness;
    const UnitId unit = draft.unit(fmt::format("{}.8{:02}", code, k + 1),
                                   fmt::format("UPTD {} – {}", agency.name, regions[region].name), opd,
                                   "uptd", region, remoteness, draft.fill_at(remoteness, region == jambi));
    draft.posts(unit, UnitRole::branch, agency.field);
  }
}

void add_schools(Draft& draft, UnitId opd, const std::string& code, double scale) {
  const auto count = std::max(2, static_cast<std::int32_t>(150 * scale));
  std::array<std::int32_t, regions.size()> number{};
  for (std::int32_t k = 0; k < count; ++k) {
    const std::size_t region = k < 11 ? static_cast<std::size_t>((k + 9) % 11) : draft.region_by_weight();
    const auto spread = draft.random.below(4);
    const auto remoteness = static_cast<std::uint8_t>(
        region == jambi ? 0 : std::min<std::uint32_t>(3, regions[region].remoteness + (spread == 0 ? 1 : 0)));
    const bool vocational = draft.random.below(3) == 0;
    const UnitId unit = draft.unit(
        fmt::format("{}.S{:03}", code, k + 1),
        fmt::format("{} Negeri {} {}", vocational ? "SMK" : "SMA", ++number[region], regions[region].name),
        opd, "sekolah", region, remoteness, draft.fill_at(remoteness, region == jambi) * 0.92);
    draft.posts(unit, UnitRole::school, Field::education);
  }
}

void add_agency(Draft& draft, UnitId top, std::size_t at, double scale) {
  const Agency& agency = agencies[at];
  const std::string code = fmt::format("{}.{:02}", government, at + 1);
  const double city = 0.92 + draft.random.unit() * 0.16;
  const UnitId opd = draft.unit(code, std::string(agency.name), top, agency.kind, jambi, 0, city);
  draft.posts(opd, UnitRole::head_office, agency.field);
  const double wanted = agency.weight * scale / (agency.kind == "rsud" ? 16.0 : 5.0);
  const auto divisions = std::clamp(static_cast<std::int32_t>(wanted + 0.5), 1, 9);
  for (std::int32_t k = 0; k < divisions; ++k) {
    const UnitId unit = draft.unit(
        fmt::format("{}.{:02}", code, k + 1),
        agency.kind == "rsud" ? fmt::format("Instalasi {} {}", k + 1, agency.name)
                              : fmt::format("Bidang {} {}", k + 1, agency.name),
        opd, agency.kind, jambi, 0, 0.88 + draft.random.unit() * 0.2);
    draft.posts(unit, main_role(agency), agency.field);
  }
  add_branches(draft, agency, opd, code, scale);
  if (agency.field == Field::education) add_schools(draft, opd, code, scale);
}

/// Sorts units and posts by code, as the invariants of a consultation ask.
void sort_by_code(Builder& b) {
  auto& c = b.consultation;
  std::vector<std::size_t> order(c.units.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::size_t i) -> const std::string& { return c.units[i].code; });
  std::vector<std::int32_t> new_place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) new_place[order[i]] = static_cast<std::int32_t>(i);
  std::vector<Unit> units;
  std::vector<std::size_t> unit_regions;
  std::vector<double> fills;
  for (const auto i : order) {
    units.push_back(c.units[i]);
    if (units.back().parent.valid()) units.back().parent = UnitId{new_place[units.back().parent.index()]};
    unit_regions.push_back(b.region_of_unit[i]);
    fills.push_back(b.fill_of_unit[i]);
  }
  c.units = std::move(units);
  b.region_of_unit = std::move(unit_regions);
  b.fill_of_unit = std::move(fills);
  std::vector<std::pair<Post, const PostTemplate*>> posts;
  for (std::size_t j = 0; j < c.posts.size(); ++j) {
    c.posts[j].unit = UnitId{new_place[c.posts[j].unit.index()]};
    posts.emplace_back(c.posts[j], b.template_of_post[j]);
  }
  std::ranges::sort(posts, {}, [](const auto& post) -> const std::string& { return post.first.code; });
  for (std::size_t j = 0; j < posts.size(); ++j) {
    c.posts[j] = std::move(posts[j].first);
    b.template_of_post[j] = posts[j].second;
  }
}

}  // namespace

void Builder::make_units_and_posts() {
  Draft draft{*this, Random(options.seed, 1)};
  const double scale = options.employees / 12000.0;
  const UnitId top = draft.unit(std::string(government), "Pemerintah Provinsi Jambi", {}, "instansi", jambi, 0, 1);
  const auto count = std::clamp(static_cast<std::size_t>(options.employees / 60), std::size_t{3}, agencies.size());
  for (std::size_t at = 0; at < count; ++at) {
    // The smallest provinces still have schools: they are where the shortage is.
    const std::size_t chosen = count <= 12 && at == count - 1 ? 12 : at;
    add_agency(draft, top, chosen, scale);
  }
  sort_by_code(*this);
}

/// Needs are scaled so that the heads wanted come to the number of employees; then every post gets
/// its share by cumulative rounding, and the rest goes where most is missing.
void Builder::share_heads() {
  auto& posts = consultation.posts;
  const auto wanted_at = [&](std::size_t j) { return posts[j].need * fill_of_unit[posts[j].unit.index()]; };
  double fixed = 0, flexible = 0;
  for (std::size_t j = 0; j < posts.size(); ++j)
    (template_of_post[j]->need == 1 ? fixed : flexible) += wanted_at(j);
  const double factor = std::max(0.2, (options.employees - fixed) / std::max(1.0, flexible));
  double cumulative = 0;
  std::int32_t given = 0;
  heads_of_post.assign(posts.size(), 0);
  for (std::size_t j = 0; j < posts.size(); ++j) {
    if (template_of_post[j]->need != 1)
      posts[j].need = std::max(1, static_cast<std::int32_t>(posts[j].need * factor + 0.5));
    cumulative += wanted_at(j);
    const auto most = template_of_post[j]->need == 1 ? 1 : posts[j].need + posts[j].need / 4;
    heads_of_post[j] = std::clamp(static_cast<std::int32_t>(cumulative + 0.5) - given, 0, most);
    given += heads_of_post[j];
  }
  Random random(options.seed, 2);
  while (given != options.employees) {
    const auto j = random.below(static_cast<std::uint32_t>(posts.size()));
    const auto most = template_of_post[j]->need == 1 ? 1 : posts[j].need + 2;
    const std::int32_t step = given < options.employees ? 1 : -1;
    if (heads_of_post[j] + step < 0 || (step > 0 && heads_of_post[j] >= most)) {
      if (step > 0 && random.below(50) == 0 && template_of_post[j]->need != 1) ++posts[j].need;
      continue;
    }
    heads_of_post[j] += step;
    given += step;
  }
}

CompetenceId Builder::competence(std::string_view code) const {
  const auto at = std::ranges::lower_bound(consultation.competences, code, {}, &Competence::code);
  return CompetenceId{static_cast<std::size_t>(at - consultation.competences.begin())};
}

void Builder::make_competences() {
  for (const auto& shape : competence_templates())
    consultation.competences.push_back({std::string(shape.code), std::string(shape.name), shape.kind});
  std::ranges::sort(consultation.competences, {}, &Competence::code);
  Random random(options.seed, 3);
  constexpr std::array<std::string_view, 6> common = {"M01", "M02", "M03", "M04", "M05", "SK1"};
  for (std::size_t j = 0; j < consultation.posts.size(); ++j) {
    const auto& shape = *template_of_post[j];
    auto& post = consultation.posts[j];
    if (!shape.certificate.empty()) post.certificate = competence(shape.certificate);
    const auto level = static_cast<std::uint8_t>(std::clamp((shape.job_class - 1) / 3, 1, 5));
    for (const auto code : common)
      consultation.requirements.push_back({PostId{j}, competence(code), level, false});
    if (shape.kind == PostKind::struktural)
      for (const auto* code : {"M07", "M08"})
        consultation.requirements.push_back({PostId{j}, competence(code), level, false});
    const bool mandatory = shape.kind == PostKind::fungsional && random.below(3) == 0;
    consultation.requirements.push_back(
        {PostId{j}, competence(shape.skill), static_cast<std::uint8_t>(std::min(5, level + 1)), mandatory});
  }
  std::ranges::sort(consultation.requirements, {}, [](const Requirement& r) { return std::pair(r.post, r.competence); });
}

void Builder::make_travel() {
  for (std::size_t from = 0; from < regions.size(); ++from)
    for (std::size_t to = 0; to < regions.size(); ++to)
      consultation.travel.push_back({std::string(regions[from].code), std::string(regions[to].code),
                                     travel_minutes[from][to]});
}

}  // namespace rembuk::province

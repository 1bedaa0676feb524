#include <algorithm>

#include "engine/domain/regions.hpp"
#include "engine/rules/rule_words.hpp"
#include "engine/scoring/criteria.hpp"
#include "engine/wire/codec.hpp"
#include "web/server/deliberation/deliberation.hpp"
#include "web/server/http/brotli.hpp"

/// What employees see of posts and of themselves.
namespace rembuk::server {

wire::ConsultationFacts Deliberation::facts() const {
  wire::ConsultationFacts facts;
  for (const auto& unit : consultation_.units)
    if (unit.kind == UnitKind::instansi) {
      facts.title = unit.name;
      break;
    }
  facts.reference_date = iso(consultation_.settings.reference_date);
  facts.state = state_;
  facts.threshold = static_cast<std::uint32_t>(consultation_.settings.threshold);
  facts.employees = static_cast<std::uint32_t>(consultation_.employees.size());
  return facts;
}

std::optional<EmployeeId> Deliberation::employee(const std::string& nip) const {
  const auto found = std::ranges::lower_bound(consultation_.employees, nip, {}, &Employee::nip);
  if (found == consultation_.employees.end() || found->nip != nip) return std::nullopt;
  return EmployeeId{static_cast<std::size_t>(found - consultation_.employees.begin())};
}

void Deliberation::make_catalogue() {
  wire::Catalogue catalogue;
  for (const auto& code : regions_) catalogue.regions.push_back({code, region_name(code)});
  for (const auto& competence : consultation_.competences) catalogue.competences.push_back(competence.name);
  for (std::size_t u = 0; u < consultation_.units.size(); ++u) {
    const auto& unit = consultation_.units[u];
    const auto& row = working_.units[u];
    catalogue.units.push_back({unit.code, unit.name, unit.parent.value, static_cast<std::uint8_t>(row.region.value),
                               unit.remoteness, static_cast<std::uint16_t>(row.workload)});
  }
  for (std::size_t j = 0; j < consultation_.posts.size(); ++j) {
    const auto& post = consultation_.posts[j];
    wire::PostEntry entry{post.code, post.name, static_cast<std::uint16_t>(post.unit.value), static_cast<std::uint8_t>(post.kind),
                          post.job_class, static_cast<std::uint16_t>(post.need), static_cast<std::uint16_t>(working_.posts[j].heads), 0, {}};
    for (const auto& needed : working_.required_by(PostId{j}))
      entry.needs.push_back({static_cast<std::uint16_t>(needed.competence.value), needed.level});
    catalogue.posts.push_back(std::move(entry));
  }
  catalogue_frame_ = wire::encode(catalogue);
  catalogue_brotli_ = brotli(catalogue_frame_);
}

wire::Profile Deliberation::profile(EmployeeId who) const {
  const Employee& e = consultation_.employees[who.index()];
  const Post& post = consultation_.posts[e.post.index()];
  const std::scoped_lock lock(mutex_);
  const auto& row = working_[who];
  wire::Profile p;
  p.nip = e.nip;
  p.name = (e.title_before.empty() ? "" : e.title_before + " ") + e.name + (e.title_after.empty() ? "" : ", " + e.title_after);
  p.post_code = post.code;
  p.post_name = post.name;
  p.unit_name = consultation_.units[e.unit.index()].name;
  p.agency_name = consultation_.units[working_[e.unit].opd.index()].name;
  p.golongan = e.pppk_scale ? pppk_golongan_names[e.golongan] : golongan_names[e.golongan];
  p.education = education_names[static_cast<std::size_t>(e.education)];
  p.status = employee_status_names[static_cast<std::size_t>(e.status)];
  p.job_class = post.job_class;
  p.tenure_months = row.tenure_months;
  p.home_region = regions_[row.home.index()];
  for (std::int32_t to = 0; to < working_.regions; ++to) {
    const auto minutes = working_.travel_minutes(row.home, RegionId{to});
    p.minutes.push_back(minutes < 0 ? 65535 : static_cast<std::uint16_t>(minutes));
  }
  for (const auto& held : working_.held_by(who))
    p.competences.push_back({static_cast<std::uint16_t>(held.competence.value), held.level});
  p.least_tenure = consultation_.settings.rules.tenure_months;
  for (const auto rule : locks(working_, who)) {
    p.locked_by.emplace_back(name(rule));
    p.kept.push_back({std::string(name(rule)), kept_words(rule, consultation_, false),
                      kept_words(rule, consultation_, true)});
  }
  p.cohort_warning = e.status <= EmployeeStatus::cpns &&
                     months_between(e.tmt_cpns, consultation_.settings.reference_date) < 120;
  return p;
}

}  // namespace rembuk::server

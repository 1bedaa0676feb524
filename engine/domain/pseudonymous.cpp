#include "engine/domain/pseudonymous.hpp"

namespace rembuk {
namespace {

Snapshot::EmployeeRow without_facts(const Snapshot::EmployeeRow& known) {
  Snapshot::EmployeeRow row;
  row.post = known.post;
  row.home = known.home;
  row.answered = known.answered;
  row.stance = known.stance;
  row.track = known.track;
  row.wish_count = known.wish_count;
  row.wishes = known.wishes;
  row.weights = known.weights;
  row.concerns = known.concerns;
  return row;
}

}  // namespace

Snapshot pseudonymous(const Snapshot& snapshot, std::span<const EmployeeId> order) {
  Snapshot out;
  out.settings.parameters = snapshot.settings.parameters;
  out.settings.threshold = snapshot.settings.threshold;
  out.units = snapshot.units;
  out.posts = snapshot.posts;
  for (auto& post : out.posts) {
    post.golongan_min = post.education_min = -1;
    post.certificate = {};
    post.jpt = post.locked = post.open_to_pppk = false;
  }
  out.required = snapshot.required;
  out.regions = snapshot.regions;
  out.governments = snapshot.governments;
  out.competences = snapshot.competences;
  out.minutes = snapshot.minutes;
  for (const EmployeeId i : order) {
    auto row = without_facts(snapshot[i]);
    row.held.first = static_cast<std::int32_t>(out.held.size());
    for (auto held : snapshot.held_by(i)) {
      held.certified = false;
      out.held.push_back(held);
    }
    row.held.last = static_cast<std::int32_t>(out.held.size());
    out.employees.push_back(row);
  }
  return out;
}

}  // namespace rembuk

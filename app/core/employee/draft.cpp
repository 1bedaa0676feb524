#include <algorithm>

#include "app/core/employee/keep.hpp"
#include "engine/base/sha256.hpp"
#include "engine/wire/codec.hpp"

namespace rembuk::employee {
namespace {

constexpr std::size_t most_wishes = 5;

/// The others close up; a place outside of the list changes nothing.
template <class T>
void move_by(std::vector<T>& list, std::size_t at, int by) {
  const auto from = static_cast<std::ptrdiff_t>(at), to = from + by;
  if (at >= list.size() || to < 0 || to >= static_cast<std::ptrdiff_t>(list.size())) return;
  const auto first = list.begin();
  if (by > 0)
    std::rotate(first + from, first + from + 1, first + to + 1);
  else
    std::rotate(first + to, first + from, first + from + 1);
}

wire::ConcernEntry* concern(wire::Answer& draft, std::uint8_t category) {
  const auto found = std::ranges::find(draft.concerns, category, &wire::ConcernEntry::category);
  return found == draft.concerns.end() ? nullptr : &*found;
}

std::string person(const wire::Profile& profile) { return hex(sha256(profile.nip)).substr(0, 16); }

}  // namespace

std::string draft_key(const wire::Profile& profile) { return "draft:" + person(profile); }
std::string correction_key(const wire::Profile& profile) { return "correction:" + person(profile); }
std::string outbox_key(const wire::Profile& profile) { return "outbox:" + person(profile); }

Bytes draft_bytes(const wire::Answer& answer, Screen screen) {
  Bytes bytes = {static_cast<std::uint8_t>(screen)};
  const Bytes frame = wire::encode(answer);
  bytes.insert(bytes.end(), frame.begin(), frame.end());
  return bytes;
}

std::optional<KeptDraft> draft_from(const Bytes& bytes) {
  if (bytes.empty() || bytes[0] < static_cast<std::uint8_t>(Screen::welcome) ||
      bytes[0] > static_cast<std::uint8_t>(Screen::review))
    return std::nullopt;
  auto answer = wire::decode<wire::Answer>(std::span(bytes).subspan(1));
  if (!answer || answer->stance > no_stance) return std::nullopt;
  return KeptDraft{std::move(*answer), static_cast<Screen>(bytes[0])};
}

void save_draft(Step& step) {
  if (!step.model.profile) return;
  step.model.draft_there = true;
  step.commands.push_back(
      Save{draft_key(*step.model.profile), draft_bytes(step.model.draft, step.model.screen)});
}

bool same_content(wire::Answer one, wire::Answer other) {
  for (auto* answer : {&one, &other}) {
    answer->key = {};
    answer->based_on = 0;
  }
  return wire::encode(one) == wire::encode(other);
}

bool has_answered(const Model& model) {
  return model.stored && model.stored->receipt.version > 0 && !model.stored->withdrawn;
}

bool has_hidden(const Model& model) {
  return model.code && model.code->earlier_hidden && model.stored && model.stored->withdrawn &&
         model.stored->receipt.code.empty();
}

Screen home(const Model& model) {
  if (!model.profile || !model.stored) return Screen::sign_in;
  if (model.result && !model.outbox) return Screen::result;
  return model.stored->receipt.version > 0 && !has_hidden(model) ? Screen::receipt
                                                                 : Screen::welcome;
}

bool has_changes(const Model& model) {
  if (!has_answered(model))
    return model.draft.stance != no_stance || !model.draft.wishes.empty() ||
           !model.draft.concerns.empty();
  return !same_content(model.draft, model.stored->answer);
}

bool may_meet_ten_years(const Model& model) {
  if (!model.profile || !model.profile->cohort_warning) return false;
  if (model.draft.stance == 2) return true;
  if (!model.finder) return false;
  const int own = model.finder->agency_of("jabatan:" + model.profile->post_code);
  return std::ranges::any_of(model.draft.wishes, [&](const std::string& wish) {
    return model.finder->agency_of(wish) != own;
  });
}

bool has_unsent(const Model& m) {
  return !m.note.text.empty() || (m.storage_refused && m.correction.state != Report::shown) ||
         (m.profile && m.stored && m.draft_loaded && (m.outbox || has_changes(m)));
}

bool would_drop(const Model& m) {
  return !m.note.text.empty() || m.correction.state == Report::writing ||
         (m.outbox ? m.storage_refused : has_unsent(m));
}

bool would_lose(const Model& m) {
  return !m.note.text.empty() || (m.storage_refused && has_unsent(m));
}

void take_stored(Model& model) {
  model.draft = has_answered(model) ? model.stored->answer : wire::Answer{};
  if (!has_answered(model)) model.draft.stance = no_stance;
  model.draft.based_on = model.stored->receipt.version;
  model.draft_there = false;
}

void hear(Step& step, const AddedWish& edit) {
  Model& m = step.model;
  m.query.clear();
  m.hits.clear();
  auto& wishes = m.draft.wishes;
  if (std::ranges::find(wishes, edit.wish) != wishes.end()) {
    m.problem = "wish_twice";
    return;
  }
  if (wishes.size() >= most_wishes) {
    m.problem = "wishes_full";
    return;
  }
  m.problem.clear();
  wishes.push_back(edit.wish);
  save_draft(step);
}

void hear(Step& step, const MovedWish& edit) {
  move_by(step.model.draft.wishes, edit.at, edit.by);
  save_draft(step);
}

void hear(Step& step, const RemovedWish& edit) {
  auto& wishes = step.model.draft.wishes;
  step.model.problem.clear();
  if (edit.at < wishes.size()) wishes.erase(wishes.begin() + static_cast<std::ptrdiff_t>(edit.at));
  save_draft(step);
}

void hear(Step& step, const RankedCriteria& edit) {
  if (edit.ranked)
    step.model.draft.criteria = {0, 1, 2, 3, 4};
  else
    step.model.draft.criteria.clear();
  save_draft(step);
}

void hear(Step& step, const MovedCriterion& edit) {
  move_by(step.model.draft.criteria, edit.at, edit.by);
  save_draft(step);
}

void hear(Step& step, const ChoseStance& edit) {
  step.model.problem.clear();
  step.model.draft.stance = std::min<std::uint8_t>(edit.stance, 2);
  save_draft(step);
}

void hear(Step& step, const ChoseTrack& edit) {
  step.model.draft.career_track = edit.track;
  save_draft(step);
}

void hear(Step& step, const MarkedConcern& edit) {
  auto& concerns = step.model.draft.concerns;
  std::erase_if(concerns, [&](const auto& one) { return one.category == edit.category; });
  if (edit.on) concerns.push_back({edit.category, 3, ""});
  std::ranges::sort(concerns, {}, &wire::ConcernEntry::category);
  save_draft(step);
}

void hear(Step& step, const RatedConcern& edit) {
  if (auto* one = concern(step.model.draft, edit.category))
    one->intensity = std::clamp<std::uint8_t>(edit.intensity, 1, 5);
  save_draft(step);
}

void hear(Step& step, const ChoseHelp& edit) {
  if (auto* one = concern(step.model.draft, edit.category)) one->help = edit.help;
  save_draft(step);
}

}  // namespace rembuk::employee

#include "web/server/deliberation/import_set.hpp"

#include <algorithm>
#include <map>

#include "engine/files/export.hpp"
#include "engine/province/province.hpp"
#include "engine/wire/codec.hpp"
#include "engine/wire/told_faults.hpp"
#include "web/server/deliberation/answer_check.hpp"
#include "web/server/deliberation/life_cycle.hpp"
#include "web/server/identity/clock.hpp"

namespace rembuk::server {
namespace {

constexpr std::string_view version_name = "set_version";

std::expected<Consultation, std::string> stored(Store& store) {
  const auto kept = store.consultation_files();
  if (!kept) return std::unexpected("store_unavailable");
  if (kept->empty()) return std::unexpected("not_found");
  std::vector<files::NamedText> named;
  for (const auto& [name, text] : *kept) named.push_back({name, text});
  auto import = files::import_files(named, {});
  if (!import.consultation) return std::unexpected("store_unavailable");
  return std::move(*import.consultation);
}

void tell(const files::Faults& faults, wire::ImportOutcome& out) {
  out.errors = static_cast<std::uint32_t>(faults.errors());
  out.warnings = static_cast<std::uint32_t>(faults.warnings());
  out.faults = wire::told(faults);
}

void tell(const files::Difference& difference, wire::ImportOutcome& out) {
  const auto u32 = [](std::int64_t n) { return static_cast<std::uint32_t>(n); };
  out.settings_changed = difference.settings;
  for (const auto& file : difference.files)
    out.files.push_back({std::string(file.file), u32(file.before), u32(file.after), u32(file.fresh),
                         u32(file.changed), u32(file.gone)});
  for (const auto& record : difference.records)
    out.records.push_back({std::string(record.file), record.code, record.name,
                           static_cast<wire::ImportChange>(record.change)});
}

bool employed(const Consultation& c, const std::string& nip) {
  return std::ranges::binary_search(c.employees, nip, {}, &Employee::nip);
}

/// What people have said, against the new files. Gives how many people's answers or records that
/// stand behind an answer are touched.
std::int64_t settle_answers(const std::vector<StoredAnswer>& given, const Consultation& before,
                            const Consultation& after, std::int64_t now, const Entropy& entropy,
                            CheckedSet& set) {
  std::map<std::string, bool> answered;  // nip → counted now
  for (const auto& one : given) answered[one.nip] = !one.content.empty();
  for (const auto& [nip, counts] : answered)
    ++(employed(after, nip) ? set.outcome.answers_kept : set.outcome.answers_gone);
  for (const auto& aspiration : after.aspirations) {
    if (answered.contains(after.employees[aspiration.employee.index()].nip)) {
      ++set.outcome.answers_passed;
      continue;
    }
    set.replacement.answers.push_back(first_answer(after, aspiration, now, entropy));
    ++set.outcome.answers_fresh;
  }
  const auto touched = files::touched_employees(before, after);
  const auto behind = std::ranges::count_if(touched, [&](const std::string& nip) {
    const auto found = answered.find(nip);
    return found != answered.end() && found->second;
  });
  return behind + set.outcome.answers_fresh;
}

void settle_plans(const std::vector<StoredScenario>& plans, const Consultation& after,
                  CheckedSet& set) {
  for (const auto& plan : plans)
    if (files::import_plan(plan.plan, after).faults.errors() > 0)
      set.replacement.removed_scenarios.push_back(plan.id);
  set.outcome.plans_removed = static_cast<std::uint32_t>(set.replacement.removed_scenarios.size());
}

}  // namespace

AnswerWrite first_answer(const Consultation& c, const Aspiration& aspiration, std::int64_t now,
                         const Entropy& entropy) {
  const auto mine =
      std::ranges::equal_range(c.concerns, aspiration.employee, {}, &Concern::employee);
  AnswerWrite write;
  entropy(write.key);
  write.nip = c.employees[aspiration.employee.index()].nip;
  write.content = wire::encode(answer_of(aspiration, std::span(mine.begin(), mine.end()), c));
  write.received_at = iso_time(now);
  std::vector<std::uint8_t> salted(write.key.begin(), write.key.end());
  salted.insert(salted.end(), write.content.begin(), write.content.end());
  write.digest = hex(sha256(salted));
  return write;
}

std::vector<StoredAccess> rule_changes(const RuleValues& before, const Consultation& after,
                                       const std::string& actor, std::int64_t now) {
  std::vector<StoredAccess> changes;
  for (std::size_t k = 0; k < rule_parameter_names.size(); ++k) {
    const std::string old = value_text(before, k), fresh = value_text(after.settings.rules, k);
    if (old == fresh) continue;
    const auto* row = rule_row(after.rule_rows, k, after.settings.reference_date);
    changes.push_back({iso_time(now),
                       "rule " + std::string(rule_parameter_names[k]) + ": " + old + " -> " + fresh +
                           (row ? " (" + iso(row->since) + ", " + row->source + ")" : " (built in)"),
                       actor});
  }
  return changes;
}

std::expected<CheckedSet, std::string> check_set(Store& store,
                                                 std::span<const files::NamedText> named,
                                                 std::int64_t now, const Entropy& entropy) {
  files::ImportOptions options;
  options.today = *parse_date(iso_day(now));
  auto import = files::import_files(named, options);
  CheckedSet set;
  tell(import.faults, set.outcome);
  if (!import.consultation) return set;
  Consultation& after = *import.consultation;
  const auto before = stored(store);
  if (!before) return std::unexpected(before.error());
  const auto given = store.current_answers();
  const auto plans = store.scenarios();
  const auto state = stored_state(store);
  const auto demo = store.value("demo_nip");
  if (!given || !plans || !state || !demo) return std::unexpected("store_unavailable");
  set.outcome.may_be_stored = *state == wire::ConsultationState::prepare;
  tell(files::difference(*before, after), set.outcome);
  const std::int64_t touched = settle_answers(*given, *before, after, now, entropy, set);
  settle_plans(*plans, after, set);
  auto& values = set.replacement.values;
  if (touched == 0 || touched >= std::max(before->settings.threshold, after.settings.threshold))
    values.emplace_back("release_sequence", "");
  if (!demo->empty() && !employed(after, *demo))
    values.emplace_back("demo_nip", after.employees[demo_employee(after).index()].nip);
  // What people said is kept in one place only, where a change erases it.
  after.aspirations.clear();
  after.concerns.clear();
  set.replacement.changes = rule_changes(before->settings.rules, after, "", now);
  set.replacement.files = files::export_files(after);
  std::string all;
  for (const auto& [name, text] : set.replacement.files) all += name + '\0' + text;
  set.outcome.draft = hex(sha256(all)).substr(0, 32);
  return set;
}

std::expected<void, std::string> store_set(Store& store, CheckedSet& set, const std::string& actor,
                                           std::int64_t now) {
  StoredReplacement& replacement = set.replacement;
  replacement.values.emplace_back(version_name, set.outcome.draft + iso_time(now));
  replacement.entry = {iso_time(now), "set_replaced", actor};
  for (auto& change : replacement.changes) {
    change.at = iso_time(now);
    change.who = actor;
  }
  const auto done = store.replace(replacement);
  if (!done)
    return std::unexpected(done.error().fault == Fault::forbidden ? "consultation_opened"
                                                                  : "store_unavailable");
  set.outcome.stored = true;
  return {};
}

std::string set_version(Store& store) {
  return store.value(std::string(version_name)).value_or("");
}

}  // namespace rembuk::server

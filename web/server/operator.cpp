#include "web/server/operator.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/files/csv.hpp"
#include "engine/files/export.hpp"
#include "engine/files/import.hpp"
#include "engine/province/province.hpp"
#include "engine/wire/codec.hpp"
#include "web/server/data_directory.hpp"
#include "web/server/deliberation/import_set.hpp"
#include "web/server/deliberation/life_cycle.hpp"
#include "web/server/deliberation/stored_consultation.hpp"

namespace rembuk::server {
namespace {

void print(const files::Faults& faults) {
  for (const auto& fault : faults.list()) {
    if (fault.severity == files::Severity::warning) continue;
    fmt::print(stderr, "{}:{}:{}: {}: {} / {}\n", fault.file, fault.row, fault.column, fault.code,
               files::message(fault, files::Language::indonesian), files::message(fault, files::Language::english));
  }
}

std::vector<AnswerWrite> imported_answers(const Consultation& c, std::int64_t now, const Entropy& entropy) {
  std::vector<AnswerWrite> answers;
  for (const auto& aspiration : c.aspirations)
    answers.push_back(first_answer(c, aspiration, now, entropy));
  return answers;
}

/// From the stored pegawai.csv, sorted.
std::expected<std::vector<std::string>, std::string> stored_nips(Store& store) {
  const auto stored = store.consultation_files();
  if (!stored) return std::unexpected(stored.error().detail);
  const auto file = std::ranges::find(*stored, "pegawai.csv", &NamedFiles::value_type::first);
  if (file == stored->end()) return std::unexpected("the store holds no consultation yet: import one with --data DIR");
  files::CsvReader reader(file->second);
  files::CsvRecord record;
  std::size_t column = 0;
  if (reader.next(record)) column = static_cast<std::size_t>(std::ranges::find(record.cells, "nip") - record.cells.begin());
  std::vector<std::string> nips;
  while (reader.next(record))
    if (column < record.cells.size()) nips.emplace_back(record.cells[column]);
  std::ranges::sort(nips);
  return nips;
}

}  // namespace

std::expected<void, std::string> import_directory(Store& store, const std::filesystem::path& directory, std::int64_t now, const Entropy& entropy) {
  const auto set = data_directory(directory);
  files::ImportOptions options;
  options.faults = set.faults;
  options.today = *parse_date(iso_day(now));
  const auto import = files::import_files(set.named(), options);
  if (!import.consultation) {
    print(import.faults);
    return std::unexpected(fmt::format("{} faults in {}; nothing was imported", import.faults.errors(), directory.string()));
  }
  std::optional<StoredScenario> scenario;
  if (const auto text = read_file(directory / "rencana.csv")) {
    const auto plan = files::import_plan(*text, *import.consultation);
    print(plan.faults);
    if (plan.faults.errors() > 0)
      return std::unexpected(fmt::format("{} faults in rencana.csv; nothing was imported", plan.faults.errors()));
    scenario = StoredScenario{0, static_cast<std::uint8_t>(wire::ScenarioKind::loaded), "Usulan awal", "",
                              files::export_plan(plan.plan, *import.consultation), true};
  }
  const Consultation& c = *import.consultation;
  const auto& demo_nip = c.employees[demo_employee(c).index()].nip;
  // What people said is kept once, where a withdrawal erases it.
  Consultation unsaid = c;
  unsaid.aspirations.clear();
  unsaid.concerns.clear();
  if (auto done = store.import({files::export_files(unsaid), imported_answers(c, now, entropy), scenario, {{"demo_nip", demo_nip}}, rule_changes({}, c, "operator", now)}); !done)
    return std::unexpected(done.error().detail);
  return {};
}

std::expected<std::vector<Invitation>, std::string> invite(Store& store, Identity& identity, const InvitationRequest& request) {
  const auto employees = stored_nips(store);
  if (!employees) return std::unexpected(employees.error());
  std::vector<std::string> nips = request.nips;
  const std::size_t sample = request.all ? employees->size() : std::min(request.sample, employees->size());
  for (std::size_t k = 0; k < sample; ++k) nips.push_back((*employees)[k * employees->size() / sample]);
  for (const auto& nip : nips)
    if (!std::ranges::binary_search(*employees, nip)) return std::unexpected(nip + " is not an employee of this consultation");
  std::vector<Invitation> invitations;
  auto codes = identity.issue(Holder::employee, nips, "planner", Issue::replace);
  if (!codes) return std::unexpected(codes.error().detail);
  for (std::size_t k = 0; k < nips.size(); ++k) invitations.push_back({nips[k], std::move((*codes)[k])});
  return invitations;
}

std::expected<std::vector<std::string>, std::string> make_slips(Store& store, const Entropy& entropy, std::size_t count) {
  std::vector<std::string> codes;
  std::vector<Digest> hashes;
  for (std::size_t k = 0; k < count; ++k) {
    codes.push_back(new_secret(entropy));
    hashes.push_back(secret_hash(codes.back()));
  }
  std::ranges::sort(codes);  // random texts: their order tells nothing of the order of making
  std::ranges::sort(hashes);
  if (const auto added = store.add_slips(hashes); !added) return std::unexpected(added.error().detail);
  return codes;
}

std::expected<std::vector<StoredText>, std::string> texts_for_moderator(Store& store, const Entropy& entropy) {
  auto texts = store.hand_out_texts();
  if (!texts) return std::unexpected(texts.error().detail);
  std::vector<std::pair<std::string, StoredText>> drawn;
  for (auto& text : *texts) drawn.emplace_back(new_secret(entropy), std::move(text));
  std::ranges::sort(drawn, {}, [](const auto& one) { return std::pair(one.second.batch, one.first); });
  texts->clear();
  for (auto& [lot, text] : drawn) texts->push_back(std::move(text));
  return std::move(*texts);
}

std::expected<void, std::string> publish_plan(Store& store, const std::filesystem::path& file, std::int64_t now) {
  const auto text = read_file(file);
  if (!text) return std::unexpected("cannot read " + file.string());
  auto consultation = stored_consultation(store);
  if (!consultation) return std::unexpected(consultation.error());
  const auto plan = files::import_plan(*text, *consultation, file.filename().string());
  print(plan.faults);
  if (plan.faults.errors() > 0) return std::unexpected(fmt::format("{} faults in {}; nothing was published", plan.faults.errors(), file.string()));
  return take_step(store, wire::ConsultationState::published, "operator", now, {files::export_plan(plan.plan, *consultation), ""});
}

std::expected<void, std::string> print_demo_links(Store& store, Identity& identity, const std::string& host) {
  const auto nip = store.value("demo_nip");
  if (!nip || nip->empty()) return std::unexpected("the store holds no demo person");
  struct Person {
    std::string_view word, page;
    Holder role;
    std::string nip;
  };
  const Person people[] = {{"employee", "/", Holder::employee, *nip}, {"facilitator", "/office", Holder::facilitator, ""}, {"planner", "/office", Holder::planner, ""}};
  for (const auto& person : people) {
    const auto code = identity.issue(person.role, person.nip, "system", Issue::renew);
    if (!code) return std::unexpected(code.error().detail);
    fmt::print("{}: {}{}#c={}\n", person.word, host, person.page, *code);
  }
  return {};
}

}  // namespace rembuk::server

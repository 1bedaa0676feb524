#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/files/csv.hpp"
#include "engine/wire/personal.hpp"
#include "web/server/deliberation/stored_consultation.hpp"
#include "web/server/operator.hpp"

/// What the personnel office reads of reports of wrong data: nothing of answers stands near it.
namespace rembuk::server {
namespace {

/// By wire::Fact: where the office corrects it.
constexpr std::array<std::string_view, wire::fact_count> columns = {
    "nip, nama",          "jabatan_kode",       "unit_kode",   "kelas_jabatan",
    "golongan",           "pendidikan_tingkat", "tmt_jabatan", "wilayah_domisili_kode",
    "kompetensi_pegawai", "kelayakan"};

std::string names_of(wire::Facts facts) {
  std::string out;
  for (std::size_t k = 0; k < columns.size(); ++k)
    if (wire::has(facts, static_cast<wire::Fact>(k)))
      out += (out.empty() ? "" : "; ") + std::string(columns[k]);
  return out;
}

}  // namespace

std::expected<std::vector<CorrectionRow>, std::string> corrections_for_office(Store& store,
                                                                              std::int64_t now) {
  const auto consultation = stored_consultation(store);
  if (!consultation) return std::unexpected(consultation.error());
  const auto all = store.hand_out_corrections(iso_time(now).substr(0, 16));
  if (!all) return std::unexpected(all.error().detail);
  std::vector<CorrectionRow> rows;
  for (const auto& one : *all) {
    CorrectionRow row{one.id,   one.nip, "–",        "–", names_of(one.facts),
                      one.text, one.day, one.handled};
    const auto who = std::ranges::lower_bound(consultation->employees, one.nip, {}, &Employee::nip);
    if (who != consultation->employees.end() && who->nip == one.nip) {
      row.name = who->name;
      row.unit = consultation->units[who->unit.index()].name;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string corrections_csv(const std::vector<CorrectionRow>& rows) {
  std::string out = "id,nip,nama,unit,yang_salah,yang_benar,diterima,ditangani\n";
  for (const auto& row : rows) {
    out += std::to_string(row.id);
    for (const auto* cell :
         {&row.nip, &row.name, &row.unit, &row.columns, &row.text, &row.day, &row.handled})
      out += ',' + files::csv_cell(*cell);
    out += '\n';
  }
  return out;
}

std::expected<void, std::string> mark_corrected(Store& store, std::int64_t id, std::int64_t now) {
  const auto done = store.mark_corrected(id, iso_time(now).substr(0, 16), iso_day(now));
  if (done) return {};
  return std::unexpected(
      done.error().fault == Fault::not_found
          ? fmt::format("there is no report {}: it may have been changed or taken back since; "
                        "read them again",
                        id)
          : done.error().detail);
}

}  // namespace rembuk::server

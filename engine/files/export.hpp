#pragma once
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/domain/plan.hpp"
#include "engine/domain/records.hpp"

namespace rembuk::files {

/// The nine files, konsultasi.json and, if the office sets parameters, aturan.csv: name and text, in canonical form: comma, LF, ISO dates,
/// every column, rows by key. import_files of them gives the same consultation.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> export_files(
    const Consultation& consultation);

/// Of these the files about persons alone: pegawai.csv, kompetensi_pegawai.csv, aspirasi.csv,
/// kekhawatiran.csv.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> export_persons(
    const Consultation& consultation);

/// rencana.csv, movers by nip.
[[nodiscard]] std::string export_plan(const Plan& plan, const Consultation& consultation);

/// kunci.csv, by nip; who stays has no post.
[[nodiscard]] std::string export_locks(const std::vector<PlannerLock>& locks,
                                       const Consultation& consultation);

/// "jabatan:KODE", "unit:KODE" or "wilayah:15.xx".
[[nodiscard]] std::string wish_text(const Wish& wish, const Consultation& consultation);

}  // namespace rembuk::files

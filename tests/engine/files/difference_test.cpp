#include "engine/files/difference.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/engine/files/small_files.hpp"

using namespace rembuk;
using namespace rembuk::files;

namespace {

Consultation read(const Texts& texts) {
  auto import = import_texts(texts);
  REQUIRE(import.consultation);
  return std::move(*import.consultation);
}

const FileDifference& of(const Difference& d, std::string_view file) {
  return *std::ranges::find(d.files, file, &FileDifference::file);
}

void swap_text(std::string& text, std::string_view what, std::string_view by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("the same data set in another order of rows differs in nothing", "[files]") {
  Texts texts = small_files();
  const Consultation before = read(texts);
  auto& skills = texts["kompetensi_pegawai.csv"];
  skills =
      "nip,kompetensi_kode,level,sumber,tanggal_nilai\n199103152023211003,T1,3,,2025-12-01\n"
      "197001011995031001,M1,5,asesmen,2024-01-31\n199103152023211003,S1,1,sertifikat,\n";
  const Difference d = difference(before, read(texts));
  CHECK_FALSE(d.any());
  CHECK(d.records.empty());
  CHECK(of(d, "pegawai.csv").before == 3);
  CHECK(of(d, "pegawai.csv").after == 3);
}

TEST_CASE("a new unit shifts every position and changes nothing else", "[files]") {
  Texts texts = small_files();
  const Consultation before = read(texts);
  texts["unit.csv"] += "AA,Baru,,dinas,0500,15.71,,,\n";
  const Difference d = difference(before, read(texts));
  CHECK(of(d, "unit.csv").fresh == 1);
  CHECK(of(d, "unit.csv").changed == 0);
  CHECK(of(d, "jabatan.csv").changed == 0);
  CHECK(of(d, "pegawai.csv").changed == 0);
  REQUIRE(d.records.size() == 1);
  CHECK(d.records[0].code == "AA");
  CHECK(d.records[0].change == Change::fresh);
}

TEST_CASE("who is gone, who came and whose record changed are named", "[files]") {
  Texts texts = small_files();
  const Consultation before = read(texts);
  swap_text(texts["pegawai.csv"], "=Siti", "Siti Aminah");
  for (auto* name : {"pegawai.csv", "kompetensi_pegawai.csv", "aspirasi.csv"}) {
    auto& text = texts[name];
    for (auto at = text.find("\n199103152023211003"); at != std::string::npos;
         at = text.find("\n199103152023211003"))
      text.erase(at, text.find('\n', at + 1) - at);
  }
  const Consultation after = read(texts);
  const Difference d = difference(before, after);
  CHECK(of(d, "pegawai.csv").gone == 1);
  CHECK(of(d, "pegawai.csv").changed == 1);
  CHECK(of(d, "kompetensi_pegawai.csv").gone == 2);
  const auto gone = std::ranges::find(d.records, Change::gone, &RecordDifference::change);
  REQUIRE(gone != d.records.end());
  CHECK(gone->code == "199103152023211003");
  CHECK(gone->name == "Budi");
  CHECK(touched_employees(before, after) ==
        std::vector<std::string>{"198502282010012002", "199103152023211003"});
}

TEST_CASE("settings that say something else are a difference", "[files]") {
  Texts texts = small_files();
  const Consultation before = read(texts);
  swap_text(texts["konsultasi.json"], "12", "15");
  const Difference d = difference(before, read(texts));
  CHECK(d.settings);
  CHECK(d.any());
}

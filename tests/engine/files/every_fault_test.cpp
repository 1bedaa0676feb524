#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "engine/domain/codes.hpp"
#include "engine/files/xlsx/incoming.hpp"
#include "engine/files/xlsx/xlsx.hpp"
#include "tests/engine/files/small_files.hpp"
#include "tests/engine/files/workbooks.hpp"
#include "tests/support/source_folder.hpp"

using namespace rembuk;
using namespace rembuk::files;

namespace {

using Told = std::vector<std::string>;

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The only fault of `texts`; others fail the test.
std::string only_fault(const Texts& texts) {
  const auto faults = import_texts(texts).faults;
  CAPTURE(told(faults));
  REQUIRE(faults.list().size() == 1);
  return faults.list()[0].code;
}

/// The small set with kompetensi.csv given as this workbook.
std::string fault_of_workbook(const std::string& bytes, const XlsxLimits& limits = {}) {
  auto texts = small_files();
  texts.erase("kompetensi.csv");
  const SheetText sheet = read_xlsx(bytes, "kompetensi.csv", limits);
  std::vector<NamedText> named;
  for (const auto& [name, text] : texts) named.push_back({name, text});
  named.push_back({"kompetensi.csv", sheet.csv, "kompetensi.xlsx", sheet.faults});
  const auto faults = import_files(named, {}).faults;
  CAPTURE(told(faults));
  REQUIRE(faults.list().size() == 1);
  CHECK(faults.list()[0].file == "kompetensi.xlsx");
  return faults.list()[0].code;
}

std::string cell(std::string_view text) {
  return "<c t=\"inlineStr\"><is><t>" + std::string(text) + "</t></is></c>";
}
/// kompetensi.csv of the small set as rows of a sheet; `first` is the last competence's name.
std::string rows(const std::string& name) {
  return "<row>" + cell("kompetensi_kode") + cell("nama") + "</row><row>" + cell("M1") + cell("K") +
         "</row><row>" + cell("S1") + cell("S") + "</row><row>" + cell("T1") + name + "</row>";
}

/// Faults that take a whole file, and so cannot stand beside others in one folder.
void tell_whole_files(std::set<std::string>& seen) {
  const auto with = [&](const char* file, const std::string& text) {
    auto texts = small_files();
    texts[file] = text;
    seen.insert(only_fault(texts));
  };
  auto missing = small_files();
  missing.erase("waktu_tempuh.csv");
  seen.insert(only_fault(missing));
  with("kompetensi.csv", "");
  auto nobody = small_files();
  for (const char* file : {"pegawai.csv", "kompetensi_pegawai.csv", "aspirasi.csv", "kekhawatiran.csv"})
    nobody[file].erase(nobody[file].find('\n') + 1);
  seen.insert(only_fault(nobody));
  with("kompetensi.csv", std::string("kompetensi_kode,nama\nM1,a\0b\n", 26));
  with("kompetensi.csv", "kompetensi_kode,nama\nM1,caf\xe9\n");
  with("kompetensi.csv", "kompetensi_kode,jenis\nM1,\n");
  with("kekhawatiran.csv", "nip,nip,kategori,intensitas\n");
  with("kompetensi.csv", "kompetensi_kode,nama" + std::string(1000, ',') + "\n");
  with("konsultasi.json", "{\"reference_date\": \"2026-06-30\", \"threshold\": 9}");
  auto surplus = small_files();
  replace(surplus["jabatan.csv"], ",6,2,", ",6,0,");
  seen.insert(only_fault(surplus));
  std::vector<NamedText> named;
  const auto texts = small_files();
  for (const auto& [name, text] : texts) named.push_back({name, text});
  named.push_back({"unit.csv", texts.at("unit.csv"), "unit.xlsx", {}});
  named.push_back({"aturan.csv", "", "", {not_readable("aturan.csv")}});
  for (const auto& fault : import_files(named, {}).faults.list()) seen.insert(fault.code);
  // Only its size is looked at.
  named.resize(texts.size());
  std::ranges::find(named, "waktu_tempuh.csv", &NamedText::name)->text =
      std::string_view(texts.at("waktu_tempuh.csv").data(), (std::size_t{2} << 30) + 1);
  const auto large = import_files(named, {}).faults;
  REQUIRE(told(large) == Told{"waktu_tempuh.csv:0::file_too_large"});
  seen.insert("file_too_large");
}

void tell_workbooks(std::set<std::string>& seen) {
  const std::string good = zipped(workbook(rows(cell("T"))));
  seen.insert(fault_of_workbook("PK no archive"));
  seen.insert(fault_of_workbook("\xd0\xcf\x11\xe0 old"));
  XlsxLimits small;
  small.unpacked_bytes = 100;
  seen.insert(fault_of_workbook(good, small));
  seen.insert(fault_of_workbook(zipped(workbook(rows("<c><f>1+1</f><v>2</v></c>")))));
  seen.insert(fault_of_workbook(zipped(workbook(rows("<c><f>1+1</f></c>")))));
  auto two = workbook(rows(cell("T")));
  replace(two["xl/workbook.xml"], "</sheets>", "<sheet name=\"B\" sheetId=\"2\" r:id=\"rId1\"/></sheets>");
  seen.insert(fault_of_workbook(zipped(two)));
  IncomingSet set;
  set.take("data.xlsx", zipped(with_sheets(workbook(""), {{"unit", ""}})));
  set.take("rusak.xlsx", "PK no archive");
  for (const auto& fault : set.faults) seen.insert(fault.code);
}

void tell_plans(std::set<std::string>& seen) {
  const Consultation c = *import_texts(small_files()).consultation;
  const auto note = [&](const Faults& faults) {
    REQUIRE(faults.list().size() == 1);
    seen.insert(faults.list()[0].code);
  };
  note(import_plan("nip,jabatan_kode_baru\n198502282010012002,D.STAF\n", c).faults);
  note(import_plan("nip,jabatan_kode_baru\n199103152023211003,D.STAF\n199103152023211003,D.STAF\n", c)
           .faults);
  note(import_locks("nip,jabatan_kode\n199103152023211003,\n199103152023211003,\n", c).faults);
  note(import_responses("nip,tanggapan\n199103152023211003,menerima\n", c, Plan{}).faults);
  note(import_relatives("nip_1,nip_2\n199103152023211003,199103152023211003\n", c).faults);
  for (const std::string rows : {"unit,XX,0,1\n", "unit,JB.D,0,9\nunit,JB.D,0,8\n", "unit,JB.D,5,4\n"})
    note(import_bounds("level,kode,min,max\n" + rows, c).faults);
}

}  // namespace

TEST_CASE("every code of the fault table is told exactly once where it stands", "[files]") {
  const std::filesystem::path folder = tests::source_folder() / "tests/cases/faults";
  Texts texts;
  for (const auto name : file_names) texts[std::string(name)] = read(folder / name);
  texts["konsultasi.json"] = read(folder / "konsultasi.json");
  std::set<std::string> seen;
  for (const auto& fault : import_texts(texts).faults.list()) seen.insert(fault.code);
  tell_whole_files(seen);
  tell_workbooks(seen);
  tell_plans(seen);
  for (const auto& row : fault_table()) {
    CAPTURE(row.code);
    CHECK(seen.contains(std::string(row.code)));
  }
}

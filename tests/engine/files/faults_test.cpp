#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/engine/files/small_files.hpp"
#include "tests/support/source_folder.hpp"

using namespace rembuk;
using namespace rembuk::files;

namespace {

using Told = std::vector<std::string>;

/// The faults after one text of one file was replaced.
Told after(std::string file, std::string_view what, std::string_view with) {
  auto texts = small_files();
  replace(texts[file], what, with);
  return told(import_texts(texts).faults);
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("each fault is told once, at the row that holds it", "[files]") {
  struct Case {
    const char *file, *what, *with, *fault;
  };
  const std::vector<Case> cases = {
      {"unit.csv", "JB,dinas", "XX,dinas", "unit.csv:3:induk_kode:parent_unknown"},
      {"unit.csv", "Jambi\",,instansi", "Jambi\",JB.K,instansi",
       "unit.csv:2:induk_kode:unit_cycle"},
      {"unit.csv", "Jambi\",,instansi", "Jambi\",JB,instansi", "unit.csv:2:induk_kode:unit_cycle"},
      {"unit.csv", "0500,15.71,", "500,15.71,", "unit.csv:2:instansi_kode:government_invalid"},
      {"unit.csv", "15.71.05,", "1571,", "unit.csv:3:wilayah_kode:area_invalid"},
      {"unit.csv", ",0\n", ",4\n", "unit.csv:2:keterpencilan:number_invalid"},
      {"unit.csv", "-1.609972", "-91", "unit.csv:2:lat:number_invalid"},
      {"unit.csv", "-1.609972", "-", "unit.csv:2:lat:number_invalid"},
      {"unit.csv", "uptd", "kantor", "unit.csv:4:jenis_unit:choice_invalid"},
      {"unit.csv", "JB,\"Pem", "JB,\"Pem\"x\"", "unit.csv:2::quote_misplaced"},
      {"jabatan.csv", "Kepala Dinas", "", "jabatan.csv:2:jabatan_nama:value_missing"},
      {"jabatan.csv", "Kepala Dinas,JB.D", "Kepala Dinas,JB.X",
       "jabatan.csv:2:unit_kode:unit_unknown"},
      {"jabatan.csv", "jpt_pratama,II.a,14", ",II.a,14", "jabatan.csv:2:jenjang:level_missing"},
      {"jabatan.csv", "II.a", "VI.a", "jabatan.csv:2:eselon:eselon_invalid"},
      {"jabatan.csv", "pelaksana,,,6", "pelaksana,,IV.a,6",
       "jabatan.csv:3:eselon:eselon_not_structural"},
      {"jabatan.csv", "struktural,jpt", "struktur,jpt", "jabatan.csv:2:jenis_jabatan:choice_invalid"},
      {"jabatan.csv", ",14,1,", ",14,2,", "jabatan.csv:2:kebutuhan_abk:structural_need"},
      {"jabatan.csv", ",14,1,", ",18,1,", "jabatan.csv:2:kelas_jabatan:number_invalid"},
      {"jabatan.csv", ",S1,tidak,ya", ",S9,tidak,ya",
       "jabatan.csv:4:sertifikat_wajib:competence_unknown"},
      {"jabatan.csv", "tidak,ya", "tidak,yes", "jabatan.csv:4:terkunci:yes_no_invalid"},
      {"jabatan.csv", "K.AHLI,An", "D.STAF,Peng,JB.D,pelaksana,,,6,2,,,,,,\nK.AHLI,An",
       "jabatan.csv:4:jabatan_kode:code_twice"},
      {"pegawai.csv", "198502282010012002", "1,98504E+17", "pegawai.csv:3::cell_count"},
      {"pegawai.csv", "198502282010012002", "1.98502E+17", "pegawai.csv:3:nip:nip_damaged"},
      {"pegawai.csv", "198502282010012002", "198502282010012000", "pegawai.csv:3:nip:nip_damaged"},
      {"pegawai.csv", "198502282010012002", "19850228201001200", "pegawai.csv:3:nip:nip_length"},
      {"pegawai.csv", "198502282010012002", "", "pegawai.csv:3:nip:value_missing"},
      {"pegawai.csv", "198502282010012002", "197001011995031001", "pegawai.csv:3:nip:nip_twice"},
      {"pegawai.csv", "28-02-1985", "27-02-1985", "pegawai.csv:3:nip:nip_birth_mismatch"},
      {"pegawai.csv", "28-02-1985", "30-02-1985", "pegawai.csv:3:tanggal_lahir:date_invalid"},
      {"pegawai.csv", "01/01/2010", "01/02/2010", "pegawai.csv:3:nip:nip_tmt_mismatch"},
      {"pegawai.csv", "28-02-1985,P", "28-02-1985,L", "pegawai.csv:3:nip:nip_sex_mismatch"},
      {"pegawai.csv", ",PPPK,", ",PPK,", "pegawai.csv:4:status_asn:choice_invalid"},
      {"pegawai.csv", "1991-03-15,L", "1991-03-15,X", "pegawai.csv:4:jenis_kelamin:choice_invalid"},
      {"pegawai.csv", "IX", "III/a", "pegawai.csv:4:golongan:golongan_invalid"},
      {"pegawai.csv", "JB.D,D.STAF", "JB.K,D.STAF", "pegawai.csv:3:unit_kode:unit_not_of_post"},
      {"pegawai.csv", "JB.D,D.STAF", "JB.D,D.XXXX", "pegawai.csv:3:jabatan_kode:post_unknown"},
      {"pegawai.csv", ",2025,Sangat", ",2022,Sangat", "pegawai.csv:2:skp_tahun_1:skp_year_invalid"},
      {"pegawai.csv", "15.71.05,Aktif", "15.71.05.1001,Aktif",
       "pegawai.csv:2:wilayah_domisili_kode:home_too_fine"},
      {"pegawai.csv", "ya,60", "ya,61", "pegawai.csv:2:bup:choice_invalid"},
      {"kompetensi_jabatan.csv", "K.AHLI,T1", "D.HEAD,M1",
       "kompetensi_jabatan.csv:3:kompetensi_kode:pair_twice"},
      {"kompetensi_pegawai.csv", "M1,5", "M1,6", "kompetensi_pegawai.csv:2:level:number_invalid"},
      {"kompetensi_pegawai.csv", "197001011995031001", "197601011995031001",
       "kompetensi_pegawai.csv:2:nip:nip_unknown"},
      {"kompetensi.csv", "M1,K", ",K", "kompetensi.csv:2:kompetensi_kode:value_missing"},
      {"waktu_tempuh.csv", "15.71,15.01,640\n", "", "waktu_tempuh.csv:0::travel_missing"},
      {"waktu_tempuh.csv", "15.71,15.01,640", "15.7,15.01,640",
       "waktu_tempuh.csv:4:dari_wilayah:region_invalid"},
      {"waktu_tempuh.csv", "15.71,15.01,640", "15.71,15.01,6001",
       "waktu_tempuh.csv:4:menit:number_invalid"},
      {"aspirasi.csv", "pindah", "pergi", "aspirasi.csv:2:sikap:choice_invalid"},
      {"aspirasi.csv", "jabatan:K.AHLI,unit:JB.K", ",unit:JB.K",
       "aspirasi.csv:2:keinginan_2:wish_gap"},
      {"aspirasi.csv", "jabatan:K.AHLI", "jabatan:K.BHLI",
       "aspirasi.csv:2:keinginan_1:wish_target_unknown"},
      {"aspirasi.csv", "wilayah:15.01", "wilayah:Kerinci",
       "aspirasi.csv:2:keinginan_3:wish_invalid"},
      {"aspirasi.csv", "beban>sarana", "beban", "aspirasi.csv:2:urutan_kriteria:criteria_invalid"},
      {"aspirasi.csv", "199103152023211003", "198502282010012002", "aspirasi.csv:3:nip:nip_twice"},
      {"aspirasi.csv", "198502282010012002", "198602282010012002",
       "aspirasi.csv:2:nip:nip_unknown"},
      {"kekhawatiran.csv", "198502282010012002,K14", "197001011995031001,K14",
       "kekhawatiran.csv:3:nip:answer_missing"},
      {"kekhawatiran.csv", "K14", "K01", "kekhawatiran.csv:3:kategori:category_twice"},
      {"kekhawatiran.csv", "K14", "K15", "kekhawatiran.csv:3:kategori:category_invalid"},
      {"konsultasi.json", ": 12", ": 9", "konsultasi.json:0::settings_invalid"},
      {"kompetensi.csv", "jenis", "No_KTP", "kompetensi.csv:0:No_KTP:column_forbidden"},
      {"kompetensi.csv", "jenis", "Rumpun", "kompetensi.csv:0:Rumpun:column_unknown"},
      {"waktu_tempuh.csv", "menit", "menit,menit", "waktu_tempuh.csv:0:menit:column_twice"},
      {"kompetensi.csv", "nama", "nma", "kompetensi.csv:0:nama:column_missing"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.file, one.what, one.with);
    Told all = after(one.file, one.what, one.with);
    std::erase_if(all, [&](const std::string& fault) {
      return fault.ends_with("column_unknown") && fault != one.fault;
    });
    if (std::string_view(one.fault).ends_with("column_twice"))
      all.resize(1);  // each row is short of a cell then
    REQUIRE(all == Told{one.fault});
  }
}

TEST_CASE("the row is the one that a spreadsheet shows", "[files]") {
  auto texts = small_files();
  texts["kompetensi.csv"] =
      "kompetensi_kode,nama,jenis\n\nM1,\"two\nlines\",manajerial\nS1,Sertifikat,\nT1,Teknis,x\n";
  REQUIRE(told(import_texts(texts).faults) == Told{"kompetensi.csv:5:jenis:choice_invalid"});
}

TEST_CASE("a missing file is one fault, and what refers to it is not judged", "[files]") {
  for (const auto name : file_names) {
    auto texts = small_files();
    texts.erase(std::string(name));
    CAPTURE(name);
    REQUIRE(told(import_texts(texts).faults) == Told{std::string(name) + ":0::file_missing"});
  }
}

TEST_CASE("a header alone is an error for units, posts and employees only", "[files]") {
  std::set<std::string> refused;
  for (const auto name : file_names) {
    auto texts = small_files();
    auto& text = texts[std::string(name)];
    text = text.substr(0, text.find('\n') + 1);
    for (const auto& fault : told(import_texts(texts).faults))
      if (fault.ends_with("file_without_rows")) refused.insert(fault);
    if (name == "unit.csv" || name == "jabatan.csv" || name == "pegawai.csv")
      CHECK(import_texts(texts).faults.errors() == 1);  // what refers to it is not judged
  }
  REQUIRE(refused == std::set<std::string>{"jabatan.csv:0::file_without_rows",
                                           "pegawai.csv:0::file_without_rows",
                                           "unit.csv:0::file_without_rows"});
}

TEST_CASE("text that is no UTF-8 is refused as a whole", "[files]") {
  for (const auto& [text, code] :
       {std::pair<std::string, std::string>{"kompetensi_kode,nama\nM1,caf\xe9\n", "not_utf8"},
        {std::string("kompetensi_kode,nama\nM1,a\0b\n", 26), "not_text"},
        {"", "file_empty"},
        {"\n\n", "file_empty"},
        {"kompetensi_kode,nama\nM1,\xed\xa0\x80\n", "not_utf8"}}) {
    auto texts = small_files();
    texts["kompetensi.csv"] = text;
    REQUIRE(told(import_texts(texts).faults) == Told{"kompetensi.csv:0::" + code});
  }
}

TEST_CASE("a quotation mark that is not closed is one fault, whatever rows it swallowed",
          "[files]") {
  for (const std::string name : {"jabatan.csv", "pegawai.csv", "kompetensi.csv"}) {
    CAPTURE(name);
    auto texts = small_files();
    auto& text = texts[name];
    text.insert(text.rfind('\n', text.size() - 2) + 1, "\"");
    const auto faults = told(import_texts(texts).faults);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].ends_with("::quote_unclosed"));
  }
}

TEST_CASE("a code that is too long is told once, where it is explained", "[files]") {
  auto texts = small_files();
  const std::string code(41, 'U');
  for (const auto name : file_names) {
    auto& text = texts[std::string(name)];
    for (std::size_t at = text.find("JB.D,"); at != std::string::npos; at = text.find("JB.D,", at))
      text.replace(at, 5, code + ",");
  }
  REQUIRE(told(import_texts(texts).faults) == Told{"unit.csv:3:unit_kode:value_too_long"});
}

TEST_CASE("a header of more columns than are kept is refused", "[files]") {
  auto texts = small_files();
  std::string header = "nik";
  for (int k = 0; k < 1000; ++k) header = "x" + std::to_string(k) + "," + header;
  texts["kompetensi.csv"] = header + "\n";
  REQUIRE(told(import_texts(texts).faults) == Told{"kompetensi.csv:0::columns_too_many"});
}

TEST_CASE("a surplus of incumbents is a warning", "[files]") {
  auto texts = small_files();
  replace(texts["jabatan.csv"], ",6,2,", ",6,0,");
  const auto import = import_texts(texts);
  REQUIRE(told(import.faults) == Told{"jabatan.csv:3:kebutuhan_abk:surplus"});
  REQUIRE(import.faults.warnings() == 1);
  REQUIRE(import.consultation.has_value());
}

TEST_CASE("all faults are counted and the first thousand are kept, none twice", "[files]") {
  auto texts = small_files();
  for (int i = 0; i < 100'000; ++i) texts["kompetensi.csv"] += "T1,Teknis,x\n";
  const auto import = import_texts(texts);
  REQUIRE(import.faults.errors() == 200'000);
  REQUIRE(import.faults.list().size() == 1000);
  auto all = told(import.faults);
  REQUIRE(std::set<std::string>(all.begin(), all.end()).size() == all.size());
}

TEST_CASE("hostile text is refused without harm", "[files]") {
  auto texts = small_files();
  SECTION("a line of ten megabytes of separators") {
    texts["unit.csv"] += "X" + std::string(10'000'000, ',');
  }
  SECTION("a header of ten megabytes") { texts["unit.csv"] = std::string(10'000'000, 'x') + "\n"; }
  SECTION("a quote that is never closed") {
    texts["unit.csv"] += "\"" + std::string(1'000'000, '\n');
  }
  SECTION("a chain of a hundred thousand units that closes") {
    std::string chain;
    for (int i = 0; i < 100'000; ++i)
      chain += "C" + std::to_string(i) + ",x,C" + std::to_string((i + 1) % 100'000) +
               ",dinas,0500,15.71,,,\n";
    texts["unit.csv"] += chain;
  }
  const auto import = import_texts(texts);
  REQUIRE(import.faults.errors() >= 1);
  REQUIRE_FALSE(import.consultation.has_value());
  for (const auto& fault : import.faults.list())
    REQUIRE(message(fault, Language::indonesian).size() < 2000);
}

TEST_CASE("a directory with one of many faults tells each exactly once", "[files]") {
  const std::filesystem::path folder = tests::source_folder() / "tests/cases/faults";
  Texts texts;
  for (const auto name : file_names) texts[std::string(name)] = read(folder / name);
  texts["konsultasi.json"] = read(folder / "konsultasi.json");
  std::set<std::string> expected;
  std::istringstream lines(read(folder / "expected.txt"));
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) REQUIRE(expected.insert(line).second);
  const auto all = told(import_texts(texts).faults);
  REQUIRE(std::set<std::string>(all.begin(), all.end()) == expected);
  REQUIRE(all.size() == expected.size());
}

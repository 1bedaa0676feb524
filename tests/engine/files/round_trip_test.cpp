#include <catch2/catch_test_macros.hpp>

#include "engine/files/export.hpp"
#include "tests/engine/files/small_files.hpp"

using namespace rembuk;
using namespace rembuk::files;

namespace {

Consultation small() {
  auto import = import_texts(small_files());
  CAPTURE(told(import.faults));
  REQUIRE(import.consultation);
  return *import.consultation;
}

Texts exported(const Consultation& consultation) {
  Texts texts;
  for (auto& [name, text] : export_files(consultation)) texts[name] = text;
  return texts;
}

}  // namespace

TEST_CASE("a file that is read, written and read again says the same", "[files]") {
  const Consultation first = small();
  const auto again = import_texts(exported(first));
  REQUIRE(told(again.faults).empty());
  REQUIRE(*again.consultation == first);
  REQUIRE(exported(*again.consultation) == exported(first));
}

TEST_CASE("every column reaches its place", "[files]") {
  const Consultation c = small();
  REQUIRE(c.units[2].name == "Kantor\nKerinci");
  REQUIRE(c.units[1].name == "Dinas \"Uji\", Jambi");
  REQUIRE(c.units[2].parent == UnitId{1});
  REQUIRE(c.units[0].latitude == -1.609972);
  REQUIRE(c.posts[1].education_fields == std::vector<std::string>{"Ekonomi", "Hukum"});
  REQUIRE(c.posts[2].certificate == CompetenceId{1});
  REQUIRE(c.employees[1].name == "=Siti");
  REQUIRE(iso(c.employees[1].birth) == "1985-02-28");
  REQUIRE(c.employees[1].retirement_age == 58);
  REQUIRE(c.employees[1].audit_clear);
  REQUIRE(c.employees[2].pppk_scale);
  REQUIRE_FALSE(c.employees[2].audit_clear);
  REQUIRE(c.aspirations[0].wishes.size() == 3);
  REQUIRE(c.concerns[1].category == 13);
  REQUIRE(c.settings.parameters.of_ten == std::array<double, 3>{6, 3, 1});
  REQUIRE(c.settings.threshold == 12);
}

TEST_CASE("the order of columns, the separator, a byte order mark and CRLF do not matter",
          "[files]") {
  auto texts = small_files();
  texts["kompetensi.csv"] =
      "\xef\xbb\xbfJENIS;nama;Kompetensi_Kode\r\nmanajerial;Kepemimpinan;M1\r\n;Sertifikat;"
      "S1\r\n\r\nteknis;Teknis;T1\r\n";
  const auto import = import_texts(texts);
  REQUIRE(told(import.faults).empty());
  REQUIRE(*import.consultation == small());
}

TEST_CASE("what a spreadsheet would run as a formula is neutralised on export", "[files]") {
  const auto texts = exported(small());
  REQUIRE(texts.at("pegawai.csv").find(",'=Siti,") != std::string::npos);
  REQUIRE(texts.at("pegawai.csv").find(",=Siti,") == std::string::npos);
}

TEST_CASE("columns of a SIASN export are taken for ours", "[files]") {
  auto texts = small_files();
  replace(texts["pegawai.csv"], "nip,", "nip_baru,");
  replace(texts["pegawai.csv"], "golongan,", "gol_akhir_nama,");
  replace(texts["pegawai.csv"], "unit_kode,", "unor_id,");
  replace(texts["pegawai.csv"], "skp_predikat_1,", "kuadranKinerja,");
  replace(texts["pegawai.csv"], "kedudukan_hukum,", "kedudukan_hukum_nama,");
  replace(texts["jabatan.csv"], "jenis_jabatan,", "jenis_jabatan_id,");
  replace(texts["jabatan.csv"], "struktural", "1");
  replace(texts["jabatan.csv"], "fungsional", "2");
  replace(texts["jabatan.csv"], "pelaksana", "4");
  const auto import = import_texts(texts);
  REQUIRE(told(import.faults).empty());
  REQUIRE(*import.consultation == small());
}

TEST_CASE("a plan is read, written and read again; the current post is ignored with a warning",
          "[files]") {
  const Consultation c = small();
  const std::string text =
      "nip,jabatan_kode_baru,alasan\n199103152023211003,D.STAF,\"A1, "
      "permintaan\"\n198502282010012002,D.STAF,\n";
  const auto plan = import_plan(text, c);
  REQUIRE(told(plan.faults) ==
          std::vector<std::string>{"rencana.csv:3:jabatan_kode_baru:plan_current_post"});
  REQUIRE(plan.plan.moves == std::vector<Move>{{EmployeeId{2}, PostId{1}, "A1, permintaan"}});
  const auto again = import_plan(export_plan(plan.plan, c), c);
  REQUIRE(again.faults.list().empty());
  REQUIRE(again.plan == plan.plan);
  const auto wrong = import_plan(
      "nip,jabatan_kode_baru\n1,D.STAF\n198502282010012002,X\n199103152023211003,D."
      "STAF\n199103152023211003,D.STAF\n",
      c);
  REQUIRE(told(wrong.faults) ==
          std::vector<std::string>{"rencana.csv:2:nip:nip_unknown",
                                   "rencana.csv:3:jabatan_kode_baru:post_unknown",
                                   "rencana.csv:5:nip:plan_twice"});
}

TEST_CASE("a lock without a post keeps the employee; relatives are pairs without order",
          "[files]") {
  const Consultation c = small();
  const auto locks =
      import_locks("nip,jabatan_kode\n199103152023211003,D.STAF\n198502282010012002,\n", c);
  REQUIRE(locks.faults.list().empty());
  REQUIRE(locks.locks ==
          std::vector<PlannerLock>{{EmployeeId{1}, PostId{1}}, {EmployeeId{2}, PostId{1}}});
  REQUIRE(import_locks(export_locks(locks.locks, c), c).locks == locks.locks);
  const auto relatives = import_relatives(
      "nip_1,nip_2\n199103152023211003,197001011995031001\n197001011995031001,199103152023211003\n",
      c);
  REQUIRE(relatives.relatives == std::vector<Relatives>{{EmployeeId{0}, EmployeeId{2}}});
  REQUIRE(
      told(import_relatives("nip_1,nip_2\n197001011995031001,197001011995031001\n", c).faults) ==
      std::vector<std::string>{"hubungan.csv:2:nip_2:relation_self"});
}

TEST_CASE("the reference date is the option's, else the file's, else today", "[files]") {
  using namespace std::chrono;
  const Date day = 2026y / 7 / 31, today = 2026y / 8 / 1;
  auto texts = small_files();
  REQUIRE(import_texts(texts, {today, day}).consultation->settings.reference_date == day);
  REQUIRE(import_texts(texts, {today, {}}).consultation->settings.reference_date ==
          Date{2026y / 6 / 30});
  texts.erase("konsultasi.json");
  const auto import = import_texts(texts, {today, {}});
  REQUIRE(import.date_is_today);
  REQUIRE(import.consultation->settings.reference_date == today);
}

TEST_CASE("parameters that are not five sentences are refused", "[files]") {
  REQUIRE(read_sentences("{}") == AcceptanceSentences{});
  REQUIRE(read_sentences("{\"odds_stay\": 4}")->odds_stay == 4);
  for (const auto* text :
       {"[]", "5", "", "{\"of_ten\": [5, 3]}", "{\"of_ten\": [5, 5, 0]}", "{\"of_ten\": [5, 4, 2]}",
        "{\"of_ten\": {}}", "{\"odds_stay\": 0e42}", "{\"odds_stay\": 1e999}", "{\"odds_stay\": 0}",
        "{\"odds_stay\": \"3\"}", "{\"odds_stay\": 1e999}", "{\"odds\": 1}",
        "{\"odds_stay\": 2, \"odds_stay\": 3}", "{} x", "[[[[[[[[[[[[[[[[[[[[[[[[[[[["}) {
    CAPTURE(text);
    REQUIRE_FALSE(read_sentences(text));
  }
  auto texts = small_files();
  texts["konsultasi.json"] =
      "{\"reference_date\": \"2026-06-30\", \"parameters\": {\"odds_stay\": 2, "
      "\"of_ten\": [8, 2, 0]}}";
  const auto faults = import_texts(texts).faults;
  REQUIRE(faults.errors() == 1);
  REQUIRE(message(faults.list()[0], Language::english) ==
          "konsultasi.json cannot be read: \"parameters\": \"of_ten\".");
}

TEST_CASE("floors and caps name one group each, of its own level", "[files]") {
  const Consultation c = small();
  const auto read = [&](const std::string& rows) {
    return import_bounds("level,kode,min,max\n" + rows, c);
  };
  const auto& unit = c.units.back().code;
  const auto good = read("post," + c.posts[0].code + ",1,2\nunit," + unit + ",,7\ngovernment," +
                         c.units[0].government + ",3,\n");
  REQUIRE(good.faults.errors() == 0);
  const auto last = static_cast<std::int32_t>(c.units.size()) - 1;
  CHECK(good.bounds ==
        std::vector<HeadBound>{{HeadBound::Level::post, 0, 1, 2},
                               {HeadBound::Level::unit, last, 0, 7},
                               {HeadBound::Level::government, 0, 3, HeadBound::no_cap}});
  const std::pair<std::string, std::string> wrong[] = {
      {"post," + unit + ",1,2\n", "post_unknown"},
      {"unit,no-such-unit,1,2\n", "bound_unknown"},
      {"government,0000,1,2\n", "bound_unknown"},
      {"unit," + unit + ",1,2\nunit," + unit + ",,3\n", "bound_twice"},
      {"unit," + unit + ",3,2\n", "bound_crossed"},
  };
  for (const auto& [rows, code] : wrong) {
    const auto result = read(rows);
    INFO(rows);
    REQUIRE(result.faults.errors() == 1);
    CHECK(result.faults.list()[0].code == code);
  }
}

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "app/engine/set_desk.hpp"
#include "engine/wire/planning.hpp"
#include "tests/app/office/fixtures.hpp"
#include "tests/engine/files/small_files.hpp"
#include "tests/engine/files/workbooks.hpp"

/// The planner's new data set, without a page.
namespace rembuk::office {
namespace {

using fixtures::find;

Model planner() { return fixtures::signed_in(wire::Role::planner); }

PickedFile picked(const std::string& name, const std::string& text, std::size_t remaining) {
  return {name, Bytes(text.begin(), text.end()), remaining, false};
}

Step pick(Model model, const files::Texts& texts) {
  Step step{std::move(model), {}};
  std::size_t remaining = texts.size();
  for (const auto& [name, text] : texts)
    step = update(std::move(step.model), ImportAct{picked(name, text, --remaining)});
  return step;
}

/// What the engine beside the page answers, said to the page frame by frame.
Step answered(Step step) {
  REQUIRE(step.model.import.stage == ImportStage::checking);
  REQUIRE(find<CheckHere>(step));
  SetDesk desk;
  for (const auto& file : step.model.import.files) desk.keep(wire::encode(check_file(file)));
  std::vector<wire::Bytes> frames;
  desk.check(wire::encode(check_request(step.model.import, "2026-06-30")),
             [&](wire::Bytes frame) { frames.push_back(std::move(frame)); });
  for (auto& frame : frames)
    step = update(std::move(step.model), ImportAct{CheckSaid{std::move(frame)}});
  CHECK(find<EndCheck>(step));  // with it goes what the engine held
  return step;
}

Model checked(const files::Texts& texts) { return answered(pick(planner(), texts)).model; }

files::Texts faulty() {
  auto texts = files::small_files();
  auto& people = texts["pegawai.csv"];
  const auto at = people.find("197001011995031001");
  people.replace(at, 18, "1970010119950310");
  texts["kompetensi.csv"] += "X,,salah\n";
  return texts;
}

wire::ImportOutcome outcome() {
  wire::ImportOutcome o;
  o.draft = "d1";
  o.may_be_stored = true;
  o.files = {{"pegawai.csv", 3, 2, 0, 0, 1}};
  return o;
}

}  // namespace

TEST_CASE("a good set is checked on this device and nothing is sent by itself", "[import]") {
  const Model m = checked(files::small_files());
  CHECK(m.import.stage == ImportStage::good);
  CHECK(m.import.errors == 0);
  REQUIRE(m.import.summary.size() == 10);
  const auto people = std::ranges::find(m.import.summary, "pegawai.csv", &wire::CheckedFile::name);
  CHECK(people->rows == 3);
}

TEST_CASE("a faulty set lists every fault, filtered by file and by code", "[import]") {
  Model m = checked(faulty());
  REQUIRE(m.import.stage == ImportStage::faulty);
  CHECK(m.import.errors >= 2);
  const auto names = faulty_files(m.import);
  CHECK(std::ranges::count(names, "pegawai.csv") == 1);
  CHECK(std::ranges::count(names, "kompetensi.csv") == 1);
  const auto all = filtered(m.import).size();
  m = update(std::move(m), ImportAct{FilterFaults{"kompetensi.csv", ""}}).model;
  const auto some = filtered(m.import);
  CHECK(some.size() < all);
  for (const auto k : some) CHECK(m.import.faults[k].file == "kompetensi.csv");
  m = update(std::move(m), ImportAct{FilterFaults{"kompetensi.csv", "no such code"}}).model;
  CHECK(filtered(m.import).empty());
  CHECK_FALSE(find<Ask>(update(m, ImportAct{CompareSet{}})));  // not with errors
}

TEST_CASE("the row behind a fault is shown with its faulty cell marked", "[import]") {
  Model m = checked(faulty());
  const auto found = std::ranges::find_if(m.import.faults, [](const auto& fault) {
    return fault.file == "pegawai.csv" && fault.column == "nip";
  });
  REQUIRE(found != m.import.faults.end());
  const auto k = static_cast<std::size_t>(found - m.import.faults.begin());
  m = update(std::move(m), ImportAct{ShowFault{k}}).model;
  REQUIRE(m.import.shown);
  const auto marked =
      std::ranges::find_if(m.import.shown->cells, [](const RowCell& cell) { return cell.faulty; });
  REQUIRE(marked != m.import.shown->cells.end());
  CHECK(marked->text == "1970010119950310");
  CHECK_FALSE(update(m, ImportAct{CloseFault{}}).model.import.shown);
}

TEST_CASE("a corrected file alone takes the place of the faulty one", "[import]") {
  auto texts = files::small_files();
  const std::string good = texts["kompetensi.csv"];
  texts["kompetensi.csv"] += "X,,salah\n";
  Model m = checked(texts);
  REQUIRE(m.import.stage == ImportStage::faulty);
  const Step step = answered(update(std::move(m), ImportAct{picked("kompetensi.csv", good, 0)}));
  CHECK(step.model.import.stage == ImportStage::good);
}

TEST_CASE("the list is saved as CSV in the reader's language, without formulas", "[import]") {
  auto texts = faulty();
  texts["unit.csv"] += "JB.Z,=1+1,,salah,0500,15.71,,,\n";
  const Model m = checked(texts);
  const Step step = update(m, ImportAct{SaveFaults{true}});
  const auto* save = find<Save>(step);
  REQUIRE(save);
  const std::string text(save->bytes.begin(), save->bytes.end());
  CHECK(
      text.starts_with("\xef\xbb\xbf"
                       "file,row,column,severity,code,message\r\n"));
  CHECK(std::ranges::count(text, '\n') >= static_cast<std::ptrdiff_t>(m.import.faults.size()) + 1);
  CHECK(text.find("\n=") == std::string::npos);
  CHECK(text.find(",=") == std::string::npos);
}

TEST_CASE("files of no data set are named, old spreadsheets and too many bytes refused",
          "[import]") {
  Step step = update(planner(), ImportAct{picked("liburan.csv", "a", 0)});
  CHECK(step.model.import.stage == ImportStage::empty);
  CHECK(step.model.import.problem == "import_no_file");
  CHECK(step.model.import.passed == std::vector<std::string>{"liburan.csv"});
  step = update(planner(), ImportAct{picked("pegawai.xls", "x", 0)});
  CHECK(step.model.import.problem == "import_spreadsheet");
  step = update(planner(), ImportAct{PickedFile{"pegawai.csv", {}, 0, true}});
  CHECK(step.model.import.problem == "import_too_large");
  CHECK(step.model.import.files.empty());
}

TEST_CASE("a file that the browser cannot read is said, and nothing is checked without it",
          "[import]") {
  Step step = update(planner(), ImportAct{PickedFile{"pegawai.csv", {}, 1, false, true}});
  CHECK(step.model.import.stage == ImportStage::reading);
  step = update(std::move(step.model), ImportAct{picked("unit.csv", "a", 0)});
  CHECK(step.model.import.problem == "file_not_read");
  CHECK(step.model.import.stage == ImportStage::empty);
  CHECK(step.commands.empty());
}

TEST_CASE("a workbook is judged like the CSV in its place, and the server gets its text",
          "[import]") {
  auto texts = files::small_files();
  texts.erase("kompetensi.csv");
  texts["Kompetensi.XLSX"] = files::zipped(files::workbook(
      "<row><c t=\"inlineStr\"><is><t>kompetensi_kode</t></is></c><c "
      "t=\"inlineStr\"><is><t>nama</t>"
      "</is></c></row><row><c t=\"inlineStr\"><is><t>M1</t></is></c><c t=\"inlineStr\"><is><t>Kep"
      "</t></is></c></row><row><c t=\"inlineStr\"><is><t>T1</t></is></c></row>"
      "<row><c t=\"inlineStr\"><is><t>S1</t></is></c><c t=\"s\"><v>0</v></c></row>"));
  Model m = checked(texts);
  REQUIRE(m.import.faults.size() == 1);
  CHECK(m.import.faults[0].file == "kompetensi.xlsx");
  CHECK(m.import.faults[0].row == 3);
  m = update(std::move(m), ImportAct{ShowFault{0}}).model;
  REQUIRE(m.import.shown->cells.size() == 2);
  CHECK(m.import.shown->cells[1].faulty);
  const auto book = std::ranges::find(m.import.files, "kompetensi.xlsx", &SetFile::name);
  REQUIRE(book != m.import.files.end());
  CHECK(piece({*book}, 0).file == "kompetensi.csv");
  CHECK(piece({*book}, 0).text == "kompetensi_kode,nama\nM1,Kep\nT1,\nS1,bersama\n");
  const Step both = answered(
      update(m, ImportAct{picked("kompetensi.csv", files::small_files()["kompetensi.csv"], 0)}));
  CHECK(both.model.import.stage == ImportStage::good);  // the later choice takes its place
  texts["kompetensi.csv"] = files::small_files()["kompetensi.csv"];
  m = checked(texts);
  REQUIRE(m.import.errors == 1);
  CHECK(m.import.faults[0].code == "file_both");
}

TEST_CASE("a workbook with a sheet for each file is judged and sent as its files", "[import]") {
  auto texts = files::small_files();
  std::vector<std::pair<std::string, std::string>> sheets;
  for (const auto& [name, text] : texts)
    if (name.ends_with(".csv")) sheets.emplace_back(name, files::rows_of_csv(text));
  files::Texts set = {{"konsultasi.json", texts.at("konsultasi.json")}};
  set["Data.xlsx"] =
      files::zipped(files::with_sheets(files::workbook(files::rows_of_csv("catatan\n")), sheets));
  set["lain.xlsx"] = files::zipped(files::workbook(files::rows_of_csv("x\n")));
  Model m = checked(set);
  CHECK(m.import.stage == ImportStage::good);
  CHECK(m.import.passed == std::vector<std::string>{"lain.xlsx"});
  const auto faulty = faulty_files(m.import);
  CHECK(std::ranges::count(faulty, "data.xlsx") == 1);
  const auto line = [&](std::string_view name) {
    return std::ranges::find(m.import.summary, name, &wire::CheckedFile::name);
  };
  REQUIRE(line("data.xlsx/pegawai.csv") != m.import.summary.end());
  CHECK(line("data.xlsx/pegawai.csv")->rows == 3);
  REQUIRE(line("data.xlsx") != m.import.summary.end());
  CHECK(line("data.xlsx")->warnings == 1);  // the sheet called otherwise
  CHECK_FALSE(line("data.xlsx")->missing);
  std::vector<std::string> sent;
  for (std::uint32_t k = 0; k < pieces_of(m.import.files); ++k)
    sent.push_back(piece(m.import.files, k).file);
  std::ranges::sort(sent);
  CHECK(sent.size() == 10);
  CHECK(std::ranges::count(sent, "pegawai.csv") == 1);
  // A file of the workbook that comes as CSV too.
  const Step twice =
      answered(update(std::move(m), ImportAct{picked("unit.csv", texts.at("unit.csv"), 0)}));
  CHECK(twice.model.import.stage == ImportStage::faulty);
  REQUIRE(twice.model.import.errors == 1);
  CHECK(twice.model.import.faults[0].code == "file_both");
}

TEST_CASE("a dry run can be stopped, and what it says afterwards is not heard", "[import]") {
  Step step = pick(planner(), files::small_files());
  SetDesk desk;
  for (const auto& file : step.model.import.files) desk.keep(wire::encode(check_file(file)));
  std::vector<wire::Bytes> frames;
  desk.check(wire::encode(check_request(step.model.import, "2026-06-30")),
             [&](wire::Bytes frame) { frames.push_back(std::move(frame)); });
  step = update(std::move(step.model), ImportAct{StopChecking{}});
  CHECK(find<EndCheck>(step));
  CHECK(step.model.import.stage == ImportStage::empty);
  CHECK(step.model.import.files.empty());
  step = pick(std::move(step.model), files::small_files());
  for (auto& frame : frames)
    step = update(std::move(step.model), ImportAct{CheckSaid{std::move(frame)}});
  CHECK(step.model.import.stage == ImportStage::checking);  // the answers are of the first run
  step = update(std::move(step.model), ImportAct{CheckBroke{}});
  CHECK(step.model.import.problem == "import_engine");
}

TEST_CASE("an engine stands ready while the import screen is open, and only then", "[import]") {
  Step step = update(planner(), Go{Screen::import});
  CHECK(find<PrepareCheck>(step));
  CHECK(find<EndCheck>(update(step.model, Go{Screen::rules})));
  CHECK_FALSE(find<PrepareCheck>(update(step.model, Go{Screen::rules})));
  step = pick(std::move(step.model), files::small_files());
  CHECK(find<PrepareCheck>(update(step.model, ImportAct{StopChecking{}})));  // a fresh one
  const Step left = update(step.model, Go{Screen::rules});
  CHECK_FALSE(find<EndCheck>(left));  // what runs goes on
  CHECK_FALSE(find<PrepareCheck>(answered({left.model, {CheckHere{}}})));
  CHECK(find<PrepareCheck>(answered(std::move(step))));
  CHECK_FALSE(
      find<PrepareCheck>(update(fixtures::signed_in(wire::Role::facilitator), Go{Screen::import})));
}

TEST_CASE("a dry run tells how far it is", "[import]") {
  auto texts = files::small_files();
  for (int k = 0; k < 40'000; ++k)
    texts["kompetensi.csv"] += "X" + std::to_string(k) + ",Kompetensi yang lain,teknis\n";
  const Step step = pick(planner(), texts);
  SetDesk desk;
  for (const auto& file : step.model.import.files) desk.keep(wire::encode(check_file(file)));
  std::vector<int> told;
  desk.check(wire::encode(check_request(step.model.import, "2026-06-30")), [&](wire::Bytes frame) {
    if (const auto progress = wire::decode<wire::EngineProgress>(frame))
      told.push_back(progress->permille);
  });
  REQUIRE(told.size() >= 3);
  CHECK(std::ranges::is_sorted(told));
  CHECK(told.back() > 900);
  CHECK(told.back() <= 1000);
}

TEST_CASE("pieces hold the whole text in order, and none cuts a character", "[import]") {
  std::string text;
  while (text.size() < 2 * piece_bytes + 7) text += "a\xc3\xa9\xe2\x80\x93";
  const std::vector<SetFile> set = {{"unit.csv", text, {}, false},
                                    {"kompetensi.csv", "", {}, false}};
  const auto count = pieces_of(set);
  CHECK(count == 4);
  std::string joined;
  for (std::uint32_t k = 0; k < count; ++k) {
    const auto part = piece(set, k);
    CHECK(part.part == k);
    CHECK(part.parts == count);
    REQUIRE(wire::decode<wire::ImportPart>(wire::encode(part)));  // UTF-8, and within the limit
    if (part.file == "unit.csv") joined += part.text;
  }
  CHECK(joined == text);
}

TEST_CASE("comparing sends piece after piece; storing asks first and forgets the files",
          "[import]") {
  Step step = update(checked(files::small_files()), ImportAct{CompareSet{}});
  const auto pieces = step.model.import.pieces;
  REQUIRE(pieces == 10);
  for (std::uint32_t k = 0; k + 1 < pieces; ++k) {
    REQUIRE(find<Ask>(step));
    CHECK(find<Ask>(step)->path == "/api/v1/import/parts");
    CHECK(wire::decode<wire::ImportPart>(find<Ask>(step)->bytes)->part == k);
    step = update(std::move(step.model), Answered{Asked::import_part, 204, {}});
  }
  step = update(std::move(step.model), Answered{Asked::import_part, 200, wire::encode(outcome())});
  REQUIRE(step.model.import.stage == ImportStage::compared);
  step = update(std::move(step.model), ImportAct{StoreSet{}});
  CHECK(step.model.import.confirming);
  CHECK_FALSE(find<Ask>(step));
  step = update(std::move(step.model), ImportAct{StoreConfirmed{}});
  REQUIRE(find<Ask>(step));
  CHECK(wire::decode<wire::ImportCommit>(find<Ask>(step)->bytes)->draft == "d1");
  auto stored = outcome();
  stored.stored = true;
  step = update(std::move(step.model), Answered{Asked::import_commit, 200, wire::encode(stored)});
  CHECK(step.model.import.stage == ImportStage::stored);
  CHECK(step.model.import.files.empty());
  CHECK_FALSE(step.model.boards.needs);  // fetched anew
}

TEST_CASE("a lost connection or a refusal brings the checked set back, with the reason",
          "[import]") {
  Step step = update(checked(files::small_files()), ImportAct{CompareSet{}});
  step = update(std::move(step.model), Answered{Asked::import_part, 0, {}});
  CHECK(step.model.import.stage == ImportStage::good);
  CHECK(step.model.import.problem == "no_network");
  step = update(std::move(step.model), ImportAct{CompareSet{}});
  CHECK(wire::decode<wire::ImportPart>(find<Ask>(step)->bytes)->part == 0);
  step = update(
      std::move(step.model),
      Answered{Asked::import_part, 409, wire::encode(wire::Problem{"import_out_of_order", {}})});
  CHECK(step.model.import.problem == "import_out_of_order");
}

}  // namespace rembuk::office

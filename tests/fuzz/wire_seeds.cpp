#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/fuzz/wire_types.hpp"

using namespace rembuk::wire;

/// wire_seeds DIR: writes a seed, every field filled, for each message of the lists below. The other
/// seeds beside them were made by hand.
namespace {

template <class T, class... All>
constexpr std::size_t place(const std::tuple<All...>*) {
  constexpr std::array<bool, sizeof...(All)> same = {std::is_same_v<T, All>...};
  return static_cast<std::size_t>(std::ranges::find(same, true) - same.begin());
}

template <class T>
bool write(const std::filesystem::path& folder, const char* name, const T& message) {
  constexpr auto at = place<T>(static_cast<const rembuk::fuzz::WireTypes*>(nullptr));
  const Bytes frame = encode(message);
  if (!decode<T>(frame)) return false;
  std::ofstream out(folder / name, std::ios::binary);
  out.put(static_cast<char>(at));
  out.write(reinterpret_cast<const char*>(frame.data()) + header_size,
            static_cast<std::streamsize>(frame.size() - header_size));
  out.close();
  return out.good();
}

constexpr Withheld few = Withheld::few_people;

FileFault fault() { return {"data.xlsx/pegawai", 12, "nip", "nip_length", true, "NIP", "NIP"}; }

CardSentence sentence() { return {"locked", "R03", "Terkunci.", "Locked."}; }

Profile profile() {
  Profile p;
  p.nip = "199001012015031001";
  p.name = "Siti";
  p.home_region = "15.71";
  p.minutes = {20, 65535};
  p.competences = {{1, 3}};
  p.locked_by = {"R03"};
  p.least_tenure = 36;
  p.kept = {{"R03", "Masa di jabatan", "Time in post"}};
  return p;
}

ImportOutcome outcome() {
  ImportOutcome o;
  o.faults = {fault()};
  o.warnings = 1;
  o.may_be_stored = true;
  o.draft = "d1";
  o.files = {{"pegawai.csv", 3, 2, 0, 0, 1}};
  o.records = {{"unit.csv", "U1", "Dinas", ImportChange::changed}};
  return o;
}

NeedsBoard needs() {
  NeedsBoard b;
  b.reference_date = b.newest_assessment = "2026-06-30";
  b.units = {{"U1", "Dinas", -1, true, 9, 4, 4, std::int64_t{350}, few}};
  b.total = b.units[0];
  b.competences = {{"Arsip", 5, std::int64_t{3}}};
  b.performance = {std::int64_t{10}, few};
  b.with_competence = std::int64_t{12};
  b.with_rating = few;
  return b;
}

RulesBoard rules() {
  RulesBoard b;
  b.reference_date = "2026-06-30";
  b.locked = std::int64_t{40};
  b.rules = {{"R03", "tenure_months = 36\n2026-01-01\nPPK", std::int64_t{40}, few}};
  return b;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::filesystem::path to = arguments[1];
  const OwnExplanation card{{{sentence()}, {}, {}, {}},
                            PersonalPart::ready,
                            {{sentence()}, {}, {}, {}, {}},
                            {{"R03", "Masa", "Time"}}};
  const bool written =
      write(to, "profile", profile()) && write(to, "own_explanation", card) &&
      write(to, "trade_off_request", TradeOffRequest{7, 5, 1}) &&
      write(to, "trade_off_result",
            TradeOffResult{7, EngineOutcome::optimal, "", {{9000, 12, {{1, 2}}}}, false}) &&
      write(to, "import_part", ImportPart{0, 2, "pegawai.csv", "nip,nama\n"}) &&
      write(to, "import_outcome", outcome()) && write(to, "import_commit", ImportCommit{"d1"}) &&
      write(to, "needs_board", needs()) && write(to, "rules_board", rules()) &&
      write(to, "check_file", CheckFile{"data.xlsx", "PK\x03\x04\xff"}) &&
      write(to, "check_request", CheckRequest{7, "2026-06-30"}) &&
      write(to, "checked_text", CheckedText{7, "pegawai.csv", "data.xlsx/pegawai", "nip\n"}) &&
      write(to, "check_result",
            CheckResult{7, 0, 1, true, {fault()}, {{"pegawai.csv", 9, 1, 0, 1, false}}}) &&
      write(to, "correction", Correction{{}, 1, 0b1000010010, "S2"}) &&
      write(to, "own_correction", OwnCorrection{2, 1, "S2", "2026-11-24", "2026-11-25"});
  if (!written) std::fprintf(stderr, "wire_seeds: a seed does not come back or cannot be written\n");
  return written ? 0 : 1;
}

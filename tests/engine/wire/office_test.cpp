#include "engine/wire/office.hpp"

#include <catch2/catch_test_macros.hpp>
#include <span>
#include <string>

#include "engine/base/sha256.hpp"

using namespace rembuk;
using namespace rembuk::wire;

namespace {

ImportOutcome an_outcome() {
  ImportOutcome o;
  o.faults = {{"pegawai.csv", 12, "nip", "nip_length", false, "NIP", "NIP"}};
  o.errors = 1;
  o.warnings = 2;
  o.may_be_stored = true;
  o.draft = "ab12";
  o.files = {{"pegawai.csv", 10, 11, 2, 3, 1}};
  o.records = {{"pegawai.csv", "198502282010012002", "Siti", ImportChange::gone}};
  o.answers_kept = 4;
  return o;
}
NeedsBoard a_board() {
  NeedsBoard b;
  b.reference_date = "2026-06-30";
  b.units = {{"JB.D", "Dinas", 0, true, 10, 8, 7, std::int64_t{650}, Withheld::few_people}};
  b.competences = {{"Teknis", 5, Withheld::few_people}};
  b.performance = {std::int64_t{40}, Withheld::few_people};
  return b;
}
RulesBoard the_rules() {
  RulesBoard r;
  r.reference_date = "2026-06-30";
  r.rules = {{"R03", "tenure_months = 24", std::int64_t{120}, Withheld::not_applicable}};
  return r;
}

}  // namespace

TEST_CASE("the office's messages come back as they went", "[wire]") {
  const auto outcome = decode<ImportOutcome>(encode(an_outcome()));
  REQUIRE(outcome);
  CHECK(outcome->records.at(0).name == "Siti");
  CHECK(outcome->files.at(0).gone == 1);
  CHECK(outcome->may_be_stored);
  const auto board = decode<NeedsBoard>(encode(a_board()));
  REQUIRE(board);
  CHECK(board->units.at(0).agency);
  CHECK_FALSE(published(board->units.at(0).retiring));
  const auto rules = decode<RulesBoard>(encode(the_rules()));
  REQUIRE(rules);
  CHECK(rules->rules.at(0).parameter == "tenure_months = 24");
}

TEST_CASE("an office frame keeps its bytes natively and in the browser", "[wire]") {
  // Golden digests of message version 1.
  CHECK(hex(sha256(encode(ImportPart{1, 3, "unit.csv", "a"}))) ==
        "638e0e7364e15c39fbf2f1a9c1bd5696dfa5e0eabd7a05c7e90542bf0044274e");
  CHECK(hex(sha256(encode(an_outcome()))) ==
        "d8dca19a55168afac9509cab8f86845be42b650852f9b1031f873fa0d9289e5a");
  CHECK(hex(sha256(encode(ImportCommit{"ab12"}))) ==
        "a65d913eca90312c272b6812b88f0258905725413982a6da30ae54d32cb8d4f3");
  CHECK(hex(sha256(encode(a_board()))) ==
        "c799cfc3bed3979466717e4b86517b4fc421238bcb5f46ee92d0a7854fc00814");
  CHECK(hex(sha256(encode(the_rules()))) ==
        "bdfb6cdec15438fa35f40b7931619d0f0d6fa95d4cb5cd3085ad72385fdb349c");
}

TEST_CASE("an office frame cut anywhere is refused", "[wire]") {
  const Bytes frame = encode(a_board());
  for (std::size_t size = 0; size < frame.size(); ++size)
    REQUIRE_FALSE(decode<NeedsBoard>(std::span(frame).first(size)));
}

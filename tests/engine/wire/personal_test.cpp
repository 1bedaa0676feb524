#include "engine/wire/personal.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>

#include "engine/base/sha256.hpp"

using namespace rembuk;
using namespace rembuk::wire;

namespace {

OwnResult a_result() {
  return {"2026-12-01",
          true,
          {"J-001", "Analis", "Biro Umum", "Sekretariat Daerah", 7, 20, 8000},
          {"J-002", "Analis", "Cabang Dinas Bungo", "Dinas Pendidikan", 8, 300, 10000}};
}
AnonymousText a_text() {
  AnonymousText text;
  text.key.fill(7);
  text.slip = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  text.text = "Jarak – terlalu jauh.";
  return text;
}

OwnExplanation an_explanation() {
  OwnExplanation card;
  card.facts.change = {{"class_rises", "jabatan.kelas_jabatan", "Kelas naik.", "The class rises."}};
  card.facts.next = {{"next_decision", "rencana.nip", "Ini usulan.", "This is a proposal."}};
  card.part = PersonalPart::ready;
  card.personal.differ = {{"differ_none", "R03", "Tidak ada.", "There is none."}};
  card.bases = {{"R03", "Dua tahun.", "Two years."}};
  return card;
}

Correction a_correction() {
  Correction report;
  report.key.fill(9);
  report.based_on = 1;
  report.facts = 0b100001;
  report.text = "Pendidikan saya S2.";
  return report;
}

template <class T>
std::string digest(const T& message) {
  return hex(sha256(encode(message)));
}

}  // namespace

TEST_CASE("one person's result comes back as it was sent", "[wire]") {
  const auto received = decode<OwnResult>(encode(a_result()));
  REQUIRE(received);
  CHECK(received->moves);
  CHECK(received->published == "2026-12-01");
  CHECK(received->now.minutes == 20);
  CHECK(received->proposed.unit == "Cabang Dinas Bungo");
  CHECK(received->proposed.competence == 10000);
}

TEST_CASE("a text of four thousand characters of any script fits its frame, a longer one does not",
          "[wire]") {
  AnonymousText text = a_text();
  text.text.clear();
  for (std::size_t i = 0; i < anonymous_text_most; ++i) text.text += "😀";
  const auto received = decode<AnonymousText>(encode(text));
  REQUIRE(received);
  CHECK(received->text == text.text);
  text.text += "a";
  CHECK_FALSE(decode<AnonymousText>(encode(text)));
}

TEST_CASE("a card comes back as it was sent, its personal part apart from the facts", "[wire]") {
  const auto received = decode<OwnExplanation>(encode(an_explanation()));
  REQUIRE(received);
  CHECK(received->part == PersonalPart::ready);
  REQUIRE(received->facts.change.size() == 1);
  CHECK(received->facts.change[0].english == "The class rises.");
  CHECK(received->personal.differ[0].basis == "R03");
  CHECK(received->bases[0].indonesian == "Dua tahun.");
  auto longer = an_explanation();
  longer.facts.next[0].english.assign(card_text_most + 1, 'a');
  CHECK_FALSE(decode<OwnExplanation>(encode(longer)));
}

TEST_CASE("a report of wrong data comes back as it was sent, with known facts only", "[wire]") {
  const auto received = decode<Correction>(encode(a_correction()));
  REQUIRE(received);
  CHECK(received->key == a_correction().key);
  CHECK(received->based_on == 1);
  CHECK(has(received->facts, Fact::name));
  CHECK(has(received->facts, Fact::education));
  CHECK_FALSE(has(received->facts, Fact::post));
  CHECK(received->text == "Pendidikan saya S2.");
  auto unknown = a_correction();
  unknown.facts = 1U << fact_count;
  CHECK_FALSE(decode<Correction>(encode(unknown)));
  const OwnCorrection own{2, 1, "S2", "2026-11-24", "2026-11-25"};
  const auto told = decode<OwnCorrection>(encode(own));
  REQUIRE(told);
  CHECK(told->version == 2);
  CHECK(told->received_on == "2026-11-24");
  CHECK(told->handled_on == "2026-11-25");
}

TEST_CASE("a report of five hundred characters of any script fits its frame, a longer one does not",
          "[wire]") {
  auto report = a_correction();
  report.text.clear();
  for (std::size_t i = 0; i < correction_text_most; ++i) report.text += "😀";
  CHECK(decode<Correction>(encode(report)));
  CHECK(decode<OwnCorrection>(encode(OwnCorrection{1, 1, report.text, "2026-11-24", "2026-11-25"})));
  report.text += "a";
  CHECK_FALSE(decode<Correction>(encode(report)));
  report.text.assign(100 << 10, 'a');
  CHECK_FALSE(decode<Correction>(encode(report)));
}

TEST_CASE("personal messages keep their bytes natively and in the browser", "[wire]") {
  // Golden digests of message version 1: a change here breaks open browsers.
  CHECK(digest(PinSignIn{"ABCD", "2580"}) ==
        "c248af749c693441838fdbef99f916ef0c239e57d9d5c907782e7b42a456b5af");
  CHECK(digest(PinChoice{"2580"}) ==
        "e36f548a9118adc1bee95853089e9a6116150cd8e441f43e4abed68c21e6446a");
  CHECK(digest(CodeFacts{true, false}) ==
        "c09a4eb8169266a441a66a001a7cae8ee1ac42b7e9d1f9e2236b760a46ed1db2");
  CHECK(digest(UnitNames{{"Budi Santoso", "Siti Aminah"}}) ==
        "752c536f3d3c21989d6d30841745de996c18e2679aa3f59bf09288df66cd7d04");
  CHECK(digest(a_text()) == "7306176c8fff9d9ebb5c099d221e1971718ced3a94e642e8ad62b72deb3a17d4");
  CHECK(digest(a_result()) == "73b91f241bb15bf8f65c0b179a54859536d89a6d4a776f1cef6ba1961825d4c0");
  CHECK(digest(an_explanation()) == "807506aebb1ef27a2baa04e02ceb41a1fce3f4520c1a9984af5bdb2932dcc1aa");
  CHECK(digest(a_correction()) ==
        "0e5e2cc881703858547e1e2235132f3d119d177d9ea890dbc6c383511f397b17");
  CHECK(digest(OwnCorrection{2, 33, "S2", "2026-11-24", ""}) ==
        "0b522df9e869ac19792d5204b398226f0b89d60a01002d03196cdec5fd1e18e8");
  CHECK(digest(Wished{7, {{3, 10}, {12, 120}}}) ==
        "7395bc770730487b387a3a196cef8a64faeb8eaea036934f1b74a047259a2fe7");
}

TEST_CASE("a personal frame cut anywhere is refused", "[wire]") {
  const Bytes frame = encode(a_result());
  for (std::size_t size = 0; size < frame.size(); ++size)
    REQUIRE_FALSE(decode<OwnResult>(std::span(frame).first(size)));
  const Bytes card = encode(an_explanation());
  for (std::size_t size = 0; size < card.size(); ++size)
    REQUIRE_FALSE(decode<OwnExplanation>(std::span(card).first(size)));
  const Bytes report = encode(a_correction());
  for (std::size_t size = 0; size < report.size(); ++size)
    REQUIRE_FALSE(decode<Correction>(std::span(report).first(size)));
}

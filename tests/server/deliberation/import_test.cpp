#include <catch2/catch_test_macros.hpp>
#include <map>

#include "engine/wire/office.hpp"
#include "tests/server/deliberation/hall.hpp"

/// A new data set before the consultation opens, and the office's boards.
namespace rembuk::server {
namespace {

/// A hall whose service lives as long as itself, as the server's does.
struct Office : Hall {
  Office() : Hall(200) { begin(); }
  void begin() {
    service_.reset();
    open();
    service_.emplace(service());
  }
  Response ask(Method method, const std::string& path, const std::string& session,
               wire::Bytes body = {}) {
    Request request{method, path, session, "http://hall", "", "", std::move(body)};
    std::promise<Response> promise;
    answer(*service_, request, [&](Response response) { promise.set_value(std::move(response)); });
    return promise.get_future().get();
  }
  Consultation loaded() const { return deliberation->consultation(); }
  std::optional<Service> service_;
};

/// Sends all files of `c` as the page does; the last answer.
Response send(Office& hall, const std::string& session, const Consultation& c) {
  const auto files = files::export_files(c);
  std::uint32_t part = 0;
  Response last;
  for (const auto& [name, text] : files) {
    last = hall.ask(Method::post, "/api/v1/import/parts", session,
                    wire::encode(wire::ImportPart{part++, static_cast<std::uint32_t>(files.size()),
                                                  name, text}));
    if (part < files.size()) REQUIRE(last.status == 204);
  }
  return last;
}

Consultation without(Consultation c, std::size_t k) {
  const EmployeeId who{k};
  std::erase_if(c.skills, [&](const Skill& s) { return s.employee == who; });
  for (auto& skill : c.skills)
    if (skill.employee > who) skill.employee = EmployeeId{skill.employee.index() - 1};
  c.employees.erase(c.employees.begin() + static_cast<std::ptrdiff_t>(k));
  return c;
}

}  // namespace

TEST_CASE("an opened consultation keeps its data set: the difference is shown, the commit refused",
          "[import]") {
  Office hall;
  const auto planner = hall.enter(Holder::planner);
  const auto outcome = frame<wire::ImportOutcome>(send(hall, planner, without(hall.loaded(), 0)));
  CHECK(outcome.errors == 0);
  CHECK_FALSE(outcome.may_be_stored);
  CHECK(problem(hall.ask(Method::post, "/api/v1/import", planner,
                         wire::encode(wire::ImportCommit{outcome.draft}))) ==
        "consultation_opened");
  CHECK(hall.store.consultation_files().value() == files::export_files(hall.loaded()));
}

TEST_CASE("rule parameters of aturan.csv come with a data set, are logged and shown, and hold",
          "[import]") {
  Office hall;
  const auto planner = hall.enter(Holder::planner);
  REQUIRE(hall.store.set_value("state", "0"));
  hall.begin();
  const auto locked = [&] {
    return frame<wire::RulesBoard>(hall.ask(Method::get, "/api/v1/rules", planner));
  };
  const auto of = [](const wire::RulesBoard& board, std::string_view rule) {
    return *std::ranges::find(board.rules, rule, &wire::RuleFigures::rule);
  };
  const auto before = of(locked(), "R03");
  CHECK(before.parameter == "tenure_months = 24");
  Consultation next = hall.loaded();
  next.rule_rows = {{0, 0, next.settings.reference_date, "Keputusan PPK 1/2026", ""}};
  const auto outcome = frame<wire::ImportOutcome>(send(hall, planner, next));
  REQUIRE(outcome.errors == 0);
  CHECK(outcome.settings_changed);
  REQUIRE(hall.ask(Method::post, "/api/v1/import", planner,
                   wire::encode(wire::ImportCommit{outcome.draft}))
              .status == 200);
  const auto log = hall.store.access_of(consultation_record).value();
  const auto entry = std::ranges::find_if(
      log, [](const StoredAccess& one) { return one.what.starts_with("rule "); });
  REQUIRE(entry != log.end());
  CHECK(entry->what == "rule tenure_months: 24 -> 0 (" + iso(next.settings.reference_date) +
                           ", Keputusan PPK 1/2026)");
  CHECK(entry->who == "planner");
  hall.begin();
  const auto after = of(locked(), "R03");
  CHECK(after.parameter.starts_with("tenure_months = 0\n"));
  CHECK(after.locked == Cell(std::int64_t{0}));
  // A person whom 480 months keep in place reads that, and no other number.
  next.rule_rows[0].value = 480;
  const auto again = frame<wire::ImportOutcome>(send(hall, planner, next));
  REQUIRE(again.errors == 0);
  REQUIRE(hall.ask(Method::post, "/api/v1/import", planner,
                   wire::encode(wire::ImportCommit{again.draft}))
              .status == 200);
  hall.begin();
  const auto own =
      frame<wire::Profile>(hall.ask(Method::get, "/api/v1/me/profile", hall.employee(5)));
  CHECK(own.least_tenure == 480);
  const auto kept = std::ranges::find(own.kept, "R03", &wire::KeptBy::rule);
  REQUIRE(kept != own.kept.end());
  CHECK(kept->text_id ==
        "Masa di jabatan kurang dari 480 bulan (PP 11/2017 Pasal 190; Keputusan PPK 1/2026).");
  CHECK(kept->text_en.starts_with("Less than 480 months in the position (PP 11/2017"));
}

TEST_CASE("a data set is replaced before opening; answers stay with their nip, also of who is gone",
          "[import]") {
  Office hall;
  const auto planner = hall.enter(Holder::planner);
  const std::string gone = hall.nip(0), stays = hall.nip(5);
  REQUIRE(hall.say(hall.employee(0), 1).status == 200);
  REQUIRE(hall.say(hall.employee(5), 2, 0, 2).status == 200);
  REQUIRE(hall.store.set_value("state", "0"));
  hall.begin();
  Consultation next = without(hall.loaded(), 0);
  next.units[1].name += " Baru";
  const auto outcome = frame<wire::ImportOutcome>(send(hall, planner, next));
  REQUIRE(outcome.may_be_stored);
  CHECK(outcome.answers_kept == 1);
  CHECK(outcome.answers_gone == 1);
  std::map<std::string, wire::ImportChange> records;
  for (const auto& record : outcome.records) records[record.code] = record.change;
  CHECK(records.at(gone) == wire::ImportChange::gone);
  CHECK(records.at(next.units[1].code) == wire::ImportChange::changed);
  CHECK_FALSE(hall.service_->office->replaced());
  const auto stored = hall.ask(Method::post, "/api/v1/import", planner,
                               wire::encode(wire::ImportCommit{outcome.draft}));
  REQUIRE(stored.status == 200);
  CHECK(frame<wire::ImportOutcome>(stored).stored);
  CHECK(hall.service_->office->replaced());  // the server begins anew
  hall.begin();
  CHECK_FALSE(hall.deliberation->employee(gone));
  const auto who = hall.deliberation->employee(stays);
  REQUIRE(who);
  CHECK(hall.deliberation->own_answer(*who).value().answer.stance == 2);
  CHECK(hall.store.current_answer(gone).value());
}

TEST_CASE("answers of new files never replace what a person has said", "[import]") {
  Office hall;
  const auto planner = hall.enter(Holder::planner);
  REQUIRE(hall.say(hall.employee(5), 2, 0, 2).status == 200);
  REQUIRE(hall.store.set_value("state", "0"));
  hall.begin();
  Consultation next = hall.loaded();
  next.aspirations = {{EmployeeId{5}, Stance::stay, {}, {}, {}},
                      {EmployeeId{6}, Stance::stay, {}, {}, {}}};
  const auto outcome = frame<wire::ImportOutcome>(send(hall, planner, next));
  CHECK(outcome.answers_passed == 1);
  CHECK(outcome.answers_fresh == 1);
  REQUIRE(hall.ask(Method::post, "/api/v1/import", planner,
                   wire::encode(wire::ImportCommit{outcome.draft}))
              .status == 200);
  hall.begin();
  CHECK(hall.deliberation->own_answer(EmployeeId{5}).value().answer.stance == 2);
  CHECK(hall.deliberation->own_answer(EmployeeId{6}).value().answer.stance == 0);
  for (const auto& [name, text] : hall.store.consultation_files().value())
    if (name == "aspirasi.csv")
      CHECK(text.find(hall.nip(6)) == std::string::npos);  // kept in one place
}

TEST_CASE("a faulty data set stores nothing and tells every fault", "[import]") {
  Office hall;
  REQUIRE(hall.store.set_value("state", "0"));
  hall.begin();
  const auto planner = hall.enter(Holder::planner);
  const auto before = hall.store.consultation_files().value();
  const auto last =
      hall.ask(Method::post, "/api/v1/import/parts", planner,
               wire::encode(wire::ImportPart{0, 1, "unit.csv", "unit_kode,alamat\n"}));
  const auto outcome = frame<wire::ImportOutcome>(last);
  CHECK(outcome.errors >= 9);  // eight files are missing, and a forbidden column
  CHECK(outcome.draft.empty());
  CHECK(hall.store.consultation_files().value() == before);
}

TEST_CASE(
    "pieces out of order, of other files or too many bytes are refused, and the draft is gone",
    "[import]") {
  Office hall;
  const auto planner = hall.enter(Holder::planner);
  const auto put = [&](std::uint32_t part, const std::string& file, std::string text) {
    return problem(hall.ask(Method::post, "/api/v1/import/parts", planner,
                            wire::encode(wire::ImportPart{part, 100, file, std::move(text)})));
  };
  CHECK(put(1, "unit.csv", "a") == "import_out_of_order");
  CHECK(put(0, "unit.csv", "a").empty());
  CHECK(put(2, "unit.csv", "a") == "import_out_of_order");
  CHECK(put(1, "unit.csv", "a") == "import_out_of_order");  // nothing is left of the first piece
  CHECK(put(0, "passwd", "a") == "import_file_unknown");
  const std::string piece(7 << 20, 'a');
  std::string answer;
  for (std::uint32_t part = 0; part < 20 && answer.empty(); ++part)
    answer = put(part, "unit.csv", piece);
  CHECK(answer == "import_too_large");
  CHECK(problem(hall.ask(Method::post, "/api/v1/import", planner,
                         wire::encode(wire::ImportCommit{""}))) == "import_unknown");
}

TEST_CASE("a check that is older than half an hour or another one's is not committed", "[import]") {
  Office hall;
  REQUIRE(hall.store.set_value("state", "0"));
  hall.begin();
  const auto planner = hall.enter(Holder::planner);
  const auto outcome = frame<wire::ImportOutcome>(send(hall, planner, hall.loaded()));
  CHECK(problem(hall.ask(Method::post, "/api/v1/import", planner,
                         wire::encode(wire::ImportCommit{"other"}))) == "import_unknown");
  hall.now += 31 * 60;
  CHECK(problem(hall.ask(Method::post, "/api/v1/import", planner,
                         wire::encode(wire::ImportCommit{outcome.draft}))) == "import_unknown");
}

TEST_CASE(
    "a leader's boards hold heads of units and groups above the threshold, nothing of the rules' "
    "effects",
    "[import]") {
  Office hall;
  const auto board = frame<wire::NeedsBoard>(
      hall.ask(Method::get, "/api/v1/needs", hall.enter(Holder::facilitator)));
  const auto planners =
      frame<wire::NeedsBoard>(hall.ask(Method::get, "/api/v1/needs", hall.enter(Holder::planner)));
  REQUIRE(board.units.size() == planners.units.size());
  for (std::size_t u = 0; u < board.units.size(); ++u) {
    CHECK(board.units[u].filled == planners.units[u].filled);
    CHECK_FALSE(published(board.units[u].competence));
    CHECK_FALSE(published(board.units[u].retiring));
    CHECK(published(planners.units[u].competence));
  }
  for (const auto& cell : board.performance)
    if (const auto* people = std::get_if<std::int64_t>(&cell)) CHECK(*people >= 10);
  CHECK(board.performance == planners.performance);
  for (const auto& one : board.competences)
    if (const auto* met = std::get_if<std::int64_t>(&one.met)) CHECK(*met >= 10);
  const auto rules = frame<wire::RulesBoard>(
      hall.ask(Method::get, "/api/v1/rules", hall.enter(Holder::facilitator)));
  for (const auto& rule : rules.rules) {
    CHECK_FALSE(published(rule.locked));
    CHECK_FALSE(published(rule.refused));
  }
  CHECK(problem(hall.ask(Method::get, "/api/v1/needs", hall.employee(0))) == "not_allowed");
}

}  // namespace rembuk::server

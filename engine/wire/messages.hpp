#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/aggregation/cell.hpp"

/// The messages between browser and server. Plain values; `codec.hpp` turns them into frames.
/// A field keeps its place for ever: a changed message gets a new version, never a new meaning.
namespace rembuk::wire {

using Bytes = std::vector<std::uint8_t>;

enum class Role : std::uint8_t { employee, facilitator, planner };

using rembuk::Cell;
using rembuk::Withheld;

/// Sign-in by code. The code is in the body, never in an address.
struct SignIn {
  std::string code;  ///< base32, spaces and hyphens ignored
};

enum class ConsultationState : std::uint8_t { prepare, open, closed, published, archived };

/// What everybody may know of the consultation.
struct ConsultationFacts {
  std::string title;           ///< e.g. "Pemerintah Provinsi Jambi"
  std::string reference_date;  ///< YYYY-MM-DD
  std::string closes;          ///< YYYY-MM-DD, empty: no closing time
  ConsultationState state = ConsultationState::open;
  std::uint32_t threshold = 10;
  std::uint32_t employees = 0;
};

/// Answer to a sign-in and to "who am I".
struct Session {
  Role role = Role::employee;
  std::string display_name;
  ConsultationFacts consultation;
};

/// What went wrong, for the reader's language to say. Codes: kind `problem` of the table of codes.
struct Problem {
  std::string code;                 ///< e.g. "code_unknown", "consultation_closed"
  std::vector<std::string> values;  ///< for the placeholders {0}, {1}, … of the text
};

struct HeldCompetence {
  std::uint16_t competence = 0;  ///< index into Catalogue::competences
  std::uint8_t level = 0;
};

/// One row of "who opened my record": sign-ins, re-issued codes, downloads.
struct AccessEntry {
  std::string at;    ///< YYYY-MM-DDTHH:MM (UTC)
  std::string what;  ///< code: "sign_in", "code_issued", "answer_saved", "answer_withdrawn", …
  std::string who;   ///< code of a role: "self", "planner", "system"
};

/// A rule that keeps a person in place, as they are told it.
struct KeptBy {
  std::string rule;  ///< "R03"
  std::string text_id, text_en;
};

/// The employee's own data, for them alone.
struct Profile {
  std::string nip, name;
  std::string post_code, post_name, unit_name, agency_name;
  std::string golongan, education, status;
  std::uint8_t job_class = 0;
  std::int32_t tenure_months = 0;
  std::string home_region;             ///< region code
  std::vector<std::uint16_t> minutes;  ///< from home, by region of the catalogue; 65535: unknown
  std::vector<HeldCompetence> competences;  ///< by competence
  std::vector<std::string> locked_by;       ///< rules ("R03") that keep this person in place now
  bool cohort_warning = false;              ///< may fall under the ten-year rule (R12)
  // From version 2 on:
  std::int32_t least_tenure = 24;  ///< months in the post before a transfer (R03)
  std::vector<KeptBy> kept;        ///< `locked_by` in words
};

struct RegionEntry {
  std::string code, name;
};
struct UnitEntry {
  std::string code, name;
  std::int32_t parent = -1;  ///< index into units
  std::uint8_t region = 0;   ///< index into regions
  std::uint8_t remoteness = 0;
  std::uint16_t workload = 10000;  ///< v_workload, points
};
struct NeededCompetence {
  std::uint16_t competence = 0;
  std::uint8_t level = 1;
};
struct PostEntry {
  std::string code, name;
  std::uint16_t unit = 0;  ///< index into units
  std::uint8_t kind = 0;   ///< 0 struktural, 1 pelaksana, 2 fungsional
  std::uint8_t job_class = 1;
  std::uint16_t need = 0, heads = 0;
  std::uint16_t wished_at_least = 0;  ///< people who wish for it, in steps of ten, latest release
  std::vector<NeededCompetence> needs;
};
/// Posts and units to search in. The same for everybody, public inside the consultation.
struct Catalogue {
  std::vector<RegionEntry> regions;
  std::vector<std::string> competences;  ///< names
  std::vector<UnitEntry> units;
  std::vector<PostEntry> posts;
};

struct ConcernEntry {
  std::uint8_t category = 0;   ///< 0 … 13 for K01 … K14
  std::uint8_t intensity = 1;  ///< 1 … 5
  std::string help;            ///< code of what would help, or empty
};

/// What an employee says. Not a request, not a resignation, not consent.
struct Answer {
  std::array<std::uint8_t, 16> key{};  ///< idempotency key, made by the sender once per submission
  std::uint32_t based_on = 0;          ///< version this changes; 0: none
  std::uint8_t stance = 1;             ///< 0 stay, 1 open, 2 move
  std::vector<std::string> wishes;  ///< at most five: "jabatan:KODE", "unit:KODE", "wilayah:15.xx"
  std::vector<std::uint8_t> criteria;  ///< empty, or all five, most important first
  std::int8_t career_track = -1;       ///< 0 struktural, 1 pelaksana, 2 fungsional, −1: none
  std::vector<ConcernEntry> concerns;  ///< by category, each at most once
};

/// Given only after the answer is durable.
struct Receipt {
  std::uint32_t version = 0;
  std::string received_at;  ///< YYYY-MM-DDTHH:MM:SS (UTC)
  std::string code;         ///< short receipt code, from the answer's digest
};

/// The answer as stored now; version 0: none.
struct OwnAnswer {
  Receipt receipt;
  Answer answer;
  bool withdrawn = false;
};

enum class ScenarioKind : std::uint8_t { status_quo, loaded, generated };

/// Expected number of people, with its 80 % interval; in tenths of people.
struct ExpectedCount {
  Cell mean, low, high;
};

/// One scenario's published report. Points are hundredths of a percent.
struct Scenario {
  std::uint32_t id = 0;
  ScenarioKind kind = ScenarioKind::status_quo;
  std::string name;         ///< the planner's words; of a generated plan the units kept, or empty
  std::string policy;       ///< of a generated plan
  bool in_forum = false;    ///< facilitators may show it
  bool withheld = false;    ///< too close to a shown one: nothing but the name is given
  std::uint32_t moved = 0;  ///< people
  Cell mean, median, worst_tenth, mean_moved;  ///< satisfaction, points
  Cell gini;                                   ///< thousandths
  Cell better, equal, worse;                   ///< movers against staying, people
  Cell wish_first, wish_top3, wish_any;        ///< movers, people
  std::uint32_t asked = 0;                     ///< movers
  ExpectedCount accept, conditional, object;
  Cell nonrespondents;                              ///< movers who did not answer, people
  Cell accept_if_none, accept_if_all;               ///< tenths of people
  Cell accept_if_half_odds, accept_if_double_odds;  ///< tenths of people
  std::vector<Cell> concerns;                       ///< people, K01 … K14
  std::int64_t heads_needed = 0, heads_covered_before = 0, heads_covered_after = 0;
  std::int64_t competence_covered_before = 0,
               competence_covered_after = 0;  ///< hundredths of heads
  std::uint32_t violations = 0;               ///< people whom the plan moves against a hard rule
  // From version 2 of a release on:
  /// Change of `mean` from the present, points: by the five criteria, then by wish and stance.
  /// Empty where the sender did not know of it.
  std::vector<Cell> causes;
  std::uint16_t cause_step = 10;  ///< points, to which they are rounded
  /// Told to the planner: in the forum it is withheld, as it is too close to one that leaders have
  /// seen.
  bool forum_withheld = false;
};

/// What leaders see: made when at least `threshold` people have answered anew, never between.
struct Release {
  std::uint32_t number = 0;
  std::string made_at;  ///< YYYY-MM-DD
  std::uint32_t employees = 0;
  Cell answered;  ///< people
  ConsultationFacts consultation;
  std::vector<Scenario> scenarios;
};

/// A rencana.csv that the planner loads.
struct PlanUpload {
  std::string name;
  std::string text;
};
struct FileFault {
  std::string file;
  std::uint32_t row = 0;
  std::string column, code;
  bool warning = false;
  std::string message_id, message_en;
};
/// What became of an upload: faults and, if none is an error, the scenario's id.
struct PlanOutcome {
  std::vector<FileFault> faults;
  std::uint32_t errors = 0, warnings = 0;
  std::uint32_t scenario = 0;
};

/// A plan to be looked for. Version 2 added the weight and the kept units.
struct GenerateRequest {
  std::string policy;  ///< a named policy, or "need-weight"
  std::uint64_t seed = 1;
  std::int8_t need_weight = -1;   ///< importance of need against wishes, 0, 10, … 100; −1: none
  std::vector<std::string> kept;  ///< codes of units whose people stay, those of units below too
};
/// As policy of a request: the weight decides. In names of policies its number follows: "-30".
inline constexpr const char* need_weight_policy = "need-weight";
enum class JobPhase : std::uint8_t { waiting, running, done, failed, cancelled };
struct Job {
  std::uint32_t id = 0;
  JobPhase phase = JobPhase::waiting;
  std::uint16_t permille = 0;
  std::uint32_t scenario = 0;  ///< when done
  std::string problem;         ///< code, when failed
};
/// The planner shows a scenario in the forum, or takes it out again.
struct ScenarioChange {
  std::uint32_t id = 0;
  bool in_forum = false;
};

}  // namespace rembuk::wire

#pragma once
#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/sha256.hpp"

namespace rembuk::server {

using Key = std::array<std::uint8_t, 16>;  ///< idempotency key of one submission

/// One submission of one person, as it is to be kept.
struct AnswerWrite {
  Key key{};
  std::string nip;
  std::uint32_t based_on = 0;          ///< version that it changes
  std::vector<std::uint8_t> content;   ///< canonical frame; empty: withdrawn
  std::string received_at;             ///< UTC, to the second
  std::string digest;                  ///< of salt and content, for the receipt
  std::string access;                  ///< kept in the person's record with the same commit; empty: nothing is
  bool only_repeat = false;            ///< no answers are taken any more, but a repeat is still acknowledged
};

/// The answer that counts now. Earlier ones have lost their content.
struct StoredAnswer {
  std::string nip;
  std::uint32_t version = 0;
  std::vector<std::uint8_t> content;  ///< empty: withdrawn
  std::string received_at, digest;
  std::int64_t sequence = 0;          ///< grows with every write

  friend bool operator==(const StoredAnswer&, const StoredAnswer&) = default;
};

/// Kept: the version it became. `repeated` if the same key was kept before. Errors: conflict if
/// `based_on` is not the newest version, forbidden if only a repeat was allowed and it is none.
struct Kept {
  StoredAnswer answer;
  bool repeated = false;
};
using AnswerResult = std::expected<Kept, Error>;

/// As `nip` of an access: it concerns all employees.
inline const std::string everybody;

enum class Holder : std::uint8_t { employee, facilitator, planner };

struct StoredCode {
  Holder holder = Holder::employee;
  std::string nip;  ///< of an employee
  std::int64_t expires = 0;  ///< seconds since 1970
  bool revoked = false;
};

/// A code to be given to somebody.
struct NewCode {
  Digest hash{};
  StoredCode code;
  std::string at, issuer;  ///< for the person's record
};
enum class Issue : std::uint8_t {
  replace,  ///< by the office: whoever holds the new code sees nothing of before
  renew     ///< by the demo's start: the same person goes on, with the same PIN
};

/// What protects one person's answer besides the code. Absent: nothing was set.
struct StoredCredential {
  std::uint32_t hidden_up_to = 0;  ///< version; what was said up to it is not shown any more
  std::string pin;                 ///< argon2id, empty: none
  std::uint32_t wrong = 0;         ///< PINs tried in vain since the last right one
  friend bool operator==(const StoredCredential&, const StoredCredential&) = default;
};

/// A text from nobody. Its key is random, so its place among others tells nothing.
struct StoredText {
  Key key{};
  std::string hour;  ///< YYYY-MM-DDTHH
  std::string text;
  std::uint32_t batch = 0;  ///< in which it was handed to the moderator, 0: not yet
};

/// One report of wrong data, as it is to be kept in the place of the person's earlier one.
struct CorrectionWrite {
  Key key{};
  std::string nip;
  std::uint32_t based_on = 0;  ///< version that it changes
  std::uint16_t facts = 0;     ///< wire::Facts; none: taken back
  std::string text;
  std::string at;   ///< UTC, to the minute, for the person's record
  std::string day;  ///< in Jambi, for the report
};
/// What the person's record says of it.
[[nodiscard]] inline const char* correction_event(const CorrectionWrite& c) {
  return c.facts == 0 ? "correction_withdrawn" : "correction_sent";
}
struct StoredCorrection {
  std::int64_t id = 0;  ///< of this version alone
  std::string nip;
  Key key{};
  std::uint32_t version = 0;
  std::uint16_t facts = 0;  ///< none: it was taken back
  std::string text, day;
  std::string handled;  ///< day, empty: not yet
  bool hidden = false;  ///< from before a re-issued code: its holder does not see it
  friend bool operator==(const StoredCorrection&, const StoredCorrection&) = default;
};

struct StoredSession {
  Holder holder = Holder::employee;
  std::string nip;
  std::int64_t created = 0, used = 0;  ///< seconds since 1970
};

struct StoredAccess {
  std::string at, what, who;
  friend bool operator==(const StoredAccess&, const StoredAccess&) = default;
};

struct StoredScenario {
  std::uint32_t id = 0;
  std::uint8_t kind = 0;  ///< wire::ScenarioKind
  std::string name, policy, plan;  ///< plan: text of rencana.csv
  bool in_forum = false;
};

using NamedFiles = std::vector<std::pair<std::string, std::string>>;
using NamedValues = std::vector<std::pair<std::string, std::string>>;

/// Everything that a consultation begins with.
struct StoredImport {
  NamedFiles files;
  std::vector<AnswerWrite> answers;  ///< become version 1
  std::optional<StoredScenario> scenario;
  NamedValues values;
  std::vector<StoredAccess> changes = {};  ///< of rule parameters, in the record "consultation"
};

/// A data set that takes the place of the one that is there; answers, codes and plans stay.
struct StoredReplacement {
  NamedFiles files;
  std::vector<AnswerWrite> answers;  ///< of people who have none
  std::vector<std::uint32_t> removed_scenarios;
  NamedValues values;
  StoredAccess entry;                 ///< in the consultation's record
  std::vector<StoredAccess> changes = {};  ///< of rule parameters, in the record "consultation"
};

/// Everything that lasts, in the words of the domain. Every function is safe to call from any
/// thread; what it returned is durable. Errors: unavailable if the disk refuses.
class Store {
 public:
  virtual ~Store() = default;

  /// The files of the consultation, canonical; none before the first import.
  [[nodiscard]] virtual std::expected<NamedFiles, Error> consultation_files() = 0;
  /// One transaction: all or nothing. Errors: conflict if there is a consultation already or two
  /// answers are of the same person.
  [[nodiscard]] virtual std::expected<void, Error> import(const StoredImport& import) = 0;
  /// One transaction: all or nothing. Errors: forbidden unless the consultation is being prepared,
  /// conflict if a person of `answers` has answered.
  [[nodiscard]] virtual std::expected<void, Error> replace(const StoredReplacement& next) = 0;

  /// One transaction for the whole batch; a result for each, in order.
  [[nodiscard]] virtual std::expected<std::vector<AnswerResult>, Error> append(
      const std::vector<AnswerWrite>& batch) = 0;
  [[nodiscard]] virtual std::expected<std::vector<StoredAnswer>, Error> current_answers() = 0;
  [[nodiscard]] virtual std::expected<std::optional<StoredAnswer>, Error> current_answer(const std::string& nip) = 0;

  /// Codes and sessions are known by their SHA-256 only. A new code revokes earlier ones of the
  /// same person. `replace` also ends the person's sessions and PIN and hides answer and report, unless
  /// the code is the person's first. One transaction, an employee's record included.
  [[nodiscard]] virtual std::expected<void, Error> issue_codes(const std::vector<NewCode>& codes, Issue how) = 0;
  [[nodiscard]] virtual std::expected<std::optional<StoredCode>, Error> code(const Digest& hash) = 0;
  [[nodiscard]] virtual std::expected<void, Error> add_session(const Digest& hash, const StoredSession& session) = 0;
  [[nodiscard]] virtual std::expected<std::optional<StoredSession>, Error> session(const Digest& hash) = 0;
  [[nodiscard]] virtual std::expected<void, Error> use_session(const Digest& hash, std::int64_t now) = 0;
  [[nodiscard]] virtual std::expected<void, Error> remove_session(const Digest& hash) = 0;

  /// `nip` empty (`everybody`): stands in everybody's record.
  [[nodiscard]] virtual std::expected<StoredCredential, Error> credential(const std::string& nip) = 0;
  /// Errors: conflict if there is a PIN already.
  [[nodiscard]] virtual std::expected<void, Error> set_pin(const std::string& nip, const std::string& pin) = 0;
  /// Counted before a PIN is tried, so that parallel attempts gain nothing. The new count.
  [[nodiscard]] virtual std::expected<std::uint32_t, Error> count_pin_attempt(const std::string& nip) = 0;
  [[nodiscard]] virtual std::expected<void, Error> clear_pin_attempts(const std::string& nip) = 0;

  [[nodiscard]] virtual std::expected<void, Error> add_slips(const std::vector<Digest>& slips) = 0;
  /// The text and the use of its slip with one commit; a repeated key changes nothing. Errors:
  /// not_found if the slip is unknown or used.
  [[nodiscard]] virtual std::expected<void, Error> keep_text(const StoredText& text, const Digest& slip) = 0;
  /// Texts by batch and key. Those not handed out before become the next batch.
  [[nodiscard]] virtual std::expected<std::vector<StoredText>, Error> hand_out_texts() = 0;

  [[nodiscard]] virtual std::expected<void, Error> log_access(const std::string& nip, const StoredAccess& access) = 0;
  [[nodiscard]] virtual std::expected<std::vector<StoredAccess>, Error> access_of(const std::string& nip) = 0;

  /// Erases what the person reported before, with the same commit. A repeated key changes nothing.
  /// Errors: conflict if `based_on` is not the newest version.
  [[nodiscard]] virtual std::expected<StoredCorrection, Error> keep_correction(const CorrectionWrite& correction) = 0;
  [[nodiscard]] virtual std::expected<std::optional<StoredCorrection>, Error> correction(const std::string& nip) = 0;
  /// All that stand, by id; who reported sees in their record that it was read at `at`.
  [[nodiscard]] virtual std::expected<std::vector<StoredCorrection>, Error> hand_out_corrections(const std::string& at) = 0;
  /// Errors: not_found if that version does not stand any more. A second time changes nothing.
  [[nodiscard]] virtual std::expected<void, Error> mark_corrected(std::int64_t id, const std::string& at, const std::string& day) = 0;

  /// The scenario's id.
  [[nodiscard]] virtual std::expected<std::uint32_t, Error> add_scenario(const StoredScenario& scenario) = 0;
  [[nodiscard]] virtual std::expected<std::vector<StoredScenario>, Error> scenarios() = 0;
  [[nodiscard]] virtual std::expected<void, Error> show_scenario(std::uint32_t id, bool in_forum) = 0;
  [[nodiscard]] virtual std::expected<void, Error> remove_scenario(std::uint32_t id) = 0;

  /// Small named values: life-cycle state, last release and the like. Empty if never set.
  [[nodiscard]] virtual std::expected<std::string, Error> value(const std::string& name) = 0;
  [[nodiscard]] virtual std::expected<void, Error> set_value(const std::string& name, const std::string& value) = 0;
  /// All of them with one commit.
  [[nodiscard]] virtual std::expected<void, Error> set_values(const NamedValues& values) = 0;
  /// Values and an entry in a record (as `log_access`) with one commit.
  [[nodiscard]] virtual std::expected<void, Error> record_step(const NamedValues& values, const std::string& record, const StoredAccess& entry) = 0;
};

}  // namespace rembuk::server

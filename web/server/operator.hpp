#pragma once
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "web/server/identity/sign_in.hpp"
#include "web/server/store/store.hpp"

/// What the person who runs the server does from the shell, apart from serving.
namespace rembuk::server {

/// Imports a directory (nine files, konsultasi.json, rencana.csv if there) into an empty store; every
/// fault is printed. Errors: a sentence; then nothing was stored.
[[nodiscard]] std::expected<void, std::string> import_directory(Store& store, const std::filesystem::path& directory,
                                                                std::int64_t now, const Entropy& entropy);

/// Puts a directory in the place of the stored data set, before the consultation opens, and prints
/// what differs; every fault is printed. Errors: a sentence; then nothing was stored.
[[nodiscard]] std::expected<void, std::string> replace_directory(Store& store, const std::filesystem::path& directory,
                                                                 std::int64_t now, const Entropy& entropy);

struct Invitation {
  std::string nip, code;
};
/// Whom to invite: these, and `sample` people spread evenly over all.
struct InvitationRequest {
  std::vector<std::string> nips;
  std::size_t sample = 0;
  bool all = false;
};
/// New codes, a few hundred in one transaction. Works on the store alone, also beside a running server. Errors: a sentence; if a nip is
/// not in the stored pegawai.csv, nobody got a code.
[[nodiscard]] std::expected<std::vector<Invitation>, std::string> invite(Store& store, Identity& identity, const InvitationRequest& request);

/// Codes for anonymous texts, in an order that has nothing to do with the one they were made in; kept
/// nowhere but as hashes. To be printed on separate slips and drawn by hand.
[[nodiscard]] std::expected<std::vector<std::string>, std::string> make_slips(Store& store, const Entropy& entropy, std::size_t count);

/// Texts as the moderator reads them: batch after batch, each in a random order.
[[nodiscard]] std::expected<std::vector<StoredText>, std::string> texts_for_moderator(Store& store, const Entropy& entropy);

/// A report of wrong data as the personnel office reads it.
struct CorrectionRow {
  std::int64_t id = 0;  ///< of this version: a changed report has another
  std::string nip, name, unit;
  std::string columns;  ///< of pegawai.csv (and of kompetensi_pegawai.csv), with "; " between
  std::string text, day;
  std::string handled;  ///< day, empty: open
};
/// All reports, oldest first. Each person sees in their record that theirs was read.
[[nodiscard]] std::expected<std::vector<CorrectionRow>, std::string> corrections_for_office(Store& store, std::int64_t now);
/// The same as a table that no spreadsheet runs as a formula.
[[nodiscard]] std::string corrections_csv(const std::vector<CorrectionRow>& rows);
/// The report is done with; the person sees the day. Errors: a sentence, also if the report was
/// changed or taken back since it was read.
[[nodiscard]] std::expected<void, std::string> mark_corrected(Store& store, std::int64_t id, std::int64_t now);

/// Publishes the plan in `file` (rencana.csv), after checking it against the stored consultation; every
/// fault is printed. Errors: a problem code of take_step, or a sentence.
[[nodiscard]] std::expected<void, std::string> publish_plan(Store& store, const std::filesystem::path& file, std::int64_t now);

/// Prints three sign-in links of the demo: employee, facilitator, planner. The same people go on: a new
/// start is no re-issue by the office.
[[nodiscard]] std::expected<void, std::string> print_demo_links(Store& store, Identity& identity, const std::string& host);

}  // namespace rembuk::server

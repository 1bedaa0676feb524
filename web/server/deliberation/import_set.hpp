#pragma once
#include <expected>
#include <span>
#include <string>

#include "engine/files/difference.hpp"
#include "engine/files/import.hpp"
#include "engine/wire/office.hpp"
#include "web/server/identity/secret.hpp"
#include "web/server/store/store.hpp"

/// A data set that takes the place of the stored one, before the consultation opens: all or
/// nothing.
namespace rembuk::server {

/// Most bytes of all files together.
inline constexpr std::size_t largest_set = std::size_t{64} << 20;

/// What the files say for one person, as it is kept when nothing was said here before.
[[nodiscard]] AnswerWrite first_answer(const Consultation& consultation,
                                       const Aspiration& aspiration, std::int64_t now,
                                       const Entropy& entropy);

/// One entry for each rule parameter that `after` has otherwise than `before`: old, new, since when,
/// by what source.
[[nodiscard]] std::vector<StoredAccess> rule_changes(const RuleValues& before,
                                                     const Consultation& after,
                                                     const std::string& actor, std::int64_t now);

/// What became of the check. With errors `replacement` is empty and only faults are told.
struct CheckedSet {
  wire::ImportOutcome outcome;
  StoredReplacement replacement;
};

/// Reads `files` with the importer and compares them with what is stored.
///
/// Answers  those that were given stay with their nip, also when the files hold another one; who is
///          gone keeps theirs in the store, uncounted.
/// Plans    those that do not fit the new data set are removed.
/// Release  the next one comes at once if the change touches no answer or enough people's, else
/// with
///          the answers that follow: two releases never differ by a few people.
/// Errors   problem codes: not_found (nothing is stored yet), store_unavailable.
[[nodiscard]] std::expected<CheckedSet, std::string> check_set(
    Store& store, std::span<const files::NamedText> files, std::int64_t now,
    const Entropy& entropy);

/// One transaction. Errors: consultation_opened, store_unavailable.
[[nodiscard]] std::expected<void, std::string> store_set(Store& store, CheckedSet& set,
                                                         const std::string& actor,
                                                         std::int64_t now);

/// Changes whenever a data set is stored: a running server looks at it. Empty: the first one.
[[nodiscard]] std::string set_version(Store& store);

}  // namespace rembuk::server

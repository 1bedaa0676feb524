#pragma once
#include <expected>
#include <string>

#include "engine/wire/personal.hpp"
#include "web/server/store/store.hpp"

/// "This is wrong": what one person reports to the personnel office, by name.
///
/// It works on the store alone and knows no deliberation, so nothing of it reaches an answer, a
/// release or a count. It holds before the consultation opens and after it closed, until the
/// archive: data are wrong whenever they are, and the published plan and the decree rest on them
/// too.
namespace rembuk::server {

[[nodiscard]] std::expected<wire::OwnCorrection, std::string> own_correction(
    Store& store, const std::string& nip);

/// Keeps the report, or takes it back if it has no facts; what stood before is erased. The report
/// as it stands then. Errors: correction_invalid (too long, or control characters),
/// correction_changed (another device was first), store_unavailable.
[[nodiscard]] std::expected<wire::OwnCorrection, std::string> take_correction(
    Store& store, const std::string& nip, const wire::Correction& correction, std::int64_t now);

}  // namespace rembuk::server

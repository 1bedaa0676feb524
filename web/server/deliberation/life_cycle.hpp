#pragma once
#include <expected>
#include <string>

#include "engine/wire/messages.hpp"
#include "web/server/store/store.hpp"

/// The life cycle of a consultation as the store knows it; a running server takes steps over.
namespace rembuk::server {

[[nodiscard]] std::expected<wire::ConsultationState, Error> stored_state(Store& store);

/// The consultation's own record in the store's log, apart from everybody's.
inline const std::string consultation_record = "consultation";

/// What a step needs besides its name.
struct StepDetails {
  std::string plan;    ///< to publish: text of a checked rencana.csv
  std::string reason;  ///< to open again, which happens once
};
/// One step and its entry in the record with one commit. Errors are problem codes: step_backwards
/// (only closed → open is allowed), reopened_before, reason_missing, plan_missing, not_found (the
/// store holds no consultation), store_unavailable.
[[nodiscard]] std::expected<void, std::string> take_step(Store& store, wire::ConsultationState to, const std::string& actor,
                                                         std::int64_t now, const StepDetails& details = {});

}  // namespace rembuk::server

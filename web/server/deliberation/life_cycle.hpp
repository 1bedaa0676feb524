#pragma once
#include <expected>
#include <string>

#include "engine/wire/messages.hpp"
#include "web/server/store/store.hpp"

/// The life cycle of a consultation as the store knows it; a running server takes steps over.
namespace rembuk::server {

[[nodiscard]] std::expected<wire::ConsultationState, Error> stored_state(Store& store);

/// One step, with its actor in the record. Errors are problem codes: step_backwards (only closed →
/// open is allowed), not_found (the store holds no consultation), store_unavailable.
[[nodiscard]] std::expected<void, std::string> take_step(Store& store, wire::ConsultationState to, const std::string& actor,
                                                         std::int64_t now);

}  // namespace rembuk::server

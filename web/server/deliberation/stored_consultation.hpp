#pragma once
#include <expected>
#include <string>

#include "engine/domain/records.hpp"
#include "web/server/store/store.hpp"

namespace rembuk::server {

/// The consultation from the store's files, without answers: these are in the store's own table.
/// Errors: a sentence. Cost: a whole import.
[[nodiscard]] std::expected<Consultation, std::string> stored_consultation(Store& store);

}  // namespace rembuk::server

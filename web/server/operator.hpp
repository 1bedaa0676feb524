#pragma once
#include <expected>
#include <filesystem>
#include <string>

#include "web/server/identity/sign_in.hpp"
#include "web/server/store/store.hpp"

/// What the person who runs the server does from the shell, apart from serving.
namespace rembuk::server {

/// Imports a directory (nine files, konsultasi.json, rencana.csv if there) into an empty store; every
/// fault is printed. Errors: a sentence; then nothing was stored.
[[nodiscard]] std::expected<void, std::string> import_directory(Store& store, const std::filesystem::path& directory,
                                                                std::int64_t now, const Entropy& entropy);

/// Prints three sign-in links of the demo: employee, facilitator, planner.
[[nodiscard]] std::expected<void, std::string> print_demo_links(Store& store, Identity& identity, const std::string& host);

}  // namespace rembuk::server

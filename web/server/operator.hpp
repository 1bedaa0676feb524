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

struct Invitation {
  std::string nip, code;
};
/// Whom to invite: these, and `sample` people spread evenly over all.
struct InvitationRequest {
  std::vector<std::string> nips;
  std::size_t sample = 0;
  bool all = false;
};
/// New codes. Works on the store alone, also beside a running server. Errors: a sentence; if a nip is
/// not in the stored pegawai.csv, nobody got a code.
[[nodiscard]] std::expected<std::vector<Invitation>, std::string> invite(Store& store, Identity& identity, const InvitationRequest& request);

/// Prints three sign-in links of the demo: employee, facilitator, planner.
[[nodiscard]] std::expected<void, std::string> print_demo_links(Store& store, Identity& identity, const std::string& host);

}  // namespace rembuk::server

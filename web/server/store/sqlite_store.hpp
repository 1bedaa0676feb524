#pragma once
#include <expected>
#include <filesystem>
#include <memory>
#include <string>

#include "web/server/store/store.hpp"

namespace rembuk::server {

/// The store in one SQLite file: WAL, synchronous=FULL (read back), one writing connection, one for
/// reading. Errors: what is wrong with the file, in a sentence: newer than this program, a changed
/// migration, damaged, or not writable.
[[nodiscard]] std::expected<std::unique_ptr<Store>, std::string> open_sqlite_store(
    const std::filesystem::path& file);

/// A consistent copy of the database in `to`, checked, synced and renamed into place.
[[nodiscard]] std::expected<void, std::string> backup_sqlite(const std::filesystem::path& from,
                                                             const std::filesystem::path& to);

}  // namespace rembuk::server

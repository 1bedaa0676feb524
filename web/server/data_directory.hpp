#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/files/xlsx/incoming.hpp"

namespace rembuk::server {

/// The files of a data set as they lie in a folder: CSV, XLSX, or sheets of a workbook; what is not
/// there is left out.
[[nodiscard]] files::IncomingSet data_directory(const std::filesystem::path& directory);

/// A whole file, or nothing if it cannot be read.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& file);

}  // namespace rembuk::server

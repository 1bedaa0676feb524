#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/files/xlsx/incoming.hpp"

namespace rembuk::server {

/// The files of a data set as they lie in a folder, CSV or XLSX; what is not there is left out.
[[nodiscard]] std::vector<files::IncomingFile> data_directory(
    const std::filesystem::path& directory);

/// What the importer takes; `set` must outlive it.
[[nodiscard]] std::vector<files::NamedText> named(const std::vector<files::IncomingFile>& set);

/// A whole file, or nothing if it cannot be read.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& file);

}  // namespace rembuk::server

#pragma once

#include <filesystem>

namespace rembuk::tests {

/// The folder of the checkout, for tests that read the project's own files.
[[nodiscard]] std::filesystem::path source_folder();

}  // namespace rembuk::tests

#include "tests/support/source_folder.hpp"

namespace rembuk::tests {

std::filesystem::path source_folder() { return REMBUK_SOURCE; }

}  // namespace rembuk::tests

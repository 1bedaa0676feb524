#pragma once
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace rembuk::server {

/// A folder of its own for a test's database; it is removed with all that is in it.
struct Folder {
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "rembuk-store-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder: " + name);
    path = name;
  }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path path;
};

}  // namespace rembuk::server

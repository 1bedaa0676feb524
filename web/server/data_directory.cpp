#include "web/server/data_directory.hpp"

#include <fstream>
#include <iterator>

namespace rembuk::server {

std::optional<std::string> read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

std::vector<files::IncomingFile> data_directory(const std::filesystem::path& directory) {
  std::vector<files::IncomingFile> set;
  const auto add = [&](const std::filesystem::path& name) {
    if (auto bytes = read_file(directory / name))
      set.push_back(files::incoming(name.string(), std::move(*bytes)));
  };
  for (const std::filesystem::path name : files::file_names) {
    add(name);
    add(std::filesystem::path(name).replace_extension("xlsx"));
  }
  add(files::settings_file);
  add(files::rules_file);
  add(std::filesystem::path(files::rules_file).replace_extension("xlsx"));
  return set;
}

std::vector<files::NamedText> named(const std::vector<files::IncomingFile>& set) {
  std::vector<files::NamedText> all;
  for (const auto& file : set) all.push_back(file.named());
  return all;
}

}  // namespace rembuk::server

#include "web/server/data_directory.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace rembuk::server {

std::optional<std::string> read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

namespace {

std::vector<std::filesystem::path> other_workbooks(const std::filesystem::path& directory) {
  std::vector<std::filesystem::path> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error))
    if (files::is_other_workbook(entry.path().filename().string()))
      names.push_back(entry.path().filename());
  std::ranges::sort(names);
  return names;
}

}  // namespace

files::IncomingSet data_directory(const std::filesystem::path& directory) {
  files::IncomingSet set;
  const auto add = [&](const std::filesystem::path& name) {
    if (auto bytes = read_file(directory / name)) set.take(name.string(), std::move(*bytes));
  };
  for (const std::filesystem::path name : files::file_names) {
    add(name);
    add(std::filesystem::path(name).replace_extension("xlsx"));
  }
  add(files::settings_file);
  add(files::rules_file);
  add(std::filesystem::path(files::rules_file).replace_extension("xlsx"));
  for (const auto& name : other_workbooks(directory)) add(name);
  return set;
}

}  // namespace rembuk::server

#include "web/server/http/pages.hpp"

#include <algorithm>
#include <array>
#include <fstream>

namespace rembuk::server {
namespace {

constexpr std::array<std::array<std::string_view, 2>, 12> types = {{
    {".html", "text/html; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"}, {".wasm", "application/wasm"},
    {".css", "text/css; charset=utf-8"}, {".json", "application/json"}, {".ttf", "font/ttf"},
    {".svg", "image/svg+xml"}, {".png", "image/png"}, {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"}, {".ico", "image/x-icon"}}};

std::string type_of(const std::filesystem::path& file) {
  for (const auto& [extension, type] : types)
    if (file.extension() == extension) return std::string(type);
  return "application/octet-stream";
}

/// name.0123456789abcdef.js: eight or more hexadecimal digits between two dots or hyphens.
bool has_hash(const std::string& name) {
  std::size_t run = 0;
  for (const char c : name) {
    const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    run = digit ? run + 1 : 0;
    if (run >= 8) return true;
  }
  return false;
}

std::shared_ptr<const wire::Bytes> read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return nullptr;
  return std::make_shared<const wire::Bytes>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

}  // namespace

std::expected<Pages, std::string> Pages::load(const std::filesystem::path& folder) {
  Pages pages;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
    if (!entry.is_regular_file() || entry.path().extension() == ".br" || entry.path().extension() == ".gz") continue;
    PageFile file;
    file.plain = read(entry.path());
    file.brotli = read(entry.path().string() + ".br");
    file.gzip = read(entry.path().string() + ".gz");
    file.content_type = type_of(entry.path());
    file.immutable = has_hash(entry.path().stem().string());
    if (file.plain) pages.files_["/" + std::filesystem::relative(entry.path(), folder).generic_string()] = std::move(file);
  }
  if (!pages.files_.contains("/employee.html")) return std::unexpected("there is no built page in " + folder.string());
  return pages;
}

const PageFile* Pages::find(std::string_view path) const {
  const auto at = [&](std::string_view name) {
    const auto found = files_.find(name);
    return found == files_.end() ? nullptr : &found->second;
  };
  // Drogon asks for its home page where the address is bare.
  if (path == "/" || path == "/index.html") return at("/employee.html");
  if (path == "/office" || path == "/office/") return at("/office.html");
  return at(path);
}

}  // namespace rembuk::server

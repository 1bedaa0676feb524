#pragma once
#include <expected>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "engine/wire/messages.hpp"

namespace rembuk::server {

/// One file of the page, with its compressed forms.
struct PageFile {
  std::shared_ptr<const wire::Bytes> plain, brotli, gzip;
  std::string content_type;
  bool immutable = false;  ///< its name holds its hash
};

/// The built page in memory: only what was there at the start can be asked for, so no path leads
/// anywhere else.
class Pages {
 public:
  /// Errors: a sentence, if `folder` holds no employee.html.
  [[nodiscard]] static std::expected<Pages, std::string> load(const std::filesystem::path& folder);
  /// "/" and "/office" are the two pages. Null if there is none.
  [[nodiscard]] const PageFile* find(std::string_view path) const;

 private:
  std::map<std::string, PageFile, std::less<>> files_;
};

}  // namespace rembuk::server

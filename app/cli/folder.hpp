#pragma once
#include <filesystem>
#include <future>
#include <map>
#include <optional>
#include <string_view>

#include "engine/files/xlsx/incoming.hpp"

namespace rembuk::cli {

/// Brings the files of a folder, CSV or XLSX, with a fault where one cannot be read; while one is judged,
/// the next two are read by other threads. Workbooks that hold several files by their sheets are read at
/// once.
class Folder {
 public:
  explicit Folder(std::filesystem::path path);

  [[nodiscard]] std::optional<files::NamedText> fetch(std::string_view name);
  /// Found on the way, beside what each file brings.
  [[nodiscard]] const std::vector<files::FileFault>& faults() const { return books_.faults; }
  /// Bytes of the text that was brought last.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  std::filesystem::path path_;
  files::IncomingSet books_;
  std::optional<files::IncomingFile> now_;  // its text is used until the next is asked for
  std::size_t bytes_ = 0;
  std::future<void> used_;
  std::map<std::string_view, std::future<std::optional<files::IncomingFile>>> ahead_;
};

}  // namespace rembuk::cli

#include "app/cli/folder.hpp"

#include <algorithm>
#include <utility>

#include "app/cli/load.hpp"

namespace rembuk::cli {
namespace {

bool is_there(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

/// Nothing: it is not there.
std::optional<files::IncomingFile> folder_file(const std::filesystem::path& folder, std::string_view name) {
  const auto text = folder / name,
             book = folder / std::filesystem::path(name).replace_extension("xlsx");
  const bool sheet = name.ends_with(".csv") && is_there(book);
  if (!is_there(text) && !sheet) return {};
  if (is_there(text) && sheet)
    return files::IncomingFile{
        std::string(name), {}, {}, {files::given_twice(name, name, book.filename().string())}};
  const auto& path = sheet ? book : text;
  auto bytes = read_file(path);
  const std::string own = path.filename().string();
  if (bytes) return files::incoming(own, std::move(*bytes));
  return files::IncomingFile{std::string(name), sheet ? own : "", {}, {files::not_readable(name)}};
}

/// Workbooks of another name than a file's, in byte order.
std::vector<std::filesystem::path> other_workbooks(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (files::is_other_workbook(entry.path().filename().string())) found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

/// The program under node has one thread: there the file is read when it is asked for.
#ifdef __EMSCRIPTEN__
constexpr auto reading_ahead = std::launch::deferred;
#else
constexpr auto reading_ahead = std::launch::async;
#endif

}  // namespace

Folder::Folder(std::filesystem::path path) : path_(std::move(path)) {
  for (const auto& book : other_workbooks(path_))
    if (auto bytes = read_file(book))
      books_.take(book.filename().string(), std::move(*bytes));
    else
      books_.faults.push_back(files::not_readable(book.filename().string()));
}

std::optional<files::NamedText> Folder::fetch(std::string_view name) {
  const auto read = ahead_.find(name);
  if (reading_ahead == std::launch::async) // a large text takes a while to be freed
    used_ = std::async(reading_ahead, [text = std::exchange(now_, {})]() mutable { text.reset(); });
  now_ = read == ahead_.end() ? folder_file(path_, name) : read->second.get();
  if (read != ahead_.end()) ahead_.erase(read);
  const auto place = std::ranges::find(files::file_names, name);
  const auto first = name == files::settings_file ? files::file_names.begin()
                     : place == files::file_names.end() ? place
                                                        : place + 1;
  for (auto next = first; next != files::file_names.end() && next - first < 2; ++next)
    if (!ahead_.contains(*next)) ahead_.emplace(*next, std::async(reading_ahead, folder_file, path_, *next));
  std::vector<files::NamedText> all;
  if (now_) all.push_back(now_->named());
  for (const auto& sheet : books_.files)
    if (sheet.name == name) all.push_back(sheet.named());
  bytes_ = all.empty() ? 0 : all[0].text.size();
  if (all.empty()) return std::nullopt;
  return files::one_of(all);
}

}  // namespace rembuk::cli

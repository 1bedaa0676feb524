#include "app/engine/set_desk.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/files/csv.hpp"
#include "engine/wire/codec.hpp"
#include "engine/wire/planning.hpp"
#include "engine/wire/told_faults.hpp"

namespace rembuk {
namespace {

using files::IncomingFile;

/// Records of a CSV text, without its header.
std::uint64_t rows_of(std::string_view text) {
  files::CsvReader reader(text);
  files::CsvRecord record;
  std::uint64_t records = 0;
  while (reader.next(record)) ++records;
  return records == 0 ? 0 : records - 1;
}

const std::string& shown_name(const IncomingFile& file) {
  return file.origin.empty() ? file.name : file.origin;
}

wire::CheckedFile& line_of(wire::CheckResult& result, const wire::FileFault& fault) {
  const auto found = std::ranges::find(result.files, fault.file, &wire::CheckedFile::name);
  if (found != result.files.end()) return *found;
  wire::CheckedFile other;  // a file that did not come, or a workbook beside its sheets
  other.name = fault.file;
  other.missing = fault.code == "file_missing";
  return result.files.emplace_back(std::move(other));
}

constexpr std::size_t most_lines = 20;  // of the message

/// A line for each file that came or is missing, in the order of reading.
void summarise(const std::vector<IncomingFile>& files, wire::CheckResult& result) {
  for (const auto& file : files) {
    const bool table = file.name != files::settings_file;
    result.files.push_back(
        {shown_name(file), file.text.size(), table ? rows_of(file.text) : 0, 0, 0, false});
  }
  for (const auto& fault : result.faults) {
    auto& line = line_of(result, fault);
    ++(fault.warning ? line.warnings : line.errors);
  }
  const auto place = [](const wire::CheckedFile& line) {
    const auto slash = line.name.rfind('/');
    const auto table =
        files::file_named(slash == std::string::npos ? line.name : line.name.substr(slash + 1));
    return std::pair(std::ranges::find(files::file_names, table) - files::file_names.begin(),
                     line.name);
  };
  std::ranges::sort(result.files, {}, place);
  if (result.files.size() > most_lines) result.files.resize(most_lines);
}

/// Tells each percent of the bytes of all files that have been judged.
class Told {
 public:
  Told(const std::vector<IncomingFile>& files, std::uint32_t id, const SetDesk::Post& post)
      : id_(id), post_(post) {
    for (const auto& file : files) all_ += file.text.size();
  }
  void operator()(std::string_view file, std::size_t bytes) {
    done_[std::string(file)] = bytes;
    std::size_t sum = 0;
    for (const auto& [name, judged] : done_) sum += judged;
    const auto permille = static_cast<std::uint16_t>(sum * 1000 / std::max<std::size_t>(all_, 1));
    if (permille < told_ + 10) return;
    told_ = permille;
    post_(wire::encode(wire::EngineProgress{id_, permille}));
  }

 private:
  std::uint32_t id_;
  const SetDesk::Post& post_;
  std::size_t all_ = 0;
  std::map<std::string, std::size_t> done_;
  std::uint16_t told_ = 0;
};

}  // namespace

void SetDesk::keep(std::span<const std::uint8_t> frame) {
  auto file = wire::decode<wire::CheckFile>(frame);
  if (file) set_.take(std::move(file->name), std::move(file->bytes));
}

void SetDesk::check(std::span<const std::uint8_t> frame, const Post& post) {
  const auto request = wire::decode<wire::CheckRequest>(frame);
  const files::IncomingSet set = std::exchange(set_, {});  // nothing personal stays
  if (!request) return;
  const auto named = set.named();
  files::ImportOptions options;
  options.today = parse_date(request->today).value_or(Date{});
  options.faults_only = true;
  options.faults = set.faults;
  Told told(set.files, request->id, post);
  options.progress = [&told](std::string_view file, std::size_t bytes, std::int64_t) {
    told(file, bytes);
  };
  const auto import = files::import_files(named, options);
  for (const auto& file : set.files)
    if (!file.origin.empty())
      post(wire::encode(wire::CheckedText{request->id, file.name, file.origin, file.text}));
  wire::CheckResult result;
  result.id = request->id;
  result.errors = static_cast<std::uint64_t>(import.faults.errors());
  result.warnings = static_cast<std::uint64_t>(import.faults.warnings());
  result.date_is_today = import.date_is_today;
  result.faults = wire::told(import.faults);
  summarise(set.files, result);
  post(wire::encode(result));
}

}  // namespace rembuk

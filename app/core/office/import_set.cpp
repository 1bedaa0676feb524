#include <algorithm>

#include "app/core/office/import.hpp"
#include "engine/files/csv.hpp"
#include "engine/files/import.hpp"

/// The dry run, and reading its faults.
namespace rembuk::office {
namespace {

std::string_view without_mark(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  return text;
}

/// Records of a CSV text, without its header.
std::int64_t rows_of(std::string_view text) {
  files::CsvReader reader(without_mark(text));
  files::CsvRecord record;
  std::int64_t rows = -1;
  while (reader.next(record)) ++rows;
  return std::max<std::int64_t>(rows, 0);
}

void summarise(ImportModel& m) {
  m.summary.clear();
  for (const auto& file : m.files) {
    SetFileSummary line;
    line.name = file.name;
    line.bytes = file.text.size();
    if (file.name != files::settings_file) line.rows = rows_of(file.text);
    m.summary.push_back(std::move(line));
  }
  for (const auto& fault : m.faults) {
    auto line = std::ranges::find(m.summary, fault.file, &SetFileSummary::name);
    if (line == m.summary.end()) {  // a file that is missing
      line = m.summary.emplace(m.summary.end());
      line->name = fault.file;
    }
    ++(fault.severity == files::Severity::error ? line->errors : line->warnings);
  }
  const auto place = [](const SetFileSummary& line) {
    return std::ranges::find(files::file_names, line.name) - files::file_names.begin();
  };
  std::ranges::sort(m.summary, [&](const SetFileSummary& a, const SetFileSummary& b) {
    return place(a) != place(b) ? place(a) < place(b) : a.name < b.name;
  });
}

}  // namespace

void check_set(ImportModel& m, std::string_view today) {
  std::vector<files::NamedText> named;
  for (const auto& file : m.files) named.push_back({file.name, file.text});
  files::ImportOptions options;
  options.today = parse_date(today).value_or(Date{});
  const auto import = files::import_files(named, options);
  m.told.clear();
  m.faults = import.faults.list();
  m.errors = import.faults.errors();
  m.warnings = import.faults.warnings();
  m.date_is_today = import.date_is_today;
  m.only_file.clear();
  m.only_code.clear();
  m.page = 0;
  m.shown.reset();
  m.stage = m.errors > 0 ? ImportStage::faulty : ImportStage::good;
  summarise(m);
}

std::vector<std::size_t> filtered(const ImportModel& m) {
  std::vector<std::size_t> out;
  for (const auto severity : {files::Severity::error, files::Severity::warning})
    for (std::size_t k = 0; k < m.faults.size(); ++k)
      if (m.faults[k].severity == severity &&
          (m.only_file.empty() || m.faults[k].file == m.only_file) &&
          (m.only_code.empty() || m.faults[k].code == m.only_code))
        out.push_back(k);
  return out;
}

namespace {

std::vector<std::string> different(const ImportModel& m, std::string files::FileFault::* part) {
  std::vector<std::string> out;
  for (const auto& fault : m.faults)
    if (std::ranges::find(out, fault.*part) == out.end()) out.push_back(fault.*part);
  return out;
}

}  // namespace

std::vector<std::string> faulty_files(const ImportModel& m) {
  return different(m, &files::FileFault::file);
}
std::vector<std::string> fault_codes(const ImportModel& m) {
  return different(m, &files::FileFault::code);
}

std::string fault_text(const ImportModel& m, std::size_t fault, bool english) {
  if (fault < m.told.size()) return english ? m.told[fault].message_en : m.told[fault].message_id;
  return files::message(m.faults.at(fault),
                        english ? files::Language::english : files::Language::indonesian);
}

std::string faults_csv(const ImportModel& m, bool english) {
  std::string out = "\xef\xbb\xbf";
  out += english ? "file,row,column,severity,code,message\r\n"
                 : "berkas,baris,kolom,tingkat,kode,pesan\r\n";
  for (std::size_t k = 0; k < m.faults.size(); ++k) {
    const auto& fault = m.faults[k];
    const bool error = fault.severity == files::Severity::error;
    const std::string_view word =
        english ? (error ? "error" : "warning") : (error ? "kesalahan" : "peringatan");
    out += files::csv_cell(fault.file) + ',' + std::to_string(fault.row) + ',' +
           files::csv_cell(fault.column) + ',' + std::string(word) + ',' + fault.code + ',' +
           files::csv_cell(fault_text(m, k, english)) + "\r\n";
  }
  return out;
}

namespace {

struct Piece {
  std::size_t file = 0, from = 0, size = 0;
};

/// Pieces of at most `piece_bytes`, none cut within a character; an empty file is one piece.
std::vector<Piece> all_pieces(const std::vector<SetFile>& files) {
  std::vector<Piece> out;
  for (std::size_t f = 0; f < files.size(); ++f) {
    const std::string& text = files[f].text;
    std::size_t at = 0;
    do {
      std::size_t end = std::min(text.size(), at + piece_bytes);
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
      out.push_back({f, at, end - at});
      at = end;
    } while (at < text.size());
  }
  return out;
}

}  // namespace

std::uint32_t pieces_of(const std::vector<SetFile>& files) {
  return static_cast<std::uint32_t>(all_pieces(files).size());
}

wire::ImportPart piece(const std::vector<SetFile>& files, std::uint32_t k) {
  const auto pieces = all_pieces(files);
  const Piece& one = pieces.at(k);
  return {k, static_cast<std::uint32_t>(pieces.size()), files[one.file].name,
          files[one.file].text.substr(one.from, one.size)};
}

ShownFault shown_fault(const ImportModel& m, std::size_t index) {
  ShownFault out{index, {}};
  const auto& fault = m.faults.at(index);
  const auto file = std::ranges::find(m.files, fault.file, &SetFile::name);
  if (file == m.files.end() || fault.row < 2) return out;
  files::CsvReader reader(without_mark(file->text));
  files::CsvRecord record;
  if (!reader.next(record)) return out;
  const std::vector<std::string> columns(record.cells.begin(), record.cells.end());
  while (reader.next(record)) {
    if (record.row < fault.row) continue;
    if (record.row > fault.row) break;
    for (std::size_t k = 0; k < std::max(columns.size(), record.cells.size()); ++k) {
      RowCell cell;
      if (k < columns.size()) cell.column = columns[k];
      if (k < record.cells.size()) cell.text = std::string(record.cells[k].substr(0, 400));
      cell.faulty = !fault.column.empty() && cell.column == fault.column;
      out.cells.push_back(std::move(cell));
    }
    break;
  }
  return out;
}

}  // namespace rembuk::office

#include <algorithm>

#include "app/core/office/import.hpp"
#include "engine/files/csv.hpp"

/// The dry run, and reading its faults.
namespace rembuk::office {
std::string SetFile::table() const {
  return spreadsheet() ? name.substr(0, name.size() - 5) + ".csv" : name;
}

std::vector<TextOfSet> texts_of(const std::vector<SetFile>& files) {
  std::vector<TextOfSet> all;
  for (const auto& file : files)
    if (file.spreadsheet())
      for (const auto& sheet : file.sheets) all.push_back({sheet.table, sheet.origin, sheet.text});
    else
      all.push_back({file.table(), file.name, file.bytes});
  return all;
}

wire::CheckFile check_file(const SetFile& file) { return {file.name, file.bytes}; }

wire::CheckRequest check_request(const ImportModel& m, std::string today) {
  return {m.check, std::move(today)};
}

std::vector<std::size_t> filtered(const ImportModel& m) {
  std::vector<std::size_t> out;
  for (const bool warning : {false, true})
    for (std::size_t k = 0; k < m.faults.size(); ++k)
      if (m.faults[k].warning == warning &&
          (m.only_file.empty() || m.faults[k].file == m.only_file) &&
          (m.only_code.empty() || m.faults[k].code == m.only_code))
        out.push_back(k);
  return out;
}

namespace {

std::vector<std::string> different(const ImportModel& m, std::string wire::FileFault::* part) {
  std::vector<std::string> out;
  for (const auto& fault : m.faults)
    if (std::ranges::find(out, fault.*part) == out.end()) out.push_back(fault.*part);
  return out;
}

}  // namespace

std::vector<std::string> faulty_files(const ImportModel& m) {
  return different(m, &wire::FileFault::file);
}
std::vector<std::string> fault_codes(const ImportModel& m) {
  return different(m, &wire::FileFault::code);
}

std::string fault_text(const ImportModel& m, std::size_t fault, bool english) {
  return english ? m.faults.at(fault).message_en : m.faults.at(fault).message_id;
}

std::string faults_csv(const ImportModel& m, bool english) {
  std::string out = "\xef\xbb\xbf";
  out += english ? "file,row,column,severity,code,message\r\n"
                 : "berkas,baris,kolom,tingkat,kode,pesan\r\n";
  for (std::size_t k = 0; k < m.faults.size(); ++k) {
    const auto& fault = m.faults[k];
    const bool error = !fault.warning;
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
std::vector<Piece> all_pieces(const std::vector<TextOfSet>& texts) {
  std::vector<Piece> out;
  for (std::size_t f = 0; f < texts.size(); ++f) {
    const std::string_view text = texts[f].text;
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
  return static_cast<std::uint32_t>(all_pieces(texts_of(files)).size());
}

wire::ImportPart piece(const std::vector<SetFile>& files, std::uint32_t k) {
  const auto texts = texts_of(files);
  const auto pieces = all_pieces(texts);
  const Piece& one = pieces.at(k);
  return {k, static_cast<std::uint32_t>(pieces.size()), texts[one.file].table,
          std::string(texts[one.file].text.substr(one.from, one.size))};
}

ShownFault shown_fault(const ImportModel& m, std::size_t index) {
  ShownFault out{index, {}};
  const auto& fault = m.faults.at(index);
  const auto texts = texts_of(m.files);
  const auto file = std::ranges::find_if(texts, [&](const TextOfSet& one) {
    return one.origin == fault.file || one.table == fault.file;  // the server knows the table only
  });
  if (file == texts.end() || fault.row < 2) return out;
  files::CsvReader reader(file->text);
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

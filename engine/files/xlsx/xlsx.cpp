#include "engine/files/xlsx/xlsx.hpp"

#include <charconv>
#include <cstdint>
#include <pugixml.hpp>

#include "engine/files/xlsx/cells.hpp"
#include "engine/files/xlsx/elements.hpp"
#include "engine/files/xlsx/workbook.hpp"

namespace rembuk::files {
namespace {

constexpr std::int64_t most_rows = 1'048'576;
constexpr std::size_t most_columns = 16'384;

std::optional<std::size_t> whole(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// What the sheets of a workbook have taken together.
struct Taken {
  std::size_t cells = 0, bytes = 0;
};

/// The rows of a sheet, written as CSV.
class SheetWriter {
 public:
  SheetWriter(const Workbook& book, std::string_view sheet, std::string_view file, Taken& taken,
              const XlsxLimits& limits)
      : book_(book), sheet_(sheet), file_(file), taken_(taken), limits_(limits) {}

  /// False when the sheet is malformed or too large: `fault` says which.
  [[nodiscard]] bool add(pugi::xml_node row);
  [[nodiscard]] SheetText finish();
  XlsxFault fault;

 private:
  [[nodiscard]] bool too_large(std::uint64_t most) {
    fault = {"xlsx_too_large", std::string(sheet_), std::to_string(most)};
    return false;
  }
  [[nodiscard]] bool damaged() {
    fault = {"xlsx_damaged", std::string(sheet_)};
    return false;
  }
  [[nodiscard]] std::optional<std::string> value(pugi::xml_node cell);
  void write();

  const Workbook& book_;
  std::string_view sheet_, file_;
  Taken& taken_;
  const XlsxLimits& limits_;
  std::string csv_;
  std::vector<std::string> cells_, header_;
  std::int64_t row_ = 0;
  struct Seen {
    std::int64_t count = 0, row = 0;
    std::size_t column = 0;
  };
  Seen formulas_, without_value_;
};

/// The cell's text; nothing if it refers to what is not there.
std::optional<std::string> SheetWriter::value(pugi::xml_node cell) {
  const std::string_view type = cell.attribute("t").as_string("n");
  if (type == "inlineStr") return rich_text(child_of(cell, "is"));
  const std::string_view text = child_of(cell, "v").text().as_string();
  if (type == "s") {
    const auto at = whole(text);
    if (!at || *at >= book_.strings.size()) return std::nullopt;
    return std::string(book_.strings[*at]);
  }
  if (type == "b") return text == "1" || text == "true" ? "ya" : "tidak";
  if (type == "d") return std::string(text.substr(0, text.find('T')));
  if (type == "n") {
    const std::size_t style = cell.attribute("s").as_uint();
    return number_text(text, style < book_.formats.size() ? book_.formats[style] : NumberFormat{},
                       book_.from_1904);
  }
  return text.find("_x") == std::string_view::npos ? std::string(text) : unescaped(text);
}

bool SheetWriter::add(pugi::xml_node row) {
  const std::int64_t number = row.attribute("r").as_llong(row_ + 1);
  if (number <= row_ || number > most_rows) return damaged();
  csv_.append(static_cast<std::size_t>(number - row_ - (row_ == 0 ? 1 : 0)), '\n');
  row_ = number;
  cells_.clear();
  for (const auto cell : row.children()) {
    if (local_name(cell.name()) != "c") continue;
    const auto reference = cell.attribute("r");
    const auto column = reference ? column_of(reference.as_string()) : cells_.size();
    if (!column || *column >= most_columns) return damaged();
    auto text = value(cell);
    if (!text) return damaged();
    if (child_of(cell, "f")) {
      Seen& seen = child_of(cell, "v") || !text->empty() ? formulas_ : without_value_;
      if (seen.count++ == 0) seen = {1, row_, *column};
    }
    if (cells_.size() <= *column) cells_.resize(*column + 1);
    cells_[*column] = std::move(*text);
  }
  write();
  if (taken_.cells > limits_.cells) return too_large(limits_.cells);
  return taken_.bytes + csv_.size() <= limits_.unpacked_bytes ||
         too_large(limits_.unpacked_bytes);
}

/// One line: as wide as the header, wider only if something stands there.
void SheetWriter::write() {
  while (!cells_.empty() && cells_.back().find_first_not_of(" \t\r\n") == std::string::npos)
    cells_.pop_back();
  if (cells_.empty()) return;
  if (header_.empty()) header_ = cells_;
  if (cells_.size() < header_.size()) cells_.resize(header_.size());
  taken_.cells += cells_.size();
  for (std::size_t at = 0; at < cells_.size(); ++at) {
    if (at > 0) csv_ += ',';
    if (cells_[at].find_first_of(",;\"\r\n") == std::string::npos) {
      csv_ += cells_[at];
      continue;
    }
    csv_ += '"';
    for (const char c : cells_[at]) csv_.append(c == '"' ? 2 : 1, c);
    csv_ += '"';
  }
}

SheetText SheetWriter::finish() {
  SheetText result;
  const auto tell = [&](const Seen& seen, std::string_view code, Severity severity) {
    if (seen.count == 0) return;
    result.faults.push_back({std::string(file_),
                             seen.row,
                             seen.column < header_.size() ? header_[seen.column] : std::string(),
                             std::string(code),
                             severity,
                             {std::to_string(seen.count)}});
  };
  tell(without_value_, "formula_without_value", Severity::error);
  tell(formulas_, "formula_value", Severity::warning);
  csv_ += '\n';
  taken_.bytes += csv_.size();
  result.csv = std::move(csv_);
  return result;
}

FileFault told(std::string_view file, const XlsxFault& fault) {
  return {std::string(file), 0, "", fault.code, Severity::error, {fault.first, fault.second}};
}

std::expected<SheetText, XlsxFault> read_sheet(Archive& archive, const Workbook& book,
                                               const Workbook::Sheet& sheet, std::string_view file,
                                               Taken& taken, const XlsxLimits& limits) {
  const auto xml = archive.part(sheet.part);
  if (!xml) return std::unexpected(xml.error());
  SheetWriter writer(book, sheet.name, file, taken, limits);
  const std::unexpected damaged(XlsxFault{"xlsx_damaged", sheet.name});
  Elements rows(*xml, "row", limits.depth);
  while (const auto row = rows.next()) {
    pugi::xml_document tree;
    if (row->size() > most_element_bytes ||
        !tree.load_buffer(row->data(), row->size(), xml_options))
      return damaged;
    if (!writer.add(tree.document_element())) return std::unexpected(writer.fault);
  }
  if (!rows.good()) return damaged;
  return writer.finish();
}

}  // namespace

SheetText read_xlsx(std::string_view bytes, std::string_view file, const XlsxLimits& limits) {
  auto archive = Archive::open(bytes, limits);
  if (!archive) return {{}, {told(file, archive.error())}};
  const auto book = read_workbook(*archive, limits);
  if (!book) return {{}, {told(file, book.error())}};
  Taken taken;
  auto sheet = read_sheet(*archive, *book, book->sheets[0], file, taken, limits);
  if (!sheet) return {{}, {told(file, sheet.error())}};
  if (book->sheets.size() > 1)
    sheet->faults.push_back({std::string(file),
                             0,
                             "",
                             "sheets_ignored",
                             Severity::warning,
                             {book->sheets[0].name, std::to_string(book->sheets.size())}});
  return std::move(*sheet);
}

std::expected<std::vector<NamedSheet>, XlsxFault> read_xlsx_sheets(std::string_view bytes,
                                                                   const FileOfSheet& file_of,
                                                                   const XlsxLimits& limits) {
  auto archive = Archive::open(bytes, limits);
  if (!archive) return std::unexpected(archive.error());
  const auto book = read_workbook(*archive, limits);
  if (!book) return std::unexpected(book.error());
  std::vector<NamedSheet> all;
  if (book->sheets.size() == 1) return all;
  Taken taken;
  for (const auto& sheet : book->sheets) {
    NamedSheet& one = all.emplace_back(NamedSheet{sheet.name, file_of(sheet.name), {}});
    if (one.file.empty()) continue;
    auto text = read_sheet(*archive, *book, sheet, one.file, taken, limits);
    if (!text) return std::unexpected(text.error());
    one.text = std::move(*text);
  }
  return all;
}

}  // namespace rembuk::files

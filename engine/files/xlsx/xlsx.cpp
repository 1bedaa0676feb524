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

/// The rows of a sheet, written as CSV.
class SheetWriter {
 public:
  SheetWriter(const Workbook& book, std::string_view file, const XlsxLimits& limits)
      : book_(book), file_(file), limits_(limits) {}

  /// False when the sheet is malformed or too large: `fault` says which.
  [[nodiscard]] bool add(pugi::xml_node row);
  [[nodiscard]] SheetText finish();
  XlsxFault fault;

 private:
  [[nodiscard]] bool too_large(std::uint64_t most) {
    fault = {"xlsx_too_large", book_.sheet_name, std::to_string(most)};
    return false;
  }
  [[nodiscard]] bool damaged() {
    fault = {"xlsx_damaged", book_.sheet_name};
    return false;
  }
  [[nodiscard]] std::optional<std::string> value(pugi::xml_node cell);
  void write();
  void tell(std::string_view code, std::int64_t row, std::size_t column, Severity severity,
            std::int64_t count);

  const Workbook& book_;
  std::string_view file_;
  const XlsxLimits& limits_;
  std::string csv_;
  std::vector<std::string> cells_, header_;
  std::int64_t row_ = 0;
  std::size_t all_cells_ = 0;
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
  if (all_cells_ > limits_.cells) return too_large(limits_.cells);
  return csv_.size() <= limits_.unpacked_bytes || too_large(limits_.unpacked_bytes);
}

/// One line: as wide as the header, wider only if something stands there.
void SheetWriter::write() {
  while (!cells_.empty() && cells_.back().find_first_not_of(" \t\r\n") == std::string::npos)
    cells_.pop_back();
  if (cells_.empty()) return;
  if (header_.empty()) header_ = cells_;
  if (cells_.size() < header_.size()) cells_.resize(header_.size());
  all_cells_ += cells_.size();
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
  if (book_.sheets > 1)
    result.faults.push_back({std::string(file_),
                             0,
                             "",
                             "sheets_ignored",
                             Severity::warning,
                             {book_.sheet_name, std::to_string(book_.sheets)}});
  csv_ += '\n';
  result.csv = std::move(csv_);
  return result;
}

SheetText refused(std::string_view file, const XlsxFault& fault) {
  return {{},
          {{std::string(file), 0, "", fault.code, Severity::error, {fault.first, fault.second}}}};
}

}  // namespace

SheetText read_xlsx(std::string_view bytes, std::string_view file, const XlsxLimits& limits) {
  auto archive = Archive::open(bytes, limits);
  if (!archive) return refused(file, archive.error());
  const auto book = read_workbook(*archive, limits);
  if (!book) return refused(file, book.error());
  SheetWriter writer(*book, file, limits);
  Elements rows(book->sheet_xml, "row", limits.depth);
  while (const auto row = rows.next()) {
    pugi::xml_document tree;
    if (row->size() > most_element_bytes ||
        !tree.load_buffer(row->data(), row->size(), xml_options))
      return refused(file, {"xlsx_damaged", book->sheet_name});
    if (!writer.add(tree.document_element())) return refused(file, writer.fault);
  }
  if (!rows.good()) return refused(file, {"xlsx_damaged", book->sheet_name});
  return writer.finish();
}

}  // namespace rembuk::files

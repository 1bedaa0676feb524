#include "engine/files/csv.hpp"

namespace rembuk::files {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// The separator that occurs more often in the header line, outside quotes; comma if neither does.
char separator_of(std::string_view text) {
  std::int64_t commas = 0, semicolons = 0;
  bool inside = false;
  for (const char c : text) {
    if (c == '"') inside = !inside;
    if (inside) continue;
    if (c == '\n') break;
    commas += c == ',';
    semicolons += c == ';';
  }
  return semicolons > commas ? ';' : ',';
}

}  // namespace

CsvReader::CsvReader(std::string_view text) : text_(text) {
  if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
  separator_ = separator_of(text_);
}

std::string_view CsvReader::quoted(CsvRecord& record) {
  const std::size_t first = ++at_;
  bool doubled = false;
  for (;; ++at_) {
    at_ = text_.find('"', at_);
    if (at_ == std::string_view::npos) {
      at_ = text_.size();
      record.unclosed_quote = true;
      return text_.substr(first);
    }
    if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
    doubled = true;
    ++at_;
  }
  std::string_view cell = text_.substr(first, at_ - first);
  ++at_;
  if (doubled) {
    std::string& copy = unescaped_.emplace_back();
    for (std::size_t i = 0; i < cell.size(); ++i) {
      copy += cell[i];
      if (cell[i] == '"') ++i;
    }
    cell = copy;
  }
  const std::size_t closed = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
  if (text_.substr(closed, at_ - closed).find_first_not_of(" \t\r") != std::string_view::npos)
    record.text_after_quote = true;
  return cell;
}

std::string_view CsvReader::plain() {
  const std::size_t first = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
  std::string_view cell = text_.substr(first, at_ - first);
  if (cell.ends_with('\r')) cell.remove_suffix(1);
  return cell;
}

/// One record into `record`; true if any of its cells holds something.
bool CsvReader::fill(CsvRecord& record) {
  bool any = false;
  record.cells.clear();
  record.count = 0;
  record.unclosed_quote = record.text_after_quote = false;
  unescaped_.clear();
  const auto add = [&](std::string_view cell) {
    if (record.count++ < most_cells) record.cells.push_back(cell);
    any = any || cell.find_first_not_of(" \t\r") != std::string_view::npos;
  };
  for (;;) {
    const bool opens = at_ < text_.size() && text_[at_] == '"';
    add(opens ? quoted(record) : plain());
    if (at_ >= text_.size()) return any || record.unclosed_quote;
    if (text_[at_++] == '\n') return any;
    if (at_ == text_.size()) add({});  // a separator at the very end: one more, empty cell
    if (at_ == text_.size()) return any;
  }
}

bool CsvReader::next(CsvRecord& record) {
  while (at_ < text_.size()) {
    record.row = ++row_;
    if (fill(record)) return true;
  }
  return false;
}

std::string csv_cell(std::string_view text) {
  std::string cell(text);
  if (!cell.empty() && std::string_view("=+-@\t").contains(cell.front())) cell.insert(0, 1, '\'');
  if (cell.find_first_of(",;\"\r\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace rembuk::files

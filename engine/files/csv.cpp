#include "engine/files/csv.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

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

/// The high bit of every byte of `word` that is zero. Bytes above the first one found are not to be
/// trusted, and only the first is used.
constexpr std::uint64_t zero_bytes(std::uint64_t word) {
  constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
  return (word - ones) & ~word & highs;
}

/// Without blanks at both ends, the no-break space among them.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n", no_break = "\xc2\xa0";
  for (;;) {
    const auto first = std::min(text.find_first_not_of(blanks), text.size());
    text.remove_prefix(first);
    if (!text.starts_with(no_break)) break;
    text.remove_prefix(no_break.size());
  }
  for (;;) {
    text = text.substr(0, text.find_last_not_of(blanks) + 1);  // nothing found: 0
    if (!text.ends_with(no_break)) return text;
    text.remove_suffix(no_break.size());
  }
}

/// A formula character, whatever number of apostrophes before it.
bool runs_as_formula(std::string_view text) {
  const auto first = text.find_first_not_of('\'');
  return first != std::string_view::npos &&
         std::string_view("=+-@\t").find(text[first]) != std::string_view::npos;
}

bool is_neutralised(std::string_view text) {
  return text.starts_with('\'') && runs_as_formula(text);
}

bool holds_something(std::string_view cell) {
  return !cell.empty() && cell.find_first_not_of(" \t\r") != std::string_view::npos;
}

}  // namespace

CsvReader::CsvReader(std::string_view text) : text_(text) {
  if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
  separator_ = separator_of(text_);
}

/// Place of the next separator or line feed, or the end. Eight bytes at a time: cells are short, so
/// a call for each of them would cost more than the search.
inline std::size_t CsvReader::end_of_cell(std::size_t at) const {
  static_assert(std::endian::native == std::endian::little);
  constexpr std::uint64_t breaks = 0x0a0a0a0a0a0a0a0a;
  const std::uint64_t separators = 0x0101010101010101 * static_cast<unsigned char>(separator_);
  for (; at + sizeof(std::uint64_t) <= text_.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text_.data() + at, sizeof word);
    const std::uint64_t found = zero_bytes(word ^ separators) | zero_bytes(word ^ breaks);
    if (found != 0) [[likely]]
      return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
  }
  while (at < text_.size() && text_[at] != separator_ && text_[at] != '\n') ++at;
  return at;
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
  at_ = end_of_cell(at_);
  if (text_.substr(closed, at_ - closed).find_first_not_of(" \t\r") != std::string_view::npos)
    record.text_after_quote = true;
  return cell;
}

inline std::string_view CsvReader::plain() {
  const std::size_t first = at_;
  at_ = end_of_cell(at_);
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
  if (!unescaped_.empty()) unescaped_.clear();
  for (;;) {
    const bool opens = at_ < text_.size() && text_[at_] == '"';
    const std::string_view cell = opens ? quoted(record) : plain();
    if (record.count++ < most_cells) record.cells.push_back(cell);
    any = any || holds_something(cell);
    if (at_ >= text_.size()) return any || record.unclosed_quote;
    if (text_[at_++] == '\n') return any;
    if (at_ < text_.size()) continue;
    if (record.count++ < most_cells) record.cells.emplace_back();  // a separator at the very end
    return any;
  }
}

bool CsvReader::next(CsvRecord& record) {
  while (at_ < text_.size()) {
    record.row = ++row_;
    const bool filled = fill(record);
    record.end = at_;
    if (filled) return true;
  }
  return false;
}

std::string_view cut_value(std::string_view cell) {
  cell = trimmed(cell);
  return is_neutralised(cell) ? cell.substr(1) : cell;
}

std::string csv_cell(std::string_view text) {
  std::string cell(text);
  if (runs_as_formula(cell)) cell.insert(0, 1, '\'');
  if (cell.find_first_of(",;\"\r\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace rembuk::files

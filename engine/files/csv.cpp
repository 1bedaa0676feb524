#include "engine/files/csv.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace rembuk::files {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return text;
}

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

/// One bit for each of the bytes of a block that is the separator or a line feed, the first lowest.
#ifdef __SSE2__
constexpr std::ptrdiff_t block = 64;
constexpr std::size_t noted = 8;

std::uint64_t breaks_in_block(const char* place, char separator) {
  const __m128i separators = _mm_set1_epi8(separator), line_feeds = _mm_set1_epi8('\n');
  std::uint64_t found = 0;
  for (int k = 0; k < 4; ++k) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(place + 16 * k));
    const __m128i breaks =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, separators), _mm_cmpeq_epi8(bytes, line_feeds));
    found |= std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(breaks))} << 16 * k;
  }
  return found;
}
#else
constexpr std::ptrdiff_t block = 8;
constexpr std::size_t noted = 2;

std::uint64_t breaks_in_block(const char* place, char separator) {
  static_assert(std::endian::native == std::endian::little);
  constexpr std::uint64_t ones = 0x0101010101010101, low = 0x7f * ones;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, place, sizeof bytes);
  const auto differing = [](std::uint64_t bits) { return ((bits & low) + low) | bits; };
  const std::uint64_t breaks = ~(differing(bytes ^ (ones * static_cast<unsigned char>(separator))) &
                                 differing(bytes ^ (ones * '\n'))) &
                               ~low;
  return (breaks >> 7) * 0x0102040810204080 >> 56;  // the eight bits together
}
#endif

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

/// A block is looked at together, and of its breaks the first few noted whether they are there or
/// not: cells are too short for a search, or a branch, of their own.
[[gnu::noinline]] void CsvReader::Breaks::look_on() {
  const char* place = looked;
  const char** out = ahead.data();
  while (out == ahead.data() && place != end) {
    const char* const last = place + std::min<std::ptrdiff_t>(end - place, stride);
    for (; last - place >= block; place += block) {
      std::uint64_t found = breaks_in_block(place, separator);
      const auto note = [&found, out, place](std::size_t k) {
        out[k] = place + std::countr_zero(found);
        found &= found - 1;
      };
      const auto many = static_cast<std::size_t>(std::popcount(found));
      for (std::size_t k = 0; k < noted; ++k) note(k);
      for (std::size_t k = noted; k < many; ++k) note(k);
      out += many;
    }
    for (; place != last; ++place)
      if (*place == separator || *place == '\n') *out++ = place;
  }
  looked = place;
  if (out == ahead.data()) *out++ = end;
  at = 0;
  count = static_cast<std::size_t>(out - ahead.data());
}

inline const char* CsvReader::Breaks::next() {
  if (at == count) [[unlikely]]
    look_on();
  return ahead[at++];
}

void CsvReader::Breaks::pass(const char* to) {
  while (at != count && ahead[at] < to) ++at;
  if (at == count && looked < to) looked = to;
}

CsvReader::CsvReader(std::string_view text, char separator)
    : begin_(text.data()), at_(begin_), stop_(begin_ + text.size()), cells_(most_cells) {
  breaks_.looked = begin_;
  breaks_.end = stop_;
  breaks_.separator = separator;
}

CsvReader::CsvReader(std::string_view text)
    : CsvReader(without_mark(text), separator_of(without_mark(text))) {}

CsvReader CsvReader::part(std::size_t from, std::size_t until, std::int64_t rows) const {
  CsvReader reader(std::string_view(begin_ + from, breaks_.end), breaks_.separator);
  reader.begin_ = begin_;
  reader.stop_ = begin_ + until;
  reader.row_ = rows;
  return reader;
}

/// What stands between the quotation mark at `at` and the closing one. Then `breaks_` is behind
/// that.
[[gnu::noinline]] std::string_view CsvReader::quoted(const char* at, CsvRecord& record) {
  const std::string_view rest(at + 1, breaks_.end);
  std::size_t close = 0;
  bool doubled = false;
  for (;; close += 2) {
    close = rest.find('"', close);
    if (close == std::string_view::npos) {
      record.unclosed_quote = true;
      breaks_.pass(breaks_.end);
      return rest;
    }
    if (close + 1 >= rest.size() || rest[close + 1] != '"') break;
    doubled = true;
  }
  const char* const behind = rest.data() + close + 1;
  breaks_.pass(behind);
  const std::string_view after(behind, breaks_.next());
  --breaks_.at;  // it is still to come
  if (after.find_first_not_of(" \t\r") != std::string_view::npos) record.text_after_quote = true;
  const std::string_view cell = rest.substr(0, close);
  if (!doubled) return cell;
  std::string& copy = unescaped_.emplace_back();
  for (std::size_t i = 0; i < cell.size(); ++i) {
    copy += cell[i];
    if (cell[i] == '"') ++i;
  }
  return copy;
}

/// One record into `record`; true if any of its cells holds something.
bool CsvReader::fill(CsvRecord& record) {
  record.unclosed_quote = record.text_after_quote = false;
  if (!unescaped_.empty()) [[unlikely]]
    unescaped_ = {};
  const char* const end = breaks_.end;
  std::string_view* const cells = cells_.data();
  const char* at = at_;
  std::size_t count = 0;
  bool more = true, beyond = false;  // some cell beyond `most_cells` holds something
  while (more) {
    const bool opens = at != end && *at == '"';
    std::string_view cell(at, std::size_t{0});
    if (opens) [[unlikely]]
      cell = quoted(at, record);
    at = breaks_.next();
    if (!opens) cell = {cell.data(), at};
    if (count < most_cells) [[likely]]
      cells[count] = cell;
    else
      beyond = beyond || holds_something(cell);
    ++count;
    more = at != end && *at != '\n';
    at += at != end;
  }
  at_ = at;
  record.count = count;
  record.cells = std::span(cells, std::min(count, most_cells));
  std::string_view& last = cells[record.cells.size() - 1];
  if (last.ends_with('\r')) last.remove_suffix(1);
  record.end = static_cast<std::size_t>(at - begin_);
  return record.unclosed_quote || beyond || std::ranges::any_of(record.cells, holds_something);
}

bool CsvReader::next(CsvRecord& record) {
  while (at_ < stop_) {
    record.row = ++row_;
    if (fill(record)) return true;
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

#include "engine/files/table.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace rembuk::files {
namespace {

/// Never imported: the importer refuses a file that has such a column.
constexpr std::array<std::string_view, 13> forbidden_columns = {
    "nik",         "no_ktp",   "alamat", "telepon", "no_hp", "npwp",       "agama",
    "jumlah_anak", "pasangan", "suami",  "istri",   "gaji",  "surat_sakit"};

/// Column names of SIASN exports, as they are mapped to ours.
constexpr std::array<std::array<std::string_view, 2>, 6> siasn_columns = {{
    {"nip_baru", "nip"},
    {"gol_akhir_nama", "golongan"},
    {"jenis_jabatan_id", "jenis_jabatan"},
    {"unor_id", "unit_kode"},
    {"kuadrankinerja", "skp_predikat_1"},
    {"kedudukan_hukum_nama", "kedudukan_hukum"},
}};

std::string lower(std::string_view text) {
  std::string copy(text);
  for (char& c : copy)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return copy;
}

constexpr std::size_t block = 64;  // most text is ASCII and passed over in blocks

/// ASCII without a NUL, for a whole block.
bool is_plain(const char* text) {
  unsigned char all = 0;  // the high bit: some character is 0 or has it
  for (std::size_t i = 0; i < block; ++i)
    all |= static_cast<unsigned char>(text[i]) | static_cast<unsigned char>(text[i] - 1);
  return all < 0x80;
}

bool is_utf8(std::string_view text) {
  std::size_t tried = 0;  // a block from here has not been tried
  for (std::size_t at = 0; at < text.size();) {
    if (at >= tried && at + block <= text.size()) {
      tried = at + block;
      if (is_plain(text.data() + at)) {
        at = tried;
        continue;
      }
    }
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
    if (size == 0 || at + size > text.size()) return false;
    const auto second = size > 1 ? static_cast<unsigned char>(text[at + 1]) : 0U;
    const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
    const bool no_character = (lead == 0xed && second > 0x9f) || (lead == 0xf4 && second > 0x8f);
    if (overlong || no_character) return false;
    for (std::size_t i = 1; i < size; ++i)
      if ((static_cast<unsigned char>(text[at + i]) & 0xc0) != 0x80) return false;
    at += size;
  }
  return true;
}

std::string canonical(std::string_view name) {
  const std::string key = lower(value_of(name));
  for (const auto& [theirs, ours] : siasn_columns)
    if (key == theirs) return std::string(ours);
  return key;
}

/// Position of each column of the shape in the header, −1: absent; nothing if a required one is.
std::optional<std::vector<int>> header_positions(const TableShape& shape, const CsvRecord& header,
                                                 Faults& faults) {
  std::vector<int> position(shape.columns.size(), -1);
  std::set<std::pair<std::string_view, std::string>> told;  // each fault of the header once
  const auto first_time = [&](std::string_view code, const std::string& name) {
    return told.emplace(code, name).second;
  };
  for (std::size_t at = 0; at < header.cells.size(); ++at) {
    const std::string name = canonical(header.cells[at]);
    const auto known = std::ranges::find(shape.columns, name, &Column::name);
    if (std::ranges::find(forbidden_columns, name) != forbidden_columns.end()) {
      if (first_time("column_forbidden", name))
        faults.error(shape.file, 0, value_of(header.cells[at]), "column_forbidden", {name});
    } else if (known == shape.columns.end()) {
      if (first_time("column_unknown", name))
        faults.warning(shape.file, 0, value_of(header.cells[at]), "column_unknown", {name});
    } else if (int& seen = position[static_cast<std::size_t>(known - shape.columns.begin())];
               seen >= 0) {
      if (first_time("column_twice", name))
        faults.error(shape.file, 0, name, "column_twice", {name});
    } else {
      seen = static_cast<int>(at);
    }
  }
  bool usable = true;
  for (std::size_t c = 0; c < shape.columns.size(); ++c)
    if (shape.columns[c].required && position[c] < 0) {
      faults.error(shape.file, 0, shape.columns[c].name, "column_missing", {shape.columns[c].name});
      usable = false;
    }
  if (!usable) return std::nullopt;
  return position;
}

/// The fault of a record's shape, or empty.
std::string_view record_fault(const CsvRecord& record, std::size_t width) {
  if (record.unclosed_quote) return "quote_unclosed";
  if (record.text_after_quote) return "quote_misplaced";
  if (record.count != width) return "cell_count";
  return {};
}

}  // namespace

std::string_view text_fault(std::string_view text) {
  if (text.size() > most_text) return "file_too_large";
  std::size_t plain = 0;
  while (plain + block <= text.size() && is_plain(text.data() + plain)) plain += block;
  text.remove_prefix(plain);
  if (text.find('\0') != std::string_view::npos) return "not_text";
  if (!is_utf8(text)) return "not_utf8";
  return {};
}

void Row::fault(std::size_t column, std::string_view code,
                std::initializer_list<std::string_view> values) {
  good_ = false;
  if (!muted_) faults_.error(shape_.file, record_.row, name(column), code, values);
}

void Row::warn(std::size_t column, std::string_view code,
               std::initializer_list<std::string_view> values) {
  if (!muted_) faults_.warning(shape_.file, record_.row, name(column), code, values);
}

bool Row::filled(std::size_t column, std::string_view value) {
  if (!value.empty()) return true;
  if (shape_.columns[column].required) fault(column, "value_missing", {name(column)});
  return false;
}

std::string_view Row::judged_text(std::size_t column, std::string_view value, std::size_t most) {
  if (!filled(column, value) || value.size() <= most) return value;
  const auto characters = std::ranges::count_if(
      value, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
  if (static_cast<std::size_t>(characters) <= most) return value;
  fault(column, "value_too_long", {name(column), std::to_string(most)});
  return {};
}

std::optional<std::int64_t> Row::judged_integer(std::size_t column, std::string_view value,
                                                std::int64_t least, std::int64_t most) {
  if (!filled(column, value)) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || number < least ||
      number > most) {
    fault(column, "number_invalid", {value, std::to_string(least), std::to_string(most)});
    return std::nullopt;
  }
  return number;
}

std::optional<double> Row::real(std::size_t column, double least, double most) {
  std::string value(raw(column));
  if (!filled(column, value)) return std::nullopt;
  std::ranges::replace(value, ',', '.');
  // Decimal digits only, so that no locale and no library decides.
  std::int64_t digits = 0, scale = 1;
  bool point = false, any = false, minus = value.starts_with('-'), bad = value.size() > 17;
  for (std::size_t i = minus ? 1 : 0; i < value.size() && !bad; ++i) {
    if (value[i] == '.' && !point) {
      point = true;
    } else if (value[i] >= '0' && value[i] <= '9') {
      any = true;
      digits = digits * 10 + (value[i] - '0');
      if (point) scale *= 10;
    } else {
      bad = true;
    }
  }
  const double number = (minus ? -1 : 1) * static_cast<double>(digits) / static_cast<double>(scale);
  if (bad || !any || number < least || number > most) {
    fault(column, "number_invalid",
          {raw(column), std::to_string(static_cast<int>(least)),
           std::to_string(static_cast<int>(most))});
    return std::nullopt;
  }
  return number;
}

void Row::no_date(std::size_t column, std::string_view value) {
  if (filled(column, value)) fault(column, "date_invalid", {value});
}

bool Row::judged_yes(std::size_t column, std::string_view value) {
  if (lower(value) == "ya") return true;
  if (lower(value) != "tidak") fault(column, "yes_no_invalid", {value});
  return false;
}

void Row::no_choice(std::size_t column, std::string_view value,
                    std::span<const std::string_view> names) {
  if (!filled(column, value)) return;
  std::string all;
  for (const auto name : names)
    if (!name.empty()) all += (all.empty() ? "" : ", ") + std::string(name);
  fault(column, "choice_invalid", {value, all});
}

std::optional<Table> Table::open(const TableShape& shape, std::string_view text,
                                 std::string_view fault, Faults& faults) {
  if (!fault.empty()) {
    faults.error(shape.file, 0, "", fault,
                 {std::to_string(text.size() >> 20), std::to_string(most_text >> 20)});
    return std::nullopt;
  }
  CsvReader reader(text);
  CsvRecord header;
  if (!reader.next(header)) {
    faults.error(shape.file, 0, "", "file_empty");
    return std::nullopt;
  }
  if (header.count > most_cells) {
    faults.error(shape.file, 0, "", "columns_too_many",
                 {std::to_string(header.count), std::to_string(most_cells)});
    return std::nullopt;
  }
  const auto misshapen = record_fault(header, header.count);
  if (!misshapen.empty()) faults.error(shape.file, 0, "", misshapen);
  auto position = header_positions(shape, header, faults);
  if (!position) return std::nullopt;
  return Table(shape, reader, header, std::move(*position));
}

bool Table::read(CsvReader& reader, Faults& faults, const std::function<void(Row&)>& use) const {
  bool whole = whole_;
  CsvRecord record;
  while (reader.next(record)) {
    whole = whole && !record.unclosed_quote;
    const auto fault = record_fault(record, width_);
    if (!fault.empty())
      faults.error(shape_.file, record.row, "", fault,
                   {std::to_string(record.count), std::to_string(width_)});
    Row row(shape_, position_, record, faults, !fault.empty());
    use(row);
  }
  return whole;
}

bool read_table(const TableShape& shape, std::string_view text, Faults& faults,
                const std::function<void(Row&)>& use) {
  auto table = Table::open(shape, text, text_fault(text), faults);
  return table && table->read(table->records, faults, use);
}

}  // namespace rembuk::files

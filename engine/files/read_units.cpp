#include <array>
#include <cstdint>

#include "engine/files/importer.hpp"

/// unit.csv, whose rows refer to each other.
namespace rembuk::files {
namespace {

constexpr std::array<Column, 9> unit_columns = {{{"unit_kode", true},
                                                 {"unit_nama", true},
                                                 {"induk_kode"},
                                                 {"jenis_unit", true},
                                                 {"instansi_kode", true},
                                                 {"wilayah_kode", true},
                                                 {"lat"},
                                                 {"lng"},
                                                 {"keterpencilan"}}};
consteval std::size_t cell(std::string_view name) { return place_of(unit_columns, name); }

/// One row as the tree of units sees it, also if other cells of it are faulty.
struct TreeRow {
  std::int64_t row = 0;
  std::string code, parent;
  std::int32_t up = -1;  ///< position of the parent's row, −1: none
};

Unit read_unit(Row& row, const std::string& code) {
  Unit unit;
  unit.code = code;
  unit.name = row.text(cell("unit_nama"));
  if (const auto kind = row.one_of<UnitKind>(cell("jenis_unit"), unit_kind_names))
    unit.kind = *kind;
  unit.government = row.text(cell("instansi_kode"), 40);
  if (!unit.government.empty() && !is_government(unit.government))
    row.fault(cell("instansi_kode"), "government_invalid", {unit.government});
  unit.area = row.text(cell("wilayah_kode"), 40);
  if (!unit.area.empty() && !is_area(unit.area, 4))
    row.fault(cell("wilayah_kode"), "area_invalid", {unit.area});
  unit.latitude = row.real(cell("lat"), -90, 90);
  unit.longitude = row.real(cell("lng"), -180, 180);
  unit.remoteness = static_cast<std::uint8_t>(row.integer(cell("keterpencilan"), 0, 3).value_or(0));
  return unit;
}

/// Every parent exists.
void check_parents(std::vector<TreeRow>& tree, KnownCodes& units, Faults& faults) {
  std::map<std::string_view, std::int32_t> position;
  for (std::size_t i = 0; i < tree.size(); ++i)
    if (!tree[i].code.empty()) position.emplace(tree[i].code, static_cast<std::int32_t>(i));
  for (auto& one : tree) {
    if (one.parent.empty()) continue;
    if (const auto found = position.find(one.parent); found != position.end())
      one.up = found->second;
    else if (units.unknown(one.parent))
      faults.error("unit.csv", one.row, "induk_kode", "parent_unknown", {one.parent});
  }
}

/// No unit is its own ancestor; a cycle is told once, at its first row. Cost: each row is passed
/// once.
void check_cycles(const std::vector<TreeRow>& tree, Faults& faults) {
  constexpr std::size_t unseen = 0;
  std::vector<std::size_t> walk(tree.size(), unseen);  // number of the walk that passed the row
  for (std::size_t start = 0; start < tree.size(); ++start) {
    std::int32_t at = static_cast<std::int32_t>(start);
    while (at >= 0 && walk[static_cast<std::size_t>(at)] == unseen) {
      walk[static_cast<std::size_t>(at)] = start + 1;
      at = tree[static_cast<std::size_t>(at)].up;
    }
    if (at < 0 || walk[static_cast<std::size_t>(at)] != start + 1) continue;
    std::int32_t first = at;
    for (auto on = tree[static_cast<std::size_t>(at)].up; on != at;
         on = tree[static_cast<std::size_t>(on)].up)
      first = std::min(first, on);
    const TreeRow& told = tree[static_cast<std::size_t>(first)];
    faults.error("unit.csv", told.row, "induk_kode", "unit_cycle", {told.code});
  }
}

}  // namespace

void Importer::read_units(std::string_view text) {
  std::vector<TreeRow> tree;
  std::map<std::string, std::string, std::less<>> parent_of;  // of the good rows
  units.usable = read({"unit.csv", unit_columns}, text, [&](Row& row) {
    std::string code;
    const bool keyed = take_code(row, cell("unit_kode"), units, code, 40);
    Unit unit = read_unit(row, code);
    const std::string parent(row.reference(cell("induk_kode")));
    tree.push_back({row.number(), keyed ? code : "", row.muted() ? "" : parent});
    if (!row.good() || !keyed) return;
    parent_of[code] = parent;
    consultation.units.push_back(std::move(unit));
  });
  without_rows("unit.csv", !tree.empty(), units);
  if (!units.usable) return;
  check_parents(tree, units, faults);
  check_cycles(tree, faults);
  sort_by_code(consultation.units, &Unit::code, units);
  for (auto& unit : consultation.units) unit.parent = units.id<UnitId>(parent_of[unit.code]);
}

}  // namespace rembuk::files

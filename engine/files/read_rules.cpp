#include <array>

#include "engine/files/importer.hpp"

/// aturan.csv: dated parameters of rules, each with its source.
namespace rembuk::files {
namespace {

constexpr std::array<Column, 5> rule_columns = {{{"parameter", true},
                                                 {"nilai", true},
                                                 {"berlaku_sejak", true},
                                                 {"sumber", true},
                                                 {"catatan"}}};
consteval std::size_t cell(std::string_view name) { return place_of(rule_columns, name); }

constexpr std::int64_t most_months = 600;

/// 1 or 0 for yes and no, else months; nothing, with a fault, if it is neither.
std::optional<std::int32_t> value_of_parameter(Row& row, std::size_t parameter) {
  if (!rule_parameter_yes_no[parameter]) {
    const auto months = row.integer(cell("nilai"), 0, most_months);
    return months ? std::optional(static_cast<std::int32_t>(*months)) : std::nullopt;
  }
  const bool empty = row.text(cell("nilai")).empty();  // which is a fault
  if (empty) return std::nullopt;
  return row.yes(cell("nilai"), false) ? 1 : 0;
}

}  // namespace

void Importer::read_rules(std::string_view text) {
  (void)read({rules_file, rule_columns}, text, [&](Row& row) {
    RuleRow rule;
    const auto parameter = row.choice(cell("parameter"), rule_parameter_names);
    if (parameter) rule.parameter = *parameter;
    if (parameter)
      if (const auto value = value_of_parameter(row, *parameter)) rule.value = *value;
    const auto since = row.date(cell("berlaku_sejak"));
    if (since) rule.since = *since;
    rule.source = row.text(cell("sumber"));
    rule.note = row.text(cell("catatan"), 400);
    if (parameter && since && !pairs.take(joined(rule_parameter_names[*parameter], iso(*since))))
      row.fault(cell("berlaku_sejak"), "pair_twice",
                {std::string(rule_parameter_names[*parameter]) + ", " + iso(*since)});
    if (row.good()) consultation.rule_rows.push_back(std::move(rule));
  });
  pairs = {};
  sort_records(consultation.rule_rows,
               [](const RuleRow& r) { return std::pair(r.parameter, r.since); });
}

}  // namespace rembuk::files

#include "engine/scoring/needs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "app/cli/json.hpp"
#include "app/cli/load.hpp"
#include "app/cli/verbs.hpp"
#include "engine/domain/snapshot.hpp"

namespace rembuk::cli {
namespace {

std::string side(const UnitNeed& u) {
  return fmt::format("{{\"filled\": {}, \"covered\": {}, \"gap\": {}, \"competence_covered\": {}}}",
                     u.filled, u.covered, u.gap(), json_number(u.competence()));
}

void print_json(const Consultation& c, const std::vector<UnitNeed>& before,
                const std::vector<UnitNeed>& after) {
  const UnitNeed all = total(before);
  fmt::print("{{\"schema\": 1, \"needed\": {}, \"before\": {}, \"after\": {},\n \"units\": [",
             all.needed, side(all), side(total(after)));
  for (std::size_t u = 0; u < c.units.size(); ++u)
    fmt::print(
        "{}\n  {{\"unit\": {}, \"name\": {}, \"needed\": {}, \"before\": {}, \"after\": {}}}",
        u == 0 ? "" : ",", json_text(c.units[u].code), json_text(c.units[u].name), before[u].needed,
        side(before[u]), side(after[u]));
  fmt::print("]}}\n");
}

/// Cut to `most` characters, never inside one.
std::string cut(std::string_view text, std::size_t most) {
  std::string kept;
  std::size_t characters = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80 && ++characters > most) break;
    kept += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return kept;
}

void print_row(std::string_view name, const UnitNeed& b, const UnitNeed& a, bool english) {
  const auto real = [&](double value) {
    std::string text = fmt::format("{:.1f}", value);
    if (!english) std::ranges::replace(text, '.', ',');
    return text;
  };
  fmt::print("{:<40}{:>10}{:>10}{:>10}{:>10}{:>10}{:>12}{:>12}\n", cut(name, 39), b.needed,
             b.filled, a.filled, b.needed - b.covered, a.needed - a.covered, real(b.competence()),
             real(a.competence()));
}

void print_table(const Consultation& c, const std::vector<UnitNeed>& before,
                 const std::vector<UnitNeed>& after, bool english) {
  constexpr std::string_view shape = "{:<40}{:>10}{:>10}{:>10}{:>10}{:>10}{:>12}{:>12}\n";
  if (english)
    fmt::print(shape, "Unit", "Need", "Now", "After", "Gap now", "after", "Comp. now", "after");
  else
    fmt::print(shape, "Unit", "Kebutuhan", "Kini", "Sesudah", "Kurang", "sesudah", "Komp. kini",
               "sesudah");
  for (std::size_t u = 0; u < c.units.size(); ++u)
    if (before[u].needed > 0 || before[u].filled > 0 || after[u].filled > 0)
      print_row(c.units[u].name, before[u], after[u], english);
  print_row(english ? "All units" : "Semua unit", total(before), total(after), english);
}

}  // namespace

int run_needs(const Arguments& arguments) {
  const auto consultation = load(arguments.positional[0], arguments);
  if (!consultation) return consultation.error();
  Plan plan;
  if (const auto file = arguments.value("--plan")) {
    auto loaded = load_plan(*file, *consultation, arguments);
    if (!loaded) return loaded.error();
    plan = std::move(*loaded);
  }
  const Snapshot snapshot = make_snapshot(*consultation);
  const auto before = unit_needs(snapshot, {}), after = unit_needs(snapshot, plan);
  if (arguments.has("--json"))
    print_json(*consultation, before, after);
  else
    print_table(*consultation, before, after, arguments.english());
  return done;
}

}  // namespace rembuk::cli

#include "engine/rules/rule_parameters.hpp"

#include <array>

namespace rembuk {
namespace {

constexpr std::array<RuleParameter, 8> table = {{
    {.rule = "R02",
     .name = "between_governments",
     .value = 0,
     .yes_no = true,
     .since = 0,
     .note_indonesian =
         "Dibuka untuk satu siklus melalui konsultasi.json atau --between-governments.",
     .note_english = "Opened for one cycle by konsultasi.json or --between-governments."},
    {.rule = "R03",
     .name = "tenure_months",
     .value = 24,
     .since = 2017,
     .source = "PP 11/2017 Pasal 190(3); BKN 5/2019",
     .note_indonesian = "BKN menyebut 6 bulan (berita, Juli 2025); teksnya belum ditemukan.",
     .note_english = "BKN has spoken of 6 months (press, July 2025); no text was found."},
    {.rule = "R04",
     .name = "rotation_months",
     .value = 60,
     .since = 2017,
     .source = "PP 11/2017 Pasal 190(3)",
     .note_indonesian = "Prioritas rotasi; tidak pernah dipaksa.",
     .note_english = "A priority for rotation, never forced."},
    {.rule = "R09",
     .name = "performance_inside",
     .value = 1,
     .yes_no = true,
     .since = 2019,
     .source = "BKN 5/2019 Pasal 3",
     .note_indonesian =
         "Wajib antarpemerintah daerah; di dalam satu pemerintah daerah pilihan kantor.",
     .note_english = "Mandatory between governments; inside one the office's choice."},
    {.rule = "R13",
     .name = "pppk",
     .value = 0,
     .yes_no = true,
     .since = 2018,
     .source = "PP 49/2018",
     .note_indonesian = "Dibuka untuk satu siklus melalui konsultasi.json atau --pppk.",
     .note_english = "Opened for one cycle by konsultasi.json or --pppk."},
    {.rule = "R17",
     .name = "retirement_months",
     .value = 24,
     .since = 0,
     .note_indonesian = "Usulan; batas usia pensiun sendiri menurut UU ASN.",
     .note_english = "A proposal; the age of retirement itself is by law."},
    {.rule = "S01",
     .name = "wishes",
     .value = 5,
     .since = 0,
     .note_indonesian = "Paling banyak, menurut urutan.",
     .note_english = "At most, in order."},
    {.rule = "S05",
     .name = "unit_turnover_percent",
     .value = 20,
     .since = 0,
     .note_indonesian = "Dilaporkan, tidak ditolak.",
     .note_english = "Reported, not refused."},
}};

}  // namespace

std::span<const RuleParameter> rule_parameters() { return table; }

const RuleParameter& parameter_in(std::string_view name, int year) {
  const RuleParameter* found = nullptr;
  for (const auto& row : table)
    if (row.name == name && (!found || row.since <= year)) found = &row;
  return *found;
}

std::string value_text(const RuleParameter& parameter, const Settings& settings) {
  if (!parameter.yes_no) return std::to_string(parameter.value);
  const bool yes = parameter.name == "between_governments" ? settings.between_governments
                   : parameter.name == "pppk"              ? settings.pppk
                                                           : parameter.value != 0;
  return yes ? "ya" : "tidak";
}

std::vector<ShownParameter> shown_parameters(const Settings& settings,
                                             const std::vector<RuleRow>& rows) {
  std::vector<ShownParameter> shown;
  for (const auto& built_in : table) {
    ShownParameter one{built_in.rule,
                       built_in.name,
                       value_text(built_in, settings),
                       built_in.since == 0 ? "" : std::to_string(built_in.since),
                       std::string(built_in.source),
                       std::string(built_in.note_indonesian),
                       std::string(built_in.note_english)};
    const auto known = position_of(built_in.name, rule_parameter_names);
    if (const auto* row = known ? rule_row(rows, *known, settings.reference_date) : nullptr) {
      one.value = value_text(settings.rules, *known);
      one.since = iso(row->since);
      one.source = row->source;
      one.note_indonesian = one.note_english = row->note;
      one.own = true;
    }
    shown.push_back(std::move(one));
  }
  return shown;
}

}  // namespace rembuk

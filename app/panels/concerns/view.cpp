#include <algorithm>
#include <array>

#include "app/panels/employee_views.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {
namespace {

constexpr std::array<std::string_view, 9> helps = {
    "",           "rumah_dinas",     "pendampingan_pasangan",
    "pelatihan",  "biaya_pindah",    "waktu_persiapan",
    "penjelasan", "akses_kesehatan", "sekolah_anak"};

void details(const wire::ConcernEntry& concern, ui::Ui& ui, const Dispatch& dispatch) {
  if (const auto value = ui.rating("weight", ui.tr("concerns.weight"), concern.intensity,
                                   ui.tr("concerns.light"), ui.tr("concerns.heavy")))
    dispatch(RatedConcern{concern.category, static_cast<std::uint8_t>(*value)});
  std::array<std::string_view, helps.size()> options{};
  for (std::size_t k = 0; k < helps.size(); ++k)
    options[k] = ui.tr(k == 0 ? "help.none" : "help." + std::string(helps[k]));
  const auto current = std::ranges::find(helps, std::string_view(concern.help));
  if (const auto chosen = ui.select("help", ui.tr("concerns.help"), options,
                                    static_cast<std::size_t>(current - helps.begin())))
    dispatch(ChoseHelp{concern.category, std::string(helps[*chosen])});
}

}  // namespace

void draw_concerns(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  question_bar(model, ui);
  {
    const auto body = ui.body("concerns");
    ui.heading(1, ui.tr("concerns.title"));
    ui.paragraph(ui.tr("concerns.text"), ui::Tone::muted);
    terms(ui, "terms", {"concern", "help"});
    for (std::uint8_t category = 0; category < 14; ++category) {
      const std::string code = (category < 9 ? "K0" : "K") + std::to_string(category + 1);
      const auto found =
          std::ranges::find(model.draft.concerns, category, &wire::ConcernEntry::category);
      const bool marked = found != model.draft.concerns.end();
      const auto group = ui.group(code, ui.tr("concern." + code), false);
      if (const auto on = ui.checkbox("mark", ui.tr("concern." + code), marked,
                                      ui.tr("concern." + code + ".text")))
        dispatch(MarkedConcern{category, *on});
      if (!marked) continue;
      const auto card = ui.card("details");
      details(*found, ui, dispatch);
    }
  }
  question_foot(model, ui, dispatch);
}

}  // namespace rembuk::employee

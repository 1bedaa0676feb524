#include <algorithm>

#include "app/panels/wishes/parts.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {
namespace {

using ui::Icon, ui::Tone;

void class_fact(ui::Ui& ui, const WishFacts& found) {
  const int from = *found.class_now, to = *found.job_class;
  const std::string text =
      from == to ? ui.tr("wishes.class_same", {{"n", std::to_string(to)}})
                 : ui.tr("wishes.class_change",
                         {{"from", std::to_string(from)}, {"to", std::to_string(to)}});
  ui.fact(to < from ? Icon::trending_down : to > from ? Icon::trending_up : Icon::minus, text);
}

/// "Kerja sama (1 → 2), Komunikasi (0 → 2) dan 3 lainnya"
std::string gap_text(ui::Ui& ui, const std::vector<Gap>& gaps) {
  constexpr std::size_t most = 3;
  std::string text;
  for (std::size_t k = 0; k < std::min(most, gaps.size()); ++k)
    text += (k == 0 ? "" : ", ") + ui.tr("wishes.gap", {{"name", gaps[k].name},
                                                        {"from", std::to_string(gaps[k].held)},
                                                        {"to", std::to_string(gaps[k].needed)}});
  if (gaps.size() > most)
    text += ui.tr("wishes.gaps_more", {{"n", std::to_string(gaps.size() - most)}});
  return ui.tr("wishes.trains", {{"what", text}});
}

}  // namespace

void wish_facts(const WishFacts& found, ui::Ui& ui) {
  {
    const auto row = ui.flow("facts");
    if (found.minutes) ui.fact(Icon::clock, travel_text(ui, *found.minutes));
    if (found.job_class) class_fact(ui, found);
    if (found.vacant)
      ui.fact(Icon::users, *found.vacant == 0
                               ? std::string(ui.tr("wishes.full"))
                               : ui.tr("wishes.vacant", {{"n", std::to_string(*found.vacant)}}));
    if (found.wished_at_least >= 10)
      ui.fact(Icon::heart, ui.tr("wishes.wished", {{"n", std::to_string(found.wished_at_least)}}));
  }
  if (found.competence)
    ui.meter("fit", ui.tr("wishes.competence"), *found.competence,
             text::percent(ui.language(), *found.competence),
             *found.competence >= 0.7 ? Tone::success : Tone::warning);
  if (!found.gaps.empty()) ui.fact(Icon::graduation_cap, gap_text(ui, found.gaps));
}

}  // namespace rembuk::employee

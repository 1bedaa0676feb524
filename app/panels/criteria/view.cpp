#include <array>

#include "app/panels/employee_views.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {

void draw_criteria(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  constexpr std::array<std::string_view, 5> names = {"distance", "competence", "career", "workload",
                                                     "facilities"};
  question_bar(model, ui);
  {
    const auto body = ui.body("criteria");
    ui.heading(1, ui.tr("criteria.title"));
    ui.paragraph(ui.tr("criteria.text"), ui::Tone::muted);
    const std::array<ui::Choice, 2> ways = {
        {{"equal", ui.tr("criteria.equal"), ui.tr("criteria.equal_text")},
         {"ranked", ui.tr("criteria.ranked"), ui.tr("criteria.ranked_text")}}};
    const auto& order = model.draft.criteria;
    if (const auto way =
            ui.choice("way", ui.tr("criteria.way"), ways, order.empty() ? 0 : 1, false))
      dispatch(RankedCriteria{*way == 1});
    if (!order.empty()) {
      ui.small(ui.tr("wishes.order_help"));
      const auto list = ui.list("order", ui.tr("criteria.list"));
      for (std::size_t k = 0; k < order.size(); ++k) {
        const std::string name(names[order[k] % names.size()]);
        ui::Move did = ui::Move::none;
        {
          const auto item = ui.ordered_item(name,
                                            {.title = ui.tr("criterion." + name),
                                             .detail = ui.tr("criterion." + name + ".text"),
                                             .place = static_cast<int>(k) + 1,
                                             .of = static_cast<int>(order.size())},
                                            did);
        }
        if (did == ui::Move::up) dispatch(MovedCriterion{k, -1});
        if (did == ui::Move::down) dispatch(MovedCriterion{k, 1});
      }
    }
    if (const auto moved = ui.reordered("order"))
      dispatch(
          MovedCriterion{moved->from, static_cast<int>(moved->to) - static_cast<int>(moved->from)});
    terms(ui, "terms", {"weights", "satisfaction", "workload", "facilities"});
  }
  question_foot(model, ui, dispatch);
}

}  // namespace rembuk::employee

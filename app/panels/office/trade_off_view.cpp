#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <string>
#include <vector>

#include "app/core/office/generating.hpp"
#include "app/core/office/numbers.hpp"
#include "app/panels/office_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

/// Plans between the greatest satisfaction and the most need covered, as a curve with the plans
/// that are there already.
namespace rembuk::office {
namespace {

using ui::Icon, ui::Kind, ui::Tone;

/// Heads covered, and mean satisfaction in points.
struct Place {
  double need = 0, satisfaction = 0;
};

std::string need_text(const ui::Ui& ui, double heads) {
  return text::whole(ui.language(), std::llround(heads));
}
std::string mean_text(const ui::Ui& ui, double points) {
  return text::decimal(ui.language(), points / 100, 2);
}

class Curve {
 public:
  Curve(const Model& model, ui::Ui& ui) : model_(model), ui_(ui) {
    const auto& rows = model.trade_offs->rows;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      const Place at = place(rows[k]);
      add(std::to_string(k + 1), at, 0, true);
      if (k == 0) least_ = greatest_ = at;
      least_ = {std::min(least_.need, at.need), std::min(least_.satisfaction, at.satisfaction)};
      greatest_ = {std::max(greatest_.need, at.need),
                   std::max(greatest_.satisfaction, at.satisfaction)};
    }
    int colour = 1;
    for (const auto& s : model.release->scenarios) {
      const auto mean = number(s.mean);
      if (s.withheld || !mean) continue;
      const bool now = s.kind == wire::ScenarioKind::status_quo;
      const Place at{static_cast<double>(now ? s.heads_covered_before : s.heads_covered_after),
                     static_cast<double>(*mean)};
      const std::string name = scenario_name(ui.text(), s);
      if (near(at))
        add(name, at, now ? -1 : 1 + (colour++ - 1) % 7, false);
      else
        far_ += (far_.empty() ? "" : "; ") + name + " (" + need_text(ui, at.need) + " · " +
                text::decimal(ui.language(), at.satisfaction / 100, 1) + ")";
    }
  }

  [[nodiscard]] Place place(const wire::TradeOffRow& row) const {
    return {static_cast<double>(row.need_covered),
            static_cast<double>(row.satisfaction_sum) / std::max(1u, model_.release->employees)};
  }

  void draw() {
    ui_.scatter("curve", ui_.tr("trade_off.title"),
                {.x_title = ui_.tr("trade_off.need"),
                 .y_title = ui_.tr("trade_off.satisfaction"),
                 .point_title = ui_.tr("trade_off.plan"),
                 .x_tick = [this](double v) { return need_text(ui_, v); },
                 .y_tick = [this](double v) { return mean_text(ui_, v); }},
                points_);
    if (!far_.empty()) ui_.small(ui_.tr("trade_off.far", {{"names", far_}}));
  }

 private:
  /// A published mean is rounded to a tenth of a percentage point: on a line of less than ten of
  /// them it would stand at a wrong place. What is further away than the line is long would shrink
  /// the line to a dot.
  [[nodiscard]] bool near(const Place& at) const {
    constexpr double tenth = 10;
    const double heads = std::max(greatest_.need - least_.need, 1.0);
    const double points = greatest_.satisfaction - least_.satisfaction;
    return points >= 10 * tenth && at.need >= least_.need - heads &&
           at.need <= greatest_.need + heads && at.satisfaction >= least_.satisfaction - points &&
           at.satisfaction <= greatest_.satisfaction + points;
  }
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  void add(std::string label, Place at, int colour, bool joined) {
    points_.push_back({keep(std::move(label)), at.need, at.satisfaction,
                       keep(need_text(ui_, at.need)), keep(mean_text(ui_, at.satisfaction)), colour,
                       joined});
  }

  const Model& model_;
  ui::Ui& ui_;
  std::deque<std::string> texts_;
  std::vector<ui::ScatterPoint> points_;
  Place least_, greatest_;
  std::string far_;
};

void list(const Model& model, const Curve& curve, ui::Ui& ui, const Dispatch& dispatch) {
  std::deque<std::string> texts;
  const auto keep = [&](std::string text) -> std::string_view {
    return texts.emplace_back(std::move(text));
  };
  std::vector<ui::Row> rows;
  for (std::size_t k = 0; k < model.trade_offs->rows.size(); ++k) {
    const auto& row = model.trade_offs->rows[k];
    const Place at = curve.place(row);
    rows.push_back(
        {keep(std::to_string(k)),
         {{keep(std::to_string(k + 1))},
          {keep(need_text(ui, at.need))},
          {keep(mean_text(ui, at.satisfaction))},
          {keep(text::whole(ui.language(), static_cast<std::int64_t>(row.moves.size())))},
          {ui.tr("trade_off.keep"), Tone::normal, Icon::plus, true, running(model)}}});
  }
  const std::array<ui::Column, 5> columns = {{{ui.tr("trade_off.plan"), false, 0.6F},
                                              {ui.tr("trade_off.need"), true, 1},
                                              {ui.tr("trade_off.satisfaction"), true, 1},
                                              {ui.tr("trade_off.moves"), true, 1},
                                              {ui.tr("trade_off.choose"), true, 1}}};
  if (const auto press = ui.table("points", ui.tr("trade_off.list"), columns, rows))
    dispatch(KeepTradeOff{press->row});
}

}  // namespace

void draw_trade_off(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  if (!model.planner() || !model.release) return;
  const auto card = ui.card("trade_off");
  ui.heading(2, ui.tr("trade_off.title"), Icon::git_compare);
  ui.paragraph(ui.tr("trade_off.text"), Tone::muted);
  if (model.trade_offs) {
    Curve curve(model, ui);
    curve.draw();
    list(model, curve, ui, dispatch);
    ui.small(ui.tr(model.trade_offs->complete ? "trade_off.all" : "trade_off.some"));
  }
  if (running_trade_off(model)) {
    ui.progress("search", ui.tr("trade_off.searching"), model.job->permille / 1000.0,
                text::percent(ui.language(), model.job->permille / 1000.0));
    if (ui.button("stop", ui.tr("plans.cancel"), {.before = Icon::x})) dispatch(CancelPressed{});
    return;
  }
  if (model.trade_off_kept) {
    ui.icon_text(Icon::check, ui.tr("trade_off.kept"), Tone::success);
    ui.announce("kept", ui.tr("trade_off.kept"));
  }
  if (ui.button("search", ui.tr(model.trade_offs ? "trade_off.again" : "trade_off.start"),
                {.before = Icon::sparkles, .disabled = running(model)}))
    dispatch(TradeOffPressed{});
}

}  // namespace rembuk::office

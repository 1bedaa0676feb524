#include <array>

#include "app/panels/employee_views.hpp"
#include "app/ui/ui.hpp"
#include "engine/base/plain_text.hpp"

namespace rembuk::employee {
namespace {

using ui::Icon, ui::Kind, ui::Tone;
using wire::Fact;

struct Standing {
  std::string text;
  Icon icon = Icon::pencil;
  Tone tone = Tone::muted;
};

std::string on_day(const ui::Ui& ui, std::string_view key, const std::string& day) {
  return ui.tr(key, {{"day", day_text(ui, day)}});
}

Standing standing(const CorrectionBox& box, const ui::Ui& ui) {
  if (box.state == Report::waiting && box.mine.facts == 0)
    return {std::string(ui.tr("correction.withdrawing")), Icon::cloud_off, Tone::warning};
  if (box.state == Report::waiting && box.late)
    return {std::string(ui.tr("correction.waiting")), Icon::cloud_off, Tone::warning};
  if (box.state == Report::waiting)
    return {std::string(ui.tr("correction.sending")), Icon::send, Tone::primary};
  if (box.state == Report::writing) return {std::string(ui.tr("correction.draft"))};
  if (!box.stored.handled_on.empty())
    return {on_day(ui, "correction.handled", box.stored.handled_on), Icon::circle_check,
            Tone::success};
  if (box.stored.facts != 0)
    return {on_day(ui, "correction.received", box.stored.received_on), Icon::circle_check,
            Tone::success};
  return {std::string(ui.tr("correction.short"))};
}

/// What was reported: each fact as it stands in the records, then what is right.
void summary(const Model& model, ui::Ui& ui, wire::Facts facts, const std::string& right) {
  ui.heading(2, ui.tr("correction.facts"));
  for (std::size_t k = 0; k < wire::fact_count; ++k)
    if (const auto fact = static_cast<Fact>(k); wire::has(facts, fact))
      ui.label_value(fact_name(ui, fact), fact_value(model, ui, fact));
  if (!right.empty()) ui.titled(ui.tr("correction.field"), right);
}

void sent(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto& box = model.correction;
  const bool waits = box.state == Report::waiting;
  const bool mine = waits && box.mine.facts != 0;
  const auto card = ui.card("sent");
  summary(model, ui, mine ? box.mine.facts : box.stored.facts,
          mine ? box.mine.text : box.stored.text);
  if (ui.button("change", ui.tr(waits ? "note.take_back" : "correction.change"),
                {.before = Icon::pencil, .disabled = box.under_way, .full_width = true}))
    dispatch(EditedCorrection{});
  if (!waits && ui.button("withdraw", ui.tr("correction.withdraw"),
                          {.kind = Kind::quiet, .before = Icon::undo}))
    dispatch(AskedFirst{Question::take_back});
}

void fields(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto& mine = model.correction.mine;
  {
    const auto group = ui.group("facts", ui.tr("correction.facts"));
    for (std::size_t k = 0; k < wire::fact_count; ++k) {
      const auto fact = static_cast<Fact>(k);
      const bool marked = wire::has(mine.facts, fact);
      const std::string value = fact_value(model, ui, fact);
      if (value.empty() && !marked) continue;
      if (const auto on = ui.checkbox(std::to_string(k), fact_name(ui, fact), marked, value))
        dispatch(MarkedFact{fact, *on});
    }
  }
  if (const auto typed =
          ui.text_area("text", ui.tr("correction.field"), mine.text,
                       {.help = ui.tr("correction.help"), .most = wire::correction_text_most}))
    dispatch(TypedCorrection{*typed});
  if (model.correction.stored.facts != 0 &&
      ui.button("drop", ui.tr("receipt.drop"), {.kind = Kind::quiet, .before = Icon::undo}))
    dispatch(EditedCorrection{false});
}

}  // namespace

std::string_view fact_name(const ui::Ui& ui, Fact fact) {
  constexpr std::array<std::string_view, wire::fact_count> keys = {
      "correction.name",  "profile.post",          "profile.unit",   "profile.class",
      "profile.golongan", "profile.education",     "profile.tenure", "profile.home",
      "term.competence",  "correction.eligibility"};
  return ui.tr(keys[static_cast<std::size_t>(fact)]);
}

std::string fact_value(const Model& model, const ui::Ui& ui, Fact fact) {
  const auto& p = *model.profile;
  switch (fact) {
    case Fact::name:
      return p.name + " · " + p.nip;
    case Fact::post:
      return p.post_name;
    case Fact::unit:
      return p.unit_name;
    case Fact::job_class:
      return std::to_string(p.job_class);
    case Fact::golongan:
      return p.golongan;
    case Fact::education:
      return p.education;
    case Fact::tenure:
      return ui.tr("profile.months", {{"years", std::to_string(p.tenure_months / 12)},
                                      {"months", std::to_string(p.tenure_months % 12)}});
    case Fact::home: {
      const auto home =
          model.finder ? model.finder->place("wilayah:" + p.home_region) : std::nullopt;
      return home ? home->title : p.home_region;
    }
    case Fact::competences:
      return ui.tr("correction.competences", {{"n", std::to_string(p.competences.size())}});
    case Fact::eligibility:
      break;
  }
  const bool english = ui.language() == text::Language::english;
  std::string rules;
  for (const auto& one : p.kept)
    rules += (rules.empty() ? "" : " ") + (english ? one.text_en : one.text_id);
  return rules;
}

void correction_door(const Model& model, ui::Ui& ui, const Dispatch& dispatch,
                     std::string_view title) {
  if (ui.row_button("correction", title, standing(model.correction, ui).text, Icon::pencil))
    dispatch(Go{Screen::correction});
}

void draw_correction(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  ui.app_bar({.brand = ui.tr("brand"),
              .right = model.session ? std::string_view(model.session->display_name) : ""});
  const auto& box = model.correction;
  const bool waits = box.state == Report::waiting;
  const bool writes = box.state == Report::writing || (!waits && box.stored.facts == 0);
  if (model.profile) {
    const auto body = ui.body("correction");
    const Standing now = standing(box, ui);
    if (box.state != Report::shown || box.stored.facts != 0) {
      const auto row = ui.flow("state");
      ui.pill({now.text, now.icon, now.tone});
    }
    ui.heading(1, ui.tr("profile.wrong"));
    ui.announce("state_said", now.text);
    if (!box.problem.empty()) {
      const std::string text(ui.tr("problem." + box.problem));
      ui.notice("problem", Tone::error, ui.tr("problem.title"), text);
      ui.announce("problem_said", text);
    }
    ui.notice("named", Tone::primary, ui.tr("correction.named"), ui.tr("correction.named_text"));
    if (!box.loaded)
      ui.skeleton(4, ui.tr("starting.wait"));
    else if (writes)
      fields(model, ui, dispatch);
    else
      sent(model, ui, dispatch);
    ui.paragraph(ui.tr("correction.apart"), Tone::muted);
  }
  const bool again = waits && box.late && !box.under_way;
  const auto press = ui.foot({.icon = Icon::user,
                              .state = ui.tr("correction.promise"),
                              .back = ui.tr("back"),
                              .next = writes  ? ui.tr("send")
                                      : again ? ui.tr("receipt.try_now")
                                              : "",
                              .next_icon = Icon::send});
  if (press.back) dispatch(Go{box.from_profile ? Screen::profile : home(model)});
  if (press.next && writes) dispatch(CorrectionSent{});
  if (press.next && again) dispatch(TryAgain{true});
}

}  // namespace rembuk::employee

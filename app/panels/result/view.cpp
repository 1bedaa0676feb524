#include <algorithm>
#include <string>
#include <vector>

#include "app/panels/employee_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

/// What the published plan proposes for the person, and why: a proposal, not a decision.
namespace rembuk::employee {
namespace {

using ui::Icon, ui::Tone;
using Sentences = std::vector<wire::CardSentence>;

bool is_english(const ui::Ui& ui) { return ui.language() == text::Language::english; }

void post(const wire::PostFacts& facts, ui::Ui& ui, std::string_view title, Icon icon) {
  ui.heading(2, title, icon);
  ui.titled(facts.name,
            facts.agency == facts.unit ? facts.unit : facts.unit + " · " + facts.agency);
  const auto row = ui.flow("facts");
  if (facts.minutes != 65535) ui.fact(Icon::clock, travel_text(ui, facts.minutes));
  ui.fact(Icon::briefcase, ui.tr("result.class", {{"n", std::to_string(facts.job_class)}}));
  ui.fact(
      Icon::graduation_cap,
      ui.tr("result.match", {{"share", text::percent(ui.language(), facts.competence / 10000.0)}}));
}

/// Each sentence with what it rests on behind a small button.
void sentences(const wire::OwnExplanation& card, ui::Ui& ui, std::string_view key,
               const Sentences& all) {
  if (all.empty()) return;
  const auto list = ui.list(key, ui.tr("explain.sentences"));
  for (std::size_t k = 0; k < all.size(); ++k) {
    const auto& one = all[k];
    const auto basis = std::ranges::find(card.bases, one.basis, &wire::CardBasis::id);
    std::string note;
    if (basis != card.bases.end()) {
      note = is_english(ui) ? basis->english : basis->indonesian;
      if (one.basis.starts_with('R')) note = one.basis + " · " + note;
    }
    const auto item = ui.item(std::to_string(k));
    ui.noted("text", is_english(ui) ? one.english : one.indonesian,
             ui.tr("explain.basis", {{"id", one.basis}}), note);
  }
}

/// What changes, and behind a line of its own the competences that are met.
void change(const wire::OwnExplanation& card, ui::Ui& ui) {
  Sentences told, met;
  for (const auto& one : card.facts.change)
    (one.code == "competence_met" ? met : told).push_back(one);
  if (told.empty() && met.empty()) return;
  const auto area = ui.card("change");
  ui.heading(2, ui.tr("explain.change"), Icon::git_compare);
  sentences(card, ui, "facts", told);
  if (!met.empty() &&
      ui.disclosure("met", ui.tr("explain.met", {{"n", std::to_string(met.size())}})))
    sentences(card, ui, "met_facts", met);
}

struct Part {
  std::string_view key;
  Icon icon;
  const Sentences& facts;
  const Sentences& own;
  bool pending = false;  ///< more of it is being computed
};

void part(const wire::OwnExplanation& card, ui::Ui& ui, const Part& part) {
  if (part.facts.empty() && part.own.empty() && !part.pending) return;
  const auto area = ui.card(part.key);
  ui.heading(2, ui.tr("explain." + std::string(part.key)), part.icon);
  sentences(card, ui, "facts", part.facts);
  if (!part.facts.empty() && !part.own.empty()) ui.divider();
  if (!part.own.empty()) ui.fact(Icon::lock, ui.tr("explain.only_you"));
  sentences(card, ui, "own", part.own);
  if (part.pending) ui.icon_text(Icon::clock, ui.tr("explain.computing"));
}

void explanation(const Model& model, ui::Ui& ui) {
  if (!model.explanation) {
    if (model.explanation_failed && !model.explanation_due)
      return ui.notice("failed", Tone::warning, "", ui.tr("explain.failed"));
    return ui.skeleton(4, ui.tr("explain.wait"));
  }
  const auto& card = *model.explanation;
  const auto& [facts, state, own, bases] = card;
  const Sentences none;
  const bool waits = state == wire::PersonalPart::waiting;
  change(card, ui);
  part(card, ui, {"reason", Icon::circle_question_mark, facts.reason, own.reason});
  part(card, ui, {"differ", Icon::sliders_horizontal, none, own.differ, waits});
  part(card, ui, {"meaning", Icon::trending_up, facts.meaning, own.meaning});
  part(card, ui, {"concerns", Icon::heart, none, own.concerns});
  part(card, ui, {"next", Icon::route, facts.next, own.next});
  if (state == wire::PersonalPart::hidden)
    ui.notice("hidden", Tone::muted, ui.tr("explain.hidden_title"), ui.tr("explain.hidden"));
  if (state == wire::PersonalPart::failed)
    ui.notice("failed", Tone::warning, "", ui.tr("explain.failed"));
}

void own(const Model& model, ui::Ui& ui) {
  const wire::OwnResult& result = *model.result;
  {
    const auto row = ui.flow("state");
    ui.pill({ui.tr("result.proposal"), Icon::info, Tone::primary});
  }
  ui.heading(1, ui.tr(result.moves ? "result.moves" : "result.stays"));
  ui.paragraph(ui.tr("result.text", {{"day", day_text(ui, result.published)}}), Tone::muted);
  if (result.moves) {
    const auto card = ui.card("proposed", true);
    post(result.proposed, ui, ui.tr("result.proposed"), Icon::arrow_right);
  }
  {
    const auto card = ui.card("now");
    post(result.now, ui, ui.tr("result.now"), Icon::briefcase);
  }
  explanation(model, ui);
  // The answer to the proposal (accept, with conditions, object) is asked here in its own round.
  terms(ui, "terms", {"proposal", "policy", "satisfaction", "acceptance", "class"});
}

}  // namespace

void draw_result(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  ui.app_bar({.brand = ui.tr("brand"),
              .right = model.session ? std::string_view(model.session->display_name) : ""});
  {
    const auto body = ui.body("result");
    problem_notice(model, ui);
    if (model.result) {
      own(model, ui);
    } else {
      ui.heading(1, ui.tr("result.title"));
      ui.skeleton(4, ui.tr("starting.wait"));
    }
    if (model.result &&
        ui.row_button("method", ui.tr("how.title"), ui.tr("how.short"), Icon::calculator))
      dispatch(Go{Screen::method});
    if (model.stored && model.stored->receipt.version > 0 && !has_hidden(model) &&
        ui.row_button("answer", ui.tr("result.answer"), ui.tr("result.answer_short"),
                      Icon::receipt_text))
      dispatch(Go{Screen::receipt});
    side_doors(model, ui, dispatch);
  }
  (void)ui.foot({.icon = Icon::info, .state = ui.tr("result.not_decision")});
}

}  // namespace rembuk::employee

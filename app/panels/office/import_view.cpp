#include <algorithm>
#include <array>
#include <deque>

#include "app/panels/office/import_parts_view.hpp"
#include "app/text/format.hpp"

/// A new data set: files, the dry run and its faults.
namespace rembuk::office {
namespace {

using ui::Icon, ui::Kind, ui::Tone;

void problem(const ImportModel& m, ui::Ui& ui) {
  if (m.problem.empty()) return;
  const std::string key = "import." + m.problem;
  const std::string text(ui.text().has(key) ? ui.tr(key) : ui.tr("problem." + m.problem));
  ui.notice("import_problem", Tone::error, ui.tr("problem.title"), text);
  ui.announce("import_problem_said", text);
}

/// Whoever prepares a set after the opening learns at once that it can only be compared.
void opened(const Model& model, ui::Ui& ui) {
  if (!model.session) return;
  const auto& facts = model.release ? model.release->consultation : model.session->consultation;
  if (facts.state == wire::ConsultationState::prepare) return;
  ui.notice("opened", Tone::warning, ui.tr("import.opened"), ui.tr("import.opened_text"));
}

void checking(const ImportModel& m, ui::Ui& ui, const Dispatch& dispatch) {
  const double share = m.check_permille / 1000.0;
  ui.progress("checking", ui.tr("import.checking"), m.check_permille == 0 ? -1 : share,
              m.check_permille == 0
                  ? std::string(ui.tr("import.checking"))
                  : ui.tr("import.checking_share",
                          {{"percent", text::whole(ui.language(), m.check_permille / 10)}}));
  if (ui.button("stop", ui.tr("cancel"), {.before = Icon::x})) dispatch(ImportAct{StopChecking{}});
}

void choose(const ImportModel& m, ui::Ui& ui, const Dispatch& dispatch) {
  const auto card = ui.card("choose");
  ui.heading(2, ui.tr("import.choose"), Icon::upload);
  const auto picked = [&](std::vector<ui::File> files) {
    for (auto& file : files)
      dispatch(ImportAct{
          PickedFile{std::move(file.name), std::move(file.bytes), file.remaining, file.too_large,
                     file.unreadable}});
  };
  // Stays while files come: it is what takes them.
  picked(ui.files("files", {.text = ui.tr("import.drop"),
                            .detail = ui.tr("import.drop_text"),
                            .accept = ".csv,.xlsx,.json",
                            .largest = largest_set}));
  if (m.stage == ImportStage::reading) {
    const double all = static_cast<double>(m.files.size() + m.passed.size() + m.awaited);
    const std::string text = ui.tr("import.reading", {{"n", std::to_string(m.awaited)}});
    ui.progress("reading", text, 1 - static_cast<double>(m.awaited) / std::max(all, 1.0), text);
  }
  if (m.stage == ImportStage::checking) return checking(m, ui, dispatch);
  const auto row = ui.flow("more");
  picked(ui.files("folder", {.text = ui.tr("import.folder"),
                             .accept = ".csv,.xlsx,.json",
                             .largest = largest_set,
                             .folder = true,
                             .icon = Icon::list}));
  if (m.stage != ImportStage::empty &&
      ui.button("drop", ui.tr("import.drop_all"), {.kind = Kind::quiet, .before = Icon::trash}))
    dispatch(ImportAct{DropSet{}});
}

std::string size_text(const ui::Ui& ui, std::size_t bytes) {
  if (bytes < 1000) return text::whole(ui.language(), static_cast<std::int64_t>(bytes)) + " B";
  if (bytes < 1000000)
    return text::whole(ui.language(), static_cast<std::int64_t>(bytes / 1000)) + " kB";
  return text::decimal(ui.language(), static_cast<double>(bytes) / 1e6, 1) + " MB";
}

void summary(const ImportModel& m, ui::Ui& ui) {
  const auto card = ui.card("summary");
  ui.heading(2, ui.tr("import.read"), Icon::file_text);
  std::deque<std::string> texts;
  const auto keep = [&](std::string text) -> std::string_view {
    return texts.emplace_back(std::move(text));
  };
  std::vector<ui::Row> rows;
  for (const auto& line : m.summary) {
    ui::Cell state{ui.tr("import.file_good"), Tone::success, Icon::circle_check};
    if (line.errors > 0)
      state = {keep(ui.tr("import.n_errors", {{"n", text::whole(ui.language(), line.errors)}})),
               Tone::error, Icon::circle_alert};
    else if (line.warnings > 0)
      state = {keep(ui.tr("import.n_warnings", {{"n", text::whole(ui.language(), line.warnings)}})),
               Tone::warning, Icon::triangle_alert};
    if (line.missing) state = {ui.tr("import.file_missing"), Tone::error, Icon::circle_alert};
    rows.push_back({line.name,
                    {{line.name},
                     {keep(line.missing || line.rows == 0
                               ? "–"
                               : text::whole(ui.language(), static_cast<std::int64_t>(line.rows)))},
                     {keep(line.missing ? "–" : size_text(ui, line.bytes)), Tone::muted},
                     state}});
  }
  const std::array<ui::Column, 4> columns = {{{ui.tr("import.file"), false, 2.2f},
                                              {ui.tr("import.rows"), true, 0.9f},
                                              {ui.tr("import.size"), true, 0.9f},
                                              {ui.tr("import.state"), false, 1.5f}}};
  (void)ui.table("files_read", ui.tr("import.read"), columns, rows);
  if (!m.passed.empty()) {
    std::string names;
    for (const auto& name : m.passed) names += (names.empty() ? "" : ", ") + name;
    ui.small(ui.tr("import.passed", {{"names", names}}));
  }
  if (m.date_is_today) ui.small(ui.tr("import.date_is_today"), Tone::warning);
}

void result(const ImportModel& m, ui::Ui& ui, const Dispatch& dispatch) {
  const std::string warnings =
      ui.tr("import.n_warnings", {{"n", text::whole(ui.language(), m.warnings)}});
  if (m.stage == ImportStage::faulty) {
    const std::string title =
        ui.tr("import.n_errors", {{"n", text::whole(ui.language(), m.errors)}}) + " · " + warnings;
    ui.notice("faulty", Tone::error, title, ui.tr("import.faulty_text"));
    ui.announce("result_said", title);
    return;
  }
  const std::string title = std::string(ui.tr("import.good")) + " · " + warnings;
  ui.notice("good", Tone::success, title,
            ui.tr(m.outcome ? "import.compared_text" : "import.good_text"));
  ui.announce("result_said", title);
  if (m.stage == ImportStage::sending) {
    const double share = static_cast<double>(m.sent) / std::max(1u, m.pieces);
    ui.progress("sending", ui.tr("import.sending"), m.sent + 1 < m.pieces ? share : -1,
                ui.tr("import.sending"));
  } else if (m.stage == ImportStage::good &&
             ui.button("compare", ui.tr("import.compare"),
                       {.kind = Kind::primary, .before = Icon::git_compare})) {
    dispatch(ImportAct{CompareSet{}});
  }
}

}  // namespace

void draw_import(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const ImportModel& m = model.import;
  office_frame(model, ui, dispatch);
  {
    const auto body = ui.body("import", ui::Width::wide);
    ui.heading(1, ui.tr("import.title"));
    ui.paragraph(ui.tr("import.text"), Tone::muted);
    opened(model, ui);
    problem(m, ui);
    const bool checked = m.stage >= ImportStage::faulty && m.stage != ImportStage::stored;
    if (m.stage == ImportStage::stored) {
      draw_stored(m, ui, dispatch);
    } else if (checked) {
      {
        const auto columns = ui.columns("top", {1, 1.35f});
        {
          const auto left = ui.column();
          choose(m, ui, dispatch);
          result(m, ui, dispatch);
        }
        const auto right = ui.column();
        summary(m, ui);
      }
      if (m.outcome) draw_difference(m, ui, dispatch);
      if (!m.faults.empty()) draw_faults(m, ui, dispatch);
    } else {
      choose(m, ui, dispatch);
      draw_expected(ui);
    }
  }
  draw_import_dialogs(m, ui, dispatch);
}

}  // namespace rembuk::office

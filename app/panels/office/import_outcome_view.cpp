#include <array>
#include <deque>

#include "app/panels/office/import_parts_view.hpp"
#include "app/text/format.hpp"

/// What the new data set changes, and the end of it.
namespace rembuk::office {
namespace {

using ui::Icon, ui::Kind, ui::Tone;

std::string count(const ui::Ui& ui, std::uint32_t n) {
  return n == 0 ? "–" : text::whole(ui.language(), n);
}

void file_table(const wire::ImportOutcome& o, ui::Ui& ui) {
  std::deque<std::string> texts;
  const auto keep = [&](std::string text) -> std::string_view {
    return texts.emplace_back(std::move(text));
  };
  std::vector<ui::Row> rows;
  for (const auto& file : o.files)
    rows.push_back(
        {file.file,
         {{file.file},
          {keep(text::whole(ui.language(), file.before)), Tone::muted},
          {keep(text::whole(ui.language(), file.after))},
          {keep(count(ui, file.fresh)), file.fresh > 0 ? Tone::success : Tone::muted},
          {keep(count(ui, file.changed)), file.changed > 0 ? Tone::warning : Tone::muted},
          {keep(count(ui, file.gone)), file.gone > 0 ? Tone::error : Tone::muted}}});
  const std::array<ui::Column, 6> columns = {{{ui.tr("import.file"), false, 2},
                                              {ui.tr("import.before"), true, 1},
                                              {ui.tr("import.after"), true, 1},
                                              {ui.tr("import.fresh"), true, 1},
                                              {ui.tr("import.changed"), true, 1},
                                              {ui.tr("import.gone"), true, 1}}};
  (void)ui.table("difference", ui.tr("import.difference"), columns, rows);
}

void record_table(const wire::ImportOutcome& o, wire::ImportChange change, std::string_view key,
                  ui::Ui& ui) {
  constexpr std::size_t most = 12;
  std::vector<ui::Row> rows;
  std::size_t more = 0;
  for (const auto& record : o.records) {
    if (record.change != change) continue;
    if (rows.size() < most)
      rows.push_back(
          {record.code, {{record.name}, {record.code, Tone::muted}, {record.file, Tone::muted}}});
    else
      ++more;
  }
  if (rows.empty()) return;
  ui.heading(3, ui.tr(key));
  const std::array<ui::Column, 3> columns = {{{ui.tr("import.name"), false, 2},
                                              {ui.tr("import.key"), false, 1.6f},
                                              {ui.tr("import.file"), false, 1}}};
  (void)ui.table(key, ui.tr(key), columns, rows);
  if (more > 0)
    ui.small(ui.tr("import.and_more",
                   {{"n", text::whole(ui.language(), static_cast<std::int64_t>(more))}}));
}

void answers(const wire::ImportOutcome& o, ui::Ui& ui) {
  const auto line = [&](Icon icon, std::string_view key, std::uint32_t n, Tone tone) {
    if (n > 0) ui.icon_text(icon, ui.tr(key, {{"n", text::whole(ui.language(), n)}}), tone);
  };
  line(Icon::circle_check, "import.answers_kept", o.answers_kept, Tone::success);
  line(Icon::plus, "import.answers_fresh", o.answers_fresh, Tone::muted);
  line(Icon::info, "import.answers_passed", o.answers_passed, Tone::warning);
  line(Icon::triangle_alert, "import.answers_gone", o.answers_gone, Tone::warning);
  line(Icon::trash, "import.plans_removed", o.plans_removed, Tone::warning);
  if (o.settings_changed)
    ui.icon_text(Icon::settings, ui.tr("import.settings_changed"), Tone::warning);
}

bool nothing_differs(const wire::ImportOutcome& o) {
  for (const auto& file : o.files)
    if (file.fresh + file.changed + file.gone > 0) return false;
  return !o.settings_changed && o.answers_fresh == 0;
}

}  // namespace

void draw_expected(ui::Ui& ui) {
  const auto card = ui.card("expected");
  ui.heading(2, ui.tr("import.expected"), Icon::info);
  ui.paragraph(ui.tr("import.expected_text"), Tone::muted);
  constexpr std::array<std::string_view, 10> names = {"unit",
                                                      "jabatan",
                                                      "pegawai",
                                                      "kompetensi",
                                                      "kompetensi_jabatan",
                                                      "kompetensi_pegawai",
                                                      "waktu_tempuh",
                                                      "aspirasi",
                                                      "kekhawatiran",
                                                      "konsultasi"};
  std::deque<std::string> texts;
  std::vector<ui::Row> rows;
  for (const auto name : names) {
    const std::string_view file =
        texts.emplace_back(std::string(name) + (name == "konsultasi" ? ".json" : ".csv"));
    rows.push_back({name, {{file}, {ui.tr("import.about." + std::string(name)), Tone::muted}}});
  }
  const std::array<ui::Column, 2> columns = {
      {{ui.tr("import.file"), false, 1}, {ui.tr("import.holds"), false, 2.6f}}};
  (void)ui.table("expected_files", ui.tr("import.expected"), columns, rows);
}

void draw_difference(const ImportModel& m, ui::Ui& ui, const Dispatch& dispatch) {
  const auto& o = *m.outcome;
  const auto card = ui.card("outcome");
  ui.heading(2, ui.tr("import.difference"), Icon::git_compare);
  if (nothing_differs(o)) {
    ui.paragraph(ui.tr("import.same"), Tone::muted);
    return;
  }
  file_table(o, ui);
  answers(o, ui);
  if (m.stage == ImportStage::storing)
    ui.progress("storing", ui.tr("import.storing"), -1, ui.tr("import.storing"));
  else if (!o.may_be_stored)
    ui.icon_text(Icon::lock, ui.tr("import.opened_text"), Tone::warning);
  else if (ui.button("store", ui.tr("import.store"),
                     {.kind = Kind::primary, .before = Icon::check}))
    dispatch(ImportAct{StoreSet{}});
  record_table(o, wire::ImportChange::gone, "import.list_gone", ui);
  record_table(o, wire::ImportChange::fresh, "import.list_fresh", ui);
  record_table(o, wire::ImportChange::changed, "import.list_changed", ui);
}

void draw_stored(const ImportModel& m, ui::Ui& ui, const Dispatch& dispatch) {
  ui.notice("stored", Tone::success, ui.tr("import.stored"), ui.tr("import.stored_text"));
  ui.announce("stored_said", ui.tr("import.stored"));
  {
    const auto card = ui.card("what");
    ui.heading(2, ui.tr("import.difference"), Icon::git_compare);
    file_table(*m.outcome, ui);
    answers(*m.outcome, ui);
    record_table(*m.outcome, wire::ImportChange::gone, "import.list_gone", ui);
  }
  const auto row = ui.flow("next");
  if (ui.button("needs", ui.tr("office.needs"),
                {.kind = Kind::primary, .before = Icon::chart_column}))
    dispatch(Go{Screen::needs});
  if (ui.button("again", ui.tr("import.again"), {.before = Icon::upload}))
    dispatch(ImportAct{DropSet{}});
}

}  // namespace rembuk::office

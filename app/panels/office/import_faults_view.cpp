#include <algorithm>
#include <array>
#include <deque>

#include "app/panels/office/import_parts_view.hpp"
#include "app/text/format.hpp"

/// The list of faults: filter, pages, the row behind each.
namespace rembuk::office {
namespace {

using ui::Icon, ui::Kind, ui::Tone;

bool english(const ui::Ui& ui) { return ui.language() == text::Language::english; }

/// A choice of "all" and what there is; the one newly chosen.
std::optional<std::string> filter(ui::Ui& ui, std::string_view key, std::string_view label,
                                  std::string_view all, const std::vector<std::string>& there,
                                  const std::string& current) {
  std::vector<std::string_view> options = {all};
  for (const auto& one : there) options.push_back(one);
  const auto found = std::ranges::find(there, current);
  const std::size_t at = current.empty() || found == there.end()
                             ? 0
                             : static_cast<std::size_t>(found - there.begin()) + 1;
  const auto chosen = ui.select(key, label, options, at);
  if (!chosen) return std::nullopt;
  return *chosen == 0 ? std::string() : there[*chosen - 1];
}

void filters(const ImportModel& m, ui::Ui& ui, const Dispatch& dispatch) {
  const auto columns = ui.columns("filters", {1, 1});
  {
    const auto left = ui.column();
    if (const auto file = filter(ui, "file", ui.tr("import.filter_file"), ui.tr("import.all_files"),
                                 faulty_files(m), m.only_file))
      dispatch(ImportAct{FilterFaults{*file, m.only_code}});
  }
  const auto right = ui.column();
  if (const auto code = filter(ui, "code", ui.tr("import.filter_code"), ui.tr("import.all_codes"),
                               fault_codes(m), m.only_code))
    dispatch(ImportAct{FilterFaults{m.only_file, *code}});
}

void pages(const ImportModel& m, std::size_t count, ui::Ui& ui, const Dispatch& dispatch) {
  const std::size_t last = count == 0 ? 0 : (count - 1) / faults_on_page;
  if (last == 0) return;
  const auto row = ui.flow("pages");
  if (ui.icon_button("earlier", Icon::chevron_left, ui.tr("import.page_earlier"), m.page == 0))
    dispatch(ImportAct{TurnFaults{m.page - 1}});
  ui.fact(Icon::none, ui.tr("import.page",
                            {{"n", std::to_string(m.page + 1)}, {"of", std::to_string(last + 1)}}));
  if (ui.icon_button("later", Icon::chevron_right, ui.tr("import.page_later"), m.page >= last))
    dispatch(ImportAct{TurnFaults{m.page + 1}});
}

}  // namespace

void draw_faults(const ImportModel& m, ui::Ui& ui, const Dispatch& dispatch) {
  const auto card = ui.card("faults");
  ui.heading(2, ui.tr("import.faults"), Icon::list);
  if (static_cast<std::int64_t>(m.faults.size()) < m.errors + m.warnings)
    ui.small(
        ui.tr("import.first_only",
              {{"n", text::whole(ui.language(), static_cast<std::int64_t>(m.faults.size()))}}));
  filters(m, ui, dispatch);
  const auto indices = filtered(m);
  const std::size_t first = std::min(m.page * faults_on_page, indices.size());
  const std::size_t last = std::min(first + faults_on_page, indices.size());
  std::deque<std::string> texts;
  const auto keep = [&](std::string text) -> std::string_view {
    return texts.emplace_back(std::move(text));
  };
  std::vector<ui::Row> rows;
  for (std::size_t k = first; k < last; ++k) {
    const auto& fault = m.faults[indices[k]];
    const bool error = !fault.warning;
    ui::Cell row{fault.row == 0 ? keep("–") : keep(std::to_string(fault.row))};
    if (fault.row >= 2 && !m.files.empty()) {
      row.action = true;
      row.text = keep(ui.tr("import.row_n", {{"n", std::to_string(fault.row)}}));
    }
    rows.push_back({keep(std::to_string(indices[k])),
                    {{fault.file},
                     row,
                     {fault.column, Tone::muted},
                     {keep(fault_text(m, indices[k], english(ui))), Tone::normal,
                      error ? Icon::circle_alert : Icon::triangle_alert},
                     {fault.code, error ? Tone::error : Tone::warning}}});
  }
  const std::array<ui::Column, 5> columns = {{{ui.tr("import.file"), false, 1.5f},
                                              {ui.tr("plans.row"), false, 1},
                                              {ui.tr("plans.column"), false, 1.1f},
                                              {ui.tr("plans.message"), false, 3.2f},
                                              {ui.tr("import.code"), false, 1.2f}}};
  const auto pressed = ui.table("fault_table", ui.tr("import.faults"), columns, rows);
  if (pressed && !pressed->heading) dispatch(ImportAct{ShowFault{indices[first + pressed->row]}});
  pages(m, indices.size(), ui, dispatch);
  if (ui.button("save", ui.tr("import.save"), {.before = Icon::download}))
    dispatch(ImportAct{SaveFaults{english(ui)}});
}

namespace {

void fault_dialog(const ImportModel& m, ui::Ui& ui, const Dispatch& dispatch) {
  const auto& fault = m.faults.at(m.shown->fault);
  bool closed = false;
  const std::string title =
      fault.file + " · " + ui.tr("import.row_n", {{"n", std::to_string(fault.row)}});
  const auto dialog = ui.dialog("fault", title, closed);
  const bool error = !fault.warning;
  ui.icon_text(error ? Icon::circle_alert : Icon::triangle_alert,
               fault_text(m, m.shown->fault, english(ui)), error ? Tone::error : Tone::warning);
  for (const auto& cell : m.shown->cells)
    if (!cell.text.empty() || cell.faulty)
      ui.label_value(cell.column, cell.text.empty() ? ui.tr("import.cell_empty") : cell.text,
                     cell.faulty ? Tone::error : Tone::normal);
  if (ui.button("close", ui.tr("ui.close"), {.full_width = true}) || closed)
    dispatch(ImportAct{CloseFault{}});
}

void store_dialog(const ImportModel& m, ui::Ui& ui, const Dispatch& dispatch) {
  bool closed = false;
  const auto dialog = ui.dialog("store", ui.tr("import.store_title"), closed);
  ui.paragraph(ui.tr("import.store_text"));
  std::int64_t gone = 0;
  for (const auto& file : m.outcome->files)
    if (file.file == "pegawai.csv") gone = file.gone;
  if (gone > 0)
    ui.icon_text(Icon::triangle_alert,
                 ui.tr("import.store_gone", {{"n", text::whole(ui.language(), gone)}}),
                 Tone::warning);
  if (ui.button("yes", ui.tr("import.store_yes"),
                {.kind = Kind::primary, .before = Icon::check, .full_width = true}))
    dispatch(ImportAct{StoreConfirmed{}});
  if (ui.button("no", ui.tr("cancel"), {.full_width = true}) || closed)
    dispatch(ImportAct{StoreCancelled{}});
}

}  // namespace

void draw_import_dialogs(const ImportModel& m, ui::Ui& ui, const Dispatch& dispatch) {
  if (m.shown) fault_dialog(m, ui, dispatch);
  if (m.confirming && m.outcome) store_dialog(m, ui, dispatch);
}

}  // namespace rembuk::office

#include <array>
#include <string>
#include <vector>

#include "app/browser/gallery_program.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::gallery {
namespace {

using ui::Icon, ui::Sort, ui::Tone;

/// Columns in all their orders, numbers, tones, an action alive and one at rest.
void scenarios(Model& m, ui::Ui& u) {
  u.heading(2, "Tabel dengan urutan dan tombol");
  const std::vector<ui::Column> columns = {{"Nama", false, 2, Sort::ascending},
                                           {"Dipindah", true, 1, Sort::can},
                                           {"Kepuasan", true, 1, Sort::none},
                                           {"Forum", true, 1.4F}};
  const std::vector<ui::Row> rows = {
      {"a",
       {{"Usulan awal"},
        {"1.104"},
        {"60,2", Tone::muted},
        {"Tampilkan", Tone::normal, Icon::presentation, true}}},
      {"b",
       {{"Seimbang"},
        {"812"},
        {"66,1", Tone::success},
        {"Tarik", Tone::normal, Icon::eye_off, true}}},
      {"c",
       {{"Tidak ada yang dirugikan, kecuali yang menyatakan bersedia"},
        {"640"},
        {"disamarkan", Tone::muted, Icon::eye_off},
        {"Menunggu", Tone::normal, Icon::clock, true, true}}}};
  if (const auto press = u.table("list", "Daftar skenario", columns, rows))
    m.last = press->heading ? std::string(columns[press->column].title)
                            : std::string(rows[press->row].key);
  u.small("Terakhir: " + m.last);
}

void falling(ui::Ui& u) {
  u.heading(2, "Tabel menurun");
  const std::vector<ui::Column> columns = {{"Satuan kerja", false, 2, Sort::can},
                                           {"Pegawai", true, 1, Sort::descending}};
  const std::vector<ui::Row> rows = {{"a", {{"Dinas Pendidikan"}, {"4.210"}}},
                                     {"b", {{"Dinas Kesehatan"}, {"1.877"}}},
                                     {"c", {{"Inspektorat"}, {"—", Tone::muted}}}};
  u.table("falling", "Pegawai per satuan kerja", columns, rows);
  u.heading(3, "Tanpa baris");
  u.table("empty", "Belum ada skenario", columns, {});
}

void side_by_side(ui::Ui& u) {
  u.heading(2, "Perbandingan");
  const std::array<ui::Series, 4> series = {{{"Sekarang", -1},
                                             {"A · Usulan awal", 1},
                                             {"B · Seimbang", 0},
                                             {"C · Tidak ada yang dirugikan", 2}}};
  const std::vector<ui::ComparisonRow> rows = {
      {"Rata-rata kepuasan",
       {{"62,4", 0.624},
        {"60,2", 0.602, false, "−2,2"},
        {"66,1", 0.661, false, "+3,7"},
        {"64,8", 0.648, false, "+2,4"}}},
      {"Lebih buruk dari tetap",
       {{"—", {}}, {"22%", 0.22}, {"14%", 0.14}, {"disamarkan (di bawah 10)", {}, true}}},
      {"Kebutuhan terpenuhi", {{"0", 0.0}, {"100%", 1.0}, {"93%", 0.93}, {"71%", 0.71}}}};
  u.comparison("table", "Perbandingan skenario", series, rows);
}

}  // namespace

void tables(Model& m, ui::Ui& u) {
  u.app_bar({.brand = "Rembuk", .right = "Galeri"});
  const auto body = u.body("tables", ui::Width::wide);
  opening(m, u);
  scenarios(m, u);
  falling(u);
  side_by_side(u);
}

}  // namespace rembuk::gallery

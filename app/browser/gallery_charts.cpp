#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "app/browser/gallery_program.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::gallery {
namespace {

const ui::AnswerWords answer_words = {"keberatan", "bersyarat", "menerima",
                                      "selang 80% dalam kurung · asumsi, belum dikalibrasi",
                                      "menerima"};

void answers(ui::Ui& u) {
  const auto card = u.card("answers");
  u.heading(2, "Batang bertumpuk");
  const std::vector<ui::AnswerBar> bars = {
      {"A · Usulan awal", "1.104 dipindah", ui::AnswerShares{34, 25, 41}, "41%", "37–45", {}},
      {"B · Seimbang", "812 dipindah", ui::AnswerShares{21, 24, 55}, "55%", "51–59", {}},
      {"C · Semua menerima", "", ui::AnswerShares{0, 0, 100}, "100%", "", {}},
      {"D · Sedikit keberatan", "640 dipindah", ui::AnswerShares{2, 3, 95}, "95%", "93–97", {}},
      {"E", "", {}, "", "", "disamarkan: kurang dari 10 orang"}};
  u.answer_bars("bars", "Perkiraan tanggapan", answer_words, bars);
}

void single(ui::Ui& u) {
  const auto card = u.card("bars");
  u.heading(2, "Batang");
  const std::array<ui::Series, 1> one = {{{"B · Seimbang", 0}}};
  const std::vector<ui::BarRow> rows = {
      {"Jarak dan keluarga", {{"184", 1.0}}},
      {"Pendidikan anak", {{"97", 0.53}}},
      {"Ikatan sosial dan budaya di tempat tinggal sekarang", {{"12", 0.07}}},
      {"Perumahan", {{"0", 0.0}}},
      {"Kesesuaian kompetensi", {{"disamarkan (di bawah 10)", {}, true}}}};
  u.bars("one", "Kekhawatiran", one, rows);
}

/// All colours of the series side by side, each with its own letter.
void many(ui::Ui& u) {
  const auto card = u.card("series");
  u.heading(2, "Delapan seri");
  const std::array<ui::Series, 8> series = {
      {{"A", 0}, {"B", 1}, {"C", 2}, {"D", 3}, {"E", 4}, {"F", 5}, {"G", 6}, {"H", 7}}};
  const std::vector<ui::BarRow> rows = {{"Karier",
                                         {{"80", 0.8},
                                          {"70", 0.7},
                                          {"60", 0.6},
                                          {"50", 0.5},
                                          {"40", 0.4},
                                          {"30", 0.3},
                                          {"20", 0.2},
                                          {"10", 0.1}}}};
  u.bars("eight", "Delapan seri", series, rows);
}

void causes(ui::Ui& u) {
  const auto card = u.card("causes");
  u.heading(2, "Naik dan turun");
  const std::vector<ui::ChangeRow> rows = {
      {"Jarak dan keluarga", 2.1, "+2,1"},
      {"Pilihan pertama", 1.2, "+1,2"},
      {"Tidak berubah", 0, "0"},
      {"Beban kerja di unit yang kekurangan pegawai", -1.4, "−1,4"}};
  u.change_bars("why", "Sebab perbedaan", rows);
}

/// Plans beside the line of what is possible; some lie so close that labels must give way.
void trade_off(ui::Ui& u) {
  const auto card = u.card("scatter");
  u.heading(2, "Sebaran dengan garis batas");
  const std::vector<ui::ScatterPoint> points = {
      {"Kebutuhan dulu", 58.1, 98, "58,1", "98%", 0, true},
      {"70 : 30", 61.5, 96, "61,5", "96%", 0, true},
      {"Seimbang", 64.8, 91, "64,8", "91%", 0, true},
      {"30 : 70", 66.4, 83, "66,4", "83%", 0, true},
      {"Keinginan dulu", 67.0, 70, "67,0", "70%", 0, true},
      {"Usulan awal", 60.2, 88, "60,2", "88%", 1},
      {"Usulan kedua", 60.9, 87.5, "60,9", "87,5%", 3},
      {"Sekarang", 56.0, 62, "56,0", "62%", -1}};
  const auto whole = [](double v) { return std::to_string(std::lround(v)); };
  u.scatter("curve", "Kepuasan dan kebutuhan",
            {.x_title = "rata-rata kepuasan",
             .y_title = "kebutuhan terpenuhi, %",
             .point_title = "Rencana",
             .x_tick = whole,
             .y_tick = whole},
            points);
}

}  // namespace

void charts(Model& m, ui::Ui& u) {
  u.app_bar({.brand = "Rembuk", .right = "Galeri"});
  const auto body = u.body("charts", ui::Width::wide);
  opening(m, u);
  answers(u);
  {
    const auto both = u.columns("both", {1, 1});
    {
      const auto left = u.column();
      single(u);
    }
    const auto right = u.column();
    causes(u);
  }
  trade_off(u);
  many(u);
}

}  // namespace rembuk::gallery

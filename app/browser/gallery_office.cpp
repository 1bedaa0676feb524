#include <array>
#include <vector>

#include "app/browser/gallery_program.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::gallery {
namespace {

using ui::Icon, ui::Kind, ui::Tone;

const std::array<ui::Series, 3> series = {
    {{"Sekarang", -1}, {"B · Seimbang", 0}, {"C · Tidak ada yang dirugikan", 2}}};
const ui::AnswerWords answer_words = {"keberatan", "bersyarat", "menerima",
                                      "selang 80% dalam kurung · asumsi, belum dikalibrasi",
                                      "menerima"};

void compare(ui::Ui& u) {
  const auto card = u.card("compare");
  const std::vector<ui::ComparisonRow> rows = {
      {"Rata-rata kepuasan",
       {{"62,4", 0.624}, {"66,1", 0.661, false, "+3,7"}, {"64,8", 0.648, false, "+2,4"}}},
      {"Sepersepuluh terbawah", {{"31,0", 0.31}, {"33,5", 0.335}, {"41,2", 0.412}}},
      {"Lebih baik dari tetap", {{"—", {}}, {"71%", 0.71}, {"88%", 0.88}}},
      {"Lebih buruk dari tetap",
       {{"—", {}}, {"14%", 0.14}, {"disamarkan (di bawah 10)", {}, true}}},
      {"Pegawai dipindah", {{"0", 0.0}, {"812", 0.8}, {"640", 0.63}}}};
  u.comparison("table", "Perbandingan", series, rows);
}

void answers(ui::Ui& u) {
  const auto card = u.card("answers");
  u.heading(3, "Perkiraan tanggapan yang dipindah");
  const std::vector<ui::AnswerBar> bars = {
      {"B · Seimbang", "", ui::AnswerShares{21, 24, 55}, "55%", "51–59", {}},
      {"C · Tidak ada yang dirugikan", "", ui::AnswerShares{9, 20, 71}, "71%", "67–75", {}},
      {"D", "", {}, "", "", "disamarkan: kurang dari 10 orang"}};
  u.answer_bars("bars", "Perkiraan tanggapan", answer_words, bars);
}

void causes(ui::Ui& u) {
  const auto card = u.card("causes");
  u.heading(3, "Mengapa C berbeda dari B");
  const std::vector<ui::ChangeRow> rows = {{"Jarak dan keluarga", 2.1, "+2,1"},
                                           {"Pilihan pertama", 1.2, "+1,2"},
                                           {"Karier", -0.8, "−0,8"},
                                           {"Beban kerja unit", -1.4, "−1,4"}};
  u.change_bars("why", "Sebab perbedaan", rows);
}

void concerns(ui::Ui& u) {
  const auto card = u.card("concerns");
  u.heading(3, "Kekhawatiran yang tersentuh");
  const std::array<ui::Series, 1> one = {{{"B · Seimbang", 0}}};
  const std::vector<ui::BarRow> rows = {
      {"Jarak dan keluarga", {{"184", 1.0}}},
      {"Pendidikan anak", {{"97", 0.53}}},
      {"Kesesuaian kompetensi", {{"disamarkan (di bawah 10)", {}, true}}}};
  u.bars("bars", "Kekhawatiran", one, rows);
}

void scenarios(Model& m, ui::Ui& u) {
  const auto card = u.card("scenarios");
  u.heading(3, "Skenario");
  const std::vector<ui::Column> columns = {
      {"Nama", false, 2}, {"Dipindah", true, 1}, {"Kepuasan", true, 1}, {"Forum", true, 1.4F}};
  const std::vector<ui::Row> rows = {{"a",
                                      {{"Usulan awal"},
                                       {"1.104"},
                                       {"60,2"},
                                       {"Tampilkan", Tone::normal, Icon::presentation, true}}},
                                     {"b",
                                      {{"Seimbang"},
                                       {"812"},
                                       {"66,1", Tone::success},
                                       {"Tarik", Tone::normal, Icon::eye_off, true}}}};
  if (const auto press = u.table("list", "Daftar skenario", columns, rows))
    m.last = std::string(rows[press->row].key) + std::to_string(press->column);
}

}  // namespace

void laptop(Model& m, ui::Ui& u) {
  u.app_bar({.brand = "Rembuk", .right = "Pengelola"});
  const std::array<ui::NavigationItem, 5> items = {{{"people", "Partisipasi", Icon::users},
                                                    {"needs", "Kebutuhan unit", Icon::map_pin},
                                                    {"plans", "Skenario", Icon::git_compare},
                                                    {"rules", "Aturan", Icon::sliders_horizontal},
                                                    {"forum", "Forum", Icon::presentation}}};
  if (const auto chosen =
          u.side_navigation(items, m.section, "62% sudah menjawab, 7.440 dari 12.000"))
    m.section = *chosen;
  const auto body = u.body("section" + std::to_string(m.section), ui::Width::wide);
  {
    const auto head = u.columns("head", {1, 0});
    {
      const auto left = u.column();
      u.heading(1, "Skenario C menyakiti paling sedikit orang");
      u.small("Dibandingkan dengan keadaan sekarang dan skenario B · dihitung di perangkat ini");
    }
    const auto right = u.column();
    const auto row = u.flow("actions", true);
    if (u.button("undo", "Urungkan", {.before = Icon::undo})) m.last = "urungkan";
    if (u.button("show", "Tampilkan di forum",
                 {.kind = Kind::primary, .before = Icon::presentation}))
      m.last = "forum";
  }
  {
    const auto row = u.columns("figures", {1, 1, 1});
    for (const char* key : {"a", "b", "c"}) {
      const auto column = u.column();
      const auto card = u.card(key);
      u.key_figure("Sudah menjawab", "62%", "7.440 dari 12.000");
    }
  }
  const auto both = u.columns("both", {1.55F, 1});
  {
    const auto left = u.column();
    compare(u);
    answers(u);
    scenarios(m, u);
  }
  const auto right = u.column();
  causes(u);
  concerns(u);
}

void forum(Model&, ui::Ui& u) {
  u.presenter();
  u.app_bar({.brand = "Rembuk", .right = "Forum Komunikasi · Babak 2"});
  {
    const auto body = u.body("forum", ui::Width::wide);
    u.small("Forum Komunikasi · Babak 2");
    u.heading(1, "Bila tidak ada yang dirugikan, 7 dari 10 yang dipindah diperkirakan menerima");
    u.gap();
    const std::vector<ui::AnswerBar> bars = {
        {"A · Usulan awal", "1.104 dipindah", ui::AnswerShares{34, 25, 41}, "41%", "37–45", {}},
        {"B · Seimbang", "812 dipindah", ui::AnswerShares{21, 24, 55}, "55%", "51–59", {}},
        {"C · Tidak ada yang dirugikan",
         "640 dipindah",
         ui::AnswerShares{9, 20, 71},
         "71%",
         "67–75",
         {}}};
    u.answer_bars("bars", "Perkiraan tanggapan", answer_words, bars);
  }
  u.foot({.icon = Icon::eye_off, .state = "Kelompok di bawah 10 orang disamarkan"});
}

}  // namespace rembuk::gallery

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "app/browser/gallery_program.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::gallery {
namespace {

using ui::Icon, ui::Kind, ui::Tone;

constexpr std::array<std::string_view, 8> places = {
    "Analis Data dan Informasi", "Pranata Komputer Ahli Pertama",
    "Perawat Terampil",          "Guru Ahli Muda",
    "Auditor Ahli Pertama",      "Arsiparis Mahir",
    "Analis Kebijakan",          "Pengelola Keuangan"};

void act(Model& m, std::string text) { m.last = std::move(text); }

void greeting(Model& m, ui::Ui& u) {
  u.heading(1, "Ke mana Anda ingin ditempatkan?");
  u.paragraph("Urutkan sampai lima pilihan. Menambah pilihan tidak pernah merugikan Anda.",
              Tone::muted);
  u.small("Terakhir: " + m.last);
  {
    const auto row = u.flow("pills");
    u.pill({"Menunggu jaringan", Icon::cloud_off, Tone::warning});
    u.pill({"Diterima", Icon::circle_check, Tone::success});
    u.pill({"Rilis 5", Icon::none, Tone::normal});
    u.pill({"Ditolak", Icon::x, Tone::error});
  }
  {
    const auto card = u.card("who");
    u.heading(3, "Siapa yang melihat?", Icon::users);
    u.paragraph("Pimpinan hanya melihat kelompok berisi 10 orang atau lebih.", Tone::muted);
    u.label_value("Sikap", "Terbuka untuk pindah");
    u.label_value("Paling penting", "Jarak dan keluarga");
    u.divider();
    if (u.link("more", "Bagaimana angka ini dihitung")) act(m, "tautan");
  }
  u.notice("warn", Tone::warning, "Kurang dari 10 tahun",
           "Mutasi atas permintaan sendiri belum dapat diajukan.");
  u.progress("load", "Menghitung", 0.4, "40% · 12 detik lagi");
  u.skeleton(2, "Memuat");
  u.empty_state(Icon::search, "Belum ada pilihan", "Cari jabatan, unit, atau daerah di atas.");
}

void buttons(Model& m, ui::Ui& u) {
  u.heading(2, "Tombol");
  const auto row = u.flow("buttons");
  if (u.button("save", "Simpan", {.kind = Kind::primary, .before = Icon::check})) act(m, "simpan");
  if (u.button("second", "Urungkan", {.before = Icon::undo})) act(m, "urungkan");
  if (u.button("quiet", "Lewati", {.kind = Kind::quiet})) act(m, "lewati");
  if (u.button("danger", "Tarik jawaban", {.kind = Kind::danger, .before = Icon::trash}))
    m.asking = true;
  if (u.button("off", "Tidak aktif", {.disabled = true})) act(m, "salah");
  if (u.button("busy", "Mengirim", {.kind = Kind::primary, .busy = true})) act(m, "salah");
  if (u.icon_button("gear", Icon::pencil, "Ubah nama")) act(m, "ubah");
}

void wishes(Model& m, ui::Ui& u) {
  u.heading(2, "Pilihan");
  std::vector<ui::Suggestion> found;
  for (const std::string_view place : places)
    if (!m.query.empty() && place.find(m.query) != place.npos)
      found.push_back({place, place, "Diskominfo · Kota Jambi", Icon::briefcase});
  const std::string status = std::to_string(found.size()) + " hasil";
  const auto did = u.search("find", "Cari jabatan", m.query, found,
                            {.placeholder = "Cari jabatan, unit, atau daerah", .status = status});
  if (did.typed) m.query = *did.typed;
  if (did.chosen) {
    m.wishes.emplace_back(found[*did.chosen].title);
    m.query.clear();
    act(m, "tambah");
  }
  const auto list = u.list("wishes", "Pilihan Anda");
  for (std::size_t i = 0; i < m.wishes.size(); ++i) {
    ui::Move move = ui::Move::none;
    {
      const auto item = u.ordered_item(std::to_string(i),
                                       {.title = m.wishes[i],
                                        .detail = "Diskominfo · Kota Jambi",
                                        .place = static_cast<int>(i) + 1,
                                        .of = static_cast<int>(m.wishes.size()),
                                        .removable = true},
                                       move);
      {
        const auto facts = u.flow("facts");
        u.fact(Icon::clock, "25 menit");
        u.fact(Icon::trending_up, "Kelas 8 → 9");
      }
      u.meter("fit", "Kompetensi", 0.92, "92%");
    }
    if (move == ui::Move::remove) {
      m.wishes.erase(m.wishes.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
    if (move == ui::Move::up) std::swap(m.wishes[i], m.wishes[i - 1]);
    if (move == ui::Move::down) std::swap(m.wishes[i], m.wishes[i + 1]);
  }
}

void answers(Model& m, ui::Ui& u) {
  u.heading(2, "Isian");
  if (auto text = u.text_field("name", "Nama", m.name,
                               {.help = "Seperti di KTP.", .placeholder = "Nama lengkap"}))
    m.name = *text;
  const std::string_view fault = m.code.empty() ? "Isi kode." : "";
  if (auto text =
          u.text_field("code", "Kode", m.code, {.fault = fault, .icon = Icon::lock, .code = true}))
    m.code = *text;
  if (auto text = u.text_area("note", "Catatan", m.note)) m.note = *text;
  const std::array<ui::Choice, 3> stances = {
      {{"stay", "Tetap", "Saya ingin tetap di jabatan sekarang."},
       {"open", "Terbuka", "Saya bersedia bila penempatannya baik."},
       {"move", "Ingin pindah", "Saya berharap dipindah."}}};
  if (const auto chosen = u.choice("stance", "Sikap", stances, m.stance)) m.stance = *chosen;
  if (const auto on = u.checkbox("agree", "Saya sudah membaca", m.agreed)) m.agreed = *on;
  if (const auto on = u.toggle("live", "Perbarui langsung", m.live)) m.live = *on;
  if (const auto value = u.rating("worry", "Seberapa berat", m.worry, "ringan", "sangat berat"))
    m.worry = *value;
  const std::array<std::string_view, 3> regions = {"Kota Jambi", "Muaro Jambi", "Batanghari"};
  if (const auto chosen = u.select("region", "Daerah", regions, m.region)) m.region = *chosen;
  if (const auto value = u.stepper("count", "Jumlah", m.count, 1, 5)) m.count = *value;
  const std::array<std::string_view, 3> tabs = {"Ringkas", "Rinci", "Sejarah"};
  if (const auto chosen = u.tabs("tabs", "Tampilan", tabs, m.tab)) m.tab = *chosen;
  if (const auto file = u.file("plan", "Pilih rencana.csv", ".csv", 1'000'000))
    act(m, file->too_large ? "terlalu besar"
                           : file->name + " " + std::to_string(file->bytes.size()));
}

void ask(Model& m, ui::Ui& u) {
  bool closed = false;
  {
    const auto dialog = u.dialog("withdraw", "Tarik jawaban?", closed);
    u.paragraph("Isi jawaban dihapus. Anda dapat mengisi lagi sampai konsultasi ditutup.");
    const auto row = u.flow("row", true);
    if (u.button("no", "Batal")) closed = true;
    if (u.button("yes", "Tarik", {.kind = Kind::danger})) {
      closed = true;
      m.toasting = true;
    }
  }
  if (closed) m.asking = false;
}

}  // namespace

void sample(Model& m, ui::Ui& u) {
  u.app_bar({.brand = "Rembuk",
             .right = "Langkah " + std::to_string(m.step) + " dari 6",
             .step = m.step,
             .steps = 6});
  {
    const auto body = u.body("step" + std::to_string(m.step));
    greeting(m, u);
    buttons(m, u);
    wishes(m, u);
    answers(m, u);
  }
  const auto press =
      u.foot({.icon = Icon::lock,
              .state = "Draf tersimpan di perangkat ini. Aspirasi bukan permohonan mutasi.",
              .back = "Kembali",
              .next = "Lanjut"});
  if (press.back && m.step > 1) --m.step;
  if (press.next && m.step < 6) ++m.step;
  if (m.asking) ask(m, u);
  if (m.toasting && u.toast("done", "Jawaban ditarik.", Tone::success)) m.toasting = false;
}

}  // namespace rembuk::gallery

#include <array>
#include <string>
#include <string_view>

#include "app/browser/gallery_program.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::gallery {
namespace {

using ui::Icon, ui::Kind;

struct KindName {
  Kind kind;
  std::string_view key, name;
  Icon icon;
};
constexpr std::array<KindName, 4> kinds = {{{Kind::primary, "primary", "Simpan", Icon::check},
                                            {Kind::secondary, "secondary", "Urungkan", Icon::undo},
                                            {Kind::quiet, "quiet", "Lewati", Icon::none},
                                            {Kind::danger, "danger", "Hapus", Icon::trash}}};

void buttons(Model& m, ui::Ui& u) {
  u.heading(2, "Tombol");
  for (const KindName& one : kinds) {
    const auto row = u.flow(one.key);
    if (u.button("alive", one.name, {.kind = one.kind, .before = one.icon}))
      m.last = std::string(one.name);
    u.button("off", "Tidak aktif", {.kind = one.kind, .before = one.icon, .disabled = true});
    u.button("busy", "Sebentar", {.kind = one.kind, .busy = true});
  }
  u.button("after", "Lanjut", {.kind = Kind::primary, .after = Icon::arrow_right});
  u.button("full", "Selebar kolom", {.full_width = true});
  u.button("long",
           "Tombol dengan nama yang panjang sekali tetap terbaca seluruhnya, juga pada layar kecil",
           {.kind = Kind::primary, .before = Icon::send, .full_width = true});
  u.small("Terakhir: " + m.last);
}

void small_ones(Model& m, ui::Ui& u) {
  u.heading(2, "Tombol ikon dan tautan");
  {
    const auto row = u.flow("icons");
    if (u.icon_button("edit", Icon::pencil, "Ubah nama")) m.last = "ubah";
    u.icon_button("remove", Icon::trash, "Hapus baris");
    u.icon_button("off", Icon::x, "Tutup (tidak aktif)", true);
  }
  if (u.link("inside", "Bagaimana angka ini dihitung")) m.last = "tautan";
  u.link("outside", "Lisensi", "/notices.txt");
  u.link("long",
         "Tautan yang panjang melebar ke baris kedua bila kolomnya sempit, misalnya pada "
         "ponsel kecil");
}

void rows(Model& m, ui::Ui& u) {
  u.heading(2, "Baris yang membuka halaman");
  if (u.row_button("data", "Ada data yang salah?", "Belum ada laporan", Icon::pencil))
    m.last = "data";
  u.row_button("note", "Tulisan tanpa nama", "Draf di perangkat ini", Icon::message_square);
  u.row_button("access", "Siapa yang membuka data saya", "Diterima 2 Juni 2025 · ditangani",
               Icon::eye);
  u.row_button("bare", "Tanpa ikon dan keterangan", "");
  u.row_button("long", "Judul baris yang panjang sehingga melebar ke baris kedua pada ponsel",
               "Keterangan yang juga panjang: laporan Anda sudah diterima dan sedang diperiksa "
               "oleh petugas kepegawaian",
               Icon::file_text);
}

void steps(Model& m, ui::Ui& u) {
  u.heading(2, "Tab dan penghitung");
  const std::array<std::string_view, 3> tabs = {"Ringkas", "Rinci", "Sejarah"};
  if (const auto chosen = u.tabs("tabs", "Tampilan", tabs, m.tab)) m.tab = *chosen;
  const auto columns = u.columns("counts", {1, 1, 1});
  {
    const auto one = u.column();
    if (const auto value = u.stepper("count", "Jumlah", m.count, 1, 5)) m.count = *value;
  }
  {
    const auto two = u.column();
    u.stepper("least", "Paling sedikit", 1, 1, 5);
  }
  const auto three = u.column();
  u.stepper("most", "Paling banyak", 100, 0, 100, 10);
}

}  // namespace

void actions(Model& m, ui::Ui& u) {
  u.app_bar({.brand = "Rembuk", .right = "Galeri"});
  const auto body = u.body("actions");
  opening(m, u);
  buttons(m, u);
  small_ones(m, u);
  rows(m, u);
  steps(m, u);
}

}  // namespace rembuk::gallery

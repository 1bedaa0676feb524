#include <array>
#include <string>
#include <string_view>

#include "app/browser/gallery_program.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::gallery {
namespace {

using ui::Icon, ui::Tone;

void notices(Model& m, ui::Ui& u) {
  u.heading(2, "Pemberitahuan");
  u.notice("info", Tone::normal, "Sudah tersimpan", "Draf Anda ada di perangkat ini.");
  u.notice("good", Tone::success, "Jawaban diterima", "Kode tanda terima: K7QF-2M9X.");
  u.notice("warn", Tone::warning, "Kurang dari 10 tahun",
           "Mutasi atas permintaan sendiri belum dapat diajukan.");
  u.notice("bad", Tone::error, "Belum terkirim", "Server belum dapat menjawab.");
  u.notice("short", Tone::normal, "",
           "Tanpa judul, dengan kalimat yang cukup panjang sehingga "
           "melebar ke baris kedua pada layar mana pun.");
  u.fault("fault", "Perlu diperiksa", "Satu isian belum lengkap.", "field", "Ke isian Nama");
  if (const auto text =
          u.text_field("field", "Nama", m.name, {.fault = m.name.empty() ? "Isi nama." : ""}))
    m.name = *text;
}

void waiting(ui::Ui& u) {
  u.heading(2, "Menunggu dan kosong");
  u.progress("some", "Menghitung", 0.4, "40% · 12 detik lagi");
  u.progress("unknown", "Menghubungi server", -1, "Menghubungi server");
  u.progress("done", "Selesai", 1, "100%");
  u.progress("bare", "Kemajuan", 0.7, "");
  u.skeleton(4, "Memuat daftar");
  u.empty_state(Icon::search, "Belum ada pilihan", "Cari jabatan, unit, atau daerah di atas.");
  u.empty_state(Icon::message_square, "Belum ada laporan", "");
}

void meters(ui::Ui& u) {
  u.heading(2, "Takaran");
  u.meter("full", "Kompetensi", 1, "100%");
  u.meter("most", "Kompetensi", 0.92, "92%");
  u.meter("part", "Kompetensi", 0.5, "50%", Tone::warning);
  u.meter("none", "Kompetensi", 0, "0%", Tone::error);
  u.meter("long", "Kesesuaian dengan pendidikan", 0.66, "dua dari tiga syarat", Tone::primary);
}

void explained(ui::Ui& u) {
  u.heading(2, "Penjelasan");
  u.noted("class", "Kelas jabatan 8 → 9", "Apa itu kelas jabatan?",
          "Kelas jabatan menentukan tunjangan. Angka lebih besar berarti tunjangan lebih tinggi.");
  u.noted("long",
          "Jabatan ini meminta lima kompetensi; tiga sudah Anda miliki dan dua dapat "
          "dilatih di tempat.",
          "Apa itu kompetensi?", "Kompetensi adalah kemampuan yang diuji.", Tone::muted);
  u.noted("without", "Tanpa penjelasan tidak ada tombol.", "", "");
  const std::array<ui::Term, 3> terms = {
      {{"asn", "ASN", "Aparatur Sipil Negara: PNS dan PPPK."},
       {"mutation", "Mutasi", "Perpindahan tugas dalam satu instansi atau antarinstansi."},
       {"competence", "Uji kompetensi", "Penilaian kemampuan sebelum pindah jabatan."}}};
  u.terms("terms", "Istilah di halaman ini", terms);
  if (u.disclosure("more", "Cara angka ini dihitung"))
    u.paragraph("Rata-rata dari semua jawaban, dibulatkan ke bilangan bulat.", Tone::muted);
  u.disclosure("closed", "Yang masih tertutup");
}

}  // namespace

void notes(Model& m, ui::Ui& u) {
  u.app_bar({.brand = "Rembuk", .right = "Galeri"});
  const auto body = u.body("notes");
  opening(m, u);
  explained(u);
  notices(m, u);
  meters(u);
  waiting(u);
}

}  // namespace rembuk::gallery

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/browser/gallery_program.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::gallery {
namespace {

using ui::FieldStyle, ui::Icon;

constexpr std::string_view long_text =
    "Saya tinggal di Kuala Tungkal bersama orang tua yang sakit, sehingga setiap hari harus pulang "
    "sebelum malam. Perjalanan ke kantor sekarang sudah satu jam lebih.";

/// A field that keeps what is typed; `first` is there at the start.
void field(Model& m, ui::Ui& u, std::string_view key, std::string_view label,
           const FieldStyle& style, std::string_view first = {}) {
  const auto at = m.texts.try_emplace(std::string(key), first).first;
  if (auto text = u.text_field(key, label, at->second, style)) at->second = *text;
}
void area(Model& m, ui::Ui& u, std::string_view key, std::string_view label,
          const FieldStyle& style, std::string_view first = {}) {
  const auto at = m.texts.try_emplace(std::string(key), first).first;
  if (auto text = u.text_area(key, label, at->second, style)) at->second = *text;
}

void lines(Model& m, ui::Ui& u) {
  u.heading(2, "Satu baris");
  field(m, u, "empty", "Kosong", {});
  field(m, u, "hint", "Dengan contoh", {.placeholder = "Nama lengkap"});
  field(m, u, "help", "Dengan bantuan", {.help = "Seperti di KTP.", .required = true},
        "Siti Rahma");
  field(m, u, "icon", "Dengan ikon", {.icon = Icon::user}, "Siti Rahma");
  field(m, u, "fault", "Dengan kesalahan",
        {.help = "26 huruf dan angka.",
         .fault = "Kode ini sudah kedaluwarsa.",
         .icon = Icon::lock,
         .code = true},
        "K7QF2M9X");
  field(m, u, "off", "Tidak aktif", {.disabled = true}, "Pranata Komputer");
  field(m, u, "long", "Teks panjang", {}, long_text);
  field(m, u, "short", "Paling banyak delapan huruf", {.most = 8}, "Jambi");
  field(m, u, "pin", "PIN",
        {.help = "4 sampai 8 angka.", .icon = Icon::shield, .most = 8, .secret = true}, "4711");
  field(m, u, "pin_fault", "PIN yang salah",
        {.fault = "PIN tidak cocok.", .icon = Icon::shield, .most = 8, .secret = true}, "0815");
}

void paragraphs(Model& m, ui::Ui& u) {
  u.heading(2, "Beberapa baris");
  area(m, u, "area", "Catatan", {.placeholder = "Tulis di sini"});
  area(m, u, "area_long", "Catatan panjang", {.help = "Paling banyak 2.000 huruf."}, long_text);
  area(m, u, "area_fault", "Catatan dengan kesalahan", {.fault = "Terdapat nomor telepon."},
       "Hubungi 0812 3456 7890");
  area(m, u, "area_off", "Catatan tidak aktif", {.disabled = true}, "Sudah dikirim.");
}

void searches(Model& m, ui::Ui& u) {
  u.heading(2, "Pencarian");
  static constexpr std::array<std::string_view, 4> titles = {
      "Analis Data dan Informasi", "Analis Kebijakan", "Analis Kepegawaian Ahli Pertama",
      "Guru Ahli Muda"};
  std::vector<ui::Suggestion> found;
  for (const std::string_view title : titles)
    if (!m.query.empty() && title.find(m.query) != title.npos)
      found.push_back({.key = title,
                       .title = title,
                       .detail = "Diskominfo · Kota Jambi · 25 menit · kelas 8",
                       .icon = Icon::briefcase});
  const std::string status =
      found.empty() ? "Tidak ada hasil" : std::to_string(found.size()) + " hasil";
  const auto did = u.search("find", "Cari jabatan", m.query, found,
                            {.placeholder = "Misalnya: Analis",
                             .status = m.query.empty() ? std::string_view() : status,
                             .more = found.size() > 1 ? "dan 48 lainnya" : ""});
  if (did.typed) m.query = *did.typed;
  if (did.chosen) m.query = titles[0];
}

void uploads(Model& m, ui::Ui& u) {
  u.heading(2, "Berkas");
  if (const auto file = u.file("plan", "Pilih rencana.csv", ".csv", 1'000'000))
    m.last = file->too_large ? "terlalu besar" : file->name;
  for (const auto& file : u.files("drop", {.text = "Letakkan berkas di sini",
                                           .detail = "CSV atau XLSX, paling besar 64 MB",
                                           .accept = ".csv,.xlsx",
                                           .largest = 64'000'000}))
    m.last = file.name;
  for (const auto& file : u.files("folder", {.text = "Pilih satu folder",
                                             .accept = ".csv",
                                             .largest = 64'000'000,
                                             .folder = true,
                                             .icon = Icon::file_text}))
    m.last = file.name;
  u.small("Terakhir: " + m.last);
}

}  // namespace

void fields(Model& m, ui::Ui& u) {
  u.app_bar({.brand = "Rembuk", .right = "Galeri"});
  const auto body = u.body("fields");
  opening(m, u);
  searches(m, u);
  lines(m, u);
  paragraphs(m, u);
  uploads(m, u);
}

}  // namespace rembuk::gallery

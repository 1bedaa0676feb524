#include <array>
#include <string_view>

#include "app/browser/gallery_program.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::gallery {
namespace {

using ui::Icon;

constexpr std::array<ui::Choice, 4> stances = {
    {{"stay", "Tetap", "Saya ingin tetap di jabatan sekarang.", Icon::house},
     {"open", "Terbuka", "Saya bersedia bila penempatannya baik.", Icon::scale},
     {"move", "Ingin pindah",
      "Saya berharap dipindah. Keterangan yang panjang melebar ke baris kedua tanpa menyentuh "
      "tanda pilihannya.",
      Icon::route},
     {"off", "Tidak tersedia", "Konsultasi sudah ditutup.", Icon::lock, true}}};
constexpr std::array<ui::Choice, 3> plain = {
    {{"a", "Ya"}, {"b", "Tidak"}, {"c", "Tidak tersedia", "", Icon::none, true}}};

void groups(Model& m, ui::Ui& u) {
  u.heading(2, "Satu dari beberapa");
  if (const auto chosen = u.choice("stance", "Sikap", stances, m.stance)) m.stance = *chosen;
  u.choice("chosen", "Sudah dipilih", plain, 0);
  u.choice("none", "Belum dipilih", plain, plain.size(), true, "Pilih salah satu.");
  u.choice("unnamed", "Nama kelompok ini hanya dibacakan", plain, 1, false);
}

void switches(Model& m, ui::Ui& u) {
  u.heading(2, "Ya atau tidak");
  if (const auto on = u.checkbox("agree", "Saya sudah membaca", m.agreed)) m.agreed = *on;
  u.checkbox("child", "Pendidikan anak", true, "Sekolah, biaya, dan jarak ke sekolah.");
  u.checkbox("long",
             "Kotak dengan teks yang panjang sehingga melebar ke baris kedua pada layar "
             "yang sempit",
             false);
  if (const auto on = u.toggle("live", "Perbarui langsung", m.live)) m.live = *on;
  u.toggle("off", "Tampilkan yang disembunyikan", false);
}

void grades(Model& m, ui::Ui& u) {
  u.heading(2, "Seberapa berat");
  if (const auto value = u.rating("worry", "Jarak", m.worry, "ringan", "sangat berat"))
    m.worry = *value;
  u.rating("four", "Kesehatan", 4, "ringan", "sangat berat");
}

void drop_downs(Model& m, ui::Ui& u) {
  u.heading(2, "Daftar turun");
  const std::array<std::string_view, 3> regions = {
      "Kota Jambi", "Muaro Jambi",
      "Kabupaten Tanjung Jabung Timur dan kecamatan di pesisir yang hanya dapat dicapai dengan "
      "kapal"};
  if (const auto chosen = u.select("region", "Daerah", regions, m.region)) m.region = *chosen;
  u.select("long", "Pilihan yang panjang", regions, 2);
}

}  // namespace

void choices(Model& m, ui::Ui& u) {
  u.app_bar({.brand = "Rembuk", .right = "Galeri"});
  const auto body = u.body("choices");
  opening(m, u);
  groups(m, u);
  switches(m, u);
  grades(m, u);
  drop_downs(m, u);
}

}  // namespace rembuk::gallery

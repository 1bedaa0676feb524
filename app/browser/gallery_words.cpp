#include <array>
#include <string_view>

#include "app/browser/gallery_program.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::gallery {
namespace {

using ui::Icon, ui::Tone;

constexpr std::string_view long_text =
    "Dinas Pemberdayaan Masyarakat, Desa, Kependudukan, dan Pencatatan Sipil Kabupaten Tanjung "
    "Jabung Timur";

struct ToneName {
  Tone tone;
  std::string_view name;
  Icon icon;
};
constexpr std::array<ToneName, 6> tones = {{{Tone::normal, "Biasa", Icon::none},
                                            {Tone::muted, "Redup", Icon::info},
                                            {Tone::primary, "Utama", Icon::star},
                                            {Tone::success, "Diterima", Icon::circle_check},
                                            {Tone::warning, "Menunggu", Icon::cloud_off},
                                            {Tone::error, "Ditolak", Icon::x}}};

void texts(ui::Ui& u) {
  u.heading(2, "Teks");
  const auto card = u.card("texts");
  u.heading(3, "Judul kartu dengan ikon", Icon::users);
  u.paragraph("Paragraf biasa. Pimpinan hanya melihat kelompok berisi 10 orang atau lebih.");
  u.small("Teks kecil, sebagai keterangan.");
  u.titled("Judul rapat", "Keterangan yang menempel pada judulnya.");
  u.icon_text(Icon::shield_check,
              "Teks berikon yang panjang menggantung pada ikonnya, juga bila "
              "melebar ke baris kedua dan seterusnya.");
  u.divider();
  u.label_value("Sikap", "Terbuka untuk pindah");
  u.label_value("Kepuasan", "naik 3,7", Tone::success);
  u.label_value("Unit kerja", long_text);
  u.gap();
  u.paragraph(long_text, Tone::muted);
}

void by_tone(ui::Ui& u) {
  u.heading(2, "Nada");
  {
    const auto row = u.flow("pills");
    for (const ToneName& one : tones) u.pill({one.name, one.icon, one.tone});
    u.pill({long_text, Icon::building, Tone::normal});
  }
  {
    const auto row = u.flow("facts");
    for (const ToneName& one : tones)
      u.fact(one.icon == Icon::none ? Icon::clock : one.icon, one.name, one.tone);
  }
  for (const ToneName& one : tones) u.paragraph(one.name, one.tone);
}

void cards(ui::Ui& u) {
  u.heading(2, "Susunan");
  {
    const auto columns = u.columns("cards", {1, 1});
    {
      const auto left = u.column();
      const auto card = u.card("plain");
      u.titled("Kartu", "Belum dipilih");
    }
    const auto right = u.column();
    const auto card = u.card("chosen", true);
    u.titled("Kartu terpilih", "Bingkai dan warna menandainya");
  }
  {
    const auto group = u.group("shown", "Kelompok berjudul");
    u.paragraph("Isi kelompok.");
  }
  {
    const auto group = u.group("quiet", "Kelompok tanpa judul terlihat", false);
    u.paragraph("Namanya hanya dibacakan.");
  }
  {
    const auto list = u.list("list", "Daftar");
    for (const std::string_view name : {"Pertama", "Kedua"}) {
      const auto item = u.item(name);
      u.fact(Icon::check, name);
    }
  }
  const auto line = u.columns("line", {1, 0}, ui::Stack::never);
  {
    const auto left = u.column();
    u.paragraph("Kiri memenuhi sisa lebar.");
  }
  const auto right = u.column();
  const auto end = u.flow("end", true);
  u.pill({"Kanan", Icon::none, Tone::normal});
}

void figures(ui::Ui& u) {
  u.heading(2, "Angka kunci");
  const auto columns = u.columns("figures", {1, 1, 1});
  {
    const auto one = u.column();
    u.key_figure("Sudah menjawab", "62%", "7.440 dari 12.000");
  }
  {
    const auto two = u.column();
    u.key_figure("Dipindah", "812");
  }
  const auto three = u.column();
  u.key_figure("Lebih buruk", "—", "disamarkan: kurang dari 10 orang");
}

}  // namespace

void words(Model& m, ui::Ui& u) {
  u.app_bar({.brand = "Rembuk", .right = "Galeri"});
  const auto body = u.body("words", ui::Width::text);
  opening(m, u);
  texts(u);
  by_tone(u);
  cards(u);
  figures(u);
}

}  // namespace rembuk::gallery

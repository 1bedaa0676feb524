#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/browser/gallery_program.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::gallery {
namespace {

using ui::Icon, ui::Kind, ui::Tone;

/// What a foot can look like; one at a time, as on real screens.
struct FootState {
  std::string_view title;
  ui::Foot foot;
};
const std::array<FootState, 6>& feet() {
  static const std::array<FootState, 6> all = {
      {{"Biasa",
        {.icon = Icon::lock,
         .state = "Draf tersimpan di perangkat ini.",
         .back = "Kembali",
         .next = "Lanjut"}},
       {"Belum dapat maju",
        {.icon = Icon::circle_alert,
         .state = "Pilih sikap dahulu.",
         .tone = Tone::warning,
         .back = "Kembali",
         .next = "Lanjut",
         .next_disabled = true}},
       {"Mengirim",
        {.icon = Icon::send,
         .state = "Jawaban sedang dikirim.",
         .tone = Tone::primary,
         .next = "Mengirim",
         .next_busy = true}},
       {"Tanpa jaringan",
        {.icon = Icon::cloud_off,
         .state = "Tidak ada jaringan. Jawaban menunggu di perangkat ini dan dikirim sendiri.",
         .tone = Tone::warning,
         .back = "Kembali",
         .next = "Kirim",
         .next_icon = Icon::send}},
       {"Menarik",
        {.state = "Isi jawaban akan dihapus.",
         .tone = Tone::error,
         .back = "Batal",
         .next = "Tarik jawaban",
         .next_icon = Icon::none,
         .next_kind = Kind::danger}},
       {"Hanya keterangan", {.icon = Icon::eye_off, .state = "Kelompok kecil disamarkan."}}}};
  return all;
}

void messages(Model& m, ui::Ui& u) {
  const auto row = u.flow("messages");
  if (u.button("ask", "Buka dialog")) m.asking = true;
  for (const auto& [key, title] :
       std::array<std::array<std::string_view, 2>, 4>{{{"normal", "Pesan biasa"},
                                                       {"success", "Pesan berhasil"},
                                                       {"warning", "Pesan peringatan"},
                                                       {"error", "Pesan gagal"}}})
    if (u.button(key, title)) m.texts["toast"] = key;
}

void dialog(Model& m, ui::Ui& u) {
  bool closed = false;
  {
    const auto dialog = u.dialog("long", "Dialog dengan judul yang agak panjang", closed);
    u.paragraph("Yang lain beristirahat sampai dialog ini ditutup. Isinya dapat digulir.");
    for (int i = 1; i <= 12; ++i)
      u.label_value("Baris " + std::to_string(i), "Keterangan " + std::to_string(i));
    const auto row = u.flow("row", true);
    if (u.button("no", "Batal")) closed = true;
    if (u.button("yes", "Setuju", {.kind = Kind::primary})) closed = true;
  }
  if (closed) m.asking = false;
}

void toast(Model& m, ui::Ui& u) {
  std::string& which = m.texts["toast"];
  const Tone tone = which == "success"   ? Tone::success
                    : which == "warning" ? Tone::warning
                    : which == "error"   ? Tone::error
                                         : Tone::normal;
  if (!which.empty() &&
      u.toast(which, "Pesan singkat di bawah layar, boleh dua baris bila perlu.", tone))
    which.clear();
}

}  // namespace

void frames(Model& m, ui::Ui& u) {
  u.app_bar({.brand = "Rembuk", .right = "Langkah 3 dari 6", .step = 3, .steps = 6});
  const std::array<ui::NavigationItem, 3> items = {{{"people", "Partisipasi", Icon::users},
                                                    {"plans", "Skenario", Icon::git_compare},
                                                    {"forum", "Forum", Icon::presentation}}};
  if (const auto chosen = u.side_navigation(items, m.section, "62% sudah menjawab"))
    m.section = *chosen;
  {
    const auto body = u.body("frames");
    opening(m, u);
    u.announce("foot", feet()[m.foot].title);
    std::vector<ui::Choice> all;
    for (const FootState& one : feet()) all.push_back({.key = one.title, .title = one.title});
    if (const auto chosen = u.choice("foot", "Kaki halaman", all, m.foot)) m.foot = *chosen;
    messages(m, u);
  }
  if (u.foot(feet()[m.foot].foot).next) m.last = "lanjut";
  toast(m, u);
  if (m.asking) dialog(m, u);
}

}  // namespace rembuk::gallery

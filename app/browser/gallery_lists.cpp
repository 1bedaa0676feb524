#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/browser/gallery_program.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::gallery {
namespace {

using ui::Icon;

void shift(std::vector<std::string>& all, std::size_t from, std::size_t to) {
  std::string one = std::move(all[from]);
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(from));
  all.insert(all.begin() + static_cast<std::ptrdiff_t>(to), std::move(one));
}

/// Places that can be dragged, moved by arrows and removed.
void ordered(Model& m, ui::Ui& u) {
  u.heading(2, "Daftar berurut");
  u.small("Seret pada pegangannya, atau pakai panah.");
  {
    const auto list = u.list("criteria", "Yang paling penting");
    for (std::size_t i = 0; i < m.criteria.size(); ++i) {
      ui::Move move = ui::Move::none;
      {
        const auto item = u.ordered_item(m.criteria[i],
                                         {.title = m.criteria[i],
                                          .detail = i == 0 ? "Yang ini paling berat" : "",
                                          .place = static_cast<int>(i) + 1,
                                          .of = static_cast<int>(m.criteria.size()),
                                          .removable = i + 1 == m.criteria.size()},
                                         move);
        if (i == 1) u.meter("fit", "Kompetensi", 0.92, "92%");
      }
      if (move == ui::Move::up) return shift(m.criteria, i, i - 1);
      if (move == ui::Move::down) return shift(m.criteria, i, i + 1);
      if (move == ui::Move::remove) {
        m.criteria.erase(m.criteria.begin() + static_cast<std::ptrdiff_t>(i));
        return;
      }
    }
  }
  if (const auto drag = u.reordered("criteria")) shift(m.criteria, drag->from, drag->to);
}

/// A place that nobody can move, and a list of one.
void fixed(ui::Ui& u) {
  u.heading(2, "Tempat yang tetap");
  const auto list = u.list("fixed", "Pilihan yang sudah dikirim");
  ui::Move move = ui::Move::none;
  {
    const auto item = u.ordered_item("first",
                                     {.title = "Pranata Komputer Ahli Pertama",
                                      .detail = "Diskominfo · Kota Jambi",
                                      .place = 1,
                                      .of = 2,
                                      .movable = false},
                                     move);
    const auto facts = u.flow("facts");
    u.fact(Icon::clock, "25 menit");
    u.fact(Icon::trending_up, "Kelas 8 → 9");
  }
  const auto item = u.ordered_item(
      "second",
      {.title = "Pengelola Pengadaan Barang dan Jasa Ahli Muda pada Sekretariat Daerah",
       .detail = "Biro Pengadaan Barang dan Jasa · Kabupaten Tanjung Jabung Timur",
       .place = 2,
       .of = 2,
       .movable = false},
      move);
}

void map(Model& m, ui::Ui& u) {
  u.heading(2, "Peta daerah");
  const std::array<ui::MapPlace, 7> towns = {
      {{.key = "tungkal", .title = "Kuala Tungkal", .detail = "3 kursi\n2 jam", .column = 1},
       {.key = "sabak", .title = "Muara Sabak", .detail = "1 kursi\n2 jam", .column = 2},
       {.key = "bungo", .title = "Muara Bungo", .detail = "tidak ada", .row = 1},
       {.key = "bulian",
        .title = "Muara Bulian",
        .detail = "5 kursi\n1 jam",
        .column = 1,
        .row = 1},
       {.key = "jambi",
        .title = "Kota Jambi",
        .detail = "48 kursi\nrumah",
        .column = 2,
        .row = 1,
        .icon = Icon::house},
       {.key = "kerinci", .title = "Sungai Penuh", .detail = "2 kursi\n8 jam", .row = 2},
       {.key = "sarolangun",
        .title = "Sarolangun",
        .detail = "4 kursi\n3 jam",
        .column = 1,
        .row = 2}}};
  constexpr std::array<ui::MapRoad, 7> roads = {
      {{0, 4}, {1, 4}, {3, 4}, {2, 3}, {2, 5}, {3, 6}, {2, 6}}};
  if (const auto chosen = u.place_map("map", "Daerah dan jalannya", towns, roads, m.town))
    m.town = *chosen;
}

}  // namespace

void lists(Model& m, ui::Ui& u) {
  u.app_bar({.brand = "Rembuk", .right = "Galeri"});
  const auto body = u.body("lists");
  opening(m, u);
  ordered(m, u);
  fixed(u);
  map(m, u);
}

}  // namespace rembuk::gallery

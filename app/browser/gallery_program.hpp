#pragma once
#include <string>
#include <vector>

namespace rembuk::ui {
class Ui;
}

namespace rembuk::gallery {

struct Model {
  std::string part, last = "–", query, name, code, note;
  std::vector<std::string> wishes = {"Pranata Komputer Ahli Pertama", "Analis Data dan Informasi",
                                     "Semua jabatan yang sesuai"};
  std::size_t stance = 9, region = 0, tab = 0, section = 2;
  int worry = 0, step = 2, count = 2;
  bool agreed = false, live = true, asking = false, toasting = false;

  friend bool operator==(const Model&, const Model&) = default;
};

/// Comparison and charts as on a laptop; the forum's one message as on a projector.
void laptop(Model& m, ui::Ui& u);
void forum(Model& m, ui::Ui& u);

}  // namespace rembuk::gallery

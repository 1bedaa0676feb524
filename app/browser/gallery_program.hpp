#pragma once
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rembuk::ui {
class Ui;
}

/// The gallery: every widget of app/ui in every state, for tests and for looking at. Not shipped,
/// hence its texts stand in the source. It is also the shortest example of a program: a model, what
/// a person did, a redraw.
namespace rembuk::gallery {

struct Model {
  std::string part, last = "–", query, name, code, note;
  std::vector<std::string> wishes = {"Pranata Komputer Ahli Pertama", "Analis Data dan Informasi",
                                     "Semua jabatan yang sesuai"};
  std::vector<std::string> criteria = {"Jarak dan keluarga", "Karier", "Penghasilan",
                                       "Lingkungan kerja", "Kesesuaian kompetensi"};
  std::size_t stance = 9, region = 0, tab = 0, section = 2, town = 4, foot = 0;
  int worry = 0, step = 2, count = 2;
  bool agreed = false, live = true, asking = false, toasting = false;
  std::map<std::string, std::string, std::less<>> texts;  ///< of the examples' fields, by key

  friend bool operator==(const Model&, const Model&) = default;
};

/// Draws one screen; its name is the page's fragment.
struct Part {
  std::string_view key, title;
  void (*draw)(Model&, ui::Ui&);
};

/// A journey's screen with a bit of everything: what the tests of behaviour work on.
void sample(Model& m, ui::Ui& u);

// Widgets by kind, each in all its states.
void words(Model& m, ui::Ui& u);
void notes(Model& m, ui::Ui& u);
void actions(Model& m, ui::Ui& u);
void choices(Model& m, ui::Ui& u);
void fields(Model& m, ui::Ui& u);
void lists(Model& m, ui::Ui& u);
void tables(Model& m, ui::Ui& u);
void charts(Model& m, ui::Ui& u);
void frames(Model& m, ui::Ui& u);

/// Comparison and charts as on a laptop; the forum's one message as on a projector.
void laptop(Model& m, ui::Ui& u);
void forum(Model& m, ui::Ui& u);

inline constexpr std::array<Part, 12> parts = {{{"", "Contoh langkah", sample},
                                                {"words", "Kata dan susunan", words},
                                                {"notes", "Keadaan dan penjelasan", notes},
                                                {"actions", "Tombol dan tautan", actions},
                                                {"choices", "Pilihan", choices},
                                                {"fields", "Isian", fields},
                                                {"lists", "Daftar dan peta", lists},
                                                {"tables", "Tabel", tables},
                                                {"charts", "Diagram", charts},
                                                {"frames", "Bingkai", frames},
                                                {"laptop", "Ruang kerja", laptop},
                                                {"forum", "Forum", forum}}};

/// What every part but the sample begins with: its title, and a way to the others.
void opening(Model& m, ui::Ui& u);

}  // namespace rembuk::gallery

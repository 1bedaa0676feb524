#include "app/browser/gallery_program.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include "app/browser/program.hpp"
#include "app/effects/effects.hpp"
#include "app/ui/ui.hpp"

namespace rembuk {
namespace gallery {
namespace {

std::size_t current(const Model& m) {
  const auto found = std::ranges::find(parts, m.part, &Part::key);
  return found == parts.end() ? 0 : static_cast<std::size_t>(found - parts.begin());
}

class GalleryProgram final : public Program {
 public:
  explicit GalleryProgram(effects::Effects& effects) : effects_(effects) {}
  void start() override { m_.part = effects_.take_fragment(); }
  void draw(ui::Ui& u) override { parts[current(m_)].draw(m_, u); }
  bool advance() override {
    const bool moved = !(m_ == before_);
    before_ = m_;
    return moved;
  }

 private:
  effects::Effects& effects_;
  Model m_, before_;
};

}  // namespace

void opening(Model& m, ui::Ui& u) {
  const std::size_t here = current(m);
  u.heading(1, parts[here].title);
  std::vector<std::string_view> titles;
  for (const Part& part : parts) titles.push_back(part.title);
  if (const auto chosen = u.select("part", "Bagian galeri", titles, here))
    m.part = parts[*chosen].key;
}

}  // namespace gallery

std::unique_ptr<Program> make_program(effects::Effects& effects) {
  return std::make_unique<gallery::GalleryProgram>(effects);
}

}  // namespace rembuk

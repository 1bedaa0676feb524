#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/province/answers.hpp"

namespace rembuk::province {
namespace {

/// A concern with its chance in percent, usual intensity and what would help, if anything.
struct Worry {
  std::uint8_t category;  ///< 0 … 13
  int percent;
  int intensity;
  std::string_view help;
};

std::array<Worry, concern_categories> worries_of(const Person& p, Stance stance) {
  // Who wants to stay has more to lose; who wants to go has thought it over.
  const int held = stance == Stance::stay ? 16 : stance == Stance::open ? 3 : -6;
  const int kin = p.family ? 14 : -8;
  const int parent = p.family && p.age >= 30 && p.age <= 52 ? 14 : -14;
  return {{
      {0, 30 + held + kin, p.far ? 4 : 3, "pendampingan_pasangan"},
      {1, 14 + held / 2 + kin, 3, "pendampingan_pasangan"},
      {2, 16 + held / 2 + parent, 3, "sekolah_anak"},
      {3, (p.age > 48 ? 16 : 6) + held / 3, 3, "akses_kesehatan"},
      {4, 20 + held / 2, 3, "biaya_pindah"},
      {5, p.age < 45 ? 16 : 6, 2, "penjelasan"},
      {6, 12 + (p.tenure > 60 ? 4 : 0), 2, "pelatihan"},
      {7, 9 + held / 3, 2, "waktu_persiapan"},
      {8, 13, 3, "penjelasan"},
      {9, p.fill < 0.6 ? 16 : 7, 2, ""},
      {10, 12 + 3 * p.remoteness, 3, "rumah_dinas"},
      {11, 15 + held / 3, 2, "waktu_persiapan"},
      {12, 5 + held / 3, 2, ""},
      {13, 2, 2, ""},
  }};
}

}  // namespace

void add_concerns(std::vector<Concern>& concerns, const Person& p, Stance stance, Random& random) {
  std::vector<Worry> felt;
  for (const Worry& worry : worries_of(p, stance))
    if (chance(random, worry.percent)) felt.push_back(worry);
  // Four at most: whoever has more names some of them.
  random.shuffle<Worry>(felt);
  if (felt.size() > 4) felt.resize(4);
  std::ranges::sort(felt, {}, &Worry::category);
  for (const Worry& worry : felt) {
    const int shift = static_cast<int>(random.below(3)) + static_cast<int>(random.below(3)) - 2;
    const auto intensity = static_cast<std::uint8_t>(std::clamp(worry.intensity + shift, 1, 5));
    const bool named = chance(random, 64);
    // Money helps with most things, and some say so.
    const std::string_view help = !named ? "" : chance(random, 10) ? "biaya_pindah" : worry.help;
    concerns.push_back({p.id, worry.category, intensity, std::string(help)});
  }
}

}  // namespace rembuk::province

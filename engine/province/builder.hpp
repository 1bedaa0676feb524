#pragma once
#include <string>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/province/agencies.hpp"
#include "engine/province/jobs.hpp"
#include "engine/province/places.hpp"
#include "engine/province/province.hpp"

/// Inside of the province: what its parts share while it is made, in the order of the verbs.
namespace rembuk::province {

/// What a unit is beside its record.
struct UnitPlace {
  std::size_t region = 0;      ///< index into `regions`
  std::size_t government = 0;  ///< index into `governments`
  double fill = 1;             ///< heads wanted, as a share of need
  bool office = false;         ///< of the head offices, where surplus is found
};

struct Builder {
  ProvinceOptions options;
  Consultation consultation;
  std::vector<std::int32_t> staff;  ///< employees of each government
  std::vector<UnitPlace> places;    ///< by unit
  std::vector<Seat> seats;          ///< by post
  std::vector<std::int32_t> heads;  ///< by post

  void make_units_and_posts();
  void share_heads();
  void make_requirements();
  void make_employees();
  void make_skills();
  void make_travel();
  void make_answers();

  [[nodiscard]] CompetenceId competence(std::string_view code) const;
  [[nodiscard]] std::size_t home_region(const Employee& employee) const;
  [[nodiscard]] const UnitPlace& place_of(PostId post) const {
    return places[consultation.posts[post.index()].unit.index()];
  }
};

/// 0 … 99 below `percent`.
[[nodiscard]] inline bool chance(Random& random, int percent) {
  return static_cast<int>(random.below(100)) < percent;
}

/// A fictitious name, put together from parts.
[[nodiscard]] std::string person_name(Random& random, Sex sex);

}  // namespace rembuk::province

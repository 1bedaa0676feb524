#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/domain/snapshot.hpp"
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

  /// Who they are by number, without being kept; then a part of them, in the order of NIPs.
  struct Slot {
    std::uint64_t nip = 0;
    std::uint32_t number = 0;  ///< in the order of posts
    PostId post;
  };
  [[nodiscard]] std::vector<Slot> number_employees() const;
  void make_employees(std::span<const Slot> slots);
  /// Settles once, from a sample in `consultation`, what makes the usual share answer.
  void settle_answering();
  std::optional<double> answering;  ///< without it, settled by those who are there

  /// The snapshot, with the heads of all posts even if only a part of the employees is there.
  [[nodiscard]] Snapshot snapshot(std::span<const std::int32_t> heads_now) const;

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

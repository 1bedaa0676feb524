#pragma once
#include <optional>

#include "engine/domain/snapshot.hpp"
#include "engine/province/builder.hpp"

/// What moves a person to answer, to want and to worry.
namespace rembuk::province {

struct Person {
  EmployeeId id;
  std::size_t home = 0, work = 0;  ///< regions
  std::int32_t minutes = 0;        ///< from home to work
  std::int32_t tenure = 0;         ///< months
  int age = 0;
  int remoteness = 0;   ///< of the unit
  double fill = 1;      ///< of the unit's needs
  bool far = false;     ///< does not sleep at home on working days
  bool family = false;  ///< latent: someone at home depends on them
};
[[nodiscard]] Person person(const Builder& builder, const Snapshot& snapshot, EmployeeId i,
                            Random& random);

/// Log-odds that the person answers, without the constant that sets the overall share.
[[nodiscard]] double willingness_to_answer(const Person& person, EmployeeStatus status);
[[nodiscard]] Stance stance_of(const Person& person, Random& random);

/// Wishes of a person, most wanted first: posts that they qualify for, units and regions, most of
/// them at home for those who are far from it.
class WishMaker {
 public:
  WishMaker(const Builder& builder, const Snapshot& snapshot);
  [[nodiscard]] std::vector<Wish> wishes(const Person& person, Stance stance, Random& random) const;

 private:
  [[nodiscard]] std::optional<Wish> post_in(const Person& person, std::size_t region,
                                            Random& random) const;
  [[nodiscard]] std::optional<Wish> unit_in(const Person& person, std::size_t region,
                                            Random& random) const;

  const Builder& b_;
  const Snapshot& s_;
  std::vector<std::vector<PostId>> posts_;  // by government, region, craft
  std::vector<std::vector<UnitId>> units_;  // by government, region, school or not
};

/// At most four concerns, by category.
void add_concerns(std::vector<Concern>& concerns, const Person& person, Stance stance,
                  Random& random);

}  // namespace rembuk::province

#pragma once
#include <string>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/province/places.hpp"
#include "engine/province/posts.hpp"
#include "engine/province/province.hpp"

/// Inside of the province: what its parts share while it is made.
namespace rembuk::province {

struct Builder {
  ProvinceOptions options;
  Consultation consultation;
  std::vector<std::size_t> region_of_unit;            ///< index into `regions`
  std::vector<double> fill_of_unit;                   ///< heads wanted, as a share of need
  std::vector<const PostTemplate*> template_of_post;
  std::vector<std::int32_t> heads_of_post;

  void make_units_and_posts();
  void share_heads();
  void make_competences();
  void make_employees();
  void make_skills();
  void make_travel();
  void make_answers();

  [[nodiscard]] CompetenceId competence(std::string_view code) const;
  [[nodiscard]] std::size_t home_region(const Employee& employee) const;
  [[nodiscard]] std::size_t unit_region(PostId post) const {
    return region_of_unit[consultation.posts[post.index()].unit.index()];
  }
};

[[nodiscard]] std::string person_name(Random& random, Sex sex);

}  // namespace rembuk::province

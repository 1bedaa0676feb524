#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "engine/domain/words.hpp"
#include "engine/province/places.hpp"

/// Titles of posts by kind of unit, with what they ask for. Titles and classes follow the usual
/// nomenclature; needs are plausible, not counted.
namespace rembuk::province {

struct PostTemplate {
  std::string_view title;
  PostKind kind;
  PostLevel level;
  std::string_view eselon;
  std::uint8_t job_class;
  std::uint8_t golongan_min;  ///< index into golongan_names
  Education education_min;
  std::int32_t need;            ///< heads in an average unit
  std::string_view skill;       ///< technical competence code
  std::string_view certificate; ///< competence code, or empty
};

enum class UnitRole : std::uint8_t { head_office, division, school, branch, hospital };

/// What a unit of this role and field is made of.
[[nodiscard]] std::span<const PostTemplate> posts_of(UnitRole role, Field field);

struct CompetenceTemplate {
  std::string_view code, name;
  CompetenceKind kind;
};
[[nodiscard]] std::span<const CompetenceTemplate> competence_templates();

}  // namespace rembuk::province

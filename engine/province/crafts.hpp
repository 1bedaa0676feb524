#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "engine/domain/words.hpp"

/// What people have learnt: crafts with their competence, schooling and certificate.
namespace rembuk::province {

enum class Craft : std::uint8_t {
  office,
  staffing,
  finance,
  policy,
  planning,
  law,
  procurement,
  audit,
  archive,
  publicity,
  computing,
  statistics,
  library,
  leading,
  mathematics,
  indonesian,
  english,
  physics,
  chemistry,
  biology,
  economics,
  history,
  civics,
  religion,
  sport,
  arts,
  counselling,
  informatics,
  automotive,
  accounting,
  agribusiness,
  primary,
  schools,
  medicine,
  nursing,
  midwifery,
  pharmacy,
  laboratory,
  nutrition,
  sanitation,
  records,
  promotion,
  roads,
  water,
  housing,
  transport,
  environment,
  forestry,
  farming,
  livestock,
  fishery,
  trade,
  social,
  labour,
  permits,
  tourism,
  energy,
  order,
  disaster,
  tax,
  training
};

struct CraftShape {
  Craft craft;
  std::string_view skill;  ///< competence code
  std::string_view skill_name;
  std::string_view certificate;  ///< competence code, or empty
  std::string_view family;       ///< rumpun pendidikan
  std::string_view major;        ///< usual field of study
  std::string_view degree;       ///< title after S1 or profesi
  std::string_view diploma;      ///< title after D3
};
[[nodiscard]] const CraftShape& shape_of(Craft craft);
/// A craft near to this one, in which people of this one often know something too.
[[nodiscard]] Craft neighbour_of(Craft craft, std::uint32_t draw);

struct CompetenceShape {
  std::string_view code, name;
  CompetenceKind kind;
};
/// Managerial and sociocultural competences (PermenPANRB 38/2017) and certificates. The technical
/// ones are those of the crafts.
[[nodiscard]] std::span<const CompetenceShape> general_competences();

}  // namespace rembuk::province

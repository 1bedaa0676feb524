#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/words.hpp"
#include "engine/province/crafts.hpp"

/// Jobs of the field's nomenclature and the crews that units are made of. Titles and classes follow
/// the usual lists (functional posts: PermenPANRB 1/2023; pelaksana: KepmenPANRB 11/2024); the
/// needs of a crew are plausible, not counted.
namespace rembuk::province {

struct Job {
  std::string_view key;
  PostKind kind;
  Craft craft;
  std::string_view title;     ///< {} stands for the unit (struktural) or the level (fungsional)
  std::uint8_t job_class;     ///< fungsional: added to the class of the level
  Education education_min;    ///< fungsional: the level's if that is higher
  std::uint8_t golongan_min;  ///< index into golongan_names; fungsional: by level
};

/// One post of a crew.
struct Seat {
  const Job* job = nullptr;
  PostLevel level = PostLevel::none;
  std::int32_t need = 1;  ///< heads in an average unit
  std::string_view eselon = {};
};

/// What an agency deals with.
enum class Field : std::uint8_t {
  general,
  law,
  procurement,
  staffing,
  finance,
  tax,
  planning,
  audit,
  education,
  health,
  works,
  housing,
  order,
  disaster,
  social,
  civil,
  labour,
  food,
  environment,
  village,
  transport,
  information,
  trade,
  permits,
  sport,
  tourism,
  library,
  fishery,
  farming,
  plantation,
  forestry,
  energy,
  training
};

using Crew = std::span<const Seat>;
[[nodiscard]] Crew secretariat_crew();
[[nodiscard]] std::vector<Seat> division_crew(Field field);
[[nodiscard]] std::vector<Seat> branch_crew(Field field);
[[nodiscard]] Crew kecamatan_crew();
[[nodiscard]] Crew puskesmas_crew();

/// Part of a hospital: its name and its crew.
struct Ward {
  std::string_view name;
  Crew crew;
};
[[nodiscard]] std::span<const Ward> wards();

enum class SchoolKind : std::uint8_t { sd, smp, sma, smk };
/// `draw` decides on which levels its subjects are taught.
[[nodiscard]] std::vector<Seat> school_crew(SchoolKind kind, std::uint32_t draw);

/// The post that leads an agency or unit: "jpt", "biro", "uptd", …
[[nodiscard]] const Job& job_of(std::string_view key);

/// Name, class, rank and schooling of a seat in a unit.
[[nodiscard]] std::string title_of(const Seat& seat, std::string_view unit);
[[nodiscard]] std::uint8_t class_of(const Seat& seat);
[[nodiscard]] std::uint8_t golongan_min_of(const Seat& seat);
[[nodiscard]] Education education_min_of(const Seat& seat);
/// Competence code of the certificate that the seat demands, or empty.
[[nodiscard]] std::string_view certificate_of(const Seat& seat);

}  // namespace rembuk::province

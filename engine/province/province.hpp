#pragma once
#include <cstdint>

#include "engine/domain/plan.hpp"
#include "engine/domain/records.hpp"

namespace rembuk {

struct ProvinceOptions {
  std::int32_t employees = 12000;  ///< at least 50
  std::uint64_t seed = 1;
  Date reference_date = Date{std::chrono::year{2026}, std::chrono::June, std::chrono::day{30}};
};

/// A synthetic Pemerintah Provinsi Jambi: its 48 agencies, schools and technical units in all eleven
/// regions, posts with shortage (heads are 60–75 % of need), employees with fictitious names, answers
/// of about 62 % of them, not at random. Agencies and travel times are facts; people are not.
///
/// What would help (`bantuan`) is one of: rumah_dinas, pendampingan_pasangan, pelatihan,
/// biaya_pindah, waktu_persiapan, penjelasan, akses_kesehatan, sekolah_anak.
///
/// Shape    posts ≈ employees / 4; fulfils every check of the files.
/// Ties     the same bytes for the same options on every platform.
/// Cost     O(employees); everything is held in memory.
[[nodiscard]] Consultation make_province(const ProvinceOptions& options);

/// The "usulan awal": what an office draws up by need alone without asking anybody. It moves about
/// six in a hundred from surplus to shortage, against no hard rule, blind to wishes and homes.
[[nodiscard]] Plan first_proposal(const Consultation& consultation);

/// Someone for the demo's sign-in: free to be moved, has not answered, lives far from the unit and
/// has vacant eligible posts at home. The first employee if nobody is like that.
[[nodiscard]] EmployeeId demo_employee(const Consultation& consultation);

}  // namespace rembuk

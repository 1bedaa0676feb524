#pragma once
#include <cstdint>
#include <functional>

#include "engine/domain/plan.hpp"
#include "engine/domain/records.hpp"
#include "engine/domain/snapshot.hpp"

namespace rembuk {

struct ProvinceOptions {
  std::int32_t employees = 12000;  ///< at least 50
  std::uint64_t seed = 1;
  Date reference_date = Date{std::chrono::year{2026}, std::chrono::June, std::chrono::day{30}};
  std::int32_t governments = 1;  ///< 1: the province; 2 … 12: with as many regencies and cities
  std::int32_t agencies = 0;     ///< agencies of each government, 0: as many as its size asks for
};

/// Synthetic governments of Jambi: the province with its 48 agencies, schools and technical units
/// in all eleven regions and, if asked for, the regencies and cities with theirs. Heads are 60–75 %
/// of need, remote schools and health posts are worst off, a few offices in Kota Jambi have too
/// many. About 62 % answered, not at random. Agencies, districts and travel times are facts; every
/// person is made up.
///
/// What would help (`bantuan`) is one of: rumah_dinas, pendampingan_pasangan, pelatihan,
/// biaya_pindah, waktu_persiapan, penjelasan, akses_kesehatan, sekolah_anak.
///
/// Shape    posts ≈ employees / 4 at 12,000; fulfils every check of the files without an error.
/// Ties     the same bytes for the same options on every platform.
/// Cost     O(employees); everything is held in memory, near 1 KB an employee.
/// `progress` is told the share done, 0 … 1, a few times.
[[nodiscard]] Consultation make_province(const ProvinceOptions& options,
                                         const std::function<void(double)>& progress = {});

/// The "usulan awal": what an office draws up by need alone without asking anybody. It moves about
/// six in a hundred, from the best staffed units to the shortest of the same job, against no hard
/// rule, blind to wishes, homes and concerns.
///
/// Ties     the better staffed, then the lower id.
/// Cost     O(n log n) for n employees.
[[nodiscard]] Plan first_proposal(const Consultation& consultation);
/// The same from a snapshot of it whose posts may have more holders than are there.
[[nodiscard]] Plan first_proposal(const Consultation& consultation, const Snapshot& snapshot);

/// Above this the employees are made in parts.
inline constexpr std::int32_t most_at_once = 100'000;

/// A part of a large province: all units, posts and competences, and some of the employees, by NIP
/// and after those of the part before, with their skills and answers; ids are those of the part.
struct ProvincePart {
  const Consultation& consultation;
  const Plan& proposal;
  std::size_t number = 0;  ///< from 0
};
/// A province like make_province's, in parts. `take` returns false to end early; so does the
/// result.
///
/// Cost     O(employees) time, every employee made twice; memory: units and posts, 16 bytes an
///          employee and one part of 50,000.
/// Ties     the same bytes for the same options on every platform; others than make_province's.
[[nodiscard]] bool make_province_in_parts(const ProvinceOptions& options,
                                          const std::function<bool(const ProvincePart&)>& take,
                                          const std::function<void(double)>& progress = {});

/// Someone for the demo's sign-in: a PNS free to be moved, has not answered, lives two to seven
/// hours from the unit, has vacant eligible posts at home and is in the middle of a career. The
/// lowest NIP of those; where nobody is like that, the nearest to it.
[[nodiscard]] EmployeeId demo_employee(const Consultation& consultation);

}  // namespace rembuk

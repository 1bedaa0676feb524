#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/domain/plan.hpp"
#include "engine/domain/records.hpp"

namespace rembuk {

using RegionId = Id<struct RegionTag>;
using GovernmentId = Id<struct GovernmentTag>;

/// Part of a row in a compressed array: items first … last − 1.
struct Range {
  std::int32_t first = 0, last = 0;
};

/// A consultation as the engine computes with it: dense arrays by id, no name, nip or date.
/// Months are counted to the reference date. Immutable once made.
struct Snapshot {
  Settings settings;

  struct UnitRow {
    UnitId parent;
    UnitId opd;  ///< highest ancestor (or itself) that is not of kind instansi; itself if instansi
    GovernmentId government;
    RegionId region;
    UnitKind kind = UnitKind::dinas;
    std::uint8_t remoteness = 0;
    std::int32_t need = 0;          ///< Σ need of the unit's own posts
    std::int32_t filled = 0;        ///< heads at the unit's own posts now
    std::int32_t workload = 10000;  ///< v_workload, points
  };
  struct Needed {  ///< one competence that a post asks for
    CompetenceId competence;
    std::uint8_t level = 1;
    bool mandatory = false;
  };
  struct PostRow {
    UnitId unit;
    PostKind kind = PostKind::pelaksana;
    std::uint8_t job_class = 1;
    bool jpt = false;  ///< jenjang jpt_pratama, or eselon I or II
    bool locked = false;
    bool open_to_pppk = false;
    std::int32_t need = 0;
    std::int32_t heads = 0;           ///< holders now, of every status
    std::int16_t golongan_min = -1;   ///< −1: none
    std::int16_t education_min = -1;  ///< education_level, −1: none
    CompetenceId certificate;
    Range required;  ///< in `required`; posts that ask for the same share one
  };
  struct Held {  ///< highest recorded level of one competence of one employee
    CompetenceId competence;
    std::uint8_t level = 1;
    bool certified = false;  ///< any record with source sertifikat
  };
  /// One wish, ready to be matched.
  struct Target {
    enum class Kind : std::uint8_t { post, unit, region } kind = Kind::post;
    std::int32_t id = 0;  ///< PostId, UnitId or RegionId value; −1 for a region without posts
  };
  struct EmployeeRow {
    PostId post;
    RegionId home;
    GovernmentId government;
    EmployeeStatus status = EmployeeStatus::pns;
    bool pppk_scale = false;
    std::uint8_t golongan = 0;
    std::int16_t education = 0;  ///< education_level
    bool active = true, disciplined = false, studying = false, audit_clear = true;
    bool below_baik = false;         ///< one of the recorded ratings is below Baik
    std::int32_t tenure_months = 0;  ///< in the post
    std::int32_t months_to_retirement = 0;
    Range held;  ///< in `held`, by competence

    bool answered = false;
    Stance stance = Stance::open;
    std::int8_t track = -1;  ///< career track as PostKind, −1: none
    std::uint8_t wish_count = 0;
    std::array<Target, 5> wishes{};
    std::array<std::int32_t, criterion_count> weights{2000, 2000, 2000, 2000, 2000};
    std::array<std::uint8_t, concern_categories> concerns{};  ///< intensity, 0: none
  };

  std::vector<UnitRow> units;
  std::vector<PostRow> posts;
  std::vector<EmployeeRow> employees;
  std::vector<Needed> required;
  std::vector<Held> held;
  std::int32_t regions = 0;
  std::int32_t governments = 0;
  std::int32_t competences = 0;       ///< every CompetenceId in `required` and `held` is below it
  std::vector<std::int32_t> minutes;  ///< regions × regions, row: from; −1: not given

  [[nodiscard]] std::int32_t travel_minutes(RegionId from, RegionId to) const {
    return minutes[from.index() * static_cast<std::size_t>(regions) + to.index()];
  }
  [[nodiscard]] const EmployeeRow& operator[](EmployeeId id) const { return employees[id.index()]; }
  [[nodiscard]] const PostRow& operator[](PostId id) const { return posts[id.index()]; }
  [[nodiscard]] const UnitRow& operator[](UnitId id) const { return units[id.index()]; }
  [[nodiscard]] const UnitRow& unit_of(PostId id) const { return units[(*this)[id].unit.index()]; }
  [[nodiscard]] std::span<const Needed> required_by(PostId id) const {
    const Range r = (*this)[id].required;
    return {required.data() + r.first, required.data() + r.last};
  }
  [[nodiscard]] std::span<const Held> held_by(EmployeeId id) const {
    const Range r = (*this)[id].held;
    return {held.data() + r.first, held.data() + r.last};
  }
};

/// The snapshot of `consultation`. Shape: ids are the same as there; regions and governments are
/// numbered in byte order of their codes. Cost O(records).
[[nodiscard]] Snapshot make_snapshot(const Consultation& consultation);

/// Region codes in the order of RegionId: the regions of units, homes, travel times and wishes.
[[nodiscard]] std::vector<std::string> region_codes(const Consultation& consultation);

/// The row's stance, wishes, weights, track and concerns, as if the employee had said this.
/// `aspiration` null: not answered.
void set_answer(Snapshot::EmployeeRow& row, const Aspiration* aspiration,
                std::span<const Concern> concerns, const std::vector<std::string>& regions);

/// Post of everyone after `plan`, by employee.
[[nodiscard]] std::vector<PostId> placement(const Snapshot& snapshot, const Plan& plan);

}  // namespace rembuk

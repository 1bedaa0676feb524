#include <algorithm>

#include "engine/province/builder.hpp"

/// What people answer: far from home they answer more and want home; concerns follow their lives.
namespace rembuk::province {
namespace {

struct Answering {
  Builder& b;
  Random random;
  std::vector<std::vector<PostId>> posts_in;    // by region
  std::vector<std::vector<UnitId>> units_in;    // by region

  [[nodiscard]] bool chance(int percent) { return static_cast<int>(random.below(100)) < percent; }

  template <class T>
  T any(const std::vector<T>& list) { return list[random.below(static_cast<std::uint32_t>(list.size()))]; }

  /// A post in the region that the person could fill: of the same kind and not far in class.
  std::optional<PostId> fitting_post(const Employee& e, std::size_t region) {
    const auto& own = b.consultation.posts[e.post.index()];
    for (int attempt = 0; attempt < 60 && !posts_in[region].empty(); ++attempt) {
      const PostId candidate = any(posts_in[region]);
      const auto& post = b.consultation.posts[candidate.index()];
      const bool same_craft = b.template_of_post[candidate.index()]->skill == b.template_of_post[e.post.index()]->skill;
      const bool near = post.kind == own.kind && post.job_class <= own.job_class + 1 && post.job_class + 1 >= own.job_class;
      if (candidate != e.post && post.level != PostLevel::jpt_pratama && near && (same_craft || attempt > 30))
        return candidate;
    }
    return std::nullopt;
  }

  void add(Aspiration& aspiration, const Wish& wish) {
    if (aspiration.wishes.size() < 5 && std::ranges::find(aspiration.wishes, wish) == aspiration.wishes.end())
      aspiration.wishes.push_back(wish);
  }

  void add_wishes(Aspiration& aspiration, const Employee& e, std::size_t home, bool far) {
    const std::size_t region = far ? home : b.unit_region(e.post);
    const auto count = 1 + random.below(4);
    for (std::uint32_t k = 0; k < count; ++k) {
      const auto draw = random.below(10);
      if (draw < 6) {
        if (const auto post = fitting_post(e, chance(80) ? region : province::jambi)) add(aspiration, *post);
      } else if (draw < 8) {
        if (!units_in[region].empty()) add(aspiration, any(units_in[region]));
      } else {
        add(aspiration, WishRegion{std::string(regions[region].code)});
      }
    }
    if (far && chance(60)) add(aspiration, WishRegion{std::string(regions[home].code)});
  }

  std::array<Criterion, criterion_count> criteria(bool far) {
    std::array<Criterion, criterion_count> order = {Criterion::distance, Criterion::career, Criterion::competence,
                                                    Criterion::facilities, Criterion::workload};
    random.shuffle<Criterion>(order);
    if (chance(far ? 75 : 35)) {
      const auto distance = std::ranges::find(order, Criterion::distance);
      std::rotate(order.begin(), distance, distance + 1);
    }
    return order;
  }

  void add_concern(EmployeeId i, int category, int least, std::string_view help) {
    const auto intensity = static_cast<std::uint8_t>(std::min(5, least + static_cast<int>(random.below(3))));
    b.consultation.concerns.push_back({i, static_cast<std::uint8_t>(category - 1), intensity, std::string(chance(60) ? help : "")});
  }

  void add_concerns(EmployeeId i, Stance stance, int age) {
    const int anxious = stance == Stance::stay ? 20 : stance == Stance::open ? 0 : -12;
    const bool family = age >= 28 && age <= 50;
    if (chance(42 + anxious)) add_concern(i, 1, 3, "biaya_pindah");
    if (family && chance(22 + anxious)) add_concern(i, 2, 3, "pendampingan_pasangan");
    if (family && chance(26 + anxious)) add_concern(i, 3, 2, "sekolah_anak");
    if (age > 48 && chance(22)) add_concern(i, 4, 3, "akses_kesehatan");
    if (chance(24 + anxious)) add_concern(i, 5, 2, "biaya_pindah");
    if (chance(14)) add_concern(i, 6, 2, "penjelasan");
    if (chance(16)) add_concern(i, 7, 2, "pelatihan");
    if (chance(12 + anxious / 2)) add_concern(i, 8, 1, "waktu_persiapan");
    if (chance(15)) add_concern(i, 9, 2, "penjelasan");
    if (chance(10)) add_concern(i, 10, 1, "");
    if (chance(14)) add_concern(i, 11, 2, "rumah_dinas");
    if (chance(16)) add_concern(i, 12, 2, "waktu_persiapan");
    if (chance(8)) add_concern(i, 13, 1, "");
    if (chance(2)) add_concern(i, 14, 1, "");

  }

  void answer(EmployeeId i) {
    const Employee& e = b.consultation.employees[i.index()];
    const std::size_t home = b.home_region(e);
    const bool far = travel_minutes[home][b.unit_region(e.post)] > 90;
    const int age = static_cast<int>(b.options.reference_date.year()) - static_cast<int>(e.birth.year());
    const bool new_here = months_between(e.tmt_post, b.options.reference_date) < 24;
    if (!chance(62 + (far ? 14 : -3) + (new_here ? -8 : 3) + (e.status == EmployeeStatus::pns ? 3 : -6))) return;
    Aspiration aspiration;
    aspiration.employee = i;
    const auto draw = static_cast<int>(random.below(100));
    const int moving = (far ? 52 : 14) - (age > 50 ? 8 : 0);
    const int staying = far ? 14 : 44;
    aspiration.stance = draw < moving ? Stance::move : draw < moving + staying ? Stance::stay : Stance::open;
    if (aspiration.stance != Stance::stay || chance(25)) add_wishes(aspiration, e, home, far);
    if (chance(70)) aspiration.criteria_order = criteria(far);
    if (chance(40))
      aspiration.career_track = chance(70) ? b.consultation.posts[e.post.index()].kind : PostKind::fungsional;
    add_concerns(i, aspiration.stance, age);
    b.consultation.aspirations.push_back(std::move(aspiration));
  }
};

}  // namespace

void Builder::make_answers() {
  Answering answering{*this, Random(options.seed, 6), {}, {}};
  answering.posts_in.resize(regions.size());
  answering.units_in.resize(regions.size());
  for (std::size_t j = 0; j < consultation.posts.size(); ++j)
    answering.posts_in[unit_region(PostId{j})].push_back(PostId{j});
  for (std::size_t u = 0; u < consultation.units.size(); ++u)
    if (consultation.units[u].kind != UnitKind::instansi) answering.units_in[region_of_unit[u]].push_back(UnitId{u});
  for (std::size_t i = 0; i < consultation.employees.size(); ++i) answering.answer(EmployeeId{i});
}

}  // namespace rembuk::province

#include "web/server/deliberation/answer_check.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/files/export.hpp"

namespace rembuk::server {
namespace {

constexpr std::array<std::string_view, 9> helps = {
    "",           "rumah_dinas",     "pendampingan_pasangan",
    "pelatihan",  "biaya_pindah",    "waktu_persiapan",
    "penjelasan", "akses_kesehatan", "sekolah_anak"};

std::optional<Wish> wish_of(const std::string& text, const Consultation& c) {
  const auto colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const std::string kind = text.substr(0, colon), code = text.substr(colon + 1);
  if (kind == "jabatan") {
    const auto at = std::ranges::lower_bound(c.posts, code, {}, &Post::code);
    if (at != c.posts.end() && at->code == code)
      return PostId{static_cast<std::size_t>(at - c.posts.begin())};
  } else if (kind == "unit") {
    const auto at = std::ranges::lower_bound(c.units, code, {}, &Unit::code);
    if (at != c.units.end() && at->code == code)
      return UnitId{static_cast<std::size_t>(at - c.units.begin())};
  } else if (kind == "wilayah" && std::ranges::any_of(c.units, [&](const Unit& unit) {
               return region_of(unit.area) == code;
             })) {
    return WishRegion{code};
  }
  return std::nullopt;
}

bool permutation_of_criteria(const std::vector<std::uint8_t>& order) {
  if (order.empty()) return true;
  std::array<bool, criterion_count> seen{};
  for (const auto criterion : order) {
    if (criterion >= criterion_count || seen[criterion]) return false;
    seen[criterion] = true;
  }
  return order.size() == criterion_count;
}

bool valid_concerns(const std::vector<wire::ConcernEntry>& concerns) {
  std::array<bool, concern_categories> seen{};
  for (const auto& concern : concerns) {
    if (concern.category >= concern_categories || seen[concern.category]) return false;
    if (concern.intensity < 1 || concern.intensity > 5) return false;
    if (std::ranges::find(helps, concern.help) == helps.end()) return false;
    seen[concern.category] = true;
  }
  return true;
}

}  // namespace

std::string answer_problem(const wire::Answer& answer, const Consultation& consultation) {
  const bool valid = answer.stance <= 2 && answer.wishes.size() <= 5 &&
                     permutation_of_criteria(answer.criteria) && answer.career_track >= -1 &&
                     answer.career_track <= 2 && valid_concerns(answer.concerns);
  if (!valid) return "answer_invalid";
  for (std::size_t k = 0; k < answer.wishes.size(); ++k) {
    if (std::find(answer.wishes.begin(), answer.wishes.begin() + static_cast<std::ptrdiff_t>(k),
                  answer.wishes[k]) != answer.wishes.begin() + static_cast<std::ptrdiff_t>(k))
      return "answer_invalid";
    if (!wish_of(answer.wishes[k], consultation)) return "wish_unknown";
  }
  return {};
}

std::optional<Aspiration> aspiration_of(const wire::Answer& answer, EmployeeId who,
                                        const Consultation& consultation) {
  Aspiration aspiration;
  aspiration.employee = who;
  aspiration.stance = static_cast<Stance>(answer.stance);
  for (const auto& text : answer.wishes) {
    const auto wish = wish_of(text, consultation);
    if (!wish) return std::nullopt;
    aspiration.wishes.push_back(*wish);
  }
  if (answer.criteria.size() == criterion_count) {
    std::array<Criterion, criterion_count> order{};
    for (std::size_t k = 0; k < criterion_count; ++k)
      order[k] = static_cast<Criterion>(answer.criteria[k]);
    aspiration.criteria_order = order;
  }
  if (answer.career_track >= 0)
    aspiration.career_track = static_cast<PostKind>(answer.career_track);
  return aspiration;
}

wire::Answer answer_of(const Aspiration& aspiration, std::span<const Concern> concerns,
                       const Consultation& consultation) {
  wire::Answer answer;
  answer.stance = static_cast<std::uint8_t>(aspiration.stance);
  for (const auto& wish : aspiration.wishes)
    answer.wishes.push_back(files::wish_text(wish, consultation));
  if (aspiration.criteria_order)
    for (const auto criterion : *aspiration.criteria_order)
      answer.criteria.push_back(static_cast<std::uint8_t>(criterion));
  if (aspiration.career_track)
    answer.career_track = static_cast<std::int8_t>(*aspiration.career_track);
  for (const auto& concern : concerns)
    answer.concerns.push_back({concern.category, concern.intensity, concern.help});
  return answer;
}

}  // namespace rembuk::server

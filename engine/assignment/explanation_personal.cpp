#include "engine/assignment/explanation_personal.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/scoring/acceptance.hpp"
#include "engine/scoring/concerns.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk::personal {
namespace {

constexpr std::array<std::string_view, criterion_count> criterion_codes = {
    "distance", "competence", "career", "workload", "facilities"};

/// What can be discussed for each concern, K01 … K14.
constexpr std::array<std::string_view, concern_categories> offers = {
    "biaya_pindah",    "pendampingan_pasangan",
    "sekolah_anak",    "akses_kesehatan",
    "biaya_pindah",    "penjelasan",
    "pelatihan",       "penjelasan",
    "penjelasan",      "penjelasan",
    "rumah_dinas",     "waktu_persiapan",
    "waktu_persiapan", "penjelasan"};

std::string category_code(std::size_t k) { return (k < 9 ? "K0" : "K") + std::to_string(k + 1); }

void add_satisfaction(const Subject& x, Sentences& out) {
  const auto& s = x.shown.snapshot;
  const Points before = satisfaction(s, x.i, x.from), after = satisfaction(s, x.i, x.to);
  const char* code = !x.moves()        ? "satisfaction_now"
                     : before == after ? "satisfaction_equal"
                     : before < after  ? "satisfaction_better"
                                       : "satisfaction_worse";
  Sentence sentence{code, "satisfaction", {say::share("to", after)}};
  if (before != after) {
    sentence.arguments.push_back(say::share("from", before));
    sentence.arguments.push_back(say::points("change", after - before));
  }
  out.push_back(std::move(sentence));
  const Points held = bonus(s, x.i, x.from), got = bonus(s, x.i, x.to);
  if (x.moves() && held != got)
    out.push_back({"bonus_changes",
                   "aspirasi.keinginan_1",
                   {say::share("from", held), say::share("to", got)}});
}

/// The criterion whose weighted value changes most in one direction.
void add_criterion(const Subject& x, int sign, Sentences& out) {
  const auto& s = x.shown.snapshot;
  const auto before = criterion_values(s, x.i, x.from), after = criterion_values(s, x.i, x.to);
  std::int64_t most = 0;
  std::size_t which = 0;
  for (std::size_t c = 0; c < criterion_count; ++c) {
    const std::int64_t part = std::int64_t{sign} * s[x.i].weights[c] * (after[c] - before[c]);
    if (part > most) most = part, which = c;
  }
  if (most == 0) return;
  const std::string code(criterion_codes[which]);
  out.push_back({sign > 0 ? "criterion_gains" : "criterion_loses",
                 code,
                 {say::word("criterion", "criterion", code), say::share("from", before[which]),
                  say::share("to", after[which])}});
}

void add_track(const Subject& x, Sentences& out) {
  const auto& s = x.shown.snapshot;
  if (s[x.i].track < 0) return;
  const bool on_track = s[x.i].track == static_cast<int>(s[x.to].kind);
  const auto kind = post_kind_names[static_cast<std::size_t>(s[x.i].track)];
  out.push_back({on_track ? "track_reached" : "track_missed",
                 "aspirasi.jalur_karier",
                 {say::word("track", "post_kind", std::string(kind))}});
}

void add_acceptance(const Subject& x, Sentences& out) {
  const auto& s = x.shown.snapshot;
  const auto model = AcceptanceModel::make(s.settings.parameters);
  if (!x.moves() || !model) return;
  const auto p = probabilities(model->central, move_case(s, x.i, x.to));
  const auto points = [](std::int32_t units) {
    return (std::int64_t{units} * 10000 + probability_one / 2) / probability_one;
  };
  out.push_back(
      {"acceptance",
       "acceptance",
       {say::share("accept", points(p.accept)), say::share("conditional", points(p.conditional)),
        say::share("object", points(p.object))}});
}

/// What makes the move trigger category k (0 … 13), with its two sides.
Sentence cause(const Subject& x, std::size_t k) {
  const auto& s = x.shown.snapshot;
  const auto& c = x.shown.consultation;
  const auto& before = s.unit_of(x.from);
  const auto& after = s.unit_of(x.to);
  const auto region = [&](PostId j) { return region_of(c.units[s[j].unit.index()].area); };
  const Sentence minutes{"concern_minutes",
                         "",
                         {say::minutes("from", s.travel_minutes(s[x.i].home, before.region)),
                          say::minutes("to", s.travel_minutes(s[x.i].home, after.region))}};
  const Sentence job_class{
      "concern_class",
      "",
      {say::number("from", s[x.from].job_class), say::number("to", s[x.to].job_class)}};
  switch (k + 1) {
    case 1:
      return minutes;
    case 2:
    case 3:
      return {"concern_region",
              "",
              {say::region("from", region(x.from)), say::region("to", region(x.to))}};
    case 4:
    case 11:
      return {"concern_remoteness",
              "",
              {say::number("from", before.remoteness), say::number("to", after.remoteness)}};
    case 5:
      return s[x.to].job_class < s[x.from].job_class ? job_class : minutes;
    case 6:
      return job_class;
    case 7:
      return {"concern_match",
              "",
              {say::share("to", competence_value(s, x.i, x.to)), say::share("limit", 7000)}};
    case 8:
    case 13:
      return {"concern_opd", "", {say::unit("from", c, before.opd), say::unit("to", c, after.opd)}};
    case 10:
      return {
          "concern_workload", "", {say::share("to", after.workload), say::share("limit", 7000)}};
    default:
      return {"concern_always", "", {}};
  }
}

void add_help(const Concern& concern, const std::string& category, Sentences& out) {
  const bool known = explanation_text("help", concern.help) != nullptr;
  const std::string offered(offers[concern.category]);
  const auto which = say::word("concern", "concern", category);
  if (known)
    out.push_back(
        {"help_asked", "kekhawatiran.bantuan", {which, say::word("help", "help", concern.help)}});
  if (!known || concern.help != offered)
    out.push_back({"help_offered", category, {which, say::word("help", "help", offered)}});
}

}  // namespace

Sentences meaning(const Subject& x) {
  Sentences out;
  add_satisfaction(x, out);
  if (x.moves()) {
    add_criterion(x, 1, out);
    add_criterion(x, -1, out);
  }
  add_track(x, out);
  add_acceptance(x, out);
  return out;
}

Sentences concerns(const Subject& x) {
  Sentences out;
  const auto& all = x.shown.consultation.concerns;
  const unsigned triggered = triggered_concerns(x.shown.snapshot, x.i, x.to);
  for (const auto& concern : std::ranges::equal_range(all, x.i, {}, &Concern::employee)) {
    const std::string category = category_code(concern.category);
    const bool touched = (triggered >> concern.category & 1U) != 0;
    Sentence sentence = touched ? cause(x, concern.category) : Sentence{"concern_quiet", "", {}};
    sentence.basis = category;
    sentence.arguments.insert(
        sentence.arguments.begin(),
        {say::word("concern", "concern", category), say::number("intensity", concern.intensity)});
    out.push_back(std::move(sentence));
    if (touched) add_help(concern, category, out);
  }
  if (out.empty() && x.answer()) out.push_back({"concerns_none", "kekhawatiran.kategori", {}});
  return out;
}

}  // namespace rembuk::personal

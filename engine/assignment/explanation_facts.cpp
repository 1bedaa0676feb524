#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "engine/assignment/explanation.hpp"
#include "engine/assignment/explanation_prices.hpp"
#include "engine/domain/reasons.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

using List = std::vector<Sentence>;

/// What the facts are taken from, for one person.
struct FactsOf {
  const ShownPlan& shown;
  EmployeeId i;
  PostId from, to;
  const Move* move = nullptr;  // none: stays
  const Consultation& c = shown.consultation;
  const Snapshot& s = shown.snapshot;

  FactsOf(const ShownPlan& plan, EmployeeId who)
      : shown(plan), i(who), from(plan.snapshot[who].post), to(from) {
    const auto& moves = plan.plan.moves;
    const auto at = std::ranges::lower_bound(moves, who, {}, &Move::employee);
    if (at == moves.end() || at->employee != who) return;
    move = &*at;
    to = at->to;
  }

  void add_class(List& out) const {
    const int before = s[from].job_class, after = s[to].job_class;
    constexpr std::string_view basis = "jabatan.kelas_jabatan";
    if (!move) {
      out.push_back({"class_now", std::string(basis), {say::number("class", after)}});
      return;
    }
    const char* code = before == after  ? "class_same"
                       : before < after ? "class_rises"
                                        : "class_falls";
    out.push_back(
        {code, std::string(basis), {say::number("from", before), say::number("to", after)}});
  }

  void add_minutes(List& out) const {
    const auto home = s[i].home;
    const auto before = s.travel_minutes(home, s.unit_of(from).region);
    const auto after = s.travel_minutes(home, s.unit_of(to).region);
    const char* code = !move             ? "minutes_now"
                       : before == after ? "minutes_same"
                       : before < after  ? "minutes_longer"
                                         : "minutes_shorter";
    Sentence sentence{code, "waktu_tempuh.menit", {say::minutes("to", after)}};
    if (move) sentence.arguments.insert(sentence.arguments.begin(), say::minutes("from", before));
    out.push_back(std::move(sentence));
  }

  [[nodiscard]] std::string region(PostId j) const {
    return region_of(c.units[s[j].unit.index()].area);
  }

  void add_place(List& out) const {
    const auto& before = s.unit_of(from);
    const auto& after = s.unit_of(to);
    if (before.region != after.region)
      out.push_back({"region_changes",
                     "unit.wilayah_kode",
                     {say::region("from", region(from)), say::region("to", region(to))}});
    if (before.opd != after.opd)
      out.push_back({"opd_changes",
                     "unit.induk_kode",
                     {say::unit("from", c, before.opd), say::unit("to", c, after.opd)}});
    if (before.remoteness != after.remoteness)
      out.push_back(
          {"remoteness_changes",
           "unit.keterpencilan",
           {say::number("from", before.remoteness), say::number("to", after.remoteness)}});
  }

  [[nodiscard]] int level(CompetenceId id) const {
    const auto mine = s.held_by(i);
    const auto at = std::ranges::lower_bound(mine, id, {}, &Snapshot::Held::competence);
    return at != mine.end() && at->competence == id ? at->level : 0;
  }

  void add_competences(List& out) const {
    for (const auto& needed : s.required_by(to)) {
      const int have = level(needed.competence), gap = needed.level - have;
      const char* code = gap <= 0           ? "competence_met"
                         : needed.mandatory ? "competence_gap_mandatory"
                                            : "competence_gap";
      Sentence sentence{code,
                        "kompetensi_jabatan.level_syarat",
                        {say::competence("competence", c, needed.competence),
                         say::number("level", have), say::number("required", needed.level)}};
      if (gap > 0) sentence.arguments.push_back(say::number("gap", gap));
      out.push_back(std::move(sentence));
    }
    if (s.required_by(to).empty())
      out.push_back({"competences_none", "kompetensi_jabatan.level_syarat", {}});
  }

  [[nodiscard]] List change() const {
    List out;
    if (move)
      out.push_back(
          {"moves",
           "rencana.jabatan_kode_baru",
           {say::post("from", c, from), say::post("to", c, to), say::unit_of("to_unit", c, to)}});
    else
      out.push_back({"stays",
                     "rencana.jabatan_kode_baru",
                     {say::post("post", c, to), say::unit_of("unit", c, to)}});
    add_class(out);
    add_minutes(out);
    add_place(out);
    add_competences(out);
    return out;
  }

  /// A hand-written reason may name somebody; then it is not shown.
  [[nodiscard]] bool names_somebody(std::string_view reason) const {
    const auto lower = [](std::string_view text) {
      std::string all(text);
      for (auto& letter : all)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
      return all;
    };
    int digits = 0;
    for (const char letter : reason) {
      digits = letter >= '0' && letter <= '9' ? digits + 1 : 0;
      if (digits >= 8) return true;
    }
    const std::string said = lower(reason);
    return std::ranges::any_of(c.employees, [&](const Employee& e) {
      return (!e.name.empty() && said.contains(lower(e.name))) || said.contains(lower(e.nip));
    });
  }

  void add_planned(List& out) const {
    const std::string& reason = move->reason;
    if (const std::string policy(reason_rest(reason, by_policy));
        explanation_text("policy", policy)) {
      out.push_back({"planned_by_policy", policy, {say::word("policy", "policy", policy)}});
    } else if (planner_lock(shown.rules, i) == to) {
      out.push_back({"planned_by_lock", "R24", {}});
    } else if (!reason.empty() && !names_somebody(reason)) {
      out.push_back({"planned_by_hand", "rencana.alasan", {say::text("reason", reason)}});
    } else {
      out.push_back({"planned_without_reason", "rencana.alasan", {}});
    }
  }

  void add_seat(List& out) const {
    const auto& post = s[to];
    const char* code = post.heads < post.need ? "seat_fills_need" : "seat_in_exchange";
    out.push_back({code,
                   "jabatan.kebutuhan_abk",
                   {say::post("post", c, to), say::number("filled", post.heads),
                    say::number("need", post.need)}});
  }

  [[nodiscard]] List reason() const {
    List out;
    bool confidential = false;
    const auto add = [&](const char* code, Rule rule) {
      if (is_confidential(rule))
        confidential = true;
      else if (rule != Rule::R06)  // pairs of relatives are never shown
        out.push_back({code, std::string(name(rule)), {say::rule("rule", rule)}});
    };
    if (move) {
      add_planned(out);
      add_seat(out);
      for (const Rule rule : broken_rules(s, shown.plan, *move, shown.rules))
        add("breaks_rule", rule);
      if (std::ranges::count(placement(s, shown.plan), to) > s[to].need)
        add("breaks_rule", Rule::R07);
    }
    const auto all = locks(s, i, shown.rules);
    for (const Rule rule : all)
      if (!move) add("locked", rule);
    if (confidential) out.push_back({"not_eligible", "eligibility", {}});
    if (!move && all.empty()) out.push_back({"not_locked", "eligibility", {}});
    return out;
  }

  static std::string kind_name(PostKind kind) {
    return std::string(post_kind_names[static_cast<std::size_t>(kind)]);
  }

  static std::string level_name(PostLevel rank) {
    return std::string(post_level_names[static_cast<std::size_t>(rank)]);
  }

  [[nodiscard]] List meaning() const {
    List out;
    const auto after = say::share("to", competence_value(s, i, to));
    const auto kind = say::word("to", "post_kind", kind_name(s[to].kind));
    if (!move) {
      out.push_back({"match_now", "competence", {after}});
      return out;
    }
    out.push_back(
        {"match_changes", "competence", {say::share("from", competence_value(s, i, from)), after}});
    if (s[from].kind == s[to].kind)
      out.push_back({"kind_same", "jabatan.jenis_jabatan", {kind}});
    else
      out.push_back({"kind_changes",
                     "jabatan.jenis_jabatan",
                     {say::word("from", "post_kind", kind_name(s[from].kind)), kind}});
    const auto before = c.posts[from.index()].level, now = c.posts[to.index()].level;
    if (before != now && before != PostLevel::none && now != PostLevel::none)
      out.push_back({"level_changes",
                     "jabatan.jenjang",
                     {say::word("from", "post_level", level_name(before)),
                      say::word("to", "post_level", level_name(now))}});
    return out;
  }

  [[nodiscard]] List next() const {
    List out;
    const auto needed = s.required_by(to);
    const auto most = std::ranges::max_element(
        needed, {}, [&](const Snapshot::Needed& n) { return n.level - level(n.competence); });
    if (most != needed.end() && most->level > level(most->competence))
      out.push_back({"next_training",
                     "kompetensi_pegawai.level",
                     {say::competence("competence", c, most->competence),
                      say::number("gap", most->level - level(most->competence))}});
    const auto all = locks(s, i, shown.rules);
    if (std::ranges::find(all, Rule::R03) != all.end()) {
      const auto since = c.employees[i.index()].tmt_post;
      const auto due = since + std::chrono::months(s.settings.rules.tenure_months);
      // The day may not exist in that month; then the count is full on the first of the next.
      const Date day = due.ok() ? due : due.year() / due.month() / 1 + std::chrono::months(1);
      out.push_back({"next_tenure", "R03", {say::date("date", day)}});
    }
    out.push_back({"next_decision", "rencana.nip", {}});
    out.push_back({"next_records", "pegawai.nip", {}});
    return out;
  }

  [[nodiscard]] List office(const SolvedPolicy& policy) const {
    List out;
    const auto& objectives = policy.result.objectives;
    // After another objective the price would rest on what people answered.
    if (objectives.empty() || objectives.front().name != "need_covered") return out;
    for (const auto& price : seat_prices(s, policy))
      if (price.unit == s[from].unit || price.unit == s[to].unit)
        out.push_back(
            {"seat_price_need",
             "need_covered",
             {say::unit("unit", c, price.unit), say::number("price", price.at_most.front())}});
    return out;
  }
};

}  // namespace

bool is_confidential(Rule rule) {
  return rule == Rule::R08 || rule == Rule::R09 || rule == Rule::R11 || rule == Rule::R23;
}

Facts facts_of(const ShownPlan& shown, EmployeeId i, const SolvedPolicy* policy) {
  const FactsOf of(shown, i);
  Facts facts{of.change(), of.reason(), of.meaning(), of.next(), {}};
  if (policy && policy->feasible()) facts.office = of.office(*policy);
  return facts;
}

}  // namespace rembuk

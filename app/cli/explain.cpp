#include <fmt/format.h>

#include <algorithm>

#include "app/cli/json.hpp"
#include "app/cli/load.hpp"
#include "app/cli/progress.hpp"
#include "app/cli/verbs.hpp"
#include "engine/assignment/explanation.hpp"

namespace rembuk::cli {
namespace {

int wrong(std::string_view what, int status) {
  fmt::print(stderr, "rembuk explain: {}\n", what);
  return status;
}

std::expected<PlanRequest, int> policy_request(const Arguments& arguments) {
  PlanRequest request;
  if (const auto policy = arguments.value("--policy")) {
    const auto known = policy_named(*policy);
    if (!known)
      return std::unexpected(wrong(no_such_policy(*policy, arguments.english()), wrong_usage));
    request.policy = *known;
  }
  if (const auto seed = arguments.value("--seed")) {
    const auto number = whole_number(*seed);
    if (!number || *number < 0)
      return std::unexpected(
          wrong(no_whole_number("--seed", *seed, arguments.english()), wrong_usage));
    request.seed = static_cast<std::uint64_t>(*number);
  }
  return request;
}

/// A card with what it takes to print it.
struct Printed {
  const Consultation& consultation;
  const SolvedPolicy& policy;
  EmployeeId who;
  Card card;
  bool english;

  [[nodiscard]] std::string sentence(const Sentence& s) const {
    std::string arguments;
    for (const auto& a : s.arguments)
      arguments += fmt::format("{}{}: {}", arguments.empty() ? "" : ", ", json_text(a.name),
                               a.is_named() ? json_text(a.code) : std::to_string(a.value));
    return fmt::format("{{\"code\": {}, \"basis\": {}, \"arguments\": {{{}}}, \"text\": {}}}",
                       json_text(s.code), json_text(s.basis), arguments,
                       json_text(in_words(s, consultation, english)));
  }

  [[nodiscard]] std::string list(std::string_view key, const std::vector<Sentence>& all) const {
    std::string items;
    for (const auto& one : all)
      items += fmt::format("{}\n    {}", items.empty() ? "" : ",", sentence(one));
    return fmt::format("{}: [{}]", json_text(key), items);
  }

  [[nodiscard]] const std::string& code(PostId j) const {
    return consultation.posts[j.index()].code;
  }

  /// The members of a change; a wish is counted from 1 as the columns are.
  [[nodiscard]] std::string change(const SingleChange& c) const {
    using Kind = SingleChange::Kind;
    constexpr std::string_view kinds[] = {"competence_level", "tenure_months", "wish_up",
                                          "wish_down", "seat"};
    std::string of;
    if (c.kind == Kind::competence_level)
      of = fmt::format("\"competence\": {}, ",
                       json_text(consultation.competences[c.competence.index()].code));
    if (c.kind == Kind::seat) of = fmt::format("\"post\": {}, ", json_text(code(c.post)));
    if (c.kind == Kind::wish_up || c.kind == Kind::wish_down)
      of = fmt::format("\"wish\": {}, ", c.wish + 1);
    return fmt::format("{{\"kind\": \"{}\", {}\"steps\": {}}}",
                       kinds[static_cast<std::size_t>(c.kind)], of, c.steps);
  }

  [[nodiscard]] std::string counterfactual() const {
    constexpr std::string_view results[] = {"found",      "none", "withheld",
                                            "unfinished", "kept", "no_plan"};
    constexpr std::string_view goals[] = {"better_wish", "stay", "other_post"};
    const auto& found = card.personal.counterfactual;
    const bool is_found = found.result == Counterfactual::Result::found;
    return fmt::format(
        "{{\"result\": \"{}\", \"goal\": \"{}\", \"policy\": \"{}\", \"seed\": {}, "
        "\"change\": {}, \"before\": {}, \"after\": {}, \"solved\": {},\n   {}}}",
        results[static_cast<std::size_t>(found.result)],
        goals[static_cast<std::size_t>(found.goal)], name(policy.request.policy),
        policy.request.seed, is_found ? change(found.change) : "null",
        json_text(code(found.before)), is_found ? json_text(code(found.after)) : "null",
        found.solved, list("sentences", card.personal.differ));
  }

  void print_json() const {
    const auto& [facts, own] = card;
    fmt::print(
        "{{\"schema\": 1, \"nip\": {},\n \"facts\": {{\n   {},\n   {},\n   {},\n   {},\n   {}}},\n",
        json_text(consultation.employees[who.index()].nip), list("change", facts.change),
        list("reason", facts.reason), list("meaning", facts.meaning), list("next", facts.next),
        list("office", facts.office));
    fmt::print(" \"personal\": {{\n   {},\n   {},\n   {},\n   {}}},\n \"counterfactual\": {}}}\n",
               list("reason", own.reason), list("meaning", own.meaning),
               list("concerns", own.concerns), list("next", own.next), counterfactual());
  }

  void print_part(std::string_view indonesian, std::string_view in_english,
                  std::initializer_list<const std::vector<Sentence>*> lists) const {
    if (std::ranges::all_of(lists, [](const auto* all) { return all->empty(); })) return;
    fmt::print("\n{}\n", english ? in_english : indonesian);
    for (const auto* all : lists)
      for (const auto& one : *all)
        fmt::print("  - {} [{}]\n", in_words(one, consultation, english), one.basis);
  }

  void print_text() const {
    const auto& [facts, own] = card;
    fmt::print("{} {}\n", english ? "Card for NIP" : "Kartu untuk NIP",
               consultation.employees[who.index()].nip);
    print_part("Yang berubah", "What changes", {&facts.change});
    print_part("Mengapa", "Why", {&facts.reason, &own.reason});
    print_part("Apa yang harus berbeda", "What would have had to differ", {&own.differ});
    print_part("Artinya bagi karier dan kompetensi", "What it means for career and competence",
               {&facts.meaning, &own.meaning});
    print_part("Kekhawatiran Anda", "Your concerns", {&own.concerns});
    print_part("Yang dapat dilakukan", "What can be done", {&facts.next, &own.next});
    print_part("Angka untuk kantor", "Figures for the office", {&facts.office});
  }
};

std::expected<EmployeeId, int> employee_named(const Arguments& arguments, const Consultation& c) {
  const bool english = arguments.english();
  const auto nip = arguments.value("--nip");
  if (!nip) return std::unexpected(wrong(is_needed("--nip NIP", english), wrong_usage));
  const auto at = std::ranges::lower_bound(c.employees, *nip, {}, &Employee::nip);
  if (at == c.employees.end() || at->nip != *nip)
    return std::unexpected(wrong(
        fmt::format("{} «{}»",
                    english ? "there is no employee with nip" : "tidak ada pegawai dengan NIP",
                    *nip),
        negative));
  return EmployeeId{static_cast<std::size_t>(at - c.employees.begin())};
}

}  // namespace

int run_explain(const Arguments& arguments) {
  auto request = policy_request(arguments);
  if (!request) return request.error();
  if (!arguments.has("--nip"))
    return wrong(is_needed("--nip NIP", arguments.english()), wrong_usage);
  const auto consultation = load(arguments.positional[0], arguments);
  if (!consultation) return consultation.error();
  const auto who = employee_named(arguments, *consultation);
  if (!who) return who.error();
  auto rules = load_rules(*consultation, arguments);
  if (!rules) return rules.error();
  request->rules = std::move(*rules);
  Plan plan;
  if (const auto file = arguments.value("--plan")) {
    auto read = load_plan(*file, *consultation, arguments);
    if (!read) return read.error();
    plan = std::move(*read);
  }
  const Snapshot snapshot = make_snapshot(*consultation);
  const auto policy = solve_policy(snapshot, *request, progress_bar(arguments));
  if (!policy) return wrong(policy.error().detail, negative);
  const ShownPlan shown{*consultation, snapshot, plan, request->rules};
  const Progress bar = progress_bar(arguments);
  auto card = explain(shown, *policy, *who, limits_of_seconds(snapshot), bar);
  if (bar) bar(1);
  if (!card) return wrong(card.error().detail, negative);
  const Printed printed{*consultation, *policy, *who, std::move(*card), arguments.english()};
  arguments.has("--json") ? printed.print_json() : printed.print_text();
  return done;
}

}  // namespace rembuk::cli

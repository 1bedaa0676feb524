#include <fmt/format.h>

#include "app/cli/load.hpp"
#include "app/cli/report_json.hpp"
#include "app/cli/verbs.hpp"

namespace rembuk::cli {
namespace {

/// A number as people in the language write it: 1.234,5 or 1,234.5.
std::string number(double value, bool english) {
  std::string digits = fmt::format("{:.1f}", value);
  if (!english) digits[digits.size() - 2] = ',';
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 5; at > (value < 0 ? 1 : 0); at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, english ? ',' : '.');
  return digits;
}

void print_table(const Report& r, std::span<const Violation> violations, bool en) {
  const auto line = [&](std::string_view indonesian, std::string_view english, const std::string& value) {
    fmt::print("{:<44}{:>14}\n", en ? english : indonesian, value);
  };
  const auto percent = [&](double points) { return number(points / 100, en) + " %"; };
  const auto expected = [&](const ExpectedPeople& p) {
    return fmt::format("{} ({}–{})", number(p.mean, en), number(p.low80, en), number(p.high80, en));
  };
  line("Pegawai", "Employees", std::to_string(r.employees));
  line("Sudah menjawab", "Answered", std::to_string(r.answered));
  line("Dipindah", "Moved", std::to_string(r.moved));
  line("Rata-rata kepuasan", "Mean satisfaction", percent(r.satisfaction.mean));
  line("Median kepuasan", "Median satisfaction", percent(r.satisfaction.median));
  line("Sepersepuluh terbawah", "Worst tenth", percent(r.satisfaction.worst_tenth_mean));
  line("Lebih baik / sama / lebih buruk dari tetap", "Better / equal / worse than staying",
       fmt::format("{} / {} / {}", r.moved_better, r.moved_equal, r.moved_worse));
  line("Perkiraan menerima (selang 80 %)", "Expected to accept (80 % interval)", expected(r.acceptance.accept));
  line("Perkiraan bersyarat", "Expected conditional", expected(r.acceptance.conditional));
  line("Perkiraan keberatan", "Expected to object", expected(r.acceptance.object));
  line("Dipindah tetapi belum menjawab", "Moved without an answer", std::to_string(r.acceptance.nonrespondents));
  line("Kebutuhan terisi, sebelum", "Heads covered, before", fmt::format("{} / {}", r.need.heads_covered_before, r.need.heads_needed));
  line("Kebutuhan terisi, sesudah", "Heads covered, after", fmt::format("{} / {}", r.need.heads_covered_after, r.need.heads_needed));
  for (const auto& violation : violations)
    line(fmt::format("Melanggar {}", name(violation.rule)), fmt::format("Breaks {}", name(violation.rule)), std::to_string(violation.people));
}

}  // namespace

int run_evaluate(const Arguments& arguments) {
  const auto consultation = load(arguments.positional[0], arguments);
  if (!consultation) return consultation.error();
  const auto rules = load_rules(*consultation, arguments);
  if (!rules) return rules.error();
  Plan plan;
  if (const auto file = arguments.value("--plan")) {
    auto loaded = load_plan(*file, *consultation, arguments);
    if (!loaded) return loaded.error();
    plan = std::move(*loaded);
  }
  const Snapshot snapshot = make_snapshot(*consultation);
  const auto model = AcceptanceModel::make(snapshot.settings.parameters);
  if (!model) {
    fmt::print(stderr, "rembuk: {} is wrong\n", model.error().detail);
    return wrong_usage;
  }
  const Report report = evaluate(snapshot, plan, *model);
  const auto broken = violations(snapshot, plan, *rules);
  if (arguments.has("--json"))
    fmt::print("{{{}}}\n", report_members(report, broken));
  else
    print_table(report, broken, arguments.english());
  return done;
}

}  // namespace rembuk::cli

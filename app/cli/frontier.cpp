#include <fmt/format.h>

#include <chrono>
#include <filesystem>

#include "app/cli/json.hpp"
#include "app/cli/load.hpp"
#include "app/cli/progress.hpp"
#include "app/cli/table.hpp"
#include "app/cli/verbs.hpp"
#include "engine/assignment/trade_off.hpp"
#include "engine/files/export.hpp"

namespace rembuk::cli {
namespace {

constexpr std::int64_t most_points = 1000;

int wrong(std::string_view what) {
  fmt::print(stderr, "rembuk frontier: {}\n", what);
  return wrong_usage;
}

std::expected<std::size_t, int> points_of(const Arguments& arguments) {
  const auto text = arguments.value("--points");
  if (!text) return std::unexpected(wrong(is_needed("--points K", arguments.english())));
  const auto number = whole_number(*text);
  if (!number || *number < 2 || *number > most_points)
    return std::unexpected(
        wrong(fmt::format("{} {} 2–{}", no_whole_number("--points", *text, arguments.english()),
                          arguments.english() ? "of" : "dari", most_points)));
  return static_cast<std::size_t>(*number);
}

std::expected<PlanRequest, int> request_of(const Arguments& arguments,
                                           const Consultation& consultation) {
  PlanRequest request;
  if (const auto seed = arguments.value("--seed")) {
    const auto number = whole_number(*seed);
    if (!number || *number < 0)
      return std::unexpected(wrong(no_whole_number("--seed", *seed, arguments.english())));
    request.seed = static_cast<std::uint64_t>(*number);
  }
  auto rules = load_rules(consultation, arguments);
  if (!rules) return std::unexpected(rules.error());
  request.rules = std::move(*rules);
  auto bounds = load_bounds(consultation, arguments);
  if (!bounds) return std::unexpected(bounds.error());
  request.bounds = std::move(*bounds);
  return request;
}

void print_json(const TradeOff& result, double seconds) {
  if (result.status == PlanStatus::infeasible) {
    fmt::print("{{\"schema\": 1, \"status\": \"infeasible\", \"points\": []}}\n");
    return;
  }
  std::string list;
  for (const auto& p : result.points)
    list += fmt::format(
        "{}{{\"satisfaction_sum\": {}, \"need_covered\": {}, \"moves\": {}, "
        "\"weight_satisfaction\": {}, \"weight_need\": {}}}",
        list.empty() ? "" : ",\n  ", p.satisfaction_sum, p.need_covered, p.moves,
        p.weight_satisfaction, p.weight_need);
  fmt::print(
      "{{\"schema\": 1, \"status\": \"optimal\", \"complete\": {},\n \"points\": [{}],\n "
      "\"seconds\": {}}}\n",
      result.complete, list, json_number(seconds));
}

void print_table(const TradeOff& result, double seconds, bool english) {
  if (result.status == PlanStatus::infeasible) {
    fmt::print("{}\n", english ? "There is no such plan: a lock contradicts a rule or the seats."
                               : "Tidak ada rencana yang memenuhi: sebuah kunci bertentangan "
                                 "dengan aturan atau formasi.");
    return;
  }
  const auto row = [](std::string_view a, std::string_view b, std::string_view c,
                      std::string_view d) {
    fmt::print("{}  {}  {}  {}\n", cell(a, 4), cell(b, 22), cell(c, 18), cell(d, 10));
  };
  row("", english ? "need covered" : "kebutuhan terisi", english ? "satisfaction" : "kepuasan",
      english ? "moved" : "dipindah");
  for (std::size_t at = 0; at < result.points.size(); ++at) {
    const auto& p = result.points[at];
    row(std::to_string(at + 1), whole(p.need_covered, english), whole(p.satisfaction_sum, english),
        whole(p.moves, english));
  }
  fmt::print("{}\n", english ? "Only supported points are offered: those that are best for some "
                               "weighting of the two aims."
                             : "Hanya titik tersokong yang ditawarkan: yang terbaik untuk suatu "
                               "pembobotan kedua tujuan.");
  if (!result.complete)
    fmt::print("{}\n", english ? "There may be more between them; a larger --points shows them."
                               : "Mungkin ada titik lain di antaranya; --points yang lebih besar "
                                 "menampilkannya.");
  fmt::print("{} {}\n", number(seconds, english, 2), english ? "s" : "detik");
}

/// rencana-1.csv … in the order of the points.
bool write_plans(const std::filesystem::path& folder, const TradeOff& result,
                 const Consultation& consultation) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  for (std::size_t at = 0; at < result.points.size(); ++at) {
    const auto file = folder / fmt::format("rencana-{}.csv", at + 1);
    if (write_file(file, files::export_plan(result.points[at].plan, consultation))) continue;
    fmt::print(stderr, "rembuk frontier: cannot write {}\n", file.string());
    return false;
  }
  return true;
}

}  // namespace

int run_frontier(const Arguments& arguments) {
  const auto most = points_of(arguments);
  if (!most) return most.error();
  const auto consultation = load(arguments.positional[0], arguments);
  if (!consultation) return consultation.error();
  auto request = request_of(arguments, *consultation);
  if (!request) return request.error();
  const Snapshot snapshot = make_snapshot(*consultation);
  const auto began = std::chrono::steady_clock::now();
  const auto result = trade_off(snapshot, *request, *most, progress_bar(arguments));
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (!result) {
    fmt::print(stderr, "rembuk frontier: {}\n", result.error().detail);
    return negative;
  }
  if (const auto out = arguments.value("--out"); out && result->status == PlanStatus::optimal)
    if (!write_plans(*out, *result, *consultation)) return negative;
  if (arguments.has("--json"))
    print_json(*result, seconds);
  else
    print_table(*result, seconds, arguments.english());
  return result->status == PlanStatus::optimal ? done : negative;
}

}  // namespace rembuk::cli

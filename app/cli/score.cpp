#include <fmt/format.h>

#include <algorithm>

#include "app/cli/load.hpp"
#include "app/cli/verbs.hpp"
#include "engine/files/csv.hpp"
#include "engine/rules/rules.hpp"
#include "engine/scoring/acceptance.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk::cli {
namespace {

std::string pair_line(const Snapshot& s, const AcceptanceModel& model, const RuleSet& rules,
                      EmployeeId i, PostId j) {
  const PairScore score = pair_score(s, i, j);
  const bool current = j == s[i].post;
  const auto refusal = lowest_refusal(s, i, j, rules);
  const MoveCase move = move_case(s, i, j);
  const auto& v = score.values;
  std::string line =
      fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},5", refusal ? "tidak" : "ya",
                  refusal ? name(*refusal) : "", v[0], v[1], v[2], v[3], v[4], score.base,
                  score.bonus, score.satisfaction, move.delta, move.load_fifths);
  if (current) return line + ",,,";
  const Probabilities p = probabilities(model.central, move);
  const auto real = [](std::int32_t units) { return static_cast<double>(units) / probability_one; };
  return line + fmt::format(",{},{},{}", real(p.accept), real(p.conditional), real(p.object));
}

}  // namespace

int run_score(const Arguments& arguments) {
  const auto file = arguments.value("--pairs");
  const auto text = file ? read_file(*file) : std::nullopt;
  if (!text) {
    fmt::print(stderr, "rembuk score: {}\n",
               file ? "cannot read " + *file : "--pairs FILE is needed");
    return wrong_usage;
  }
  const auto consultation = load(arguments.positional[0], arguments);
  if (!consultation) return consultation.error();
  const Snapshot snapshot = make_snapshot(*consultation);
  const auto model = AcceptanceModel::make(snapshot.settings.parameters);
  if (!model) return wrong_usage;
  const auto rules = load_rules(*consultation, arguments);
  if (!rules) return rules.error();
  files::CsvReader reader(*text);
  files::CsvRecord record;
  if (!reader.next(record) || record.cells.size() < 2 || record.cells[0] != "nip" ||
      record.cells[1] != "jabatan_kode") {
    fmt::print(stderr, "{}:1: the header is nip,jabatan_kode\n", *file);
    return negative;
  }
  fmt::print(
      "nip,jabatan_kode,eligible,rule,distance,competence,career,workload,facilities,base,bonus,"
      "satisfaction,delta,load_num,load_den,p_accept,p_conditional,p_object\n");
  int status = done;
  while (reader.next(record)) {
    const auto who =
        std::ranges::lower_bound(consultation->employees, record.cells[0], {},
                                 [](const Employee& e) { return std::string_view(e.nip); });
    const std::string_view code = record.cells.size() > 1 ? record.cells[1] : "";
    const auto where = std::ranges::lower_bound(
        consultation->posts, code, {}, [](const Post& p) { return std::string_view(p.code); });
    if (who == consultation->employees.end() || who->nip != record.cells[0] ||
        where == consultation->posts.end() || where->code != code) {
      fmt::print(stderr, "{}:{}: unknown nip or jabatan_kode\n", *file, record.row);
      status = negative;
      continue;
    }
    const EmployeeId i{static_cast<std::size_t>(who - consultation->employees.begin())};
    const PostId j{static_cast<std::size_t>(where - consultation->posts.begin())};
    fmt::print("{},{},{}\n", who->nip, files::csv_cell(where->code),
               pair_line(snapshot, *model, *rules, i, j));
  }
  return status;
}

}  // namespace rembuk::cli

#include <fmt/format.h>

#include <algorithm>
#include <optional>

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

/// Where the two columns of a pairs file stand; other columns are ignored.
struct PairColumns {
  std::size_t nip, post;
};

std::optional<PairColumns> pair_columns(const files::CsvRecord& header) {
  const auto nip = std::ranges::find(header.cells, "nip");
  const auto post = std::ranges::find(header.cells, "jabatan_kode");
  if (nip == header.cells.end() || post == header.cells.end()) return std::nullopt;
  return PairColumns{static_cast<std::size_t>(nip - header.cells.begin()),
                     static_cast<std::size_t>(post - header.cells.begin())};
}

/// Position of the record whose key is `key`, by the sorted order of a consultation.
template <class Record>
std::optional<std::size_t> position_by(const std::vector<Record>& records,
                                       std::string Record::* key, std::string_view value) {
  const auto at = std::ranges::lower_bound(
      records, value, {}, [key](const Record& r) { return std::string_view(r.*key); });
  if (at == records.end() || (*at).*key != value) return std::nullopt;
  return static_cast<std::size_t>(at - records.begin());
}

/// Everything that scoring a pair needs.
struct Scorer {
  const Consultation& consultation;
  const Snapshot& snapshot;
  const AcceptanceModel& model;
  const RuleSet& rules;
  bool english;

  /// Prints a line for each row; false if a row names nobody or no post.
  [[nodiscard]] bool print(files::CsvReader& reader, PairColumns columns,
                           const std::string& file) const {
    files::CsvRecord record;
    bool all = true;
    while (reader.next(record)) {
      const auto cell = [&](std::size_t at) {
        return at < record.cells.size() ? std::string_view(record.cells[at]) : std::string_view();
      };
      const auto who = position_by(consultation.employees, &Employee::nip, cell(columns.nip));
      const auto where = position_by(consultation.posts, &Post::code, cell(columns.post));
      if (who && where) {
        fmt::print("{},{},{}\n", files::csv_cell(cell(columns.nip)),
                   files::csv_cell(cell(columns.post)),
                   pair_line(snapshot, model, rules, EmployeeId{*who}, PostId{*where}));
        continue;
      }
      all = false;
      fmt::print(stderr, "{}:{}: {} «{}»\n", file, record.row,
                 english ? (who ? "there is no post" : "there is no employee with nip")
                         : (who ? "tidak ada jabatan" : "tidak ada pegawai dengan NIP"),
                 who ? cell(columns.post) : cell(columns.nip));
    }
    return all;
  }
};

constexpr std::string_view score_header =
    "nip,jabatan_kode,eligible,rule,distance,competence,career,workload,facilities,base,bonus,"
    "satisfaction,delta,load_num,load_den,p_accept,p_conditional,p_object";

int wrong(std::string_view what, int status) {
  fmt::print(stderr, "rembuk score: {}\n", what);
  return status;
}

}  // namespace

int run_score(const Arguments& arguments) {
  const bool english = arguments.english();
  const auto file = arguments.value("--pairs");
  if (!file) return wrong(is_needed("--pairs FILE", english), wrong_usage);
  const auto text = option_file(*file, arguments);
  if (!text) return text.error();
  const auto consultation = load(arguments.positional[0], arguments);
  if (!consultation) return consultation.error();
  const auto rules = load_rules(*consultation, arguments);
  if (!rules) return rules.error();
  const Snapshot snapshot = make_snapshot(*consultation);
  const auto model = AcceptanceModel::make(snapshot.settings.parameters);
  if (!model) return wrong(model.error().detail, wrong_usage);
  files::CsvReader reader(*text);
  files::CsvRecord header;
  const auto columns = reader.next(header) ? pair_columns(header) : std::nullopt;
  if (!columns)
    return wrong(
        fmt::format(fmt::runtime(english ? "{}:1: the header lacks nip or jabatan_kode"
                                         : "{}:1: judul kolom nip atau jabatan_kode tidak ada"),
                    *file),
        negative);
  fmt::print("{}\n", score_header);
  const Scorer scorer{*consultation, snapshot, *model, *rules, english};
  return scorer.print(reader, *columns, *file) ? done : negative;
}

}  // namespace rembuk::cli

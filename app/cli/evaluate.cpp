#include <fmt/format.h>

#include "app/cli/load.hpp"
#include "app/cli/report_json.hpp"
#include "app/cli/table.hpp"
#include "app/cli/verbs.hpp"

namespace rembuk::cli {
namespace {

/// Lines of a table in the reader's language.
class Lines {
 public:
  explicit Lines(bool english) : english_(english) {}
  void text(std::string_view indonesian, std::string_view english, std::string_view value) const {
    fmt::print("{}{}\n", cell(english_ ? english : indonesian, 46, false), cell(value, 26));
  }
  void people(std::string_view indonesian, std::string_view english, std::int64_t count) const {
    text(indonesian, english, whole(count, english_));
  }
  void percent(std::string_view indonesian, std::string_view english, double points) const {
    text(indonesian, english, number(points / 100, english_) + " %");
  }
  void expected(std::string_view indonesian, std::string_view english,
                const ExpectedPeople& p) const {
    text(indonesian, english,
         fmt::format("{} ({}–{})", number(p.mean, english_), number(p.low80, english_),
                     number(p.high80, english_)));
  }
  void range(std::string_view indonesian, std::string_view english, double low, double high) const {
    text(indonesian, english, fmt::format("{}–{}", number(low, english_), number(high, english_)));
  }
  void of(std::string_view indonesian, std::string_view english, std::int64_t part,
          std::int64_t all) const {
    text(indonesian, english, fmt::format("{} / {}", whole(part, english_), whole(all, english_)));
  }

 private:
  bool english_;
};

void print_movers(const Lines& lines, const Report& r) {
  const auto& a = r.acceptance;
  lines.percent("Rata-rata kepuasan yang dipindah", "Mean satisfaction of the moved",
                r.satisfaction.mean_moved);
  lines.people("Lebih baik daripada tetap", "Better than staying", r.moved_better);
  lines.people("Sama dengan tetap", "Equal to staying", r.moved_equal);
  lines.people("Lebih buruk daripada tetap", "Worse than staying", r.moved_worse);
  lines.people("Mendapat keinginan pertama", "Get their first wish", r.wish_first);
  lines.people("Mendapat satu dari tiga keinginan pertama", "Get one of their first three wishes",
               r.wish_top3);
  lines.people("Mendapat salah satu keinginan", "Get any wish", r.wish_any);
  lines.expected("Perkiraan menerima (selang 80 %)", "Expected to accept (80 % interval)",
                 a.accept);
  lines.expected("Perkiraan menerima bersyarat", "Expected to accept with conditions",
                 a.conditional);
  lines.expected("Perkiraan keberatan", "Expected to object", a.object);
  lines.people("Dipindah tetapi belum menjawab", "Moved without an answer", a.nonrespondents);
  lines.range("Menerima, bila mereka tidak satu pun … semua", "Accepting, if none … all of them do",
              a.if_none_of_them, a.if_all_of_them);
  lines.range("Menerima, bila peluang mereka ½ … 2 kali", "Accepting, at ½ … 2 times their odds",
              a.if_half_odds, a.if_double_odds);
  for (std::size_t k = 0; k < concern_categories; ++k)
    if (r.concerns[k].people > 0)
      lines.people(fmt::format("Kekhawatiran K{:02} tersentuh", k + 1),
                   fmt::format("Concern K{:02} touched", k + 1), r.concerns[k].people);
}

void print_table(const Report& r, std::span<const Violation> violations, bool english) {
  const Lines lines(english);
  lines.people("Pegawai", "Employees", r.employees);
  lines.people("Sudah menjawab", "Answered", r.answered);
  lines.people("Dipindah", "Moved", r.moved);
  lines.percent("Rata-rata kepuasan", "Mean satisfaction", r.satisfaction.mean);
  lines.percent("Median kepuasan", "Median satisfaction", r.satisfaction.median);
  lines.percent("Rata-rata sepersepuluh terbawah", "Mean of the worst tenth",
                r.satisfaction.worst_tenth_mean);
  lines.text("Koefisien Gini", "Gini coefficient", number(r.satisfaction.gini, english, 3));
  if (r.moved > 0) print_movers(lines, r);
  lines.of("Kebutuhan terisi, sebelum", "Heads covered, before", r.need.heads_covered_before,
           r.need.heads_needed);
  lines.of("Kebutuhan terisi, sesudah", "Heads covered, after", r.need.heads_covered_after,
           r.need.heads_needed);
  lines.text("Kompetensi terisi, sebelum", "Competence covered, before",
             number(r.need.competence_covered_before, english));
  lines.text("Kompetensi terisi, sesudah", "Competence covered, after",
             number(r.need.competence_covered_after, english));
  for (const auto& violation : violations)
    lines.people(fmt::format("Melanggar {}", name(violation.rule)),
                 fmt::format("Breaks {}", name(violation.rule)), violation.people);
  if (r.moved > 0)
    fmt::print("\n{}\n", english ? "Expected acceptance rests on assumptions (--parameters) until "
                                   "a response round has been fitted; it is not consent."
                                 : "Perkiraan penerimaan bertumpu pada asumsi (--parameters) "
                                   "sampai ada putaran tanggapan; ini bukan persetujuan.");
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
  const auto responses = load_responses(*consultation, plan, arguments);
  if (!responses) return responses.error();
  const Snapshot snapshot = make_snapshot(*consultation);
  const auto model = AcceptanceModel::make(snapshot.settings.parameters);
  if (!model) {
    fmt::print(stderr, "rembuk: {} is wrong\n", model.error().detail);
    return wrong_usage;
  }
  const Report report = evaluate(snapshot, plan, *model, *responses);
  const auto broken = violations(snapshot, plan, *rules);
  if (arguments.has("--json"))
    fmt::print("{{{}}}\n", report_members(report, broken));
  else
    print_table(report, broken, arguments.english());
  return done;
}

}  // namespace rembuk::cli

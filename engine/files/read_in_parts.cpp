#include <algorithm>
#include <atomic>
#include <vector>

#include "engine/files/importer.hpp"

/// Reading of a table, in one go or in parts that a crew judges side by side.
namespace rembuk::files {
namespace {

/// Rows from `from` on, judged by somebody who does not know the rows before.
struct Part {
  Importer importer;
  CsvReader records;
  std::size_t from;
  bool whole = false;
};

/// Beginnings of lines that cut a text from `first` on in about equal parts.
std::vector<std::size_t> cuts(std::string_view text, std::size_t first, const Crew& crew) {
  const std::size_t bytes = text.size() - first;
  const std::size_t parts = std::min(crew.parts, bytes / std::max<std::size_t>(crew.least, 1));
  std::vector<std::size_t> starts;
  for (std::size_t k = 1; k < parts; ++k) {
    const std::size_t start = text.find('\n', first + bytes / parts * k) + 1;  // none: 0
    if (start > first && start < text.size() && (starts.empty() || start > starts.back()))
      starts.push_back(start);
  }
  return starts;
}

/// That of the whole text, found in parts: no character goes on behind a line feed.
std::string_view text_fault(std::string_view text, const Crew& crew) {
  const auto starts = text.size() > most_text ? std::vector<std::size_t>{} : cuts(text, 0, crew);
  if (starts.empty()) return files::text_fault(text);
  std::vector<std::string_view> faults(starts.size() + 1);
  std::vector<std::function<void()>> jobs;
  for (std::size_t k = 0; k < faults.size(); ++k) {
    const std::size_t from = k == 0 ? 0 : starts[k - 1];
    const std::size_t to = k < starts.size() ? starts[k] : text.size();
    jobs.emplace_back([&faults, k, part = text.substr(from, to - from)] {
      faults[k] = files::text_fault(part);
    });
  }
  crew.work(jobs);
  return std::ranges::max(faults, {}, [](std::string_view fault) {
    return fault == "not_text" ? 2 : fault.empty() ? 0 : 1;
  });
}

}  // namespace

/// What has been judged of a file, by all who read it.
struct Importer::Told {
  std::atomic<std::size_t> bytes = 0;
  std::atomic<std::int64_t> rows = 0;
};

bool Importer::judge_rows(const Table& table, CsvReader& records, Told& told,
                          const std::function<void(Importer&, Row&)>& judge) {
  constexpr std::size_t step = 1 << 18;
  std::size_t from = records.place();
  std::int64_t rows = 0;
  const auto tell = [&](std::size_t place) {
    told.bytes += place - from;
    told.rows += rows;
    from = place;
    rows = 0;
    if (progress) progress(table.file(), told.bytes, told.rows);
  };
  const bool whole = table.read(records, faults, [&](Row& row) {
    judge(*this, row);
    ++rows;
    if (row.end() - from >= step) tell(row.end());
  });
  tell(records.place());
  return whole;
}

bool Importer::read(const TableShape& shape, std::string_view text,
                    const std::function<void(Row&)>& use) {
  auto table = Table::open(shape, text, files::text_fault(text), faults);
  if (!table) return false;
  Told told;
  return judge_rows(*table, table->records, told, [&use](Importer&, Row& row) { use(row); });
}

Importer::Reading Importer::read_in_parts(const TableShape& shape, std::string_view text,
                                          const ByRow& rows) {
  auto table = Table::open(shape, text, text_fault(text, crew), faults);
  if (!table) return {};
  // A code that cannot be read is laid to the first unknown one, so the order of the rows counts.
  const bool apart =
      units.unreadable + competences.unreadable + posts.unreadable + employees.unreadable == 0;
  const CsvReader& all = table->records;
  // Whether a line begins a record, or is inside of quotes, shows when the part before is read.
  const auto starts = apart ? cuts(all.text(), all.place(), crew) : std::vector<std::size_t>{};
  const auto until = [&](std::size_t k) { return k < starts.size() ? starts[k] : all.text().size(); };
  CsvReader own = all.part(all.place(), until(0), all.rows());
  std::vector<Part> parts;
  for (std::size_t k = 0; k < starts.size(); ++k)
    parts.push_back({fork(), all.part(starts[k], until(k + 1)), starts[k]});

  Told told;
  bool whole = false;
  std::vector<std::function<void()>> jobs;
  jobs.emplace_back([&] { whole = judge_rows(*table, own, told, rows.judge); });
  for (auto& part : parts)
    jobs.emplace_back(
        [&] { part.whole = part.importer.judge_rows(*table, part.records, told, rows.judge); });
  parts.empty() ? jobs[0]() : crew.work(jobs);

  for (auto& part : parts) {
    if (own.place() != part.from || !rows.adopt(*this, part.importer)) {
      own = all.part(own.place(), all.text().size(), own.rows());
      whole = judge_rows(*table, own, told, rows.judge) && whole;
      break;
    }
    faults.append(part.importer.faults, own.rows());
    whole = whole && part.whole;
    own = all.part(part.records.place(), all.text().size(), own.rows() + part.records.rows());
  }
  if (progress) progress(shape.file, text.size(), told.rows);
  return {whole, told.rows > 0};
}

Importer Importer::fork() const {
  Importer one;
  one.keep = keep;
  one.consultation.settings = consultation.settings;
  one.consultation.units = consultation.units;
  one.units = units;
  one.competences = competences;
  one.posts = posts;
  one.post_units = post_units;
  one.employees = employees;
  one.damaged = damaged;
  one.answered = answered;
  return one;
}

}  // namespace rembuk::files

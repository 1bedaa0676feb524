#include <algorithm>
#include <utility>
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
  Importer::Judged judged = {};
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
    jobs.emplace_back(
        [&faults, k, part = text.substr(from, to - from)] { faults[k] = files::text_fault(part); });
  }
  crew.work(jobs);
  return std::ranges::max(faults, {}, [](std::string_view fault) {
    return fault == "not_text" ? 2 : fault.empty() ? 0 : 1;
  });
}

}  // namespace

Importer::Judged Importer::judge_rows(const Table& table, CsvReader& records, Told& told,
                                      const std::function<void(Importer&, Row&)>& judge) {
  constexpr std::size_t step = 1 << 18;
  std::size_t from = records.place();
  std::int64_t rows = 0, untold = 0;
  const auto tell = [&](std::size_t place) {
    told.bytes += place - from;
    told.rows += untold;
    from = place;
    rows += std::exchange(untold, 0);
    if (progress) progress(table.file(), told.bytes, told.rows);
  };
  const bool whole = table.read(records, faults, [&](Row& row) {
    judge(*this, row);
    ++untold;
    if (row.end() - from >= step) tell(row.end());
  });
  tell(records.place());
  return {whole, rows};
}

bool Importer::read(const TableShape& shape, std::string_view text,
                    const std::function<void(Row&)>& use) {
  return read_in_parts(shape, text, {[&use](Importer&, Row& row) { use(row); }, {}}).usable;
}

Importer::Reading Importer::read_in_parts(const TableShape& shape, std::string_view text,
                                          const ByRow& how) {
  std::int64_t rows = 0;
  bool usable = false;
  if (auto table = Table::open(shape, text, text_fault(text, crew), faults)) {
    const auto judged = judge_table(*table, how);
    rows = judged.rows;
    usable = judged.whole;
  }
  if (progress) progress(shape.file, text.size(), rows);
  return {usable, rows > 0};
}

Importer::Judged Importer::judge_table(const Table& table, const ByRow& how) {
  const CsvReader& all = table.records;
  const std::size_t end = all.text().size();
  // As many unknown codes as there are rows without a readable one are laid to these, the first
  // that come: then the order of the rows counts.
  const bool in_order = units.unreadable + competences.unreadable + posts.unreadable +
                            employees.unreadable + answered.unreadable >
                        0;
  // Whether a line begins a record, or is inside of quotes, shows when the part before is read.
  auto starts =
      in_order || !how.adopt ? std::vector<std::size_t>{} : cuts(all.text(), all.place(), crew);
  starts.push_back(end);
  CsvReader own = all.part(all.place(), starts[0], all.rows());
  std::vector<Part> parts;
  parts.reserve(starts.size());
  for (std::size_t k = 0; k + 1 < starts.size(); ++k)
    parts.push_back({fork(), all.part(starts[k], starts[k + 1]), starts[k]});

  Told told{all.place(), 0};
  Judged result;
  std::vector<std::function<void()>> jobs;
  jobs.emplace_back([&] { result = judge_rows(table, own, told, how.judge); });
  for (auto& part : parts)
    jobs.emplace_back(
        [&] { part.judged = part.importer.judge_rows(table, part.records, told, how.judge); });
  if (parts.empty())
    jobs[0]();
  else
    crew.work(jobs);

  for (auto& part : parts) {
    if (own.place() != part.from || !how.adopt(*this, part.importer)) {
      own = all.part(own.place(), end, own.rows());
      told.bytes = own.place();
      told.rows = result.rows;
      result += judge_rows(table, own, told, how.judge);
      break;
    }
    faults.append(part.importer.faults, own.rows());
    result += part.judged;
    own = all.part(part.records.place(), end, own.rows() + part.records.rows());
  }
  return result;
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

#include "engine/files/difference.hpp"

#include <algorithm>
#include <tuple>

namespace rembuk::files {
namespace {

constexpr std::size_t most_named = 500;

template <class I, class T>
std::string_view code_of(const std::vector<T>& all, I id) {
  return id.valid() ? std::string_view(all[id.index()].code) : std::string_view();
}

// The record with its references taken out: what is left is compared as it stands.
bool same(const Consultation& a, const Unit& x, const Consultation& b, const Unit& y) {
  Unit u = x, v = y;
  u.parent = v.parent = {};
  return u == v && code_of(a.units, x.parent) == code_of(b.units, y.parent);
}
bool same(const Consultation& a, const Post& x, const Consultation& b, const Post& y) {
  Post p = x, q = y;
  p.unit = q.unit = {};
  p.certificate = q.certificate = {};
  return p == q && code_of(a.units, x.unit) == code_of(b.units, y.unit) &&
         code_of(a.competences, x.certificate) == code_of(b.competences, y.certificate);
}
bool same(const Consultation& a, const Employee& x, const Consultation& b, const Employee& y) {
  Employee e = x, f = y;
  e.unit = f.unit = {};
  e.post = f.post = {};
  return e == f && code_of(a.units, x.unit) == code_of(b.units, y.unit) &&
         code_of(a.posts, x.post) == code_of(b.posts, y.post);
}
bool same(const Consultation&, const Competence& x, const Consultation&, const Competence& y) {
  return x == y;
}

const std::string& key_of(const Employee& e) { return e.nip; }
template <class T>
const std::string& key_of(const T& record) {
  return record.code;
}

/// Goes through two sorted lists at once: `tell(change, record)` for each that differs.
template <class T, class Tell>
void merge(const Consultation& a, const std::vector<T>& before, const Consultation& b,
           const std::vector<T>& after, Tell tell) {
  std::size_t i = 0, j = 0;
  while (i < before.size() || j < after.size()) {
    const int order = i == before.size()  ? 1
                      : j == after.size() ? -1
                                          : key_of(before[i]).compare(key_of(after[j]));
    if (order < 0)
      tell(Change::gone, before[i++]);
    else if (order > 0)
      tell(Change::fresh, after[j++]);
    else if (!same(a, before[i++], b, after[j++]))
      tell(Change::changed, after[j - 1]);
  }
}

void count(FileDifference& file, Change change) {
  ++(change == Change::fresh ? file.fresh : change == Change::changed ? file.changed : file.gone);
}

template <class T>
void compare(std::string_view name, const Consultation& a, const std::vector<T>& before,
             const Consultation& b, const std::vector<T>& after, bool named, Difference& out) {
  FileDifference file{name, static_cast<std::int64_t>(before.size()),
                      static_cast<std::int64_t>(after.size())};
  std::array<std::vector<RecordDifference>, 3> kept;
  merge(a, before, b, after, [&](Change change, const T& record) {
    count(file, change);
    auto& list = kept[static_cast<std::size_t>(change)];
    if (named && list.size() < most_named)
      list.push_back({name, change, key_of(record), record.name});
  });
  out.files.push_back(file);
  for (auto& list : kept)
    for (auto& one : list) out.records.push_back(std::move(one));
}

/// Rows of a relation: what they are called by, and what they say.
using Fact = std::pair<std::string, std::string>;

void compare_facts(std::string_view name, std::vector<Fact> before, std::vector<Fact> after,
                   Difference& out) {
  std::ranges::sort(before);
  std::ranges::sort(after);
  FileDifference file{name, static_cast<std::int64_t>(before.size()),
                      static_cast<std::int64_t>(after.size())};
  std::size_t i = 0, j = 0;
  while (i < before.size() || j < after.size()) {
    const int order = i == before.size()  ? 1
                      : j == after.size() ? -1
                                          : before[i].first.compare(after[j].first);
    if (order < 0)
      count(file, Change::gone), ++i;
    else if (order > 0)
      count(file, Change::fresh), ++j;
    else if (before[i++].second != after[j++].second)
      count(file, Change::changed);
  }
  out.files.push_back(file);
}

std::string joined(std::string_view a, std::string_view b) {
  return std::string(a) + '\t' + std::string(b);
}

std::vector<Fact> requirements(const Consultation& c) {
  std::vector<Fact> facts;
  for (const auto& r : c.requirements)
    facts.emplace_back(joined(code_of(c.posts, r.post), code_of(c.competences, r.competence)),
                       std::to_string(r.level) + (r.mandatory ? "!" : ""));
  return facts;
}
std::vector<Fact> skills(const Consultation& c) {
  std::vector<Fact> facts;
  for (const auto& s : c.skills) {
    std::string says = std::to_string(s.level) + (s.assessed ? iso(*s.assessed) : "");
    if (s.source) says += skill_source_names[static_cast<std::size_t>(*s.source)];
    facts.emplace_back(
        joined(c.employees[s.employee.index()].nip, code_of(c.competences, s.competence)),
        std::move(says));
  }
  return facts;
}
std::vector<Fact> travel(const Consultation& c) {
  std::vector<Fact> facts;
  for (const auto& t : c.travel)
    facts.emplace_back(joined(t.from, t.to), std::to_string(t.minutes));
  return facts;
}

}  // namespace

bool Difference::any() const {
  return settings || std::ranges::any_of(files, [](const FileDifference& file) {
           return file.fresh + file.changed + file.gone > 0;
         });
}

Difference difference(const Consultation& a, const Consultation& b) {
  Difference out;
  out.settings = !(a.settings == b.settings);
  compare("unit.csv", a, a.units, b, b.units, true, out);
  compare("kompetensi.csv", a, a.competences, b, b.competences, false, out);
  compare("jabatan.csv", a, a.posts, b, b.posts, true, out);
  compare_facts("kompetensi_jabatan.csv", requirements(a), requirements(b), out);
  compare("pegawai.csv", a, a.employees, b, b.employees, true, out);
  compare_facts("kompetensi_pegawai.csv", skills(a), skills(b), out);
  compare_facts("waktu_tempuh.csv", travel(a), travel(b), out);
  return out;
}

std::vector<std::string> touched_employees(const Consultation& a, const Consultation& b) {
  std::vector<std::string> nips;
  merge(a, a.employees, b, b.employees, [&](Change change, const Employee& employee) {
    if (change != Change::fresh) nips.push_back(employee.nip);
  });
  return nips;
}

}  // namespace rembuk::files

#include "engine/wire/codec_impl.hpp"
#include "engine/wire/fields.hpp"
#include "engine/wire/office.hpp"

/// Field lists of the office's messages, version 1: order and limits are the protocol.
namespace rembuk::wire {

template <class A>
void serialize(A& a, ImportPart& m) {
  a(m.part, m.parts, text(m.file, 100), text(m.text, 8 << 20));
}
template <class A>
void serialize(A& a, CheckFile& m) {
  a(text(m.name, 100), raw(m.bytes, 64u << 20));
}
template <class A>
void serialize(A& a, CheckRequest& m) {
  a(m.id, text(m.today, 10));
}
template <class A>
void serialize(A& a, CheckedText& m) {
  a(m.id, text(m.name, 100), text(m.origin, 100), raw(m.text, 64u << 20));
}
template <class A>
void serialize(A& a, CheckedFile& m) {
  a(text(m.name, 100), m.bytes, m.rows, m.errors, m.warnings, m.missing);
}
template <class A>
void serialize(A& a, CheckResult& m) {
  a(m.id, m.errors, m.warnings, m.date_is_today, list(m.faults, 2000), list(m.files, 20));
}
template <class A>
void serialize(A& a, ImportedFile& m) {
  a(text(m.file, 100), m.before, m.after, m.fresh, m.changed, m.gone);
}
template <class A>
void serialize(A& a, ImportedRecord& m) {
  a(text(m.file, 100), text(m.code, 100), text(m.name, 200), one_of(m.change, ImportChange::gone));
}
template <class A>
void serialize(A& a, ImportOutcome& m) {
  a(list(m.faults, 2000), m.errors, m.warnings, m.stored, m.may_be_stored, text(m.draft, 64),
    list(m.files, 20), list(m.records, 5000), m.settings_changed, m.answers_kept, m.answers_fresh,
    m.answers_passed, m.answers_gone, m.plans_removed);
}
template <class A>
void serialize(A& a, ImportCommit& m) {
  a(text(m.draft, 64));
}
template <class A>
void serialize(A& a, UnitFigures& m) {
  a(text(m.code, 40), text(m.name, 200), m.parent, m.agency, m.needed, m.filled, m.covered,
    m.competence, m.retiring);
}
template <class A>
void serialize(A& a, CompetenceFigures& m) {
  a(text(m.name, 200), m.asked, m.met);
}
template <class A>
void serialize(A& a, NeedsBoard& m) {
  a(text(m.reference_date, 10), text(m.newest_assessment, 10), m.threshold, m.employees,
    m.retiring_months, list(m.units, 60000), m.total, list(m.competences, 5000),
    list(m.performance, 6), m.newest_rating, m.with_competence, m.with_rating);
}
template <class A>
void serialize(A& a, RuleFigures& m) {
  a(text(m.rule, 4), text(m.parameter, 1000), m.locked, m.refused);
}
template <class A>
void serialize(A& a, RulesBoard& m) {
  a(text(m.reference_date, 10), m.employees, m.posts, m.threshold, m.locked, list(m.rules, 40));
}

REMBUK_CODEC(ImportPart)
REMBUK_CODEC(ImportOutcome)
REMBUK_CODEC(ImportCommit)
REMBUK_CODEC(CheckFile)
REMBUK_CODEC(CheckRequest)
REMBUK_CODEC(CheckedText)
REMBUK_CODEC(CheckResult)
REMBUK_CODEC(NeedsBoard)
REMBUK_CODEC(RulesBoard)

}  // namespace rembuk::wire

#include "engine/wire/codec_impl.hpp"
#include "engine/wire/personal.hpp"

namespace rembuk::wire {

template <class A>
void serialize(A& a, PinSignIn& m) {
  a(text(m.code, 128), text(m.pin, 16));
}
template <class A>
void serialize(A& a, PinChoice& m) {
  a(text(m.pin, 16));
}
template <class A>
void serialize(A& a, CodeFacts& m) {
  a(m.pin_set, m.earlier_hidden);
}
template <class A>
void serialize(A& a, UnitNames& m) {
  a(texts(m.names, 2000, 200));
}
template <class A>
void serialize(A& a, AnonymousText& m) {
  a(m.key, text(m.slip, 128), text(m.text, 4 * anonymous_text_most));
}
template <class A>
void serialize(A& a, PostFacts& m) {
  a(text(m.code, 80), text(m.name, 200), text(m.unit, 200), text(m.agency, 200), m.job_class,
    m.minutes, m.competence);
}
template <class A>
void serialize(A& a, OwnResult& m) {
  a(text(m.published, 10), m.moves, m.now, m.proposed);
}
template <class A>
void serialize(A& a, CardSentence& m) {
  a(text(m.code, 64), text(m.basis, 64), text(m.indonesian, card_text_most),
    text(m.english, card_text_most));
}
template <class A>
void serialize(A& a, CardBasis& m) {
  a(text(m.id, 64), text(m.indonesian, card_text_most), text(m.english, card_text_most));
}
template <class A>
void serialize(A& a, CardFacts& m) {
  for (auto* part : {&m.change, &m.reason, &m.meaning, &m.next}) a(list(*part, 200));
}
template <class A>
void serialize(A& a, CardPersonal& m) {
  for (auto* part : {&m.reason, &m.differ, &m.meaning, &m.concerns, &m.next}) a(list(*part, 200));
}
template <class A>
void serialize(A& a, OwnExplanation& m) {
  a(m.facts, one_of(m.part, PersonalPart::failed), m.personal, list(m.bases, 200));
}
template <class A>
void serialize(A& a, WishedPost& m) {
  a(m.post, m.at_least);
}
template <class A>
void serialize(A& a, Wished& m) {
  a(m.release, list(m.posts, 200000));
}
/// A set of known facts and nothing else.
template <class A>
void facts_field(A& a, auto& facts) {
  a(facts);
  if (A::is_loading::value && facts >> fact_count != 0) throw Malformed("an unknown fact");
}
template <class A>
void serialize(A& a, Correction& m) {
  a(m.key, m.based_on);
  facts_field(a, m.facts);
  a(text(m.text, 4 * correction_text_most));
}
template <class A>
void serialize(A& a, OwnCorrection& m) {
  a(m.version);
  facts_field(a, m.facts);
  a(text(m.text, 4 * correction_text_most), text(m.received_on, 10), text(m.handled_on, 10));
}

REMBUK_CODEC(PinSignIn)
REMBUK_CODEC(PinChoice)
REMBUK_CODEC(CodeFacts)
REMBUK_CODEC(UnitNames)
REMBUK_CODEC(AnonymousText)
REMBUK_CODEC(OwnResult)
REMBUK_CODEC(OwnExplanation)
REMBUK_CODEC(Wished)
REMBUK_CODEC(Correction)
REMBUK_CODEC(OwnCorrection)

}  // namespace rembuk::wire

#include "web/server/deliberation/own_explanation.hpp"

#include <algorithm>
#include <set>

namespace rembuk::server {
namespace {

/// At most as long as a frame takes; cut between characters.
std::string cut(std::string text) {
  if (text.size() <= wire::card_text_most) return text;
  std::size_t end = wire::card_text_most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  text.resize(end);
  return text;
}

std::vector<wire::CardSentence> words(const std::vector<Sentence>& sentences,
                                      const Consultation& consultation) {
  std::vector<wire::CardSentence> out;
  for (const auto& one : sentences)
    if (out.size() < 200)
      out.push_back({one.code, one.basis, cut(in_words(one, consultation, false)),
                     cut(in_words(one, consultation, true))});
  return out;
}

}  // namespace

wire::CardFacts in_words(const Facts& facts, const Consultation& c) {
  return {words(facts.change, c), words(facts.reason, c), words(facts.meaning, c),
          words(facts.next, c)};
}

wire::CardPersonal in_words(const Personal& personal, const Consultation& c) {
  return {words(personal.reason, c), words(personal.differ, c), words(personal.meaning, c),
          words(personal.concerns, c), words(personal.next, c)};
}

std::vector<wire::CardBasis> bases_of(const wire::CardFacts& facts,
                                      const wire::CardPersonal& personal, const Consultation& c) {
  std::set<std::string> ids;
  for (const auto* part :
       {&facts.change, &facts.reason, &facts.meaning, &facts.next, &personal.reason,
        &personal.differ, &personal.meaning, &personal.concerns, &personal.next})
    for (const auto& one : *part) ids.insert(one.basis);
  std::vector<wire::CardBasis> out;
  for (const auto& id : ids)
    if (out.size() < 200)
      out.push_back({id, cut(basis_in_words(id, c, false)), cut(basis_in_words(id, c, true))});
  return out;
}

}  // namespace rembuk::server

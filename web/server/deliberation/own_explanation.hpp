#pragma once
#include "engine/assignment/explanation.hpp"
#include "engine/wire/personal.hpp"

namespace rembuk::server {

/// The parts of a card in words of both languages. Figures for the office are left out.
[[nodiscard]] wire::CardFacts in_words(const Facts& facts, const Consultation& consultation);
[[nodiscard]] wire::CardPersonal in_words(const Personal& personal,
                                          const Consultation& consultation);
/// What the sentences of both rest on, by id, each once.
[[nodiscard]] std::vector<wire::CardBasis> bases_of(const wire::CardFacts& facts,
                                                    const wire::CardPersonal& personal,
                                                    const Consultation& consultation);

}  // namespace rembuk::server

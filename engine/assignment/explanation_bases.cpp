#include <algorithm>

#include "engine/assignment/explanation_sentence.hpp"
#include "engine/rules/rule_words.hpp"

/// What the ids at the end of sentences stand for, in words for the person.
namespace rembuk {

std::string basis_in_words(std::string_view basis, const Consultation& consultation, bool english) {
  for (const RuleEntry& entry : rule_table())
    if (const auto rule = computed(entry); rule && entry.id == basis) {
      const auto [sentence, citation] = refusal_words(*rule, consultation, english);
      return sentence + " (" + citation + ")";
    }
  const auto& bases = codes_of<"basis">;
  const auto at = std::ranges::find(bases, basis, &CodeText::code);
  if (at != bases.end()) return std::string(at->in(english));
  for (const CodeText& of : codes_of<"basis_of">)  // what has a word of its own
    if (const auto* word = explanation_text(of.code, basis))
      return std::string(of.in(english)) + std::string(word->in(english)) + ".";
  return "";
}

}  // namespace rembuk

#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/wire/codec.hpp"

/// Messages between the server and one employee that came after the first ones: PIN, result, wished
/// counts and the anonymous text. Fields keep their place for ever, as in messages.hpp.
namespace rembuk::wire {

/// Sign-in by code and PIN, on a device that is new to a person who has set one.
struct PinSignIn {
  std::string code;
  std::string pin;  ///< 4 to 8 digits
};

/// A first PIN. It can be replaced by a re-issued code only.
struct PinChoice {
  std::string pin;
};

/// What the person's code opens.
struct CodeFacts {
  bool pin_set = false;
  bool earlier_hidden = false;  ///< an answer from before a re-issue counts, but is not shown
};

/// Names of the people in the reader's own unit, to warn of them in a text; on the device only.
struct UnitNames {
  std::vector<std::string> names;
};

/// A text that nobody can lay at a person's door: no session, a code without a person.
struct AnonymousText {
  std::array<std::uint8_t, 16> key{};  ///< made once by the sender: a repeat is harmless
  std::string slip;                    ///< code of the slip
  std::string text;                    ///< at most 4,000 characters
};
inline constexpr std::size_t anonymous_text_most = 4000;  ///< characters

/// A post as its holder would meet it.
struct PostFacts {
  std::string code, name, unit, agency;
  std::uint8_t job_class = 0;
  std::uint16_t minutes = 65535;  ///< from home; 65535: unknown
  std::uint16_t competence = 0;   ///< fit, points
};

/// What the published plan proposes for one person, for them alone. A proposal, not a decision.
struct OwnResult {
  std::string published;  ///< YYYY-MM-DD
  bool moves = false;     ///< false: the person stays, `proposed` is `now`
  PostFacts now, proposed;
};

inline constexpr std::uint32_t card_text_most = 1000;  ///< bytes of one sentence
/// One sentence of a card in both languages, and the id of the rule, criterion or field behind it.
struct CardSentence {
  std::string code;   ///< of the engine's table of sentences
  std::string basis;  ///< one of OwnExplanation::bases
  std::string indonesian, english;
};
/// What such an id stands for; a rule with its citation.
struct CardBasis {
  std::string id, indonesian, english;
};
/// What rests on records and rules alone.
struct CardFacts {
  std::vector<CardSentence> change, reason, meaning, next;
};
/// What rests on the person's own answer, or is for them alone. No other role's messages hold it.
struct CardPersonal {
  std::vector<CardSentence> reason, differ, meaning, concerns, next;
};
enum class PersonalPart : std::uint8_t {
  ready,
  waiting,  ///< `differ` and more of `reason` are being computed, or all of it: ask again
  hidden,   ///< it rests on an answer from before a re-issued code, which this session may not see
  failed
};
/// Why the published plan proposes this for one person, for them alone.
struct OwnExplanation {
  CardFacts facts;
  PersonalPart part = PersonalPart::waiting;
  CardPersonal personal;         ///< empty if hidden or failed
  std::vector<CardBasis> bases;  ///< of all sentences, by id
};

struct WishedPost {
  std::uint32_t post = 0;      ///< index into Catalogue::posts
  std::uint16_t at_least = 0;  ///< people, a multiple of ten
};
/// How many wish for a post, from the latest release; posts with fewer than ten are left out.
struct Wished {
  std::uint32_t release = 0;
  std::vector<WishedPost> posts;  ///< by post
};

/// What of a person's data can be reported as wrong.
enum class Fact : std::uint8_t {
  name,  ///< with the nip
  post,
  unit,
  job_class,
  golongan,
  education,
  tenure,
  home,
  competences,
  eligibility  ///< what the rules that lock a person rest on
};
inline constexpr std::size_t fact_count = 10;
using Facts = std::uint16_t;  ///< a set of them: bit k stands for Fact k
[[nodiscard]] constexpr bool has(Facts facts, Fact fact) {
  return (facts >> static_cast<unsigned>(fact) & 1U) != 0;
}

inline constexpr std::size_t correction_text_most = 500;  ///< characters
/// "This is wrong": a report to the personnel office, with the sender's name. No part of an answer.
struct Correction {
  std::array<std::uint8_t, 16> key{};  ///< made once by the sender: a repeat is harmless
  std::uint32_t based_on = 0;          ///< version this changes; 0: none
  Facts facts = 0;                     ///< none: the report is taken back
  std::string text;                    ///< what is right, or empty
};

/// The report as it stands now; without facts there is none.
struct OwnCorrection {
  std::uint32_t version = 0;
  Facts facts = 0;
  std::string text;
  std::string received_on;  ///< YYYY-MM-DD
  std::string handled_on;   ///< YYYY-MM-DD, empty: not yet
};

#define REMBUK_WIRE(T, name, most_)              \
  template <>                                    \
  struct Traits<T> {                             \
    static constexpr Type type = Type::name;     \
    static constexpr std::uint16_t version = 1;  \
    static constexpr std::uint32_t most = most_; \
  };
REMBUK_WIRE(PinSignIn, pin_sign_in, 256)
REMBUK_WIRE(PinChoice, pin_choice, 64)
REMBUK_WIRE(CodeFacts, code_facts, 64)
REMBUK_WIRE(UnitNames, unit_names, 256 << 10)
REMBUK_WIRE(AnonymousText, anonymous_text, 17 << 10)
REMBUK_WIRE(OwnResult, own_result, 4096)
REMBUK_WIRE(OwnExplanation, own_explanation, 512 << 10)
REMBUK_WIRE(Wished, wished, 2 << 20)
REMBUK_WIRE(Correction, correction, 2304)
REMBUK_WIRE(OwnCorrection, own_correction, 2304)
#undef REMBUK_WIRE

}  // namespace rembuk::wire

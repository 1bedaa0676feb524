#pragma once
#include <optional>
#include <string>

#include "app/core/office/comparison.hpp"
#include "app/text/catalogue.hpp"
#include "engine/wire/messages.hpp"

/// The only arithmetic on published cells: what is withheld stays withheld.
namespace rembuk::office {

[[nodiscard]] std::optional<std::int64_t> number(const wire::Cell& cell);

/// Why there is no number, for people: "disamarkan: kelompok di bawah 10".
[[nodiscard]] std::string withheld_text(const text::Catalogue& texts, wire::Withheld reason,
                                        std::uint32_t threshold);

/// `part` as a share of `whole` people; none if either is withheld or the whole is 0.
[[nodiscard]] std::optional<double> share(const wire::Cell& part, std::int64_t whole);

/// `cell` less `base`; none if either is withheld.
[[nodiscard]] std::optional<std::int64_t> difference(const wire::Cell& cell,
                                                     const wire::Cell& base);
/// Of two shares; none if either is.
[[nodiscard]] std::optional<double> difference(std::optional<double> share,
                                               std::optional<double> base);

/// The three answers in percent, adding to 100; none unless all three are published.
struct Answers {
  double object = 0, conditional = 0, accept = 0;
};
[[nodiscard]] std::optional<Answers> answers(const wire::Scenario& scenario);

/// Why `answers` has none; none where all three are published.
[[nodiscard]] std::optional<wire::Withheld> answers_withheld(const wire::Scenario& scenario);

/// Expected acceptance as a share of those moved; none if withheld or nobody is moved.
[[nodiscard]] std::optional<double> accepting(const wire::Scenario& scenario);

/// Of `scenarios`, the one with the greatest expected acceptance; null if none has a number.
[[nodiscard]] const wire::Scenario* most_accepted(const std::vector<Lettered>& scenarios);

/// "Seimbang", "Kebutuhan 30 : keinginan 70".
[[nodiscard]] std::string policy_name(const text::Catalogue& texts, const std::string& policy);

/// "Sekarang", the planner's name for it, or the policy's name and the units whose people stay.
[[nodiscard]] std::string scenario_name(const text::Catalogue& texts,
                                        const wire::Scenario& scenario);

/// "Bila tidak ada yang dirugikan", "Dengan Usulan awal": how a sentence about a plan begins.
[[nodiscard]] std::string lead(const text::Catalogue& texts, const wire::Scenario& scenario);

/// The finding as a sentence, true for these numbers: "Bila tidak ada yang dirugikan, 7 dari 10
/// yang dipindah diperkirakan menerima". All and none are never claimed of an expectation, and
/// where the numbers are withheld the sentence says so.
[[nodiscard]] std::string finding(const text::Catalogue& texts,
                                  const std::vector<Lettered>& scenarios);

}  // namespace rembuk::office

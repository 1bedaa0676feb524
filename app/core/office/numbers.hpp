#pragma once
#include <optional>
#include <string>

#include "app/text/catalogue.hpp"
#include "engine/wire/messages.hpp"

/// The only arithmetic on published cells: what is withheld stays withheld.
namespace rembuk::office {

[[nodiscard]] std::optional<std::int64_t> number(const wire::Cell& cell);

/// Why there is no number, for people: "disamarkan: kurang dari 10 orang".
[[nodiscard]] std::string withheld_text(const text::Catalogue& texts, wire::Withheld reason, std::uint32_t threshold);

/// `part` as a share of `whole` people; none if either is withheld or the whole is 0.
[[nodiscard]] std::optional<double> share(const wire::Cell& part, std::int64_t whole);

/// The three answers in percent, adding to 100; none unless all three are published.
struct Answers {
  double object = 0, conditional = 0, accept = 0;
};
[[nodiscard]] std::optional<Answers> answers(const wire::Scenario& scenario);

/// How many of ten who are moved are expected to accept; none if withheld or nobody is moved.
[[nodiscard]] std::optional<int> of_ten_accept(const wire::Scenario& scenario);

/// The scenario in the forum with the greatest expected acceptance; null if none has a number.
[[nodiscard]] const wire::Scenario* most_accepted(const wire::Release& release);

/// "Sekarang", the planner's name for it, or the policy's name.
[[nodiscard]] std::string scenario_name(const text::Catalogue& texts, const wire::Scenario& scenario);

/// The finding as a sentence: true for these numbers, and said to be withheld where they are.
[[nodiscard]] std::string finding(const text::Catalogue& texts, const wire::Release& release);

}  // namespace rembuk::office

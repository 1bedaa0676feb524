#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/core/office/comparison.hpp"
#include "app/text/catalogue.hpp"

/// What the room is shown, one message after the other.
namespace rembuk::office {

enum class ForumMessage : std::uint8_t {
  answers,  ///< how the moved are expected to answer
  effects,  ///< satisfaction, losers, need
  causes,   ///< what makes the difference
  concerns  ///< what the plans touch
};

/// Those that have something to say: `answers` always, the others where a number may be told.
[[nodiscard]] std::vector<ForumMessage> forum_messages(const Model& model);
/// The one that is shown: the chosen one, or the last that there is.
[[nodiscard]] ForumMessage forum_message(const Model& model);

/// The message as a sentence, true for these numbers.
[[nodiscard]] std::string forum_finding(const text::Catalogue& texts, const Model& model,
                                        ForumMessage message);

/// The plans of the room: those compared, and those that are withheld by their names.
[[nodiscard]] std::vector<Lettered> forum_plans(const Model& model);

/// Categories of concerns by the most people that one of `plans` touches, 0 for K01; only those
/// with a published number.
[[nodiscard]] std::vector<std::size_t> touched_most(const std::vector<Lettered>& plans);

}  // namespace rembuk::office

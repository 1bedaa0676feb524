#pragma once
#include <optional>
#include <span>
#include <string>

#include "engine/domain/records.hpp"
#include "engine/wire/messages.hpp"

namespace rembuk::server {

/// Problem code of what the answer breaks, empty if nothing: wish_unknown, answer_invalid.
[[nodiscard]] std::string answer_problem(const wire::Answer& answer, const Consultation& consultation);

/// The answer in the terms of the domain; nothing if a wish names what does not exist.
[[nodiscard]] std::optional<Aspiration> aspiration_of(const wire::Answer& answer, EmployeeId who,
                                                      const Consultation& consultation);
/// And back: an imported answer as a message.
[[nodiscard]] wire::Answer answer_of(const Aspiration& aspiration, std::span<const Concern> concerns,
                                     const Consultation& consultation);

}  // namespace rembuk::server

#pragma once
#include <string>
#include <vector>

#include "app/core/office/model.hpp"

/// Which scenarios stand side by side, and by what letter each is called on every screen.
namespace rembuk::office {

struct Lettered {
  std::string letter;  ///< A, B, … in the order of the release
  const wire::Scenario* scenario = nullptr;
};

inline constexpr std::size_t most_beside_now = 3;

/// Scenarios that move people and that this role may show. Points into `model.release`.
[[nodiscard]] std::vector<Lettered> lettered(const Model& model);

/// The present first, then the chosen scenarios (the first three where none is chosen or the chosen
/// ones are gone). Its letter is empty.
[[nodiscard]] std::vector<Lettered> compared(const Model& model);

/// The scenario that differences are taken to; the present where the chosen one is not compared.
[[nodiscard]] const wire::Scenario* base(const Model& model,
                                         const std::vector<Lettered>& scenarios);

/// The choice after one is put in or taken out; putting in a fourth takes the earliest out.
[[nodiscard]] std::vector<std::uint32_t> chosen_after(const Model& model, std::uint32_t id,
                                                      bool on);

}  // namespace rembuk::office

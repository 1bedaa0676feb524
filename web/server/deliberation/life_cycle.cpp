#include "web/server/deliberation/life_cycle.hpp"

#include "web/server/identity/clock.hpp"

namespace rembuk::server {

using State = wire::ConsultationState;

std::expected<State, Error> stored_state(Store& store) {
  const auto text = store.value("state");
  if (!text) return std::unexpected(text.error());
  if (text->empty()) return State::open;  // the demo is created open
  if (text->size() != 1 || (*text)[0] < '0' || (*text)[0] > '4') return std::unexpected(Error{Fault::invalid_input, "state"});
  return static_cast<State>((*text)[0] - '0');
}

std::expected<void, std::string> take_step(Store& store, State to, const std::string& actor, std::int64_t now) {
  const auto files = store.consultation_files();
  const auto from = stored_state(store);
  if (!files || !from) return std::unexpected("store_unavailable");
  if (files->empty()) return std::unexpected("not_found");
  const bool reopened = *from == State::closed && to == State::open;
  if (to <= *from && !reopened) return std::unexpected("step_backwards");
  const std::string digit = std::to_string(static_cast<int>(to));
  if (!store.log_access("", {iso_time(now), "state_" + digit, actor}) || !store.set_value("state", digit))
    return std::unexpected("store_unavailable");
  return {};
}

}  // namespace rembuk::server

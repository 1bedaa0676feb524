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

std::expected<void, std::string> take_step(Store& store, State to, const std::string& actor, std::int64_t now, const StepDetails& details) {
  const auto files = store.consultation_files();
  const auto from = stored_state(store);
  const auto reopened = store.value("reopened");
  if (!files || !from || !reopened) return std::unexpected("store_unavailable");
  if (files->empty()) return std::unexpected("not_found");
  const bool reopens = *from == State::closed && to == State::open;
  if (to <= *from && !reopens) return std::unexpected("step_backwards");
  if (to == State::archived && *from != State::published) return std::unexpected("step_backwards");
  const std::string digit = std::to_string(static_cast<int>(to));
  NamedValues values = {{"state", digit}};
  if (reopens) {
    if (!reopened->empty()) return std::unexpected("reopened_before");
    if (details.reason.empty()) return std::unexpected("reason_missing");
    values.emplace_back("reopened", details.reason);
  }
  if (to == State::published) {
    if (details.plan.empty()) return std::unexpected("plan_missing");
    values.emplace_back("published_plan", details.plan);
    values.emplace_back("published_at", iso_day(now));
  }
  if (!store.record_step(values, consultation_record, {iso_time(now), "state_" + digit, actor}))
    return std::unexpected("store_unavailable");
  return {};
}

}  // namespace rembuk::server

#pragma once
#include "web/server/http/routes.hpp"

/// One small function per route: decode, engine or store, encode. Session, role, origin and size have
/// been checked.
namespace rembuk::server {

void sign_in(Service&, const Caller&, const Request&, Respond);
void show_session(Service&, const Caller&, const Request&, Respond);
void sign_out(Service&, const Caller&, const Request&, Respond);
void show_catalogue(Service&, const Caller&, const Request&, Respond);
void show_profile(Service&, const Caller&, const Request&, Respond);
void show_answer(Service&, const Caller&, const Request&, Respond);
void keep_answer(Service&, const Caller&, const Request&, Respond);
void withdraw_answer(Service&, const Caller&, const Request&, Respond);
void show_access(Service&, const Caller&, const Request&, Respond);
void show_code(Service&, const Caller&, const Request&, Respond);
void set_pin(Service&, const Caller&, const Request&, Respond);
void show_unit(Service&, const Caller&, const Request&, Respond);
void show_correction(Service&, const Caller&, const Request&, Respond);
void keep_correction(Service&, const Caller&, const Request&, Respond);
void withdraw_correction(Service&, const Caller&, const Request&, Respond);
void show_result(Service&, const Caller&, const Request&, Respond);
void show_explanation(Service&, const Caller&, const Request&, Respond);
void show_wished(Service&, const Caller&, const Request&, Respond);
void keep_text(Service&, const Caller&, const Request&, Respond);
void show_release(Service&, const Caller&, const Request&, Respond);
void show_scenarios(Service&, const Caller&, const Request&, Respond);
void load_scenario(Service&, const Caller&, const Request&, Respond);
void change_scenario(Service&, const Caller&, const Request&, Respond);
void remove_scenario(Service&, const Caller&, const Request&, Respond);
void show_planning_snapshot(Service&, const Caller&, const Request&, Respond);
void keep_computed_plan(Service&, const Caller&, const Request&, Respond);
void start_job(Service&, const Caller&, const Request&, Respond);
void show_job(Service&, const Caller&, const Request&, Respond);
void cancel_job(Service&, const Caller&, const Request&, Respond);

}  // namespace rembuk::server

#pragma once
#include "web/server/http/routes.hpp"

/// The personnel office's routes: a new data set in pieces, its commit, the boards.
namespace rembuk::server {

void take_import_part(Service&, const Caller&, const Request&, Respond);
void commit_import(Service&, const Caller&, const Request&, Respond);
void show_needs(Service&, const Caller&, const Request&, Respond);
void show_rules(Service&, const Caller&, const Request&, Respond);

}  // namespace rembuk::server

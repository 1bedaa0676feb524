#pragma once
#include <algorithm>
#include <array>
#include <string_view>

#include "engine/domain/codes.hpp"

namespace rembuk::server {

/// Every problem code that the server sends, with its HTTP status. Texts: kinds `problem` and
/// `office_problem` of the table of codes.
struct ProblemStatus {
  std::string_view code;
  int status;
};
inline constexpr std::array<ProblemStatus, 44> problems = {{
    {"not_signed_in", 401},
    {"code_unknown", 403},
    {"code_expired", 403},
    {"code_revoked", 403},
    {"too_many_attempts", 429},
    {"pin_needed", 403},
    {"pin_wrong", 403},
    {"pin_locked", 403},
    {"pin_invalid", 422},
    {"pin_exists", 409},
    {"slip_unknown", 403},
    {"text_invalid", 422},
    {"not_published", 404},
    {"reason_missing", 422},
    {"reopened_before", 409},
    {"plan_missing", 422},
    {"not_allowed", 403},
    {"origin_refused", 403},
    {"not_found", 404},
    {"method_refused", 405},
    {"message_invalid", 400},
    {"message_too_large", 413},
    {"transfer_refused", 400},
    {"answer_invalid", 422},
    {"wish_unknown", 422},
    {"answer_changed", 409},
    {"correction_invalid", 422},
    {"correction_changed", 409},
    {"consultation_closed", 409},
    {"step_backwards", 409},
    {"scenario_unknown", 404},
    {"policy_unknown", 422},
    {"unit_unknown", 422},
    {"group_too_small", 422},
    {"too_many_jobs", 429},
    {"too_many_scenarios", 409},
    {"plan_too_large", 422},
    {"snapshot_unknown", 409},
    {"import_out_of_order", 409},
    {"import_file_unknown", 422},
    {"import_too_large", 413},
    {"import_unknown", 409},
    {"consultation_opened", 409},
    {"store_unavailable", 503},
}};
static_assert(std::ranges::all_of(problems, [](const ProblemStatus& problem) {
  return std::ranges::any_of(all_codes, [&](const CodeText& row) {
    return (row.kind == "problem" || row.kind == "office_problem") && row.code == problem.code;
  });
}));

}  // namespace rembuk::server

#include <fmt/format.h>

#include "app/cli/json.hpp"
#include "app/cli/load.hpp"
#include "app/cli/rules_table.hpp"
#include "app/cli/verbs.hpp"

namespace rembuk::cli {
namespace {

void print_json(const files::Faults& faults, const files::Import* rules, bool english) {
  fmt::print("{{\"schema\": 1, \"errors\": {}, \"warnings\": {},\n \"faults\": [", faults.errors(),
             faults.warnings());
  bool first = true;
  for (const auto& fault : faults.list()) {
    fmt::print(
        "{}\n  {{\"file\": {}, \"row\": {}, \"column\": {}, \"code\": {}, \"severity\": \"{}\", "
        "\"message\": {}}}",
        first ? "" : ",", json_text(fault.file), fault.row, json_text(fault.column),
        json_text(fault.code), fault.severity == files::Severity::error ? "error" : "warning",
        json_text(files::message(
            fault, english ? files::Language::english : files::Language::indonesian)));
    first = false;
  }
  fmt::print("]");
  if (rules) {
    fmt::print(",\n \"rules\": ");
    print_rules_json(rules->settings, rules->rule_rows, english);
  }
  fmt::print("}}\n");
}

}  // namespace

int run_check(const Arguments& arguments) {
  const auto result = import_directory(arguments.positional[0], arguments, true);
  if (!result) return result.error();
  if (arguments.has("--json")) {
    print_json(result->faults, arguments.has("--rules") ? &*result : nullptr,
               arguments.english());
  } else {
    if (arguments.has("--rules")) print_rules(result->settings, result->rule_rows, arguments.english());
    print_faults(stdout, result->faults, arguments.english());
    fmt::print(fmt::runtime(arguments.english() ? "{} errors, {} warnings\n"
                                                : "{} kesalahan, {} peringatan\n"),
               result->faults.errors(), result->faults.warnings());
  }
  return result->faults.errors() == 0 ? done : negative;
}

}  // namespace rembuk::cli

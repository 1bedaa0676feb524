#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "tests/support/catalogue_text.hpp"
#include "web/server/http/problems.hpp"
#include "web/server/http/routes.hpp"

namespace rembuk::server {
namespace {

/// Who may do what, written down a second time by hand: e employee, f facilitator, p planner.
const std::map<std::pair<Method, std::string>, std::string> expected = {
    {{Method::post, "/api/v1/session"}, "efp"},      {{Method::get, "/api/v1/session"}, "efp"},
    {{Method::del, "/api/v1/session"}, "efp"},       {{Method::get, "/api/v1/catalogue"}, "efp"},
    {{Method::get, "/api/v1/me/profile"}, "e"},      {{Method::get, "/api/v1/me/answer"}, "e"},
    {{Method::put, "/api/v1/me/answer"}, "e"},       {{Method::del, "/api/v1/me/answer"}, "e"},
    {{Method::get, "/api/v1/me/code"}, "e"},         {{Method::put, "/api/v1/me/pin"}, "e"},
    {{Method::get, "/api/v1/me/unit"}, "e"},         {{Method::get, "/api/v1/me/result"}, "e"},
    {{Method::get, "/api/v1/me/correction"}, "e"},   {{Method::put, "/api/v1/me/correction"}, "e"},
    {{Method::del, "/api/v1/me/correction"}, "e"},
    {{Method::get, "/api/v1/me/explanation"}, "e"},
    {{Method::get, "/api/v1/wished"}, "e"},          {{Method::post, "/api/v1/public/text"}, "efp"},
    {{Method::get, "/api/v1/me/access"}, "e"},       {{Method::get, "/api/v1/release"}, "fp"},
    {{Method::get, "/api/v1/scenarios"}, "p"},       {{Method::post, "/api/v1/scenarios"}, "p"},
    {{Method::put, "/api/v1/scenarios/{id}"}, "p"},  {{Method::del, "/api/v1/scenarios/{id}"}, "p"},
    {{Method::post, "/api/v1/import/parts"}, "p"},   {{Method::post, "/api/v1/import"}, "p"},
    {{Method::get, "/api/v1/needs"}, "fp"},          {{Method::get, "/api/v1/rules"}, "fp"},
    {{Method::post, "/api/v1/jobs"}, "fp"},           {{Method::get, "/api/v1/jobs/{id}"}, "fp"},
    {{Method::get, "/api/v1/planning/snapshot"}, "p"},
    {{Method::post, "/api/v1/planning/plans"}, "p"},
    {{Method::del, "/api/v1/jobs/{id}"}, "fp"},
};

}  // namespace

TEST_CASE("Every route may be called by the roles of the table and by nobody else", "[http]") {
  CHECK(routes().size() == expected.size());
  for (const auto& route : routes()) {
    INFO(route.path);
    const auto row = expected.find({route.method, std::string(route.path)});
    REQUIRE(row != expected.end());
    std::string may;
    if (allowed(route.who, Holder::employee)) may += 'e';
    if (allowed(route.who, Holder::facilitator)) may += 'f';
    if (allowed(route.who, Holder::planner)) may += 'p';
    CHECK(may == row->second);
  }
}

TEST_CASE("Only sign-in and the anonymous text are open to people without a session", "[http]") {
  for (const auto& route : routes())
    CHECK((route.who == Who::anybody) == (route.method == Method::post && (route.path == "/api/v1/session" || route.path == "/api/v1/public/text")));
}

TEST_CASE("Every problem code is unique, an error status, and has a text in both languages", "[http]") {
  std::set<std::string_view> codes;
  for (const auto& problem : problems) {
    CHECK(codes.insert(problem.code).second);
    CHECK(problem.status >= 400);
    for (const char* language : {"id", "en"}) {
      std::string text;  // of both pages, or of the office alone where only its routes send the code
      for (const char* part : {"common", "office"}) text += tests::catalogue_text(part, language);
      INFO(problem.code << " " << language);
      CHECK(text.find("\"problem." + std::string(problem.code) + "\"") != std::string::npos);
    }
  }
}

}  // namespace rembuk::server

#pragma once

#include "app/core/office/model.hpp"
#include "app/core/office/numbers.hpp"
#include "engine/wire/codec.hpp"
#include "tests/support/catalogue_text.hpp"

/// A release as the server sends it, and the page as it stands after the first answers.
namespace rembuk::office::fixtures {

inline wire::Scenario now() {
  wire::Scenario s;
  s.in_forum = true;
  s.mean = std::int64_t{6240};
  s.better = s.worse = s.accept.mean = wire::Withheld::not_applicable;
  return s;
}

/// 640 moved, of whom 448 are expected to accept and 128 on conditions.
inline wire::Scenario plan(std::uint32_t id, std::int64_t accept = 4480) {
  wire::Scenario s;
  s.id = id;
  s.kind = wire::ScenarioKind::generated;
  s.policy = "no-one-worse";
  s.in_forum = true;
  s.moved = s.asked = 640;
  s.mean = std::int64_t{6480};
  s.accept.mean = accept;
  s.conditional.mean = std::int64_t{1280};
  s.object.mean = 6400 - 1280 - accept;
  return s;
}

inline wire::Release release(std::uint32_t number,
                             std::vector<wire::Scenario> scenarios = {now(), plan(1)}) {
  wire::Release r;
  r.number = number;
  r.made_at = "2026-06-30";
  r.employees = 12000;
  r.answered = std::int64_t{7440};
  r.scenarios = std::move(scenarios);
  return r;
}

inline Model signed_in(wire::Role role) {
  Model m = update({}, Started{"c=CODE"}).model;
  wire::Session session;
  session.role = role;
  return update(m, Answered{Asked::sign_in, 200, wire::encode(session)}).model;
}

inline Model with_release(wire::Role role, const wire::Release& r) {
  return update(signed_in(role), Received{wire::encode(r)}).model;
}

template <class T>
const T* find(const Step& step) {
  for (const auto& command : step.commands)
    if (const auto* found = std::get_if<T>(&command)) return found;
  return nullptr;
}

inline text::Catalogue texts(text::Language language) {
  std::string all = "{";
  for (const std::string part : {"common", "office"}) {
    const std::string body = tests::catalogue_text(part, std::string(text::code(language)));
    const auto first = body.find('{'), last = body.rfind('}');
    if (all.size() > 1) all += ",";
    all += body.substr(first + 1, last - first - 1);
  }
  return text::Catalogue::make(language, all + "}").value();
}

}  // namespace rembuk::office::fixtures

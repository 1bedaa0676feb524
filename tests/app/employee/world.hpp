#pragma once
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/core/employee/model.hpp"
#include "engine/base/random.hpp"
#include "engine/wire/codec.hpp"

/// A server, a network that fails and a device that is killed, all in one thread from one seed.
namespace rembuk::employee {

struct FakeServer {
  std::string nip = "199001012015011001";
  bool signed_in = true, closed = false;
  std::uint32_t version = 0;
  wire::Answer answer;
  bool withdrawn = false;
  std::map<std::array<std::uint8_t, 16>, std::uint32_t> kept;  // version by key
  std::string receipt_code = "abcd1234", pin;
  wire::CodeFacts code;
  std::optional<wire::OwnResult> result;
  std::optional<wire::OwnExplanation> explanation;
  int explanation_after = 0;  ///< how often it is still being computed
  std::set<std::string> slips = {"SLIP"};
  std::map<std::array<std::uint8_t, 16>, std::string> notes;

  wire::OwnCorrection correction;
  std::array<std::uint8_t, 16> correction_key{};
  int corrections_kept = 0;
  std::string correction_problem;  ///< refused with it, empty: taken

  struct Reply {
    int status = 200;
    Bytes bytes;
  };
  static Reply problem(int status, std::string code) {
    return {status, wire::encode(wire::Problem{std::move(code), {}})};
  }

  Reply submit(const Ask& ask) {
    if (closed) return problem(409, "consultation_closed");
    const auto message = wire::decode<wire::Answer>(ask.bytes);
    if (!message) return problem(400, "message_invalid");
    if (const auto seen = kept.find(message->key); seen != kept.end())
      return {200, wire::encode(wire::Receipt{seen->second, "2026-06-30T08:00:00", "abcd1234"})};
    if (message->based_on != version) return problem(409, "answer_changed");
    ++version;
    kept[message->key] = version;
    withdrawn = ask.method == "DELETE";
    answer = withdrawn ? wire::Answer{} : *message;
    return {200, wire::encode(wire::Receipt{version, "2026-06-30T08:00:00", "abcd1234"})};
  }

  Reply take_note(const Ask& ask) {
    const auto message = wire::decode<wire::AnonymousText>(ask.bytes);
    if (!message) return problem(400, "message_invalid");
    if (!slips.erase(message->slip) && !notes.contains(message->key))
      return problem(403, "slip_unknown");
    notes[message->key] = message->text;
    return {204, {}};
  }

  Reply correct(const Ask& ask) {
    const auto message = wire::decode<wire::Correction>(ask.bytes);
    if (!message) return problem(400, "message_invalid");
    if ((message->facts == 0) != (ask.method == "DELETE")) return problem(422, "correction_invalid");
    if (!correction_problem.empty()) return problem(409, correction_problem);
    if (correction.version == 0 || message->key != correction_key) {
      if (message->based_on != correction.version) return problem(409, "correction_changed");
      ++corrections_kept;
      correction = {correction.version + 1, message->facts, message->text, "2026-06-30", ""};
      correction_key = message->key;
    }
    return {200, wire::encode(correction)};
  }

  Reply answer_to(const Ask& ask) {
    if (ask.what == Asked::note) return take_note(ask);
    if (ask.what == Asked::sign_in) {
      const auto with = wire::decode<wire::PinSignIn>(ask.bytes);
      if (!pin.empty() && !with) return problem(403, "pin_needed");
      if (!pin.empty() && with->pin != pin) return problem(403, "pin_wrong");
      signed_in = true;
    }
    if (!signed_in) return problem(401, "not_signed_in");
    switch (ask.what) {
      case Asked::sign_in:
      case Asked::session: {
        wire::Session session;
        session.display_name = "Uji Coba";
        if (result) session.consultation.state = wire::ConsultationState::published;
        return {200, wire::encode(session)};
      }
      case Asked::profile: {
        wire::Profile profile;
        profile.nip = nip;
        profile.post_code = "P1";
        return {200, wire::encode(profile)};
      }
      case Asked::answer:
        return {200, wire::encode(wire::OwnAnswer{
                         {version, "2026-06-30T08:00:00", receipt_code}, answer, withdrawn})};
      case Asked::catalogue:
        return {200, wire::encode(wire::Catalogue{})};
      case Asked::submit:
        return submit(ask);
      case Asked::access:
        return {200, wire::encode(wire::AccessLog{})};
      case Asked::code:
        return {200, wire::encode(code)};
      case Asked::set_pin: {
        const auto choice = wire::decode<wire::PinChoice>(ask.bytes);
        if (!choice) return problem(400, "message_invalid");
        pin = choice->pin;
        code.pin_set = true;
        return {204, {}};
      }
      case Asked::unit:
        return {200, wire::encode(wire::UnitNames{{"Budi Santoso"}})};
      case Asked::wished:
        return {200, wire::encode(wire::Wished{1, {{0, 20}}})};
      case Asked::result:
        return result ? Reply{200, wire::encode(*result)} : problem(404, "not_published");
      case Asked::explanation: {
        if (!explanation) return problem(404, "not_published");
        auto told = *explanation;
        if (explanation_after-- > 0) told.part = wire::PersonalPart::waiting;
        return {200, wire::encode(told)};
      }
      case Asked::note:
        break;
      case Asked::correction:
        return {200, wire::encode(correction)};
      case Asked::correct:
        return correct(ask);
      case Asked::sign_out:
        signed_in = false;
        return {204, {}};
    }
    return problem(404, "not_found");
  }
};

struct World {
  FakeServer server;
  std::map<std::string, Bytes> storage;
  Model model;
  std::deque<Cmd> commands;
  Random random{1};
  bool network = true, storage_works = true;
  std::int64_t now_ms = 1'790'000'000'000;
  std::vector<std::int64_t> alarms;
  int lose_percent = 0;  ///< requests or replies that get lost

  void tell(const Msg& msg) {
    Step step = update(std::move(model), msg);
    model = std::move(step.model);
    for (auto& command : step.commands) commands.push_back(std::move(command));
  }
  bool lost() {
    return !network || (lose_percent > 0 && static_cast<int>(random.below(100)) < lose_percent);
  }

  void perform(const Cmd& command) {
    if (const auto* ask = std::get_if<Ask>(&command)) {
      if (lost()) return tell(Answered{ask->what, 0, {}, ask->round});
      const auto reply = server.answer_to(*ask);
      if (lost())
        return tell(
            Answered{ask->what, 0, {}, ask->round});  // done, but the phone never hears of it
      tell(Answered{ask->what, reply.status, reply.bytes, ask->round});
    } else if (const auto* load = std::get_if<Load>(&command)) {
      const auto found = storage.find(load->key);
      tell(Stored{
          load->key, load->outbox, storage_works,
          found == storage.end() || !storage_works ? std::nullopt : std::optional(found->second)});
    } else if (const auto* save = std::get_if<Save>(&command)) {
      if (storage_works) storage[save->key] = save->bytes;
      tell(Saved{storage_works, save->outbox});
    } else if (const auto* gone = std::get_if<Remove>(&command)) {
      storage.erase(gone->key);
    } else if (const auto* pause = std::get_if<Wait>(&command)) {
      tell(TryAgain{pause->correction});
    } else if (std::holds_alternative<LoadNote>(command)) {
      const auto found = storage.find(std::string(note_key));
      tell(
          NoteLoaded{found == storage.end() ? std::nullopt : std::optional(found->second), now_ms});
    } else if (const auto* wait = std::get_if<NoteAfter>(&command)) {
      alarms.push_back(now_ms + wait->ms);
    }
  }
  /// Lets time pass; alarms of texts that wait ring.
  void pass(std::int64_t ms) {
    now_ms += ms;
    const auto due = std::exchange(alarms, {});
    for (const auto at : due) {
      if (at > now_ms)
        alarms.push_back(at);
      else
        tell(NoteDue{});
    }
    run();
  }
  /// Performs what is asked, at most `most` commands.
  void run(int most = 1000) {
    for (; most > 0 && !commands.empty(); --most) {
      const Cmd command = std::move(commands.front());
      commands.pop_front();
      perform(command);
    }
  }
  void kill() {
    model = Model{};
    commands.clear();
    alarms.clear();
  }
  void start() {
    kill();
    tell(Started{});
    run();
  }
  std::array<std::uint8_t, 16> key() {
    std::array<std::uint8_t, 16> bytes{};
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random.next());
    return bytes;
  }
};

}  // namespace rembuk::employee

#pragma once
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/core/employee/keep.hpp"
#include "app/core/employee/model.hpp"
#include "engine/base/random.hpp"
#include "tests/server/deliberation/hall.hpp"

/// One person with a phone: the page's own logic and the server's own handlers, between them a network
/// that loses, repeats and reorders, and a tab that may be killed between any two steps.
namespace rembuk::employee {

struct Phone {
  server::Hall* hall = nullptr;
  std::string code, cookie;
  std::vector<std::string> wishes;  ///< to choose from
  Random random{1};

  Model model;
  std::map<std::string, Bytes> disk;
  bool online = true;
  std::uint32_t tab = 0;  ///< counts the tabs; what an earlier one asked nobody hears

  struct Request {
    Ask ask;
    std::uint32_t tab = 0;
    bool echo = false;  ///< a repeat by the network: its reply goes nowhere
  };
  /// A write, and the draft that the person had meant by it (none: the page wrote by itself).
  struct Write {
    Cmd command;
    std::optional<wire::Answer> meant;
  };
  std::vector<Request> requests;
  std::vector<Answered> replies;
  std::deque<Write> writes;  ///< the device's storage works in order
  int timers = 0;

  wire::Answer promised;  ///< the last draft of the person that reached the disk
  bool settled = false;   ///< this tab has shown where to go on
  int presses = 0, kills = 0, lost_drafts = 0, conflicts = 0;
  std::optional<wire::Answer> sent;

  void tell(const Msg& msg, bool of_person = false) {
    Step step = update(std::move(model), msg);
    model = std::move(step.model);
    for (auto& command : step.commands) ask_outside(std::move(command), of_person);
    look();
  }

  void ask_outside(Cmd command, bool of_person) {
    if (auto* ask = std::get_if<Ask>(&command)) {
      if (online)
        requests.push_back({std::move(*ask), tab});
      else
        replies.push_back({ask->what, 0, {}, ask->round});
    } else if (std::holds_alternative<Wait>(command)) {
      ++timers;
    } else if (!std::holds_alternative<Leave>(command)) {
      const bool draft = std::holds_alternative<Save>(command) &&
                         std::get<Save>(command).key.starts_with("draft:");
      writes.push_back({std::move(command), of_person && draft ? std::optional(model.draft) : std::nullopt});
    }
  }

  /// A tab that has just found out where to go on must show the draft that was kept.
  void look() {
    const bool shown = model.profile && model.stored && model.draft_loaded && model.outbox_loaded &&
                       model.screen != Screen::starting && model.screen != Screen::sign_in;
    if (!shown) settled = false;
    if (!shown || settled) return;
    settled = true;
    if (sent || model.outbox || has_answered(model)) return;
    const bool empty = promised.stance == no_stance && promised.wishes.empty() && promised.concerns.empty();
    if (!empty && !same_content(model.draft, promised)) ++lost_drafts;
  }

  void work_disk() {
    if (writes.empty()) return;
    Write write = std::move(writes.front());
    writes.pop_front();
    if (write.meant) promised = *write.meant;
    if (const auto* save = std::get_if<Save>(&write.command)) {
      disk[save->key] = save->bytes;
      tell(Saved{true, save->outbox});
    } else if (const auto* gone = std::get_if<Remove>(&write.command)) {
      disk.erase(gone->key);
    } else if (const auto* load = std::get_if<Load>(&write.command)) {
      const auto found = disk.find(load->key);
      tell(Stored{load->key, load->outbox, true, found == disk.end() ? std::nullopt : std::optional(found->second)});
    }
  }

  template <class T>
  T taken(std::vector<T>& from) {
    const auto at = static_cast<std::ptrdiff_t>(random.below(static_cast<std::uint32_t>(from.size())));
    T one = std::move(from[static_cast<std::size_t>(at)]);
    from.erase(from.begin() + at);
    return one;
  }
  bool happens(int percent) { return static_cast<int>(random.below(100)) < percent; }

  /// One request reaches the server, or not; its reply reaches the phone later, or not.
  void work_network(int lose) {
    if (requests.empty()) return;
    Request request = taken(requests);
    Answered reply{request.ask.what, 0, {}, request.ask.round};
    if (!happens(lose)) {
      if (!request.echo && happens(lose / 2)) requests.push_back({request.ask, request.tab, true});
      const auto response = hall->call(method(request.ask.method), request.ask.path, cookie, request.ask.bytes);
      if (!happens(lose)) {
        reply.status = response.status;
        if (response.body) reply.bytes = *response.body;
        if (!request.echo) keep_cookie(response);
      }
    }
    if (!request.echo && request.tab == tab) replies.push_back(std::move(reply));
  }
  static server::Method method(const std::string& name) {
    return name == "GET" ? server::Method::get : name == "PUT" ? server::Method::put
           : name == "POST" ? server::Method::post : server::Method::del;
  }
  void keep_cookie(const server::Response& response) {
    for (const auto& [name, value] : response.headers)
      if (name == "Set-Cookie") cookie = value.substr(value.find('=') + 1, value.find(';') - value.find('=') - 1);
  }

  /// The tab dies: of what it was writing only a part has reached the disk.
  void kill() {
    ++kills;
    for (auto left = random.below(static_cast<std::uint32_t>(writes.size()) + 1); left > 0; --left) {
      Write& write = writes.front();
      if (const auto* save = std::get_if<Save>(&write.command)) disk[save->key] = save->bytes;
      if (const auto* gone = std::get_if<Remove>(&write.command)) disk.erase(gone->key);
      if (write.meant) promised = *write.meant;
      writes.pop_front();
    }
    model = Model{};
    writes.clear();
    replies.clear();
    timers = 0;
    settled = false;
    ++tab;
  }

  /// What a person does with the page that is shown.
  void act() {
    if (model.busy) return;
    if (model.screen == Screen::starting && requests.empty() && replies.empty() && writes.empty())
      return tell(Started{cookie.empty() ? "c=" + code : ""});
    if (model.screen == Screen::sign_in) return tell(Started{"c=" + code});
    if (model.screen == Screen::welcome) return tell(Go{Screen::profile}, true);
    if (model.conflict) return ++conflicts, tell(TookTheirs{});
    if (model.sending == Sending::waiting && model.outbox) return tell(TryAgain{});
    if (question_number(model.screen) > 0) answer_questions();
  }
  void answer_questions() {
    if (happens(30)) return tell(AddedWish{wishes[random.below(static_cast<std::uint32_t>(wishes.size()))]}, true);
    if (happens(30)) return tell(MarkedConcern{static_cast<std::uint8_t>(random.below(14)), happens(70)}, true);
    if (happens(20)) return tell(Back{}, true);
    if (model.screen == Screen::stance && model.draft.stance == no_stance)
      return tell(ChoseStance{static_cast<std::uint8_t>(random.below(3))}, true);
    if (model.screen != Screen::review) return tell(Next{}, true);
    SendPressed press;
    for (auto& byte : press.key) byte = static_cast<std::uint8_t>(random.next());
    const auto meant = model.draft;
    tell(press, true);
    if (!model.outbox) return;
    if (!sent) ++presses;
    sent = meant;
    for (auto& byte : press.key) byte = static_cast<std::uint8_t>(random.next());
    tell(press, true);  // the second tap of an impatient finger
  }

  /// One thing happens. `lose` percent of what crosses the network gets lost.
  void step(int lose) {
    if (lose > 0 && random.below(1000) < 12) kill();
    if (lose > 0 && random.below(1000) < 2) hall->identity.sign_out(cookie);
    if (lose > 0 ? random.below(1000) < (online ? 10 : 50) : !online) tell(Network{online = !online});
    switch (random.below(6)) {
      case 0: return act();
      case 1: return work_network(lose);
      case 2: if (!replies.empty()) tell(taken(replies)); return;
      case 3:  // the shortest timer is longer than a write that succeeds
        if (timers > 0 && writes.empty()) --timers, tell(TryAgain{});
        return;
      default: return work_disk();
    }
  }
  /// The person reads the receipt, and nothing is under way any more.
  [[nodiscard]] bool done() const {
    return settled && !model.outbox && has_answered(model) && requests.empty() && replies.empty() && writes.empty();
  }
};

}  // namespace rembuk::employee

#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/core/office/boards.hpp"
#include "app/core/office/import.hpp"
#include "app/core/office/variation.hpp"
#include "engine/wire/messages.hpp"
#include "engine/wire/planning.hpp"

/// The page of the personnel office and the forum as plain values.
namespace rembuk::office {

using Bytes = std::vector<std::uint8_t>;

enum class Screen : std::uint8_t {
  starting,
  sign_in,
  participation,
  compare,
  forum,
  plans,
  method,
  import,
  needs,
  rules
};
enum class Live : std::uint8_t { connecting, open, closed };

struct Model {
  Screen screen = Screen::starting;
  std::string typed_code, problem;
  bool busy = false;
  /// Of who is signed in: an answer to a question of an earlier round is not heard.
  std::uint32_t round = 0;

  std::optional<wire::Session> session;
  std::optional<wire::Release> release;
  Live live = Live::connecting;
  std::uint32_t seen_release = 0;  ///< number of the release before this one, to tell of the change
  bool told = true;                ///< false for a few seconds: the change is shown at the foot

  std::uint32_t base = 0;             ///< scenario that differences are taken to; 0: the present
  std::vector<std::uint32_t> chosen;  ///< compared scenarios; empty: the first ones
  std::size_t message = 0;            ///< that the room is shown: index into `forum_messages`
  std::uint32_t explained = 0;        ///< plan whose difference to the base is told; 0: none chosen

  // The planner's.
  std::string plan_name;
  bool uploading = false, file_too_large = false;
  std::optional<wire::PlanOutcome> outcome;  ///< of the last upload
  std::size_t policy = 0;        ///< index into `policies`; their number: the weight decides
  std::optional<wire::Job> job;  ///< the one that runs, here or at the server
  bool stopping = false;         ///< to be stopped as soon as it has a number

  // The planner's machine computes by itself; a facilitator's asks the server.
  bool computing_here = false;                ///< of `job`
  std::string computing;                      ///< policy of `job`
  std::optional<Bytes> snapshot;              ///< pseudonymous, in memory only
  std::uint32_t engine_id = 0;                ///< of the latest request to the engine
  Bytes computed;                             ///< a plan on its way to the server
  std::vector<wire::ProvedObjective> proved;  ///< of the plan computed last
  /// Found on `snapshot`, so in its row numbers; gone with it.
  std::optional<wire::TradeOffResult> trade_offs;
  bool trade_off_kept = false;            ///< one of them is a scenario now
  std::optional<std::uint32_t> removing;  ///< asked before it is done

  ImportModel import;  ///< a new data set
  BoardModel boards;   ///< needs and rules

  VariationModel variation;  ///< a facilitator's

  [[nodiscard]] bool planner() const { return session && session->role == wire::Role::planner; }
  /// A facilitator lets the weight of need decide, not a named policy.
  [[nodiscard]] bool weighing() const;
};

inline constexpr std::array<std::string_view, 8> policies = {
    "no-one-worse",      "balanced",        "need-first", "worst-off-first",
    "most-first-wishes", "published-order", "both-sides", "unit-priority"};
/// Trade-offs that are looked for at once: both ends and three between.
inline constexpr std::uint16_t trade_offs_wanted = 5;
inline bool Model::weighing() const { return !planner() && policy == policies.size(); }
/// Largest rencana.csv that is sent.
inline constexpr std::size_t largest_plan = 7u << 20;

enum class Asked : std::uint8_t {
  sign_in,
  session,
  release,
  upload,
  generate,
  job,
  snapshot,
  keep_plan,
  cancel,
  change,
  sign_out,
  import_part,
  import_commit,
  needs,
  rules
};
struct Started {
  std::string fragment;
};
struct Answered {
  Asked what;
  int status = 0;
  Bytes bytes;
  std::uint32_t round = 0;  ///< of the question
};
struct Received {
  Bytes bytes;
};
struct SocketChanged {
  Live live;
};
struct TypedCode {
  std::string text;
};
struct SignInPressed {};
struct Go {
  Screen screen;
};
struct NamedPlan {
  std::string name;
};
struct ChoseFile {
  std::string name;
  Bytes bytes;
  bool too_large = false, unreadable = false;  ///< then there are no bytes
};
struct ChosePolicy {
  std::size_t policy = 0;
};
struct GeneratePressed {};
struct CancelPressed {};
struct PollJob {};
struct EngineSaid {  ///< a frame from the page's own engine
  Bytes bytes;
};
struct EngineBroke {};
struct KeepAgain {};  ///< the computed plan did not reach the server
struct TradeOffPressed {};
struct KeepTradeOff {  ///< one of `trade_offs` becomes a scenario
  std::size_t row = 0;
};
struct ShowInForum {
  std::uint32_t id = 0;
  bool shown = false;
};
struct RemovePressed {
  std::uint32_t id = 0;
};
struct RemoveCancelled {};
struct RemoveConfirmed {};
struct ChoseBase {
  std::uint32_t id = 0;
};
struct ShowMessage {
  std::size_t message = 0;
};
struct ChoseExplained {
  std::uint32_t id = 0;
};
struct Compare {
  std::uint32_t id = 0;
  bool on = false;
};
struct ReleaseTold {
  std::uint32_t number = 0;
};
struct SignOutPressed {};
using Msg = std::variant<Started, Answered, Received, SocketChanged, TypedCode, SignInPressed, Go,
                         NamedPlan, ChoseFile, ChosePolicy, GeneratePressed,
                         CancelPressed, PollJob, EngineSaid, EngineBroke, KeepAgain,
                         TradeOffPressed, KeepTradeOff, ShowInForum, RemovePressed, RemoveCancelled,
                         RemoveConfirmed, ChoseBase, ChoseExplained, ShowMessage, Compare,
                         ReleaseTold, SignOutPressed, ImportAct, BoardAct, VariationAct>;

struct Ask {
  Asked what;
  std::string method, path;
  Bytes bytes;
  std::uint32_t round = 0;  ///< stamped by `update`; the answer brings it back
};
struct Connect {};  ///< open the live socket
struct Wait {
  int after_ms = 0;
  Msg then;
};
struct PrepareCheck {};  ///< an engine for dry runs is started beside the page, unless there is one
struct CheckHere {};     ///< the dry run of the picked files, by that engine
struct EndCheck {};      ///< that engine ends, with all that it holds
struct Save {            ///< a file for the person
  std::string name, type;
  Bytes bytes;
};
struct Leave {
  std::string path;
};
struct Compute {  ///< by the page's own engine, beside the page
  Bytes snapshot, request;
};
struct StopEngine {};
using Cmd = std::variant<Ask, Connect, Wait, Leave, Compute, StopEngine, PrepareCheck, CheckHere,
                         EndCheck, Save>;

struct Step {
  Model model;
  std::vector<Cmd> commands;
};
/// The model after `msg`, and what is to be asked of the outside. Pure.
[[nodiscard]] Step update(Model model, const Msg& msg);

}  // namespace rembuk::office

#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/core/employee/correction.hpp"
#include "app/core/employee/finder.hpp"
#include "app/core/employee/note.hpp"
#include "engine/wire/messages.hpp"
#include "engine/wire/personal.hpp"

/// The employee's page as plain values: what it knows, what can happen, what it asks of the
/// outside.
namespace rembuk::employee {

using Bytes = std::vector<std::uint8_t>;

enum class Screen : std::uint8_t {
  starting,
  sign_in,
  welcome,
  profile,
  wishes,
  criteria,
  stance,
  concerns,
  review,
  receipt,
  access,
  pin,        ///< asked at sign-in on a new device
  set_pin,    ///< the first one is chosen
  note,       ///< the text without a name
  result,     ///< of the published plan, for this person
  method,     ///< how the numbers of the result are computed
  correction  ///< the report of wrong data
};
inline constexpr Screen last_screen = Screen::correction;
inline constexpr int question_count = 6;  ///< profile … review
/// 1 … 6 for a question, 0 for another screen.
[[nodiscard]] constexpr int question_number(Screen screen) {
  return screen >= Screen::profile && screen <= Screen::review ? static_cast<int>(screen) - 2 : 0;
}

inline constexpr std::uint8_t no_stance = 3;

enum class Sending : std::uint8_t {
  idle,
  under_way,
  waiting,  ///< no network: it goes out by itself
  closed    ///< the consultation no longer takes answers; the answer is kept here
};

/// A submission that has not been acknowledged. It survives a kill and goes out with the same key.
struct Outbox {
  wire::Answer answer;
  bool withdraws = false;
  int attempts = 0;
  bool on_disk = false;  ///< until then it does not go out
};

/// What is asked once more before it is done.
enum class Question : std::uint8_t {
  none,
  withdraw,   ///< the answer
  take_back,  ///< the report of wrong data
  leave       ///< with something that nobody has received
};

/// How posts are looked for.
enum class Way : std::uint8_t { search, map, list };
inline constexpr std::size_t posts_at_once = 8;
struct Browsing {
  Way way = Way::search;
  std::optional<std::size_t> place;  ///< of the map a region, of the list an agency's unit: indices
  std::vector<std::size_t> posts;    ///< of the place, indices into the catalogue
  std::size_t shown = posts_at_once;
};

struct Model {
  Screen screen = Screen::starting;
  std::uint32_t round = 0;  ///< of who is signed in; an answer to an earlier round is not heard
  std::string typed_code;
  std::string typed_pin, typed_again;
  std::string problem;  ///< code whose text is shown, empty: none
  std::string refused;  ///< problem of what was refused before the session has spoken, empty: none
  bool busy = false;    ///< a sign-in is under way

  std::optional<wire::Session> session;
  std::optional<wire::Profile> profile;
  std::optional<wire::OwnAnswer> stored;
  std::optional<Finder> finder;  ///< posts and units, once they are here
  bool catalogue_failed = false;
  std::vector<wire::WishedPost> wished;  ///< for the finder, whichever comes first
  std::optional<std::vector<wire::AccessEntry>> access;
  std::optional<wire::CodeFacts> code;
  std::optional<wire::OwnResult> result;
  std::optional<wire::OwnExplanation> explanation;
  bool explanation_failed = false, explanation_due = false;  ///< due: asked again after a wait
  int explanation_asked = 0;
  std::vector<std::string> unit_names;  ///< to warn of them in a text
  NoteBox note;
  CorrectionBox correction;

  wire::Answer draft;    ///< stance `no_stance` until chosen; `based_on`: the version it began from
  std::string draft_of;  ///< whose it is (a storage key), also after the session has ended
  bool draft_loaded = false;  ///< the device's storage has answered
  bool draft_there = false;   ///< and held one
  bool outbox_loaded = false;
  bool storage_refused = false;
  Screen resume = Screen::welcome;

  std::string query;
  std::vector<Hit> hits;
  std::size_t hit_count = 0;
  Browsing browsing;

  std::optional<Outbox> outbox;
  Sending sending = Sending::idle;
  Question question = Question::none;
  bool conflict = false;  ///< another device has changed the answer
  bool online = true;
  std::string next_code;  ///< of a second link, while the person is asked whether to leave a draft
};

// What can happen.
enum class Asked : std::uint8_t {
  sign_in,
  session,
  profile,
  answer,
  catalogue,
  submit,
  access,
  sign_out,
  code,
  set_pin,
  unit,
  wished,
  result,
  explanation,
  note,
  correction,  ///< how it stands
  correct      ///< a report, or its withdrawal
};
inline constexpr std::size_t asked_count = static_cast<std::size_t>(Asked::correct) + 1;
struct Started {
  std::string fragment;
};
/// A second link was opened in this tab.
struct Opened {
  std::string fragment;
};
struct SwitchConfirmed {};
struct SwitchCancelled {};
struct Answered {
  Asked what;
  int status = 0;
  Bytes bytes;
  std::uint32_t round = 0;
};
struct Stored {
  std::string key;
  bool outbox = false;
  bool ok = true;
  std::optional<Bytes> bytes;
};
struct Saved {
  bool ok = true;
  bool outbox = false;
};
struct TryAgain {
  bool correction = false;  ///< the report alone: each waits by itself
};
struct Network {
  bool online = true;
};
/// The browser's back or forward button leads to a screen that was shown before.
struct Visited {
  Screen screen;
};
struct TypedCode {
  std::string text;
};
struct SignInPressed {};
struct TypedPin {
  std::string text;
};
struct TypedPinAgain {
  std::string text;
};
struct PinPressed {};  ///< at sign-in
struct PinChosen {};   ///< the first one
struct TypedSlip {
  std::string text;
};
struct TypedNote {
  std::string text;
};
struct NoteScheduled {
  std::array<std::uint8_t, 16> key{};
  std::int64_t now_ms = 0;
  std::uint16_t lot = 0;  ///< place within the hour, 0 … 65535
};
struct NoteLoaded {
  std::optional<Bytes> bytes;
  std::int64_t now_ms = 0;
};
struct NoteDue {};
struct NoteTakenBack {};
struct MarkedFact {
  wire::Fact fact{};
  bool on = false;
};
struct TypedCorrection {
  std::string text;
};
struct EditedCorrection {
  bool on = true;  ///< false: as the server holds it
};
struct CorrectionSent {
  bool withdraws = false;
  std::array<std::uint8_t, 16> key{};
};
struct Go {
  Screen screen;
};
struct Next {};
struct Back {};
struct TypedQuery {
  std::string text;
};
struct ChoseWay {
  Way way = Way::search;
};
struct ChosePlace {
  std::optional<std::size_t> place;  ///< none: back to all places
};
struct ShowedMore {};
struct AddedWish {
  std::string wish;
};
struct MovedWish {
  std::size_t at = 0;
  int by = 0;  ///< places towards the end of the list
};
struct RemovedWish {
  std::size_t at = 0;
};
struct RankedCriteria {
  bool ranked = false;
};
struct MovedCriterion {
  std::size_t at = 0;
  int by = 0;
};
struct ChoseStance {
  std::uint8_t stance = 0;
};
struct ChoseTrack {
  std::int8_t track = -1;
};
struct MarkedConcern {
  std::uint8_t category = 0;
  bool on = false;
};
struct RatedConcern {
  std::uint8_t category = 0;
  std::uint8_t intensity = 1;
};
struct ChoseHelp {
  std::uint8_t category = 0;
  std::string help;
};
struct SendPressed {
  std::array<std::uint8_t, 16> key{};
};
struct AskedFirst {
  Question about{};
};
struct NotConfirmed {};
struct WithdrawConfirmed {
  std::array<std::uint8_t, 16> key{};
};
struct KeptMine {
  std::array<std::uint8_t, 16> key{};
};
struct TookTheirs {};
struct ChangePressed {};
struct SignOutPressed {};
struct ReloadCatalogue {};

using Msg = std::variant<
    Started, Opened, SwitchConfirmed, SwitchCancelled, Answered, Stored, Saved, TryAgain, Network,
    Visited, TypedCode, SignInPressed, TypedPin, TypedPinAgain, PinPressed, PinChosen, TypedSlip,
    TypedNote, NoteScheduled, NoteLoaded, NoteDue, NoteTakenBack, MarkedFact, TypedCorrection,
    EditedCorrection, CorrectionSent, Go, Next, Back, TypedQuery, ChoseWay, ChosePlace, ShowedMore,
    AddedWish, MovedWish, RemovedWish, RankedCriteria, MovedCriterion, ChoseStance, ChoseTrack,
    MarkedConcern, RatedConcern, ChoseHelp, SendPressed, AskedFirst, NotConfirmed,
    WithdrawConfirmed, KeptMine, TookTheirs, ChangePressed, SignOutPressed, ReloadCatalogue>;

// What the page asks of the outside.
struct Ask {
  Asked what;
  std::string method, path;
  Bytes bytes;
  std::uint32_t round = 0;
};
struct Load {
  bool outbox = false;
  std::string key;
};
/// Then Saved.
struct Save {
  std::string key;
  Bytes bytes;
  bool outbox = false;
};
struct Remove {
  std::string key;
};
struct Wait {
  int least_ms = 0, most_ms = 0;
  bool correction = false;
};  ///< then TryAgain; the moment is drawn between
struct Leave {
  std::string path;
};
struct LoadNote {};  ///< then NoteLoaded
struct NoteAfter {
  int ms = 0;
};  ///< then NoteDue
using Cmd = std::variant<Ask, Load, Save, Remove, Wait, Leave, LoadNote, NoteAfter>;

struct Step {
  Model model;
  std::vector<Cmd> commands;
};

/// The draft says something else than the answer that the server holds.
[[nodiscard]] bool has_changes(const Model& model);
/// The server holds an answer that was not withdrawn.
[[nodiscard]] bool has_answered(const Model& model);
/// An answer from before a re-issued code counts, and this page may not show it.
[[nodiscard]] bool has_hidden(const Model& model);
/// Something was written that nobody has received yet.
[[nodiscard]] bool has_unsent(const Model& model);
/// Signing out would drop some of it; what waits to be sent stays on the device.
[[nodiscard]] bool would_drop(const Model& model);
/// It would be gone with this page: the device does not keep it.
[[nodiscard]] bool would_lose(const Model& model);
/// Appointed less than ten years ago, and a wish in another agency or the stance to move.
[[nodiscard]] bool may_meet_ten_years(const Model& model);
/// Where somebody belongs who leaves a side screen.
[[nodiscard]] Screen home(const Model& model);

/// The model after `msg`, and what is to be asked of the outside. Pure.
[[nodiscard]] Step update(Model model, const Msg& msg);

}  // namespace rembuk::employee

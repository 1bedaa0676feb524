#pragma once
#include <cstdint>
#include <expected>
#include <span>

#include "engine/base/error.hpp"
#include "engine/wire/messages.hpp"

namespace rembuk::wire {

/// Identity of a message type on the wire; numbers are never used again.
enum class Type : std::uint16_t {
  sign_in = 1,
  session = 2,
  problem = 3,
  profile = 4,
  catalogue = 5,
  answer = 6,
  receipt = 7,
  own_answer = 8,
  release = 9,
  plan_upload = 10,
  plan_outcome = 11,
  generate = 12,
  job = 13,
  scenario_change = 14,
  access_log = 15,
  pin_sign_in = 16,
  pin_choice = 17,
  code_facts = 18,
  unit_names = 19,
  anonymous_text = 20,
  own_result = 21,
  wished = 22,
  own_explanation = 23,
  correction = 24,
  own_correction = 25,
  planning_snapshot = 32,
  engine_request = 33,
  engine_progress = 34,
  engine_result = 35,
  computed_plan = 36,
  trade_off_request = 37,
  trade_off_result = 38,
  import_part = 48,
  import_outcome = 49,
  import_commit = 50,
  needs_board = 51,
  rules_board = 52,
  check_file = 53,
  check_request = 54,
  checked_text = 55,
  check_result = 56
};

struct AccessLog {
  std::vector<AccessEntry> entries;
};

/// What `Traits<T>` says of each message: its type, newest version and greatest frame in bytes.
template <class T>
struct Traits;

/// The traits of a message that has had one version so far.
template <Type type_, std::uint32_t most_>
struct FirstVersion {
  static constexpr Type type = type_;
  static constexpr std::uint16_t version = 1;
  static constexpr std::uint32_t most = most_;
};

#define REMBUK_WIRE(T, name, version_, most_)          \
  template <>                                          \
  struct Traits<T> {                                   \
    static constexpr Type type = Type::name;           \
    static constexpr std::uint16_t version = version_; \
    static constexpr std::uint32_t most = most_;       \
  };
REMBUK_WIRE(SignIn, sign_in, 1, 256)
REMBUK_WIRE(Session, session, 1, 2048)
REMBUK_WIRE(Problem, problem, 1, 2048)
REMBUK_WIRE(Profile, profile, 2, 32 << 10)
REMBUK_WIRE(Catalogue, catalogue, 1, 16 << 20)
REMBUK_WIRE(Answer, answer, 1, 16 << 10)
REMBUK_WIRE(Receipt, receipt, 1, 256)
REMBUK_WIRE(OwnAnswer, own_answer, 1, 17 << 10)
REMBUK_WIRE(Release, release, 2, 1 << 20)
REMBUK_WIRE(PlanUpload, plan_upload, 1, 8 << 20)
REMBUK_WIRE(PlanOutcome, plan_outcome, 1, 4 << 20)
REMBUK_WIRE(GenerateRequest, generate, 2, 4096)
REMBUK_WIRE(Job, job, 1, 256)
REMBUK_WIRE(ScenarioChange, scenario_change, 1, 64)
REMBUK_WIRE(AccessLog, access_log, 1, 256 << 10)
#undef REMBUK_WIRE

/// Bytes in front of every payload: "RMBK", protocol 1 (u16), type (u16), version (u16), payload
/// length (u32), little-endian.
inline constexpr std::size_t header_size = 14;

/// The frame of `message`. The same bytes natively and in the browser.
template <class T>
[[nodiscard]] Bytes encode(const T& message);

/// The message in `frame`. Errors: too_large; invalid_input for another type, a version newer than
/// ours, a length that does not match, trailing bytes, or any value outside its limits.
template <class T>
[[nodiscard]] std::expected<T, Error> decode(std::span<const std::uint8_t> frame);

/// The type that `frame`'s header names. Errors: invalid_input if it is no header of ours.
[[nodiscard]] std::expected<Type, Error> frame_type(std::span<const std::uint8_t> frame);

}  // namespace rembuk::wire

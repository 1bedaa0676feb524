#pragma once
#include <cstdint>
#include <expected>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/server/identity/clock.hpp"
#include "web/server/identity/secret.hpp"
#include "web/server/store/store.hpp"

namespace rembuk::server {

/// Who is behind a request.
struct Caller {
  Holder role = Holder::employee;
  std::string nip;
};

/// What somebody who signs in brings along.
struct Credentials {
  std::string_view code, pin;
  std::string_view
      session;  ///< of this device, empty if none: a known device is not asked for the PIN
  std::string_view device;  ///< kind, for the person's record
};

/// Sign-in by invitation code and PIN, and sessions. Errors are problem codes: code_unknown,
/// code_expired, code_revoked, too_many_attempts, pin_needed, pin_wrong, pin_locked, pin_invalid,
/// pin_exists, store_unavailable.
class Identity {
 public:
  static constexpr std::int64_t code_lifetime = 60 * 86400;
  static constexpr std::int64_t idle_limit = 12 * 3600, absolute_limit = 7 * 86400;
  static constexpr std::uint32_t most_wrong_pins = 5;  ///< then only a re-issued code helps

  Identity(Store& store, Clock clock, Entropy entropy)
      : store_(store), clock_(std::move(clock)), entropy_(std::move(entropy)) {}

  struct SignedIn {
    Caller caller;
    std::string reference;  ///< for the cookie; only its hash is stored
  };
  /// A code works on several devices until it expires. Slow if there is a PIN to be tried.
  [[nodiscard]] std::expected<SignedIn, std::string> sign_in(const Credentials& given);
  [[nodiscard]] std::expected<SignedIn, std::string> sign_in(std::string_view code) {
    return sign_in(Credentials{code, {}, {}, {}});
  }
  /// Nobody if the reference is unknown or too old.
  [[nodiscard]] std::optional<Caller> caller(std::string_view reference);
  void sign_out(std::string_view reference);

  /// The employee's first PIN, asked on each new device from then on. Slow.
  [[nodiscard]] std::expected<void, std::string> set_pin(const std::string& nip,
                                                         std::string_view pin);

  /// New codes, one for each of `nips`; earlier ones of the same people are revoked. Employees see
  /// it in their record. In transactions of a few hundred: an error leaves whole ones done.
  [[nodiscard]] std::expected<std::vector<std::string>, Error> issue(
      Holder role, std::span<const std::string> nips, const std::string& issuer, Issue how);
  [[nodiscard]] std::expected<std::string, Error> issue(Holder role, const std::string& nip,
                                                        const std::string& issuer,
                                                        Issue how = Issue::replace);

  /// True if this prefix of a code has been tried too often in the last minute.
  [[nodiscard]] bool too_many(const std::string& prefix);

 private:
  /// Empty, or the problem with the PIN.
  [[nodiscard]] std::string pin_problem(const std::string& nip, const Credentials& given);

  Store& store_;
  Clock clock_;
  Entropy entropy_;
  std::mutex mutex_;
  struct Attempts {
    std::int64_t since = 0;
    int count = 0;
  };
  std::map<std::string, Attempts> attempts_;  // by the first characters of a code
};

}  // namespace rembuk::server

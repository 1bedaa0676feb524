#pragma once
#include <cstdint>
#include <expected>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "web/server/identity/clock.hpp"
#include "web/server/identity/secret.hpp"
#include "web/server/store/store.hpp"

namespace rembuk::server {

/// Who is behind a request.
struct Caller {
  Holder role = Holder::employee;
  std::string nip;
};

/// Sign-in by invitation code, and sessions. Errors are problem codes: code_unknown, code_expired,
/// code_revoked, too_many_attempts, store_unavailable.
class Identity {
 public:
  static constexpr std::int64_t code_lifetime = 60 * 86400;
  static constexpr std::int64_t idle_limit = 12 * 3600, absolute_limit = 7 * 86400;

  Identity(Store& store, Clock clock, Entropy entropy) : store_(store), clock_(std::move(clock)), entropy_(std::move(entropy)) {}

  struct SignedIn {
    Caller caller;
    std::string reference;  ///< for the cookie; only its hash is stored
  };
  /// A code works on several devices until it expires.
  [[nodiscard]] std::expected<SignedIn, std::string> sign_in(std::string_view typed_code);
  /// Nobody if the reference is unknown or too old.
  [[nodiscard]] std::optional<Caller> caller(std::string_view reference);
  void sign_out(std::string_view reference);

  /// A new code; earlier ones of the same person are revoked. Employees see it in their record.
  [[nodiscard]] std::expected<std::string, Error> issue(Holder role, const std::string& nip, const std::string& issuer);

 private:
  [[nodiscard]] bool too_many(const std::string& prefix);

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

#include "web/server/identity/sign_in.hpp"

#include <algorithm>

#include "web/server/identity/pin.hpp"

namespace rembuk::server {
namespace {

constexpr int most_attempts = 10;          // of one code prefix in a minute
constexpr std::size_t codes_a_time = 500;  // in one transaction

}  // namespace

bool Identity::too_many(const std::string& prefix) {
  const std::scoped_lock lock(mutex_);
  const std::int64_t now = clock_();
  if (attempts_.size() > 10000)
    std::erase_if(attempts_, [&](const auto& entry) { return now - entry.second.since > 60; });
  Attempts& attempts = attempts_[prefix];
  if (now - attempts.since > 60) attempts = {now, 0};
  return ++attempts.count > most_attempts;
}

std::string Identity::pin_problem(const std::string& nip, const Credentials& given) {
  const auto credential = store_.credential(nip);
  if (!credential) return "store_unavailable";
  if (credential->pin.empty()) return {};
  if (const auto known = caller(given.session);
      known && known->role == Holder::employee && known->nip == nip)
    return {};
  if (credential->wrong >= most_wrong_pins) return "pin_locked";
  if (given.pin.empty()) return "pin_needed";
  const auto attempt = store_.count_pin_attempt(nip);
  if (!attempt) return "store_unavailable";
  if (*attempt > most_wrong_pins) return "pin_locked";
  if (!pin_matches(given.pin, credential->pin))
    return *attempt == most_wrong_pins ? "pin_locked" : "pin_wrong";
  return store_.clear_pin_attempts(nip) ? "" : "store_unavailable";
}

std::expected<Identity::SignedIn, std::string> Identity::sign_in(const Credentials& given) {
  const std::string code = normalised_code(given.code);
  if (too_many(code.substr(0, 6))) return std::unexpected("too_many_attempts");
  const auto found = store_.code(secret_hash(code));
  if (!found) return std::unexpected("store_unavailable");
  if (!*found) return std::unexpected("code_unknown");
  if ((*found)->revoked) return std::unexpected("code_revoked");
  const std::int64_t now = clock_();
  if ((*found)->expires <= now) return std::unexpected("code_expired");
  SignedIn result{{(*found)->holder, (*found)->nip}, new_secret(entropy_)};
  const bool employee = result.caller.role == Holder::employee;
  if (employee)
    if (auto problem = pin_problem(result.caller.nip, given); !problem.empty())
      return std::unexpected(std::move(problem));
  if (!store_.add_session(secret_hash(result.reference),
                          {result.caller.role, result.caller.nip, now, now}))
    return std::unexpected("store_unavailable");
  const std::string what =
      given.device.empty() ? "sign_in" : "sign_in_" + std::string(given.device);
  if (employee &&
      !store_.log_access(result.caller.nip, {iso_time(now).substr(0, 16), what, "self"}))
    return std::unexpected("store_unavailable");
  return result;
}

std::optional<Caller> Identity::caller(std::string_view reference) {
  if (reference.empty()) return std::nullopt;
  const Digest hash = secret_hash(reference);
  const auto found = store_.session(hash);
  if (!found || !*found) return std::nullopt;
  const StoredSession& session = **found;
  const std::int64_t now = clock_();
  if (now - session.created > absolute_limit || now - session.used > idle_limit) {
    (void)store_.remove_session(hash);
    return std::nullopt;
  }
  // Written once in ten minutes at most: a session in use must not cost a sync at each request.
  if (now - session.used > 600) (void)store_.use_session(hash, now);
  return Caller{session.holder, session.nip};
}

void Identity::sign_out(std::string_view reference) {
  (void)store_.remove_session(secret_hash(reference));
}

std::expected<void, std::string> Identity::set_pin(const std::string& nip, std::string_view pin) {
  if (!valid_pin(pin)) return std::unexpected("pin_invalid");
  const std::string hash = pin_hash(pin);
  if (hash.empty()) return std::unexpected("store_unavailable");
  if (const auto kept = store_.set_pin(nip, hash); !kept)
    return std::unexpected(kept.error().fault == Fault::conflict ? "pin_exists"
                                                                 : "store_unavailable");
  if (!store_.log_access(nip, {iso_time(clock_()).substr(0, 16), "pin_set", "self"}))
    return std::unexpected("store_unavailable");
  return {};
}

std::expected<std::vector<std::string>, Error> Identity::issue(Holder role,
                                                               std::span<const std::string> nips,
                                                               const std::string& issuer,
                                                               Issue how) {
  const std::int64_t now = clock_();
  std::vector<std::string> secrets;
  while (secrets.size() < nips.size()) {
    std::vector<NewCode> codes;
    for (const auto& nip :
         nips.subspan(secrets.size(), std::min(codes_a_time, nips.size() - secrets.size()))) {
      secrets.push_back(new_secret(entropy_));
      codes.push_back({secret_hash(secrets.back()),
                       {role, nip, now + code_lifetime, false},
                       iso_time(now).substr(0, 16),
                       issuer});
    }
    if (auto issued = store_.issue_codes(codes, how); !issued)
      return std::unexpected(issued.error());
  }
  return secrets;
}

std::expected<std::string, Error> Identity::issue(Holder role, const std::string& nip,
                                                  const std::string& issuer, Issue how) {
  auto secrets = issue(role, std::span(&nip, 1), issuer, how);
  if (!secrets) return std::unexpected(secrets.error());
  return std::move(secrets->front());
}

}  // namespace rembuk::server

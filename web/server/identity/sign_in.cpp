#include "web/server/identity/sign_in.hpp"

namespace rembuk::server {
namespace {

constexpr int most_attempts = 10;  // of one code prefix in a minute

}  // namespace

bool Identity::too_many(const std::string& prefix) {
  const std::scoped_lock lock(mutex_);
  const std::int64_t now = clock_();
  if (attempts_.size() > 10000) std::erase_if(attempts_, [&](const auto& entry) { return now - entry.second.since > 60; });
  Attempts& attempts = attempts_[prefix];
  if (now - attempts.since > 60) attempts = {now, 0};
  return ++attempts.count > most_attempts;
}

std::expected<Identity::SignedIn, std::string> Identity::sign_in(std::string_view typed_code) {
  const std::string code = normalised_code(typed_code);
  if (too_many(code.substr(0, 6))) return std::unexpected("too_many_attempts");
  const auto found = store_.code(secret_hash(code));
  if (!found) return std::unexpected("store_unavailable");
  if (!*found) return std::unexpected("code_unknown");
  if ((*found)->revoked) return std::unexpected("code_revoked");
  const std::int64_t now = clock_();
  if ((*found)->expires <= now) return std::unexpected("code_expired");
  SignedIn result{{(*found)->holder, (*found)->nip}, new_secret(entropy_)};
  if (!store_.add_session(secret_hash(result.reference), {result.caller.role, result.caller.nip, now, now}))
    return std::unexpected("store_unavailable");
  if (result.caller.role == Holder::employee &&
      !store_.log_access(result.caller.nip, {iso_time(now).substr(0, 16), "sign_in", "self"}))
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

void Identity::sign_out(std::string_view reference) { (void)store_.remove_session(secret_hash(reference)); }

std::expected<std::string, Error> Identity::issue(Holder role, const std::string& nip, const std::string& issuer) {
  const std::string code = new_secret(entropy_);
  const std::int64_t now = clock_();
  if (auto added = store_.add_code(secret_hash(code), {role, nip, now + code_lifetime, false}, false); !added)
    return std::unexpected(added.error());
  if (role == Holder::employee)
    if (auto logged = store_.log_access(nip, {iso_time(now).substr(0, 16), "code_issued", issuer}); !logged)
      return std::unexpected(logged.error());
  return code;
}

}  // namespace rembuk::server

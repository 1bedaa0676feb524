#pragma once
#include "web/server/store/sqlite.hpp"
#include "web/server/store/store.hpp"

/// The parts of the SQLite store about codes, PINs, slips and texts. Each is one transaction of the
/// writing connection unless it says otherwise. Failures are exceptions, caught in the store.
namespace rembuk::server::sqlite {

void issue_codes(Connection& write, const std::vector<NewCode>& codes, Issue how);
[[nodiscard]] StoredCredential credential(Connection& read, const std::string& nip);
void set_pin(Connection& write, const std::string& nip, const std::string& pin);
[[nodiscard]] std::uint32_t count_pin_attempt(Connection& write, const std::string& nip);
void clear_pin_attempts(Connection& write, const std::string& nip);
void add_slips(Connection& write, const std::vector<Digest>& slips);
void keep_text(Connection& write, const StoredText& text, const Digest& slip);
[[nodiscard]] std::vector<StoredText> hand_out_texts(Connection& write);

}  // namespace rembuk::server::sqlite

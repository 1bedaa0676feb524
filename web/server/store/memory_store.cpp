#include "web/server/store/memory_store.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

namespace rembuk::server {

using Lock = std::scoped_lock<std::mutex>;

std::expected<NamedFiles, Error> MemoryStore::consultation_files() {
  const Lock lock(mutex_);
  return files_;
}

std::expected<void, Error> MemoryStore::import(const StoredImport& import) {
  const Lock lock(mutex_);
  if (!files_.empty())
    return std::unexpected(Error{Fault::conflict, "the store already holds a consultation"});
  std::set<std::string> people;
  for (const auto& answer : import.answers)
    if (!people.insert(answer.nip).second)
      return std::unexpected(Error{Fault::conflict, "two answers of the same person"});
  files_ = import.files;
  for (const auto& answer : import.answers) (void)keep(answer);
  if (import.scenario) (void)put(*import.scenario);
  for (const auto& [name, value] : import.values) values_[name] = value;
  for (const auto& change : import.changes) access_.emplace_back("consultation", change);
  return {};
}

std::expected<void, Error> MemoryStore::replace(const StoredReplacement& next) {
  const Lock lock(mutex_);
  if (files_.empty() || values_["state"] != "0")
    return std::unexpected(Error{Fault::forbidden, "the consultation has been opened"});
  for (const auto& answer : next.answers)
    if (const auto found = current_.find(answer.nip);
        found != current_.end() && found->second.version > 0)
      return std::unexpected(Error{Fault::conflict, "a person has answered already"});
  files_ = next.files;
  for (const auto& answer : next.answers) (void)keep(answer);
  for (const auto id : next.removed_scenarios) scenarios_.erase(id);
  for (const auto& [name, value] : next.values) values_[name] = value;
  access_.emplace_back("", next.entry);
  for (const auto& change : next.changes) access_.emplace_back("consultation", change);
  return {};
}

AnswerResult MemoryStore::keep(const AnswerWrite& write) {
  if (const auto seen = by_key_.find(write.key); seen != by_key_.end()) {
    if (seen->second.nip != write.nip)
      return std::unexpected(Error{Fault::conflict, "answer_changed"});
    return Kept{seen->second, true};
  }
  if (write.only_repeat) return std::unexpected(Error{Fault::forbidden, "consultation_closed"});
  auto& current = current_[write.nip];
  if (write.based_on != current.version)
    return std::unexpected(Error{Fault::conflict, "answer_changed"});
  if (current.version > 0)
    for (auto& [key, earlier] : by_key_)
      if (earlier.nip == write.nip) {
        earlier.content.clear();
        earlier.received_at.resize(std::min<std::size_t>(earlier.received_at.size(), 10));
      }
  if (!write.access.empty())
    access_.emplace_back(write.nip, StoredAccess{write.received_at.substr(0, 16), write.access, "self"});
  current = {write.nip,         current.version + 1, write.content,
             write.received_at, write.digest,        ++sequence_};
  by_key_[write.key] = current;
  return Kept{current, false};
}

std::expected<std::vector<AnswerResult>, Error> MemoryStore::append(
    const std::vector<AnswerWrite>& batch) {
  const Lock lock(mutex_);
  std::vector<AnswerResult> results;
  for (const auto& write : batch) results.push_back(keep(write));
  return results;
}

std::expected<std::vector<StoredAnswer>, Error> MemoryStore::current_answers() {
  const Lock lock(mutex_);
  std::vector<StoredAnswer> all;
  for (const auto& [nip, answer] : current_)
    if (answer.version > 0) all.push_back(answer);
  return all;
}

std::expected<std::optional<StoredAnswer>, Error> MemoryStore::current_answer(
    const std::string& nip) {
  const Lock lock(mutex_);
  const auto found = current_.find(nip);
  if (found == current_.end() || found->second.version == 0) return std::nullopt;
  return found->second;
}

std::expected<void, Error> MemoryStore::issue_codes(const std::vector<NewCode>& codes, Issue how) {
  const Lock lock(mutex_);
  for (const auto& [hash, code, at, issuer] : codes) {
    bool first = true;
    for (auto& [other, earlier] : codes_)
      if (earlier.holder == code.holder && earlier.nip == code.nip) {
        earlier.revoked = true;
        first = false;
      }
    codes_[hash] = code;
    if (code.holder != Holder::employee) continue;
    access_.emplace_back(code.nip, StoredAccess{at, "code_issued", issuer});
    if (first || how == Issue::renew) continue;
    std::erase_if(sessions_, [&, nip = code.nip](const auto& one) {
      return one.second.holder == Holder::employee && one.second.nip == nip;
    });
    credentials_[code.nip] = {current_[code.nip].version, "", 0};
    if (const auto found = corrections_.find(code.nip); found != corrections_.end()) found->second.hidden = true;
  }
  return {};
}

std::expected<StoredCredential, Error> MemoryStore::credential(const std::string& nip) {
  const Lock lock(mutex_);
  return credentials_[nip];
}

std::expected<void, Error> MemoryStore::set_pin(const std::string& nip, const std::string& pin) {
  const Lock lock(mutex_);
  if (!credentials_[nip].pin.empty()) return std::unexpected(Error{Fault::conflict, "pin_exists"});
  credentials_[nip].pin = pin;
  return {};
}

std::expected<std::uint32_t, Error> MemoryStore::count_pin_attempt(const std::string& nip) {
  const Lock lock(mutex_);
  return ++credentials_[nip].wrong;
}

std::expected<void, Error> MemoryStore::clear_pin_attempts(const std::string& nip) {
  const Lock lock(mutex_);
  credentials_[nip].wrong = 0;
  return {};
}

std::expected<void, Error> MemoryStore::add_slips(const std::vector<Digest>& slips) {
  const Lock lock(mutex_);
  for (const auto& slip : slips) slips_[slip] = false;
  return {};
}

std::expected<void, Error> MemoryStore::keep_text(const StoredText& text, const Digest& slip) {
  const Lock lock(mutex_);
  if (texts_.contains(text.key)) return {};
  const auto found = slips_.find(slip);
  if (found == slips_.end() || found->second)
    return std::unexpected(Error{Fault::not_found, "slip_unknown"});
  found->second = true;
  texts_[text.key] = text;
  return {};
}

std::expected<std::vector<StoredText>, Error> MemoryStore::hand_out_texts() {
  const Lock lock(mutex_);
  std::uint32_t newest = 0;
  for (const auto& [key, text] : texts_) newest = std::max(newest, text.batch);
  std::vector<StoredText> all;
  for (auto& [key, text] : texts_) {
    if (text.batch == 0) text.batch = newest + 1;
    all.push_back(text);
  }
  std::ranges::sort(all, {}, [](const StoredText& one) { return std::pair(one.batch, one.key); });
  return all;
}

std::expected<std::optional<StoredCode>, Error> MemoryStore::code(const Digest& hash) {
  const Lock lock(mutex_);
  const auto found = codes_.find(hash);
  if (found == codes_.end()) return std::nullopt;
  return found->second;
}

std::expected<void, Error> MemoryStore::add_session(const Digest& hash,
                                                    const StoredSession& session) {
  const Lock lock(mutex_);
  sessions_[hash] = session;
  return {};
}

std::expected<std::optional<StoredSession>, Error> MemoryStore::session(const Digest& hash) {
  const Lock lock(mutex_);
  const auto found = sessions_.find(hash);
  if (found == sessions_.end()) return std::nullopt;
  return found->second;
}

std::expected<void, Error> MemoryStore::use_session(const Digest& hash, std::int64_t now) {
  const Lock lock(mutex_);
  if (const auto found = sessions_.find(hash); found != sessions_.end()) found->second.used = now;
  return {};
}

std::expected<void, Error> MemoryStore::remove_session(const Digest& hash) {
  const Lock lock(mutex_);
  sessions_.erase(hash);
  return {};
}

std::expected<void, Error> MemoryStore::log_access(const std::string& nip,
                                                   const StoredAccess& access) {
  const Lock lock(mutex_);
  access_.emplace_back(nip, access);
  return {};
}

std::expected<std::vector<StoredAccess>, Error> MemoryStore::access_of(const std::string& nip) {
  const Lock lock(mutex_);
  std::vector<StoredAccess> all;
  for (const auto& [whose, access] : access_)
    if (whose == nip || whose == everybody) all.push_back(access);
  return all;
}

std::expected<StoredCorrection, Error> MemoryStore::keep_correction(const CorrectionWrite& c) {
  const Lock lock(mutex_);
  const auto before = corrections_.find(c.nip);
  if (before != corrections_.end() && before->second.key == c.key) return before->second;
  const std::uint32_t version = before == corrections_.end() ? 0 : before->second.version;
  if (c.based_on != version)
    return std::unexpected(Error{Fault::conflict, "correction_changed"});
  access_.emplace_back(c.nip, StoredAccess{c.at, correction_event(c), "self"});
  return corrections_[c.nip] = {++last_correction_, c.nip, c.key, version + 1,
                                c.facts, c.text, c.day, "", false};
}

std::expected<std::optional<StoredCorrection>, Error> MemoryStore::correction(
    const std::string& nip) {
  const Lock lock(mutex_);
  const auto found = corrections_.find(nip);
  if (found == corrections_.end()) return std::nullopt;
  return found->second;
}

std::expected<std::vector<StoredCorrection>, Error> MemoryStore::hand_out_corrections(
    const std::string& at) {
  const Lock lock(mutex_);
  std::vector<StoredCorrection> all;
  for (const auto& [nip, one] : corrections_)
    if (one.facts != 0) all.push_back(one);
  std::ranges::sort(all, {}, &StoredCorrection::id);
  for (const auto& one : all)
    access_.emplace_back(one.nip, StoredAccess{at, "correction_read", "operator"});
  return all;
}

std::expected<void, Error> MemoryStore::mark_corrected(std::int64_t id, const std::string& at,
                                                       const std::string& day) {
  const Lock lock(mutex_);
  for (auto& [nip, one] : corrections_) {
    if (one.id != id || one.facts == 0) continue;
    if (!one.handled.empty()) return {};
    one.handled = day;
    access_.emplace_back(nip, StoredAccess{at, "correction_handled", "operator"});
    return {};
  }
  return std::unexpected(Error{Fault::not_found, "correction"});
}

std::expected<std::uint32_t, Error> MemoryStore::add_scenario(const StoredScenario& scenario) {
  const Lock lock(mutex_);
  return put(scenario);
}

std::uint32_t MemoryStore::put(const StoredScenario& scenario) {
  const std::uint32_t id = scenarios_.empty() ? 1 : scenarios_.rbegin()->first + 1;
  scenarios_[id] = scenario;
  scenarios_[id].id = id;
  return id;
}

std::expected<std::vector<StoredScenario>, Error> MemoryStore::scenarios() {
  const Lock lock(mutex_);
  std::vector<StoredScenario> all;
  for (const auto& [id, scenario] : scenarios_) all.push_back(scenario);
  return all;
}

std::expected<void, Error> MemoryStore::show_scenario(std::uint32_t id, bool in_forum) {
  const Lock lock(mutex_);
  const auto found = scenarios_.find(id);
  if (found == scenarios_.end()) return std::unexpected(Error{Fault::not_found, "scenario"});
  found->second.in_forum = in_forum;
  return {};
}

std::expected<void, Error> MemoryStore::remove_scenario(std::uint32_t id) {
  const Lock lock(mutex_);
  if (scenarios_.erase(id) == 0) return std::unexpected(Error{Fault::not_found, "scenario"});
  return {};
}

std::expected<std::string, Error> MemoryStore::value(const std::string& name) {
  const Lock lock(mutex_);
  return values_[name];
}

std::expected<void, Error> MemoryStore::set_value(const std::string& name,
                                                  const std::string& value) {
  const Lock lock(mutex_);
  values_[name] = value;
  return {};
}

std::expected<void, Error> MemoryStore::set_values(const NamedValues& values) {
  const Lock lock(mutex_);
  for (const auto& [name, value] : values) values_[name] = value;
  return {};
}

std::expected<void, Error> MemoryStore::record_step(const NamedValues& values,
                                                    const std::string& record,
                                                    const StoredAccess& entry) {
  const Lock lock(mutex_);
  for (const auto& [name, value] : values) values_[name] = value;
  access_.emplace_back(record, entry);
  return {};
}

}  // namespace rembuk::server

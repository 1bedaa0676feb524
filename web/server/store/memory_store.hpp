#pragma once
#include <map>
#include <mutex>

#include "web/server/store/store.hpp"

namespace rembuk::server {

/// A store that forgets at the end of the process: for tests.
class MemoryStore : public Store {
 public:
  std::expected<NamedFiles, Error> consultation_files() override;
  std::expected<void, Error> import(const StoredImport& import) override;
  std::expected<void, Error> replace(const StoredReplacement& next) override;
  std::expected<std::vector<AnswerResult>, Error> append(const std::vector<AnswerWrite>& batch) override;
  std::expected<std::vector<StoredAnswer>, Error> current_answers() override;
  std::expected<std::optional<StoredAnswer>, Error> current_answer(const std::string& nip) override;
  std::expected<void, Error> issue_codes(const std::vector<NewCode>& codes, Issue how) override;
  std::expected<std::optional<StoredCode>, Error> code(const Digest& hash) override;
  std::expected<void, Error> add_session(const Digest& hash, const StoredSession& session) override;
  std::expected<std::optional<StoredSession>, Error> session(const Digest& hash) override;
  std::expected<void, Error> use_session(const Digest& hash, std::int64_t now) override;
  std::expected<void, Error> remove_session(const Digest& hash) override;
  std::expected<StoredCredential, Error> credential(const std::string& nip) override;
  std::expected<void, Error> set_pin(const std::string& nip, const std::string& pin) override;
  std::expected<std::uint32_t, Error> count_pin_attempt(const std::string& nip) override;
  std::expected<void, Error> clear_pin_attempts(const std::string& nip) override;
  std::expected<void, Error> add_slips(const std::vector<Digest>& slips) override;
  std::expected<void, Error> keep_text(const StoredText& text, const Digest& slip) override;
  std::expected<std::vector<StoredText>, Error> hand_out_texts() override;
  std::expected<void, Error> log_access(const std::string& nip, const StoredAccess& access) override;
  std::expected<std::vector<StoredAccess>, Error> access_of(const std::string& nip) override;
  std::expected<StoredCorrection, Error> keep_correction(const CorrectionWrite& correction) override;
  std::expected<std::optional<StoredCorrection>, Error> correction(const std::string& nip) override;
  std::expected<std::vector<StoredCorrection>, Error> hand_out_corrections(const std::string& at) override;
  std::expected<void, Error> mark_corrected(std::int64_t id, const std::string& at, const std::string& day) override;
  std::expected<std::uint32_t, Error> add_scenario(const StoredScenario& scenario) override;
  std::expected<std::vector<StoredScenario>, Error> scenarios() override;
  std::expected<void, Error> show_scenario(std::uint32_t id, bool in_forum) override;
  std::expected<void, Error> remove_scenario(std::uint32_t id) override;
  std::expected<std::string, Error> value(const std::string& name) override;
  std::expected<void, Error> set_value(const std::string& name, const std::string& value) override;
  std::expected<void, Error> set_values(const NamedValues& values) override;
  std::expected<void, Error> record_step(const NamedValues& values, const std::string& record, const StoredAccess& entry) override;

 private:
  AnswerResult keep(const AnswerWrite& write);
  std::uint32_t put(const StoredScenario& scenario);

  std::mutex mutex_;
  NamedFiles files_;
  std::map<std::string, StoredAnswer> current_;
  std::map<Key, StoredAnswer> by_key_;
  std::map<Digest, StoredCode> codes_;
  std::map<Digest, StoredSession> sessions_;
  std::map<std::string, StoredCredential> credentials_;
  std::map<Digest, bool> slips_;  // used
  std::map<Key, StoredText> texts_;
  std::map<std::string, StoredCorrection> corrections_;
  std::int64_t last_correction_ = 0;  // id
  std::vector<std::pair<std::string, StoredAccess>> access_;  // in order of time
  std::map<std::uint32_t, StoredScenario> scenarios_;
  std::map<std::string, std::string> values_;
  std::int64_t sequence_ = 0;
};

}  // namespace rembuk::server

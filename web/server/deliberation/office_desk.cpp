#include "web/server/deliberation/office_desk.hpp"

#include <algorithm>

#include "engine/wire/codec.hpp"
#include "web/server/deliberation/boards.hpp"

namespace rembuk::server {
namespace {

constexpr std::int64_t draft_seconds = 30 * 60;

bool is_known(const std::string& file) {
  return file == files::settings_file || file == files::rules_file ||
         std::ranges::find(files::file_names, file) != files::file_names.end();
}

}  // namespace

OfficeDesk::OfficeDesk(Store& store, const Consultation& consultation, Clock clock, Entropy entropy,
                       std::string version)
    : store_(store),
      consultation_(consultation),
      clock_(std::move(clock)),
      entropy_(std::move(entropy)),
      version_(std::move(version)) {}

std::expected<std::optional<wire::ImportOutcome>, std::string> OfficeDesk::take(
    const wire::ImportPart& part) {
  const std::scoped_lock lock(mutex_);
  if (part.part == 0) {
    draft_ = {0, part.parts, 0, {}};
    checked_.reset();
  }
  const auto refuse = [&](const char* why) {
    draft_ = {};
    return std::unexpected(std::string(why));
  };
  if (part.part != draft_.next || part.parts != draft_.parts || part.part >= part.parts)
    return refuse("import_out_of_order");
  if (!is_known(part.file)) return refuse("import_file_unknown");
  draft_.bytes += part.text.size();
  if (draft_.bytes > largest_set) return refuse("import_too_large");
  if (draft_.files.empty() || draft_.files.back().first != part.file)
    draft_.files.emplace_back(part.file, "");
  draft_.files.back().second += part.text;
  if (++draft_.next < draft_.parts) return std::nullopt;
  return finish();
}

std::expected<std::optional<wire::ImportOutcome>, std::string> OfficeDesk::finish() {
  const Draft draft = std::exchange(draft_, {});
  std::vector<files::NamedText> named;
  for (const auto& [name, text] : draft.files) named.push_back({name, text});
  auto set = check_set(store_, named, clock_(), entropy_);
  if (!set) return std::unexpected(set.error());
  wire::ImportOutcome outcome = set->outcome;
  if (outcome.errors == 0) {
    checked_ = std::move(*set);
    checked_at_ = clock_();
  }
  return outcome;
}

std::expected<wire::ImportOutcome, std::string> OfficeDesk::commit(const std::string& draft) {
  const std::scoped_lock lock(mutex_);
  if (!checked_ || checked_->outcome.draft != draft || clock_() - checked_at_ > draft_seconds)
    return std::unexpected("import_unknown");
  if (const auto done = store_set(store_, *checked_, "planner", clock_()); !done)
    return std::unexpected(done.error());
  wire::ImportOutcome outcome = std::move(checked_->outcome);
  checked_.reset();
  return outcome;
}

bool OfficeDesk::replaced() { return set_version(store_) != version_; }

std::shared_ptr<const wire::Bytes> OfficeDesk::needs(bool planner) {
  const std::scoped_lock lock(mutex_);
  auto& frame = needs_[planner ? 1 : 0];
  if (!frame)
    frame = std::make_shared<const wire::Bytes>(wire::encode(needs_board(consultation_, planner)));
  return frame;
}

std::shared_ptr<const wire::Bytes> OfficeDesk::rules(bool planner) {
  const std::scoped_lock lock(mutex_);
  auto& frame = rules_[planner ? 1 : 0];
  if (!frame)
    frame = std::make_shared<const wire::Bytes>(wire::encode(rules_board(consultation_, planner)));
  return frame;
}

}  // namespace rembuk::server

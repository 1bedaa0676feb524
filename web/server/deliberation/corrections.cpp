#include "web/server/deliberation/corrections.hpp"

#include "engine/base/plain_text.hpp"
#include "web/server/identity/clock.hpp"

namespace rembuk::server {
namespace {

/// What whoever holds a re-issued code may know: the number that a new report follows.
wire::OwnCorrection shown(const StoredCorrection& stored) {
  if (stored.hidden) return {stored.version, 0, "", "", ""};
  return {stored.version, stored.facts, stored.text, stored.day, stored.handled};
}

bool is_valid(const wire::Correction& correction) {
  if (correction.facts == 0) return correction.text.empty();
  return characters(correction.text) <= wire::correction_text_most &&
         plain_text(correction.text) == correction.text;
}

}  // namespace

std::expected<wire::OwnCorrection, std::string> own_correction(Store& store,
                                                               const std::string& nip) {
  const auto stored = store.correction(nip);
  if (!stored) return std::unexpected("store_unavailable");
  return *stored ? shown(**stored) : wire::OwnCorrection{};
}

std::expected<wire::OwnCorrection, std::string> take_correction(Store& store,
                                                                const std::string& nip,
                                                                const wire::Correction& correction,
                                                                std::int64_t now) {
  if (!is_valid(correction)) return std::unexpected("correction_invalid");
  const auto kept =
      store.keep_correction({correction.key, nip, correction.based_on, correction.facts,
                             correction.text, iso_time(now).substr(0, 16), iso_day(now)});
  if (kept) return shown(*kept);
  return std::unexpected(kept.error().fault == Fault::conflict ? "correction_changed"
                                                               : "store_unavailable");
}

}  // namespace rembuk::server

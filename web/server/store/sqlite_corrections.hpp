#pragma once
#include <optional>

#include "web/server/store/sqlite.hpp"
#include "web/server/store/store.hpp"

/// Reports of wrong data in SQLite, one row a person. Each function that writes is one transaction.
/// Failures are exceptions, caught in the store.
namespace rembuk::server::sqlite {

[[nodiscard]] std::optional<StoredCorrection> correction(Connection& db, const std::string& nip);
[[nodiscard]] StoredCorrection keep_correction(Connection& write,
                                               const CorrectionWrite& correction);
[[nodiscard]] std::vector<StoredCorrection> hand_out_corrections(Connection& write,
                                                                 const std::string& at);
void mark_corrected(Connection& write, std::int64_t id, const std::string& at,
                    const std::string& day);

}  // namespace rembuk::server::sqlite

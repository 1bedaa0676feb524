#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rembuk::employee {

/// Something in a text by which somebody could be found.
struct Finding {
  enum class Kind : std::uint8_t { nip, nik, phone, name } kind = Kind::nip;
  std::string what;  ///< as it stands in the text; of a name the folded word

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// What might give somebody away, in the order NIP, NIK, telephone, names; each once.
///
/// A run of digits may hold spaces, dots and hyphens: 18 are a NIP, 16 a NIK, and 9 to 14 that
/// begin with 08, 62 8 or +62 a telephone. A name is any word of four letters or more of `names`,
/// whole and without regard to case and accents. Runs on the device only. Cost O(text · names).
[[nodiscard]] std::vector<Finding> findings(std::string_view text,
                                            std::span<const std::string> names);

}  // namespace rembuk::employee

#pragma once
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace rembuk::files {

/// What a spreadsheet may hold; all of it is checked before memory is spent on it.
struct XlsxLimits {
  std::uint64_t packed_bytes = 100'000'000;
  std::uint64_t unpacked_bytes = 512'000'000;  ///< all parts that are read
  std::uint64_t ratio = 400;                   ///< unpacked to packed, of one part above a megabyte
  std::int64_t entries = 2'000;
  std::size_t cells = 20'000'000;  ///< of the sheet, empty ones before a filled one included
  std::size_t strings = 5'000'000;
  int depth = 32;  ///< of nested elements
};

/// Why a spreadsheet cannot be read: a code of the fault table and the values of its message.
struct XlsxFault {
  std::string code;
  std::string first = {}, second = {};
};

/// The parts of a workbook: a ZIP archive in memory. `bytes` must outlive it.
class Archive {
 public:
  /// Errors: xlsx_locked (encrypted, or the old XLS format), xlsx_damaged, xlsx_too_large.
  [[nodiscard]] static std::expected<Archive, XlsxFault> open(std::string_view bytes,
                                                              const XlsxLimits& limits);

  /// The unpacked part. Errors: xlsx_damaged if it is missing or not what its entry promises,
  /// xlsx_too_large before unpacking if size, sum or ratio exceed the limits,
  /// or the size `most_bytes`.
  [[nodiscard]] std::expected<std::string, XlsxFault> part(const std::string& name,
                                                           std::uint64_t most_bytes = UINT64_MAX);

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> zip_;
  XlsxLimits limits_;
  std::uint64_t unpacked_ = 0;
};

}  // namespace rembuk::files

#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rembuk::files {

/// Codes of one file's rows → position after sorting; −1: the row is there but faulty, so rows that
/// refer to it are not faulted.
///
/// A row whose code cannot be read stands for one code that other rows may refer to: as many
/// different unknown codes are laid to such rows, and not faulted again.
///
/// Cost   up to 255 codes: mostly one look and one comparison. More: taking codes in their order and
///        asking for them in that order, also with gaps below 64 and a few wider ones: some
///        comparisons, no table. Else one look into a hash table; O(log n) for codes that were made to collide. 32 bytes a code.
class KnownCodes {
 public:
  std::size_t unreadable = 0;  ///< rows without a readable code
  bool usable = false;         ///< the file could be read; else references to it are not judged

  /// Takes a code, its position not yet known; false if another row has it.
  [[nodiscard]] bool take(std::string_view code);
  /// Takes all codes of another's later rows; false, and nothing is taken, if some code is in both.
  [[nodiscard]] bool append(const KnownCodes& later);
  void set_position(std::string_view code, std::int32_t position);
  [[nodiscard]] bool contains(std::string_view code) const { return find(code) != nowhere; }
  /// No other row has it and none without a readable code is left that it could be laid to.
  [[nodiscard]] bool unknown(std::string_view code);
  template <class I>
  [[nodiscard]] I id(std::string_view code) const {
    const std::uint32_t found = find(code);
    return found == nowhere ? I{} : I{entries_[found].position};
  }
  /// `id` and, where there is none, `unknown` in one look.
  template <class I>
  [[nodiscard]] I id_or(std::string_view code, bool& is_unknown) {
    const std::uint32_t found = find(code);
    is_unknown = found == nowhere && unknown(code);
    return found == nowhere ? I{} : I{entries_[found].position};
  }
  /// All of them, in byte order.
  [[nodiscard]] std::vector<std::string_view> sorted() const;

 private:
  static constexpr std::uint32_t nowhere = UINT32_MAX;
  struct alignas(32) Entry {  // two in a cache line
    // The code, followed by zeros. Of a longer one where it begins in `long_codes_` and, at the end,
    // its last eight bytes.
    std::array<char, 24> text{};
    std::uint32_t size = 0;
    std::int32_t position = -1;
    [[nodiscard]] std::uint64_t tail() const;
  };
  [[nodiscard]] std::string_view code(std::uint32_t index) const {
    const Entry& entry = entries_[index];
    return entry.size <= entry.text.size() ? std::string_view(entry.text.data(), entry.size)
                                           : long_code(entry);
  }
  [[nodiscard]] std::string_view long_code(const Entry& entry) const;
  [[nodiscard]] std::uint32_t find(std::string_view code) const;
  [[nodiscard]] std::uint32_t find_among_many(std::string_view code, std::uint64_t tail) const;
  [[nodiscard]] std::uint32_t find_seated(std::string_view code) const;
  [[nodiscard]] std::optional<std::uint32_t> find_between(std::uint32_t from, std::size_t most,
                                                          std::string_view code) const;
  void seat_all() const;
  void seat(std::uint32_t tag, std::uint32_t index) const;

  std::string long_codes_;
  std::vector<Entry> entries_;       // as they came
  bool ascending_ = true;            // they came in byte order
  mutable std::uint32_t jumps_ = 0;  // questions far from the one before
  mutable std::uint32_t last_ = 0;  // found last: the next question is often about one close behind
  // Where the codes of a short file were found, by their last eight bytes: index + 1, 0: nowhere yet.
  mutable std::array<std::uint8_t, 1024> found_{};
  // The hash table, of the first `seated_` entries: made when a question first needs it.
  mutable std::uint32_t seated_ = 0;
  mutable std::vector<std::uint64_t>
      slots_;  // hash in the upper half, index + 1 in the lower; 0: free
  mutable std::map<std::string, std::uint32_t, std::less<>> crowded_;  // no slot near their own
  std::set<std::string, std::less<>> laid_to_unreadable_;
};

}  // namespace rembuk::files

#pragma once
#include <expected>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rembuk::cli {

/// An option of a verb: its name and, if it takes a value, what the value is.
struct Option {
  std::string_view name;        ///< "--plan"
  std::string_view value;       ///< "FILE", or empty for a flag
  std::string_view indonesian;  ///< what it does
  std::string_view english;
  bool repeated = false;  ///< may be given more than once
};

/// The words after a verb, told apart.
struct Arguments {
  std::vector<std::string> positional;
  std::multimap<std::string, std::string, std::less<>> options;

  [[nodiscard]] bool has(std::string_view name) const { return options.contains(name); }
  /// The value of an option, the first if it was given several times.
  [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
  /// All values, in the order in which they were given.
  [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
  [[nodiscard]] bool english() const { return value("--lang") == "en"; }
};

/// Errors: a sentence that names the wrong word, with the nearest known one as a hint.
[[nodiscard]] std::expected<Arguments, std::string> parse_arguments(
    std::span<const std::string_view> words, std::span<const Option> known, bool english);

// What several verbs say of wrong usage.
[[nodiscard]] std::string is_needed(std::string_view option, bool english);
[[nodiscard]] std::string no_whole_number(std::string_view option, std::string_view text,
                                          bool english);
[[nodiscard]] std::string no_such_policy(std::string_view word, bool english);

/// The candidate that `word` was probably meant to be, or empty if none is near.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       std::span<const std::string_view> candidates);

/// Exit statuses of every verb.
inline constexpr int done = 0, negative = 1, wrong_usage = 2;

/// A whole number, or nothing.
[[nodiscard]] std::optional<long long> whole_number(std::string_view text);

}  // namespace rembuk::cli

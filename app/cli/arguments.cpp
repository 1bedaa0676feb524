#include "app/cli/arguments.hpp"

#include <algorithm>
#include <charconv>

namespace rembuk::cli {

std::optional<std::string> Arguments::value(std::string_view name) const {
  const auto found = options.find(name);
  if (found == options.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> Arguments::values(std::string_view name) const {
  std::vector<std::string> all;
  const auto [first, last] = options.equal_range(name);
  for (auto at = first; at != last; ++at) all.push_back(at->second);
  return all;
}

std::expected<Arguments, std::string> parse_arguments(std::span<const std::string_view> words,
                                                      std::span<const Option> known) {
  Arguments result;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string_view word = words[at];
    if (!word.starts_with("--")) {
      result.positional.emplace_back(word);
      continue;
    }
    const auto equals = word.find('=');
    const std::string_view name = word.substr(0, equals);
    const auto option = std::ranges::find(known, name, &Option::name);
    if (option == known.end()) return std::unexpected("unknown option " + std::string(name));
    if (option->value.empty()) {
      if (equals != std::string_view::npos) return std::unexpected(std::string(name) + " takes no value");
      result.options.emplace(name, "");
    } else if (equals != std::string_view::npos) {
      result.options.emplace(name, word.substr(equals + 1));
    } else if (at + 1 < words.size()) {
      result.options.emplace(name, words[++at]);
    } else {
      return std::unexpected(std::string(name) + " needs a value: " + std::string(option->value));
    }
  }
  return result;
}

std::optional<long long> whole_number(std::string_view text) {
  long long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace rembuk::cli

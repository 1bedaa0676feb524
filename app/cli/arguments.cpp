#include "app/cli/arguments.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace rembuk::cli {
namespace {

/// Letters to insert, remove or replace to come from one word to the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row[b.size()];
}

std::string unknown_option(std::string_view name, std::span<const Option> known) {
  std::vector<std::string_view> names;
  for (const auto& option : known) names.push_back(option.name);
  std::string text = "unknown option " + std::string(name.substr(0, 60));
  if (const auto hint = nearest(name, names); !hint.empty())
    text += "; did you mean " + std::string(hint) + "?";
  return text;
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  std::string_view best;
  std::size_t least = 4;
  if (word.size() > 60) return best;
  for (const auto candidate : candidates) {
    const std::size_t d = distance(word, candidate);
    if (d < least && 2 * d < candidate.size()) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

std::optional<std::string> Arguments::value(std::string_view name) const {
  const auto found = options.lower_bound(name);
  if (found == options.end() || found->first != name) return std::nullopt;
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
    if (!word.starts_with("-") || word == "-") {
      result.positional.emplace_back(word);
      continue;
    }
    const auto equals = word.find('=');
    const std::string_view name = word.substr(0, equals);
    const auto option = std::ranges::find(known, name, &Option::name);
    if (option == known.end()) return std::unexpected(unknown_option(name, known));
    if (!option->repeated && result.has(name))
      return std::unexpected(std::string(name) + " is given twice");
    if (option->value.empty()) {
      if (equals != std::string_view::npos)
        return std::unexpected(std::string(name) + " takes no value");
      result.options.emplace(name, "");
    } else if (equals != std::string_view::npos) {
      result.options.emplace(name, word.substr(equals + 1));
    } else if (at + 1 < words.size() && !words[at + 1].starts_with("--")) {
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

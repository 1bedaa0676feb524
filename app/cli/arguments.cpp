#include "app/cli/arguments.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <numeric>

#include "engine/assignment/policy.hpp"

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

std::string unknown_option(std::string_view name, std::span<const Option> known, bool english) {
  std::vector<std::string_view> names;
  for (const auto& option : known) names.push_back(option.name);
  std::string text = fmt::format(
      fmt::runtime(english ? "unknown option {}" : "opsi {} tidak dikenal"), name.substr(0, 60));
  if (const auto hint = nearest(name, names); !hint.empty())
    text += fmt::format(fmt::runtime(english ? "; did you mean {}?" : "; maksudnya {}?"), hint);
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
                                                      std::span<const Option> known, bool english) {
  Arguments result;
  const auto fault = [english](std::string_view name, std::string_view en, std::string_view id) {
    return std::unexpected(fmt::format("{} {}", name, english ? en : id));
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string_view word = words[at];
    if (!word.starts_with("-") || word == "-") {
      result.positional.emplace_back(word);
      continue;
    }
    const auto equals = word.find('=');
    const std::string_view name = word.substr(0, equals);
    const auto option = std::ranges::find(known, name, &Option::name);
    if (option == known.end()) return std::unexpected(unknown_option(name, known, english));
    if (!option->repeated && result.has(name))
      return fault(name, "is given twice", "diberikan dua kali");
    if (option->value.empty()) {
      if (equals != std::string_view::npos)
        return fault(name, "takes no value", "tidak memakai nilai");
      result.options.emplace(name, "");
    } else if (equals != std::string_view::npos) {
      result.options.emplace(name, word.substr(equals + 1));
    } else if (at + 1 < words.size() && !words[at + 1].starts_with("--")) {
      result.options.emplace(name, words[++at]);
    } else {
      return fault(name, fmt::format("needs a value: {}", option->value),
                   fmt::format("memerlukan nilai: {}", option->value));
    }
  }
  return result;
}

std::string is_needed(std::string_view option, bool english) {
  return fmt::format("{} {}", option, english ? "is needed" : "diperlukan");
}

std::string no_whole_number(std::string_view option, std::string_view text, bool english) {
  return fmt::format("{}: «{}» {}", option, text,
                     english ? "is no whole number" : "bukan bilangan bulat");
}

std::string no_such_policy(std::string_view word, bool english) {
  return fmt::format(fmt::runtime(english ? "there is no policy «{}»; there are {}"
                                          : "kebijakan «{}» tidak ada; yang ada {}"),
                     word, fmt::join(policy_names, ", "));
}

std::optional<long long> whole_number(std::string_view text) {
  long long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace rembuk::cli

#include "engine/files/settings.hpp"

#include <cmath>
#include <optional>

#include "engine/files/flat_json.hpp"
#include "engine/files/import.hpp"

namespace rembuk::files {
namespace {

bool take_positive(const JsonValue& value, double& place) {
  const auto* number = std::get_if<double>(&value);
  if (!number || !std::isfinite(*number) || *number <= 0) return false;
  place = *number;
  return true;
}

/// False if `key` is no key of the sentences or its value is out of range.
bool take_sentence(std::string_view key, const JsonValue& value, AcceptanceSentences& s) {
  for (std::size_t k = 0; k < 3; ++k)
    if (key == "of_ten." + std::to_string(k)) return take_positive(value, s.of_ten[k]);
  if (key == "odds_per_1000_points") return take_positive(value, s.odds_per_1000_points);
  if (key == "odds_stay") return take_positive(value, s.odds_stay);
  if (key == "odds_concern") return take_positive(value, s.odds_concern);
  if (key == "worth_answers") return take_positive(value, s.worth_answers);
  return false;
}

bool take_setting(std::string_view key, const JsonValue& value, Settings& s) {
  if (key == "reference_date") {
    const auto* text = std::get_if<std::string>(&value);
    const auto date = text ? parse_date(*text) : std::nullopt;
    if (date) s.reference_date = *date;
    return date.has_value();
  }
  if (key == "between_governments") {
    const auto* flag = std::get_if<bool>(&value);
    if (flag) s.between_governments = *flag;
    return flag != nullptr;
  }
  if (key == "threshold") {
    const auto* number = std::get_if<double>(&value);
    if (!number || *number < 10 || *number > 1000 || *number != std::floor(*number)) return false;
    s.threshold = static_cast<std::int32_t>(*number);
    return true;
  }
  constexpr std::string_view group = "parameters.";
  return key.starts_with(group) && take_sentence(key.substr(group.size()), value, s.parameters);
}

bool sums_to_ten(const AcceptanceSentences& s) {
  return std::abs(s.of_ten[0] + s.of_ten[1] + s.of_ten[2] - 10) <= 1e-9;
}

template <class T, class Take>
std::expected<T, std::string> read(std::string_view json, T result, Take take) {
  const auto values = flat_json(json);
  if (!values) return std::unexpected(values.error());
  for (const auto& [key, value] : *values)
    if (!take(key, value, result)) return std::unexpected(key.empty() ? std::string("{ }") : key);
  return result;
}

}  // namespace

std::expected<AcceptanceSentences, std::string> read_sentences(std::string_view json) {
  auto result = read(json, AcceptanceSentences{}, take_sentence);
  if (result && !sums_to_ten(*result)) return std::unexpected("of_ten");
  return result;
}

std::expected<Settings, std::string> read_settings(std::string_view json, const Settings& defaults) {
  auto result = read(json, defaults, take_setting);
  if (result && !sums_to_ten(result->parameters)) return std::unexpected("parameters.of_ten");
  return result;
}

}  // namespace rembuk::files

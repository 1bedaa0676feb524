#include "engine/files/settings.hpp"

#include <cmath>
#include <cstdint>
#include <optional>

#include "engine/files/import.hpp"
#include "engine/files/json_value.hpp"

namespace rembuk::files {
namespace {

bool take_positive(const JsonValue& json, double& place) {
  const auto* number = std::get_if<double>(&json.value);
  if (!number || !std::isfinite(*number) || *number <= 0) return false;
  place = *number;
  return true;
}

bool take_flag(const JsonValue& json, bool& place) {
  const auto* flag = std::get_if<bool>(&json.value);
  if (flag) place = *flag;
  return flag != nullptr;
}

/// Three positive numbers with sum 10.
bool take_of_ten(const JsonValue& json, std::array<double, 3>& of_ten) {
  const auto* array = std::get_if<JsonArray>(&json.value);
  if (!array || array->size() != 3) return false;
  for (std::size_t k = 0; k < 3; ++k)
    if (!take_positive((*array)[k], of_ten[k])) return false;
  return std::abs(of_ten[0] + of_ten[1] + of_ten[2] - 10) <= 1e-9;
}

bool take_sentence(std::string_view key, const JsonValue& json, AcceptanceSentences& s) {
  if (key == "of_ten") return take_of_ten(json, s.of_ten);
  if (key == "odds_per_1000_points") return take_positive(json, s.odds_per_1000_points);
  if (key == "odds_stay") return take_positive(json, s.odds_stay);
  if (key == "odds_concern") return take_positive(json, s.odds_concern);
  if (key == "worth_answers") return take_positive(json, s.worth_answers);
  return false;
}

/// Gives every member to `take`. The first key that it does not take is the fault.
template <class T, class Take>
std::optional<std::string> take_members(const JsonValue& json, T& target, Take take) {
  const auto* object = std::get_if<JsonObject>(&json.value);
  if (!object) return std::string("{ }");
  std::optional<std::string> fault;
  for (const auto& [key, value] : *object)
    if (!take(key, value, target) && !fault) fault = "\"" + key.substr(0, 60) + "\"";
  return fault;
}

bool take_setting(std::string_view key, const JsonValue& json, Settings& s) {
  if (key == "reference_date") {
    const auto* text = std::get_if<std::string>(&json.value);
    const auto date = text ? parse_date(*text) : std::nullopt;
    if (date) s.reference_date = *date;
    return date.has_value();
  }
  if (key == "between_governments") return take_flag(json, s.between_governments);
  if (key == "pppk") return take_flag(json, s.pppk);
  if (key == "threshold") {
    double number = 0;
    if (!take_positive(json, number) || number < 10 || number > 1000 ||
        number != std::floor(number))
      return false;
    s.threshold = static_cast<std::int32_t>(number);
    return true;
  }
  return key == "parameters" && !take_members(json, s.parameters, take_sentence);
}

/// ": " and the first member of `parameters` that is wrong.
std::string wrong_sentence(const JsonValue& json) {
  AcceptanceSentences unused;
  for (const auto& [key, value] : std::get<JsonObject>(json.value))
    if (key == "parameters")
      if (const auto wrong = take_members(value, unused, take_sentence)) return ": " + *wrong;
  return "";
}

}  // namespace

std::expected<AcceptanceSentences, std::string> read_sentences(std::string_view text) {
  const auto json = parse_json(text);
  if (!json) return std::unexpected(json.error());
  AcceptanceSentences result;
  if (auto wrong = take_members(*json, result, take_sentence))
    return std::unexpected(std::move(*wrong));
  return result;
}

SettingsReading read_settings(std::string_view text, const Settings& defaults) {
  SettingsReading reading{defaults, {}};
  const auto json = parse_json(text);
  if (!json) return {defaults, json.error()};
  reading.fault = take_members(*json, reading.settings, take_setting).value_or("");
  if (reading.fault == "\"parameters\"") reading.fault += wrong_sentence(*json);
  return reading;
}

}  // namespace rembuk::files

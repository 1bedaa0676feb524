#include "app/core/employee/moment.hpp"

#include <charconv>

#include "engine/domain/date.hpp"

namespace rembuk::employee {
namespace {

/// Two digits at `at`, below `limit`; −1 otherwise.
int two_digits(std::string_view text, std::size_t at, int limit) {
  int value = -1;
  const char* first = text.data() + at;
  if (text[at] < '0' || text[at] > '9' || std::from_chars(first, first + 2, value).ptr != first + 2)
    return -1;
  return value < limit ? value : -1;
}

}  // namespace

std::optional<std::int64_t> moment(std::string_view text) {
  if ((text.size() != 16 && text.size() != 19) || text[4] != '-' || text[10] != 'T' ||
      text[13] != ':')
    return std::nullopt;
  if (text.size() == 19 && text[16] != ':') return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const int hour = two_digits(text, 11, 24), minute = two_digits(text, 14, 60);
  const int second = text.size() == 19 ? two_digits(text, 17, 60) : 0;
  if (!date || hour < 0 || minute < 0 || second < 0) return std::nullopt;
  const std::int64_t days = std::chrono::sys_days(*date).time_since_epoch().count();
  return ((days * 24 + hour) * 60 + minute) * 60000 + second * 1000;
}

}  // namespace rembuk::employee

#include "web/server/deliberation/row_orders.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

namespace rembuk::server {
namespace {

constexpr std::size_t kept = 8;

}  // namespace

RowOrders::Drawn RowOrders::draw(std::size_t employees) {
  Drawn drawn;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys(employees);
  std::vector<std::uint8_t> random(8 * employees);
  const std::scoped_lock lock(mutex_);
  entropy_(drawn.token);
  entropy_(random);
  for (std::size_t i = 0; i < employees; ++i) {
    for (std::size_t k = 0; k < 8; ++k) keys[i].first = keys[i].first << 8 | random[8 * i + k];
    keys[i].second = static_cast<std::uint32_t>(i);
  }
  std::ranges::sort(keys);
  for (const auto& [key, i] : keys) drawn.order.emplace_back(std::size_t{i});
  drawn_.push_back(drawn);
  if (drawn_.size() > kept) drawn_.pop_front();
  return drawn;
}

std::optional<std::vector<EmployeeId>> RowOrders::order(const RowToken& token) const {
  const std::scoped_lock lock(mutex_);
  const auto found = std::ranges::find(drawn_, token, &Drawn::token);
  if (found == drawn_.end()) return std::nullopt;
  return found->order;
}

}  // namespace rembuk::server

#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "app/engine/set_desk.hpp"
#include "engine/wire/planning.hpp"

namespace rembuk {

/// The engine behind a desk: frames of messages in, frames out. It runs in a Web Worker of the
/// planner's page, and natively in tests: the same bytes in give the same bytes out.
class EngineDesk {
 public:
  using Post = std::function<void(wire::Bytes)>;

  /// A PlanningSnapshot is kept, in memory only. An EngineRequest or a TradeOffRequest is answered
  /// by progress at each percent and one result; every fault is a result too. A CheckFile is kept
  /// and a CheckRequest answered as SetDesk says. Anything else is ignored.
  void receive(std::span<const std::uint8_t> frame, const Post& post);

  /// More points than this are not asked for at once.
  static constexpr std::uint16_t most_trade_offs = 20;

 private:
  void keep(std::span<const std::uint8_t> frame);
  template <class Request>
  void answer(std::span<const std::uint8_t> frame, const Post& post) const;
  [[nodiscard]] wire::EngineResult compute(const wire::EngineRequest& request,
                                           const Post& post) const;
  [[nodiscard]] wire::TradeOffResult compute(const wire::TradeOffRequest& request,
                                             const Post& post) const;

  SetDesk set_;
  std::optional<Snapshot> snapshot_;
  std::shared_ptr<const EligibilityTable> judged_;
};

}  // namespace rembuk

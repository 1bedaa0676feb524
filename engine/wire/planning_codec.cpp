#include "engine/wire/codec_impl.hpp"
#include "engine/wire/planning_fields.hpp"

namespace rembuk::wire {

std::expected<PlanningHead, Error> planning_head(std::span<const std::uint8_t> frame) {
  const auto type = frame_type(frame);
  if (!type) return std::unexpected(type.error());
  if (*type != Type::planning_snapshot) return std::unexpected(malformed("another type of message"));
  try {
    Reader reader(frame.subspan(header_size));
    PlanningHead head;
    reader(head.token, head.release);
    return head;
  } catch (const cereal::Exception& fault) {
    return std::unexpected(malformed(fault.what()));
  }
}

REMBUK_CODEC(PlanningSnapshot)
REMBUK_CODEC(EngineRequest)
REMBUK_CODEC(EngineProgress)
REMBUK_CODEC(EngineResult)
REMBUK_CODEC(TradeOffRequest)
REMBUK_CODEC(TradeOffResult)
REMBUK_CODEC(ComputedPlan)

}  // namespace rembuk::wire

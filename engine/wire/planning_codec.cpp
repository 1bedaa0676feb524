#include "engine/wire/codec_impl.hpp"
#include "engine/wire/planning_fields.hpp"

namespace rembuk::wire {

REMBUK_CODEC(PlanningSnapshot)
REMBUK_CODEC(EngineRequest)
REMBUK_CODEC(EngineProgress)
REMBUK_CODEC(EngineResult)
REMBUK_CODEC(ComputedPlan)

}  // namespace rembuk::wire

#include "app/engine/desk.hpp"

#include <utility>

#include "engine/assignment/optimal_plan.hpp"
#include "engine/wire/codec.hpp"

namespace rembuk {
namespace {

wire::EngineResult failed(std::uint32_t id, std::string problem) {
  wire::EngineResult result;
  result.id = id;
  result.outcome = wire::EngineOutcome::failed;
  result.problem = std::move(problem);
  return result;
}

wire::EngineResult found(std::uint32_t id, const PlanResult& plan) {
  wire::EngineResult result;
  result.id = id;
  if (plan.status == PlanStatus::infeasible) {
    result.outcome = wire::EngineOutcome::infeasible;
    return result;
  }
  for (const auto& move : plan.plan.moves)
    result.moves.push_back({static_cast<std::uint32_t>(move.employee.value),
                            static_cast<std::uint32_t>(move.to.value)});
  for (const auto& proof : plan.certificates)
    result.objectives.push_back({proof.objective, proof.primal, proof.dual, proof.pairs_eligible,
                                 proof.pairs_priced, proof.negative_reduced_costs});
  return result;
}

}  // namespace

void EngineDesk::receive(std::span<const std::uint8_t> frame, const Post& post) {
  const auto type = wire::frame_type(frame);
  if (!type) return;
  if (*type == wire::Type::planning_snapshot) return keep(frame);
  if (*type != wire::Type::engine_request) return;
  const auto request = wire::decode<wire::EngineRequest>(frame);
  post(wire::encode(request ? compute(*request, post) : failed(0, "message_invalid")));
}

void EngineDesk::keep(std::span<const std::uint8_t> frame) {
  snapshot_.reset();
  auto received = wire::decode<wire::PlanningSnapshot>(frame);
  if (!received || !check(*received)) return;
  snapshot_ = std::move(received->snapshot);
  judged_ = std::make_shared<const EligibilityTable>(std::move(received->judged));
}

wire::EngineResult EngineDesk::compute(const wire::EngineRequest& request, const Post& post) const {
  if (!snapshot_) return failed(request.id, "snapshot_missing");
  const auto policy = policy_named(request.policy);
  if (!policy) return failed(request.id, "policy_unknown");
  PlanRequest wanted;
  wanted.policy = *policy;
  wanted.seed = request.seed;
  wanted.judged = judged_;
  int told = -1;
  const auto plan = optimal_plan(*snapshot_, wanted, [&](double share) {
    if (const int percent = static_cast<int>(share * 100); percent > told) {
      told = percent;
      post(
          wire::encode(wire::EngineProgress{request.id, static_cast<std::uint16_t>(share * 1000)}));
    }
    return true;
  });
  if (!plan) return failed(request.id, "plan_too_large");
  return found(request.id, *plan);
}

}  // namespace rembuk

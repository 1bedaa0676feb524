#include "app/engine/desk.hpp"

#include <utility>

#include "engine/assignment/optimal_plan.hpp"
#include "engine/assignment/trade_off.hpp"
#include "engine/wire/codec.hpp"

namespace rembuk {
namespace {

template <class Result>
Result failed(std::uint32_t id, std::string problem) {
  Result result;
  result.id = id;
  result.outcome = wire::EngineOutcome::failed;
  result.problem = std::move(problem);
  return result;
}

std::vector<wire::RowMove> rows_of(const Plan& plan) {
  std::vector<wire::RowMove> rows;
  for (const auto& move : plan.moves)
    rows.push_back({static_cast<std::uint32_t>(move.employee.value),
                    static_cast<std::uint32_t>(move.to.value)});
  return rows;
}

/// Tells each new percent, never fewer than before.
Progress telling(std::uint32_t id, const EngineDesk::Post& post) {
  return [id, &post, told = -1](double share) mutable {
    if (const int percent = static_cast<int>(share * 100); percent > told) {
      told = percent;
      post(wire::encode(wire::EngineProgress{id, static_cast<std::uint16_t>(share * 1000)}));
    }
    return true;
  };
}

wire::EngineResult found(std::uint32_t id, const PlanResult& plan) {
  wire::EngineResult result;
  result.id = id;
  if (plan.status == PlanStatus::infeasible) {
    result.outcome = wire::EngineOutcome::infeasible;
    return result;
  }
  result.moves = rows_of(plan.plan);
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
  if (*type == wire::Type::check_file) return set_.keep(frame);
  if (*type == wire::Type::check_request) return set_.check(frame, post);
  if (*type == wire::Type::engine_request) return answer<wire::EngineRequest>(frame, post);
  if (*type == wire::Type::trade_off_request) return answer<wire::TradeOffRequest>(frame, post);
}

template <class Request>
void EngineDesk::answer(std::span<const std::uint8_t> frame, const Post& post) const {
  using Result = decltype(compute(Request{}, post));
  const auto request = wire::decode<Request>(frame);
  post(wire::encode(request ? compute(*request, post) : failed<Result>(0, "message_invalid")));
}

void EngineDesk::keep(std::span<const std::uint8_t> frame) {
  snapshot_.reset();
  auto received = wire::decode<wire::PlanningSnapshot>(frame);
  if (!received || !check(*received)) return;
  snapshot_ = std::move(received->snapshot);
  judged_ = std::make_shared<const EligibilityTable>(std::move(received->judged));
}

wire::EngineResult EngineDesk::compute(const wire::EngineRequest& request, const Post& post) const {
  if (!snapshot_) return failed<wire::EngineResult>(request.id, "snapshot_missing");
  const auto policy = policy_named(request.policy);
  if (!policy) return failed<wire::EngineResult>(request.id, "policy_unknown");
  PlanRequest wanted;
  wanted.policy = *policy;
  wanted.seed = request.seed;
  wanted.judged = judged_;
  const auto plan = optimal_plan(*snapshot_, wanted, telling(request.id, post));
  if (!plan) return failed<wire::EngineResult>(request.id, "plan_too_large");
  return found(request.id, *plan);
}

wire::TradeOffResult EngineDesk::compute(const wire::TradeOffRequest& request,
                                         const Post& post) const {
  if (!snapshot_) return failed<wire::TradeOffResult>(request.id, "snapshot_missing");
  if (request.most < 2 || request.most > most_trade_offs)
    return failed<wire::TradeOffResult>(request.id, "message_invalid");
  PlanRequest wanted;
  wanted.seed = request.seed;
  wanted.judged = judged_;
  const auto all = trade_off(*snapshot_, wanted, request.most, telling(request.id, post));
  if (!all) return failed<wire::TradeOffResult>(request.id, "plan_too_large");
  wire::TradeOffResult result;
  result.id = request.id;
  if (all->status == PlanStatus::infeasible) result.outcome = wire::EngineOutcome::infeasible;
  result.complete = all->complete;
  for (const auto& point : all->points)
    result.rows.push_back({point.satisfaction_sum, point.need_covered, rows_of(point.plan)});
  return result;
}

}  // namespace rembuk

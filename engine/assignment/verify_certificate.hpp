#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "engine/assignment/optimal_plan.hpp"

namespace rembuk {

/// What does not hold in the proof of a plan.
struct CertificateFlaw {
  std::size_t objective = 0;  ///< position in the list; its length: the plan itself
  std::string what;

  friend bool operator==(const CertificateFlaw&, const CertificateFlaw&) = default;
};

/// Checks from the snapshot, the request and the multipliers alone that `result.plan` is feasible
/// and that no feasible plan has a better list of objectives. Nothing: it is proved.
///
/// Shape    shares no code with the solver; a result of a mechanism proves nothing and is a flaw.
/// Errors   any content of `result` is judged, however wrong; `request` is one that was solved.
/// Cost     O(n · m) per objective, 2 bytes a pair.
/// Source   weak duality of the transportation problem; see MIN_COST_FLOW.md.
[[nodiscard]] std::optional<CertificateFlaw> verify_certificate(const Snapshot& snapshot,
                                                                const PlanRequest& request,
                                                                const PlanResult& result);

}  // namespace rembuk

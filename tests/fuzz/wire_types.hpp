#pragma once
#include <tuple>

#include "engine/wire/office.hpp"
#include "engine/wire/personal.hpp"
#include "engine/wire/planning.hpp"

namespace rembuk::fuzz {

/// Every message that the wire's rooms read, in the order of the first byte of a seed: a new one
/// comes last.
using WireTypes = std::tuple<
    wire::SignIn, wire::Session, wire::Problem, wire::Profile, wire::Catalogue, wire::Answer,
    wire::Receipt, wire::OwnAnswer, wire::Release, wire::PlanUpload, wire::PlanOutcome,
    wire::GenerateRequest, wire::Job, wire::ScenarioChange, wire::AccessLog, wire::PinSignIn,
    wire::PinChoice, wire::CodeFacts, wire::UnitNames, wire::AnonymousText, wire::OwnExplanation,
    wire::OwnResult, wire::Wished, wire::PlanningSnapshot, wire::EngineRequest,
    wire::EngineProgress, wire::EngineResult, wire::TradeOffRequest, wire::TradeOffResult,
    wire::ComputedPlan, wire::ImportPart, wire::ImportOutcome, wire::ImportCommit,
    wire::NeedsBoard, wire::RulesBoard, wire::CheckFile, wire::CheckRequest, wire::CheckedText,
    wire::CheckResult, wire::Correction, wire::OwnCorrection>;

}  // namespace rembuk::fuzz

#pragma once
#include <string>

#include "app/core/office/model.hpp"

/// Looking for a plan: by the page's own engine for a planner, as a job of the server for a
/// facilitator, whose machine never holds a person's answers. Parts of `update`.
namespace rembuk::office {

void ask(Step& step, Asked what, std::string method, std::string path, Bytes bytes = {});
[[nodiscard]] std::string problem_of(const Answered& answer);
[[nodiscard]] bool running(const Model& model);

/// Whether what runs is the search for trade-offs, or the sending of one.
[[nodiscard]] bool running_trade_off(const Model& model);

void generate(Step& step);
void cancel(Step& step);

// The server's job.
void poll_job(Step& step);
void take_job(Step& step, const Answered& answer);

// The page's own engine.
void take_snapshot(Step& step, const Answered& answer);
void hear_engine(Step& step, const Bytes& frame);
void lose_engine(Step& step);
void look_for_trade_offs(Step& step);
void keep_trade_off(Step& step, std::size_t row);
void keep_computed(Step& step);
void take_kept_plan(Step& step, const Answered& answer);

}  // namespace rembuk::office

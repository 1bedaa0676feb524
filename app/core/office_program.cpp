#include <chrono>
#include <deque>
#include <memory>

#include "app/browser/program.hpp"
#include "app/core/office/model.hpp"
#include "app/effects/effects.hpp"
#include "app/panels/office_views.hpp"
#include "app/ui/ui.hpp"
#include "engine/domain/date.hpp"
#include "engine/wire/codec.hpp"

/// The office page: messages through the update, commands through the effects.
namespace rembuk {
namespace {

using namespace office;

class OfficeProgram final : public Program {
 public:
  explicit OfficeProgram(effects::Effects& effects) : effects_(effects) {}

  void start() override { push(Started{effects_.take_fragment()}); }

  void draw(ui::Ui& ui) override {
    const Dispatch dispatch = [this](Msg msg) { push(std::move(msg)); };
    switch (model_.screen) {
      case Screen::starting:
      case Screen::sign_in:
        return draw_sign_in(model_, ui, dispatch);
      case Screen::participation:
        return draw_participation(model_, ui, dispatch);
      case Screen::compare:
        return draw_compare(model_, ui, dispatch);
      case Screen::forum:
        return draw_forum(model_, ui, dispatch);
      case Screen::plans:
        return draw_plans(model_, ui, dispatch);
      case Screen::method:
        return draw_method(model_, ui, dispatch);
      case Screen::import:
        return draw_import(model_, ui, dispatch);
      case Screen::needs:
        return draw_needs(model_, ui, dispatch);
      case Screen::rules:
        return draw_rules(model_, ui, dispatch);
    }
  }

  bool advance() override {
    if (messages_.empty()) return false;
    while (!messages_.empty()) {
      const Msg msg = std::move(messages_.front());
      messages_.pop_front();
      Step step = update(std::move(model_), msg);
      model_ = std::move(step.model);
      if (!model_.session) {
        socket_.reset();
        engine_.reset();
        check_.reset();
      }
      for (auto& command : step.commands) std::visit([this](auto& cmd) { perform(cmd); }, command);
    }
    return true;
  }

 private:
  void push(Msg msg) { messages_.push_back(std::move(msg)); }

  void perform(Ask& ask) {
    effects_.http(
        {.method = ask.method, .path = ask.path, .bytes = std::move(ask.bytes), .headers = {}},
        [this, what = ask.what, round = ask.round](effects::HttpAnswer answer) {
          push(Answered{what, answer.status, std::move(answer.bytes), round});
        });
  }
  void perform(Connect&) {
    socket_ = effects_.live(
        "/api/v1/live", [this](Bytes frame) { push(Received{std::move(frame)}); },
        [this](effects::SocketState state) { push(SocketChanged{static_cast<Live>(state)}); });
  }
  void perform(const Wait& wait) {
    effects_.after(wait.after_ms, [this, then = wait.then] { push(then); });
  }
  void perform(const PrepareCheck&) {
    if (check_) return;
    check_ = effects_.engine([this](Bytes frame) { push(ImportAct{CheckSaid{std::move(frame)}}); },
                             [this] {
                               check_.reset();
                               push(ImportAct{CheckBroke{}});
                             });
  }
  void perform(const CheckHere&) {
    perform(PrepareCheck{});  // the one before may have broken
    for (const auto& file : model_.import.files) check_->send(wire::encode(check_file(file)));
    const std::chrono::sys_days today =
        std::chrono::floor<std::chrono::days>(std::chrono::sys_time<std::chrono::milliseconds>(
            std::chrono::milliseconds(effects_.now())));
    check_->send(wire::encode(check_request(model_.import, iso(Date{today}))));
  }
  void perform(const EndCheck&) { check_.reset(); }
  void perform(const Save& save) { effects_.download(save.name, save.type, save.bytes); }
  void perform(const Leave& leave) { effects_.go_to(leave.path); }
  void perform(const Compute& compute) {
    if (!engine_)
      engine_ = effects_.engine([this](Bytes frame) { push(EngineSaid{std::move(frame)}); },
                                [this] {
                                  engine_.reset();
                                  push(EngineBroke{});
                                });
    engine_->send(compute.snapshot);
    engine_->send(compute.request);
  }
  void perform(const StopEngine&) { engine_.reset(); }

  effects::Effects& effects_;
  Model model_;
  std::deque<Msg> messages_;
  std::unique_ptr<effects::Socket> socket_;
  std::unique_ptr<effects::Engine> engine_;  // plans
  std::unique_ptr<effects::Engine> check_;   // dry runs of data sets: one engine, one run
};

}  // namespace

std::unique_ptr<Program> make_program(effects::Effects& effects) {
  return std::make_unique<OfficeProgram>(effects);
}

}  // namespace rembuk

#include <deque>
#include <memory>

#include "app/browser/program.hpp"
#include "app/core/employee/model.hpp"
#include "app/effects/effects.hpp"
#include "app/panels/employee_views.hpp"
#include "app/ui/ui.hpp"

/// The employee's page: messages through the update, commands through the effects.
namespace rembuk {
namespace {

using namespace employee;

class EmployeeProgram final : public Program {
 public:
  explicit EmployeeProgram(effects::Effects& effects) : effects_(effects) {}

  void start() override {
    effects_.on_network([this](bool online) { push(Network{online}); });
    effects_.on_fragment([this](std::string fragment) { push(Opened{std::move(fragment)}); });
    effects_.on_place([this](int place) {
      if (place < 0 || place > static_cast<int>(last_screen)) return;
      visited_ = true;
      push(Visited{static_cast<Screen>(place)});
    });
    push(Started{effects_.take_fragment()});
  }

  void draw(ui::Ui& ui) override {
    const Dispatch dispatch = [this](Msg msg) { push(std::move(msg)); };
    draw_screen(ui, dispatch);
    if (model_.question != Question::none) draw_question(model_, ui, dispatch);
    if (!model_.next_code.empty()) draw_switch(model_, ui, dispatch);
  }

  void draw_screen(ui::Ui& ui, const Dispatch& dispatch) {
    switch (model_.screen) {
      case Screen::starting:
      case Screen::sign_in:
        return draw_sign_in(model_, ui, dispatch);
      case Screen::welcome:
        return draw_welcome(model_, ui, dispatch);
      case Screen::profile:
        return draw_profile(model_, ui, dispatch);
      case Screen::wishes:
        return draw_wishes(model_, ui, dispatch);
      case Screen::criteria:
        return draw_criteria(model_, ui, dispatch);
      case Screen::stance:
        return draw_stance(model_, ui, dispatch);
      case Screen::concerns:
        return draw_concerns(model_, ui, dispatch);
      case Screen::review:
        return draw_review(model_, ui, dispatch);
      case Screen::receipt:
        return draw_receipt(model_, ui, dispatch);
      case Screen::access:
        return draw_access(model_, ui, dispatch);
      case Screen::pin:
        return draw_pin(model_, ui, dispatch);
      case Screen::set_pin:
        return draw_set_pin(model_, ui, dispatch);
      case Screen::note:
        return draw_note(model_, ui, dispatch);
      case Screen::result:
        return draw_result(model_, ui, dispatch);
      case Screen::method:
        return draw_method(model_, ui, dispatch);
      case Screen::correction:
        return draw_correction(model_, ui, dispatch);
    }
  }

  bool advance() override {
    if (messages_.empty()) return false;
    while (!messages_.empty()) {
      const Msg msg = std::move(messages_.front());
      messages_.pop_front();
      Step step = update(std::move(model_), msg);
      model_ = std::move(step.model);
      for (auto& command : step.commands) std::visit([this](auto& cmd) { perform(cmd); }, command);
    }
    tell_browser();
    return true;
  }

 private:
  /// Where the page is, and whether it may be left without a word.
  void tell_browser() {
    const bool passing = model_.screen <= Screen::sign_in || model_.screen == Screen::pin;
    if (!passing && (model_.screen != place_ || visited_)) {
      place_ = model_.screen;
      visited_ = false;
      effects_.show_place(static_cast<int>(place_));
    }
    if (warns_ != would_lose(model_)) effects_.warn_before_leaving(warns_ = !warns_);
  }

  /// A submission gets its key here: the update has no randomness of its own.
  void push(Msg msg) {
    if (auto* sent = std::get_if<SendPressed>(&msg)) effects_.fill_random(sent->key);
    if (auto* withdrawn = std::get_if<WithdrawConfirmed>(&msg))
      effects_.fill_random(withdrawn->key);
    if (auto* report = std::get_if<CorrectionSent>(&msg)) effects_.fill_random(report->key);
    if (auto* mine = std::get_if<KeptMine>(&msg)) effects_.fill_random(mine->key);
    if (auto* note = std::get_if<NoteScheduled>(&msg)) {
      std::array<std::uint8_t, 2> lot{};
      effects_.fill_random(note->key);
      effects_.fill_random(lot);
      note->lot = static_cast<std::uint16_t>(lot[0] * 256 + lot[1]);
      note->now_ms = effects_.now();
    }
    messages_.push_back(std::move(msg));
  }

  void perform(Ask& ask) {
    effects_.http(
        {.method = ask.method, .path = ask.path, .bytes = std::move(ask.bytes), .headers = {}},
        [this, what = ask.what, round = ask.round](effects::HttpAnswer answer) {
          push(Answered{what, answer.status, std::move(answer.bytes), round});
        });
  }
  void perform(Load& load) {
    effects_.load(load.key, [this, key = load.key, outbox = load.outbox](effects::Loaded loaded) {
      push(Stored{key, outbox, loaded.ok, std::move(loaded.bytes)});
    });
  }
  void perform(Save& save) {
    effects_.save(save.key, std::move(save.bytes), 
                  [this, outbox = save.outbox](bool ok) { push(Saved{ok, outbox}); });
  }
  void perform(Remove& remove) {
    effects_.remove(remove.key, [](bool) {});
  }
  void perform(const Wait& wait) {
    std::array<std::uint8_t, 2> random{};
    effects_.fill_random(random);
    const int span = wait.most_ms - wait.least_ms;
    effects_.after(wait.least_ms + span * (random[0] * 256 + random[1]) / 65536,
                   [this, correction = wait.correction] { push(TryAgain{correction}); });
  }
  void perform(const LoadNote&) {
    effects_.load(note_key, [this](effects::Loaded loaded) {
      push(NoteLoaded{std::move(loaded.bytes), effects_.now()});
    });
  }
  void perform(const NoteAfter& wait) {
    effects_.after(wait.ms, [this] { push(NoteDue{}); });
  }
  void perform(const Leave& leave) { effects_.go_to(leave.path); }

  effects::Effects& effects_;
  Model model_;
  std::deque<Msg> messages_;
  Screen place_ = Screen::starting;
  bool visited_ = false;  ///< a place that the browser led to is still to be confirmed
  bool warns_ = false;
};

}  // namespace

std::unique_ptr<Program> make_program(effects::Effects& effects) {
  return std::make_unique<EmployeeProgram>(effects);
}

}  // namespace rembuk

#pragma once
#include <memory>

namespace rembuk::ui {
class Ui;
}
namespace rembuk::effects {
class Effects;
}

namespace rembuk {

/// One page's program as the shell runs it. A frame is: advance → draw → advance, and again until
/// nothing moves; then the shell sleeps until input, an effect's answer or a timer.
///
/// The usual shape: a Model, a queue of Msg, a pure update. `draw` reads the model and pushes
/// messages for what the person did; effects push messages when they answer; `advance` empties the
/// queue through update and performs the commands.
class Program {
 public:
  virtual ~Program() = default;

  /// Once, when texts and fonts are there: reads the fragment, asks for the session, loads a draft.
  virtual void start() = 0;
  /// One frame. Changes nothing but the message queue.
  virtual void draw(ui::Ui& ui) = 0;
  /// Takes all waiting messages. True if there was one (the shell then draws again).
  virtual bool advance() = 0;
};

/// What each page's source file gives; exactly one is linked into a page
/// (app/core/employee_program.cpp, app/core/office_program.cpp, app/browser/gallery_program.cpp).
/// `effects` outlives the program.
[[nodiscard]] std::unique_ptr<Program> make_program(effects::Effects& effects);

}  // namespace rembuk

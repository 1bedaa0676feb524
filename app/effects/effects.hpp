#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rembuk::effects {

using Bytes = std::vector<std::uint8_t>;

struct HttpAnswer {
  int status = 0;  ///< 0: no network, time-out or cut short
  Bytes bytes;
  std::optional<int> retry_after;  ///< seconds, where the server said so
};

/// One header of a request: name and value.
struct Header {
  std::string name, value;
};

struct HttpRequest {
  std::string method = "GET";
  std::string path;  ///< from the root: "/api/v1/session"
  Bytes bytes;       ///< sent as application/octet-stream; none for GET and DELETE without content
  std::vector<Header> headers;
  int timeout_ms = 30'000;
};

/// Three outcomes: found bytes, nothing stored (empty optional, ok), refused (not ok).
struct Loaded {
  bool ok = true;
  std::optional<Bytes> bytes;
};

enum class SocketState : std::uint8_t { connecting, open, closed };

/// One live connection; ends when destroyed. After a loss it comes back by itself with jittered
/// back-off (1 s doubling to 30 s).
class Socket {
 public:
  virtual ~Socket() = default;
  virtual void send(std::span<const std::uint8_t> bytes) = 0;  ///< dropped unless open
};

/// The engine in a thread of its own; ends when destroyed, whatever it is doing.
class Engine {
 public:
  virtual ~Engine() = default;
  virtual void send(std::span<const std::uint8_t> frame) = 0;
};

/// Everything a program may ask of the outside. Answers come later, between frames, never inside
/// the call that asked; after each one a frame is drawn. No function blocks or throws.
class Effects {
 public:
  virtual ~Effects() = default;

  virtual void http(HttpRequest request, std::function<void(HttpAnswer)> then) = 0;

  /// Per-origin storage that survives a kill (IndexedDB). `ok` false: refused or
  /// full, or no answer within three seconds.
  virtual void load(std::string_view key, std::function<void(Loaded)> then) = 0;
  virtual void save(std::string_view key, Bytes bytes, std::function<void(bool ok)> then) = 0;
  virtual void remove(std::string_view key, std::function<void(bool ok)> then) = 0;

  /// `path` from the root: "/api/v1/live". `message` gets each binary frame.
  [[nodiscard]] virtual std::unique_ptr<Socket> live(std::string_view path,
                                                     std::function<void(Bytes)> message,
                                                     std::function<void(SocketState)> state) = 0;

  /// `message` gets each frame that it posts; `broke` is called if it cannot be had or dies.
  [[nodiscard]] virtual std::unique_ptr<Engine> engine(std::function<void(Bytes)> message,
                                                       std::function<void()> broke) = 0;

  /// Once, after `milliseconds`.
  virtual void after(int milliseconds, std::function<void()> then) = 0;
  /// Called at each change of the browser's own opinion; `online()` is the latest.
  virtual void on_network(std::function<void(bool online)> then) = 0;
  [[nodiscard]] virtual bool online() const = 0;

  /// Milliseconds since 1970-01-01 UTC.
  [[nodiscard]] virtual std::int64_t now() const = 0;
  /// From the system's cryptographic generator.
  virtual void fill_random(std::span<std::uint8_t> bytes) = 0;

  /// The part of the address after #, read once at the start and then gone from the address bar.
  [[nodiscard]] virtual std::string take_fragment() = 0;
  /// Called when a second link is opened in this tab, with its part after #, gone from the address
  /// bar. A program that never asks for this is started anew instead.
  virtual void on_fragment(std::function<void(std::string)> then) = 0;
  /// The screen that is shown, for the browser's back and forward buttons: a new one gets an entry of
  /// its own in the history. Numbers only: an address never tells what somebody answered.
  virtual void show_place(int place) = 0;
  /// Called when one of these buttons leads to an earlier place; `show_place` follows.
  virtual void on_place(std::function<void(int place)> then) = 0;
  /// While on, the browser asks before this page is left.
  virtual void warn_before_leaving(bool on) = 0;
  /// Leaves this page for `path` of the same origin.
  virtual void go_to(std::string_view path) = 0;
  virtual void set_title(std::string_view title) = 0;
  /// Offers `bytes` as a file to keep.
  virtual void download(std::string_view name, std::string_view type, const Bytes& bytes) = 0;
  /// The browser's print dialog over the mirror (a printable page).
  virtual void print() = 0;
};

}  // namespace rembuk::effects

#pragma once
#include <deque>
#include <map>

#include "app/effects/effects.hpp"

namespace rembuk::effects {

/// A world without a browser, for tests: what was asked stands in public members, and nothing is
/// answered until the test calls `deliver…` or `pass`. Works, no mock: storage keeps, time passes.
class FakeEffects final : public Effects {
 public:
  struct Asked {
    HttpRequest request;
    std::function<void(HttpAnswer)> then;
  };
  struct Live {
    std::string path;
    std::function<void(Bytes)> message;
    std::function<void(SocketState)> state;
    std::vector<Bytes> sent;
    bool alive = true;
  };

  std::deque<Asked> requests;                        ///< unanswered, oldest first
  std::map<std::string, Bytes, std::less<>> stored;  ///< survives as long as the test wants
  bool storage_works = true;
  bool network = true;
  std::int64_t clock = 1'764'000'000'000;
  std::uint64_t seed = 1;
  std::string fragment, went_to, title;
  std::vector<std::string> downloads;
  int prints = 0;
  std::function<void(std::string)> opened;  ///< a test opens a second link with it
  std::vector<int> places;                  ///< shown, in order
  std::function<void(int)> visited;         ///< a test presses the browser's back button with it
  bool warns = false;
  std::vector<std::shared_ptr<Live>> sockets;
  struct Working {
    std::function<void(Bytes)> message;
    std::function<void()> broke;
    std::vector<Bytes> sent;
    bool alive = true;
  };
  std::vector<std::shared_ptr<Working>> engines;

  /// Answers the oldest request. Asserts that there is one.
  void answer(HttpAnswer answer);
  /// Runs storage answers and everything else that is due now, until nothing is left.
  void settle();
  /// Lets time pass, timers in order of their moment.
  void pass(int milliseconds);
  /// Tells the program that the network came or went.
  void set_online(bool online);

  void http(HttpRequest request, std::function<void(HttpAnswer)> then) override;
  void load(std::string_view key, std::function<void(Loaded)> then) override;
  void save(std::string_view key, Bytes bytes, std::function<void(bool)> then) override;
  void remove(std::string_view key, std::function<void(bool)> then) override;
  [[nodiscard]] std::unique_ptr<Socket> live(std::string_view path,
                                             std::function<void(Bytes)> message,
                                             std::function<void(SocketState)> state) override;
  [[nodiscard]] std::unique_ptr<Engine> engine(std::function<void(Bytes)> message,
                                               std::function<void()> broke) override;
  void after(int milliseconds, std::function<void()> then) override;
  void on_network(std::function<void(bool)> then) override { network_.push_back(std::move(then)); }
  [[nodiscard]] bool online() const override { return network; }
  [[nodiscard]] std::int64_t now() const override { return clock; }
  void fill_random(std::span<std::uint8_t> bytes) override;
  [[nodiscard]] std::string take_fragment() override;
  void on_fragment(std::function<void(std::string)> then) override { opened = std::move(then); }
  void show_place(int shown) override { places.push_back(shown); }
  void on_place(std::function<void(int)> then) override { visited = std::move(then); }
  void warn_before_leaving(bool on) override { warns = on; }
  void go_to(std::string_view path) override { went_to = path; }
  void set_title(std::string_view text) override { title = text; }
  void download(std::string_view name, std::string_view, const Bytes&) override {
    downloads.emplace_back(name);
  }
  void print() override { ++prints; }

 private:
  std::deque<std::function<void()>> due_;
  std::multimap<std::int64_t, std::function<void()>> timers_;
  std::vector<std::function<void(bool)>> network_;
};

}  // namespace rembuk::effects

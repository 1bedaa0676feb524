#include "app/effects/browser.hpp"

#include <emscripten/emscripten.h>

#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>

EM_JS(void, rembuk_js_http,
      (int id, const char* method, const char* path, const char* headers, const void* bytes,
       int size, int timeout),
      {
        Module['host']['http'](id, UTF8ToString(method), UTF8ToString(path), UTF8ToString(headers),
                               HEAPU8.slice(bytes, bytes + size), timeout);
      });
EM_JS(void, rembuk_js_store, (int id, int what, const char* key, const void* bytes, int size),
      { Module['host']['store'](id, what, UTF8ToString(key), HEAPU8.slice(bytes, bytes + size)); });
EM_JS(void, rembuk_js_socket, (int id, const char* path),
      { Module['host']['socket'](id, UTF8ToString(path)); });
EM_JS(void, rembuk_js_send, (int id, const void* bytes, int size),
      { Module['host']['send'](id, HEAPU8.slice(bytes, bytes + size)); });
EM_JS(void, rembuk_js_close, (int id), { Module['host']['close'](id); });
EM_JS(void, rembuk_js_after, (int id, int milliseconds),
      { Module['host']['after'](id, milliseconds); });
EM_JS(int, rembuk_js_online, (), { return navigator.onLine ? 1 : 0; });
EM_JS(double, rembuk_js_now, (), { return Date.now(); });
EM_JS(void, rembuk_js_random, (void* bytes, int size),
      { crypto.getRandomValues(HEAPU8.subarray(bytes, bytes + size)); });
EM_JS(char*, rembuk_js_fragment, (), { return stringToNewUTF8(Module['host']['fragment']()); });
EM_JS(void, rembuk_js_page, (int what, const char* text),
      { Module['host']['page'](what, UTF8ToString(text)); });
EM_JS(void, rembuk_js_place, (int place), { Module['host']['place'](place); });
EM_JS(void, rembuk_js_warn, (int on), { Module['host']['warn'](on); });
EM_JS(void, rembuk_js_download, (const char* name, const char* type, const void* bytes, int size), {
  Module['host']['download'](UTF8ToString(name), UTF8ToString(type),
                             HEAPU8.slice(bytes, bytes + size));
});

EM_JS(void, rembuk_js_engine, (int id), { Module['host']['engine'](id); });
EM_JS(void, rembuk_js_compute, (int id, const void* bytes, int size),
      { Module['host']['compute'](id, HEAPU8.slice(bytes, bytes + size)); });
EM_JS(void, rembuk_js_engine_end, (int id), { Module['host']['endEngine'](id); });

namespace rembuk::effects {
namespace {

/// What comes back for one id. A socket answers many times, all others once.
struct Waiting {
  std::function<void(int status, Bytes, int extra)> then;
  bool once = true;
};

struct Desk {
  std::map<int, Waiting> waiting;
  std::function<void()> wake;
  int last = 0;

  int add(std::function<void(int, Bytes, int)> then, bool once = true) {
    waiting[++last] = {std::move(then), once};
    return last;
  }
  void answer(int id, int status, Bytes bytes, int extra) {
    const auto found = waiting.find(id);
    if (found == waiting.end()) return;
    const auto then = found->second.then;  // a copy: the call may end what it belongs to
    if (found->second.once) waiting.erase(found);
    then(status, std::move(bytes), extra);
    if (wake) wake();
  }
};

Desk& desk() {
  static Desk one;
  return one;
}

class BrowserSocket final : public Socket {
 public:
  explicit BrowserSocket(int id) : id_(id) {}
  ~BrowserSocket() override {
    desk().waiting.erase(id_);
    rembuk_js_close(id_);
  }
  BrowserSocket(const BrowserSocket&) = delete;
  BrowserSocket& operator=(const BrowserSocket&) = delete;
  void send(std::span<const std::uint8_t> bytes) override {
    rembuk_js_send(id_, bytes.data(), static_cast<int>(bytes.size()));
  }

 private:
  int id_;
};

class WorkerEngine final : public Engine {
 public:
  explicit WorkerEngine(int id) : id_(id) {}
  ~WorkerEngine() override {
    desk().waiting.erase(id_);
    rembuk_js_engine_end(id_);
  }
  WorkerEngine(const WorkerEngine&) = delete;
  WorkerEngine& operator=(const WorkerEngine&) = delete;
  void send(std::span<const std::uint8_t> frame) override {
    rembuk_js_compute(id_, frame.data(), static_cast<int>(frame.size()));
  }

 private:
  int id_;
};

enum Store { store_load, store_save, store_remove };
enum Page { page_go_to, page_title, page_print };

class BrowserEffects final : public Effects {
 public:
  void http(HttpRequest request, std::function<void(HttpAnswer)> then) override {
    std::string headers;
    for (const Header& header : request.headers) headers += header.name + ":" + header.value + "\n";
    const int id = desk().add([then = std::move(then)](int status, Bytes bytes, int retry) {
      then({status, std::move(bytes), retry < 0 ? std::nullopt : std::optional(retry)});
    });
    rembuk_js_http(id, request.method.c_str(), request.path.c_str(), headers.c_str(),
                   request.bytes.data(), static_cast<int>(request.bytes.size()),
                   request.timeout_ms);
  }
  void load(std::string_view key, std::function<void(Loaded)> then) override {
    const int id = desk().add([then = std::move(then)](int status, Bytes bytes, int) {
      then({status >= 0, status == 1 ? std::optional(std::move(bytes)) : std::nullopt});
    });
    rembuk_js_store(id, store_load, std::string(key).c_str(), nullptr, 0);
  }
  void save(std::string_view key, Bytes bytes, std::function<void(bool)> then) override {
    const int id =
        desk().add([then = std::move(then)](int status, Bytes, int) { then(status >= 0); });
    rembuk_js_store(id, store_save, std::string(key).c_str(), bytes.data(),
                    static_cast<int>(bytes.size()));
  }
  void remove(std::string_view key, std::function<void(bool)> then) override {
    const int id =
        desk().add([then = std::move(then)](int status, Bytes, int) { then(status >= 0); });
    rembuk_js_store(id, store_remove, std::string(key).c_str(), nullptr, 0);
  }
  std::unique_ptr<Socket> live(std::string_view path, std::function<void(Bytes)> message,
                               std::function<void(SocketState)> state) override {
    const int id = desk().add(
        [message = std::move(message), state = std::move(state)](int status, Bytes bytes, int) {
          if (status == 3) return message(std::move(bytes));
          state(static_cast<SocketState>(status));
        },
        false);
    rembuk_js_socket(id, std::string(path).c_str());
    return std::make_unique<BrowserSocket>(id);
  }
  std::unique_ptr<Engine> engine(std::function<void(Bytes)> message,
                                 std::function<void()> broke) override {
    const int id = desk().add(
        [message = std::move(message), broke = std::move(broke)](int status, Bytes bytes, int) {
          status == 0 ? message(std::move(bytes)) : broke();
        },
        false);
    rembuk_js_engine(id);
    return std::make_unique<WorkerEngine>(id);
  }
  void after(int milliseconds, std::function<void()> then) override {
    rembuk_js_after(desk().add([then = std::move(then)](int, Bytes, int) { then(); }),
                    milliseconds);
  }
  void on_network(std::function<void(bool)> then) override { network_.push_back(std::move(then)); }
  [[nodiscard]] bool online() const override { return rembuk_js_online() != 0; }
  [[nodiscard]] std::int64_t now() const override {
    return static_cast<std::int64_t>(rembuk_js_now());
  }
  void fill_random(std::span<std::uint8_t> bytes) override {
    rembuk_js_random(bytes.data(), static_cast<int>(bytes.size()));
  }
  std::string take_fragment() override {
    char* text = rembuk_js_fragment();
    std::string out(text);
    std::free(text);
    return out;
  }
  void on_fragment(std::function<void(std::string)> then) override { opened_ = std::move(then); }
  void show_place(int place) override { rembuk_js_place(place); }
  void on_place(std::function<void(int)> then) override { visited_ = std::move(then); }
  void warn_before_leaving(bool on) override { rembuk_js_warn(on ? 1 : 0); }
  void go_to(std::string_view path) override {
    rembuk_js_page(page_go_to, std::string(path).c_str());
  }
  void set_title(std::string_view title) override {
    rembuk_js_page(page_title, std::string(title).c_str());
  }
  void download(std::string_view name, std::string_view type, const Bytes& bytes) override {
    rembuk_js_download(std::string(name).c_str(), std::string(type).c_str(), bytes.data(),
                       static_cast<int>(bytes.size()));
  }
  void print() override { rembuk_js_page(page_print, ""); }

  void tell_network(bool is_online) {
    for (const auto& then : network_) then(is_online);
  }
  void visit(int place) {
    if (visited_) visited_(place);
  }
  bool open(std::string fragment) {
    if (opened_) opened_(std::move(fragment));
    return static_cast<bool>(opened_);
  }

 private:
  std::function<void(std::string)> opened_;
  std::function<void(int)> visited_;
  std::vector<std::function<void(bool)>> network_;
};

BrowserEffects* only = nullptr;

}  // namespace

std::unique_ptr<Effects> browser_effects(std::function<void()> wake) {
  desk().wake = std::move(wake);
  auto out = std::make_unique<BrowserEffects>();
  only = out.get();
  return out;
}

/// `memory` is freed here.
extern "C" EMSCRIPTEN_KEEPALIVE void rembuk_answer(int id, int status, int extra,
                                                   std::uint8_t* memory, int size) {
  Bytes bytes(memory, memory + size);
  std::free(memory);
  desk().answer(id, status, std::move(bytes), extra);
}

/// A second link was opened. `memory` is freed here. 0: the program does not take it.
extern "C" EMSCRIPTEN_KEEPALIVE int rembuk_fragment(char* memory, int size) {
  std::string text(memory, static_cast<std::size_t>(size));
  std::free(memory);
  const bool taken = only && only->open(std::move(text));
  if (taken && desk().wake) desk().wake();
  return taken ? 1 : 0;
}

/// The browser's back or forward button.
extern "C" EMSCRIPTEN_KEEPALIVE void rembuk_place(int place) {
  if (only) only->visit(place);
  if (desk().wake) desk().wake();
}

extern "C" EMSCRIPTEN_KEEPALIVE void rembuk_network(int is_online) {
  if (only) only->tell_network(is_online != 0);
  if (desk().wake) desk().wake();
}

}  // namespace rembuk::effects

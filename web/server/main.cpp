#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <span>

#include "engine/files/import.hpp"
#include "web/server/deliberation/life_cycle.hpp"
#include "web/server/http/drogon_server.hpp"
#include "web/server/http/office_handlers.hpp"
#include "web/server/operator.hpp"
#include "web/server/store/sqlite_store.hpp"

namespace rembuk::server {
namespace {

constexpr std::string_view help = R"(rembuk-server: the consultation's server

  rembuk-server [serve] [--store DIR] [--data DIR] [--web DIR] [--port N] [--bind ADDRESS] [--origin URL]... [--demo]
  rembuk-server import --data DIR [--prepare] [--store DIR]
                                                       import the nine files; where a data set is there, put
                                                       this one in its place and say what differs, as long as
                                                       the consultation has not been opened
  rembuk-server invite (--nip NIP... | --sample N | --all) [--host URL] [--store DIR]
                                                       new codes; prints nip and link, one a line
  rembuk-server consultation (open [--reason TEXT] | close | publish --plan FILE | archive) [--store DIR]
                                                       one step forward; a closed one opens again once
  rembuk-server slips [--count N] [--store DIR]        codes for anonymous texts, one a line
  rembuk-server texts [--store DIR]                    the moderator's reading: batches of texts, shuffled
  rembuk-server corrections [--csv | --done ID] [--store DIR]
                                                       data that employees report as wrong, with their names,
                                                       for the personnel office; --done: this one is corrected
  rembuk-server backup FILE [--store DIR]              a checked copy, while the server runs or not

  --store DIR    where everything is kept (default: rembuk/demo under the user's data directory)
  --data DIR     imported if the store is empty: nine CSV or XLSX files, konsultasi.json, rencana.csv
  --web DIR      the built page (default: none, only the interface is served)
  --port N       8080
  --bind ADDRESS 127.0.0.1
  --origin URL   an origin that may write, besides http://ADDRESS:N and http://localhost:N
  --prepare      an import leaves the consultation to be opened: consultation open
  --demo         print three sign-in links, five slips (on standard error), and generate a first plan
  --log-requests one line a request on standard error, besides starts, stops and failures (JSON lines;
                 route and status, never who)
  --help, --version
  /healthz, /readyz answer anybody; /metrics (Prometheus) only this machine
Exit status: 0 done, 1 it could not be done, 2 wrong usage.
)";

struct Options {
  std::vector<std::string> words;
  std::multimap<std::string, std::string, std::less<>> values;

  [[nodiscard]] std::string get(std::string_view name, std::string otherwise = "") const {
    const auto found = values.find(name);
    return found == values.end() ? otherwise : found->second;
  }
  [[nodiscard]] bool has(std::string_view name) const { return values.contains(name); }
};

/// Another data set was stored: the program starts once more and works on that one.
constexpr int begin_anew = 75;
/// Set then: links that were given out before still hold.
constexpr const char* begun_anew = "REMBUK_BEGUN_ANEW";
std::atomic<bool> stop_asked = false;

/// While they are held, requests to stop wait; let go, one that waited ends the program at once.
void hold_requests_to_stop(bool held) {
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGINT);
  sigaddset(&stop, SIGTERM);
  pthread_sigmask(held ? SIG_BLOCK : SIG_UNBLOCK, &stop, nullptr);
}

int fail(int status, std::string_view text) {
  fmt::print(stderr, "rembuk-server: {}\n", text);
  return status;
}

std::expected<Options, std::string> parse(std::span<char*> arguments) {
  constexpr std::array<std::string_view, 13> with_value = {"--count", "--done", "--plan", "--reason", "--store", "--data", "--web", "--port", "--bind", "--origin", "--nip", "--sample", "--host"};
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string word = arguments[i];
    if (std::ranges::find(with_value, word) != with_value.end()) {
      if (i + 1 == arguments.size()) return std::unexpected(word + " needs a value");
      options.values.emplace(word, arguments[++i]);
    } else if (word == "--csv" || word == "--demo" || word == "--log-requests" || word == "--prepare" || word == "--all" || word == "--help" || word == "-h" || word == "--version") {
      options.values.emplace(word, "");
    } else if (word.starts_with("-")) {
      return std::unexpected("unknown option " + word + " (see --help)");
    } else {
      options.words.push_back(word);
    }
  }
  return options;
}

std::filesystem::path store_folder(const Options& options) {
  if (options.has("--store")) return options.get("--store");
  const char* data = std::getenv("XDG_DATA_HOME");
  const char* home = std::getenv("HOME");
  const std::filesystem::path base = data && *data ? data : std::filesystem::path(home ? home : ".") / ".local/share";
  return base / "rembuk" / "demo";
}

std::expected<std::unique_ptr<Store>, std::string> open_store(const Options& options) {
  const auto folder = store_folder(options);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return std::unexpected(fmt::format("cannot make the folder {}: {}", folder.string(), error.message()));
  return open_sqlite_store(folder / "rembuk.db");
}

int import(const Options& options, Store& store) {
  const auto files = store.consultation_files();
  if (!files) return fail(1, files.error().detail);
  if (!files->empty()) {
    const auto done = replace_directory(store, options.get("--data"), system_clock()(), system_entropy());
    return done ? 0 : fail(1, done.error());
  }
  if (const auto done = import_directory(store, options.get("--data"), system_clock()(), system_entropy()); !done) return fail(1, done.error());
  if (options.has("--prepare") && !store.set_value("state", "0")) return fail(1, "the store cannot be written to");
  return 0;
}

int invite(const Options& options, Store& store) {
  InvitationRequest request;
  const auto [first, last] = options.values.equal_range("--nip");
  for (auto at = first; at != last; ++at) request.nips.push_back(at->second);
  const std::string text = options.get("--sample", "0");
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), request.sample);
  if (error != std::errc{} || end != text.data() + text.size()) return fail(2, "--sample needs a number");
  request.all = options.has("--all");
  if (request.nips.empty() && request.sample == 0 && !request.all) return fail(2, "invite needs --nip NIP, --sample N or --all");
  Identity identity(store, system_clock(), system_entropy());
  const auto invitations = invite(store, identity, request);
  if (!invitations) return fail(1, invitations.error());
  for (const auto& one : *invitations) fmt::print("{} {}/#c={}\n", one.nip, options.get("--host", "http://127.0.0.1:8080"), one.code);
  return 0;
}

int consultation(const Options& options, Store& store) {
  constexpr std::array<std::string_view, 5> steps = {"prepare", "open", "close", "publish", "archive"};
  const auto step = std::ranges::find(steps, options.words.size() > 1 ? options.words[1] : "");
  if (step == steps.end()) return fail(2, "consultation needs open, close, publish or archive");
  const auto to = static_cast<wire::ConsultationState>(step - steps.begin());
  const bool publishes = to == wire::ConsultationState::published;
  if (publishes && !options.has("--plan")) return fail(2, "publish needs --plan FILE, a rencana.csv");
  const auto done = publishes ? publish_plan(store, options.get("--plan"), system_clock()())
                              : take_step(store, to, "operator", system_clock()(), {"", options.get("--reason")});
  if (done) return 0;
  constexpr std::array<std::array<std::string_view, 2>, 5> sentences = {{
      {"not_found", "the store holds no consultation yet: import one with --data DIR"},
      {"step_backwards", "this step is not possible now: open → close → publish → archive, forward only"},
      {"reason_missing", "to open a closed consultation again, say why with --reason TEXT"},
      {"reopened_before", "it has been opened again once already; that is possible only once"},
      {"store_unavailable", "the store cannot be written to"}}};
  for (const auto& [code, sentence] : sentences)
    if (done.error() == code) return fail(1, sentence);
  return fail(1, done.error());
}

int slips(const Options& options, Store& store) {
  const std::string text = options.get("--count", "5");
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size() || count < 1 || count > 100'000) return fail(2, "--count needs a number from 1 to 100000");
  const auto codes = make_slips(store, system_entropy(), count);
  if (!codes) return fail(1, codes.error());
  for (const auto& code : *codes) fmt::print("slip: {}\n", code);
  return 0;
}

void print_indented(std::string_view text, std::string_view margin) {
  for (std::size_t at = 0; at <= text.size();) {
    const auto line = std::min(text.find('\n', at), text.size());
    fmt::print("{}{}\n", margin, text.substr(at, line - at));
    at = line + 1;
  }
}

/// The texts are indented, so that no line of one looks like one of ours.
int corrections(const Options& options, Store& store) {
  const std::int64_t now = system_clock()();
  if (options.has("--done")) {
    const std::string text = options.get("--done");
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc{} || end != text.data() + text.size()) return fail(2, "--done needs the number of a report");
    const auto done = mark_corrected(store, id, now);
    return done ? 0 : fail(1, done.error());
  }
  const auto all = corrections_for_office(store, now);
  if (!all) return fail(1, all.error());
  if (options.has("--csv")) return fmt::print("{}", corrections_csv(*all)), 0;
  for (const auto& one : *all) {
    fmt::print("{} {} {} {} {} ({})\n    wrong: {}\n", one.id, one.day, one.handled.empty() ? "open" : "done " + one.handled, one.nip, one.name, one.unit, one.columns);
    print_indented(one.text, "    | ");
  }
  return 0;
}

/// Indented, so that no line of a text looks like one of ours.
int texts(Store& store) {
  const auto all = texts_for_moderator(store, system_entropy());
  if (!all) return fail(1, all.error());
  std::uint32_t batch = 0;
  for (const auto& text : *all) {
    if (text.batch != batch) fmt::print("batch {}\n", batch = text.batch);
    fmt::print("- {}\n", told_hour(text.hour));
    print_indented(text.text, "    ");
  }
  return 0;
}

int serve_consultation(const Options& options, Store& store) {
  Listening listening;
  const std::string port = options.get("--port", "8080");
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), listening.port);
  if (error != std::errc{} || end != port.data() + port.size() || listening.port == 0) return fail(2, "--port needs a number from 1 to 65535");
  listening.address = options.get("--bind", "127.0.0.1");
  listening.scratch = (store_folder(options) / "received").string();
  const auto files = store.consultation_files();
  if (!files) return fail(1, files.error().detail);
  if (files->empty()) {
    if (!options.has("--data")) return fail(1, "the store is empty: name the nine files with --data DIR");
    fmt::print("importing {}\n", options.get("--data"));
    std::fflush(stdout);
    if (const int status = import(options, store); status != 0) return status;
  }
  const std::string version = set_version(store);  // first: another data set may come at any time
  auto opened = Deliberation::open(store, system_clock(), system_entropy());
  if (!opened) return fail(1, opened.error());
  std::optional<Pages> pages;
  if (options.has("--web")) {
    auto loaded = Pages::load(options.get("--web"));
    if (!loaded) return fail(1, loaded.error());
    pages = std::move(*loaded);
  }
  Identity identity(store, system_clock(), system_entropy());
  Hub hub;
  SlowWork slow;
  const auto office = std::make_shared<OfficeDesk>(store, (*opened)->consultation(), system_clock(), system_entropy(), version);
  Service service{**opened, identity, store, office, {fmt::format("http://{}:{}", listening.address, listening.port), fmt::format("http://localhost:{}", listening.port)}, &slow};
  const auto [first, last] = options.values.equal_range("--origin");
  for (auto at = first; at != last; ++at) service.origins.push_back(at->second);
  const auto scenarios = store.scenarios();
  const bool generated = scenarios && std::ranges::any_of(*scenarios, [](const auto& one) { return !one.policy.empty(); });
  Log log(system_clock(), [](const std::string& line) { fmt::print(stderr, "{}", line); }, options.has("--log-requests"));
  Watch watch;
  watch.log = &log;
  watch.stop_asked = &stop_asked;
  watch.metrics.started = system_clock()();
  const std::string problem = serve(service, hub, pages ? &*pages : nullptr, listening, watch, [&] {
    if (options.has("--demo")) {
      if (const auto codes = make_slips(store, system_entropy(), 5))
        for (const auto& code : *codes) fmt::print(stderr, "slip: {}\n", code);
      if (!generated) (void)service.deliberation.generate({"no-one-worse", 1, -1, {}}, true);
      const auto printed = std::getenv(begun_anew) ? std::expected<void, std::string>() : print_demo_links(store, identity, fmt::format("http://{}:{}", listening.address, listening.port));
      if (!printed) fmt::print(stderr, "rembuk-server: {}\n", printed.error());
    }
    log.event("listening", {{"port", std::to_string(listening.port)}});
    fmt::print("ready\n");
    std::fflush(stdout);
  });
  log.event("stopped");
  if (!problem.empty()) return fail(1, problem);
  return office->replaced() ? begin_anew : 0;
}

int run(std::span<char*> arguments) {
  const auto options = parse(arguments);
  if (!options) return fail(2, options.error());
  if (options->has("--help") || options->has("-h")) return fmt::print("{}", help), 0;
  if (options->has("--version")) return fmt::print("rembuk-server 0.1.0\n"), 0;
  const std::string verb = options->words.empty() ? "serve" : options->words[0];
  constexpr std::array<std::string_view, 8> verbs = {"serve", "import", "invite", "consultation", "slips", "texts", "corrections", "backup"};
  if (std::ranges::find(verbs, verb) == verbs.end()) return fail(2, "there is no verb «" + verb + "» (see --help)");
  if (verb == "import" && !options->has("--data")) return fail(2, "import needs --data DIR");
  if (verb == "backup") {
    if (options->words.size() != 2) return fail(2, "backup needs a file name");
    const auto done = backup_sqlite(store_folder(*options) / "rembuk.db", options->words[1]);
    return done ? 0 : fail(1, done.error());
  }
  auto store = open_store(*options);
  if (!store) return fail(1, store.error());
  if (verb == "import") return import(*options, **store);
  if (verb == "invite") return invite(*options, **store);
  if (verb == "consultation") return consultation(*options, **store);
  if (verb == "slips") return slips(*options, **store);
  if (verb == "texts") return texts(**store);
  if (verb == "corrections") return corrections(*options, **store);
  return serve_consultation(*options, **store);
}

}  // namespace
}  // namespace rembuk::server

int main(int count, char** words) try {
  rembuk::server::hold_requests_to_stop(false);
  const int status = rembuk::server::run(std::span(words + 1, static_cast<std::size_t>(count - 1)));
  if (status != rembuk::server::begin_anew) return status;
  rembuk::server::hold_requests_to_stop(true);
  if (rembuk::server::stop_asked) return 0;
  setenv(rembuk::server::begun_anew, "1", 1);
  execv("/proc/self/exe", words);
  return status;
} catch (const std::exception& error) {
  std::fprintf(stderr, "rembuk-server: %s\n", error.what());
  return 1;
}

#include <fmt/format.h>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/json.hpp"
#include "app/cli/load.hpp"
#include "app/cli/table.hpp"
#include "app/cli/verbs.hpp"
#include "engine/domain/snapshot.hpp"
#include "engine/scoring/calibration.hpp"

/// A response round: before it the predictions are frozen and their hash is announced, after it
/// they are compared with what people said, and the five sentences are fitted.
namespace rembuk::cli {
namespace {

/// Predictions of everybody whom the plan moves, in the plan's order.
struct Round {
  std::vector<MoveCase> moves;
  FrozenPredictions frozen;
  std::vector<Response> responses;      ///< of those who answered
  std::vector<Probabilities> foretold;  ///< the frozen prediction of each response
};

Round make_round(const Snapshot& snapshot, const Plan& plan, const AcceptanceModel& model,
                 std::span<const KnownAnswer> answers) {
  Round round;
  for (const Move& move : plan.moves)
    round.moves.push_back(move_case(snapshot, move.employee, move.to));
  round.frozen = freeze(model, round.moves);
  auto answer = answers.begin();
  for (std::size_t k = 0; k < plan.moves.size() && answer != answers.end(); ++k) {
    if (plan.moves[k].employee != answer->employee) continue;
    round.responses.push_back({round.moves[k], answer->answer});
    round.foretold.push_back(round.frozen.people[k]);
    ++answer;
  }
  return round;
}

std::string sentences_json(const AcceptanceSentences& s) {
  return fmt::format(
      "{{\"of_ten\": [{}, {}, {}], \"odds_per_1000_points\": {}, \"odds_stay\": {}, "
      "\"odds_concern\": {}, \"worth_answers\": {}}}",
      json_number(s.of_ten[0]), json_number(s.of_ten[1]), json_number(s.of_ten[2]),
      json_number(s.odds_per_1000_points), json_number(s.odds_stay), json_number(s.odds_concern),
      json_number(s.worth_answers));
}

constexpr std::array<std::string_view, 3> leanings = {"none", "too_optimistic", "too_pessimistic"};

std::string calibration_json(const Calibration& c, const Refit& fit) {
  std::string bands;
  for (const auto& band : c.bands)
    bands += fmt::format(
        "{}{{\"low\": {}, \"high\": {}, \"people\": {}, \"accepted\": {}, \"predicted\": {}, "
        "\"observed\": {}, \"low90\": {}, \"high90\": {}}}",
        bands.empty() ? "" : ",\n  ", json_number(band.low), json_number(band.high), band.people,
        band.accepted, json_number(band.predicted), json_number(band.observed),
        json_number(band.low90), json_number(band.high90));
  return fmt::format(
      ",\n \"responses\": {}, \"accepted\": {}, \"predicted\": {}, \"brier\": {}, "
      "\"brier_same_rate\": {}, \"use\": \"{}\", \"leaning\": \"{}\",\n \"bands\": [\n  {}],\n "
      "\"parameters\": {}",
      c.people, c.accepted, json_number(c.predicted), json_number(c.brier),
      json_number(c.brier_constant), c.people == 0 || c.informative() ? "predictions" : "same_rate",
      leanings[static_cast<std::size_t>(c.leaning())], bands, sentences_json(fit.sentences));
}

std::string percent(double share, bool english) { return number(100 * share, english, 0) + " %"; }

void print_bands(const Calibration& c, bool english) {
  fmt::print("\n{}{}{}{}{}\n", cell(english ? "Predicted band" : "Pita perkiraan", 18, false),
             cell(english ? "people" : "pegawai", 10),
             cell(english ? "predicted" : "perkiraan", 12),
             cell(english ? "accepted" : "menerima", 12),
             cell(english ? "90 % interval" : "selang 90 %", 18));
  for (const auto& band : c.bands) {
    const std::string name =
        fmt::format("{}–{}", number(100 * band.low, english, 0), percent(band.high, english));
    if (band.people == 0) {
      fmt::print("{}{}\n", cell(name, 18, false), cell(whole(0, english), 10));
      continue;
    }
    fmt::print("{}{}{}{}{}\n", cell(name, 18, false), cell(whole(band.people, english), 10),
               cell(percent(band.predicted, english), 12),
               cell(percent(band.observed, english), 12),
               cell(fmt::format("{}–{}", number(100 * band.low90, english, 0),
                                percent(band.high90, english)),
                    18));
  }
}

/// What the comparison means, in words.
std::string verdict(const Calibration& c, bool english) {
  if (c.people == 0)
    return english ? "Nobody has answered yet: the assumption stays as it is."
                   : "Belum ada tanggapan: asumsi tetap seperti semula.";
  std::string text =
      c.leaning() == Leaning::too_optimistic
          ? (english ? "Predictions were too optimistic: fewer people accept than expected."
                     : "Perkiraan terlalu optimistis: yang menerima lebih sedikit dari perkiraan.")
      : c.leaning() == Leaning::too_pessimistic
          ? (english ? "Predictions were too pessimistic: more people accept than expected."
                     : "Perkiraan terlalu pesimistis: yang menerima lebih banyak dari perkiraan.")
          : (english ? "Predictions lean neither way beyond chance."
                     : "Perkiraan tidak condong ke salah satu arah di luar kebetulan.");
  if (c.informative())
    return text + (english ? " They tell people apart better than one rate for everyone."
                           : " Perkiraan per orang lebih baik daripada satu angka bagi semua.");
  return text +
         fmt::format(
             fmt::runtime(english ? " They are no better than the same rate for everyone: use {}."
                                  : " Perkiraan per orang tidak lebih baik daripada angka yang "
                                    "sama bagi semua: pakailah {}."),
             percent(c.usable(0), english));
}

void print_calibration(const Calibration& c, const Refit& fit, bool english) {
  print_bands(c, english);
  fmt::print("\n{}: {} ({}: {})\n", english ? "Brier score" : "Skor Brier",
             number(c.brier, english, 3),
             english ? "the same rate for everyone" : "angka yang sama bagi semua",
             number(c.brier_constant, english, 3));
  fmt::print("{}\n\n", verdict(c, english));
  const auto& s = fit.sentences;
  const auto line = [&](std::string_view indonesian, std::string_view in_english,
                        std::string_view value) {
    fmt::print("{}{}\n", cell(english ? in_english : indonesian, 52, false), cell(value, 18));
  };
  line("Dari 10 orang: menerima, bersyarat, keberatan", "Of 10 people: accept, conditional, object",
       fmt::format("{} · {} · {}", number(s.of_ten[0], english), number(s.of_ten[1], english),
                   number(s.of_ten[2], english)));
  line("Sepuluh poin persen lebih puas mengalikan peluang",
       "Ten points more satisfaction multiply the odds by",
       number(s.odds_per_1000_points, english, 2));
  line("Ingin tetap: peluang dibagi", "Wants to stay: odds divided by",
       number(s.odds_stay, english, 2));
  line("Satu kekhawatiran penuh: peluang dibagi", "One full concern: odds divided by",
       number(s.odds_concern, english, 2));
  line("Bernilai sebanyak jawaban", "Worth as much as answers",
       number(s.worth_answers, english, 0));
}

int wrong(std::string_view what, int status) {
  fmt::print(stderr, "rembuk calibrate: {}\n", what);
  return status;
}

/// The part after the hash, where there are responses.
int report(const Round& round, const AcceptanceSentences& assumption, const Arguments& arguments) {
  std::vector<Answer> said;
  for (const auto& response : round.responses) said.push_back(response.answer);
  const auto calibration = calibrate(round.foretold, said);
  const auto fit = refit(assumption, round.responses);
  if (!calibration || !fit)
    return wrong((calibration ? fit.error() : calibration.error()).detail, wrong_usage);
  if (arguments.has("--json"))
    fmt::print("{}}}\n", calibration_json(*calibration, *fit));
  else
    print_calibration(*calibration, *fit, arguments.english());
  const auto out = arguments.value("--out");
  if (out && !write_file(*out, sentences_json(fit->sentences) + "\n"))
    return wrong(
        fmt::format(
            fmt::runtime(arguments.english() ? "cannot write {}" : "tidak dapat menulis {}"), *out),
        wrong_usage);
  return done;
}

}  // namespace

int run_calibrate(const Arguments& arguments) {
  const bool english = arguments.english();
  const auto file = arguments.value("--plan");
  if (!file) return wrong(is_needed("--plan FILE", english), wrong_usage);
  if (arguments.has("--out") && !arguments.has("--responses"))
    return wrong(is_needed("--responses FILE", english), wrong_usage);
  const auto consultation = load(arguments.positional[0], arguments);
  if (!consultation) return consultation.error();
  const auto plan = load_plan(*file, *consultation, arguments);
  if (!plan) return plan.error();
  const auto answers = load_responses(*consultation, *plan, arguments);
  if (!answers) return answers.error();
  const Snapshot snapshot = make_snapshot(*consultation);
  const auto model = AcceptanceModel::make(snapshot.settings.parameters);
  if (!model) return wrong(model.error().detail, wrong_usage);
  const Round round = make_round(snapshot, *plan, *model, *answers);
  const std::string hash = hex(round.frozen.hash);
  if (const auto announced = arguments.value("--hash"); announced && *announced != hash)
    return wrong(
        fmt::format(
            fmt::runtime(english ? "these are not the announced predictions: their hash is {}"
                                 : "ini bukan perkiraan yang diumumkan: sidiknya {}"),
            hash),
        negative);
  const bool json = arguments.has("--json");
  if (json)
    fmt::print("{{\"schema\": 1, \"asked\": {}, \"hash\": \"{}\"", round.moves.size(), hash);
  else
    fmt::print("{}: {}\n{}: {}\n", english ? "People whom the plan moves" : "Pegawai yang dipindah",
               whole(static_cast<std::int64_t>(round.moves.size()), english),
               english ? "Hash of the predictions (SHA-256)" : "Sidik perkiraan (SHA-256)", hash);
  if (arguments.has("--responses")) return report(round, snapshot.settings.parameters, arguments);
  if (json)
    fmt::print("}}\n");
  else
    fmt::print(
        "{}\n",
        english ? "Announce the hash before the round; afterwards give --responses and --hash."
                : "Umumkan sidik ini sebelum putaran; sesudahnya sertakan --responses dan --hash.");
  return done;
}

}  // namespace rembuk::cli

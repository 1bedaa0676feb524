#include "engine/assignment/explanation_sentence.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>

#include "engine/domain/regions.hpp"
#include "engine/rules/rule_words.hpp"

namespace rembuk {
namespace {

using Kind = Argument::Kind;

std::string grouped(std::int64_t value, bool english) {
  std::string digits = std::to_string(std::abs(value));
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, english ? "," : ".");
  return (value < 0 ? "−" : "") + digits;
}

/// Hundredths of a percent as tenths, half up.
std::string tenths(std::int64_t points, bool english) {
  const std::int64_t rounded = (points + 5) / 10;
  return grouped(rounded / 10, english) + (english ? "." : ",") + std::to_string(rounded % 10);
}

std::string percentage(std::int64_t points, bool english) {
  return tenths(points, english) + (english ? "%" : " %");
}

std::string signed_points(std::int64_t points, bool english) {
  return (points < 0 ? "−" : "+") + tenths(std::abs(points), english);
}

std::string duration(std::int64_t minutes, bool english) {
  const std::int64_t hours = minutes / 60, rest = minutes % 60;
  std::string text;
  if (hours > 0) text = std::to_string(hours) + (english ? " h" : " jam");
  if (rest > 0 || hours == 0)
    text += (text.empty() ? "" : " ") + std::to_string(rest) + (english ? " min" : " menit");
  return text;
}

std::string day(std::int64_t days, bool english) {
  constexpr std::array<std::array<std::string_view, 2>, 12> months = {{{"Januari", "January"},
                                                                       {"Februari", "February"},
                                                                       {"Maret", "March"},
                                                                       {"April", "April"},
                                                                       {"Mei", "May"},
                                                                       {"Juni", "June"},
                                                                       {"Juli", "July"},
                                                                       {"Agustus", "August"},
                                                                       {"September", "September"},
                                                                       {"Oktober", "October"},
                                                                       {"November", "November"},
                                                                       {"Desember", "December"}}};
  const Date date{std::chrono::sys_days{std::chrono::days{days}}};
  const auto month = months[static_cast<unsigned>(date.month()) - 1][english ? 1 : 0];
  return std::to_string(static_cast<unsigned>(date.day())) + " " + std::string(month) + " " +
         std::to_string(static_cast<int>(date.year()));
}

/// The refusal inside of another sentence.
std::string rule_words(Rule rule, const Consultation& c, bool english) {
  auto [words, citation] = refusal_words(rule, c, english);
  if (words.ends_with('.')) words.pop_back();
  return words + " (" + citation + ")";
}

std::string shown(const Argument& a, const Consultation& c, bool english) {
  const auto at = static_cast<std::size_t>(a.value);
  switch (a.kind) {
    case Kind::number:
      return grouped(a.value, english);
    case Kind::minutes:
      return duration(a.value, english);
    case Kind::share:
      return percentage(a.value, english);
    case Kind::change:
      return signed_points(a.value, english);
    case Kind::date:
      return day(a.value, english);
    case Kind::post:
      return c.posts[at].name + ", " + c.units[c.posts[at].unit.index()].name;
    case Kind::unit:
      return c.units[at].name;
    case Kind::competence:
      return c.competences[at].name;
    case Kind::region:
      return region_name(a.code);
    case Kind::rule:
      return rule_words(static_cast<Rule>(a.value), c, english);
    case Kind::word:
      if (const auto* row = explanation_text(a.table, a.code)) return std::string(row->in(english));
      return a.code;
    case Kind::text:
      break;
  }
  return a.code;
}

}  // namespace

std::span<const CodeText> explanation_texts() { return codes_of<"sentence">; }

std::span<const CodeText> explanation_words() {
  return codes_of<"goal", "policy", "objective", "criterion", "post_kind", "post_level", "concern",
                  "help">;
}

const CodeText* explanation_text(std::string_view kind, std::string_view code) {
  const auto all = kind == "sentence" ? explanation_texts() : explanation_words();
  const auto at = std::ranges::find_if(
      all, [&](const CodeText& row) { return row.kind == kind && row.code == code; });
  return at == all.end() ? nullptr : &*at;
}

std::string in_words(const Sentence& sentence, const Consultation& c, bool english) {
  const auto* row = explanation_text("sentence", sentence.code);
  if (!row) return sentence.code;
  std::string_view pattern = row->in(english);
  std::string words;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const auto close = pattern.find('}', open);
    words += pattern.substr(0, open);
    if (close == std::string_view::npos) break;
    const auto name = pattern.substr(open + 1, close - open - 1);
    const auto at = std::ranges::find(sentence.arguments, name, &Argument::name);
    words += at == sentence.arguments.end() ? std::string(name) : shown(*at, c, english);
    pattern.remove_prefix(close + 1);
  }
  return words;
}

namespace say {

Argument number(std::string name, std::int64_t value) {
  return {std::move(name), Kind::number, value, ""};
}
Argument minutes(std::string name, std::int64_t value) {
  return {std::move(name), Kind::minutes, value, ""};
}
Argument share(std::string name, std::int64_t points) {
  return {std::move(name), Kind::share, points, ""};
}
Argument points(std::string name, std::int64_t change) {
  return {std::move(name), Kind::change, change, ""};
}
Argument date(std::string name, Date when) {
  const auto days = std::chrono::sys_days{when}.time_since_epoch().count();
  return {std::move(name), Kind::date, days, iso(when)};
}
Argument text(std::string name, std::string shown_text) {
  return {std::move(name), Kind::text, 0, std::move(shown_text)};
}
Argument post(std::string name, const Consultation& c, PostId j) {
  return {std::move(name), Kind::post, j.value, c.posts[j.index()].code};
}
Argument unit(std::string name, const Consultation& c, UnitId u) {
  return {std::move(name), Kind::unit, u.value, c.units[u.index()].code};
}
Argument unit_of(std::string name, const Consultation& c, PostId j) {
  return unit(std::move(name), c, c.posts[j.index()].unit);
}
Argument region(std::string name, std::string code) {
  return {std::move(name), Kind::region, 0, std::move(code)};
}
Argument competence(std::string name, const Consultation& c, CompetenceId id) {
  return {std::move(name), Kind::competence, id.value, c.competences[id.index()].code};
}
Argument rule(std::string name, Rule id) {
  return {std::move(name), Kind::rule, static_cast<std::int64_t>(id),
          std::string(rembuk::name(id))};
}
Argument word(std::string name, std::string_view table, std::string code) {
  return {std::move(name), Kind::word, 0, std::move(code), table};
}
Argument target(std::string name, const Consultation& c, const Wish& wish) {
  if (const auto* j = std::get_if<PostId>(&wish)) return post(std::move(name), c, *j);
  if (const auto* u = std::get_if<UnitId>(&wish)) return unit(std::move(name), c, *u);
  return region(std::move(name), std::get<WishRegion>(wish).code);
}

}  // namespace say
}  // namespace rembuk

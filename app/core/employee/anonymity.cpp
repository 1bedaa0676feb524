#include "app/core/employee/anonymity.hpp"

#include <algorithm>
#include <set>

#include "app/text/search.hpp"

namespace rembuk::employee {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

struct Run {
  std::string digits, written;
  bool plus = false;
};

/// Digits with at most one space, dot or hyphen between two of them.
std::vector<Run> digit_runs(std::string_view text) {
  std::vector<Run> runs;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!digit(text[at])) continue;
    Run run;
    run.plus = at > 0 && text[at - 1] == '+';
    const std::size_t from = at;
    std::size_t end = at;
    for (; at < text.size(); ++at) {
      if (digit(text[at])) {
        run.digits += text[at];
        end = at + 1;
      } else if ((text[at] != ' ' && text[at] != '.' && text[at] != '-') || at + 1 >= text.size() ||
                 !digit(text[at + 1])) {
        break;
      }
    }
    run.written = text.substr(from, end - from);
    runs.push_back(std::move(run));
  }
  return runs;
}

bool telephone(const Run& run) {
  const bool inside = run.digits.starts_with("08");
  const bool abroad = run.digits.starts_with("62") && (run.plus || run.digits.starts_with("628"));
  return (inside || abroad) && run.digits.size() >= 9 && run.digits.size() <= 14;
}

/// Words of `text`, folded, four letters or longer.
std::set<std::string> long_words(std::string_view text) {
  const std::string plain = text::folded(text) + ' ';
  std::set<std::string> words;
  for (std::size_t at = 0; at < plain.size();) {
    const auto end = std::min(plain.find(' ', at), plain.size());
    if (end - at >= 4) words.insert(plain.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

std::vector<Finding> findings(std::string_view text, std::span<const std::string> names) {
  std::vector<Finding> found;
  const auto add = [&](Finding::Kind kind, std::string what) {
    Finding one{kind, std::move(what)};
    if (std::ranges::find(found, one) == found.end()) found.push_back(std::move(one));
  };
  const auto runs = digit_runs(text);
  for (const auto& run : runs)
    if (run.digits.size() == 18) add(Finding::Kind::nip, run.written);
  for (const auto& run : runs)
    if (run.digits.size() == 16) add(Finding::Kind::nik, run.written);
  for (const auto& run : runs)
    if (telephone(run)) add(Finding::Kind::phone, run.written);
  const auto written = long_words(text);
  std::set<std::string> hits;
  for (const auto& name : names)
    for (const auto& word : long_words(name))
      if (written.contains(word)) hits.insert(word);
  for (const auto& word : hits) add(Finding::Kind::name, word);
  return found;
}

}  // namespace rembuk::employee

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>
#include <vector>

#include "app/cli/verbs.hpp"

namespace rembuk::cli {
namespace {

constexpr std::string_view version = "0.1.0";

void print_verb(const Verb& verb, bool english) {
  fmt::print("rembuk {} {}\n\n  {}\n\n", verb.name, verb.usage,
             english ? verb.english : verb.indonesian);
  for (const auto& option : verb.options)
    fmt::print("  {:<26}{}\n",
               option.value.empty() ? std::string(option.name)
                                    : fmt::format("{} {}", option.name, option.value),
               english ? option.english : option.indonesian);
  fmt::print(
      "\n{}\n",
      english ? "Exit status: 0 done, 1 the data or the answer is negative, 2 wrong usage."
              : "Status keluar: 0 selesai, 1 data atau jawabannya negatif, 2 cara pakai keliru.");
}

void print_help(bool english) {
  fmt::print("rembuk {}: {}\n\n", version,
             english ? "consultation about transfers, on the command line"
                     : "konsultasi mutasi ASN, dari baris perintah");
  for (const auto& verb : verbs())
    fmt::print("  rembuk {:<10}{:<30}{}\n", verb.name, verb.usage,
               english ? verb.english : verb.indonesian);
  fmt::print(
      "\n  rembuk VERB --help            {}\n  rembuk --version\n  --lang id|en                  "
      "{}\n",
      english ? "the options of a verb" : "pilihan suatu perintah",
      english ? "language (id)" : "bahasa (id)");
}

int wrong(std::string_view what, std::string_view verb = "") {
  fmt::print(stderr, "rembuk{}{}: {}\nrembuk {}{}--help lists what there is.\n",
             verb.empty() ? "" : " ", verb, what, verb, verb.empty() ? "" : " ");
  return wrong_usage;
}

int no_such_verb(std::string_view word) {
  std::vector<std::string_view> names;
  for (const auto& verb : verbs()) names.push_back(verb.name);
  const auto hint = nearest(word, names);
  return wrong(fmt::format("there is no verb «{}»{}", word,
                           hint.empty() ? "" : fmt::format("; did you mean {}?", hint)));
}

bool asks_english(std::span<const std::string_view> words) {
  for (std::size_t at = 0; at < words.size(); ++at)
    if (words[at] == "--lang=en" ||
        (words[at] == "--lang" && at + 1 < words.size() && words[at + 1] == "en"))
      return true;
  return false;
}

bool asks_help(std::string_view word) { return word == "--help" || word == "-h"; }

int run(std::span<const std::string_view> words) {
  if (words.empty()) {
    print_help(false);
    return wrong_usage;
  }
  if (asks_help(words[0]) || words[0] == "help") {
    print_help(asks_english(words));
    return done;
  }
  if (words[0] == "--version") {
    fmt::print("rembuk {}\n", version);
    return done;
  }
  const auto verb = std::ranges::find(verbs(), words[0], &Verb::name);
  if (verb == verbs().end()) return no_such_verb(words[0]);
  if (std::ranges::any_of(words, asks_help)) {
    print_verb(*verb, asks_english(words));
    return done;
  }
  const auto arguments = parse_arguments(words.subspan(1), verb->options);
  if (!arguments) return wrong(arguments.error(), verb->name);
  if (const auto language = arguments->value("--lang");
      language && *language != "id" && *language != "en")
    return wrong("--lang is id or en", verb->name);
  if (arguments->positional.size() != verb->positional)
    return wrong(fmt::format("usage: rembuk {} {}", verb->name, verb->usage), verb->name);
  return verb->run(*arguments);
}

}  // namespace
}  // namespace rembuk::cli

int main(int count, char** words) try {
  const std::vector<std::string_view> all(words + std::min(count, 1), words + count);
  return rembuk::cli::run(all);
} catch (const std::bad_alloc&) {
  std::fprintf(stderr, "rembuk: not enough memory\n");
  return rembuk::cli::negative;
} catch (const std::exception& error) {
  std::fprintf(stderr, "rembuk: %s\n", error.what());
  return rembuk::cli::negative;
}

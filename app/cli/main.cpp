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

void print_help(bool english, std::FILE* to = stdout) {
  fmt::print(to, "rembuk {}: {}\n\n", version,
             english ? "consultation about transfers, on the command line"
                     : "konsultasi mutasi ASN, dari baris perintah");
  for (const auto& verb : verbs())
    fmt::print(to, "  rembuk {:<10}{:<30}{}\n", verb.name, verb.usage,
               english ? verb.english : verb.indonesian);
  fmt::print(
      to,
      "\n  rembuk VERB --help            {}\n  rembuk --version\n  --lang id|en                  "
      "{}\n",
      english ? "the options of a verb" : "pilihan suatu perintah",
      english ? "language (id)" : "bahasa (id)");
  fmt::print("\n{}\n",
             english ? "DIR holds nine files, each CSV or XLSX, or one workbook with a sheet called as each of\n"
                       "them (pegawai, jabatan, …), and may hold konsultasi.json and aturan.csv\n"
                       "(parameter,nilai,berlaku_sejak,sumber,catatan), the office's own tenure_months,\n"
                       "retirement_months or performance_inside in the place of the built-in ones."
                     : "DIR berisi sembilan berkas, CSV atau XLSX, atau satu buku kerja dengan lembar bernama\n"
                       "seperti berkas itu (pegawai, jabatan, …), dan boleh berisi konsultasi.json serta\n"
                       "aturan.csv (parameter,nilai,berlaku_sejak,sumber,catatan): tenure_months,\n"
                       "retirement_months, atau performance_inside milik kantor, pengganti nilai bawaan.");
}

int wrong(bool english, std::string_view what, std::string_view verb = "") {
  fmt::print(stderr, "rembuk{}{}: {}\nrembuk {}{}--help {}\n", verb.empty() ? "" : " ", verb, what,
             verb, verb.empty() ? "" : " ",
             english ? "lists what there is." : "menunjukkan yang tersedia.");
  return wrong_usage;
}

int no_such_verb(std::string_view word, bool english) {
  std::vector<std::string_view> names;
  for (const auto& verb : verbs()) names.push_back(verb.name);
  const auto hint = nearest(word, names);
  std::string text =
      fmt::format("{} «{}»", english ? "there is no verb" : "tidak ada perintah", word);
  if (!hint.empty()) text += fmt::format("; {} {}?", english ? "did you mean" : "maksudnya", hint);
  return wrong(english, text);
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
  const bool english = asks_english(words);
  while (!words.empty() && words[0].starts_with("--lang"))  // before the verb it counts as well
    words = words.subspan(words[0] == "--lang" ? std::min<std::size_t>(2, words.size()) : 1);
  if (words.empty()) {
    print_help(english, stderr);
    return wrong_usage;
  }
  if (asks_help(words[0]) || words[0] == "help") {
    print_help(english);
    return done;
  }
  if (words[0] == "--version") {
    fmt::print("rembuk {}\n", version);
    return done;
  }
  const auto verb = std::ranges::find(verbs(), words[0], &Verb::name);
  if (verb == verbs().end()) return no_such_verb(words[0], english);
  if (std::ranges::any_of(words, asks_help)) {
    print_verb(*verb, english);
    return done;
  }
  auto arguments = parse_arguments(words.subspan(1), verb->options, english);
  if (!arguments) return wrong(english, arguments.error(), verb->name);
  if (english && !arguments->has("--lang")) arguments->options.emplace("--lang", "en");
  if (const auto language = arguments->value("--lang");
      language && *language != "id" && *language != "en")
    return wrong(english, english ? "--lang is id or en" : "--lang adalah id atau en", verb->name);
  if (arguments->positional.size() != verb->positional)
    return wrong(
        english,
        fmt::format("{}: rembuk {} {}", english ? "usage" : "cara pakai", verb->name, verb->usage),
        verb->name);
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

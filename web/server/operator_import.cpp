#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <fstream>
#include <iterator>

#include "web/server/deliberation/import_set.hpp"
#include "web/server/operator.hpp"

/// A new data set from the shell, beside a running server or without one.
namespace rembuk::server {
namespace {

std::optional<std::string> text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

void print_faults(const wire::ImportOutcome& outcome) {
  for (const auto& fault : outcome.faults)
    if (!fault.warning)
      fmt::print(stderr, "{}:{}:{}: {}: {} / {}\n", fault.file, fault.row, fault.column, fault.code,
                 fault.message_id, fault.message_en);
}

void print_difference(const wire::ImportOutcome& o) {
  fmt::print("{:<24}{:>10}{:>10}{:>10}{:>10}{:>10}\n", "", "before", "after", "new", "changed",
             "gone");
  for (const auto& file : o.files)
    fmt::print("{:<24}{:>10}{:>10}{:>10}{:>10}{:>10}\n", file.file, file.before, file.after,
               file.fresh, file.changed, file.gone);
  for (const auto& record : o.records)
    if (record.change == wire::ImportChange::gone)
      fmt::print("gone: {} {} ({})\n", record.code, record.name, record.file);
  fmt::print("answers: {} stay, {} new, {} of the files passed over, {} of people who are gone\n",
             o.answers_kept, o.answers_fresh, o.answers_passed, o.answers_gone);
  if (o.plans_removed > 0) fmt::print("plans that do not fit any more: {}\n", o.plans_removed);
  if (o.settings_changed) fmt::print("konsultasi.json says something else\n");
}

}  // namespace

std::expected<void, std::string> replace_directory(Store& store,
                                                   const std::filesystem::path& directory,
                                                   std::int64_t now, const Entropy& entropy) {
  std::deque<std::string> texts;
  std::vector<files::NamedText> named;
  const auto add = [&](std::string_view name) {
    if (auto text = text_of(directory / name)) {
      texts.push_back(std::move(*text));
      named.push_back({std::string(name), texts.back()});
    }
  };
  for (const auto name : files::file_names) add(name);
  add(files::settings_file);
  auto set = check_set(store, named, now, entropy);
  if (!set) return std::unexpected("the stored data set cannot be read: " + set.error());
  print_faults(set->outcome);
  if (set->outcome.errors > 0)
    return std::unexpected(fmt::format("{} faults in {}; nothing was imported", set->outcome.errors,
                                       directory.string()));
  print_difference(set->outcome);
  const auto done = store_set(store, *set, "operator", now);
  if (done) return {};
  return std::unexpected(done.error() == "consultation_opened"
                             ? "the consultation has been opened: its data set is fixed; nothing "
                               "was imported"
                             : "the store cannot be written to; nothing was imported");
}

}  // namespace rembuk::server

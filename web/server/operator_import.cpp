#include <fmt/format.h>

#include "web/server/data_directory.hpp"
#include "web/server/deliberation/import_set.hpp"
#include "web/server/operator.hpp"

/// A new data set from the shell, beside a running server or without one.
namespace rembuk::server {
namespace {

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
  const auto incoming = data_directory(directory);
  auto set = check_set(store, incoming.named(), now, entropy);
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

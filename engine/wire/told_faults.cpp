#include "engine/wire/told_faults.hpp"

namespace rembuk::wire {

std::vector<FileFault> told(const files::Faults& faults) {
  std::vector<FileFault> all;
  all.reserve(faults.list().size());
  for (const auto& fault : faults.list())
    all.push_back({fault.file, static_cast<std::uint32_t>(fault.row), fault.column, fault.code,
                   fault.severity == files::Severity::warning,
                   files::message(fault, files::Language::indonesian),
                   files::message(fault, files::Language::english)});
  return all;
}

}  // namespace rembuk::wire

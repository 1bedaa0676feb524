#pragma once
#include <map>

#include "engine/domain/snapshot.hpp"
#include "engine/province/province.hpp"

/// Provinces that several tests look at, made once.
namespace rembuk::given {

inline Consultation made(std::int32_t employees, std::uint64_t seed = 1,
                         std::int32_t governments = 1) {
  ProvinceOptions options;
  options.employees = employees;
  options.seed = seed;
  options.governments = governments;
  return make_province(options);
}

/// The demo's: 12,000 employees, seed 1.
inline const Consultation& demo() {
  static const Consultation consultation = made(12000);
  return consultation;
}
inline const Snapshot& demo_snapshot() {
  static const Snapshot snapshot = make_snapshot(demo());
  return snapshot;
}

inline double share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace rembuk::given

#pragma once
#include <cstdint>

#include "engine/province/jobs.hpp"

/// When a seat is usually held, and until when.
namespace rembuk::province {

/// Ages at which a seat is usually held: from `least`, `span` years on.
struct Ages {
  int least, span;
};
[[nodiscard]] inline Ages ages_of(const Seat& seat) {
  switch (seat.level) {
    case PostLevel::none:
      return {seat.job->education_min >= Education::s1 ? 24 : 22, 34};
    case PostLevel::pemula:
    case PostLevel::terampil:
      return {23, 30};
    case PostLevel::mahir:
      return {31, 25};
    case PostLevel::penyelia:
      return {38, 19};
    case PostLevel::ahli_pertama:
      return {25, 26};
    case PostLevel::ahli_muda:
      return {34, 23};
    case PostLevel::ahli_madya:
      return {43, 16};
    case PostLevel::ahli_utama:
      return {50, 12};
    case PostLevel::pengawas:
      return {36, 21};
    case PostLevel::administrator:
      return {41, 16};
    case PostLevel::jpt_pratama:
      return {47, 12};
  }
  return {25, 30};
}

[[nodiscard]] inline bool is_teacher(const Seat& seat) {
  return seat.job->craft >= Craft::mathematics && seat.job->craft <= Craft::schools &&
         seat.job->kind == PostKind::fungsional;
}
[[nodiscard]] inline bool beginner(const Seat& seat) {
  return seat.level == PostLevel::ahli_pertama || seat.level == PostLevel::terampil ||
         seat.job->kind == PostKind::pelaksana;
}
[[nodiscard]] inline std::uint8_t retirement_age(const Seat& seat) {
  if (seat.level == PostLevel::ahli_utama) return 65;
  const bool late = is_teacher(seat) || seat.level == PostLevel::ahli_madya ||
                    seat.level == PostLevel::jpt_pratama || seat.job->craft == Craft::medicine;
  return late ? 60 : 58;
}

}  // namespace rembuk::province

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "tests/fuzz/expect.hpp"
#include "tests/fuzz/wire_types.hpp"

using namespace rembuk::wire;
using rembuk::fuzz::expect;

namespace {

/// A frame around `payload` that only its payload can make wrong.
template <class T>
Bytes framed(std::span<const std::uint8_t> payload) {
  Bytes bytes = {'R', 'M', 'B', 'K', 1, 0};
  const auto put = [&](std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  };
  put(static_cast<std::uint64_t>(Traits<T>::type), 2);
  put(Traits<T>::version, 2);
  put(payload.size(), 4);
  bytes.insert(bytes.end(), payload.begin(), payload.end());
  return bytes;
}

template <class T>
void read(std::span<const std::uint8_t> frame) {
  const auto message = decode<T>(frame);
  if (message)
    expect(std::ranges::equal(encode(*message), frame), "a message has one form in bytes");
  else
    expect(!message.error().detail.empty(), "a refusal says why");
}

using Read = void (*)(std::span<const std::uint8_t>);
template <class... T>
constexpr auto readers(const std::tuple<T...>*) {
  return std::array<Read, sizeof...(T)>{
      [](std::span<const std::uint8_t> payload) { read<T>(framed<T>(payload)); }...};
}
constexpr auto all = readers(static_cast<const rembuk::fuzz::WireTypes*>(nullptr));

}  // namespace

/// The first byte names a type of message, the rest is its payload; above all types, it is a frame.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::span<const std::uint8_t> rest(data + 1, size - 1);
  if (data[0] < all.size()) {
    all[data[0]](rest);
  } else {
    read<Answer>(rest);
    read<Release>(rest);
    read<PlanUpload>(rest);
  }
  return 0;
}

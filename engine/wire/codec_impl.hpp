#pragma once
#include <algorithm>
#include <array>

#include "engine/wire/archive.hpp"
#include "engine/wire/codec.hpp"

/// The bodies of `encode` and `decode`, for the files that name the message types they exist for.
namespace rembuk::wire {

inline constexpr std::array<std::uint8_t, 4> magic = {'R', 'M', 'B', 'K'};
inline constexpr std::uint16_t protocol = 1;

[[nodiscard]] inline Error malformed(std::string detail) {
  return {Fault::invalid_input, std::move(detail)};
}

template <class T>
Bytes encode(const T& message) {
  Writer payload;
  payload(message);
  const Bytes body = payload.take();
  Writer frame;
  for (const auto byte : magic) frame.put(byte, 1);
  frame.put(protocol, 2);
  frame.put(static_cast<std::uint64_t>(Traits<T>::type), 2);
  frame.put(Traits<T>::version, 2);
  frame.put(body.size(), 4);
  Bytes bytes = frame.take();
  bytes.insert(bytes.end(), body.begin(), body.end());
  return bytes;
}

template <class T>
std::expected<T, Error> decode(std::span<const std::uint8_t> frame) {
  if (frame.size() > Traits<T>::most)
    return std::unexpected(Error{Fault::too_large, "message is larger than its type allows"});
  const auto type = frame_type(frame);
  if (!type) return std::unexpected(type.error());
  if (*type != Traits<T>::type) return std::unexpected(malformed("another type of message"));
  Reader header(frame.subspan(8, header_size - 8));
  const auto version = header.get(2);
  const auto length = header.get(4);
  if (version == 0 || version > Traits<T>::version)
    return std::unexpected(malformed("unknown version of this message"));
  if (length != frame.size() - header_size)
    return std::unexpected(malformed("length does not match the header"));
  try {
    Reader reader(frame.subspan(header_size));
    reader.version = static_cast<std::uint16_t>(version);
    T message{};
    reader(message);
    if (reader.left() != 0) return std::unexpected(malformed("bytes after the message"));
    return message;
  } catch (const cereal::Exception& fault) {
    return std::unexpected(malformed(fault.what()));
  }
}

}  // namespace rembuk::wire

#define REMBUK_CODEC(T)               \
  template Bytes encode<T>(const T&); \
  template std::expected<T, Error> decode<T>(std::span<const std::uint8_t>);

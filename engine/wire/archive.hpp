#pragma once
#include <array>
#include <bit>
#include <cereal/cereal.hpp>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

/// cereal archives that a hostile sender cannot make crash, hang or eat memory.
///
/// Integers little-endian and of fixed width; bool is 0 or 1; reals are finite; text is UTF-8 with
/// a length limit that its field names; lists have an element limit that their field names; enums
/// are range-checked; no pointers, no recursion, so nesting is bounded by the types.
namespace rembuk::wire {

/// Thrown while decoding only; `decode` turns it into an Error.
struct Malformed : cereal::Exception {
  using cereal::Exception::Exception;
};

[[nodiscard]] bool is_utf8(std::string_view text);

class Writer : public cereal::OutputArchive<Writer, cereal::AllowEmptyClassElision> {
 public:
  Writer() : OutputArchive(this) {}
  void put(std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i)
      bytes_.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  }
  void put_bytes(std::string_view text) { bytes_.insert(bytes_.end(), text.begin(), text.end()); }
  [[nodiscard]] std::vector<std::uint8_t> take() { return std::move(bytes_); }
  static constexpr std::uint16_t version = 0xffff;  ///< always the newest

 private:
  std::vector<std::uint8_t> bytes_;
};

class Reader : public cereal::InputArchive<Reader, cereal::AllowEmptyClassElision> {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : InputArchive(this), rest_(bytes) {}
  [[nodiscard]] std::uint64_t get(std::size_t bytes) {
    const auto part = take(bytes);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) value |= std::uint64_t{part[i]} << (8 * i);
    return value;
  }
  [[nodiscard]] std::string get_text(std::size_t bytes) {
    const auto part = take(bytes);
    std::string text(reinterpret_cast<const char*>(part.data()), part.size());
    if (!is_utf8(text)) throw Malformed("text is not UTF-8");
    return text;
  }
  [[nodiscard]] std::string get_raw(std::size_t bytes) {
    const auto part = take(bytes);
    return {part.begin(), part.end()};
  }
  [[nodiscard]] std::size_t left() const { return rest_.size(); }
  std::uint16_t version = 0xffff;  ///< of the message that is read

 private:
  std::span<const std::uint8_t> take(std::size_t bytes) {
    if (bytes > rest_.size()) throw Malformed("message ends early");
    const auto part = rest_.first(bytes);
    rest_ = rest_.subspan(bytes);
    return part;
  }
  std::span<const std::uint8_t> rest_;
};

template <class T>
concept Number = std::is_arithmetic_v<T> && !std::is_same_v<T, long double>;

template <Number T>
void CEREAL_SAVE_FUNCTION_NAME(Writer& archive, const T& value) {
  if constexpr (std::is_same_v<T, double>)
    archive.put(std::bit_cast<std::uint64_t>(value), 8);
  else
    archive.put(static_cast<std::uint64_t>(value), sizeof(T));
}
template <Number T>
void CEREAL_LOAD_FUNCTION_NAME(Reader& archive, T& value) {
  static_assert(!std::is_same_v<T, float>, "reals are double");
  if constexpr (std::is_same_v<T, double>) {
    value = std::bit_cast<double>(archive.get(8));
    if (!std::isfinite(value)) throw Malformed("a number is not finite");
  } else if constexpr (std::is_same_v<T, bool>) {
    const auto byte = archive.get(1);
    if (byte > 1) throw Malformed("a truth value is neither 0 nor 1");
    value = byte == 1;
  } else {
    value = static_cast<T>(archive.get(sizeof(T)));
  }
}

/// An enum field; `last` is its greatest value.
template <class E>
struct EnumField {
  E& value;
  E last;
};
template <class E>
EnumField<E> one_of(E& value, E last) {
  return {value, last};
}
template <class E>
EnumField<const E> one_of(const E& value, E last) {
  return {value, last};
}
template <class E>
void CEREAL_SAVE_FUNCTION_NAME(Writer& archive, const EnumField<E>& field) {
  archive.put(static_cast<std::uint64_t>(field.value), 1);
}
template <class E>
void CEREAL_LOAD_FUNCTION_NAME(Reader& archive, EnumField<E>& field) {
  const auto byte = archive.get(1);
  if (byte > static_cast<std::uint64_t>(field.last)) throw Malformed("a choice is out of range");
  field.value = static_cast<E>(byte);
}

/// A text of at most `most` bytes.
template <class S>
struct TextField {
  S& value;
  std::uint32_t most;
};
inline TextField<std::string> text(std::string& value, std::uint32_t most) { return {value, most}; }
inline TextField<const std::string> text(const std::string& value, std::uint32_t most) {
  return {value, most};
}
template <class S>
void CEREAL_SAVE_FUNCTION_NAME(Writer& archive, const TextField<S>& field) {
  archive.put(field.value.size(), 4);
  archive.put_bytes(field.value);
}
template <class S>
void CEREAL_LOAD_FUNCTION_NAME(Reader& archive, TextField<S>& field) {
  const auto size = archive.get(4);
  if (size > field.most) throw Malformed("a text is too long");
  field.value = archive.get_text(size);
}

/// At most `most` bytes of whatever kind.
template <class S>
struct RawField {
  S& value;
  std::uint32_t most;
};
inline RawField<std::string> raw(std::string& value, std::uint32_t most) { return {value, most}; }
inline RawField<const std::string> raw(const std::string& value, std::uint32_t most) {
  return {value, most};
}
template <class S>
void CEREAL_SAVE_FUNCTION_NAME(Writer& archive, const RawField<S>& field) {
  archive.put(field.value.size(), 4);
  archive.put_bytes(field.value);
}
template <class S>
void CEREAL_LOAD_FUNCTION_NAME(Reader& archive, RawField<S>& field) {
  const auto size = archive.get(4);
  if (size > field.most) throw Malformed("too many bytes");
  field.value = archive.get_raw(size);
}

/// A list of at most `most` elements.
template <class V>
struct ListField {
  V& value;
  std::uint32_t most;
};
template <class T>
ListField<std::vector<T>> list(std::vector<T>& value, std::uint32_t most) {
  return {value, most};
}
template <class T>
ListField<const std::vector<T>> list(const std::vector<T>& value, std::uint32_t most) {
  return {value, most};
}
template <class V>
void CEREAL_SAVE_FUNCTION_NAME(Writer& archive, const ListField<V>& field) {
  archive.put(field.value.size(), 4);
  for (const auto& element : field.value) archive(element);
}
template <class V>
void CEREAL_LOAD_FUNCTION_NAME(Reader& archive, ListField<V>& field) {
  const auto size = archive.get(4);
  // Every element takes at least one byte, so a short message cannot ask for a long list.
  if (size > field.most || size > archive.left()) throw Malformed("a list is too long");
  field.value.clear();
  for (std::uint64_t i = 0; i < size; ++i) {
    typename V::value_type element{};
    archive(element);
    field.value.push_back(std::move(element));
  }
}

/// A list of texts.
template <class V>
struct TextsField {
  V& value;
  std::uint32_t most, longest;
};
inline TextsField<std::vector<std::string>> texts(std::vector<std::string>& value,
                                                  std::uint32_t most, std::uint32_t longest) {
  return {value, most, longest};
}
inline TextsField<const std::vector<std::string>> texts(const std::vector<std::string>& value,
                                                        std::uint32_t most, std::uint32_t longest) {
  return {value, most, longest};
}
template <class V>
void CEREAL_SAVE_FUNCTION_NAME(Writer& archive, const TextsField<V>& field) {
  archive.put(field.value.size(), 4);
  for (const auto& one : field.value) archive(text(one, field.longest));
}
template <class V>
void CEREAL_LOAD_FUNCTION_NAME(Reader& archive, TextsField<V>& field) {
  const auto size = archive.get(4);
  if (size > field.most || 4 * size > archive.left()) throw Malformed("a list is too long");
  field.value.clear();
  for (std::uint64_t i = 0; i < size; ++i) {
    std::string one;
    archive(text(one, field.longest));
    field.value.push_back(std::move(one));
  }
}

/// Bytes of fixed number (keys, digests).
template <std::size_t n>
void CEREAL_SAVE_FUNCTION_NAME(Writer& archive, const std::array<std::uint8_t, n>& bytes) {
  for (const auto byte : bytes) archive.put(byte, 1);
}
template <std::size_t n>
void CEREAL_LOAD_FUNCTION_NAME(Reader& archive, std::array<std::uint8_t, n>& bytes) {
  for (auto& byte : bytes) byte = static_cast<std::uint8_t>(archive.get(1));
}

}  // namespace rembuk::wire

CEREAL_SETUP_ARCHIVE_TRAITS(rembuk::wire::Reader, rembuk::wire::Writer)

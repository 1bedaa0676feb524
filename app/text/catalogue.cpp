#include "app/text/catalogue.hpp"

#include <optional>

namespace rembuk::text {
namespace {

/// Reads the one JSON shape that we write: an object of strings.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool take(char wanted) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] bool ended() {
    skip_space();
    return at_ == text_.size();
  }
  [[nodiscard]] std::optional<std::string> string() {
    if (!take('"')) return std::nullopt;
    std::string out;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"') return out;
      if (static_cast<unsigned char>(c) < 0x20) return std::nullopt;
      if (c != '\\')
        out += c;
      else if (!escape(out))
        return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").contains(text_[at_])) ++at_;
  }
  bool escape(std::string& out) {
    if (at_ >= text_.size()) return false;
    const char c = text_[at_++];
    constexpr std::string_view from = "\"\\/bfnrt", to = "\"\\/\b\f\n\r\t";
    if (const auto i = from.find(c); i != from.npos) {
      out += to[i];
      return true;
    }
    if (c != 'u' || at_ + 4 > text_.size()) return false;
    std::uint32_t code = 0;
    for (int i = 0; i < 4; ++i) {
      const char h = text_[at_++];
      const auto digit = std::string_view("0123456789abcdef").find(static_cast<char>(h | 0x20));
      if (digit == std::string_view::npos || (h < '0')) return false;
      code = code * 16 + static_cast<std::uint32_t>(digit);
    }
    if (code >= 0xD800 && code <= 0xDFFF) return false;  // our texts have no need of pairs
    append_utf8(out, code);
    return true;
  }
  static void append_utf8(std::string& out, std::uint32_t code) {
    const auto byte = [&](std::uint32_t b) { out += static_cast<char>(b); };
    if (code < 0x80) return byte(code);
    if (code < 0x800) return byte(0xC0 | code >> 6), byte(0x80 | (code & 63));
    byte(0xE0 | code >> 12);
    byte(0x80 | (code >> 6 & 63));
    byte(0x80 | (code & 63));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::string_view code(Language language) { return language == Language::english ? "en" : "id"; }

Language language_of(std::string_view code) {
  return code == "en" ? Language::english : Language::indonesian;
}

std::expected<Catalogue, Error> Catalogue::make(Language language, std::string_view json) {
  Catalogue out;
  out.language_ = language;
  Reader reader(json);
  const auto broken = [&] {
    return std::unexpected(
        Error{Fault::invalid_input, "the texts are not a flat object of strings"});
  };
  if (!reader.take('{')) return broken();
  if (reader.take('}')) return reader.ended() ? std::expected<Catalogue, Error>(out) : broken();
  do {
    auto key = reader.string();
    if (!key || !reader.take(':')) return broken();
    auto value = reader.string();
    if (!value) return broken();
    out.texts_.insert_or_assign(*std::move(key), *std::move(value));
  } while (reader.take(','));
  if (!reader.take('}') || !reader.ended()) return broken();
  return out;
}

std::string_view Catalogue::tr(std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? key : std::string_view(found->second);
}

std::string Catalogue::tr(std::string_view key, std::initializer_list<Place> places) const {
  const std::string_view text = tr(key);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    bool replaced = false;
    const auto close = text[at] == '{' ? text.find('}', at) : text.npos;
    if (close != text.npos)
      for (const auto& [name, value] : places)
        if (!replaced && text.substr(at + 1, close - at - 1) == name) {
          out += value;
          at = close + 1;
          replaced = true;
        }
    if (!replaced) out += text[at++];
  }
  return out;
}

bool Catalogue::has(std::string_view key) const { return texts_.contains(key); }

}  // namespace rembuk::text

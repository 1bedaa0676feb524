#pragma once
#include <cstdint>
#include <expected>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/error.hpp"

namespace rembuk::text {

enum class Language : std::uint8_t { indonesian, english };

[[nodiscard]] std::string_view code(Language language);     ///< "id" or "en"
[[nodiscard]] Language language_of(std::string_view code);  ///< anything but "en" is Indonesian

/// One {name} of a text and what stands in its place.
using Place = std::pair<std::string_view, std::string_view>;

/// The texts of one language: key → what a person reads.
class Catalogue {
 public:
  Catalogue() = default;

  /// Errors   invalid_input if `json` is not one flat object of strings.
  [[nodiscard]] static std::expected<Catalogue, Error> make(Language language,
                                                            std::string_view json);

  /// The text of `key`; the key itself where the catalogue lacks it. Lives as long as the catalogue
  /// (or the key).
  [[nodiscard]] std::string_view tr(std::string_view key) const;
  /// The same with every {name} replaced; an unknown name stays as it is written.
  [[nodiscard]] std::string tr(std::string_view key, std::initializer_list<Place> places) const;
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& texts() const {
    return texts_;
  }

 private:
  Language language_ = Language::indonesian;
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace rembuk::text

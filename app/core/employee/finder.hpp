#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scoring/criteria.hpp"
#include "engine/wire/messages.hpp"
#include "engine/wire/personal.hpp"

namespace rembuk::employee {

/// One place that can be wished for.
struct Hit {
  std::string wish;           ///< "jabatan:KODE", "unit:KODE", "wilayah:15.xx"
  std::string title, detail;  ///< post, unit or region; where it is
  enum class Kind : std::uint8_t { post, unit, region } kind = Kind::post;
};

/// What a wish would mean for the person, from the engine's own formulas.
struct WishFacts {
  Hit place;
  std::optional<int> minutes;  ///< from home; none if not known
  std::optional<int> job_class, class_now;
  std::optional<double> competence;  ///< 0 … 1
  std::optional<int> vacant;         ///< seats
  int wished_at_least = 0;           ///< people, in steps of ten
};

/// Search over posts, units and regions, by words in any order; case and accents do not count.
class Finder {
 public:
  explicit Finder(wire::Catalogue catalogue);

  struct Found {
    std::vector<Hit> hits;
    std::size_t count = 0;  ///< of all that match
  };
  /// At most `most` hits; regions first, then units, then posts, each in catalogue order. A hit has
  /// every word of the query at the start of a word. Cost: one pass over the index.
  [[nodiscard]] Found find(std::string_view query, std::size_t most) const;

  [[nodiscard]] std::optional<Hit> place(std::string_view wish) const;
  [[nodiscard]] std::optional<WishFacts> facts(std::string_view wish,
                                               const wire::Profile& profile) const;
  /// How many wish for posts, by index into the catalogue; an index that is none is passed over.
  void set_wished(const std::vector<wire::WishedPost>& posts);
  [[nodiscard]] const wire::Catalogue& catalogue() const { return catalogue_; }
  /// The agency (highest unit under the government) that a wish lies in; −1 for a region.
  [[nodiscard]] int agency_of(std::string_view wish) const;
  [[nodiscard]] int agency_of_unit(int unit) const;

 private:
  [[nodiscard]] std::string agency_name(int unit) const;
  [[nodiscard]] Hit post_hit(std::size_t at) const;
  [[nodiscard]] Hit unit_hit(std::size_t at) const;
  [[nodiscard]] Hit region_hit(std::size_t at) const;

  wire::Catalogue catalogue_;
  std::vector<std::string> folded_posts_, folded_units_, folded_regions_;
};

/// Lower case without accents, words parted by single spaces, a space in front.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace rembuk::employee

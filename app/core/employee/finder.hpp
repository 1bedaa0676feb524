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

/// A competence in which the person would have to grow.
struct Gap {
  std::string name;
  int held = 0, needed = 0;  ///< levels
};

/// A place with what is in it.
struct PlaceCount {
  std::size_t place = 0;  ///< index into the catalogue's regions or units
  std::string name;
  int posts = 0, vacant = 0;  ///< posts by name and unit; seats
};

/// What a wish would mean for the person, from the engine's own formulas.
struct WishFacts {
  Hit place;
  std::optional<int> minutes;  ///< from home; none if not known
  std::optional<int> job_class, class_now;
  std::optional<double> competence;  ///< 0 … 1
  std::optional<int> vacant;         ///< seats
  int wished_at_least = 0;           ///< people, in steps of ten
  std::vector<Gap> gaps;             ///< what the post would train, greatest first
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
  /// Every region in catalogue order; every agency by name.
  [[nodiscard]] const std::vector<PlaceCount>& regions() const { return regions_; }
  [[nodiscard]] const std::vector<PlaceCount>& agencies() const { return agencies_; }
  /// Indices of posts, those with a vacant seat first, then in catalogue order.
  [[nodiscard]] std::vector<std::size_t> posts_in_region(std::size_t region) const;
  [[nodiscard]] std::vector<std::size_t> posts_of_agency(std::size_t unit) const;
  [[nodiscard]] std::string wish_of_post(std::size_t post) const {
    return "jabatan:" + catalogue_.posts[post].code;
  }
  /// How many wish for posts, by index into the catalogue; an index that is none is passed over.
  void set_wished(const std::vector<wire::WishedPost>& posts);
  [[nodiscard]] const wire::Catalogue& catalogue() const { return catalogue_; }
  /// The agency (highest unit under the government) that a wish lies in; −1 for a region.
  [[nodiscard]] int agency_of(std::string_view wish) const;
  [[nodiscard]] int agency_of_unit(int unit) const;

 private:
  [[nodiscard]] std::string agency_name(int unit) const;
  void count_places();
  [[nodiscard]] std::vector<Gap> gaps(const wire::PostEntry& post,
                                      const wire::Profile& profile) const;
  template <class Wanted>
  [[nodiscard]] std::vector<std::size_t> posts_where(Wanted wanted) const;
  [[nodiscard]] Hit post_hit(std::size_t at) const;
  [[nodiscard]] Hit unit_hit(std::size_t at) const;
  [[nodiscard]] Hit region_hit(std::size_t at) const;

  wire::Catalogue catalogue_;
  std::vector<PlaceCount> regions_, agencies_;
  std::vector<std::string> folded_posts_, folded_units_, folded_regions_;
};


}  // namespace rembuk::employee

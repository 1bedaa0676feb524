#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/assignment/assignment_network.hpp"

namespace rembuk {

/// Seats of a post in a transportation problem, in the order in which they are filled.
struct SeatSteps {
  std::int32_t forced = 0;  ///< must be filled
  std::int32_t needed = 0;  ///< each costs `need_cost`
  std::int32_t above = 0;   ///< cost nothing

  [[nodiscard]] std::int32_t all() const { return forced + needed + above; }
};

/// Members to posts at least cost: a transportation problem whose members have supply one.
///
/// Shape    minimise Σ cost(k, j) x(k, j) + need_cost · (needed seats filled), everyone at one
/// post;
///          arcs by member. A post is one node however many seats it has; its members are listed.
/// Method   an auction without scaling places nearly everybody: a full post raises its price until
///          the one who values it least prefers another. The members whom ties leave over are
///          placed along shortest paths over posts. Prices prove the optimum throughout.
/// Units    integers; |costs| < 2⁴¹, members < 2²⁰.
/// Ties     any optimum; the same one on every platform.
/// Source   Bertsekas, Castañon (1989): the auction algorithm for the transportation problem;
///          Jonker, Volgenant (1987): augmenting row reduction and shortest augmenting paths.
class Transportation final : public AssignmentNetwork {
 public:
  /// need_cost ≤ 0.
  Transportation(std::size_t members, std::vector<SeatSteps> seats, std::int64_t need_cost);

  /// A place to begin with, used if the first prices agree with it.
  void suggest(std::size_t k, std::int32_t post) { suggested_[k] = post; }

  /// The optimum over the arcs. From scratch: beginning with the prices of fewer arcs costs more,
  /// as seats whose price is too high are found one path at a time. False: not everyone finds a
  /// seat, or a forced one stays empty.
  [[nodiscard]] bool run() override;

  [[nodiscard]] std::int32_t place(std::size_t k) const override { return place_[k]; }
  [[nodiscard]] std::int64_t cost() const override;
  [[nodiscard]] std::int64_t of_member(std::size_t k) const override {
    return -(own_[k] + price_[index(place_[k])] - sink_price_);
  }
  [[nodiscard]] std::int64_t of_post(std::size_t j) const override {
    return sink_price_ - price_[j];
  }

 private:
  static constexpr std::int64_t infinite = std::int64_t{1} << 62;
  static constexpr std::int32_t from_sink = -2;
  static std::size_t index(std::int32_t id) { return static_cast<std::size_t>(id); }

  struct Limit {  // the price at which a member would rather be elsewhere
    std::int64_t price;
    std::int32_t member;
    friend bool operator<(const Limit& a, const Limit& b) {
      return a.price != b.price ? a.price > b.price : a.member > b.member;
    }
  };
  struct Best {
    std::int64_t cost = infinite, second = infinite;
    const Arc* arc = nullptr;
  };
  struct Waiting {
    std::int64_t distance;
    std::int32_t node;
    friend bool operator<(const Waiting& a, const Waiting& b) {
      return a.distance != b.distance ? a.distance > b.distance : a.node > b.node;
    }
  };

  void first_prices();
  void keep_suggested();
  void auction();
  [[nodiscard]] Best best_arc(std::size_t k) const;
  void contest(std::size_t j, Limit claim);
  [[nodiscard]] std::int64_t limit(std::size_t k) const;
  [[nodiscard]] std::int32_t open_at(std::size_t j, std::int64_t price) const;

  void list_members();
  [[nodiscard]] bool augment(std::int32_t source);
  void begin_search();
  void reach(std::size_t j, std::int64_t distance, std::int32_t by);
  void relax_member(std::size_t k, std::int64_t base);
  void relax_sink();
  void raise_prices();
  void move_along(std::int32_t source);
  void seat(std::size_t k, std::int32_t to);
  [[nodiscard]] std::int32_t filled(std::size_t j) const {
    return std::max(count_[j], seats_[j].forced);
  }
  [[nodiscard]] std::int64_t next_slope(std::size_t j) const;  // of the next empty seat
  [[nodiscard]] std::int64_t last_slope(std::size_t j) const;  // of the last filled one

  std::vector<SeatSteps> seats_;
  std::int64_t need_cost_;
  std::vector<std::int32_t> suggested_, place_, count_;
  std::vector<std::int64_t> own_, price_;
  std::int64_t sink_price_ = 0;
  // The auction.
  std::vector<std::int32_t> bidding_, left_over_;
  std::vector<std::vector<Limit>> limits_;  // by post, heaps
  // The shortest paths.
  std::vector<std::vector<std::int32_t>> at_;  // members by post
  std::vector<std::int32_t> slot_;
  std::vector<std::int64_t> distance_;  // by post, then of the sink
  std::vector<std::int32_t> by_;        // who enters
  std::vector<std::int32_t> labelled_;
  std::vector<Waiting> waiting_;
  std::int64_t missing_ = 0;  // members whom the sink still waits for
  std::int64_t best_ = 0;
  std::int32_t end_ = nowhere, before_sink_ = nowhere;
};

}  // namespace rembuk

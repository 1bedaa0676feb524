#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "engine/assignment/combined_costs.hpp"

namespace rembuk {

/// The usable pairs of an EditFlow, by member and by post.
struct EditTable {
  const PairTable* rows = nullptr;
  std::vector<std::uint16_t> by_post;  ///< the same values, post after post

  [[nodiscard]] std::span<const std::uint16_t> column(std::size_t j) const {
    const std::size_t members = rows->free().size();
    return std::span(by_post).subspan(j * members, members);
  }
};

/// An optimal flow that stays optimal while single members change: two shortest paths a change.
///
/// Shape    members at posts with seats, as in PairTable; the network has one node a post, whose
/// arc
///          to another post is the cheapest move of one of its members. Potentials of posts prove
///          the optimum: no pair, and no seat, has a negative reduced cost. A member who is held
///          keeps the post. A row of the table may change while its member is taken.
/// Cost     a change takes two runs of Dijkstra, each over the posts that lie nearer than the
///          answer; a post that is reached costs O(posts) for each of its members, or O(members)
///          on the way back.
/// Ties     none if the combined costs have none.
/// Source   Ahuja, Magnanti, Orlin (1993), ch. 9.7, successive shortest paths.
class AnyEditFlow {
 public:
  static constexpr std::int32_t nobody = -1, nowhere = -1;
  virtual ~AnyEditFlow() = default;

  /// Takes the member out; the rest is optimal again.
  virtual void take(std::size_t k) = 0;
  /// Places a member who is taken: at `only`, where s is `only_value`, or anywhere in the row.
  /// False if there is no room: then the member stays taken and nothing has changed.
  [[nodiscard]] virtual bool put(std::size_t k, std::int32_t only, std::uint16_t only_value) = 0;
  virtual void hold(std::size_t k, bool held) = 0;
  [[nodiscard]] virtual bool held(std::size_t k) const = 0;
  [[nodiscard]] virtual std::size_t place(std::size_t k) const = 0;
  /// Whether every pair and every seat has a reduced cost that is not negative. O(members · posts).
  [[nodiscard]] virtual bool proven() const = 0;

  /// How much has been overwritten so far.
  struct Mark {
    std::size_t moves = 0, potentials = 0;
  };
  [[nodiscard]] virtual Mark mark() const = 0;
  /// Exactly the places and the potentials of that moment. Who is held stays as it is.
  virtual void back_to(const Mark& mark) = 0;
};

template <class Cost>
class EditFlow final : public AnyEditFlow {
 public:
  static constexpr Cost infinite = infinite_cost<Cost>();

  /// `places` is an optimum, `hints` are potentials by post that nearly prove it.
  EditFlow(const CombinedCosts<Cost>& costs, const EditTable& table, std::span<const PostId> places,
           std::vector<Cost> hints);

  void take(std::size_t k) override;
  [[nodiscard]] bool put(std::size_t k, std::int32_t only, std::uint16_t only_value) override;
  void hold(std::size_t k, bool held) override { held_[k] = held ? 1 : 0; }
  [[nodiscard]] bool held(std::size_t k) const override { return held_[k] != 0; }
  [[nodiscard]] std::size_t place(std::size_t k) const override {
    return static_cast<std::size_t>(place_[k]);
  }
  [[nodiscard]] bool proven() const override;
  [[nodiscard]] Mark mark() const override { return {moves_.size(), shifts_.size()}; }
  void back_to(const Mark& mark) override;

 private:
  struct Moved {
    std::int32_t member, from;
    Cost own;
  };
  struct Shifted {
    std::int32_t post;
    Cost potential;
  };
  /// Of a post that a search has reached.
  struct Label {
    Cost distance{};
    std::int32_t member = nobody;  // who moves along the arc
    std::int32_t other = nowhere;  // where from, or on the way back where to
  };
  struct Waiting {
    Cost distance;
    std::int32_t post;
    friend bool operator<(const Waiting& a, const Waiting& b) {
      return a.distance != b.distance ? a.distance > b.distance : a.post > b.post;
    }
  };

  [[nodiscard]] Cost cost(std::size_t k, std::size_t j) const {
    return costs_.of(k, j, table_.rows->row(k)[j]);
  }
  void settle_hints();
  void move(std::size_t k, std::int32_t to, Cost own);
  void seat(std::size_t k, std::int32_t to, Cost own);
  void shift(std::size_t j, Cost by);
  [[nodiscard]] bool has_seat(std::size_t j) const { return count_[j] < seats(j); }
  [[nodiscard]] std::int32_t seats(std::size_t j) const { return table_.rows->seats(j); }
  [[nodiscard]] Cost entering(std::size_t j) const {  // of one more member at j
    return count_[j] < table_.rows->needed(j) ? costs_.need() : Cost{};
  }
  [[nodiscard]] Cost leaving(std::size_t j) const {  // of one member less
    return count_[j] > table_.rows->needed(j) ? Cost{} : -costs_.need();
  }
  void begin_search(Cost limit);
  bool reach(std::size_t j, Cost distance, std::size_t member, std::int32_t other);
  void relax_row(std::size_t k, Cost base, std::int32_t from);
  void reach_forward(std::size_t j, Cost distance, std::size_t member, std::int32_t from);
  void relax_column(std::size_t j, Cost distance);
  [[nodiscard]] std::int32_t next_settled();
  void refill(std::size_t j, Cost gap);

  const CombinedCosts<Cost>& costs_;
  const EditTable& table_;
  std::vector<std::int32_t> place_, slot_, count_;
  std::vector<Cost> own_;  // cost of the pair that a member uses
  std::vector<std::uint8_t> held_;
  std::vector<std::vector<std::int32_t>> at_;  // members by post
  std::vector<Cost> potential_;                // by post; of the sink 0
  std::vector<Moved> moves_;
  std::vector<Shifted> shifts_;
  // One search.
  std::vector<Label> labels_;
  std::vector<Cost> reach_;  // by post: its distance, infinite if not reached, less if settled
  std::vector<std::int32_t> labelled_;
  std::vector<Waiting> waiting_;
  Cost best_{};                 // least distance to the sink so far
  std::int32_t end_ = nowhere;  // the post before it
};

extern template class EditFlow<NarrowCost>;
extern template class EditFlow<WideCost>;

}  // namespace rembuk

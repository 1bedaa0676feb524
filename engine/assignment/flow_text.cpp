#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

#include "engine/assignment/flow.hpp"

namespace rembuk {
namespace {

using Kind = FlowFault::Kind;
constexpr std::string_view blanks = " \t\r\v\f";

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::expected<FlowProblem, FlowFault> run() {
    while (!text_.empty() && !fault_) {
      const auto end = std::min(text_.find('\n'), text_.size());
      ++line_;
      read(text_.substr(0, end));
      text_.remove_prefix(std::min(end + 1, text_.size()));
    }
    if (!fault_ && !problem_) refuse(Kind::no_problem_line);
    if (!fault_ && static_cast<std::int64_t>(arcs_.size()) != announced_)
      refuse(Kind::number_of_arcs);
    if (!fault_) number_nodes();
    if (fault_) return std::unexpected(*fault_);
    return std::move(made_);
  }

 private:
  struct Supply {
    std::int64_t node, amount;
    std::size_t line;
  };
  struct Arc {
    std::int64_t from, to, lower, upper, cost;
  };

  void refuse(Kind kind) { refuse(kind, std::max<std::size_t>(line_, 1)); }
  void refuse(Kind kind, std::size_t line) { fault_ = FlowFault{kind, line}; }

  /// The next word of `rest`, which loses it; empty: none.
  static std::string_view word(std::string_view& rest) {
    const auto first = std::min(rest.find_first_not_of(blanks), rest.size());
    rest.remove_prefix(first);
    const auto taken = rest.substr(0, rest.find_first_of(blanks));
    rest.remove_prefix(taken.size());
    return taken;
  }
  void read(std::string_view rest) {
    const auto kind = word(rest);
    if (kind.empty() || kind == "c") return;
    if (kind == "p") return read_problem(rest);
    if (kind != "n" && kind != "a") return refuse(Kind::unknown_line);
    if (!problem_) return refuse(Kind::no_problem_line);
    kind == "n" ? read_node(rest) : read_arc(rest);
  }
  /// Exactly as many numbers as `into` has places. False: refused.
  bool numbers(std::string_view rest, std::span<std::int64_t> into) {
    for (auto& number : into) {
      auto text = word(rest);
      if (text.empty()) return refuse(Kind::wrong_fields), false;
      if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (error == std::errc::invalid_argument || end != text.data() + text.size())
        return refuse(Kind::not_a_number), false;
      if (error != std::errc{}) return refuse(Kind::out_of_range), false;
    }
    if (!word(rest).empty()) return refuse(Kind::wrong_fields), false;
    return true;
  }
  [[nodiscard]] bool known(std::int64_t node) const { return node >= 1 && node <= nodes_; }

  void read_problem(std::string_view rest) {
    if (problem_) return refuse(Kind::second_problem);
    if (word(rest) != "min") return refuse(Kind::not_min);
    std::array<std::int64_t, 2> counts{};
    if (!numbers(rest, counts)) return;
    if (counts[0] < 0 || counts[1] < 0) return refuse(Kind::out_of_range);
    problem_ = true;
    nodes_ = counts[0];
    announced_ = counts[1];
  }
  void read_node(std::string_view rest) {
    std::array<std::int64_t, 2> fields{};
    if (!numbers(rest, fields)) return;
    if (!known(fields[0])) return refuse(Kind::unknown_node);
    supplies_.push_back({fields[0], fields[1], line_});
  }
  void read_arc(std::string_view rest) {
    std::array<std::int64_t, 5> fields{};
    if (!numbers(rest, fields)) return;
    if (!known(fields[0]) || !known(fields[1])) return refuse(Kind::unknown_node);
    arcs_.push_back({fields[0], fields[1], fields[2], fields[3], fields[4]});
  }

  void number_nodes() {
    std::ranges::sort(supplies_, {},
                      [](const Supply& supply) { return std::pair(supply.node, supply.line); });
    std::size_t twice = 0;  // the first line that repeats a node
    for (std::size_t at = 1; at < supplies_.size(); ++at)
      if (supplies_[at].node == supplies_[at - 1].node &&
          (twice == 0 || supplies_[at].line < twice))
        twice = supplies_[at].line;
    if (twice != 0) return refuse(Kind::node_twice, twice);
    std::vector<std::int64_t> used;
    for (const auto& supply : supplies_) used.push_back(supply.node);
    for (const auto& arc : arcs_) used.insert(used.end(), {arc.from, arc.to});
    std::ranges::sort(used);
    used.erase(std::ranges::unique(used).begin(), used.end());
    if (std::max(used.size(), arcs_.size()) > 500'000'000) return refuse(Kind::too_large);
    const auto position = [&](std::int64_t node) {
      return static_cast<std::int32_t>(std::ranges::lower_bound(used, node) - used.begin());
    };
    made_.supply.assign(used.size(), 0);
    for (const auto& supply : supplies_)
      made_.supply[static_cast<std::size_t>(position(supply.node))] = supply.amount;
    for (const auto& arc : arcs_)
      made_.arcs.push_back({position(arc.from), position(arc.to), arc.lower, arc.upper, arc.cost});
  }

  std::string_view text_;
  std::size_t line_ = 0;
  std::optional<FlowFault> fault_;
  bool problem_ = false;
  std::int64_t nodes_ = 0, announced_ = 0;
  std::vector<Supply> supplies_;
  std::vector<Arc> arcs_;
  FlowProblem made_;
};

}  // namespace

std::expected<FlowProblem, FlowFault> read_flow_problem(std::string_view dimacs) {
  return Reader(dimacs).run();
}

}  // namespace rembuk

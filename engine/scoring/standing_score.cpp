#include "engine/scoring/standing_score.hpp"

namespace rembuk {

StandingScore::StandingScore(const Snapshot& snapshot)
    : regions_(static_cast<std::size_t>(snapshot.regions)) {
  posts_.reserve(snapshot.posts.size());
  for (const auto& post : snapshot.posts) {
    const auto& unit = snapshot[post.unit];
    posts_.push_back({unit.region, static_cast<std::int16_t>(unit.workload),
                      static_cast<std::int16_t>(facilities_value(unit.remoteness)),
                      static_cast<std::int8_t>(post.kind)});
  }
  distance_.reserve(snapshot.minutes.size());
  for (const auto minutes : snapshot.minutes)
    distance_.push_back(static_cast<std::int16_t>(distance_value(minutes)));
}

}  // namespace rembuk

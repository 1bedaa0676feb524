#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "tests/server/trials/phone.hpp"

using namespace rembuk;
using namespace rembuk::employee;

namespace {

constexpr std::size_t people = 1000;

std::vector<Phone> phones(server::Hall& hall, std::uint64_t seed) {
  const auto& c = hall.deliberation->consultation();
  std::vector<std::string> wishes;
  for (std::size_t i = 0; i < 40; ++i) wishes.push_back("jabatan:" + c.posts[i * 7 % c.posts.size()].code);
  std::vector<Phone> all(people);
  for (std::size_t i = 0; i < people; ++i) {
    all[i].hall = &hall;
    all[i].code = hall.identity.issue(server::Holder::employee, hall.nip(i), "test", server::Issue::renew).value();
    all[i].wishes = wishes;
    all[i].random = Random(seed * people + i);
    all[i].promised.stance = no_stance;
  }
  return all;
}

/// How often the store was told of an answer of that person.
std::size_t records(server::Hall& hall, const std::string& nip) {
  const auto log = hall.store.access_of(nip).value();
  return static_cast<std::size_t>(std::ranges::count(log, "answer_saved", &server::StoredAccess::what));
}

}  // namespace

TEST_CASE("1,000 submissions under losses, repeats, kills and ended sessions are exactly 1,000 records, and no draft is lost",
          "[trials]") {
  const int rounds = std::getenv("REMBUK_FULL") ? 5 : 1;
  for (int round = 1; round <= rounds; ++round) {
    INFO("seed " << round);
    server::Hall hall(1200);
    auto all = phones(hall, static_cast<std::uint64_t>(round));
    Random turn(static_cast<std::uint64_t>(round));
    for (std::size_t step = 0; step < people * 2200; ++step) {
      hall.now += static_cast<std::int64_t>(turn.below(2));
      Phone& phone = all[turn.below(people)];
      if (!phone.done()) phone.step(24);
    }
    std::size_t kept = 0, pressed = 0, kills = 0, lost = 0, conflicts = 0, already = 0;
    for (std::size_t i = 0; i < people; ++i) {
      Phone& phone = all[i];
      already += phone.done();
      for (int step = 0; step < 20'000 && !phone.done(); ++step) hall.now += 1, phone.step(0);
      INFO("person " << i << ", screen " << static_cast<int>(phone.model.screen) << ", problem «" << phone.model.problem << "»");
      REQUIRE(phone.done());
      REQUIRE(phone.sent);
      const auto stored = hall.store.current_answer(hall.nip(i)).value();
      REQUIRE(stored);
      CHECK(stored->version == 1);
      CHECK(same_content(wire::decode<wire::Answer>(stored->content).value(), *phone.sent));
      kept += records(hall, hall.nip(i));
      pressed += static_cast<std::size_t>(phone.presses);
      kills += static_cast<std::size_t>(phone.kills);
      lost += static_cast<std::size_t>(phone.lost_drafts);
      conflicts += static_cast<std::size_t>(phone.conflicts);
    }
    CHECK(kept == people);
    CHECK(pressed == people);
    CHECK(lost == 0);
    CHECK(conflicts == 0);
    CHECK(already > people / 2);  // the storm itself was survived, not only the calm after it
    CHECK(kills > people);
    WARN(people << " submissions, " << kept << " records, " << kills << " killed tabs, " << already << " done in the storm");
  }
}

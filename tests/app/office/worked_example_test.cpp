#include "app/core/office/worked_example.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace rembuk;
using namespace rembuk::office;

// Worked by hand from the model's page, not by the engine.
TEST_CASE("the worked example is what a pencil says", "[method]") {
  const WorkedExample e = worked_example();
  CHECK(e.now.score.values == CriterionValues{9666, 10000, 5000, 9166, 10000});
  CHECK(e.now.score.base == 8989);
  CHECK(e.now.score.satisfaction == 6741 + 1250);
  CHECK(e.then.score.values == CriterionValues{7777, 8750, 6000, 4500, 7000});
  CHECK(e.then.score.base == 7422);
  CHECK(e.then.score.satisfaction == 5566 + 2000);
  CHECK(e.delta == 7566 - 7991);
  CHECK(e.stated == 2);
  CHECK(e.load_fifths == 3);
  // η = ln 1.8 · (−0.425) − ln 2 · 0.6 = −0.66570; accept = 1 / (1 + e^(0 + 0.66570))
  CHECK(e.one.accept / 1048576.0 == Catch::Approx(0.33945).margin(1e-4));
  // object = 1 / (1 + e^(−(ln 0.25 + 0.66570)))
  CHECK(e.one.object / 1048576.0 == Catch::Approx(0.32725).margin(1e-4));
  CHECK(e.all.acceptance.asked == WorkedExample::people);
  CHECK(e.all.acceptance.accept.mean == Catch::Approx(33.945).margin(0.01));
  CHECK(e.all.acceptance.accept.low80 < 33.9);
  CHECK(e.all.acceptance.accept.high80 > 34.0);
}

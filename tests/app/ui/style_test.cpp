#include "app/ui/style.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace rembuk::ui;

namespace {

struct Pair {
  std::string name;
  Colour text, ground;
};

/// Every pair of text and ground that the widgets use.
std::vector<Pair> texts(const Colours& c, bool dark) {
  std::vector<Pair> out;
  for (const auto& [ground_name, ground] :
       {std::pair{"background", c.background}, {"surface", c.surface}, {"raised", c.raised}}) {
    const std::string on = std::string(" on ") + ground_name;
    out.push_back({"text" + on, c.text, ground});
    out.push_back({"muted" + on, c.muted, ground});
    out.push_back({"placeholder" + on, c.placeholder, ground});
    out.push_back({"primary" + on, c.primary, ground});
    out.push_back({"primary_hover" + on, c.primary_hover, ground});
    out.push_back({"success" + on, c.success, ground});
    out.push_back({"warning" + on, c.warning, ground});
    out.push_back({"error" + on, c.error, ground});
  }
  out.push_back({"text on selected", c.text, c.selected});
  out.push_back({"on_selected", c.on_selected, c.selected});
  for (const Colour button : {c.primary, c.primary_hover, c.primary_active})
    out.push_back({"button", c.on_primary, button});
  for (const Colour tone : {c.success, c.warning, c.error}) {
    out.push_back({"in an answer bar", c.on_primary, tone});
    out.push_back({"pill", tone, mixed(c.surface, tone, dark ? 0.16 : 0.12)});
    out.push_back({"danger hover", tone, mixed(c.surface, tone, 0.12)});
    out.push_back({"notice", c.text, mixed(c.surface, tone, 0.08)});
  }
  out.push_back({"toast", c.surface, c.text});
  return out;
}

}  // namespace

TEST_CASE("every text stands out from its ground by 4.5 to 1", "[ui]") {
  for (const bool dark : {false, true})
    for (const Pair& pair : texts(dark ? dark_colours() : light_colours(), dark)) {
      CAPTURE(dark, pair.name);
      CHECK(contrast(pair.text, pair.ground) >= 4.5);
    }
}

TEST_CASE("every field border and chart series stands out by 3 to 1", "[ui]") {
  for (const Colours* c : {&light_colours(), &dark_colours()})
    for (const Colour ground : {c->background, c->surface}) {
      CHECK(contrast(c->field_border, ground) >= 3);
      CHECK(contrast(c->primary, ground) >= 3);
      for (const Colour series : c->series) CHECK(contrast(series, ground) >= 3);
    }
}

TEST_CASE("contrast is that of the guideline", "[ui]") {
  CHECK(contrast(0x000000, 0xFFFFFF) == Catch::Approx(21));
  CHECK(contrast(0x777777, 0xFFFFFF) == Catch::Approx(4.478).margin(0.001));
  CHECK(contrast(0xFFFFFF, 0x777777) == contrast(0x777777, 0xFFFFFF));
}

TEST_CASE("a mixture of none is the ground, of all the colour on it", "[ui]") {
  CHECK(mixed(0x102030, 0xFFEEDD, 0) == 0x102030);
  CHECK(mixed(0x102030, 0xFFEEDD, 1) == 0xFFEEDD);
  CHECK(mixed(0x000000, 0xFFFFFF, 0.5) == 0x808080);
}

TEST_CASE("what is pressed is never lower than 40 pixels, and letters no smaller than 14", "[ui]") {
  for (const SizeClass size : {SizeClass::phone, SizeClass::laptop, SizeClass::projector}) {
    CHECK(lengths(size).target >= 40);
    CHECK(lengths(size).small >= 14);
  }
  CHECK(lengths(SizeClass::phone).target >= 48);
  CHECK(lengths(SizeClass::phone).body >= 16);  // smaller ones make phones zoom into a field
}

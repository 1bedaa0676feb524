#include <algorithm>
#include <array>

#include "engine/wire/codec_impl.hpp"
#include "engine/wire/fields.hpp"

namespace rembuk::wire {

bool is_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<std::uint8_t>(text[at]);
    if ((lead >= 0x80 && lead < 0xc2) || lead >= 0xf5) return false;
    const std::size_t more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (at + more >= text.size()) return false;
    std::uint32_t point = more == 0 ? lead : lead & (0x3fU >> more);
    for (std::size_t i = 1; i <= more; ++i) {
      const auto next = static_cast<std::uint8_t>(text[at + i]);
      if ((next & 0xc0) != 0x80) return false;
      point = point << 6 | (next & 0x3fU);
    }
    constexpr std::array<std::uint32_t, 4> least = {0, 0x80, 0x800, 0x10000};
    if (point < least[more] || point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
      return false;
    at += more + 1;
  }
  return true;
}

std::expected<Type, Error> frame_type(std::span<const std::uint8_t> frame) {
  if (frame.size() < header_size || !std::ranges::equal(magic, frame.first(4)))
    return std::unexpected(malformed("not a frame of this protocol"));
  Reader reader(frame.subspan(4, header_size - 4));
  if (reader.get(2) != protocol) return std::unexpected(malformed("unknown protocol version"));
  return static_cast<Type>(reader.get(2));
}

REMBUK_CODEC(SignIn)
REMBUK_CODEC(Session)
REMBUK_CODEC(Problem)
REMBUK_CODEC(Profile)
REMBUK_CODEC(Catalogue)
REMBUK_CODEC(Answer)
REMBUK_CODEC(Receipt)
REMBUK_CODEC(OwnAnswer)
REMBUK_CODEC(Release)
REMBUK_CODEC(PlanUpload)
REMBUK_CODEC(PlanOutcome)
REMBUK_CODEC(GenerateRequest)
REMBUK_CODEC(Job)
REMBUK_CODEC(ScenarioChange)
REMBUK_CODEC(AccessLog)

}  // namespace rembuk::wire

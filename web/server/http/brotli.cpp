#include "web/server/http/brotli.hpp"

#include <brotli/encode.h>

#include <cstdint>

namespace rembuk::server {

std::shared_ptr<const wire::Bytes> brotli(std::span<const std::uint8_t> bytes) {
  constexpr int quality = 5;  // 11 takes fifty times as long for a fifth less
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  auto out = std::make_shared<wire::Bytes>(size);
  if (size == 0 ||
      BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC, bytes.size(),
                            bytes.data(), &size, out->data()) == BROTLI_FALSE)
    return nullptr;
  out->resize(size);
  return out;
}

}  // namespace rembuk::server

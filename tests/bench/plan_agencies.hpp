#pragma once
#include <cstddef>

namespace rembuk::bench {

/// `count` independent agencies of n employees and m posts each, `balanced`, on so many threads: an
/// agency at a time per thread. Prints elapsed and processor seconds and peak memory.
int agencies(std::size_t count, std::size_t n, std::size_t m, std::size_t threads);

}  // namespace rembuk::bench

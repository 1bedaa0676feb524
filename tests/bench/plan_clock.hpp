#pragma once
#include <functional>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#else
#include <sys/resource.h>

#include <ctime>
#endif

namespace rembuk::bench {

/// Processor seconds: on a busy machine the clock on the wall measures the others. Under node to
/// the microsecond, as the C library there counts whole milliseconds.
inline double processor_seconds() {
#ifdef __EMSCRIPTEN__
  return EM_ASM_DOUBLE({
    const used = process.cpuUsage();
    return (used.user + used.system) / 1e6;
  });
#else
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
#endif
}

inline double seconds_of(const std::function<void()>& work) {
  const double began = processor_seconds();
  work();
  return processor_seconds() - began;
}

/// As WebAssembly the memory of the module, which only grows.
inline long peak_megabytes() {
#ifdef __EMSCRIPTEN__
  return static_cast<long>(__builtin_wasm_memory_size(0) / 16);
#else
  rusage use{};
  getrusage(RUSAGE_SELF, &use);
  return use.ru_maxrss / 1024;
#endif
}

}  // namespace rembuk::bench

#!/usr/bin/env bash
# The same plans and edits natively and as WebAssembly under node, one after the other.
#
#   ninja -C build/native bench_plan && ninja -C build/wasm bench_plan
#   bash tests/bench/plan_wasm.sh
set -euo pipefail
native=build/native/tests/bench/bench_plan
wasm=build/wasm/tests/bench/bench_plan.cjs
both() { echo "native: $("$native" "$@")"; echo "wasm:   $(node "$wasm" "$@")"; }
echo "load $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores"
both policy 12000 3000 balanced 1
both levels 12000 3000 balanced
both edits 12000 3000 balanced 1000
both network 20000 4000 24 1

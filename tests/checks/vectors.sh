#!/usr/bin/env bash
# The pages and the planner's worker run where WebAssembly has no vectors; the command line under node
# has them. A processor without SSE4.1, which V8 is told it has, compiles no module with vectors.
# Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
web=${1:-build/web}
passed=0 failed=0
compiles() { # FILE: whether it does without vectors
  node --no-enable-sse4-1 --no-enable-ssse3 --no-enable-avx -e '
    WebAssembly.compile(require("fs").readFileSync(process.argv[1])).then(
      () => console.log("yes"), error => console.log(/SIMD/.test(error.message) ? "no" : error.message))' "$1"
}
expect() { # PAGE yes|no [FILE]
  local file=${3:-} said
  [ -n "$file" ] || file=$(find "$web/assets" -name "$1-*.wasm" | head -n 1)
  said=$(compiles "$file")
  if [ -n "$file" ] && [ "$said" = "$2" ]; then
    passed=$((passed + 1)); echo "ok - $1 without vectors: $2"
  else
    failed=$((failed + 1)); echo "NOT OK - $1 without vectors: $said instead of $2"
  fi
}
expect employee yes
expect office yes
expect engine yes
expect rembuk no build/wasm/app/cli/rembuk.wasm
echo "$passed passed, $failed failed"
[ $failed = 0 ]

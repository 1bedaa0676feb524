#!/usr/bin/env bash
# The engine's objects, native and for the browser, call no exp, log, pow or erf of the C library:
# these differ between platforms, and the same input must give the same bits everywhere.
#   bash tests/checks/no_libm.sh [BUILD FOLDER...]     default: build/native and build/wasm
# Ends with "N passed, N failed", one count per room of the engine and build.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ $# -gt 0 ] || set -- build/native build/wasm
nm=$(command -v llvm-nm-19 || command -v llvm-nm || command -v nm)
forbidden='^_*(exp|exp2|exp10|expm1|log|log2|log10|log1p|pow|powi|erf|erfc|tgamma|lgamma)(f|l|f128)?(_finite)?(@.*)?$'
passed=0 failed=0
for build; do
  found=0
  for library in "$build"/engine/*/librembuk_*.a; do
    [ -e "$library" ] || continue
    found=1
    # A name without a symbol list means that the archive could not be read: that is a failure.
    if ! symbols=$("$nm" --undefined-only --format=just-symbols "$library" 2>/dev/null) || [ -z "$symbols" ]; then
      failed=$((failed + 1)); echo "NOT OK - $library cannot be read"; continue
    fi
    if calls=$(grep -E "$forbidden" <<<"$symbols" | sort -u) && [ -n "$calls" ]; then
      failed=$((failed + 1)); echo "NOT OK - $library calls $(tr '\n' ' ' <<<"$calls")"
    else
      passed=$((passed + 1)); echo "ok - $library"
    fi
  done
  [ $found = 1 ] || { failed=$((failed + 1)); echo "NOT OK - $build holds no library of the engine"; }
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]

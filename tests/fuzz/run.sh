#!/usr/bin/env bash
# Builds the engine with address and undefined-behaviour sanitizers, runs its unit tests so, and
# gives every fuzz target a few seconds from the seeds beside it.
#
#   bash tests/fuzz/run.sh [--full] [BUILD FOLDER]      default: build/sanitize
#
# --full: all unit tests of the engine, their random cases reduced as ever under sanitizers (the
# plain builds run the stated counts); 60 seconds and at least 100,000 inputs a target.
# An input that breaks a target is left in BUILD FOLDER/found. Ends with "N passed, N failed".
set -uo pipefail
full=''
if [ "${1:-}" = --full ]; then full=1; shift; fi
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=${1:-build/sanitize}
tests='base domain aggregation files xlsx wire rules'
[ -z "$full" ] || tests="$tests scoring assignment province"
seconds=5 least=1000
[ -z "$full" ] || { seconds=60; least=100000; }

if [ ! -e "$build/build.ninja" ]; then cmake --preset sanitize -B "$build" || exit 1; fi
# shellcheck disable=SC2086,SC2046
ninja -C "$build" fuzzers $(printf 'test_%s ' $tests) || exit 1

failed=0 passed=0 broken='' # the closing lines of the unit tests count themselves
for test in $tests; do
  echo "== test_$test"
  program=$(find "$build/tests" -type f -name "test_$test" -perm -u+x)
  env -u REMBUK_FULL "$program" --colour-mode none || { broken=1; echo "test_$test failed"; }
done
mkdir -p "$build/found"
for target in csv xlsx wire dimacs; do
  corpus=$build/corpus_$target log=$build/fuzz_$target.log runs=0 rc=0
  rm -rf "$corpus" && mkdir -p "$corpus"
  while [ "$rc" = 0 ]; do
    "$build/tests/fuzz/fuzz_$target" -max_total_time=$seconds -max_len=16384 -timeout=20 \
      -rss_limit_mb=1500 -print_final_stats=1 -artifact_prefix="$build/found/$target-" \
      "$corpus" "tests/fuzz/seeds/$target" >"$log" 2>&1 || rc=$?
    runs=$((runs + $(awk '/^stat::number_of_executed_units/ {n = $2} END {print n + 0}' "$log")))
    [ "$runs" -lt $least ] || break
  done
  if [ "$rc" = 0 ]; then
    passed=$((passed + 1)); echo "ok - fuzz_$target, $runs inputs"
  else
    failed=$((failed + 1)); echo "NOT OK - fuzz_$target after $runs inputs"
    grep -E 'broken:|runtime error|ERROR|SUMMARY|Test unit|^ *#[0-9]+ 0x' "$log" | head -n 30
  fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ -z "$broken" ]

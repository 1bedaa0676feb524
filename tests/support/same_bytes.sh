#!/usr/bin/env bash
# The command line natively and as WebAssembly under node: the same bytes, file by file and report by
# report, on the demo province. Ends with "N passed, N failed".
set -uo pipefail
native=build/bin/rembuk
wasm=$(find build/wasm -name rembuk.cjs | head -n 1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
same() { # NAME COMMAND...: its output from both programs
  local name=$1 a b
  shift
  "$native" "$@" >"$work/native.out" 2>"$work/native.err"; a=$?
  node "$wasm" "$@" >"$work/wasm.out" 2>"$work/wasm.err"; b=$?
  if [ $a = 0 ] && [ $b = 0 ] && [ -s "$work/native.out" ] && cmp "$work/native.out" "$work/wasm.out"; then
    passed=$((passed + 1)); echo "ok - $name"
  else
    failed=$((failed + 1)); echo "NOT OK - $name (native ended with $a, WebAssembly with $b)"
    tail -n 3 "$work/native.err" "$work/wasm.err"
  fi
}
"$native" synth --employees 12000 --seed 1 --out "$work/a" >/dev/null &&
  node "$wasm" synth --employees 12000 --seed 1 --out "$work/b" >/dev/null
if [ -s "$work/a/pegawai.csv" ] && diff -r "$work/a" "$work/b"; then
  passed=$((passed + 1)); echo 'ok - the demo province has the same bytes'
else
  failed=$((failed + 1)); echo 'NOT OK - the demo province has the same bytes'
fi
same 'check' check "$work/a" --json
same 'evaluate, status quo' evaluate "$work/a" --json
same 'evaluate, first proposal' evaluate "$work/a" --plan "$work/a/rencana.csv" --json
# Seconds are the only thing in a plan's report that may differ.
"$native" synth --employees 1500 --seed 2 --out "$work/c" >/dev/null
for policy in balanced no-one-worse; do
  "$native" plan "$work/c" --policy $policy --seed 7 --out "$work/native.csv" >/dev/null 2>"$work/native.err"
  node "$wasm" plan "$work/c" --policy $policy --seed 7 --out "$work/wasm.csv" >/dev/null 2>"$work/wasm.err"
  if [ -s "$work/native.csv" ] && cmp "$work/native.csv" "$work/wasm.csv"; then
    passed=$((passed + 1)); echo "ok - plan $policy"
  else
    failed=$((failed + 1)); echo "NOT OK - plan $policy"; tail -n 3 "$work/native.err" "$work/wasm.err"
  fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]

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
  timeout 300 node "$wasm" "$@" >"$work/wasm.out" 2>"$work/wasm.err"; b=$?
  if [ $a = 0 ] && [ $b = 0 ] && [ -s "$work/native.out" ] && cmp "$work/native.out" "$work/wasm.out"; then
    passed=$((passed + 1)); echo "ok - $name"
  else
    failed=$((failed + 1)); echo "NOT OK - $name (native ended with $a, WebAssembly with $b)"
    tail -n 3 "$work/native.err" "$work/wasm.err"
  fi
}
"$native" synth --employees 12000 --seed 1 --out "$work/a" >/dev/null &&
  timeout 300 node "$wasm" synth --employees 12000 --seed 1 --out "$work/b" >/dev/null
if [ -s "$work/a/pegawai.csv" ] && diff -r "$work/a" "$work/b"; then
  passed=$((passed + 1)); echo 'ok - the demo province has the same bytes'
else
  failed=$((failed + 1)); echo 'NOT OK - the demo province has the same bytes'
fi
same 'check' check "$work/a" --json
same 'evaluate, status quo' evaluate "$work/a" --json
same 'evaluate, first proposal' evaluate "$work/a" --plan "$work/a/rencana.csv" --json
same 'rules' check "$work/a" --rules --json
cp -r "$work/a" "$work/own"
printf '%s\n' parameter,nilai,berlaku_sejak,sumber,catatan tenure_months,36,2026-01-01,PPK, >"$work/own/aturan.csv"
same 'rules with own months' check "$work/own" --rules --lang en
nip=$(awk -F, 'NR == 2 {print $1}' "$work/own/pegawai.csv")
same 'a card with own months' explain "$work/own" --plan "$work/own/rencana.csv" --nip "$nip" --json
# Small provinces, one after the other through all policies: the plan and what it does to people.
policies=(balanced no-one-worse most-first-wishes worst-off-first need-first published-order both-sides unit-priority)
cases=$([ -n "${REMBUK_FULL:-}" ] && echo 200 || echo 16)
echo "random cases: $cases"
agreed=0
for ((seed = 1; seed <= cases; ++seed)); do
  policy=${policies[seed % 8]}
  "$native" synth --employees $((60 + seed % 90)) --seed $seed --out "$work/c" >/dev/null 2>&1
  for side in native wasm; do
    if [ $side = native ]; then run=("$native"); else run=(timeout 300 node "$wasm"); fi
    "${run[@]}" plan "$work/c" --policy "$policy" --seed $seed --out "$work/$side.csv" >/dev/null 2>"$work/$side.err"
    "${run[@]}" evaluate "$work/c" --plan "$work/$side.csv" --json >"$work/$side.json" 2>>"$work/$side.err"
  done
  if [ -s "$work/native.csv" ] && [ -s "$work/native.json" ] && cmp "$work/native.csv" "$work/wasm.csv" &&
    cmp "$work/native.json" "$work/wasm.json"; then
    agreed=$((agreed + 1))
  else
    echo "NOT OK - $policy on the province of seed $seed"; tail -n 3 "$work/native.err" "$work/wasm.err"
  fi
  rm -f "$work"/native.* "$work"/wasm.*
done
passed=$((passed + agreed)) failed=$((failed + cases - agreed))
echo "$passed passed, $failed failed"
[ $failed = 0 ]

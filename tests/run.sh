#!/usr/bin/env bash
# All tests, after building everything that they need.
#
#   bash tests/run.sh           the quick set: reduced counts, each printed
#   bash tests/run.sh --full    the stated counts (up to an hour); random cases as WebAssembly and under
#                               sanitizers stay reduced, the plain native builds run all of them
#   bash tests/run.sh --help    this text
#
# Ends with "N passed, N failed" and a status other than 0 if anything failed.
set -uo pipefail
full=''
case "${1:-}" in
  '') ;;
  --full) full=1 ;;
  -h | --help) sed -n '2,/^set /s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" | sed '$d'; exit 0 ;;
  *) echo "tests/run.sh: unknown argument: $1 (see --help)" >&2; exit 2 ;;
esac
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export REMBUK_DEPS=${REMBUK_DEPS:-$HOME/.cache/rembuk-deps}
[ -z "$full" ] || export REMBUK_FULL=1

bash cmake/deps.sh test || exit 1
logs=build/log
mkdir -p "$logs"
# shellcheck source=cmake/steps.sh
. cmake/steps.sh
native() { configure release && cmake -S . -B build/native >/dev/null && ninja -C build/native; }
browser() { configure wasm && cmake -S . -B build/wasm >/dev/null && ninja -C build/wasm; }
say_step 'Building everything natively' native
say_step 'Building everything for the browser' browser

# What a suite says of what failed; else its end.
broken() {
  grep -E -A18 '^ *not ok |FAILED:$|NOT OK' "$1" | head -n 80 | grep . || grep -vE '^\s*$' "$1" | tail -n 60
}

passed=0 failed=0
# suite NAME COMMAND...: runs one suite and adds what its own closing lines count. A suite that ends
# with an error but counts no failure counts as one.
suite() {
  local name=$1 began=$SECONDS log rc=0 p f
  shift
  log=$logs/test-$(printf '%s' "$name" | tr -cs 'A-Za-z0-9' '-').log
  "$@" >"$log" 2>&1 </dev/null || rc=$?
  read -r p f < <(awk '
    /^All tests passed \(.* in [0-9]+ test case/ { for (i = 1; i <= NF; i++) if ($i == "in") p += $(i + 1) }
    /^test cases:/ { for (i = 3; i <= NF; i++) { if ($i == "passed") p += $(i - 1); if ($i == "failed") f += $(i - 1) } }
    /^# pass [0-9]+$/ || /^ℹ pass [0-9]+$/ { p += $3 }
    /^# fail [0-9]+$/ || /^ℹ fail [0-9]+$/ { f += $3 }
    /^[0-9]+ passed, [0-9]+ failed$/ { p += $1; f += $3 }
    END { print p + 0, f + 0 }' "$log")
  if [ $rc != 0 ] && [ "$f" = 0 ]; then f=1; fi
  if [ $rc = 0 ] && [ "$f" = 0 ] && [ "$p" = 0 ]; then f=1; echo "this suite ran no test" >>"$log"; fi
  passed=$((passed + p)) failed=$((failed + f))
  printf '%-52s %5d passed, %d failed (%d s)\n' "$name" "$p" "$f" $((SECONDS - began))
  [ "$f" = 0 ] || { broken "$log" | cut -c1-240 | sed 's/^/    | /'; echo "    whole output: $log"; }
}

catch2() { # KIND FILE...: every Catch2 binary, one after the other
  local rc=0 program
  for program in "$@"; do
    echo "== ${program##*/}"
    case $program in *.cjs) node "$program" --colour-mode none || rc=1 ;; *) "$program" --colour-mode none || rc=1 ;; esac
  done
  return $rc
}
mapfile -t native_tests < <(find build/native/tests -type f -name 'test_*' -perm -u+x | sort)
mapfile -t wasm_tests < <(find build/wasm/tests -type f -name 'test_*.cjs' | sort)
node_tests() { node --test --test-concurrency=1 "$@"; }

suite 'include rules' node tests/checks/includes.mjs .
budget() { node web/page/sizes.mjs build/web 350 && echo '1 passed, 0 failed'; }
suite 'first visit of an employee within 350 KB' budget
for check in tests/checks/*.sh; do
  [ ! -e "$check" ] || suite "check: $(basename "$check" .sh)" bash "$check"
done
suite 'native units' catch2 "${native_tests[@]}"
suite 'units and fuzzers under sanitizers' bash tests/fuzz/run.sh ${full:+--full}
suite 'the same units as WebAssembly under node' catch2 "${wasm_tests[@]}"
if [ -e tests/reference/compare.py ]; then
  suite 'second implementation agrees' python3 tests/reference/compare.py build/bin/rembuk --cases "$([ -n "$full" ] && echo 1000 || echo 40)"
fi
suite 'native and WebAssembly give the same bytes' bash tests/support/same_bytes.sh
for test in tests/server/*.test.mjs tests/browser/*.test.mjs; do
  [ ! -e "$test" ] || suite "$(basename "$(dirname "$test")"): $(basename "$test" .test.mjs)" node_tests "$test"
done

[ -n "$full" ] || echo 'Quick set: random cases are reduced (tests/run.sh --full has the stated counts).'
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

# Sourced by the checks of single verbs: $rembuk is the program (REMBUK names another one than
# build/bin/rembuk), $work a folder that goes with the script; `check` counts, `counted` closes.
rembuk=${REMBUK:-build/bin/rembuk}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
check() { # NAME COMMAND...
  local name=$1
  shift
  if "$@" >"$work/out" 2>&1; then passed=$((passed + 1)); echo "ok - $name"
  else failed=$((failed + 1)); echo "NOT OK - $name"; tail -n 5 "$work/out"; fi
}
counted() {
  echo "$passed passed, $failed failed"
  [ $failed = 0 ]
}

# Sourced by serve.sh and tests/run.sh: one progress line a step, whole output in a log.
# Needs `logs` (a folder). say_step TEXT COMMAND...: runs the command; on failure shows the end of
# its log and `advice`, and ends the script.
advice=''
say_step() {
  local text=$1 began=$SECONDS log rc=0
  shift
  log=$logs/$(printf '%s' "$text" | tr -cs 'A-Za-z0-9' '-').log
  printf '%-52s ' "$text"
  "$@" >"$log" 2>&1 </dev/null || rc=$?
  if [ $rc != 0 ]; then
    echo "FAILED after $((SECONDS - began)) s"
    grep -E 'error|FAILED|Error' "$log" | head -n 8 | cut -c1-240 | sed 's/^/    | /' >&2
    tail -n 12 "$log" | cut -c1-240 | sed 's/^/    | /' >&2
    echo "The step «$text» failed; its whole output is in $log." >&2
    echo "${advice:-Repair what the lines above name and run the same command again: finished work is kept.}" >&2
    exit 1
  fi
  echo "ok ($((SECONDS - began)) s)"
}

# configure PRESET: CMake's first run, or nothing when its result is there (ninja repeats it when a
# list file changed).
configure() {
  local folder=native
  [ "$1" = release ] || folder=$1
  if [ ! -e "build/$folder/build.ninja" ]; then
    rm -rf "build/$folder" # a first run that was interrupted
    cmake --preset "$1"
  fi
}

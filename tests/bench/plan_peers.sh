#!/usr/bin/env bash
# Our solve, LEMON's network simplex, scipy's sparse assignment and HiGHS on the same networks.
#
#   bash tests/bench/plan_peers.sh PATH_OF_bench_plan
#
# Installs python3-scipy (Debian) if it is missing, and highs (npm) into a folder that is deleted.
set -euo pipefail
bench=$(realpath "${1:?usage: plan_peers.sh PATH_OF_bench_plan}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
/usr/bin/python3 -c 'import scipy' 2>/dev/null || {
  as_root apt-get update -q
  as_root apt-get install -y -q --no-install-recommends python3-scipy
} >"$work/apt.log" 2>&1
npm install --prefix "$work" --no-audit --no-fund --silent highs@1.8.0
echo "load $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores"
echo '== 20,000 employees'
"$bench" network 20000 4000 24 7 "$work/large.txt"
/usr/bin/python3 "$here/plan_peers.py" "$work/large.txt" 3
echo '== 2,000 employees'
"$bench" network 2000 400 11 7 "$work/small.txt"
/usr/bin/python3 "$here/plan_peers.py" "$work/small.txt" 3
PEERS=$work node "$here/plan_peers.mjs" "$work/small.txt" 3

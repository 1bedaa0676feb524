#!/usr/bin/env bash
# rembuk compare on a synthetic directory: the parts of a difference, and its groups of employees.
# Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=tests/support/check.sh
. tests/support/check.sh
"$rembuk" synth --employees 6000 --governments 12 --seed 5 --out "$work/d" --quiet >/dev/null 2>&1
for policy in balanced no-one-worse; do "$rembuk" plan "$work/d" --policy $policy --out "$work/$policy.csv" --quiet >/dev/null; done
compare() { "$rembuk" compare "$work/d" --plan "$work/$1.csv" --plan "$work/$2.csv" --quiet "${@:3}"; }
add_up() { # LEVEL: every part of the groups' differences sums to the whole, exactly
  compare balanced no-one-worse --by "$1" --json >"$work/groups.json" && python3 - "$work/groups.json" "$2" <<'PY'
import json, sys
from decimal import Decimal
def parts(value, path=''):
    if isinstance(value, dict):
        for key, inner in value.items(): yield from parts(inner, path + '/' + key)
    else: yield path, value
r = json.load(open(sys.argv[1]), parse_float=Decimal)
whole, sums = dict(parts(r['difference'])), {}
for group in r['groups']:
    for path, value in parts(group['difference']): sums[path] = sums.get(path, 0) + Decimal(value)
assert len(r['groups']) >= int(sys.argv[2]) and whole['/people_placed_differently'] > 100, whole
assert sums.keys() == whole.keys(), sums.keys() ^ whole.keys()
assert [g['kode'] for g in r['groups']] == sorted({g['kode'] for g in r['groups']}), 'order'
for path in whole:
    exact = path.startswith('/satisfaction_sum') or '/acceptance' not in path
    assert abs(sums[path] - whole[path]) <= (0 if exact else Decimal('1e-9')), (path, sums[path], whole[path])
PY
}
turned() { # B against A is A against B with every sign turned
  compare balanced no-one-worse --json >"$work/ab.json" && compare no-one-worse balanced --json >"$work/ba.json" &&
    python3 -c "
import json
def parts(v): return [x for k in v for x in parts(v[k])] if isinstance(v, dict) else [v]
ab, ba = (json.load(open('$work/' + name + '.json'))['difference'] for name in ('ab', 'ba'))
assert ab['people_placed_differently'] == ba['people_placed_differently']
assert [-x for x in parts(ab)][1:] == parts(ba)[1:], (ab, ba)"
}
refused() { local rc=0; compare balanced balanced --by desa || rc=$?; [ $rc = 2 ]; }
check 'agencies sum to the whole' add_up opd 24
check 'governments sum to the whole' add_up government 12
check 'the other way round has the other signs' turned
check 'an unknown level is wrong usage' refused
counted

#!/usr/bin/env bash
# rembuk frontier on a synthetic directory: its points against what plan and evaluate say of them.
# Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=tests/support/check.sh
. tests/support/check.sh
"$rembuk" synth --employees 800 --seed 3 --out "$work/d" --quiet >/dev/null
"$rembuk" frontier "$work/d" --points 5 --seed 7 --out "$work/plans" --json --quiet >"$work/f.json"
"$rembuk" plan "$work/d" --policy balanced --seed 7 --out "$work/b.csv" --json --quiet >"$work/b.json"
for at in 1 2 3 4 5; do
  [ ! -e "$work/plans/rencana-$at.csv" ] || "$rembuk" evaluate "$work/d" --plan "$work/plans/rencana-$at.csv" --json >"$work/e$at.json"
done

points() { python3 - "$work" <<'PY'
import json, sys
work = sys.argv[1]
read = lambda name: json.load(open(f'{work}/{name}.json'))
f = read('f')
points = f['points']
assert f['schema'] == 1 and 2 <= len(points) <= 5 and f['seconds'] >= 0, f
for a, b in zip(points, points[1:]):
    assert a['need_covered'] < b['need_covered'] and a['satisfaction_sum'] > b['satisfaction_sum'], (a, b)
for p in points:
    best = max(p['weight_satisfaction'] * q['satisfaction_sum'] + p['weight_need'] * q['need_covered'] for q in points)
    assert best == p['weight_satisfaction'] * p['satisfaction_sum'] + p['weight_need'] * p['need_covered'], p
values = {o['name']: o['value'] for o in read('b')['objectives']}
assert {k: points[-1][k] for k in values} == values, (points[-1], values)
for at, p in enumerate(points, 1):
    e = read(f'e{at}')
    assert round(e['satisfaction']['mean'] * e['employees']) == p['satisfaction_sum'], (at, e, p)
    assert e['need']['heads_covered_after'] == p['need_covered'] and e['moved'] == p['moves'], (at, e, p)
    assert e['violations'] == [], e
PY
}
same_moves() { # the end with the most need is the balanced plan: the same movers to the same posts
  last=$(ls "$work/plans" | sort -V | tail -n 1)
  diff <(cut -d, -f1,2 "$work/plans/$last") <(cut -d, -f1,2 "$work/b.csv")
}
refused() { # a wrong number of points is wrong usage
  local rc=0
  "$rembuk" frontier "$work/d" --points "$1" || rc=$?
  [ $rc = 2 ]
}
says_supported() { "$rembuk" frontier "$work/d" --points 2 --lang en --quiet | grep -q 'Only supported points'; }
infeasible() { # a lock to a post that has no seat
  local rc=0
  python3 - "$work" <<'PY'
import csv, sys
work = sys.argv[1]
posts = {r['jabatan_kode']: int(r['kebutuhan_abk']) for r in csv.DictReader(open(f'{work}/d/jabatan.csv'))}
people = list(csv.DictReader(open(f'{work}/d/pegawai.csv')))
heads = {}
for p in people: heads[p['jabatan_kode']] = heads.get(p['jabatan_kode'], 0) + 1
full = next(c for c, need in posts.items() if heads.get(c, 0) > need)
who = next(p['nip'] for p in people if p['jabatan_kode'] != full)
open(f'{work}/kunci.csv', 'w').write(f'nip,jabatan_kode\n{who},{full}\n')
PY
  "$rembuk" frontier "$work/d" --points 3 --lock "$work/kunci.csv" --json --quiet >"$work/none.json" || rc=$?
  [ $rc = 1 ] && grep -q '"infeasible"' "$work/none.json"
}
check 'points are those of their plans, in order, each best for its weights' points
check 'the end with the most need is the balanced plan' same_moves
check 'one point is wrong usage' refused 1
check 'no number is wrong usage' refused drei
check 'the output says that only supported points are offered' says_supported
check 'an impossible lock has no frontier' infeasible
counted

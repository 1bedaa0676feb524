#!/usr/bin/env bash
# rembuk calibrate on a synthetic directory: predictions frozen before a round, and compared with what
# people said after it. REMBUK names another program than build/bin/rembuk.
# Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=tests/support/check.sh
. tests/support/check.sh
calibrate() { "$rembuk" calibrate "$work/d" --plan "$work/plan.csv" --quiet "$@"; }
refused() { # STATUS PATTERN ARGUMENTS...
  local status=$1 pattern=$2 rc=0
  shift 2
  calibrate --lang en "$@" >"$work/refused" 2>&1 || rc=$?
  [ $rc = "$status" ] && grep -qE -- "$pattern" "$work/refused" || { cat "$work/refused"; return 1; }
}
"$rembuk" synth --employees 1500 --seed 5 --out "$work/d" --quiet >/dev/null 2>&1
"$rembuk" plan "$work/d" --policy balanced --out "$work/plan.csv" --quiet >/dev/null
calibrate --json >"$work/frozen.json"
hash=$(python3 -c "import json; print(json.load(open('$work/frozen.json'))['hash'])")
# Rounds whose answers follow the predictions of `score`, are drawn by lot, and are all refusals.
answers() { python3 - "$work" "$rembuk" <<'PY'
import csv, random, subprocess, sys
work, rembuk = sys.argv[1:]
movers = list(csv.DictReader(open(f'{work}/plan.csv')))
with open(f'{work}/pairs.csv', 'w') as out:
    out.write('nip,jabatan_kode\n' + ''.join(f"{m['nip']},{m['jabatan_kode_baru']}\n" for m in movers))
scored = subprocess.run([rembuk, 'score', f'{work}/d', '--pairs', f'{work}/pairs.csv', '--quiet'],
                        check=True, capture_output=True, text=True).stdout
draw = random.Random(4)
def drawn(accept, objects):
    at = draw.random()
    return 'menerima' if at < accept else 'keberatan' if at > 1 - objects else 'bersyarat'
def write(name, answer):
    with open(f'{work}/{name}.csv', 'w') as out:
        out.write('nip,tanggapan\n')
        for row in csv.DictReader(scored.splitlines()): out.write(f"{row['nip']},{answer(row)}\n")
write('true', lambda r: drawn(float(r['p_accept']), float(r['p_object'])))
write('lot', lambda r: drawn(0.5, 0.2))
write('never', lambda r: 'keberatan')
PY
}
report() { # NAME
  calibrate --responses "$work/$1.csv" --hash "$hash" --out "$work/$1.parameters.json" --json >"$work/$1.json"
}
adds_up() { python3 - "$work" <<'PY'
import csv, json, sys
work = sys.argv[1]
for name in ('true', 'lot', 'never'):
    r = json.load(open(f'{work}/{name}.json'))
    said = [row['tanggapan'] for row in csv.DictReader(open(f'{work}/{name}.csv'))]
    assert r['schema'] == 1 and r['asked'] == r['responses'] == len(said) > 100, r
    assert r['accepted'] == said.count('menerima') == sum(b['accepted'] for b in r['bands']), r
    assert len(r['bands']) == 5 and sum(b['people'] for b in r['bands']) == len(said), r
    for b in r['bands']:
        assert b['low90'] <= b['observed'] <= b['high90'] and b['high'] - b['low'] > 0.19, b
        assert b['people'] == 0 or b['low'] <= b['predicted'] <= b['high'], b
    assert abs(sum(b['people'] * b['predicted'] for b in r['bands']) / len(said) - r['predicted']) < 1e-9, r
    rate = r['accepted'] / len(said)
    assert abs(r['brier_same_rate'] - rate * (1 - rate)) < 1e-12, r
    assert r['use'] == ('predictions' if r['brier'] < r['brier_same_rate'] else 'same_rate'), r
    assert r['parameters']['worth_answers'] == 20 + len(said) and abs(sum(r['parameters']['of_ten']) - 10) < 1e-9, r
read = lambda name: json.load(open(f'{work}/{name}.json'))
assert (read('true')['use'], read('true')['leaning']) == ('predictions', 'none'), read('true')
assert read('lot')['use'] == 'same_rate', read('lot')
assert (read('never')['use'], read('never')['leaning']) == ('same_rate', 'too_optimistic'), read('never')
PY
}
fitted() { # what was written is taken as parameters, and the expectation comes nearer to what was said
  "$rembuk" evaluate "$work/d" --plan "$work/plan.csv" --quiet --json >"$work/before.json" &&
    "$rembuk" evaluate "$work/d" --plan "$work/plan.csv" --parameters "$work/never.parameters.json" --quiet --json >"$work/after.json" &&
    python3 -c "
import json
mean = lambda name: json.load(open('$work/' + name + '.json'))['acceptance']['accept']['mean']
assert mean('after') < mean('before') / 2, (mean('after'), mean('before'))"
}
facts() { # answers of a round have probability 0 or 1, and no interval is left
  "$rembuk" evaluate "$work/d" --plan "$work/plan.csv" --responses "$work/true.csv" --quiet --json >"$work/facts.json" &&
    python3 -c "
import csv, json
a = json.load(open('$work/facts.json'))['acceptance']
said = [r['tanggapan'] for r in csv.DictReader(open('$work/true.csv'))]
for key, word in (('accept', 'menerima'), ('conditional', 'bersyarat'), ('object', 'keberatan')):
    n = said.count(word)
    assert a[key] == {'mean': n, 'low80': n, 'high80': n}, (key, n, a[key])"
}
words() { # both languages say what the figures mean
  calibrate --responses "$work/never.csv" | grep -q 'terlalu optimistis.* pakailah 0 %' &&
    calibrate --responses "$work/never.csv" --lang en | grep -q 'too optimistic.* use 0 %'
}
stays() { [ "$(calibrate --json)" = "$(cat "$work/frozen.json")" ]; }

check 'answers are made' answers
for round in true lot never; do check "round $round" report $round; done
check 'the same predictions have the same hash' stays
check 'bands, Brier score and verdict add up' adds_up
check 'the fitted sentences go on as parameters' fitted
check 'answers are facts in an evaluation' facts
check 'the verdict stands in words' words
check 'other predictions than the announced ones are told' refused 1 'not the announced' --hash 00
{ cat "$work/true.csv"; tail -n 1 "$work/true.csv"; } >"$work/twice.csv"
check 'an answer twice' refused 1 'twice.csv:[0-9]+: nip: error' --responses "$work/twice.csv"
{ echo nip,tanggapan; awk -F, 'NR == FNR {moved[$1]; next} FNR > 1 && !($1 in moved) && !/"/ {print $1 ",menerima"; exit}' "$work/plan.csv" "$work/d/pegawai.csv"; } >"$work/other.csv"
check 'an answer of somebody who was not asked' refused 1 'does not move' --responses "$work/other.csv"
sed '2s/,.*/,mungkin/' "$work/true.csv" >"$work/word.csv"
check 'an unknown word' refused 1 'word.csv:2: tanggapan: error' --responses "$work/word.csv"
echo nip,tanggapan >"$work/nobody.csv"
check 'a round that nobody answered' refused 0 'Nobody has answered yet' --responses "$work/nobody.csv"
limit() { # nobody who objects has no logit: the words say so, in both languages
  echo '{"of_ten": [8, 2, 0]}' >"$work/limit.json"
  refused 2 'of_ten": three numbers above 0.* no limit' --parameters "$work/limit.json" &&
    ! calibrate --parameters "$work/limit.json" >"$work/limit" 2>&1 && grep -q 'peluangnya tanpa batas' "$work/limit"
}
check 'a sentence with nobody in it' limit
check 'a plan is needed' bash -c '"$0" calibrate "$1" --quiet; [ $? = 2 ]' "$rembuk" "$work/d"
counted

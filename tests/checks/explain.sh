#!/usr/bin/env bash
# rembuk explain on a synthetic directory: the shape of the card, and each counterfactual written into
# the files themselves and planned anew, at its step and one below.
# Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=tests/support/check.sh
. tests/support/check.sh
"$rembuk" synth --employees 600 --seed 3 --out "$work/d" --quiet >/dev/null 2>&1
"$rembuk" plan "$work/d" --policy balanced --out "$work/b.csv" --quiet >/dev/null
printf 'nip,jabatan_kode\n' >"$work/kunci.csv"
printf 'nip_1,nip_2\n' >"$work/hubungan.csv"
printf '{"odds_stay": 4}' >"$work/p.json"
nip=$(sed -n 2p "$work/b.csv" | cut -d, -f1)

counterfactuals() { python3 - "$rembuk" "$work" "${REMBUK_FULL:+60}" <<'PY'
import csv, datetime, json, os, shutil, subprocess, sys
rembuk, work, count = sys.argv[1], sys.argv[2], int(sys.argv[3] or 8)
run = lambda *a: subprocess.run([rembuk, *a], capture_output=True, text=True, check=True).stdout
rows = lambda name: list(csv.DictReader(open(f'{work}/d/{name}.csv')))
def write(name, records):
    with open(f'{work}/e/{name}.csv', 'w', newline='') as out:
        w = csv.DictWriter(out, records[0].keys()); w.writeheader(); w.writerows(records)
people = rows('pegawai')
def place(nip, change, steps):  # where the policy puts nip after so many steps of the change
    shutil.rmtree(f'{work}/e', ignore_errors=True); shutil.copytree(f'{work}/d', f'{work}/e')
    kind = change['kind']
    if steps and kind == 'competence_level':
        skills = rows('kompetensi_pegawai')
        held = [int(r['level']) for r in skills if r['nip'] == nip and r['kompetensi_kode'] == change['competence']]
        skills.append({**dict.fromkeys(skills[0], ''), 'nip': nip, 'kompetensi_kode': change['competence'],
                       'level': max(held, default=0) + steps})
        write('kompetensi_pegawai', skills)
    if steps and kind == 'seat':
        write('jabatan', [{**r, 'kebutuhan_abk': int(r['kebutuhan_abk']) + steps} if r['jabatan_kode'] == change['post']
                          else r for r in rows('jabatan')])
    if steps and kind == 'tenure_months':
        def earlier(text):
            d = datetime.date.fromisoformat(text); m = d.year * 12 + d.month - 1 - steps
            return datetime.date(m // 12, m % 12 + 1, min(d.day, 28)).isoformat()
        write('pegawai', [{**r, 'tmt_jabatan': earlier(r['tmt_jabatan'])} if r['nip'] == nip else r for r in people])
    if steps and kind.startswith('wish'):
        answers = rows('aspirasi')
        for r in answers:
            if r['nip'] != nip: continue
            wishes = [r[f'keinginan_{k}'] for k in range(1, 6)]
            moved = wishes.pop(change['wish'] - 1)
            wishes.insert(change['wish'] - 1 + (-steps if kind == 'wish_up' else steps), moved)
            r.update({f'keinginan_{k + 1}': w for k, w in enumerate(wishes)})
        write('aspirasi', answers)
    run('plan', f'{work}/e', '--policy', 'balanced', '--out', f'{work}/e.csv', '--quiet')
    moves = {r['nip']: r['jabatan_kode_baru'] for r in csv.DictReader(open(f'{work}/e.csv'))}
    return moves.get(nip, next(r['jabatan_kode'] for r in people if r['nip'] == nip))
found = cards = 0
for person in people[:: len(people) // (5 * count)]:
    if found == count: break
    nip = person['nip']
    card = json.loads(run('explain', f'{work}/d', '--plan', f'{work}/b.csv', '--nip', nip, '--json'))
    cards += 1
    c = card['counterfactual']
    if c['result'] != 'found': continue
    found += 1
    assert place(nip, c['change'], c['change']['steps']) == c['after'] != c['before'], c
    assert place(nip, c['change'], c['change']['steps'] - 1) == c['before'], c
assert found > 0
print(f'{found} counterfactuals of {cards} cards')
PY
}
shape() { "$rembuk" explain "$work/d" --plan "$work/b.csv" --nip "$nip" --json --lang en | python3 -c '
import json, sys
d = json.load(sys.stdin)
assert d["schema"] == 1 and d["nip"] == sys.argv[1] and list(d) == ["schema", "nip", "facts", "personal", "counterfactual"], list(d)
assert set(d["facts"]) == {"change", "reason", "meaning", "next", "office"}
assert set(d["personal"]) == {"reason", "meaning", "concerns", "next"}
for s in [*sum(d["facts"].values(), []), *sum(d["personal"].values(), []), *d["counterfactual"]["sentences"]]:
    assert set(s) == {"code", "basis", "arguments", "text"} and s["basis"] and s["text"] != s["code"] and "{" not in s["text"], s
' "$nip"; }
readable() { # both languages
  "$rembuk" explain "$work/d" --plan "$work/b.csv" --nip "$nip" | grep -q '^Yang berubah$' &&
    "$rembuk" explain "$work/d" --nip "$nip" --lang en | grep -q '^What would have had to differ$'
}
status() { # EXPECTED OPTIONS...
  local expected=$1 rc=0
  shift
  "$rembuk" explain "$work/d" "$@" || rc=$?
  [ $rc = "$expected" ]
}
every_option() {
  status 0 --plan "$work/b.csv" --nip "$nip" --lock "$work/kunci.csv" --relations "$work/hubungan.csv" \
    --blocked 2026-06-01..2026-07-31 --parameters "$work/p.json" --date 2026-06-30 --between-governments \
    --policy no-one-worse --seed 5 --json
}
locked() { # by the planner: the card says which rule keeps the person
  printf '%s,\n' "$nip" >>"$work/kunci.csv"
  "$rembuk" explain "$work/d" --nip "$nip" --lock "$work/kunci.csv" --json |
    python3 -c 'import json, sys; d = json.load(sys.stdin); assert d["counterfactual"]["result"] == "kept" and any(s["basis"] == "R24" for s in d["facts"]["reason"]), d'
}

check 'a card has the parts and sentences of its contract' shape
check 'a card can be read in Indonesian and English' readable
check 'an unknown nip ends with 1' status 1 --nip 198501012010011001
check 'no nip and an unknown policy are wrong usage' eval 'status 2 && status 2 --nip 1 --policy best'
check 'every option of a cycle works' every_option
check 'who is locked by the planner is told so' locked
check 'each counterfactual is true when written into the files' counterfactuals
sed -n '/ counterfactuals of /p' "$work/out" # how many were looked at
counted

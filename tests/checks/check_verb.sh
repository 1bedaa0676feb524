#!/usr/bin/env bash
# `rembuk check` on hostile and unusual folders: every one is answered in words, in bounded memory
# and time, by exit status 0 or 1.
#   bash tests/checks/check_verb.sh [REMBUK]      default: build/bin/rembuk
# Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rembuk=$(realpath "${1:-build/bin/rembuk}")
work=$(mktemp -d)
writer=''
trap '[ -z "$writer" ] || kill "$writer"; rm -rf "$work"' EXIT
passed=0 failed=0

# given NAME: a fresh copy of a good folder, in $folder.
"$rembuk" synth --employees 60 --out "$work/good" --quiet 2>/dev/null || exit 1
folder=$work/none
given() { rm -rf "$folder"; folder=$work/$1; cp -r "$work/good" "$folder"; }
# told STATUS PATTERN...: checks $folder within 60 seconds and 2 GB; each pattern must be told.
told() {
  local status=$1 rc=0 pattern missing=''
  shift
  (ulimit -v 2000000; exec timeout 60 "$rembuk" check "$folder" --lang en) >"$work/out" 2>&1 || rc=$?
  [ "$rc" = "$status" ] || missing="status $status, not $rc"
  for pattern in "$@"; do
    grep -qE -- "$pattern" "$work/out" || missing="$missing «$pattern»"
  done
  if [ -z "$missing" ]; then passed=$((passed + 1)); echo "ok - ${folder##*/}"; else
    failed=$((failed + 1)); echo "NOT OK - ${folder##*/}: missing $missing"; tail -n 5 "$work/out" | cut -c1-300
  fi
}
xlsx() { python3 tests/support/csv_to_xlsx.py "$@"; } # FROM... TO

given 'a good folder'; told 0 '^0 errors, '
given 'spreadsheets in place of CSV'
for file in "$folder"/*.csv; do xlsx "$file" "${file%.csv}.xlsx" && rm "$file"; done
told 0 '^0 errors, '
given 'pairs to score as a spreadsheet'
{ echo nip,jabatan_kode; awk -F, 'NR > 1 && NR < 9 && !/"/ {print $1 "," $12}' "$folder/pegawai.csv"; } >"$work/pairs.csv"
xlsx "$work/pairs.csv" "$work/pairs.xlsx"
if [ "$("$rembuk" score "$folder" --pairs "$work/pairs.csv")" = "$("$rembuk" score "$folder" --pairs "$work/pairs.xlsx")" ]; then
  passed=$((passed + 1)); echo "ok - ${folder##*/}"; else failed=$((failed + 1)); echo "NOT OK - ${folder##*/}"; fi
given 'one workbook with a sheet for each file'
printf '%s\n' parameter,nilai,berlaku_sejak,sumber,catatan tenure_months,36,2026-01-01,PPK, >"$folder/aturan.csv"
xlsx "$folder"/*.csv "$folder/data.xlsx" && rm "$folder"/*.csv
told 0 'data.xlsx: warning: The sheet "rencana" is not named as one of the files and is ignored' \
  'aturan.csv: R03 tenure_months = 36' '^0 errors, '
given 'a faulty row of a sheet'
sed -i '2s/^[0-9]*/12/' "$folder/pegawai.csv"
xlsx "$folder/unit.csv" "$folder/pegawai.csv" "$folder/data.xlsx" && rm "$folder/unit.csv" "$folder/pegawai.csv"
told 1 'data.xlsx/pegawai:2: nip: error'
given 'a sheet beside its CSV'
xlsx "$folder/unit.csv" "$folder/pegawai.csv" "$folder/data.xlsx" && rm "$folder/pegawai.csv"
told 1 'unit.csv and data.xlsx/unit are both there' '^1 errors, '
given 'a workbook of another matter'
xlsx "$folder/rencana.csv" "$folder/catatan.xlsx"; echo kata >"$folder/rusak.xlsx"
told 0 'rusak.xlsx: warning: This workbook is ignored, for it cannot be read \(xlsx_damaged: ZIP\)' '^0 errors, '
given 'a spreadsheet beside its CSV'
xlsx "$folder/unit.csv" "$folder/unit.xlsx"; told 1 'unit.csv and unit.xlsx are both there' '^1 errors, '
given 'a CSV under the name of a spreadsheet'
mv "$folder/unit.csv" "$folder/unit.xlsx"; told 1 'unit.xlsx: error: The workbook cannot be opened' '^1 errors, '
given 'a ZIP bomb of a gigabyte'
python3 - "$folder/unit.xlsx" <<'PYTHON'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as out:
    with out.open('_rels/.rels', 'w') as part:
        for _ in range(1000): part.write(bytes(1 << 20))
PYTHON
rm "$folder/unit.csv"; told 1 'unit.xlsx: error: The workbook is too large'
given 'a file of 200 MB without text'
truncate -s 200000000 "$folder/pegawai.csv"; told 1 'pegawai.csv: error: The file is not text'
given 'a file of 200 MB of faulty rows'
yes 'X,"Y;Z",1,2,3,4,5,6,7,8,9' | head -c 200000000 >>"$folder/pegawai.csv"
told 1 'pegawai.csv:[0-9]+: error: This row has 11 cells' '^7[0-9]{6} errors, '
given 'a file of 200 MB with one number in every row'
row=$(sed -n 2p "$folder/pegawai.csv"); yes "$row" | head -c 200000000 >>"$folder/pegawai.csv"
told 1 'pegawai.csv:[0-9]+: nip: error: This NIP is in another row' '^[0-9]{6,7} errors, '
# On a terminal a line says how far it is, and is gone at the end; elsewhere there is none.
"$rembuk" check "$folder" 2>"$work/err" >/dev/null
python3 - "$rembuk" "$folder" >"$work/terminal" <<'PYTHON'
import os, pty, subprocess, sys
ours, theirs = pty.openpty()
program = subprocess.Popen([sys.argv[1], 'check', sys.argv[2], '--lang', 'en'], stdout=subprocess.DEVNULL, stderr=theirs)
os.close(theirs)
said = b''
try:
    while part := os.read(ours, 65536): said += part
except OSError: pass  # the other end is closed
program.wait()
sys.stdout.buffer.write(said)
PYTHON
if grep -qaE $'\rpegawai.csv: [1-9][0-9]? %, [0-9]+ rows\x1b\[K\r' "$work/terminal" && ! grep -qa % "$work/err" &&
  tail -c 4 "$work/terminal" | cmp -s - <(printf '\r\033[K'); then
  passed=$((passed + 1)); echo 'ok - progress on a terminal'; else
  failed=$((failed + 1)); echo 'NOT OK - progress on a terminal'; od -c "$work/terminal" | tail -n 5; fi
given 'a line of 100 MB'
head -c 100000000 /dev/zero | tr '\0' x >>"$folder/unit.csv"; told 1 'unit.csv:[0-9]+: error: '
given 'a file that changes while it is read'
yes 'X,Y' | head -c 200000000 >>"$folder/pegawai.csv"
(while echo 'X,Y' >>"$folder/pegawai.csv"; do :; done) &
writer=$!
told 1 'pegawai.csv: error: This file cannot be read, or it changed while it was read'
kill "$writer"; wait "$writer" 2>/dev/null; writer=''
given 'a folder in place of a file'
rm "$folder/unit.csv"; mkdir "$folder/unit.csv"; told 1 'unit.csv: error: This file cannot be read' '^1 errors, '
given 'a link to nowhere'
rm "$folder/unit.csv"; ln -s nowhere "$folder/unit.csv"; told 1 'unit.csv: error: This file is missing'

# Rules with the office's own months: 36 everywhere, 24 nowhere.
given 'own months of rules'
printf '%s\n' parameter,nilai,berlaku_sejak,sumber,catatan tenure_months,36,2026-01-01,'Keputusan PPK 7/2026', \
  retirement_months,36,2026-01-01,'Keputusan PPK 8/2026', >"$folder/aturan.csv"
for form in '' --json; do
  for language in id en; do
    "$rembuk" check "$folder" --rules $form --lang $language 2>/dev/null |
      python3 -c 'import re, sys; print(*re.findall(r"(?s)(?:^|\n) *(?:\{\"rule\": \")?(?:R03|R17)\b.*?(?=\n *(?:\{\"rule\": \")?[RS]\d\d\b)", sys.stdin.read()), sep="\n")' >"$work/rules"
    if [ "$(grep -oE '\b36\b' "$work/rules" | wc -l)" -ge 5 ] && ! grep -qE '\b24\b|two years|dua tahun|\{[a-z]+\}' "$work/rules"; then
      passed=$((passed + 1)); echo "ok - ${folder##*/} $form $language"
    else
      failed=$((failed + 1)); echo "NOT OK - ${folder##*/} $form $language"; cat "$work/rules"
    fi
  done
done
folder=$work/none; told 2 'there is no folder'

echo "$passed passed, $failed failed"
[ $failed = 0 ]

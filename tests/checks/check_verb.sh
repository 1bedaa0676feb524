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
xlsx() { python3 tests/support/csv_to_xlsx.py "$1" "$2"; } # FROM TO

given 'a good folder'; told 0 '^0 errors, '
given 'spreadsheets in place of CSV'
for file in "$folder"/*.csv; do xlsx "$file" "${file%.csv}.xlsx" && rm "$file"; done
told 0 '^0 errors, '
given 'pairs to score as a spreadsheet'
{ echo nip,jabatan_kode; awk -F, 'NR > 1 && NR < 9 && !/"/ {print $1 "," $12}' "$folder/pegawai.csv"; } >"$work/pairs.csv"
xlsx "$work/pairs.csv" "$work/pairs.xlsx"
if [ "$("$rembuk" score "$folder" --pairs "$work/pairs.csv")" = "$("$rembuk" score "$folder" --pairs "$work/pairs.xlsx")" ]; then
  passed=$((passed + 1)); echo "ok - ${folder##*/}"; else failed=$((failed + 1)); echo "NOT OK - ${folder##*/}"; fi
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
given 'a line of 100 MB'
head -c 100000000 /dev/zero | tr '\0' x >>"$folder/unit.csv"; told 1 'unit.csv:[0-9]+: error: '
given 'a file that changes while it is read'
yes 'X,Y' | head -c 200000000 >>"$folder/pegawai.csv"
(while echo 'X,Y' >>"$folder/pegawai.csv"; do :; done) &
writer=$!
told 1 'cannot read .*pegawai.csv, or it changed while it was read'
kill "$writer"; wait "$writer" 2>/dev/null; writer=''
given 'a folder in place of a file'
rm "$folder/unit.csv"; mkdir "$folder/unit.csv"; told 1 'cannot read .*unit.csv'
given 'a link to nowhere'
rm "$folder/unit.csv"; ln -s nowhere "$folder/unit.csv"; told 1 'unit.csv: error: This file is missing'
folder=$work/none; told 2 'there is no folder'

echo "$passed passed, $failed failed"
[ $failed = 0 ]
